// A city's tables as the one sheet looks at them: by file and row, and what a column of the sheet is.

import type { CityFile, CityRow } from "../../formats/read/city-file-text.ts";

/** A city's tables by file: `nodes.csv`, `observations/2024.csv`. */
export type CityTables = ReadonlyMap<string, CityFile>;

export interface SheetColumn {
  readonly header: string;
  readonly width: number;
  /** May be written in, in a row that is there already. */
  readonly open: boolean;
  /** Which drop-down it has. */
  readonly list?: string;
  readonly align?: "left" | "right" | "center";
}

export interface PlacedRow {
  readonly index: number;
  readonly row: CityRow;
}

export const rowsOf = (tables: CityTables, file: string): readonly CityRow[] => tables.get(file)?.rows ?? [];

/** The level of a node as its table names it: 段, or 種別 in tables of an earlier format. */
export const levelOf = (node: CityRow) => node.段 ?? node.種別 ?? "";
