// The types of an intake: how a city's file was understood, the questions about it, and the account of every number.

import type { Bilingual } from "../model/text.ts";
import type { Grid } from "./grid.ts";

/** One thing that the file does not say, or not surely; asked once, however many cells it is about. */
export interface Question {
  /** The same from run to run and from year to year, so that an answer is found again. */
  readonly id: string;
  readonly text: Bilingual;
  /** What would be taken if nobody said otherwise. */
  readonly proposal: string;
  /** Why that is proposed. */
  readonly reason: Bilingual;
  /** The answers to choose from; free text where there are none, or beside them where `free`. */
  readonly choices?: readonly string[];
  readonly free?: boolean;
  /** A few cells that it is about, as a person looks them up. */
  readonly examples: readonly string[];
  /** How many cells it is about. */
  readonly cells: number;
}

/** By a question's id; what a person said. */
export type Answers = ReadonlyMap<string, string>;

/** One column (or row of a form) and what it was taken for. */
export interface ColumnReading {
  /** `指標一覧!H`, and for a CSV `H`: also the id by which a person says otherwise (`列:指標一覧!H`). */
  readonly place: string;
  readonly column: number;
  /** The header as printed, top to bottom. */
  readonly header: string;
  /** What it is, in words that may be said back: 「実績値 令和6年度」「段 施策」「読まない」. */
  readonly meaning: string;
  readonly reason: Bilingual;
}

/** One table found on a sheet or page. */
export interface TableReading {
  readonly file: string;
  readonly sheet: string;
  /** The shape that it was read as. */
  readonly shape: "indicator-rows" | "project-rows" | "form";
  /** Rows from 1, as a spreadsheet numbers them. */
  readonly headerRows: readonly [number, number];
  readonly rows: readonly [number, number];
  readonly columns: readonly ColumnReading[];
  readonly titles: readonly string[];
  readonly notes: readonly string[];
}

export interface ReportReading {
  readonly tables: readonly TableReading[];
  /** The levels of the plan, highest first. */
  readonly levels: readonly string[];
  /** Years that have results, then years that have targets. */
  readonly years: readonly number[];
  readonly targetYears: readonly number[];
  readonly plans: readonly string[];
}

/** Where one number of the file went. */
export interface NumberAccount {
  readonly file: string;
  readonly place: string;
  readonly shown: string;
  /** 「実績値」「目標値」「番号」…; absent where it was left out. */
  readonly keptAs?: string;
  /** Why it was left out. */
  readonly leftOut?: Bilingual;
}

export interface Counts {
  readonly numbers: number;
  /** How many of them by what they became, most first. */
  readonly kept: Readonly<Record<string, number>>;
  /** How many by the reason (Japanese) for which they were left out. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly indicators: number;
  readonly nodes: number;
  readonly relisted: number;
}

/** Something that a person should look at, though nothing is asked. */
export interface Notice {
  readonly text: Bilingual;
  readonly places: readonly string[];
  readonly cells: number;
}

/** A row of a city's table as it stands, by header. */
export type TableRow = Readonly<Record<string, string>>;

export interface IntakeOptions {
  readonly answers?: Answers;
  /** The city's tables as they are, by file (`indicators.csv`), so that IDs are kept; none for a new city. */
  readonly existing?: ReadonlyMap<string, readonly TableRow[]>;
  /** The city's name, where it is known: it makes the plan's name. */
  readonly municipality?: string;
}

export interface Understanding {
  readonly grids: readonly Grid[];
  readonly options: IntakeOptions;
  readonly reading: ReportReading;
  /** Every question, answered or not. */
  readonly questions: readonly Question[];
  /** Those that nobody has answered yet. */
  readonly open: readonly Question[];
  readonly counts: Counts;
  readonly notices: readonly Notice[];
  readonly account: readonly NumberAccount[];
  /** Set where nothing can be made of the files. */
  readonly refused?: Bilingual;
}

export interface IntakeTables {
  /** By file below the city's folder; text with a header row, as format 3 has it. */
  readonly files: ReadonlyMap<string, string>;
  readonly counts: Counts;
  readonly account: readonly NumberAccount[];
}
