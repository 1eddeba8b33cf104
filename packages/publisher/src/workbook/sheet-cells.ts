// A filled workbook or CSV, as rows of texts that remember the cell they stood in.

import { columnName, finerOf, type Grid, type GridCell, placeOf } from "@shihyo/core";
import { decodeText } from "../formats/read/decode.ts";
import { readSheet } from "../formats/read/sheet.ts";
import { Refusal } from "../refusal.ts";
import { readGrids } from "../spreadsheet/read-grid.ts";
import { fillColumns, memorySheet } from "./layout.ts";

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

type Lines = readonly (readonly FilledCell[])[];

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
    const found = filledSheet(linesOf(grid));
    if (found) return memory ? { ...found, memory } : found;
  }
  throw notOurs(name);
}

/** Whether bytes are a workbook of some kind: a ZIP (xlsx, ods) or an older compound file (xls, or one with a password). */
function isWorkbook([a, b, c, d]: Uint8Array): boolean {
  return (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);
}

/** A cell that was merged into another is empty, and remembers what it was merged with. */
function linesOf(grid: Grid): Lines {
  return grid.rows.map((cells, row) => {
    const merges = grid.merges.filter(({ top, bottom }) => top < row && row <= bottom);
    return cells.length === 0
      ? []
      : Array.from({ length: Math.max(cells.length, fillColumns.length) }, (_, column) => {
          const over = merges.find(({ left, right }) => left <= column && column <= right);
          const merged = over && grid.rows[over.top]?.[over.left]?.text.trim();
          return {
            ...filledCell(cells[column]),
            address: placeOf(grid, row, column),
            ...(merged ? { merged } : {}),
          };
        });
  });
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
  const found = filledSheet(
    lines.map(({ number, cells }) =>
      cells.map((text, index) => ({
        text,
        address: `${columnName(index)}${number}`,
        ...(errorWord.test(text.trim()) ? { broken: true } : {}),
      })),
    ),
  );
  if (!found) throw notOurs(name);
  return found;
}

/** The rows below the first row that has our headers; `undefined` where none does. */
function filledSheet(grid: Lines): FilledSheet | undefined {
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
