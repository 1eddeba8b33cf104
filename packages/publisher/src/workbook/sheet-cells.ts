// A filled workbook or CSV, as rows of texts that remember the cell they stood in.

import ExcelJS from "@protobi/exceljs";
import { decodeText } from "../formats/read/decode.ts";
import { readSheet } from "../formats/read/sheet.ts";
import { Refusal } from "../refusal.ts";
import { fillColumns, memorySheet } from "./layout.ts";

export interface FilledCell {
  readonly text: string;
  /** `記入 令和7年度!H12`, or `H12` in a CSV. */
  readonly address: string;
  /** True where no text can be had of it: a failed formula, a date. */
  readonly broken?: boolean;
}

export interface FilledRow {
  readonly number: number;
  /** By header. */
  readonly cells: ReadonlyMap<string, FilledCell>;
}

export interface FilledSheet {
  readonly headers: readonly string[];
  readonly rows: readonly FilledRow[];
  /** What the workbook remembers of the time when it was made; nothing in a CSV. */
  readonly memory?: Memory;
}

interface Memory {
  readonly code: string;
  readonly year: number;
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

type Grid = readonly (readonly FilledCell[])[];

/** An XLSX by its first two letters (PK), else a CSV in UTF-8 or Shift_JIS. */
export async function readFilled(bytes: Uint8Array, name: string): Promise<FilledSheet> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readWorkbook(bytes, name) : readCsv(bytes, name);
}

async function readWorkbook(bytes: Uint8Array, name: string): Promise<FilledSheet> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  } catch {
    throw unreadable(name);
  }
  const memory = memoryOf(book);
  for (const sheet of book.worksheets) {
    if (sheet.name === memorySheet) continue;
    const grid: FilledCell[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      const cells: FilledCell[] = [];
      for (let column = 1; column <= Math.max(row.cellCount, fillColumns.length); column += 1) {
        const cell = row.getCell(column);
        cells.push({ ...cellText(cell), address: `${sheet.name}!${cell.address}` });
      }
      grid[number - 1] = cells;
    });
    const found = filledSheet([...grid].map((row) => row ?? []));
    if (found) return memory ? { ...found, memory } : found;
  }
  throw notOurs(name);
}

function readCsv(bytes: Uint8Array, name: string): FilledSheet {
  const text = decodeText(bytes);
  const sheet = text === undefined ? undefined : readSheet(name, text);
  if (!sheet || !("header" in sheet)) throw unreadable(name);
  const lines = [{ number: 1, cells: sheet.header }, ...sheet.rows];
  const grid: Grid = lines.map(({ number, cells }) =>
    cells.map((text, index) => ({ text, address: `${String.fromCharCode(65 + (index % 26))}${number}` })),
  );
  const found = filledSheet(grid);
  if (!found) throw notOurs(name);
  return found;
}

/** The rows below the first row that has our headers; `undefined` where none does. */
function filledSheet(grid: Grid): FilledSheet | undefined {
  const at = grid.findIndex((row) => {
    const texts = row.map(({ text }) => text.trim());
    return texts.includes("ID") && texts.includes("実績値");
  });
  const head = grid[at];
  if (!head) return undefined;
  const headers = head.map(({ text }) => text.trim());
  const rows = grid.slice(at + 1).flatMap((cells, index): FilledRow[] => {
    if (cells.every(({ text, broken }) => text.trim() === "" && !broken)) return [];
    const byHeader = new Map(
      headers.flatMap((header, column): [string, FilledCell][] => {
        const cell = cells[column];
        return header === "" || !cell ? [] : [[header, cell]];
      }),
    );
    return [{ number: at + index + 2, cells: byHeader }];
  });
  return { headers, rows };
}

function memoryOf(book: ExcelJS.Workbook): Memory | undefined {
  const sheet = book.getWorksheet(memorySheet);
  if (!sheet) return undefined;
  const text = (row: number, column: number) => cellText(sheet.getRow(row).getCell(column)).text;
  const headers: string[] = [];
  for (let column = 1; text(3, column) !== ""; column += 1) headers.push(text(3, column));
  const rows = new Map<string, Record<string, string>>();
  for (let row = 4; row <= sheet.rowCount; row += 1) {
    const id = text(row, 1);
    if (id === "") continue;
    rows.set(id, Object.fromEntries(headers.slice(1).map((header, at) => [header, text(row, at + 2)])));
  }
  return { code: text(1, 2), year: Number(text(2, 2)), rows };
}

function cellText({ value, numFmt }: ExcelJS.Cell): { readonly text: string; readonly broken?: boolean } {
  return valueText(value, numFmt ?? "");
}

/** What a person sees in the cell, as near as can be told. */
function valueText(value: ExcelJS.CellValue, format: string): { text: string; broken?: boolean } {
  if (value === null || value === undefined) return { text: "" };
  if (typeof value === "string") return { text: value };
  if (typeof value === "number") return { text: numberText(value, format) };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", broken: true };
  if (value instanceof Date) return { text: dateText(value), broken: true };
  if ("richText" in value) return { text: value.richText.map(({ text }) => text).join("") };
  if ("hyperlink" in value) return valueText(value.text as ExcelJS.CellValue, format);
  if ("error" in value) return { text: String(value.error), broken: true };
  if ("result" in value) return valueText((value.result ?? null) as ExcelJS.CellValue, format);
  return { text: "=", broken: true };
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? "?" : date.toISOString().slice(0, 10);
}

/**
 * Fifteen digits, as a spreadsheet shows at most, so that 0.1 + 0.2 is 0.3; with its sign of percent where the
 * cell shows one (a cell that shows 85% holds 0.85).
 */
function numberText(value: number, format: string): string {
  const isPercent = /%/.test(format.replace(/"[^"]*"|\\./g, ""));
  const shown = Number((isPercent ? value * 100 : value).toPrecision(15));
  const text = Math.abs(shown) >= 1e21 ? String(shown) : plain(shown);
  return isPercent ? `${text}%` : text;
}

/** Without an exponent: 0.0000001 is not 1e-7. */
function plain(value: number): string {
  const text = String(value);
  const match = /^(-?)([0-9])(?:\.([0-9]+))?e-([0-9]+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${whole}${fraction}`;
}

function unreadable(name: string): Refusal {
  return new Refusal({
    ja: `${name} を読めません。Excelブック（.xlsx）かCSVを指定してください。`,
    en: `${name} cannot be read. Name an Excel workbook (.xlsx) or a CSV.`,
  });
}

function notOurs(name: string): Refusal {
  return new Refusal({
    ja: `${name} に記入用のシートがありません（「ID」と「実績値」の見出しが見つかりません）。`,
    en: `${name} has no sheet to be filled in (no headers “ID” and “実績値”).`,
  });
}
