// The header rows of a table: where they begin, how far down they go, and what they say of each column.

import { keyOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import { labelsIn } from "./form-labels.ts";
import { isHeaderWord, isMeasureWord } from "./header-words.ts";
import { isPartWord } from "./part-words.ts";
import { isNameHeader } from "./side-by-side.ts";
import { filledCells, note, type Sight, widthOf } from "./sight.ts";
import { yearsIn } from "./years.ts";

/** A header that begins at this row, with the rows that belong to it. */
export function headerFrom(sight: Sight, row: number): { top: number; bottom: number } | undefined {
  if (!isHeaderRow(sight, row)) return undefined;
  let top = row;
  let bottom = row;
  // A row above that only names groups (「実績値」 over years) has words of ours as well.
  for (let above = row - 1; above >= Math.max(0, row - 2); above--) {
    if (!groupsColumns(sight, above)) break;
    top = above;
  }
  for (let below = row + 1; below <= row + 3; below++) {
    if (continuesHeader(sight, row, below)) bottom = below;
    // Words of the city's own (「前期計画」「後期計画」) between a header's words and its years.
    else if (below < row + 3 && isOnlyWords(sight, below) && isYears(sight, below + 1)) continue;
    else if (isUnder(sight, row, below)) bottom = below;
    else break;
  }
  return { top, bottom };
}

function isHeaderRow(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  if (cells.length < 2) return false;
  const words = cells.filter(
    ({ text, cell }) => isHeaderWord(text) && !(cell.kind === "number" && !isYear(text)),
  );
  // 「施策、満足度、重要度」 over years: what is counted stands over them in words of the city's own.
  const [first] = cells;
  const years = filledCells(sight, row + 1);
  const isOverYears =
    first !== undefined &&
    isOnlyWords(sight, row) &&
    isYears(sight, row + 1) &&
    years.length >= (cells.length - 1) * 2 &&
    years.every(({ column }) => column > first.column) &&
    sight.own(row + 2, first.column) !== undefined &&
    hasNumbersUnder(sight, row + 1, years);
  if (isOverYears) return true;
  const numbers = cells.filter(
    ({ text, cell }) => !isYear(text) && (cell.kind === "number" || /^[0-9,.]+$/.test(keyOf(text))),
  );
  if (numbers.length > (cells.length < 20 ? 0 : cells.length * 0.1)) return false;
  const dashes = cells.filter(({ text }) => isDash(text)).length;
  if (dashes > 1) return false;
  // 「評価担当課 所属 土木管理課 電話番号 211-2111」: a line of a form, with what its labels say beside them.
  const isContact = cells.some(
    ({ text }, at) =>
      /^(電話(番号)?|内線(番号)?|連絡先|FAX)$/iu.test(keyOf(text)) &&
      /[0-9]{3}/.test(keyOf(cells[at + 1]?.text ?? "")),
  );
  if (isContact) return false;
  const distinct = new Set(words.map(({ text }) => keyOf(text))).size;
  // 「はじめ（R2）」「いま（R6）」「めざす（R7）」 over numbers: words for results and targets, each with its year.
  const dated = words.filter(({ text }) => isDatedWord(text));
  const isDated = new Set(dated.map(({ text }) => keyOf(text))).size > 1 && cells.length < 12;
  if (isDated && dated.length * 2 >= cells.length && hasNumbersUnder(sight, row, dated)) return true;
  // 「指標、北地区、南地区」
  if (cells.some(({ text }) => isNameHeader(text)) && cells.filter(({ text }) => isPartWord(text)).length > 1)
    return true;
  // Years and one word more (「KPI, H25年, H31年」) may be a row of data.
  const plain = new Set(words.filter(({ text }) => !isYear(text)).map(({ text }) => keyOf(text))).size;
  const isNamed = cells.some(({ text }) => isNameHeader(text)) && words.length >= cells.length * 0.7;
  if (
    plain < 2 &&
    !(plain === 1 && distinct >= 3 && (isNamed || cells.every(({ text }) => isHeaderWord(text))))
  )
    return false;
  if (distinct >= 3 && words.length >= cells.length * 0.34) return true;
  // 「指標名」 beside 「単位」 is said in no row of data.
  if (cells.some(({ text }) => isNameHeader(text)) && cells.some(({ text }) => keyOf(text) === "単位"))
    return true;
  // Long headers (事務事業の概要（具体的なやり方…）) hide the words; many known ones among very many cells are enough.
  if (distinct >= 6 && cells.length > 20) return true;
  const names = words.filter(({ text }) => /(指標|項目|名称|KPI)/iu.test(keyOf(text))).length;
  return distinct === 2 && cells.length <= 4 && names === 1 && words.length >= cells.length * 0.5;
}

/** A word with its year in brackets (「いま（R6）」, 「現状値(2023)」). */
function isDatedWord(text: string): boolean {
  const [, word = "", year = ""] = /^([^()]+)\(([^()]+)\)$/u.exec(keyOf(text)) ?? [];
  return word !== "" && !isYear(word) && yearsIn(year).some(({ year: found }) => found !== undefined);
}

function hasNumbersUnder(sight: Sight, row: number, words: readonly { readonly column: number }[]): boolean {
  return words.every(({ column }) => {
    const text = sight.own(row + 1, column)?.text ?? "";
    return isDash(text) || readCellValue(text).number !== undefined;
  });
}

export const isYear = (text: string) => yearsIn(text).length > 0;

function groupsColumns(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  if (cells.length === 0) return false;
  const words = cells.filter(({ text }) => isHeaderWord(text) || isMeasureWord(text));
  const isWide =
    cells.length === 1 && (sight.mergeAt(row, cells[0]?.column ?? 0)?.right ?? 0) >= widthOf(sight.grid) - 2;
  // A title stands alone over the first column, and is joined over none; a legend names no columns either.
  const [first, ...more] = cells;
  const begin = filledCells(sight, row + 1)[0]?.column ?? 0;
  const isJoined = first !== undefined && sight.mergeAt(row, first.column) !== undefined;
  if (first && more.length === 0 && first.column <= begin && !isJoined) return false;
  if (cells.some(({ text, cell }) => /^【?凡例/u.test(keyOf(text)) || cell.sample !== undefined))
    return false;
  // 「（単位：人）」 at the end of a title's row says something of the whole table.
  if (cells.some(({ text }) => /^[(（]?単位[:：]/u.test(keyOf(text))) && cells.length < 3) return false;
  // Labels of a form, each with its text beside it, name no columns.
  const isForm = labelsIn(sight, row).length * 2 >= cells.length;
  return (
    words.length >= 1 &&
    words.length >= cells.length * 0.5 &&
    !isForm &&
    !isWide &&
    cells.every(({ text }) => keyOf(text).length < 30)
  );
}

/** A row of a few short words, none of which is a value. */
function isOnlyWords(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  return (
    cells.length > 0 &&
    cells.every(
      ({ text, cell }) =>
        cell.kind === "text" &&
        keyOf(text).length < 12 &&
        !isDash(text) &&
        readCellValue(text).number === undefined,
    )
  );
}

/** Words alone under what a header says of several columns without joining them, and nothing under its first. */
function isUnder(sight: Sight, head: number, row: number): boolean {
  const cells = filledCells(sight, row);
  const [first] = filledCells(sight, head);
  const isOpen = ({ column }: { column: number }) => (sight.at(head, column)?.text ?? "").trim() === "";
  const hasData = filledCells(sight, row + 1).some(({ column }) => column === first?.column);
  return (
    cells.length > 1 &&
    isOnlyWords(sight, row) &&
    new Set(cells.map(({ text }) => keyOf(text))).size > 1 &&
    cells.every(({ column }) => column > (first?.column ?? 0)) &&
    cells.some(isOpen) &&
    hasData
  );
}

/** A row of years and nothing else, two or more. */
function isYears(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  return cells.length > 1 && cells.every(({ text }) => isYear(text) && isHeaderWord(text));
}

function continuesHeader(sight: Sight, head: number, row: number): boolean {
  const cells = filledCells(sight, row);
  if (cells.length === 0) return false;
  const covered =
    cells.length > 0 &&
    sight.grid.merges.some(({ top, bottom }) => top <= head && bottom >= row && bottom - top < 5);
  const words = cells.filter(
    ({ text }) =>
      isHeaderWord(text) ||
      isMeasureWord(text) ||
      /^\((?![△▲-]?[0-9][0-9,.]*[%％]?\)$).*\)$/u.test(keyOf(text)),
  );
  const values = cells.filter(({ text, cell }) => !isYear(text) && (cell.kind === "number" || isDash(text)));
  if (values.length > 0) return false;
  if (words.length >= Math.max(1, cells.length * 0.6)) {
    // Words of measures alone, each in its own row below an indicator, are data (実績値 / 目標値 down the side).
    const measuresOnly = cells.every(({ text }) => isMeasureWord(text) && !isYear(text));
    return !(measuresOnly && cells.length === 1);
  }
  return covered && cells.every(({ text }) => keyOf(text).length < 30) && words.length > 0;
}

export function isSameHeader(
  sight: Sight,
  a: { top: number; bottom: number },
  b: { top: number; bottom: number },
): boolean {
  const texts = (head: { top: number; bottom: number }) => {
    const all: string[] = [];
    for (let row = head.top; row <= head.bottom; row++) {
      for (const { column, text } of filledCells(sight, row))
        all.push(`${row - head.top}:${column}:${keyOf(text)}`);
    }
    return all;
  };
  const [one, two] = [new Set(texts(a)), texts(b)];
  // A header of another year is another table's.
  if (two.some((text) => isYear(text.replace(/^[0-9]+:[0-9]+:/u, "")) && !one.has(text))) return false;
  return two.filter((text) => one.has(text)).length >= Math.max(one.size, two.length) * 0.8;
}

/** The line between two headers that names a year that they do not (「令和5年度の実績」): then another year's table begins there. */
export function beginsYear(
  sight: Sight,
  after: number,
  head: { top: number; bottom: number },
): number | undefined {
  for (let row = head.top; row <= head.bottom; row++)
    if (filledCells(sight, row).some(({ text }) => isYear(text))) return undefined;
  for (let row = after + 1; row < head.top; row++) {
    const cells = filledCells(sight, row);
    const [only] = cells;
    const texts = new Set(cells.map(({ text }) => keyOf(text)));
    const years = yearsIn(only?.text ?? "");
    const isTitle = only?.cell.kind === "text" && only.text.length < 40 && !note.test(only.text.trim());
    if (isTitle && texts.size === 1 && years.length === 1 && years[0]?.year !== undefined) return row;
  }
  return undefined;
}

const measureTitle = /^(?:(目標|計画)|(実績))値?(?:の?(?:推移|一覧|表))?$/u;

/** What a line or a sheet's name says of all numbers below it (「【目標値】」, 「実績」); nothing where it says more. */
export function measureSaid(text: string): "target" | "value" | undefined {
  const [, target, value] =
    measureTitle.exec(keyOf(text).replace(/[【】〔〕[\]■□●○◆◇▼()<>＜＞〈〉《》・]/gu, "")) ?? [];
  return target !== undefined ? "target" : value !== undefined ? "value" : undefined;
}

/** The line between two headers that says what all numbers below it are: then another table begins there. */
export function beginsMeasure(sight: Sight, after: number, head: { top: number }): number | undefined {
  for (let row = head.top - 1; row > after; row--) {
    const texts = new Set(filledCells(sight, row).map(({ text }) => keyOf(text)));
    const [only] = texts;
    if (only === undefined) continue;
    return texts.size === 1 && measureSaid(only) !== undefined ? row : undefined;
  }
  return undefined;
}

export function headersOf(sight: Sight, top: number, bottom: number): string[][] {
  const width = widthOf(sight.grid);
  const lines: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line: string[] = [];
    for (let column = 0; column < width; column++) {
      const own = sight.at(row, column)?.text ?? "";
      line.push(own);
    }
    lines.push(line);
  }
  // A label over several columns that are not merged: it holds until the next one, where the row below says more.
  for (let level = lines.length - 2; level >= 0; level--) {
    const line = lines[level] ?? [];
    for (let column = 1; column < width; column++) {
      const left = line[column - 1] ?? "";
      const isBlank = (line[column] ?? "") === "" && !sight.mergeAt(top + level, column);
      const below = lines[level + 1]?.[column] ?? "";
      const leftBelow = lines[level + 1]?.[column - 1] ?? "";
      const leftMerge = sight.mergeAt(top + level, column - 1);
      if (
        isBlank &&
        left !== "" &&
        below !== "" &&
        leftBelow !== "" &&
        !(leftMerge && leftMerge.right > leftMerge.left) &&
        keyOf(leftBelow) !== keyOf(left)
      ) {
        line[column] = left;
      }
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const pieces: string[] = [];
    for (const line of lines) {
      const text = line[column] ?? "";
      if (text !== "" && keyOf(pieces.at(-1) ?? "") !== keyOf(text)) pieces.push(text);
    }
    return pieces;
  });
}
