// The details of a record as columns, in words and in codes, and the columns that a table has where a city fills them in.

import {
  type Dataset,
  type Detail,
  type DetailsOf,
  detailsIn,
  filledIn,
  type TableWithDetails,
} from "@shihyo/core";
import {
  type ColumnMeaning,
  type ColumnType,
  coded,
  type FilledColumn,
  leads,
  says,
  worded,
} from "./published-table.ts";

/** A detail whose column every city's table has. */
const isAlwaysThere = ({ columns }: Detail<unknown>): boolean =>
  columns.every(({ isOptional }) => !isOptional);

/** The columns of the details that every city's table has. */
export function columnsAlwaysThere<T extends TableWithDetails, Row>(
  table: T,
  of: (row: Row) => DetailsOf<T>,
): FilledColumn<Row>[] {
  return detailsIn(table).flatMap(([key, detail]) =>
    isAlwaysThere(detail) ? inWords<Row>(detail, (row) => of(row)[key]) : [],
  );
}

/** The columns of the other details that any record has. */
export function columnsFilledIn<T extends TableWithDetails, Row>(
  table: T,
  records: (dataset: Dataset) => Iterable<DetailsOf<T>>,
  of: (row: Row) => DetailsOf<T>,
): (dataset: Dataset) => FilledColumn<Row>[] {
  return (dataset) =>
    filledIn(table, records(dataset)).flatMap(([key, detail]) =>
      isAlwaysThere(detail) ? [] : inWords<Row>(detail, (row) => of(row)[key]),
    );
}

function inWords<Row>(detail: Detail<unknown>, read: (row: Row) => unknown): FilledColumn<Row> {
  const { header, title, kind, choices } = detail;
  const cell = (row: Row) => {
    const value = read(row);
    return value === undefined ? "" : detail.cell(value);
  };
  // Words of a fixed choice are concepts in the graph, which a cell of words does not lead to.
  return worded<Row>(header, title.en, kind, cell, choices ? {} : { means: meaningOf(detail) });
}

function meaningOf({ property, choices, isCode, kind }: Detail<unknown>): ColumnMeaning {
  if (choices) return leads(`def:${property}`, `def/#${property}-`, "");
  return isCode || kind !== "string" ? says(`def:${property}`) : says(`def:${property}`, "ja");
}

/** A detail as a column of codes: as the graph has it. */
interface CodedDetail<Record> {
  readonly header: string;
  readonly title: readonly [ja: string, en: string];
  readonly type: ColumnType;
  readonly means: ColumnMeaning;
  cell(record: Record): string;
}

/** The details that any record has, in the codes of the graph. */
export function codedDetails<T extends TableWithDetails>(
  table: T,
  records: Iterable<DetailsOf<T>>,
): CodedDetail<DetailsOf<T>>[] {
  return filledIn(table, records).map(([key, detail]) => ({
    header: snakeCase(detail.property),
    title: [detail.title.ja, detail.title.en],
    type: detail.choices ? "string" : detail.kind,
    means: meaningOf(detail),
    cell(record) {
      const value = record[key];
      if (value === undefined) return "";
      return detail.choices ? String(value) : detail.cell(value);
    },
  }));
}

/** The same as columns of a table of codes. */
export function codedFilledIn<T extends TableWithDetails, Row>(
  table: T,
  records: (dataset: Dataset) => Iterable<DetailsOf<T>>,
  of: (row: Row) => DetailsOf<T>,
): (dataset: Dataset) => FilledColumn<Row>[] {
  return (dataset) =>
    codedDetails(table, records(dataset)).map(({ header, title: [ja, en], type, means, cell }) =>
      coded<Row>(header, ja, en, type, (row) => cell(of(row)), { means }),
    );
}

/** `periodStart` → `period_start`: a property of the graph as a header of codes. */
export function snakeCase(local: string): string {
  return local.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
