// Puts files on disk: all of them, or none. A run that is killed at any moment leaves the old folder,
// the new one, or a state that `recover` puts right.
//
// The new folder is built beside the old one. A journal is written once it is whole; from then on the swap
// is carried through, by this run or by the next command. Nothing is ever changed inside the old folder.

import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import {
  cp,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Dataset } from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { checksumFile, listedSums } from "./checksums.ts";
import type { Folders, Format, OutputFile, WrittenFile, WrittenFiles } from "./format.ts";

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
      const holder = Number.parseInt(await readFile(path, "utf8").catch(() => ""), 10);
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

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
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
    await writer.settle();
  }
  return written;
}

function foldersOf({ out, staging }: Workplace, ours: readonly string[]): Folders {
  const inside = (folder: string, path: string) => join(folder, ...path.split("/"));
  return {
    read: (path) => createReadStream(inside(staging, path)),
    text: (path) => readFileSync(inside(staging, path), "utf8"),
    earlier: {
      paths: ours,
      read: (path) => createReadStream(inside(out, path)),
      text: (path) => readFileSync(inside(out, path), "utf8"),
    },
  };
}

/** Files of up to so many bytes are written in one go, several at a time; larger ones piece by piece. */
const smallFile = 1 << 20;
const atATime = 16;

interface Writer {
  /** Gives the size and hash at once; a small file may still be on its way to the disk. */
  write(file: OutputFile): Promise<WrittenFile>;
  /** Waits until everything is on the disk. */
  settle(): Promise<void>;
}

function writerTo(folder: string): Writer {
  const made = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const settle = async () => {
    await Promise.all(underWay);
    if (failures.length > 0) throw failures[0];
  };
  const put = (target: string, bytes: Uint8Array) => {
    const work: Promise<void> = writeFile(target, bytes, { flag: "wx" })
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  return {
    settle,
    async write({ path, chunks }) {
      const target = join(folder, ...path.split("/"));
      const parent = dirname(target);
      if (!made.has(parent)) {
        await mkdir(parent, { recursive: true });
        made.add(parent);
      }
      const hash = createHash("sha256");
      const gathered: Uint8Array[] = [];
      let bytes = 0;
      let held = 0;
      let file: FileHandle | undefined;
      try {
        for await (const chunk of chunks) {
          const piece = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
          hash.update(piece);
          bytes += piece.byteLength;
          held += piece.byteLength;
          gathered.push(piece);
          if (held < smallFile) continue;
          file ??= await open(target, "wx");
          await file.writeFile(Buffer.concat(gathered.splice(0)));
          held = 0;
        }
        if (file) await file.writeFile(Buffer.concat(gathered));
        else put(target, Buffer.concat(gathered));
      } finally {
        await file?.close();
      }
      while (underWay.size >= atATime) await Promise.race(underWay);
      if (failures.length > 0) throw failures[0];
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
