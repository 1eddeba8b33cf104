// The model's texts as literals: a label in Japanese and, where there is one, in English.

import type { Text } from "@shihyo/core";
import { iri, type Literal, languageLiteral, literal, type Said } from "./term.ts";
import { xsdDate, xsdInteger, xsdYear } from "./vocabularies.ts";

export function texts({ ja, en }: Text): Literal[] {
  return en === undefined
    ? [languageLiteral(ja, "ja")]
    : [languageLiteral(ja, "ja"), languageLiteral(en, "en")];
}

/** A Japanese text, or none. */
export function japanese(text: string | undefined): Literal[] {
  return text === undefined || text === "" ? [] : [languageLiteral(text, "ja")];
}

export function plain(text: string | undefined): Literal[] {
  return text === undefined || text === "" ? [] : [literal(text)];
}

export function integerLiteral(value: number | undefined): Literal[] {
  return value === undefined ? [] : [literal(String(value), xsdInteger)];
}

export function date(value: string | undefined): Literal[] {
  return value === undefined ? [] : [literal(value, xsdDate)];
}

export function gYear(value: number | undefined): Literal[] {
  return value === undefined ? [] : [literal(String(value), xsdYear)];
}

export function links(...values: readonly (string | undefined)[]): ReturnType<typeof iri>[] {
  return values.flatMap((value) => (value === undefined ? [] : [iri(value)]));
}

/** `skos:prefLabel` and `skos:notation`, which every concept of ours has. */
export function named(label: Text, notation: string): Said[] {
  return [
    ["skos:prefLabel", texts(label)],
    ["skos:notation", plain(notation)],
  ];
}
