// How an element says a text, a number with its unit and a language: small words that every element needs.

import type { Reader, TextJson } from "@shihyo/core";

export function textFor(text: TextJson, reader: Reader): string {
  return (reader === "en" && text.en) || text.ja;
}

/** What `lang` and `hreflang` call a reader's language; easy Japanese is Japanese to whoever does not know it. */
export const languageTags: Readonly<Record<Reader, string>> = { ja: "ja", en: "en", easy: "ja-x-easy" };

export function withUnit(value: string, unit: string): string {
  return `${value}${/^[A-Za-z]/.test(unit) ? " " : ""}${unit}`;
}

export function colon(reader: Reader): string {
  return reader === "en" ? ": " : "：";
}
