// One common indicator with its cities side by side: what an atlas gathers of them, and what it publishes for pages and elements.

import type { CommonIndicator } from "../align/align.ts";
import type { Phrase } from "../figures/phrases.ts";
import type { TextJson } from "../json/types.ts";
import type { CommonMatch } from "../model/details.ts";
import type { Reader } from "../words/readers.ts";
import type { CompareWordsJson } from "./compare-words-json.ts";

/** A body, as its catalogue tells of it. */
export interface ComparedCity {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly official: boolean;
  readonly attribution?: string | undefined;
  readonly licence?: string | undefined;
}

/** One of its indicators that was said to be a common one. */
export interface ComparedIndicator {
  readonly city: ComparedCity;
  readonly id: string;
  readonly label: string;
  readonly labelEn?: string | undefined;
  /** Empty where it has none. */
  readonly unit: string;
  /** 年度 or 暦年. */
  readonly period: string;
  /** 単年度, 累計, 時点. */
  readonly aggregation: string;
  readonly match: CommonMatch;
  readonly alignedBy: "city" | "atlas";
  /** What names it, whether or not it can be opened. */
  readonly address: string;
  /** Its address, where it leads to a page. */
  readonly iri?: string | undefined;
  readonly years: readonly ComparedYear[];
}

/** One year of it, in the words of the city's table. */
export interface ComparedYear {
  readonly year: number;
  readonly value?: number | undefined;
  readonly printed?: string | undefined;
  readonly words?: string | undefined;
  readonly reason?: string | undefined;
  readonly status?: string | undefined;
  readonly comparable?: string | undefined;
  readonly notComparableReason?: string | undefined;
  readonly reading?: string | undefined;
  readonly note?: string | undefined;
}

/** A value from elsewhere, such as a national statistic, for a year and a body; for all bodies where no code is said. */
export interface ReferencePoint {
  readonly common: string;
  readonly code?: string | undefined;
  readonly name: string;
  readonly source: string;
  readonly year: number;
  readonly value: number;
  readonly printed: string;
}

export interface Compared {
  readonly common: CommonIndicator;
  readonly indicators: readonly ComparedIndicator[];
  readonly references: readonly ReferencePoint[];
  /** How many people live there, by code and year, as each body itself publishes it. */
  readonly populations: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Where the atlas stands; ends in `/`. */
  readonly base: string;
}

/** The whole of an atlas's `common-indicators/C034/data.json` and of what `data.js` hands to the element. */
export interface CommonIndicatorFileJson {
  format: "shihyo-common-indicator";
  formatVersion: 1;
  id: string;
  folder: "common-indicators";
  iri: string;
  name: TextJson;
  definition: TextJson;
  unit: Readonly<Record<Reader, string>>;
  direction?: "increase" | "decrease";
  words: Record<Reader, CompareWordsJson>;
  /** In the order of their codes. */
  cities: ComparedCityJson[];
  /** What is alike, and why it does not stand among them. */
  beside: BesideJson[];
  references: ReferenceLineJson[];
}

export interface ComparedCityJson extends BodyOfCityJson {
  /** What the city calls it. */
  label: TextJson;
  indicator: string;
  /** The city's own page of it; absent where nobody can open it. */
  iri?: string;
  alignedBy: "city" | "atlas";
  years: ComparedYearJson[];
  /** The newest value in words, with all doubt. */
  sentence: Readonly<Record<Reader, string>>;
}

export interface BodyOfCityJson {
  code: string;
  name: TextJson;
  /** 市, 町, 県; by it and by its size similar ones are chosen. */
  kind: string;
  /** How many people, in classes: 0 under 10,000, then under 50,000, 100,000, 200,000, 500,000, and more; absent where the city publishes none. */
  size?: number;
  official: boolean;
  attribution?: string;
  licence?: string;
}

export interface ComparedYearJson {
  year: number;
  value?: number;
  /** The number as it is shown, with its printed decimals. */
  shown?: string;
  /** What stands in place of a number. */
  none?: Phrase;
  unsure?: true;
  /** That it does not join the year before. */
  apart?: true;
  doubt?: Phrase;
  /** For counts, where the city publishes its population: how many there are to 1,000 people, and how many people. */
  perThousand?: { shown: string; population: number };
}

export interface BesideJson extends BodyOfCityJson {
  label: TextJson;
  indicator: string;
  iri?: string;
  difference: Phrase;
  newest: Phrase;
}

export interface ReferenceLineJson {
  name: string;
  source: string;
  /** The body that it is about; absent where it stands beside all. */
  code?: string;
  points: { year: number; value: number; shown: string }[];
}
