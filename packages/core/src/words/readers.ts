// The words files of all readers side by side, and what is written by their rules: a text, brackets, a number with its unit.

import type { CompareWordsJson } from "../compare/compare-words-json.ts";
import { type Language, ownLanguage } from "../model/text.ts";
import type { CardPhrases } from "./card-phrases.ts";
import * as easy from "./easy.ts";
import * as en from "./en.ts";
import * as ja from "./ja.ts";
import type { Sentences } from "./sentences.ts";
import type { DateWords, ListMarks, Marks, NumberWords, PlaceWords, Writing } from "./writing.ts";

/** Japanese, English, やさしい日本語 (`ja-x-easy`). */
export const readers = ["ja", "en", "easy"] as const;

export type Reader = (typeof readers)[number];

export const marks: Readonly<Record<Reader, Marks>> = { ja: ja.marks, en: en.marks, easy: easy.marks };

/** Which text of the city's tables each reads, where there are two: 名称 or 名称_英語. */
export const languageOf: Readonly<Record<Reader, Language>> = {
  ja: ja.language,
  en: en.language,
  easy: easy.language,
};

export const listMarks: Readonly<Record<Reader, ListMarks>> = {
  ja: ja.listMarks,
  en: en.listMarks,
  easy: easy.listMarks,
};

/** The fixed words of cards, charts and lists of activities. */
export const cards: Readonly<Record<Reader, CardPhrases>> = { ja: ja.cards, en: en.cards, easy: easy.cards };

/** What cards and pages say in sentences. */
export const sentences: Readonly<Record<Reader, Sentences>> = {
  ja: ja.sentences,
  en: en.sentences,
  easy: easy.sentences,
};

/** The fixed words around cities side by side. */
export const sideBySide: Readonly<Record<Reader, CompareWordsJson>> = {
  ja: ja.sideBySide,
  en: en.sideBySide,
  easy: easy.sideBySide,
};

/** What the published pages say, by the page or the part of one that says it. */
export type PageWords = typeof ja.pages;

export const pageWords: Readonly<Record<Reader, PageWords>> = {
  ja: ja.pages,
  en: en.pages,
  easy: easy.pages,
};

/** What is said of each way to embed. */
export const embedWords: Readonly<Record<Reader, typeof ja.embedCodes>> = {
  ja: ja.embedCodes,
  en: en.embedCodes,
  easy: easy.embedCodes,
};

/** What scripts say by themselves. */
export const scriptWords: Readonly<Record<Reader, typeof ja.script>> = {
  ja: ja.script,
  en: en.script,
  easy: easy.script,
};

/** What the menu says that takes a card away, and what is written with what is taken. */
export const takeAwayWords: Readonly<Record<Reader, typeof ja.takeAway>> = {
  ja: ja.takeAway,
  en: en.takeAway,
  easy: easy.takeAway,
};

/** How a place in a file is named, in the languages that commands and issues speak. */
export const placeWords: Readonly<Record<Language, PlaceWords>> = { ja: ja.placeWords, en: en.placeWords };

export const writing: Readonly<Record<Reader, Writing>> = {
  ja: ja.writing,
  en: en.writing,
  easy: easy.writing,
};

export const numberWords: Readonly<Record<Reader, NumberWords>> = {
  ja: ja.numberWords,
  en: en.numberWords,
  easy: easy.numberWords,
};

export const dateWords: Readonly<Record<Reader, DateWords>> = {
  ja: ja.dateWords,
  en: en.dateWords,
  easy: easy.dateWords,
};

/** The same for each reader. */
export function forReaders<T>(make: (reader: Reader) => T): Record<Reader, T> {
  return Object.fromEntries(readers.map((reader) => [reader, make(reader)])) as Record<Reader, T>;
}

/** What stands in the tables in Japanese and, perhaps, in the reader's own words. */
type Translated = Readonly<Partial<Record<Reader, string | undefined>>> & { readonly ja: string };

/** What a column or a file is called, where it is described: in both languages, and for a reader apart from them where it has to be. */
export type Title = Readonly<Record<Language, string>> & Readonly<Partial<Record<Reader, string>>>;

/** One fixed phrase of cards, for each reader. */
export function cardPhrase(pick: (words: CardPhrases) => string): Record<Reader, string> {
  return forReaders((reader) => pick(cards[reader]));
}

/** Several of them by their names, for each reader. */
export function cardPhrases<Name extends string>(
  pick: (words: CardPhrases) => Readonly<Record<Name, string>>,
): Readonly<Record<Name, Record<Reader, string>>> {
  return byName(pick(cards.ja), (name, reader) => pick(cards[reader])[name]);
}

/** One sentence, for each reader. */
export function sentence(pick: (words: Sentences, reader: Reader) => string): Record<Reader, string> {
  return forReaders((reader) => pick(sentences[reader], reader));
}

/** One text of the pages, for each reader; or whatever else their words are made of: a function, a list. */
export function pagePhrase<T>(pick: (words: PageWords) => T): Record<Reader, T> {
  return forReaders((reader) => pick(pageWords[reader]));
}

/** Of a group of words the names of those that are one text, and neither a group nor made of something. */
type TextsIn<Words> = { [Name in keyof Words]: Words[Name] extends string ? Name : never }[keyof Words] &
  string;

/** Several texts of the pages by their names, for each reader. */
export function pagePhrases<Words extends object>(
  pick: (words: PageWords) => Words,
): Readonly<Record<TextsIn<Words>, Record<Reader, string>>> {
  const words = pick(pageWords.ja);
  const names = Object.entries(words).filter(([, text]) => typeof text === "string");
  return byName(
    Object.fromEntries(names) as Record<TextsIn<Words>, string>,
    (name, reader) => pick(pageWords[reader])[name] as string,
  );
}

/** What is said of one way to embed, for each reader. */
export function embedPhrases<Name extends string>(
  pick: (words: typeof ja.embedCodes) => Readonly<Record<Name, string>>,
): Readonly<Record<Name, Record<Reader, string>>> {
  return byName(pick(embedWords.ja), (name, reader) => pick(embedWords[reader])[name]);
}

function byName<Name extends string>(
  names: Readonly<Record<Name, string>>,
  text: (name: Name, reader: Reader) => string,
): Readonly<Record<Name, Record<Reader, string>>> {
  const phrases = (Object.keys(names) as Name[]).map((name) => [
    name,
    forReaders((reader) => text(name, reader)),
  ]);
  return Object.fromEntries(phrases) as Record<Name, Record<Reader, string>>;
}

/** A text in the reader's own words, else in the language that the reader takes the city's texts in, else in Japanese. */
export function textFor(text: Translated, reader: Reader): string {
  return text[reader] || text[languageOf[reader]] || text.ja;
}

/** Whether what `textFor` gives is in another language than the reader's, and is to be marked as Japanese. */
export function isForeign(text: Translated, reader: Reader): boolean {
  return marks[reader].foreign !== "" && text[reader] === undefined;
}

/** Where a reader's pages lie below the published folder; the first are in the language of the reports. */
export function readerFolder(reader: Reader): string {
  return reader === ownLanguage ? "" : `${reader}/`;
}

/** The language of an element or a picture for that reader; nothing is said of that of the reports. */
export function langOf(reader: Reader): string | undefined {
  return reader === ownLanguage ? undefined : marks[reader].tag;
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
  unit: { readonly name: Translated; readonly singular?: string | undefined },
  number: string,
  reader: Reader,
): string {
  const isSingular = number === writing[reader].singular && unit.singular !== undefined;
  return isSingular ? unit.singular : textFor(unit.name, reader);
}

/** What is said in Japanese, to a reader of another language: 「in Japanese: 台風により…」. */
export function foreignText(text: string, reader: Reader): string {
  const { inJapanese } = listMarks[reader];
  return (inJapanese && `${inJapanese}: `) + text;
}

/** Whether the reader takes the city's texts in a language that is not the reports' own. */
export function readsTranslation(reader: Reader): boolean {
  return languageOf[reader] !== ownLanguage;
}

/** Where a reader's pages lie in an atlas, which speaks the languages of the tables alone. */
export function atlasFolder(reader: Reader): string {
  return readerFolder(languageOf[reader]);
}

/** A note of the city's under a head: 「備考：台風により…」, `Note (in Japanese): …`. */
export function notedText(head: string, note: string, reader: Reader): string {
  const { inJapanese } = listMarks[reader];
  return head + (inJapanese && bracketed(inJapanese, reader)) + marks[reader].colon + note;
}

/** The readers that a city has pages for: those of the languages it names, easy Japanese among the Japanese ones. */
export function readersOf({ languages }: { readonly languages: readonly string[] }): readonly Reader[] {
  return readers.filter((reader) => languages.includes(languageOf[reader]));
}
