// Cells of the one sheet changed one by one, as a page's grid does it: the same as if the whole workbook came back with them.

import type { Grid, GridCell } from "@shihyo/core";
import { type CitySheet, citySheet } from "./city-rows.ts";
import { type TakenWhole, takeWhole, type WholeCity } from "./take-whole.ts";

export interface SheetEdit {
  /** From 0, among the sheet's rows; a row beyond the last is a new one. */
  readonly row: number;
  readonly header: string;
  readonly value: string;
}

/** Whoever changes a name in its own cell means the same indicator. */
export function editSheet(city: WholeCity, edits: readonly SheetEdit[]): Promise<TakenWhole> {
  const grid = editedGrid(citySheet(city.dataset, city.tables), edits);
  return takeWhole(city, [grid], "", { renamed: true });
}

function editedGrid({ columns, rows }: CitySheet, edits: readonly SheetEdit[]): Grid {
  const headers = columns.map(({ header }) => header);
  const texts = rows.map(({ listing, indicator, breakdown, cells }) =>
    headers.map((header, at) => [listing, indicator, breakdown][at] ?? cells[header] ?? ""),
  );
  for (const { row, header, value } of edits) {
    while (texts.length <= row) texts.push(headers.map(() => ""));
    const at = headers.indexOf(header);
    const line = texts[row];
    if (line && at >= 0) line[at] = value;
  }
  const asCells = (line: readonly string[]) =>
    line.map((text): GridCell | undefined => (text === "" ? undefined : { text, kind: "text" }));
  return {
    file: "",
    sheet: "",
    source: "csv",
    rows: [asCells(headers), ...texts.map(asCells)],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    hidden: false,
  };
}
