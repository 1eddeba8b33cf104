// A detail: a plain fact of a record that every format publishes as it stands, described once for all of them.

import type { KanaBasis } from "../model/indicator.ts";
import type { Title } from "../words/readers.ts";
import { optionalColumn } from "./columns.ts";
import { type Field, text } from "./field.ts";
import type { Choices, Row } from "./row.ts";
import type { TableColumn } from "./table.ts";
import { kanaBasisWords, wordFor } from "./words.ts";

/** What a word of a fixed choice means, and its English. */
interface DetailChoice {
  readonly word: string;
  readonly meaning: string;
  readonly english: string;
}

export interface Detail<V> extends Field<V> {
  /** What stands beside the value on a page, and what its column and its property are called. */
  readonly title: Title;
  /** The end of its property's IRI: `numerator` for `def/#numerator`. */
  readonly property: string;
  /** A code: of no language. */
  readonly isCode?: true;
  /** Where its words are fixed. */
  readonly choices?: readonly DetailChoice[];
}

/** Every property of the record has its detail; their order is that of columns and rows. */
export type Details<T extends object> = { readonly [K in keyof T]-?: Detail<NonNullable<T[K]>> };

type Names = Pick<Detail<unknown>, "property" | "title" | "isCode">;

/** Words as they stand in the cell, in a column that a table may leave out. */
export function words(header: string, ja: string, en: string, names: Names): Detail<string> {
  return { ...text(header, ja, en), ...names };
}

/** The same in a column that every table has, filled in or not. */
export function wordsAlways(header: string, ja: string, en: string, names: Names): Detail<string> {
  return { ...words(header, ja, en, names), columns: [{ header, about: { ja, en } }] };
}

/** One of a few words, each with its English. */
export function choiceOf<T extends string>(
  header: string,
  choices: Choices<T>,
  english: Readonly<Record<T, string>>,
  ja: string,
  en: string,
  names: Names,
): Detail<T> {
  return {
    header,
    about: { ja, en },
    kind: "string",
    isRequired: false,
    columns: [optionalColumn(header, ja, en)],
    read: (row) => row.choice(header, choices),
    cell: (value) => wordFor(choices, value),
    choices: Object.entries(choices).map(([word, meaning]) => ({
      word,
      meaning: meaning as string,
      english: english[meaning as T],
    })),
    ...names,
  };
}

/** Whose a reading (名称_よみ) is: the same for every name that has one. */
export const kanaBasisDetail: Detail<KanaBasis> = choiceOf(
  "よみ_根拠",
  kanaBasisWords,
  { draft: "Draft, not yet looked at", checked: "Looked at" },
  "仮（shihyo yomi の下書き）・確認（人が見た）。空は団体が書いたもの",
  "仮 (drafted by shihyo yomi) or 確認 (looked at by a person); empty for the body's own",
  {
    property: "kanaSource",
    title: { ja: "読みの根拠", en: "Who says how it is read", easy: "よみかたは だれが 書いたか" },
  },
);

/** The details one after another, each with its key. */
export function entriesOf<T extends object>(
  details: Details<T>,
): (readonly [keyof T & string, Detail<unknown>])[] {
  return Object.entries(details) as [keyof T & string, Detail<unknown>][];
}

/** The columns that the details take: those that every table has, or those that it may leave out. */
export function columnsOf<T extends object>(details: Details<T>, optional: boolean): TableColumn[] {
  return entriesOf(details)
    .flatMap(([, { columns }]) => columns)
    .filter(({ isOptional }) => (isOptional ?? false) === optional);
}

export function readDetails<T extends object>(row: Row, details: Details<T>): Partial<T> {
  return Object.fromEntries(entriesOf(details).map(([key, { read }]) => [key, read(row)])) as Partial<T>;
}

/** The details that a record has. */
export function detailsOf<T extends object>(record: Partial<T>, details: Details<T>): Partial<T> {
  return Object.fromEntries(
    entriesOf(details).flatMap(([key]) => (record[key] === undefined ? [] : [[key, record[key]]])),
  ) as Partial<T>;
}
