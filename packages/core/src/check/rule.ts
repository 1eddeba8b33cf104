// A rule over a city's whole tables, what it may look at, and how an issue finds its record's row.

import type { Tables } from "../model/dataset.ts";
import type { FiscalYear } from "../model/fiscal-year.ts";
import type { KnownIds, RecordPlaces } from "../tables/table.ts";
import { createIssue, type Issue, type IssueDetails } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";

export type CheckedTables = Omit<Tables, "municipality">;

export interface Context {
  readonly places: RecordPlaces;
  readonly known: KnownIds;
  readonly years: readonly FiscalYear[];
  /** A cell as it stands in a record's row; `undefined` where its table has no such column. */
  readonly cell: (record: object, column: string) => string | undefined;
  /** The records of rows that have errors of their own. */
  readonly failed: ReadonlySet<object>;
}

export type Rule = (tables: CheckedTables, context: Context) => Iterable<Issue>;

/** What a warning is about, so that it can be acknowledged: `K0001`, `K0140B0001`, `L0012`, and the year. */
export interface Subject {
  readonly subject: string;
  readonly year?: FiscalYear;
}

/** An issue at the row where the record stood. */
export function at(
  { places }: Context,
  record: object,
  code: IssueCode,
  column: string | undefined,
  details?: IssueDetails,
  about?: Subject,
): Issue {
  const place = places.get(record) ?? { file: "", row: 0 };
  const issue = createIssue(code, column === undefined ? place : { ...place, column }, details);
  return about ? { ...issue, ...about } : issue;
}

/** The row where a record stood. */
export function rowOf({ places }: Context, record: object): number {
  return places.get(record)?.row ?? 0;
}

/** Each record whose key an earlier one has, with the first that has it; what has no key is left out. */
export function* repeats<T extends object>(
  records: Iterable<T>,
  keyOf: (record: T) => string | undefined,
): Iterable<readonly [record: T, first: T]> {
  const known = new Map<string, T>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const first = known.get(key);
    if (first) yield [record, first];
    else known.set(key, record);
  }
}

/** That an ID stands in the table where it belongs; nothing where it is empty, or the table could not be read. */
export function* refers(
  context: Context,
  record: object,
  column: string,
  id: string | undefined,
  table: string,
  ids: ReadonlySet<string> | undefined = context.known.get(table),
): Iterable<Issue> {
  if (id !== undefined && id !== "" && ids && !ids.has(id))
    yield at(context, record, "unknown-id", column, { found: id, table });
}
