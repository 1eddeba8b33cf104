// The data files of a release among those that were written: what the ZIP holds and what metadata lists.

import type { Dataset } from "@shihyo/core";
import type { WrittenFile, WrittenFiles } from "./format.ts";
import { type DataFileKind, dataFileKinds, listFile, pathOf } from "./published-files.ts";
import { tableFor } from "./tables/published-table.ts";

export interface DataFile extends WrittenFile, DataFileKind {
  readonly path: string;
  /** The ending, which is also what catalogues call the format: `csv`. */
  readonly format: string;
}

/** A municipality's own data files: tables first, then the forms of the whole. The rows of its list are none of them. */
export function dataFiles(dataset: Dataset, written: WrittenFiles): DataFile[] {
  const { code } = dataset.municipality;
  return dataFileKinds.flatMap((kind) => {
    const path = pathOf(code, kind);
    const file = written.get(path);
    if (!file || kind.file === listFile || kind.file.startsWith("/")) return [];
    // Columns follow the names of the city's levels.
    const table = kind.table && tableFor(kind.table, dataset);
    return [
      { path, ...file, ...kind, ...(table ? { table } : {}), format: path.slice(path.lastIndexOf(".") + 1) },
    ];
  });
}

/** What describes the data to machines, beside the data files and under names that are the same for every city. */
export function describesData(path: string): boolean {
  return (
    path === "datapackage.json" ||
    path === "croissant.json" ||
    path === "csv-metadata.json" ||
    path.startsWith("schema/")
  );
}

/** The rows for the city's own list of open data: about the data files, and none of them. */
export const listFileEnding = `_${listFile}`;
