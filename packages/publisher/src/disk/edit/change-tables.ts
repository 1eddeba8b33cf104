// Changes a city's tables: one run at a time, and all of a change or nothing of it, also where the run is killed.
//
// Each table is written beside its place. A journal says when all are there; from then on they are moved in, by this
// run or by the next command that reads or changes the folder.

import { AsyncLocalStorage } from "node:async_hooks";
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Refusal } from "../../refusal.ts";
import { asRefusal } from "../disk-refusal.ts";
import { isBesideLock, type Lock, takeLock } from "../lock.ts";
import { isInside, standsAt } from "../place.ts";

const lockName = ".shihyo.lock";
const journalName = ".shihyo.journal";

/** `.units.csv.new.0123456789ab`, beside units.csv. */
const besideForm = /^\.(.+)\.new\.[0-9a-f]{12}$/;
export const besideName = (name: string, run: string): string => `.${name}.new.${run}`;

/** Whether a file is none of the city's: a change's lock, its journal, what it has put beside a table's place. */
export const isOfChange = (name: string): boolean =>
  name === journalName || name === lockName || name.startsWith(`${lockName}.`) || besideForm.test(name);

/** Folders in which tables stand, below the city's own. */
const tableFolders = ["", "observations", "activities"];

/** What this very call holds already: a change may be made of several. */
const held = new AsyncLocalStorage<ReadonlyMap<string, Lock>>();

/** Reading, deciding and writing as one: no other run changes the tables meanwhile. */
export async function changeTables<Result>(
  folder: string,
  work: (lock: Lock) => Promise<Result>,
  { isNew = false } = {},
): Promise<Result> {
  const city = standsAt(folder);
  const outer = held.getStore();
  const mine = outer?.get(city);
  if (mine) return work(mine);
  if (!isNew) await requireFolder(folder);
  const made = isNew ? await makeFolder(city) : [];
  try {
    const lock = await takeLock(join(city, lockName), { busy: busy(folder) });
    try {
      await recover(city, lock.run);
      return await held.run(new Map([...(outer ?? []), [city, lock]]), () => work(lock));
    } finally {
      lock.release();
    }
  } catch (error) {
    for (const one of made) await rmdir(one).catch(() => undefined);
    throw asRefusal(error, folder);
  }
}

/** Before tables are read: what a killed run left half moved in is put right; a change under way is waited for. */
export async function settleTables(folder: string): Promise<void> {
  const city = standsAt(folder);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (held.getStore()?.has(city) || !(await exists(join(city, journalName)))) return;
    try {
      const lock = await takeLock(join(city, lockName), {
        busy: busy(folder),
        watch: attempt < 199 ? 0 : 20_000,
      });
      try {
        await recover(city, lock.run);
      } finally {
        lock.release();
      }
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || attempt === 199) throw asRefusal(error, folder);
    }
    await setTimeout(25);
  }
}

/** Carries through what was written beside; to be called by the run that holds the lock. */
export async function moveIn(folder: string, lock: Lock, besides: readonly string[]): Promise<void> {
  const city = standsAt(folder);
  const journal = join(city, journalName);
  const before = join(city, besideName(journalName, lock.run));
  const file = await open(before, "w");
  try {
    await file.writeFile(`${JSON.stringify({ besides: besides.map((path) => relative(city, path)) })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  lock.hold();
  await rename(before, journal);
  await carryThrough(city);
}

/** A journal moves files only to the name that they bear within their own folder, whoever wrote it. */
async function carryThrough(city: string): Promise<void> {
  const journal = join(city, journalName);
  const text = await readFile(journal, "utf8").catch(() => undefined);
  if (text === undefined) return;
  for (const path of besidesIn(text)) {
    const beside = join(city, path);
    const name = besideForm.exec(basename(beside))?.[1];
    if (name === undefined || !(await exists(beside))) continue;
    await rename(beside, join(dirname(beside), name));
  }
  await rm(journal, { force: true });
}

function besidesIn(text: string): string[] {
  try {
    const { besides } = JSON.parse(text) as { besides?: unknown };
    return Array.isArray(besides) ? besides.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

async function recover(city: string, run: string): Promise<void> {
  await carryThrough(city);
  for (const name of tableFolders) {
    const folder = join(city, name);
    for (const one of await readdir(folder).catch(() => [])) {
      const isLeft = besideForm.test(one) && !one.endsWith(run);
      if (isLeft || isBesideLock(lockName, one, run)) await rm(join(folder, one), { force: true });
    }
  }
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new Refusal(
    found
      ? {
          ja: `${folder} はフォルダーではなくファイルです。表の入ったフォルダーを指定してください。`,
          en: `${folder} is a file. Name the folder that holds the tables.`,
        }
      : { ja: `フォルダー ${folder} がありません。`, en: `There is no folder ${folder}.` },
  );
}

async function makeFolder(city: string): Promise<string[]> {
  try {
    const first = await mkdir(city, { recursive: true });
    const made: string[] = [];
    for (let at = city; first !== undefined && isInside(at, first); at = dirname(at)) made.push(at);
    return made;
  } catch (error) {
    throw asRefusal(error, city);
  }
}

const busy = (folder: string) => (path: string) =>
  new Refusal(
    {
      ja: `別の実行が ${folder} の表を書き換えています。終わってからもう一度実行してください。動いているものがなければ、${path} を消してください。`,
      en: `Another run is changing the tables in ${folder}. Wait for it, then run this again. If there is none, delete ${path}.`,
    },
    3,
  );

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
