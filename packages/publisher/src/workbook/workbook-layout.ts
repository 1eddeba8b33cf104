// How the workbook is laid out: its sheets, and the columns of the sheet to be filled.

import { type FiscalYear, formatJapaneseYear, reasonWords, statusWords } from "@shihyo/core";

export interface WorkbookColumn {
  readonly header: string;
  /** In characters of the usual font. */
  readonly width: number;
  /** What people fill in; all else is locked. */
  readonly fill?: boolean;
  readonly align?: "left" | "right" | "center";
  /** What the drop-down offers. */
  readonly choices?: readonly string[];
}

export const guideSheet = "はじめに";
/** Holds what stood in the table when the workbook was made; not shown. */
export const memorySheet = "_shihyo";

export function fillSheet(year: FiscalYear): string {
  return `記入 ${formatJapaneseYear(year)}`;
}

/** The headers by which a filled sheet is known again. */
export const fillColumns: readonly WorkbookColumn[] = [
  { header: "ID", width: 11 },
  { header: "所管", width: 16 },
  { header: "事業", width: 26 },
  { header: "指標名", width: 38 },
  { header: "内訳", width: 14 },
  { header: "単位", width: 8, align: "center" },
  { header: "前年度の値", width: 18, align: "right" },
  { header: "実績値", width: 16, fill: true, align: "right" },
  { header: "進捗状況", width: 22, fill: true },
  { header: "値の状態", width: 11, fill: true, align: "center", choices: Object.keys(statusWords) },
  { header: "値なしの理由", width: 14, fill: true, align: "center", choices: Object.keys(reasonWords) },
  { header: "備考", width: 34, fill: true },
];

export const filledHeaders: readonly string[] = fillColumns
  .filter(({ fill }) => fill)
  .map(({ header }) => header);

/** What is remembered of the table, row by row. */
export const memoryHeaders: readonly string[] = ["ID", ...filledHeaders];
