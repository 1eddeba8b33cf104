// A published table: its columns with what they mean, and how its rows come out of a dataset.

import type { Dataset, Text } from "@shihyo/core";

/** What a column holds, as CSVW and the other formats name it. */
export type ColumnType = "string" | "integer" | "decimal" | "boolean" | "date" | "gYear" | "anyURI";

export interface PublishedColumn {
  /** The header of the CSV. */
  readonly name: string;
  readonly title: Text;
  readonly description?: Text;
  readonly type: ColumnType;
  /** True where no row is without a value. */
  readonly required?: boolean;
}

/** A column with how a row fills it; an empty string where there is no value. */
export interface FilledColumn<Row> extends PublishedColumn {
  cell(row: Row): string;
}

export interface PublishedTable {
  /** In the file's name: `indicator_result` for `142123_indicator_result.csv`. */
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly columns: readonly PublishedColumn[];
  /** The columns that tell one row from every other. */
  readonly primaryKey: readonly string[];
  /** The cells of one row after another, in the order of the columns. */
  records(dataset: Dataset): Iterable<string[]>;
}

interface TableOf<Row> extends Omit<PublishedTable, "records"> {
  readonly columns: readonly FilledColumn<Row>[];
  rows(dataset: Dataset): Iterable<Row>;
}

/** A table whose rows nobody outside needs to know. */
export function publishedTable<Row>({ rows, ...table }: TableOf<Row>): PublishedTable {
  return {
    ...table,
    *records(dataset) {
      for (const row of rows(dataset)) yield table.columns.map((column) => column.cell(row));
    },
  };
}

/** A column in one line: header, English title, type, cell. */
export function column<Row>(
  name: string,
  english: string,
  type: ColumnType,
  cell: (row: Row) => string | number | undefined,
  more: { readonly required?: boolean; readonly description?: Text } = {},
): FilledColumn<Row> {
  return { name, title: { ja: name, en: english }, type, cell: (row) => String(cell(row) ?? ""), ...more };
}

/** The file that a municipality's table is published as. */
export function tableFile(code: string, { name }: PublishedTable): string {
  return `${code}_${name}.csv`;
}
