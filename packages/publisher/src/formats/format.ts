// A format: one way to write a dataset, as files that are not yet on disk.

import type { Dataset } from "@shihyo/core";

export interface OutputFile {
  /** Below the published folder, with `/`. */
  readonly path: string;
  /** UTF-8 text or bytes, piece by piece, so that a file may be larger than memory. */
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** What later formats may know of the files written before them in the same run. */
export interface WrittenFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export type WrittenFiles = ReadonlyMap<string, WrittenFile>;

/** What is built elsewhere and published as it is: schemas, elements, the pages' scripts. */
export interface Provided {
  /** The version of the elements that this publisher brings. */
  readonly widgetVersion: string;
  /** `schema/dataset.schema.json`, `widgets/kpi.js`, `assets/page.js`. */
  bytes(name: string): Uint8Array;
}

/** What a format may read while a run lasts. */
export interface Folders {
  readonly provided: Provided;
  /** A file that an earlier format of the same run wrote. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** The same at once, for what fits into memory. */
  text(path: string): string;
  /** The published folder as it stands; the run takes its place only at the end. */
  readonly earlier: EarlierFolder;
}

export interface EarlierFolder {
  /** The files of ours in it, in the order of code units; empty where nothing was published yet. */
  readonly paths: readonly string[];
  read(path: string): AsyncIterable<Uint8Array>;
  /** A small file at once. */
  text(path: string): string;
}

export interface Format {
  readonly name: string;
  /**
   * Called when every format before it is written; `written` is complete up to there. `folders` is there in
   * every run that publishes, for the formats that pack or keep files.
   */
  files(dataset: Dataset, written: WrittenFiles, folders?: Folders): Iterable<OutputFile>;
}

/** The files built elsewhere, for a format that cannot do without them. */
export function providedTo(folders: Folders | undefined): Provided {
  if (!folders) throw new Error("the files that are built elsewhere are handed in by a run");
  return folders.provided;
}
