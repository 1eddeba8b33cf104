// The details of indicators and nodes as columns: those that every city has, and those that only some fill in.

import { type Detail, type Details, entriesOf } from "@shihyo/core";
import { column, type FilledColumn, says } from "./published-table.ts";

interface RowOf<T> {
  readonly item: T;
}

/** One column a detail, in their order; `which` says whose. */
export function detailColumns<T extends object, Row extends RowOf<Partial<T>>>(
  details: Details<T>,
  which: (key: keyof T & string, detail: Detail<unknown>) => boolean,
): FilledColumn<Row>[] {
  return entriesOf(details)
    .filter(([key, detail]) => which(key, detail))
    .map(([key, detail]) =>
      column<Row>(
        detail.header,
        detail.title.en,
        detail.kind,
        ({ item }) => {
          const value = item[key];
          return value === undefined ? "" : detail.cell(value);
        },
        {
          // Words of a fixed choice are concepts in the graph, which a cell of words does not lead to.
          ...(detail.choices
            ? {}
            : {
                means:
                  detail.isCode || detail.kind !== "string"
                    ? says(`def:${detail.property}`)
                    : says(`def:${detail.property}`, "ja"),
              }),
        },
      ),
    );
}

/** A column that every city's table has. */
export const isAlwaysThere = (_: string, { columns }: Detail<unknown>): boolean =>
  columns.every(({ isOptional }) => !isOptional);

/** A column that a city's table may leave out, where one of the records fills it in. */
export function isFilledIn<T extends object>(
  records: Iterable<Partial<T>>,
): (key: keyof T & string, detail: Detail<unknown>) => boolean {
  const all = [...records];
  return (key, detail) => !isAlwaysThere(key, detail) && all.some((record) => record[key] !== undefined);
}
