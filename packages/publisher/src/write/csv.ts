// CSV: UTF-8 with BOM, CRLF, a header in row 1, every field quoted (RFC 4180, e-Stat 4-1 and 4-12).

import type { Dataset } from "@shihyo/core";
import { type PublishedTable, tableFile } from "../tables/published-table.ts";
import { publishedTables } from "../tables/published-tables.ts";
import type { Format } from "./format.ts";

/** The mark by which Excel knows UTF-8. */
const bom = "\uFEFF";

/** So many characters are handed over at a time. */
const piece = 1 << 16;

export const csvFormat: Format = {
  name: "csv",
  *files(dataset) {
    for (const table of publishedTables) {
      yield { path: tableFile(dataset.municipality.code, table), chunks: csvOf(table, dataset) };
    }
  },
};

/** A table as CSV, some hundred rows at a time. */
export function* csvOf(table: PublishedTable, dataset: Dataset): Iterable<string> {
  let text = csvStart(table.columns.map(({ name }) => name));
  for (const record of table.records(dataset)) {
    text += csvRecord(record);
    if (text.length > piece) {
      yield text;
      text = "";
    }
  }
  yield text;
}

/** The mark and the header. */
export function csvStart(names: readonly string[]): string {
  return bom + csvRecord(names);
}

/** A record with its line end. Every field is quoted, so that only a quotation mark needs care. */
export function csvRecord(cells: readonly string[]): string {
  let text = "";
  for (const cell of cells) {
    text += text === "" ? '"' : ',"';
    text += cell.includes('"') ? cell.replaceAll('"', '""') : cell;
    text += '"';
  }
  return `${text}\r\n`;
}
