// Keeps the clerk's work between visits, in this browser alone (IndexedDB).

import type { SheetEdit } from "@shihyo/publisher/pure";
import { createStore, del, get, set } from "idb-keyval";
import type { ReportFile } from "../reader/protocol.ts";
import type { FileMap } from "../worker/protocol.ts";

/** What is kept: the city's files as they are now, as they were read, and where they came from. */
export interface Kept {
  readonly name: string;
  readonly files: FileMap;
  readonly read: FileMap;
  readonly folder?: FileSystemDirectoryHandle;
  /** The code of a city whose tables still hold examples. */
  readonly freshCode?: string;
  /** A report that is being brought in, with what was answered so far. */
  readonly report?: BroughtReport;
  /** What was typed into the whole and is not in the tables yet. */
  readonly drafts?: readonly SheetEdit[];
}

/** A report that is being brought in. */
export interface BroughtReport {
  readonly files: readonly ReportFile[];
  readonly answers: ReadonlyMap<string, string>;
  /** The answers before each step, for the way back. */
  readonly before: readonly ReadonlyMap<string, string>[];
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
