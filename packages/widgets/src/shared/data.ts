// How an element gets its data: from classic scripts beside the elements, each asked for once, many at a time.

import type { GroupFileJson, IndicatorFileJson, ProjectFileJson } from "@shihyo/core";
import { place } from "./base.ts";
import { runScript } from "./run-script.ts";

/** Why there is no data. */
export type Failure = "not-found" | "offline" | "malformed";

export type DataFile = IndicatorFileJson | GroupFileJson | ProjectFileJson;

/** What data scripts push to `self.kpiData`: a file, or first what all files after it share. */
type Pushed = DataFile | { readonly format: "shihyo-shared" };

const folders = {
  plan: "plans",
  goal: "goals",
  policy: "policies",
  initiative: "initiatives",
  project: "projects",
};

const arrived = new Map<string, DataFile>();
const runs = new Map<string, Promise<boolean>>();

/** More indicators than this are asked for in one request for all. */
const few = 3;

/** `indicators/K0002/`, `goals/G01/`: where below the base a thing is described. */
export function folderOf(kind: keyof typeof folders | "indicator", id: string): string {
  return `${kind === "indicator" ? "indicators" : folders[kind]}/${encodeURIComponent(id)}/`;
}

/** Takes in what scripts have pushed since last time; it came from `base`. */
function takeIn(base: string): void {
  const pushed = (self as unknown as { kpiData?: Pushed[] }).kpiData;
  let shared: object | undefined;
  for (const file of pushed?.splice?.(0) ?? []) {
    if (file?.format === "shihyo-shared") shared = file;
    else if (file?.formatVersion === 1) {
      const isIndicator = file.format === "shihyo-indicator";
      const id = isIndicator ? file.indicator?.id : file.id;
      // What was published before levels had folders of their own says only what kind of node it is.
      const folder = isIndicator ? "indicators" : (file.folder ?? folders[file.kind as keyof typeof folders]);
      if (id && folder) arrived.set(`${base}${folder}/${encodeURIComponent(id)}/`, { ...shared, ...file });
    }
  }
}

/** What lies in that folder, or why there is none. */
export async function dataFile(base: string, folder: string): Promise<DataFile | Failure> {
  takeIn(place.base);
  const key = base + folder;
  if (!arrived.has(key)) {
    const all = `${base}indicators/data.js`;
    const own = `${key}data.js`;
    const address = folder.startsWith("indicators/") && (await isOneOfMany(base, folder)) ? all : own;
    if (!arrived.has(key)) {
      if (!(await run(base, address))) return navigator.onLine ? "not-found" : "offline";
      if (!arrived.has(key)) return address === all ? "not-found" : "malformed";
    }
  }
  return arrived.get(key)!;
}

/** Scripts from two places may push the same ID, so one place is done before the next is asked. */
let turn: { readonly base: string; done: Promise<unknown> } | undefined;

function run(base: string, address: string): Promise<boolean> {
  const before = runs.get(address);
  if (before) return before;
  const wait = turn?.base === base ? undefined : turn?.done;
  const running = (async () => {
    if (wait) await wait;
    const isThere = await runScript(address);
    takeIn(base);
    // Without a network nothing is known of the address, and it is asked for again.
    if (!isThere && !navigator.onLine) runs.delete(address);
    return isThere;
  })();
  turn = { base, done: Promise.all([turn?.done, running]) };
  runs.set(address, running);
  return running;
}

const wanted = new Map<string, Set<string>>();

/** Waits until every element that the page has by now has asked, so that one request can serve them all. */
async function isOneOfMany(base: string, folder: string): Promise<boolean> {
  const together = wanted.get(base) ?? new Set();
  wanted.set(base, together.add(folder));
  if (document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  await undefined;
  // What was asked for one by one before counts: a page that adds card after card comes to the file for all.
  return together.size > few;
}
