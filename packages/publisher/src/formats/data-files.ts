// The data files of a release among those that were written: what the ZIP holds and what metadata lists.

import type { Dataset } from "@shihyo/core";
import { type DataFileKind, dataFileKind, dataFilePaths, listFile } from "./data-file-kinds.ts";
import type { WrittenFile, WrittenFiles } from "./format.ts";

export interface DataFile extends WrittenFile, DataFileKind {
  readonly path: string;
  /** The ending, which is also what catalogues call the format: `csv`. */
  readonly format: string;
}

/** A municipality's own data files: tables first, then the forms of the whole. The rows of its list are none of them. */
export function dataFiles(dataset: Dataset, written: WrittenFiles): DataFile[] {
  const { municipality } = dataset;
  return dataFilePaths(municipality).flatMap((path) => {
    const file = written.get(path);
    const kind = dataFileKind(municipality, path);
    if (!file || !kind || path.endsWith(listFileEnding)) return [];
    // Columns follow the names of the city's levels.
    const table = kind.table?.of?.(dataset) ?? kind.table;
    return [
      { path, ...file, ...kind, ...(table ? { table } : {}), format: path.slice(path.lastIndexOf(".") + 1) },
    ];
  });
}

/** The rows for the city's own list of open data: about the data files, and none of them. */
export const listFileEnding = `_${listFile}`;
