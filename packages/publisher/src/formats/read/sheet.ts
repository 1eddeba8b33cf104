// CSV text to a sheet: the header, and rows that remember where they stood.

import { createIssue, type Issue, type Sheet } from "@shihyo/core";
import { CsvError, parse } from "csv-parse/sync";

/** A sheet, or the issue that keeps it from being one. */
export function readSheet(file: string, text: string): Sheet | Issue {
  const size = sizeFault(file, text);
  if (size) return size;
  // A program that adds a byte order mark to what has one already leaves two.
  const bare = text.replace(/^\uFEFF+/, "");
  // Excel's own first line, which says what stands between the cells.
  const [said = "", sign] = /^"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(bare) ?? [];
  const content = bare.slice(said.length);
  const skipped = said === "" ? 0 : 1;
  // A CR alone ends the lines of old Macs; where a line ends otherwise, it is told as a control character.
  const ends = content.includes("\n") ? ["\r\n", "\n"] : ["\r"];
  try {
    const records: string[][] = parse(content, {
      relax_column_count: true,
      skip_empty_lines: false,
      delimiter: sign ?? delimiterOf(content),
      record_delimiter: ends,
    });
    const [header = [], ...rest] = records;
    if (header.length > most.columns) return tooLarge(file, header.length, "columns");
    const rows = rest.map((cells, index) => ({ number: index + 2 + skipped, cells }));
    return { file, header: withoutTrailingEmpty(header), rows };
  } catch (error) {
    if (error instanceof CsvError) return createIssue("broken-csv", { file, ...lineOf(error, skipped) });
    throw error;
  }
}

/** Commas; tabs or semicolons where the header has those and not one comma, as Excel saves "text" and some regions' CSV. */
function delimiterOf(content: string): string {
  const [header = ""] = content.split(/[\r\n]/, 1);
  if (header.includes(",")) return ",";
  return ["\t", ";"].find((sign) => header.includes(sign)) ?? ",";
}

/** 5,000 indicators of 20 years are 100,000 rows, over twenty files. */
const most = { rows: 300_000, columns: 1000, cells: 10_000_000 };

/** Before anything is taken apart: lines and commas are counted, also those within quotation marks. */
function sizeFault(file: string, text: string): Issue | undefined {
  // Old Macs end a line with a CR alone.
  const rows = Math.max(count(text, "\n"), count(text, "\r"));
  if (rows > most.rows) return tooLarge(file, rows, "rows");
  const cells = Math.max(...[",", "\t", ";"].map((sign) => count(text, sign)));
  return cells > most.cells ? tooLarge(file, cells, "cells") : undefined;
}

function count(text: string, letter: string): number {
  let found = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) found += 1;
  return found;
}

const words = {
  rows: { what: "行", whatEn: "rows" },
  columns: { what: "列", whatEn: "columns" },
  cells: { what: "セル", whatEn: "cells" },
} as const;

function tooLarge(file: string, found: number, what: keyof typeof words): Issue {
  return createIssue(
    "table-too-large",
    { file },
    { found, ...words[what], rows: most.rows, columns: most.columns },
  );
}

function withoutTrailingEmpty(header: readonly string[]): string[] {
  return header.slice(0, header.findLastIndex((cell) => cell !== "") + 1);
}

/** csv-parse gives the line of the file, which is the row as long as no cell holds a line break. */
function lineOf(error: CsvError, skipped: number): { row?: number } {
  const { lines } = error as { lines?: unknown };
  return typeof lines === "number" ? { row: lines + skipped } : {};
}
