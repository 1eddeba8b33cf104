// How an element gets its data: from classic scripts beside the elements, each asked for once, many at a time.

import type {
  CommonIndicatorFileJson,
  GroupFileJson,
  IndicatorFileJson,
  ProjectFileJson,
} from "@shihyo/core";
import { onAgain, rounds, waitForAgain } from "./again.ts";
import { place } from "./base.ts";
import { folderFor } from "./folder.ts";
import { own } from "./own.ts";
import { runScript, statusOf } from "./run-script.ts";

/** Why there is no data: the server said so, the network or the server is out, or what came is none. */
export type Failure = "not-found" | "offline" | "malformed";

export type DataScriptFile = IndicatorFileJson | GroupFileJson | ProjectFileJson | CommonIndicatorFileJson;

/** What data scripts push to `self.kpiData`: a file, or first what all files after it share. */
type Pushed = DataScriptFile | { readonly format: "shihyo-shared" };

/** What has come and what was asked for: one store for all copies of our scripts, which is never emptied. */
const store = own("data", () => ({
  arrived: new Map<string, DataScriptFile>(),
  runs: new Map<string, Promise<boolean>>(),
  /** Addresses that may come yet: all of them are asked for again at the next round. */
  out: new Set<string>(),
  wanted: new Map<string, Set<string>>(),
  /** Scripts from two places may push the same ID, so one place is done before the next is asked. */
  turn: undefined as { readonly base: string; readonly done: Promise<unknown> } | undefined,
  pushed: [] as Pushed[],
  /** How much of a list was taken in. */
  seen: new WeakMap<object, number>(),
}));

onAgain(() => {
  for (const address of store.out) store.runs.delete(address);
  store.out.clear();
});

/** More indicators than this are asked for in one request for all. */
const few = 3;

/** Data scripts push to `self.kpiData`; a page's own thing of that name is left as it is and takes them as well. */
function listen(): void {
  const scope = self as unknown as { kpiData?: unknown };
  const there = scope.kpiData;
  if (Array.isArray(there)) return;
  if (!(there instanceof Object)) scope.kpiData = store.pushed;
  else
    Object.defineProperty(there, "push", {
      value: (...files: Pushed[]) => store.pushed.push(...files),
      configurable: true,
    });
}

/** Takes in what scripts have pushed since last time; it came from `base`. */
function takeIn(base: string): void {
  for (const list of [store.pushed, (self as unknown as { kpiData?: Pushed[] }).kpiData]) {
    if (!Array.isArray(list)) continue;
    let shared: object | undefined;
    for (const file of list.slice(store.seen.get(list))) {
      if (file?.format === "shihyo-shared") shared = file;
      else if (file?.formatVersion === 1) {
        const isIndicator = file.format === "shihyo-indicator";
        const id = isIndicator ? file.indicator?.id : file.id;
        // What was published before levels had folders of their own says only what kind of node it is.
        const folder = isIndicator
          ? "indicators"
          : (file.folder ?? folderFor((file as GroupFileJson).kind ?? ""));
        if (typeof id === "string")
          store.arrived.set(`${base}${folder}/${encodeURIComponent(id)}/`, { ...shared, ...file });
      }
    }
    store.seen.set(list, list.length);
  }
}

/** What lies in that folder, or why there is none. */
export async function dataFile(base: string, folder: string): Promise<DataScriptFile | Failure> {
  let failure: Failure = "not-found";
  if (!base) return failure;
  takeIn(place.base);
  const key = base + folder;
  const here = () => store.arrived.get(key);
  if (!here()) {
    const own = `${key}data.js`;
    // What a page has pinned by its hash is not asked for behind its back.
    if ([...document.scripts].some(({ src, integrity }) => integrity && src === own)) return "malformed";
    const isMany = folder.startsWith("indicators/") && (await isOneOfMany(base, folder));
    if (!here()) failure = await bring(base, own, isMany);
  }
  return here() ?? failure;
}

/** Asks for the file of its own or for that of all, and says what it means if what was looked for is not in it. */
async function bring(base: string, own: string, isMany: boolean): Promise<Failure> {
  const all = `${base}indicators/data.js`;
  const address = isMany ? all : own;
  if (await run(base, address)) return isMany ? "not-found" : "malformed";
  if (!navigator.onLine) return "offline";
  const status = statusOf(address);
  if (isGone(status)) return "not-found";
  // An answer that is no script: a page to log in, or one that the browser refuses as a script.
  if (status > 199 && status < 400) return "malformed";
  // Where the browser does not tell what the server said, the file for all tells whether there is a server.
  if (status || isMany || !(await run(base, all))) return "offline";
  store.out.delete(address);
  return "not-found";
}

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

function run(base: string, address: string): Promise<boolean> {
  const before = store.runs.get(address);
  if (before) return before;
  const { turn } = store;
  const wait = turn?.base === base ? undefined : turn?.done;
  const running = (async () => {
    if (wait) await wait;
    listen();
    const isThere = await runScript(address, rounds());
    takeIn(base);
    // Only what the server says is not there is remembered as such.
    if (!isThere && !isGone(statusOf(address))) {
      store.out.add(address);
      // Once nothing more is tried by itself, whoever comes later asks anew.
      if (!waitForAgain()) store.runs.delete(address);
    }
    return isThere;
  })();
  store.turn = { base, done: Promise.all([turn?.done, running]) };
  store.runs.set(address, running);
  return running;
}

/** Waits until every element that the page has by now has asked, so that one request can serve them all. */
async function isOneOfMany(base: string, folder: string): Promise<boolean> {
  const together = store.wanted.get(base) ?? new Set();
  store.wanted.set(base, together.add(folder));
  if (document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  await undefined;
  // What was asked for one by one before counts: a page that adds card after card comes to the file for all.
  return together.size > few;
}
