// An entry: what one cell of a table says of its indicator, with its year, state and place.

import type { Asking } from "./asking.ts";
import { halfWidth } from "./cell-text.ts";
import { type CellValue, isDash, readCellValue } from "./cell-value.ts";
import { askEra } from "./dating.ts";
import { explained } from "./footnotes.ts";
import type { ReadTable } from "./found-table.ts";
import { type Grid, type GridCell, placeOf } from "./grid.ts";
import type { ColumnRole, Facet } from "./header-words.ts";

/** Where in a file it stands: in words (`at`), and by its row and column from 0. */
export interface Standing {
  readonly at: string;
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

export interface Entry extends Standing {
  readonly kind: "value" | "target" | "base" | "rate" | "evaluation" | "reference";
  readonly value: CellValue;
  readonly shown: string;
  year?: number;
  /** The year as printed, where it is more than a year. */
  label?: string;
  readonly state?: string;
  readonly isFinal?: boolean;
  /** One of several targets in a cell, and not the last. */
  readonly isPart?: boolean;
  readonly scheme?: string;
  readonly name?: string;
  /** The part of the indicator that a value is of; absent for the whole. */
  readonly part?: string;
  /** What is counted, where one name stands for several indicators. */
  readonly facet?: Facet;
}

/** What the cell says in the role that its column has; `undefined` where it is empty or says nothing of the indicator. */
export function entryOf(
  table: ReadTable,
  row: number,
  column: number,
  role: ColumnRole,
  rowYear?: number,
): Entry | undefined {
  const { asking } = table;
  const cell = table.sight.own(row, column);
  if (!cell) return undefined;
  const { grid } = table.area;
  const shared = { shown: cell.text, at: placeOf(grid, row, column), grid, row, column };
  const read: CellValue =
    cell.kind === "error"
      ? { isError: true }
      : cell.kind === "date"
        ? { words: halfWidth(cell.text), isDate: true }
        : withEra(signed(cell, asZero(cell, shared.at, asking)), shared.at, asking);
  if (table.hasMarks && role.kind === "value" && cell.number === undefined && /^\s*[△▲]/u.test(cell.text)) {
    asking.tell([shared.at], {
      ja: "○や×と同じ列にある「△」は、評価の印か、マイナスか分からないので、言葉として載せました。",
      en: "△ in a column with ○ or × may be a verdict or a minus sign; these values were kept as words.",
    });
    return {
      ...shared,
      kind: "value",
      value: { words: halfWidth(cell.text) },
      ...yearOf(role.year ?? rowYear),
    };
  }
  const { footnotes, bracketed } = table.area;
  // What brackets alone mean, where a note says it: 「（　）内は見込値」.
  const inner =
    bracketed !== undefined && (cell.number ?? 0) >= 0
      ? /^\s*[(（]([^()（）]*[0-9０-９][^()（）]*)[)）]\s*$/u.exec(cell.text)?.[1]
      : undefined;
  const bare = inner === undefined ? read : readCellValue(inner);
  const meaning = role.kind === "value" || role.kind === "base" ? table.meaningOf?.(cell) : undefined;
  const remarks = [
    bare.remark === undefined ? undefined : explained(bare.remark, footnotes),
    meaning?.remark,
  ].filter((one) => one !== undefined);
  const value = remarks.length === 0 ? bare : { ...bare, remark: remarks.join("、") };
  switch (role.kind) {
    case "value":
      return {
        ...shared,
        kind: "value",
        value,
        ...yearOf(role.year ?? rowYear ?? value.year),
        ...stateOf(role, value),
        ...(meaning?.state === undefined ? {} : { state: meaning.state }),
        ...(inner !== undefined && bracketed !== undefined ? { state: bracketed } : {}),
        ...(role.part === undefined ? {} : { part: role.part }),
        ...(role.facet === undefined ? {} : { facet: role.facet }),
      };
    case "target":
      return {
        ...shared,
        kind: "target",
        value,
        ...yearOf(value.year ?? role.year ?? rowYear),
        ...(role.isFinal ? { isFinal: true } : {}),
      };
    case "base":
      return {
        ...shared,
        kind: "base",
        value,
        ...yearOf(value.year ?? role.year),
        ...(meaning?.state === undefined ? {} : { state: meaning.state }),
        ...(value.year !== undefined && value.remark ? { label: value.remark } : {}),
      };
    case "rate":
      return { ...shared, kind: "rate", value, ...yearOf(role.year ?? rowYear) };
    case "evaluation":
      return { ...shared, kind: "evaluation", value, ...yearOf(role.year ?? rowYear), scheme: role.scheme };
    case "reference":
      return { ...shared, kind: "reference", value, ...yearOf(role.year ?? rowYear), name: role.name };
    default:
      return undefined;
  }
}

function yearOf(year: number | undefined): { readonly year?: number } {
  return year === undefined ? {} : { year };
}

/** A number below zero that is shown in brackets, or in red without its sign. */
function signed({ number = 0, text }: GridCell, value: CellValue): CellValue {
  if (number >= 0 || value.number?.startsWith("-")) return value;
  const inside = value.number === undefined ? /^\s*[(（](.+)[)）]\s*$/su.exec(text)?.[1] : undefined;
  const read = inside === undefined ? value : readCellValue(inside);
  const isZero = /^[0.]*$/u.test(read.number ?? "");
  return read.number === undefined || isZero ? value : { ...read, number: `-${read.number}` };
}

/** A cell that holds the number 0 and shows a dash, as Excel's accounting format does: which is meant is asked once. */
function asZero({ number, text }: GridCell, at: string, asking: Asking): CellValue {
  if (number !== 0 || !isDash(text)) return readCellValue(text);
  const answer = asking.ask({
    id: "横線:中身は0",
    text: {
      ja: `「${text.trim()}」と表示されていて、中身は数の0であるセルがあります（会計の表示形式など）。0ですか、値がないことを表す横線ですか。`,
      en: "Some cells show a dash and hold the number 0 (as Excel's accounting format shows it). Is it a zero, or a dash that means no value?",
    },
    proposal: "0",
    reason: { ja: "セルに入っているのは0です", en: "the cell holds 0" },
    choices: ["0", "横線"],
    examples: [at],
    cells: 1,
  });
  return answer.startsWith("横線") ? readCellValue(text) : { number: "0" };
}

/** 「93.4%（27年度）」 with the era of its year. */
function withEra(value: CellValue, at: string, asking: Asking): CellValue {
  if (value.bareYear === undefined) return value;
  const year = askEra(value.bareYear, `${value.bareYear}年度`, at, asking);
  return year === undefined ? value : { ...value, year };
}

/** 「43.0（R5速報値）」 says of itself what it is. */
function stateOf(
  { state }: ColumnRole & { kind: "value" },
  { remark = "" }: CellValue,
): { readonly state?: string } {
  const said = state ?? /速報|推計|見込/u.exec(remark)?.[0];
  return said === undefined ? {} : { state: said };
}
