// A field of a record, described once: its header, meaning and kind of value, from which the reader and the published column come.

import { type Decimal, formatDecimal } from "../model/decimal.ts";
import { defined } from "../model/defined.ts";
import type { Bilingual, Text } from "../model/text.ts";
import { optionalColumn, translationColumn } from "./columns.ts";
import type { Choices, Row } from "./row.ts";
import type { Table, TableColumn } from "./table.ts";
import { wordFor } from "./words.ts";

/** What a published cell holds, as XML Schema names it. */
export type FieldKind = "string" | "integer" | "decimal" | "gYear" | "date";

export interface Field<V> {
  readonly header: string;
  readonly about: { readonly ja: string; readonly en: string };
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** The columns of the city's table that it takes. */
  readonly columns: readonly TableColumn[];
  read(row: Row): V | undefined;
  /** The published cell. */
  cell(value: V): string;
}

/** Every property of the record has its field; their order is that of the columns. */
export type Fields<T extends object> = { readonly [K in keyof T]-?: Field<NonNullable<T[K]>> };

function field<V>(
  header: string,
  about: Bilingual,
  kind: FieldKind,
  isRequired: boolean,
  read: (row: Row) => V | undefined,
  cell: (value: V) => string,
): Field<V> {
  const column: TableColumn = isRequired ? { header, about } : optionalColumn(header, [about.ja, about.en]);
  return { header, about, kind, isRequired, columns: [column], read, cell };
}

export const text = (header: string, ja: string, en: string): Field<string> =>
  field(header, { ja, en }, "string", false, (row) => row.text(header), String);

export const neededText = (header: string, ja: string, en: string): Field<string> =>
  field(header, { ja, en }, "string", true, (row) => row.requiredText(header), String);

export const id = (header: string, example: string, ja: string, en: string): Field<string> =>
  field(header, { ja, en }, "string", true, (row) => row.id(header, example), String);

export const reference = (header: string, ja: string, en: string): Field<string> =>
  field(header, { ja, en }, "string", true, (row) => row.requiredReference(header), String);

export const year = (header: string, ja: string, en: string): Field<number> =>
  field(header, { ja, en }, "gYear", true, (row) => row.requiredYear(header), String);

export const integer = (header: string, ja: string, en: string): Field<number> =>
  field(header, { ja, en }, "integer", false, (row) => row.integer(header), String);

export const neededInteger = (header: string, ja: string, en: string): Field<number> =>
  field(header, { ja, en }, "integer", true, (row) => row.requiredInteger(header), String);

export const decimal = (header: string, ja: string, en: string): Field<Decimal> =>
  field(header, { ja, en }, "decimal", false, (row) => row.decimal(header), formatDecimal);

export const choice = <T extends string>(
  header: string,
  words: Choices<T>,
  fallback: T,
  ja: string,
  en: string,
): Field<T> =>
  field(
    header,
    { ja, en },
    "string",
    true,
    (row) => row.requiredChoice(header, words, fallback),
    (value) => wordFor(words, value),
  );

/** A word that stands in the cell or does not: 合計. */
export const flag = (header: string, word: string, ja: string, en: string): Field<boolean> =>
  field(
    header,
    { ja, en },
    "string",
    false,
    (row) => row.choice(header, { [word]: "yes" }) === "yes",
    (value) => (value ? word : ""),
  );

/** A name in Japanese, with its English beside it. */
export const name = (header: string, ja: string, en: string): Field<Text> => ({
  ...field<Text>(
    header,
    { ja, en },
    "string",
    true,
    (row) => row.name(header),
    (value) => value.ja,
  ),
  columns: [
    { header, about: { ja, en } },
    optionalColumn(`${header}_英語`, ["英語の名称", "The name in English"]),
    { ...translationColumn, isOptional: true },
  ],
});

/** The table that its fields make. */
export function tableOf<T extends object>(
  about: Pick<Table<T>, "file" | "title" | "idColumn" | "isOptional">,
  fields: Fields<T>,
): Table<T> {
  const entries = Object.entries(fields) as [keyof T & string, Field<unknown>][];
  return {
    ...about,
    columns: entries.flatMap(([, { columns }]) => columns),
    read: (row) => defined<T>(Object.fromEntries(entries.map(([key, one]) => [key, one.read(row)])) as T),
  };
}
