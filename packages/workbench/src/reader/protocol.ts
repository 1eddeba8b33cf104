// What the page and the worker that reads reports say to each other.

import type { Bilingual, Issue, Language, TableRow, Understanding } from "@shihyo/core";
import type { CityFile, PageText } from "@shihyo/publisher/pure";
import type { Bytes, FileMap } from "../worker/protocol.ts";

/** A file of a report: a spreadsheet as it is, a PDF as the text and rules of its pages. */
export type ReportFile =
  | { readonly name: string; readonly bytes: Bytes }
  | { readonly name: string; readonly pages: readonly PageText[] };

export interface Report {
  readonly files: readonly ReportFile[];
  readonly answers: ReadonlyMap<string, string>;
  /** The city's tables as they are, so that IDs are kept. */
  readonly existing: ReadonlyMap<string, readonly TableRow[]>;
  readonly municipality: string;
}

/** The city that the report is brought into. */
export interface ReportCity {
  /** Its documents as they stand; none for one that is only beginning. */
  readonly documents: ReadonlyMap<string, string>;
  /** The answers of an earlier report, as they stand beside the tables. */
  readonly answers?: CityFile;
  readonly code: string;
  /** Of one that is only beginning, with its prefecture: its code may be in no list. */
  readonly name?: string;
  /** The date of the first release, YYYY-MM-DD. */
  readonly date: string;
  /** municipalities.csv. */
  readonly municipalities: string;
}

/** What came of one workbook that a section sent back. */
export interface TakenBook {
  readonly name: string;
  /** Why it could not be read at all. */
  readonly refused?: Bilingual;
  readonly issues: readonly Issue[];
  /** Cells that were read in another way than they were typed. */
  readonly readings: readonly { readonly cell: string; readonly found: string; readonly read: string }[];
  readonly changes: number;
  readonly rows: number;
  readonly isTaken: boolean;
}

export interface ReaderAsked {
  /** Workbooks of sections into the city, one after another; what one of them lacks keeps no other out. */
  takeBooks: {
    ask: {
      city: FileMap;
      books: readonly { readonly name: string; readonly bytes: Bytes }[];
      /** The names of those of which the rows that are well are taken though others are not. */
      partial: readonly string[];
    };
    answer: { books: readonly TakenBook[]; changed: FileMap };
  };
  /** The whole city's workbook back into its tables. */
  takeWhole: {
    ask: { city: FileMap; name: string; bytes: Bytes; renamed: boolean };
    answer: { issues: readonly Issue[]; changes: number; added: readonly string[]; changed: FileMap };
  };
  understand: { ask: Report; answer: { understanding: Understanding } | { refused: Bilingual } };
  /** The first indicators as cards, open questions taken by their proposals, and how many errors the checks find. */
  cards: {
    ask: { report: Report; city: ReportCity; others: FileMap; language: Language };
    answer: { page?: string; errors: number; warnings: number };
  };
  /** The tables that come of it, open questions taken by their proposals. */
  tables: { ask: { report: Report; city: ReportCity }; answer: FileMap };
}
