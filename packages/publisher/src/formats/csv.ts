// CSV: UTF-8 with BOM, CRLF, a header in row 1, every field quoted (RFC 4180, e-Stat 4-1 and 4-12).

import type { Dataset } from "@shihyo/core";
import { stringify } from "csv-stringify/sync";
import { byteOrderMark } from "./bytes.ts";
import type { Format } from "./format.ts";
import { type PublishedTable, tableFile } from "./tables/published-table.ts";
import { publishedTablesOf } from "./tables/published-tables.ts";

/** So many records are put into words at a time; more take more memory and, at a million rows, more time. */
const batch = 100;

export const csvFormat: Format = {
  name: "csv",
  *files(dataset) {
    for (const table of publishedTablesOf(dataset)) {
      yield { path: tableFile(dataset.municipality.code, table), chunks: csvOf(table, dataset) };
    }
  },
};

/** A table as CSV, some hundred rows at a time. */
export function* csvOf(table: PublishedTable, dataset: Dataset): Iterable<string> {
  yield csvStart(table.columns.map(({ name }) => name));
  let records: string[][] = [];
  for (const record of table.records(dataset)) {
    records.push(record);
    if (records.length < batch) continue;
    yield csvRecords(records);
    records = [];
  }
  if (records.length > 0) yield csvRecords(records);
}

/** The mark and the header. */
export function csvStart(names: readonly string[]): string {
  return byteOrderMark + csvRecords([names]);
}

/**
 * Records with their line ends, every field quoted. Our own few lines: where every field is quoted there is nothing to
 * decide, and a library that decides for each field costs as much as working the table out.
 */
export function csvRecords(records: readonly (readonly string[])[]): string {
  let text = "";
  for (const record of records) {
    let mark = '"';
    for (const field of record) {
      text += mark + (field.includes('"') ? field.replaceAll('"', '""') : field);
      mark = '","';
    }
    text += mark === '"' ? "\r\n" : '"\r\n';
  }
  return text;
}

/** The same without a mark, and quoted only where need be, as standards other than ours ask for it. */
export function csvPlain(records: readonly (readonly string[])[]): string {
  return stringify(records as string[][], { record_delimiter: "\r\n" });
}
