// The values that a page of the report prints: the last cells of each row of its table.

import { readPrintedNumber } from "@shihyo/core";

export interface PrintedRow {
  /** As they stand in the text, one for each year of the header; empty where a cell is. */
  readonly values: readonly string[];
  /** What stands before them in the row: the name and the unit. */
  readonly context: string;
}

/** A year's column: R5実績値, R6実績値, 令和6年度実績値. */
const valueHeader = /(?:[RＲ]\s*[0-9０-９]+|令和\s*[0-9０-９元]+\s*年度?)\s*実績値/gu;

/**
 * The rows of the table, in order. A row ends in as many values as the header names years; 指標なし has none. Where
 * the page has no columns left, there is no row to be had.
 */
export function printedRows(text: string): PrintedRow[] {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => line.includes("\t") && valueHeader.test(reset(line)));
  if (head < 0) return [];
  const years = lines[head]?.match(valueHeader)?.length ?? 0;
  return lines.slice(head + 1).flatMap((line): PrintedRow[] => {
    const cells = withoutEmptyEnd(line.split("\t").map((cell) => cell.trim()));
    if (cells.length < years + 2 || cells.at(-1) === "指標なし") return [];
    const before = cells.slice(0, -years).filter((cell) => cell !== "");
    return [{ values: cells.slice(-years), context: before.slice(-2).join(" ") }];
  });
}

/** A pattern with the flag `g` remembers where it stopped. */
function reset(line: string): string {
  valueHeader.lastIndex = 0;
  return line;
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

/**
 * One spelling for what is the same value: `26, 583, 789` and 26583789, △12,000 and -12000, 120件 and 120 of 件,
 * 「実施設計 建設工事」 and 実施設計・建設工事.
 */
export function plainValue(text: string, unit?: string): string {
  const read = readPrintedNumber(text, unit);
  if (read.kind === "number") return read.number;
  if (read.kind !== "problem") return dash;
  const plain = text.normalize("NFKC").replace(/[\s、・,]/gu, "");
  return plain === "_" ? dash : plain;
}

/** What stands for no value. */
export const dash = "—";
