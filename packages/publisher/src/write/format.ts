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

export interface Format {
  readonly name: string;
  /** Called when every format before it is written; `written` is complete up to there. */
  files(dataset: Dataset, written: WrittenFiles): Iterable<OutputFile>;
}
