// One of a city's tables as a file to be changed: its rows as they stand, and the text that puts them back.

import { Refusal } from "../../refusal.ts";
import { decodeText } from "./decode.ts";
import { readSheet } from "./sheet.ts";

/** One row by header; a header that is missing is an empty cell. */
export type CityRow = Readonly<Record<string, string>>;

export interface CityFile {
  readonly header: readonly string[];
  readonly rows: readonly CityRow[];
  /** How its lines end, so that a file changes only where it is changed. */
  readonly lineEnd: "\n" | "\r\n";
}

/** The table's rows out of its bytes; what is no table is refused. */
export function takeCityFile(file: string, bytes: Uint8Array): CityFile {
  const text = decodeText(bytes);
  const sheet = text === undefined ? undefined : readSheet(file, text);
  if (text === undefined || !sheet || !("header" in sheet)) {
    throw new Refusal({
      ja: `${file} を表として読めません。shihyo check で確かめてください。`,
      en: `${file} cannot be read as a table. See shihyo check.`,
    });
  }
  const rows = sheet.rows
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
    .map(({ cells }) =>
      Object.fromEntries(sheet.header.map((header, index) => [header, cells[index] ?? ""])),
    );
  return { header: sheet.header, rows, lineEnd: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** UTF-8 with the mark by which Excel knows it; quoted only where needed, as the tables are. */
export function cityFileText({ header, rows, lineEnd }: CityFile): string {
  return cityRecordsText([header, ...rows.map((row) => header.map((name) => row[name] ?? ""))], lineEnd);
}

/** The same of records whose headers may come twice, as while somebody edits them. */
export function cityRecordsText(
  records: readonly (readonly string[])[],
  lineEnd: CityFile["lineEnd"],
): string {
  return `\uFEFF${records.map((cells) => cells.map(quoted).join(",") + lineEnd).join("")}`;
}

/** A line end of any kind inside a cell is quoted, also the one that does not end our lines. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A new table with nothing but its rows. */
export function newCityFile(header: readonly string[], rows: readonly CityRow[] = []): CityFile {
  return { header, rows, lineEnd: "\n" };
}
