// A filled workbook or CSV, as rows of texts that remember the cell they stood in.

import { columnName, finerOf, type Grid, type GridCell, type Merge, placeOf } from "@shihyo/core";
import { decodeText } from "../formats/read/decode.ts";
import { readSheet } from "../formats/read/sheet.ts";
import { Refusal } from "../refusal.ts";
import { isWorkbook, readGrids } from "../spreadsheet/read-grid.ts";
import { fillColumns, memorySheet } from "./workbook-layout.ts";

export interface FilledCell {
  readonly text: string;
  /** `記入 令和7年度!H12`, or `H12` in a CSV. */
  readonly address: string;
  /** True where no text can be had of it: a failed formula, a date. */
  readonly broken?: boolean;
  /** What stands in the cell of a row above that this one is merged with. */
  readonly merged?: string;
  /** What a number is that the cell shows rounded or scaled. */
  readonly finer?: string;
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

/** One after another, so that a sheet of a million rows is never held twice. */
type Lines = Iterable<readonly FilledCell[]>;

/** Far above any real city: 5,000 indicators with twenty parts each. */
const mostRows = 100_000;
/** As many as a table may have. */
const mostColumns = 1000;

/** A workbook of any kind by its first bytes, else a CSV in UTF-8 or Shift_JIS. */
export async function readFilled(
  bytes: Uint8Array,
  name: string,
  grids: (bytes: Uint8Array, name: string) => Promise<readonly Grid[]> = gridsHere,
): Promise<FilledSheet> {
  return isWorkbook(bytes) ? readWorkbook(await grids(bytes, name), name) : readCsv(bytes, name);
}

async function gridsHere(bytes: Uint8Array, name: string): Promise<readonly Grid[]> {
  const read = readGrids(bytes, name);
  if ("refused" in read) throw new Refusal(read.refused);
  return read.grids;
}

function readWorkbook(grids: readonly Grid[], name: string): FilledSheet {
  const memory = memoryOf(grids);
  for (const grid of grids) {
    if (grid.sheet === memorySheet) continue;
    const found = filledSheet(linesOf(grid), name);
    if (found) return memory ? { ...found, memory } : found;
  }
  throw notOurs(name);
}

/** Whether bytes are a workbook of some kind: a ZIP (xlsx, ods) or an older compound file (xls, or one with a password). */
/** A cell that was merged into another is empty, and remembers what it was merged with. */
function* linesOf(grid: Grid): Lines {
  const merges = grid.merges.toSorted((a, b) => a.top - b.top);
  /** By column, of the merges that began above the one that ends last. */
  const open: (Merge | undefined)[] = [];
  let next = 0;
  for (const [row, cells] of grid.rows.entries()) {
    for (let merge = merges[next]; merge && merge.top < row; merge = merges[++next]) {
      for (let column = merge.left; column <= Math.min(merge.right, mostColumns); column += 1)
        if (merge.bottom >= (open[column]?.bottom ?? row)) open[column] = merge;
    }
    const width = cells.length === 0 ? 0 : Math.max(cells.length, fillColumns.length);
    yield Array.from({ length: width }, (_, column) => {
      const over = open[column];
      const merged = over && over.bottom >= row ? grid.rows[over.top]?.[over.left]?.text.trim() : undefined;
      return {
        ...filledCell(cells[column]),
        address: placeOf(grid, row, column),
        ...(merged ? { merged } : {}),
      };
    });
  }
}

/** Words by which a spreadsheet tells that it could not work something out, also where they were typed or pasted. */
const errorWord = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|#+)$/i;

function filledCell(cell: GridCell | undefined): Omit<FilledCell, "address"> {
  if (!cell) return { text: "" };
  const { text, kind, number } = cell;
  if (kind === "date") return { text: number === undefined ? text : dayOf(number), broken: true };
  if (kind === "error" || kind === "yes-no" || errorWord.test(text.trim())) return { text, broken: true };
  const finer = finerOf(cell);
  return finer === undefined ? { text } : { text, finer };
}

/** The day that a spreadsheet's number of days stands for. */
function dayOf(days: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}

function readCsv(bytes: Uint8Array, name: string): FilledSheet {
  const text = decodeText(bytes);
  const sheet = text === undefined ? undefined : readSheet(name, text);
  if (!sheet || !("header" in sheet)) throw unreadable(name);
  const lines = [{ number: 1, cells: sheet.header }, ...sheet.rows];
  const found = filledSheet(linesOfCsv(lines), name);
  if (!found) throw notOurs(name);
  return found;
}

function* linesOfCsv(lines: readonly { number: number; cells: readonly string[] }[]): Lines {
  for (const { number, cells } of lines) {
    yield cells.map((text, index) => ({
      text,
      address: `${columnName(index)}${number}`,
      ...(errorWord.test(text.trim()) ? { broken: true } : {}),
    }));
  }
}

/** The rows below the first row that has our headers; `undefined` where none does. */
function filledSheet(lines: Lines, name: string): FilledSheet | undefined {
  let headers: readonly string[] | undefined;
  const rows: FilledRow[] = [];
  let number = 0;
  for (const cells of lines) {
    number += 1;
    if (!headers) {
      const texts = cells.map(({ text }) => text.trim());
      if (texts.includes("ID") && texts.includes("実績値")) headers = texts;
      continue;
    }
    if (cells.every(({ text, broken }) => text.trim() === "" && !broken)) continue;
    if (rows.length === mostRows) throw tooManyRows(name, mostRows);
    const byHeader = new Map(
      headers.flatMap((header, column): [string, FilledCell][] => {
        const cell = cells[column];
        return header === "" || !cell ? [] : [[header, cell]];
      }),
    );
    rows.push({ number, cells: byHeader });
  }
  return headers && { headers, rows };
}

function memoryOf(grids: readonly Grid[]): Memory | undefined {
  const sheet = grids.find(({ sheet }) => sheet === memorySheet);
  if (!sheet) return undefined;
  const text = (row: number, column: number) => sheet.rows[row]?.[column]?.text ?? "";
  const headers: string[] = [];
  for (let column = 0; text(2, column) !== ""; column += 1) headers.push(text(2, column));
  const rows = new Map<string, Record<string, string>>();
  for (let row = 3; row < sheet.rows.length; row += 1) {
    const id = text(row, 0);
    if (id === "") continue;
    rows.set(id, Object.fromEntries(headers.slice(1).map((header, at) => [header, text(row, at + 1)])));
  }
  return { code: text(0, 1), year: Number(text(1, 1)), rows };
}

export function tooManyRows(name: string, limit: number): Refusal {
  return new Refusal({
    ja: `${name} には、記入された行が多すぎます（上限 ${limit}行）。要らない行を消してから取り込んでください。`,
    en: `${name} has too many filled rows (the limit is ${limit}). Delete what is not needed, then take it in.`,
  });
}

function unreadable(name: string): Refusal {
  return new Refusal({
    ja: `${name} を読めません。Excelブック（.xlsx、.xls）、.ods かCSVを指定してください。`,
    en: `${name} cannot be read. Name an Excel workbook (.xlsx, .xls), an .ods or a CSV.`,
  });
}

function notOurs(name: string): Refusal {
  return new Refusal({
    ja: `${name} に記入用のシートがありません（「ID」と「実績値」の見出しが見つかりません）。`,
    en: `${name} has no sheet to be filled in (no headers “ID” and “実績値”).`,
  });
}
