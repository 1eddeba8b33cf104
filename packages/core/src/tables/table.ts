// A table that people edit: its file, its columns in order, and how a row of it becomes part of the model.

import { createIssue, type Issue } from "../check/issue.ts";
import { cellFault, withoutInvisible } from "./cell-faults.ts";
import { Row, shown } from "./row.ts";

export interface TableColumn {
  readonly header: string;
  /** What stands in it, for the clerk's guide and for a new folder. */
  readonly about: { readonly ja: string; readonly en: string };
  /** A table without it is whole. */
  readonly isOptional?: boolean;
}

export interface Table<T extends object> {
  /** Below the city's folder: `nodes.csv`; `observations/*.csv` for one file a year. */
  readonly file: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly columns: readonly TableColumn[];
  /** The column that holds the row's own ID, where it has one. */
  readonly idColumn?: string;
  /** A city that has no use for it leaves the file out. */
  readonly isOptional?: boolean;
  read(row: Row, file: string): T;
}

/** A file's cells as they stand, with the number of each row as Excel counts it. */
export interface Sheet {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** What a table held: its records, which of them have errors, and every ID that was given. */
export interface TableContents<T> {
  /** With those of rows that have errors, as far as they could be read. */
  readonly records: readonly T[];
  readonly failed: readonly T[];
  readonly ids: readonly string[];
  readonly issues: readonly Issue[];
}

/** Where each record of the model stood in the city's files. */
export type RecordPlaces = Map<object, { readonly file: string; readonly row: number }>;

/** Every ID that a table's rows give, also of rows that have errors, so that one slip is told once. */
export type KnownIds = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads a sheet strictly: unknown and missing columns, and every cell that does not fit, become issues. */
export function readTable<T extends object>(
  table: Table<T>,
  sheet: Sheet,
  places: RecordPlaces,
): TableContents<T> {
  const issues: Issue[] = [];
  const report = (issue: Issue) => issues.push(issue);
  const expected = table.columns
    .filter(({ isOptional }) => !isOptional)
    .map(({ header }) => header)
    .join(",");
  if (sheet.header.length === 0) {
    const issue = createIssue("file-empty", { file: sheet.file }, { expected });
    return { records: [], failed: [], ids: [], issues: [issue] };
  }
  const header = sheet.header.map(withoutInvisible);
  for (const [index, found] of sheet.header.entries()) {
    const fault = found === header[index] ? undefined : cellFault(found);
    if (fault) issues.push(createIssue(fault.code, { file: sheet.file, row: 1 }, fault.details));
  }
  issues.push(...headerIssues(table, { ...sheet, header }, expected));
  const alike = new Map<string, { readonly id: string; readonly number: number }>();
  const unnamed = header.flatMap((name, index) => (name === "" ? [index] : []));
  const records: T[] = [];
  const failed: T[] = [];
  const ids: string[] = [];
  for (const { number, cells } of sheet.rows) {
    for (const [place, index] of unnamed.entries()) {
      const found = cells[index] ?? "";
      if (found === "") continue;
      const details = { found: shown(found), column: index + 1 };
      report(createIssue("header-missing", { file: sheet.file, row: number }, details));
      // Once for a column is enough.
      unnamed.splice(place, 1);
      break;
    }
    if (cells.every((cell) => cell === "")) continue;
    const byHeader = new Map(header.map((name, index) => [name, cells[index] ?? ""]));
    const row = new Row(sheet.file, number, byHeader, report);
    for (const [column, cell] of byHeader) row.refuse(column, cellFault(cell));
    const beyond = cells.slice(sheet.header.length).find((cell) => cell !== "");
    if (beyond !== undefined) {
      report(createIssue("row-too-long", { file: sheet.file, row: number }, { found: beyond }));
      row.failed = true;
    }
    const record = table.read(row, sheet.file);
    if (table.idColumn) {
      const id = row.raw(table.idColumn);
      ids.push(id);
      // Windows and macOS keep one of two files whose names differ in their case only.
      const first = alike.get(id.toLowerCase());
      if (first && first.id !== id) {
        row.issue("id-differs-in-case", table.idColumn, { found: id, other: first.id, first: first.number });
      }
      alike.set(id.toLowerCase(), first ?? { id, number });
    }
    places.set(record, { file: sheet.file, row: number });
    records.push(record);
    if (row.failed) failed.push(record);
  }
  return { records, failed, ids, issues };
}

/** Where so many headers are wrong, the rest says nothing new. */
const firstOfMany = 50;

function headerIssues({ columns }: Table<object>, { file, header }: Sheet, expected: string): Issue[] {
  const known = new Set(columns.map((column) => column.header));
  const missing = columns
    .filter((column) => !column.isOptional && !header.includes(column.header))
    .map(({ header: column }) => createIssue("column-missing", { file, row: 1, column }, { column }));
  const unknown = header
    .filter((found) => found !== "" && !known.has(found))
    .slice(0, firstOfMany)
    .map((found) => createIssue("column-unknown", { file, row: 1, column: found }, { found, expected }));
  const seen = new Set<string>();
  const twice = header
    .filter((found) => found !== "" && (seen.has(found) || !seen.add(found)))
    .slice(0, firstOfMany)
    .map((found) => createIssue("column-twice", { file, row: 1, column: found }, { found }));
  return [...missing, ...unknown, ...twice];
}
