// An issue (確認事項): one thing wrong or doubtful in a city's data, told to the person who can mend it.

import type { Bilingual, Language } from "../model/text.ts";
import { placeWords } from "../words/readers.ts";
import { catalogue, type IssueCode } from "./issue-codes.ts";

export type IssueLevel = "error" | "warning";

/** Where to look: the file below the city's folder, the row as Excel counts it, the column's header. */
export interface Place {
  readonly file: string;
  /** 1 is the header row. Absent where the whole file is meant. */
  readonly row?: number;
  readonly column?: string;
  /** In a workbook: the sheet and the cell's address, `記入!H12`. */
  readonly cell?: string;
}

export interface Issue extends Place {
  /** A permanent name, so that people can search for it. */
  readonly code: IssueCode;
  readonly level: IssueLevel;
  /** What a warning that can be acknowledged is about (`K0001`, `K0140B0001`, `L0012`), and its year. */
  readonly subject?: string;
  readonly year?: number;
  /** What stands there now, where that helps. */
  readonly found?: string;
  /** What is wrong. */
  readonly message: Bilingual;
  /** What to do. */
  readonly advice: Bilingual;
}

/** What a sentence of the catalogue needs to be filled in: `{found}`, `{expected}`, … */
export type IssueDetails = Readonly<Record<string, string | number>>;

export function createIssue(code: IssueCode, place: Place, details: IssueDetails = {}): Issue {
  const { level, message, advice } = catalogue[code];
  const found = details.found === undefined ? undefined : String(details.found);
  return {
    code,
    level,
    file: place.file,
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(place.cell === undefined ? {} : { cell: place.cell }),
    ...(found === undefined ? {} : { found }),
    message: fill(message, details),
    advice: fill(advice, details),
  };
}

function fill({ ja, en }: Bilingual, details: IssueDetails): Bilingual {
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => cut(String(details[name] ?? whole)));
  return { ja: put(ja), en: put(en) };
}

/** A cell may hold a book; a sentence says how it begins. */
const longestDetail = 500;

function cut(text: string): string {
  return text.length > longestDetail ? `${text.slice(0, longestDetail)}…` : text;
}

export function isError({ level }: Issue): boolean {
  return level === "error";
}

/** `data/observations/2024.csv 12行 「実績値」`: the place in words. */
export function placeInWords({ file, row, column, cell }: Place, language: Language): string {
  const isTable = !file.endsWith(".json");
  const words = placeWords[language];
  const parts = [
    file,
    cell ?? (row === undefined ? "" : words.row(row, isTable)),
    column === undefined ? "" : words.column(column, isTable),
  ];
  return parts.filter(Boolean).join(words.apart);
}
