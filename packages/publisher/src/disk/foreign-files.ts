// Files that others put into a published folder: told from our own, and carried over into the new folder unchanged.

import type { Stats } from "node:fs";
import {
  chmod,
  chown,
  cp,
  lchown,
  link,
  lstat,
  lutimes,
  mkdir,
  readdir,
  readFile,
  stat,
  utimes,
} from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { checksumFile, listedSums } from "../formats/checksums.ts";
import type { WrittenFiles } from "../formats/format.ts";
import { Refusal } from "../refusal.ts";

/** The files in a published folder, by whether a run of ours wrote them. */
export interface PresentFiles {
  /** A web server's settings, for instance; they are carried over. */
  readonly foreign: readonly string[];
  readonly ours: readonly string[];
  readonly folders: readonly string[];
}

/** A folder that is not ours at all is refused, so that nothing is lost in it. */
export async function presentFiles(out: string, code: string): Promise<PresentFiles> {
  const found = await stat(out).catch(() => undefined);
  if (!found) return { foreign: [], ours: [], folders: [] };
  if (!found.isDirectory()) {
    throw new Refusal({
      ja: `${out} はファイルです。書き出し先にはフォルダーを指定してください。`,
      en: `${out} is a file. Name a folder to write to.`,
    });
  }
  const { files, folders } = await below(out);
  if (files.length === 0) return { foreign: [], ours: [], folders };
  const ours = await ownFiles(out);
  if (!ours.has(`${code}_dataset.json`)) {
    throw new Refusal({
      ja: `${out} には、この団体の公開フォルダーではないファイルがあります。空のフォルダーか、前に書き出したフォルダーを指定してください。`,
      en: `${out} holds files that are not this municipality's published folder. Name an empty folder, or the one written before.`,
    });
  }
  return {
    foreign: files.filter((path) => !ours.has(path)),
    ours: files.filter((path) => ours.has(path)).sort(),
    folders,
  };
}

async function ownFiles(folder: string): Promise<ReadonlySet<string>> {
  const sums = await readFile(join(folder, checksumFile), "utf8").catch(() => "");
  return new Set([...listedSums(sums).keys(), checksumFile]);
}

async function below(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = (isFolder: boolean) =>
    entries
      .filter((entry) => entry.isDirectory() === isFolder)
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return { files: paths(false), folders: paths(true) };
}

/** With modes, owners and times, also of folders, and of the published folder itself. */
export async function carryOver(
  from: string,
  to: string,
  { foreign, ours, folders }: PresentFiles,
  written: WrittenFiles,
): Promise<void> {
  const made = new Set<string>();
  for (const path of written.keys()) for (const folder of foldersAbove(path)) made.add(folder);
  const taken = foreign.find((path) => written.has(path) || made.has(path));
  const clash = taken ?? folders.find((path) => written.has(path));
  if (clash !== undefined) {
    throw new Refusal({
      ja: `${clash} は、公開フォルダーに後から置かれたファイルと名前が重なります。別の名前にしてから、もう一度実行してください。`,
      en: `${clash} was put into the published folder by hand and bears the name of a file of ours. Rename it, then run this again.`,
    });
  }
  // A folder with nothing in it but files of ours goes with them; an empty one was put there.
  const full = new Set([...foreign, ...ours].flatMap(foldersAbove));
  const others = new Set(foreign.flatMap(foldersAbove));
  const kept = folders.filter((path) => others.has(path) || !full.has(path) || made.has(path));
  for (const path of kept) await mkdir(join(to, ...path.split("/")), { recursive: true });
  for (const path of foreign) await carry(join(from, ...path.split("/")), join(to, ...path.split("/")));
  // Innermost first: what is put into a folder changes its times.
  for (const path of kept.toSorted((a, b) => b.length - a.length)) {
    const parts = path.split("/");
    await likeBefore(join(from, ...parts), join(to, ...parts), !made.has(path));
  }
  if (await lstat(from).catch(() => undefined)) await likeBefore(from, to, false);
}

/** What others put into the old folder while the new one was being written. */
export async function carryLate(old: string, now: string): Promise<void> {
  const ours = await ownFiles(old);
  const { files } = await below(old);
  for (const path of files.filter((file) => !ours.has(file))) {
    const target = join(now, ...path.split("/"));
    if (await lstat(target).catch(() => undefined)) continue;
    const made = await mkdir(dirname(target), { recursive: true }).then(
      () => true,
      () => false,
    );
    if (made) await carry(join(old, ...path.split("/")), target);
  }
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** The very same file under a second name where the disk can, so that all of it stays; else a copy like it. */
async function carry(from: string, to: string): Promise<void> {
  const before = await lstat(from);
  if (!before.isSymbolicLink()) {
    const isLinked = await link(from, to).then(
      () => true,
      () => false,
    );
    if (isLinked) return;
    if (!before.isFile()) {
      throw new Refusal({
        ja: `${from} はファイルでもフォルダーでもないので、新しい公開フォルダーに移せません。別の場所に移してください。`,
        en: `${from} is neither a file nor a folder, so it cannot be taken along into the new one. Move it elsewhere.`,
      });
    }
  }
  await cp(from, to, { verbatimSymlinks: true, preserveTimestamps: true });
  await ownedLike(before, (uid, gid) => lchown(to, uid, gid), await lstat(to));
  if (before.isSymbolicLink()) await lutimes(to, before.atime, before.mtime);
  else await chmod(to, before.mode & 0o7777);
}

async function likeBefore(from: string, to: string, withTimes: boolean): Promise<void> {
  const before = await stat(from);
  const now = await stat(to);
  await ownedLike(before, (uid, gid) => chown(to, uid, gid), now);
  if ((now.mode & 0o7777) !== (before.mode & 0o7777)) await chmod(to, before.mode & 0o7777);
  if (withTimes) await utimes(to, before.atime, before.mtime);
}

/** Who may not give files away keeps at least the group. */
export async function ownedLike(
  before: Stats,
  give: (uid: number, gid: number) => Promise<void>,
  now: Stats,
): Promise<void> {
  if (before.uid === now.uid && before.gid === now.gid) return;
  await give(before.uid, before.gid).catch(() => give(now.uid, before.gid).catch(() => undefined));
}
