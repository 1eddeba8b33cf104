// The words files of all readers side by side, and what is written by their rules: a text, brackets, a number with its unit.

import type { Language, Text } from "../model/text.ts";
import * as easy from "./easy.ts";
import * as en from "./en.ts";
import * as ja from "./ja.ts";
import type { Marks, PlaceWords, Reader, Writing } from "./writing.ts";

export const readers: readonly Reader[] = ["ja", "en", "easy"];

export const marks: Readonly<Record<Reader, Marks>> = { ja: ja.marks, en: en.marks, easy: easy.marks };

/** How a place in a file is named, in the languages that commands and issues speak. */
export const placeWords: Readonly<Record<Language, PlaceWords>> = { ja: ja.placeWords, en: en.placeWords };

export const writing: Readonly<Record<Reader, Writing>> = {
  ja: ja.writing,
  en: en.writing,
  easy: easy.writing,
};

/** The same for each reader. */
export function forReaders<T>(make: (reader: Reader) => T): Record<Reader, T> {
  return Object.fromEntries(readers.map((reader) => [reader, make(reader)])) as Record<Reader, T>;
}

/** A text of the city's in the reader's language, else in Japanese. */
export function textFor(text: Pick<Text, "ja" | "en">, reader: Reader): string {
  return text[marks[reader].language] || text.ja;
}

/** 「（厚木市）」, ` (Atsugi City)`. */
export function bracketed(text: string, reader: Reader): string {
  const { open, close } = marks[reader];
  return open + text + close;
}

/** 「「厚木市」」, `“Atsugi City”`. */
export function quoted(text: string, reader: Reader): string {
  const [open, close] = writing[reader].quotes;
  return open + text + close;
}

/** A number with its unit: `1,234人`, `72.1%`, `1,234 persons`. */
export function amountText(number: string, unit: string, reader: Reader): string {
  return `${number}${/^[A-Za-z]/.test(unit) ? writing[reader].unitSpace : ""}${unit}`;
}

/** A unit's name beside that number: another for 1, where the city's table has one. */
export function unitName(
  unit: { readonly name: Pick<Text, "ja" | "en">; readonly singular?: string | undefined },
  number: string,
  reader: Reader,
): string {
  const isSingular = number === writing[reader].singular && unit.singular !== undefined;
  return isSingular ? unit.singular : textFor(unit.name, reader);
}

/** What is said in Japanese, to a reader of another language: 「in Japanese: 台風により…」. */
export function foreignText(text: string, reader: Reader): string {
  const { foreign } = marks[reader];
  return foreign && `${foreign}: ${text}` || text;
}

/** The readers that a city has pages for: those of the languages it names, easy Japanese among the Japanese ones. */
export function readersOf({ languages }: { readonly languages: readonly string[] }): readonly Reader[] {
  return readers.filter((reader) => languages.includes(marks[reader].language));
}
