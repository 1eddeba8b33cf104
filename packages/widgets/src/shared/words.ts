// What the elements say by themselves, and how it is written, for each reader: this package's one words file, kept small since every page with a card loads it.

import type { Reader, TextJson } from "@shihyo/core";

/** What `lang` and `hreflang` call a reader's language; easy Japanese is Japanese to whoever does not know it. */
export const languageTags: Readonly<Record<Reader, string>> = { ja: "ja", en: "en", easy: "ja-x-easy" };

/** What stands in place of an element that has neither data nor a text of the page's own. */
export const missing: Readonly<Record<Reader, string>> = {
  ja: "を表示できません",
  en: " cannot be shown",
  easy: "を 見せられません",
};

/** For whom a page in that language is; who speaks none of ours is spoken to in English. */
export function readerFor(language: string): Reader {
  if (language.startsWith(languageTags.easy)) return "easy";
  return /^(ja\b|$)/.test(language) ? "ja" : "en";
}

/** Marks are Western, and what is in Japanese is another's language. */
export function isWestern(reader: Reader): boolean {
  return reader === "en";
}

/** Readings stand over the names. */
export function hasReadings(reader: Reader): boolean {
  return reader === "easy";
}

/** The language that those pages are in which a reader finds where nothing is said. */
export function isFirst(reader: Reader): boolean {
  return reader === "ja";
}

export function textFor(text: TextJson, reader: Reader): string {
  return (isWestern(reader) && text.en) || text.ja;
}

export function colon(reader: Reader): string {
  return isWestern(reader) ? ": " : "：";
}

/** Between the things of a list. */
export function comma(reader: Reader): string {
  return isWestern(reader) ? ", " : "、";
}

export function bracketed(text: string, reader: Reader): string {
  return isWestern(reader) ? ` (${text})` : `（${text}）`;
}

export function withUnit(value: string, unit: string): string {
  return value + (/^[a-z]/i.test(unit) ? " " : "") + unit;
}

/** Between a name and what is said of it in a line of its own. */
export function beside(reader: Reader): string {
  return isWestern(reader) ? ", " : " ";
}
