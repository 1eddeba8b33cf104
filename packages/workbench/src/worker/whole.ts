// The whole city as one sheet for the page's grid: its rows, which columns may be written in, and each issue in its cell.

import type { Issue } from "@shihyo/core";
import { citySheet, issuesOnSheet } from "@shihyo/publisher/pure";
import type { CityInMemory } from "./at-hand.ts";
import type { ShownSheet } from "./protocol.ts";

export function wholeSheet({ dataset, tables }: CityInMemory, issues: readonly Issue[]): ShownSheet {
  const sheet = citySheet(dataset, tables);
  const header = sheet.columns.map((column) => column.header);
  return {
    header,
    open: sheet.columns.map(({ open }) => open),
    choices: sheet.columns.map(({ list }) => (list === undefined ? [] : (sheet.lists[list] ?? []))),
    rows: sheet.rows.map(({ listing, indicator, breakdown, cells }, index) => ({
      number: index + 2,
      cells: header.map((name, at) => [listing, indicator, breakdown][at] ?? cells[name] ?? ""),
    })),
    placed: issuesOnSheet(dataset, tables, sheet, issues),
  };
}
