// A detail: a plain fact of a record that every format publishes as it stands, described once for all of them.

import type { Title } from "../words/readers.ts";
import { optionalColumn } from "./columns.ts";
import { type Field, text } from "./field.ts";
import type { Choices } from "./row.ts";
import { wordFor } from "./words.ts";

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

/**
 * Every property of the record has its detail; their order is that of columns and rows. A value is one that JSON has: a
 * number with decimals is text, as printed.
 */
export type Details<T extends object> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends string | number | boolean
    ? Detail<NonNullable<T[K]>>
    : never;
};

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
    columns: [optionalColumn(header, [ja, en])],
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
