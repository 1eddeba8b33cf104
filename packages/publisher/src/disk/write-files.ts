// Puts files on disk: all of them, or none. A run that is killed at any moment leaves the old folder,
// the new one, or a state that `recover` puts right.
//
// The new folder is built beside the old one. A journal is written once it is whole; from then on the swap
// is carried through, by this run or by the next command. Nothing is ever changed inside the old folder.

import { createHash, type Hash, hash as hashOf } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Dataset } from "@shihyo/core";
import type { Folders, Format, OutputFile, WrittenFile, WrittenFiles } from "../formats/format.ts";
import { Refusal } from "../refusal.ts";
import { asRefusal } from "./disk-refusal.ts";
import { carryLate, carryOver, presentFiles } from "./foreign-files.ts";
import { isBesideLock, type Lock, takeLock } from "./lock.ts";
import { isInside, isMountPoint, leftBeside, type Workplace, workplaceOf } from "./place.ts";
import { providedOnDisk } from "./provided.ts";

export type OnFile = (format: string, files: number) => void;

/** Writes every format's files in order and swaps the folder into place. */
export async function writeFiles(
  dataset: Dataset,
  formats: readonly Format[],
  folder: string,
  onFile?: OnFile,
): Promise<WrittenFiles> {
  const place = workplaceOf(folder);
  const made = await makeParent(place);
  try {
    refuseMountPoint(place);
    return await locked(place, async (lock) => {
      await recoverPlace(place);
      const present = await presentFiles(place.out, dataset.municipality.code);
      const staging = place.own("new", lock.run);
      try {
        await mkdir(staging);
        const folders = foldersOf(place.out, staging, present.ours);
        const written = await writeAll(dataset, formats, staging, folders, (format, files) => {
          lock.beat();
          onFile?.(format, files);
        });
        await carryOver(place.out, staging, present, written);
        lock.hold();
        await writeJournal(place, lock.run);
        await swap(place, lock.run);
        return written;
      } catch (error) {
        await undo(place, lock.run);
        throw error;
      }
    });
  } catch (error) {
    for (const folder of made) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}

/** The folders that had to be made for it, the innermost first: a run that fails takes them away again. */
async function makeParent({ parent, out }: Workplace): Promise<string[]> {
  try {
    const first = await mkdir(parent, { recursive: true });
    const made: string[] = [];
    for (let at = parent; first !== undefined && isInside(at, first); at = dirname(at)) made.push(at);
    return made;
  } catch (error) {
    throw asRefusal(error, out);
  }
}

function refuseMountPoint({ out }: Workplace): void {
  if (!isMountPoint(out)) return;
  throw new Refusal({
    ja: `${out} は別のディスク（コンテナーのボリュームなど）の入口なので、中身をまとめて入れ替えられません。その中のフォルダー（例：${join(out, "published")}）を指定してください。`,
    en: `${out} is where another disk begins (a container's volume, for instance), so it cannot be replaced as one. Name a folder inside it, such as ${join(out, "published")}.`,
  });
}

/** One run at a time. What earlier runs left beside the lock goes away once this one holds it. */
async function locked<Result>(
  place: Workplace,
  work: (lock: Lock) => Promise<Result>,
  watch?: number,
): Promise<Result> {
  const busy = (path: string) =>
    new Refusal(
      {
        ja: `別の実行が ${place.out} を書いています。終わってからもう一度実行してください。動いているものがなければ、${path} を消してください。`,
        en: `Another run is writing ${place.out}. Wait for it, then run this again. If there is none, delete ${path}.`,
      },
      3,
    );
  let lock: Lock | undefined;
  try {
    lock = await takeLock(place.lock, { busy, ...(watch === undefined ? {} : { watch }) });
    for (const name of await readdir(place.parent)) {
      if (isBesideLock(basename(place.lock), name, lock.run))
        await rm(join(place.parent, name), { force: true });
    }
    return await work(lock);
  } catch (error) {
    throw asRefusal(error, place.out);
  } finally {
    lock?.release();
  }
}

/** Finishes or undoes what a killed run left beside the folder. */
export async function recover(folder: string): Promise<void> {
  await recoverWithin(workplaceOf(folder));
}

async function recoverWithin(place: Workplace, watch?: number): Promise<void> {
  // Nothing can be left over where the parent folder does not exist.
  if (!(await exists(place.parent))) return;
  await locked(place, () => recoverPlace(place), watch);
}

/**
 * Every command that only reads a published folder begins so: what a killed run left is put right, and a swap that
 * is under way is waited for. Where another run writes, or nothing may be changed, the folder is read as it is.
 */
export async function settle(folder: string): Promise<void> {
  const place = workplaceOf(folder);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await leftBeside(place)).length === 0) return;
    try {
      return await recoverWithin(place, 0);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if ((await exists(place.out)) && !(await exists(place.journal))) return;
      if (attempt === 199 && !(await exists(place.out))) throw error;
    }
    await setTimeout(25);
  }
}

async function recoverPlace(place: Workplace): Promise<void> {
  const journal = await readJournal(place);
  if (journal) await swap(place, journal.run);
  if (!(await exists(place.out))) {
    // As versions before this one left it; of ours, none is without its journal.
    const old = (await leftBeside(place)).find((path) => path.endsWith(".old"));
    if (old !== undefined) await rename(old, place.out);
  }
  for (const path of await leftBeside(place)) await remove(path);
}

/** What may not be removed (a folder in it that belongs to somebody else) stays beside, and stops nothing. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** May be begun again from any point at which it was cut off. */
async function swap(place: Workplace, run: string): Promise<void> {
  const { out, journal } = place;
  const [staging, old] = [ownName(place, "new", run), ownName(place, "old", run)];
  const gone = place.own("old", `${run}.gone`);
  if (await exists(staging)) {
    if (await exists(out)) {
      if (await exists(old)) throw cameUp(out, old);
      await rename(out, old);
    }
    await rename(staging, out);
  }
  if (await exists(old)) {
    await carryLate(old, out);
    // From here on it is no longer whole, and nothing is carried out of it any more.
    await rename(old, gone);
  }
  await remove(gone);
  await rm(journal, { force: true });
}

/** Versions before this one had one name for all runs. */
function ownName(place: Workplace, kind: "new" | "old", run: string): string {
  return run === "" ? place.own(kind, "").slice(0, -1) : place.own(kind, run);
}

const cameUp = (out: string, old: string) =>
  new Refusal(
    {
      ja: `入れ替えの途中で、別の何かが ${out} を作りました。中身を確かめて別の場所に移してから、もう一度実行してください（前の公開フォルダーは ${old} にあります）。`,
      en: `Something else made ${out} while it was being replaced. Look into it and move it away, then run this again (the folder as published before is ${old}).`,
    },
    3,
  );

/** After a failure nothing stays behind, unless the folder is away: then the next command goes on. */
async function undo(place: Workplace, run: string): Promise<void> {
  const [staging, old] = [place.own("new", run), place.own("old", run)];
  try {
    if ((await exists(old)) && !(await exists(place.out))) await rename(old, place.out);
    if (await exists(old)) return;
    await rm(place.journal, { force: true });
    await rm(place.own("journal", run), { force: true });
    await rm(staging, { recursive: true, force: true });
  } catch {
    // What went wrong first is what is told; the next command puts right what stays.
  }
}

/** Comes into being whole: it names the run whose folder is to be put in place. */
async function writeJournal(place: Workplace, run: string): Promise<void> {
  const beside = place.own("journal", run);
  const file = await open(beside, "w");
  try {
    await file.writeFile(`${JSON.stringify({ run })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, place.journal);
}

async function readJournal({ journal }: Workplace): Promise<{ readonly run: string } | undefined> {
  const text = await readFile(journal, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const run = /^\{"run":"([0-9a-f]+)"\}\n$/.exec(text)?.[1];
  return { run: run ?? "" };
}

async function writeAll(
  dataset: Dataset,
  formats: readonly Format[],
  folder: string,
  folders: Folders,
  onFile?: OnFile,
): Promise<Map<string, WrittenFile>> {
  const written = new Map<string, WrittenFile>();
  const writer = writerTo(folder);
  for (const format of formats) {
    // A format sees what the formats before it wrote, not its own files.
    const own: [string, WrittenFile][] = [];
    for (const file of format.files(dataset, written, folders)) {
      own.push([file.path, await writer.write(file)]);
      onFile?.(format.name, written.size + own.length);
    }
    for (const [path, file] of own) written.set(path, file);
  }
  return written;
}

function foldersOf(out: string, staging: string, ours: readonly string[]): Folders {
  const inside = (folder: string, path: string) => join(folder, ...path.split("/"));
  return {
    provided: providedOnDisk,
    read: (path) => piecesOf(inside(staging, path)),
    text: (path) => readFileSync(inside(staging, path), "utf8"),
    earlier: {
      paths: ours,
      read: (path) => piecesOf(inside(out, path)),
      text: (path) => readFileSync(inside(out, path), "utf8"),
    },
  };
}

/** As large as those of Node's own stream: where a ZIP's blocks end depends on it. */
const readSize = 1 << 16;

/** A file piece by piece; read at once, which takes half the processor time of a stream, and nothing else waits. */
async function* piecesOf(path: string): AsyncIterable<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const room = new Uint8Array(readSize);
      const read = readSync(file, room);
      if (read === 0) return;
      yield room.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

interface Writer {
  /** Gives the size and hash. */
  write(file: OutputFile): Promise<WrittenFile>;
}

/** What is gathered of a file before it goes to the disk, in bytes; most files are written in one go. */
const pieceSize = 1 << 20;

/** A letter of a string takes at most so many bytes of UTF-8. */
const bytesPerLetter = 3;

/**
 * Nothing else happens while a run writes, so it waits for the disk itself: thousands of small files cost less
 * than half as much that way. Every text is encoded into one and the same piece of memory.
 */
function writerTo(folder: string): Writer {
  const made = new Set<string>();
  const piece = Buffer.allocUnsafe(pieceSize);
  const makeParent = (path: string) => {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (made.has(parent)) return;
    mkdirSync(join(folder, parent), { recursive: true });
    made.add(parent);
  };
  return {
    async write({ path, chunks }) {
      makeParent(path);
      // Only of a file in several pieces: one that is held whole is hashed at once, for half as much.
      let hash: Hash | undefined;
      let [bytes, held] = [0, 0];
      const file = openSync(join(folder, path), "wx");
      const put = (content: Uint8Array) => {
        bytes += content.byteLength;
        for (let at = 0; at < content.byteLength; ) at += writeSync(file, content, at);
      };
      const putPart = (content: Uint8Array) => {
        hash ??= createHash("sha256");
        hash.update(content);
        put(content);
      };
      const putHeld = () => {
        if (held > 0) putPart(piece.subarray(0, held));
        held = 0;
      };
      const add = (chunk: string | Uint8Array) => {
        const most = typeof chunk === "string" ? chunk.length * bytesPerLetter : chunk.byteLength;
        if (most > pieceSize - held) putHeld();
        if (most > pieceSize) putPart(typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk);
        else if (typeof chunk === "string") held += piece.write(chunk, held, "utf8");
        else {
          piece.set(chunk, held);
          held += most;
        }
      };
      try {
        if (Symbol.iterator in chunks) for (const chunk of chunks) add(chunk);
        else for await (const chunk of chunks) add(chunk);
        if (hash) putHeld();
        else put(piece.subarray(0, held));
      } finally {
        closeSync(file);
      }
      const sha256 = hash ? hash.digest("hex") : hashOf("sha256", piece.subarray(0, held), "hex");
      return { bytes, sha256 };
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
