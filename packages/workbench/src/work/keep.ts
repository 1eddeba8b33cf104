// The clerk's work between visits, kept in this browser alone (IndexedDB).

import { createStore, del, get, set } from "idb-keyval";
import type { FileMap } from "../worker/protocol.ts";

/** What is kept: the city's files as they are now, as they were read, and where they came from. */
export interface Kept {
  readonly name: string;
  readonly files: FileMap;
  readonly read: FileMap;
  readonly folder?: FileSystemDirectoryHandle;
}

let opened: ReturnType<typeof createStore> | undefined;

function store(): ReturnType<typeof createStore> {
  opened ??= createStore("shihyo-workbench", "work");
  return opened;
}

const key = "city";

export async function keep(kept: Kept): Promise<void> {
  try {
    await set(key, kept, store());
  } catch (error) {
    // Some browsers keep no folder between visits when the page comes from disk; the files are what matters.
    if (kept.folder === undefined) throw error;
    const { folder: _, ...rest } = kept;
    await set(key, rest, store());
  }
}

export function kept(): Promise<Kept | undefined> {
  return get<Kept>(key, store());
}

export function throwAway(): Promise<void> {
  return del(key, store());
}
