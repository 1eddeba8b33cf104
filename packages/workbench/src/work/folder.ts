// A folder on the clerk's computer, read and written in place with the browser's leave; a run that is cut off leaves the old or the new.

import type { Bytes, FileMap } from "../worker/protocol.ts";

/** While files are put in place, their new contents lie here, with a list of what is to be done. */
const staging = ".shihyo-new";
const journal = "journal.json";

interface Journal {
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/** Every file below the folder that `wanted` names. A run that was cut off is finished, or undone, first. */
export async function readFolder(
  folder: FileSystemDirectoryHandle,
  wanted: (path: string) => boolean,
): Promise<FileMap> {
  await recover(folder);
  const files = new Map<string, Bytes>();
  for await (const [path, handle] of filesBelow(folder, "")) {
    if (wanted(path)) files.set(path, await bytesOf(handle));
  }
  return files;
}

/** Whether nothing lies in it but what a run of ours left behind. */
export async function isEmpty(folder: FileSystemDirectoryHandle): Promise<boolean> {
  for await (const name of folder.keys()) if (name !== staging) return false;
  return true;
}

/** The same bytes under the same paths; what stands in `remove` goes. */
export async function writeFolder(
  folder: FileSystemDirectoryHandle,
  files: Iterable<readonly [string, Bytes]> | AsyncIterable<readonly [string, Bytes]>,
  remove: readonly string[] = [],
  onFile: (done: number) => void = () => undefined,
): Promise<void> {
  await recover(folder);
  const beside = await folder.getDirectoryHandle(staging, { create: true });
  const paths: string[] = [];
  for await (const [path, bytes] of files) {
    await put(beside, path, bytes);
    onFile(paths.push(path));
  }
  const written = new Set(paths);
  const plan: Journal = { put: paths, remove: remove.filter((path) => !written.has(path)) };
  await put(beside, journal, new TextEncoder().encode(JSON.stringify(plan)));
  await carryThrough(folder, plan, (count) => onFile(paths.length + count));
}

async function recover(folder: FileSystemDirectoryHandle): Promise<void> {
  const beside = await folder.getDirectoryHandle(staging).catch(() => undefined);
  if (!beside) return;
  const text = await read(beside, journal);
  if (text === undefined) await folder.removeEntry(staging, { recursive: true });
  else await carryThrough(folder, JSON.parse(new TextDecoder().decode(text)) as Journal, () => undefined);
}

/** May be begun again from any point at which it was cut off. */
async function carryThrough(
  folder: FileSystemDirectoryHandle,
  plan: Journal,
  onFile: (done: number) => void,
): Promise<void> {
  const beside = await folder.getDirectoryHandle(staging);
  let done = 0;
  for (const path of plan.put) {
    const bytes = await read(beside, path);
    if (bytes) await put(folder, path, bytes);
    onFile(++done);
  }
  for (const path of plan.remove) {
    const [parent, name] = await parentOf(folder, path, false).catch(() => [undefined, ""] as const);
    await parent?.removeEntry(name).catch(() => undefined);
  }
  await folder.removeEntry(staging, { recursive: true });
}

async function* filesBelow(
  folder: FileSystemDirectoryHandle,
  before: string,
): AsyncIterable<readonly [string, FileSystemFileHandle]> {
  for await (const [name, handle] of folder.entries()) {
    if (name === staging) continue;
    if (handle.kind === "file") yield [before + name, handle as FileSystemFileHandle];
    else yield* filesBelow(handle as FileSystemDirectoryHandle, `${before}${name}/`);
  }
}

async function bytesOf(handle: FileSystemFileHandle): Promise<Bytes> {
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

async function read(folder: FileSystemDirectoryHandle, path: string): Promise<Bytes | undefined> {
  try {
    const [parent, name] = await parentOf(folder, path, false);
    return await bytesOf(await parent.getFileHandle(name));
  } catch {
    return undefined;
  }
}

/** A file's new content takes the old one's place only when it is whole: `close` does that. */
async function put(folder: FileSystemDirectoryHandle, path: string, bytes: Bytes): Promise<void> {
  const [parent, name] = await parentOf(folder, path, true);
  const writable = await (await parent.getFileHandle(name, { create: true })).createWritable();
  await writable.write(bytes);
  await writable.close();
}

async function parentOf(
  folder: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<readonly [FileSystemDirectoryHandle, string]> {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  let parent = folder;
  for (const part of parts) parent = await parent.getDirectoryHandle(part, { create });
  return [parent, name];
}
