// CSV text to a sheet: the header, and rows that remember where they stood.

import { createIssue, type Issue, type Sheet } from "@shihyo/core";
import { CsvError, parse } from "csv-parse/sync";

/** A sheet, or the issue that keeps it from being one. */
export function readSheet(file: string, text: string): Sheet | Issue {
  try {
    const records: string[][] = parse(text, {
      relax_column_count: true,
      skip_empty_lines: false,
      // A CR alone ends no line of any spreadsheet; inside quotation marks it is told as a control character.
      record_delimiter: ["\r\n", "\n"],
    });
    const [header = [], ...rest] = records;
    const rows = rest.map((cells, index) => ({ number: index + 2, cells }));
    return { file, header: withoutTrailingEmpty(header), rows };
  } catch (error) {
    if (error instanceof CsvError) return createIssue("broken-csv", { file, ...lineOf(error) });
    throw error;
  }
}

function withoutTrailingEmpty(header: readonly string[]): string[] {
  return header.slice(0, header.findLastIndex((cell) => cell !== "") + 1);
}

/** csv-parse gives the line of the file, which is the row as long as no cell holds a line break. */
function lineOf(error: CsvError): { row?: number } {
  const { lines } = error as { lines?: unknown };
  return typeof lines === "number" ? { row: lines } : {};
}
