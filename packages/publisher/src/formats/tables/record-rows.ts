// Rows that are about one record each, and the columns that their tables share.

import type { Dataset, DetailsOf, Municipality, TableWithDetails } from "@shihyo/core";
import { columnsFilledIn } from "./detail-columns.ts";
import { type FilledColumn, required, worded } from "./published-table.ts";

export interface RowOf<T> {
  readonly municipality: Municipality;
  readonly dataset: Dataset;
  readonly item: T;
}

export function recordRows<T>(dataset: Dataset, items: Iterable<T>): RowOf<T>[] {
  return [...items].map((item) => ({ municipality: dataset.municipality, dataset, item }));
}

/** The columns of the details that only some cities give. */
export const detailsFilledIn = <N extends TableWithDetails>(
  table: N,
  records: (dataset: Dataset) => Iterable<DetailsOf<N>>,
) => columnsFilledIn(table, records, ({ item }: { readonly item: DetailsOf<N> }) => item);

/** The address of what the row is about: below the base. */
export function uriColumn<Row extends { readonly municipality: Municipality }>(
  path: (row: Row) => string,
): FilledColumn<Row> {
  return worded("URI", "URI", "anyURI", (row) => row.municipality.base + path(row), required);
}

/** What the document is called that the row was read from. */
export function sourceColumn<Row extends { readonly dataset: Dataset }>(
  source: (row: Row) => string,
  more: Pick<FilledColumn<Row>, "required"> = {},
): FilledColumn<Row> {
  return worded("出典", "Source", "string", (row) => row.dataset.sources.get(source(row))?.title.ja, more);
}
