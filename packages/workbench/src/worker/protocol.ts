// What the page and its worker say to each other.

import type { Issue } from "@shihyo/core";
import type {
  CorrectableValue,
  MergedList,
  PlacedIssue,
  SheetEdit,
  ValueCorrection,
} from "@shihyo/publisher/pure";

/** One of the city's tables as the sheet shows it. */
export interface ShownTable {
  readonly file: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly header: readonly string[];
  /** The number of each row as Excel counts it, and its cells. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

export interface Opened {
  /** In the order in which they are shown. */
  readonly order: readonly string[];
  /** Those that are not as the page has them already. */
  readonly tables: readonly ShownTable[];
  readonly issues: readonly Issue[];
  readonly acknowledged: number;
  /** Absent where an error stands in the tables. */
  readonly city?: CitySummary;
}

export interface CitySummary {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  /** The address under which it is published. */
  readonly base: string;
  readonly indicators: number;
  readonly years: readonly number[];
  readonly languages: readonly string[];
}

export interface SectionState {
  /** Empty for what no section looks after. */
  readonly name: string;
  readonly due: number;
  /** Still being counted. */
  readonly missing: readonly { readonly id: string; readonly label: string }[];
}

export interface YearState {
  readonly year: number;
  readonly years: readonly number[];
  readonly sections: readonly SectionState[];
}

/** The whole city as one sheet. */
export interface ShownSheet {
  readonly header: readonly string[];
  /** Which columns may be written in. */
  readonly open: readonly boolean[];
  /** The words of each column's list; empty where it has none. */
  readonly choices: readonly (readonly string[])[];
  readonly rows: ShownTable["rows"];
  readonly placed: readonly PlacedIssue[];
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

export type Merged = Omit<MergedList, "bytes"> & { readonly bytes: Bytes };

export interface ChangeNotes {
  /** The version that is compared with. */
  readonly before: string;
  readonly count: number;
  readonly text: string;
  /** Values that changed without a correction, and the like. */
  readonly issues: readonly Issue[];
}

/** Each question and its answer. */
export interface Asked {
  /** Reads the city: every table, every issue. */
  open: { ask: { files: FileMap }; answer: Opened };
  /** Changed texts by file, and files that are gone, for the city that is open. */
  change: { ask: { files: FileMap; gone: readonly string[] }; answer: Opened };
  publish: {
    ask: {
      earlier?: FileMap;
      widgetVersion: string;
      provided: Readonly<Record<string, string>>;
      /** The script of the worker that packs what was made. */
      packer: string;
    };
    answer: Published;
  };
  /** What was published last, as one ZIP. */
  publishedZip: { ask: { folder: string }; answer: Bytes };
  /** Its files from the one of that number on, as many as go over at once; their paths all together with the first. */
  publishedFiles: { ask: { from: number }; answer: { paths: readonly string[]; files: FileMap } };
  /** Every path of what was published last, and the files that an audit reads. */
  auditFiles: { ask: Record<string, never>; answer: { paths: readonly string[]; files: FileMap } };
  /** Our rows in the city's own list of open data. */
  mergeList: { ask: { name: string; list: Bytes }; answer: Merged };
  page: { ask: { path: string }; answer: PreviewPage };
  zip: { ask: { files: FileMap }; answer: Bytes };
  unzip: { ask: { bytes: Bytes }; answer: FileMap };
  /** Of a published folder what the next run reads of it. */
  unzipPublished: { ask: { bytes: Bytes }; answer: FileMap };
  yearState: { ask: { year: number }; answer: YearState };
  /** A workbook for each section, or for one, by the name of its file. */
  sectionBooks: { ask: { year: number; section?: string }; answer: FileMap };
  /** The whole city as one workbook. */
  wholeBook: { ask: Record<string, never>; answer: Bytes };
  whole: { ask: Record<string, never>; answer: ShownSheet };
  /** Cells of the whole changed: the tables that change, or what keeps them from it. */
  editWhole: {
    ask: { edits: readonly SheetEdit[] };
    answer: { files: FileMap; issues: readonly Issue[] };
  };
  correctable: { ask: Record<string, never>; answer: readonly CorrectableValue[] };
  correct: { ask: ValueCorrection; answer: FileMap };
  /** What changed since a published folder, in words for the city's news page. */
  notes: { ask: { earlier: FileMap }; answer: ChangeNotes };
  /** The tables that a new year changes. */
  beginYear: { ask: { year: number }; answer: FileMap };
  /** acknowledgements.csv with these warnings in it. */
  acknowledge: { ask: { issues: readonly Issue[]; reason: string }; answer: FileMap };
  /** `name`, with its prefecture, where the code is in no list. */
  newCity: {
    ask: { code: string; name?: string; year: number; date: string; municipalities: string };
    answer: FileMap;
  };
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
