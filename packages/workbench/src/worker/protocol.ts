// What the page and its worker say to each other.

import type { Issue } from "@shihyo/core";

/** One of the city's tables as the sheet shows it. */
export interface ShownTable {
  readonly file: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly header: readonly string[];
  /** The number of each row as Excel counts it, and its cells. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

export interface Opened {
  readonly tables: readonly ShownTable[];
  readonly issues: readonly Issue[];
  readonly acknowledged: number;
  /** Absent where an error stands in the tables. */
  readonly city?: CitySummary;
}

interface CitySummary {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly indicators: number;
  readonly years: readonly number[];
  readonly languages: readonly string[];
}

export interface Published {
  readonly issues: readonly Issue[];
  readonly files: number;
  readonly bytes: number;
}

/** A page of the published folder with all that it needs in it, each as a file of its own. */
export interface PreviewPage {
  readonly path: string;
  readonly html: string;
  /** By the path that stands in the page between the marks. */
  readonly assets: readonly { readonly mark: string; readonly type: string; readonly text: string }[];
}

export type Bytes = Uint8Array<ArrayBuffer>;
export type FileMap = ReadonlyMap<string, Bytes>;

/** Each question and its answer. */
export interface Asked {
  /** Reads the city: every table, every issue. */
  open: { ask: { files: FileMap }; answer: Opened };
  /** Changed texts by file, for the city that is open. */
  change: { ask: { files: FileMap }; answer: Opened };
  /** The text of a table after cells were changed, without opening it. */
  tableText: {
    ask: { header: readonly string[]; rows: readonly (readonly string[])[]; lineEnd: string };
    answer: Bytes;
  };
  publish: {
    ask: { earlier?: FileMap; widgetVersion: string; provided: Readonly<Record<string, string>> };
    answer: Published;
  };
  /** What was published last, as one ZIP. */
  publishedZip: { ask: { folder: string }; answer: Bytes };
  publishedFiles: { ask: Record<string, never>; answer: FileMap };
  page: { ask: { path: string }; answer: PreviewPage };
  zip: { ask: { files: FileMap }; answer: Bytes };
  unzip: { ask: { bytes: Bytes }; answer: FileMap };
  /** The tables that a new year changes. */
  beginYear: { ask: { year: number }; answer: FileMap };
  /** acknowledgements.csv with these warnings in it. */
  acknowledge: { ask: { issues: readonly Issue[]; reason: string }; answer: FileMap };
  newCity: { ask: { code: string; year: number; date: string; municipalities: string }; answer: FileMap };
}

/** What a question hands over, and what its answer is. */
export type AskOf<Q> = Q extends { ask: infer A } ? A : never;
export type AnswerOf<Q> = Q extends { answer: infer A } ? A : never;

export interface Request {
  readonly id: number;
  readonly kind: PropertyKey;
  readonly ask: unknown;
}

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: { readonly ja: string; readonly en: string } }
  | { readonly id: number; readonly progress: number };
