// The rows of a table as XML of a workbook's sheet, put into the sheet that the library made without them.

import { getCellAddress, sanitizeTextContent } from "write-excel-file/utility";
import type { PublishedColumn, PublishedTable } from "./tables/published-table.ts";

/** A number format as a spreadsheet knows it: `@` for text, `0.0` for a number with one decimal. */
type CellFormat = string;

/** A cell's content and, where it has one, its format. */
interface Cell {
  readonly value: string | number;
  readonly format?: CellFormat;
}

/**
 * What a spreadsheet could take for a number, a date, a time, an amount, a formula or a truth value; none of these is
 * long. Japanese ones read full-width digits and signs as well.
 */
const ambiguous = /^(?=.{1,30}$).*[\d０-９]|^[=+@＝＋＠－-]|^(true|false)$/i;

/** Excel's limit for one cell, in UTF-16 units. */
const cellLimit = 32_767;
const cutMark = "…（続きはCSVにあります）";

/** Text as a cell may hold it: `_x0041_` would be read as A, and what is too long is cut, which is said. */
function sheetText(text: string): string {
  const escaped = text.includes("_x") ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : text;
  return escaped.length <= cellLimit ? escaped : escaped.slice(0, cellLimit - cutMark.length) + cutMark;
}

/** Text is text by its cell's type; `@` keeps it so where somebody edits a cell that could be read as something else. */
function textCell(cell: string): Cell {
  const value = sheetText(cell);
  return ambiguous.test(value) ? { value, format: "@" } : { value };
}

/** Amounts have thousands separators, as people read them; a year, a page and a place in an order are no amounts. */
function amountCell(cell: string): Cell {
  const plain = numberCell(cell);
  if (typeof plain.value !== "number") return plain;
  const decimals = cell.split(".")[1] ?? "";
  return { value: plain.value, format: decimals === "" ? "#,##0" : `#,##0.${"0".repeat(decimals.length)}` };
}

function numberCell(cell: string): Cell {
  const value = Number(cell);
  const decimals = cell.split(".")[1]?.length ?? 0;
  // A double holds some fifteen digits; a longer number stays whole as text.
  if (value.toFixed(decimals) !== cell || cell.replace(/\D/g, "").length > 15) return textCell(cell);
  // Without a format, what is longer would be shown as a power of ten.
  if (decimals === 0 && cell.length <= 11) return { value };
  return { value, format: decimals === 0 ? "0" : `0.${"0".repeat(decimals)}` };
}

/** How the cells of a column are made; `undefined` for text. */
function numberMaker({ type }: PublishedColumn): ((cell: string) => Cell) | undefined {
  if (type === "decimal") return amountCell;
  return type === "integer" || type === "gYear" ? numberCell : undefined;
}

/** A table as a sheet shows it. */
export interface SheetRows {
  readonly table: PublishedTable;
  readonly records: readonly (readonly string[])[];
  /** Every format that its cells have. */
  readonly formats: readonly CellFormat[];
}

/** Every format that the rows of a table need, so that the library makes a style of each. */
export function formatsOf(
  table: PublishedTable,
  records: readonly (readonly string[])[],
): readonly CellFormat[] {
  const formats = new Set(["@"]);
  for (const [index, column] of table.columns.entries()) {
    const make = numberMaker(column);
    if (!make) continue;
    for (const record of records) {
      const { format } = make(record[index] ?? "");
      if (format) formats.add(format);
    }
  }
  return [...formats];
}

/** `A1:V455`: the header and all rows. */
export function tableRange({ table, records }: Pick<SheetRows, "table" | "records">): string {
  return `A1:${getCellAddress(records.length, table.columns.length - 1)}`;
}

const chunkLength = 65_536;

/**
 * A sheet whose second row holds one cell of each format, with the table's rows in its place. Text stands in its
 * cell (`inlineStr`, ECMA-376 Part 1, 18.3.1.4) and not in a list that the whole workbook shares.
 */
export function* withRows(sheet: string, { table, records, formats }: SheetRows): Iterable<string> {
  const row = /<row r="2".*?<\/row>/s.exec(sheet);
  const styles = [...(row?.[0] ?? "").matchAll(/<c r="[A-Z]+2" s="(\d+)"/g)].map(([, style]) => style);
  if (!row || styles.length !== formats.length) throw new Error("the library writes its rows otherwise");
  const styleOf = new Map(formats.map((format, index) => [format, ` s="${styles[index]}"`]));
  const makers = table.columns.map((column) => numberMaker(column) ?? textCell);
  const letters = table.columns.map((_, index) => getCellAddress(0, index).slice(0, -1));
  let xml = sheet.slice(0, row.index);
  for (const [at, record] of records.entries()) {
    xml += `<row r="${at + 2}">`;
    for (let index = 0; index < makers.length; index += 1) {
      const cell = record[index];
      if (!cell) continue;
      const { value, format } = makers[index]!(cell);
      const opening = `<c r="${letters[index]}${at + 2}"${format ? styleOf.get(format) : ""}`;
      xml +=
        typeof value === "number"
          ? `${opening}><v>${value}</v></c>`
          : `${opening} t="inlineStr"><is>${textElement(value)}</is></c>`;
    }
    xml += "</row>";
    if (xml.length > chunkLength) {
      yield xml;
      xml = "";
    }
  }
  const rest = sheet.slice(row.index + row[0].length);
  yield xml +
    rest.replace("</sheetData>", `</sheetData><autoFilter ref="${tableRange({ table, records })}"/>`);
}

/** Most texts need nothing done to them, and there are forty thousand. */
const needsCare = /[^\n\u0020-\u0025\u0027-\u003b\u003d\u003f-\u007e\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\ufffc]/;

function textElement(text: string): string {
  const space = text.trim().length === text.length ? "" : ' xml:space="preserve"';
  return `<t${space}>${needsCare.test(text) ? sanitizeTextContent(text) : text}</t>`;
}
