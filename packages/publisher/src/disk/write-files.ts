// Puts files on disk: all of them, or none. A run that is killed at any moment leaves the old folder,
// the new one, or a state that `recover` puts right.
//
// The new folder is built beside the old one. A journal is written once it is whole; from then on the swap
// is carried through, by this run or by the next command. Nothing is ever changed inside the old folder.

import { createHash } from "node:crypto";
import { closeSync, createReadStream, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { cp, mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Dataset } from "@shihyo/core";
import { checksumFile, listedSums } from "../formats/checksums.ts";
import type { Folders, Format, OutputFile, WrittenFile, WrittenFiles } from "../formats/format.ts";
import { Refusal } from "../refusal.ts";
import { providedOnDisk } from "./provided.ts";

/** The names beside a published folder `out` that belong to a run. */
interface Workplace {
  readonly out: string;
  readonly staging: string;
  readonly old: string;
  readonly journal: string;
  readonly lock: string;
}

async function workplaceOf(folder: string): Promise<Workplace> {
  const out = await realpath(folder).catch(() => resolve(folder));
  const beside = (ending: string) => join(dirname(out), `.${basename(out)}.${ending}`);
  return {
    out,
    staging: beside("new"),
    old: beside("old"),
    journal: beside("journal"),
    lock: beside("lock"),
  };
}

export type OnFile = (format: string, files: number) => void;

/** Writes every format's files in order and swaps the folder into place. */
export async function writeFiles(
  dataset: Dataset,
  formats: readonly Format[],
  folder: string,
  onFile?: OnFile,
): Promise<WrittenFiles> {
  const place = await workplaceOf(folder);
  try {
    await mkdir(dirname(place.out), { recursive: true });
    await lock(place);
  } catch (error) {
    throw asRefusal(error, place.out);
  }
  try {
    await recoverPlace(place);
    const { foreign, ours } = await presentFiles(place.out, dataset.municipality.code);
    await mkdir(place.staging);
    const written = await writeAll(dataset, formats, place.staging, foldersOf(place, ours), onFile);
    await carryOver(place, foreign, written);
    await writeJournal(place.journal);
    await swap(place);
    return written;
  } catch (error) {
    throw asRefusal(error, place.out);
  } finally {
    await rm(place.lock, { force: true });
  }
}

/** Finishes or undoes what a killed run left beside the folder. Every command that uses a folder begins so. */
export async function recover(folder: string): Promise<void> {
  const place = await workplaceOf(folder);
  try {
    await lock(place);
  } catch (error) {
    // Nothing can be left over where the parent folder does not exist.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw asRefusal(error, place.out);
  }
  try {
    await recoverPlace(place);
  } catch (error) {
    throw asRefusal(error, place.out);
  } finally {
    await rm(place.lock, { force: true });
  }
}

async function recoverPlace(place: Workplace): Promise<void> {
  if (await exists(place.journal)) return swap(place);
  await rm(place.staging, { recursive: true, force: true });
  if (!(await exists(place.old))) return;
  if (await exists(place.out)) await rm(place.old, { recursive: true, force: true });
  else await rename(place.old, place.out);
}

/** May be begun again from any point at which it was cut off. */
async function swap({ out, staging, old, journal }: Workplace): Promise<void> {
  if (await exists(staging)) {
    if (await exists(out)) {
      await rm(old, { recursive: true, force: true });
      await rename(out, old);
    }
    await rename(staging, out);
  }
  await rm(old, { recursive: true, force: true });
  await rm(journal, { force: true });
}

async function writeJournal(journal: string): Promise<void> {
  const file = await open(journal, "w");
  try {
    await file.writeFile("The new folder is whole; the swap is to be carried through.\n");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** One run at a time; a lock whose process is gone is taken over. */
async function lock({ lock: path, out }: Workplace): Promise<void> {
  for (const attempt of [1, 2]) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = await holderOf(path);
      if (attempt === 2 || (holder !== process.pid && isRunning(holder))) {
        throw new Refusal(
          {
            ja: `別の実行が ${out} を書いています。終わってからもう一度実行してください。動いているものがなければ、${path} を消してください。`,
            en: `Another run is writing ${out}. Wait for it, then run this again. If there is none, delete ${path}.`,
          },
          3,
        );
      }
      await rm(path, { force: true });
    }
  }
}

/**
 * The process that holds a lock; NaN where nobody does. A lock whose line has no end is one that another run
 * is just writing, or, when it stays so, one whose run was killed at it: the first digits of a process's
 * number are the number of some other process.
 */
async function holderOf(path: string): Promise<number> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (attempt > 0) await setTimeout(20);
    const content = await readFile(path, "utf8").catch(() => "\n");
    if (content.endsWith("\n")) return /^[1-9]\d*\n$/.test(content) ? Number(content) : Number.NaN;
  }
  return Number.NaN;
}

function isRunning(pid: number): boolean {
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
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
    const before = new Map(written);
    for (const file of format.files(dataset, before, folders)) {
      written.set(file.path, await writer.write(file));
      onFile?.(format.name, written.size);
    }
  }
  return written;
}

function foldersOf({ out, staging }: Workplace, ours: readonly string[]): Folders {
  const inside = (folder: string, path: string) => join(folder, ...path.split("/"));
  return {
    provided: providedOnDisk,
    read: (path) => createReadStream(inside(staging, path)),
    text: (path) => readFileSync(inside(staging, path), "utf8"),
    earlier: {
      paths: ours,
      read: (path) => createReadStream(inside(out, path)),
      text: (path) => readFileSync(inside(out, path), "utf8"),
    },
  };
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
  return {
    async write({ path, chunks }) {
      const target = join(folder, ...path.split("/"));
      const parent = dirname(target);
      if (!made.has(parent)) {
        mkdirSync(parent, { recursive: true });
        made.add(parent);
      }
      const hash = createHash("sha256");
      let [bytes, held] = [0, 0];
      const file = openSync(target, "wx");
      const put = (content: Uint8Array) => {
        hash.update(content);
        bytes += content.byteLength;
        for (let at = 0; at < content.byteLength; ) at += writeSync(file, content, at);
      };
      const putHeld = () => {
        if (held > 0) put(piece.subarray(0, held));
        held = 0;
      };
      const add = (chunk: string | Uint8Array) => {
        const most = typeof chunk === "string" ? chunk.length * bytesPerLetter : chunk.byteLength;
        if (most > pieceSize - held) putHeld();
        if (most > pieceSize) put(typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk);
        else if (typeof chunk === "string") held += piece.write(chunk, held, "utf8");
        else {
          piece.set(chunk, held);
          held += most;
        }
      };
      try {
        if (Symbol.iterator in chunks) for (const chunk of chunks) add(chunk);
        else for await (const chunk of chunks) add(chunk);
        putHeld();
      } finally {
        closeSync(file);
      }
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

/** The files in a published folder, by whether a run of ours wrote them. */
interface PresentFiles {
  /** A web server's settings, for instance; they are carried over. */
  readonly foreign: readonly string[];
  readonly ours: readonly string[];
}

/** A folder that is not ours at all is refused, so that nothing is lost in it. */
async function presentFiles(out: string, code: string): Promise<PresentFiles> {
  const found = await stat(out).catch(() => undefined);
  if (!found) return { foreign: [], ours: [] };
  if (!found.isDirectory()) {
    throw new Refusal({
      ja: `${out} はファイルです。書き出し先にはフォルダーを指定してください。`,
      en: `${out} is a file. Name a folder to write to.`,
    });
  }
  const present = await filesBelow(out);
  if (present.length === 0) return { foreign: [], ours: [] };
  const sums = await readFile(join(out, checksumFile), "utf8").catch(() => "");
  const ours = new Set([...listedSums(sums).keys(), checksumFile]);
  if (!ours.has(`${code}_dataset.json`)) {
    throw new Refusal({
      ja: `${out} には、この市の公開フォルダーではないファイルがあります。空のフォルダーか、前に書き出したフォルダーを指定してください。`,
      en: `${out} holds files that are not this municipality's published folder. Name an empty folder, or the one written before.`,
    });
  }
  return {
    foreign: present.filter((path) => !ours.has(path)),
    ours: present.filter((path) => ours.has(path)).sort(),
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

async function carryOver(
  { out, staging }: Workplace,
  kept: readonly string[],
  written: WrittenFiles,
): Promise<void> {
  for (const path of kept) {
    if (written.has(path)) {
      throw new Refusal({
        ja: `${path} は、公開フォルダーに後から置かれたファイルと名前が重なります。別の名前にしてから、もう一度実行してください。`,
        en: `${path} was put into the published folder by hand and bears the name of a file of ours. Rename it, then run this again.`,
      });
    }
    const target = join(staging, ...path.split("/"));
    await mkdir(dirname(target), { recursive: true });
    await cp(join(out, ...path.split("/")), target, { verbatimSymlinks: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** What the disk refuses, in a sentence; anything else goes on as it is. */
export function asRefusal(error: unknown, out: string): unknown {
  const { code, path = out } = error as NodeJS.ErrnoException;
  const sentences: Readonly<Record<string, { ja: string; en: string }>> = {
    EBUSY: {
      ja: `${path} を別のプログラム（Excelなど）が開いています。閉じてから、もう一度実行してください。`,
      en: `Another program (Excel, for instance) holds ${path} open. Close it, then run this again.`,
    },
    EPERM: {
      ja: `${path} を書き換えられません。Excelなどで開いていれば閉じ、書き込みの権限も確かめてください。`,
      en: `${path} cannot be replaced. Close it where it is open in Excel or elsewhere, and check the permission to write.`,
    },
    EACCES: { ja: `${path} に書き込む権限がありません。`, en: `There is no permission to write to ${path}.` },
    EROFS: { ja: `${path} は書き込みのできない場所にあります。`, en: `${path} is on a read-only disk.` },
    ENOSPC: {
      ja: `ディスクの空きが足りません。${out} は前のまま残っています。`,
      en: `The disk is full. ${out} is as it was.`,
    },
    ENOTDIR: {
      ja: `${path} の途中に、フォルダーではないものがあります。`,
      en: `A part of ${path} is not a folder.`,
    },
  };
  const sentence = code === undefined ? undefined : sentences[code];
  return sentence ? new Refusal(sentence, 3) : error;
}
