// Tables of a document that have no rules: the gaps that run down the page make the columns, and where they do not tell, that is said.

import type { GridCell, Merge } from "@shihyo/core";
import { alignedRows, firstData, isValue } from "./page-columns.ts";
import {
  joined,
  type KnownColumns,
  linesOf,
  type PageRows,
  type PageText,
  type Piece,
  pageCell,
  spacesIn,
} from "./page-text.ts";

const value = /^[△▲-]?\s?[0-9][0-9,]*(\.[0-9]+)?[%％]?$|^[-－―—–]$/u;

/** A column is what stands between two gaps that no line of the table crosses. */
export function gapRows({ pieces }: PageText, before?: KnownColumns): PageRows {
  const lines = withTitles(linesOf(pieces.flatMap(valuesApart)).map(wordsOf));
  const wide = lines.filter((line) => line.length > 2);
  // The last columns of a table that goes on from another page may be two.
  const table = wide.length > 0 ? wide : lines.filter((line) => line.filter(isValue).length > 1);
  const gaps = gapsOf(table.flat());
  const columnAt = ({ left, right }: Piece) => gaps.filter((edge) => (left + right) / 2 > edge).length;
  const columns = joinedColumns(table, columnAt, gaps.length + 1);
  const edges = gaps.filter((_, at) => columns[at] !== columns[at + 1]);
  const width = edges.length + 1;
  const rows = lines.map((line) => {
    if (line.length === 1) return [pageCell(joined(line))];
    return Array.from({ length: width }, (_, column) =>
      pageCell(joined(line.filter((piece) => columns[columnAt(piece)] === column))),
    );
  });
  const centres = Array.from({ length: width }, (_, column) => {
    const own = table.flatMap((line) => line.filter((piece) => columns[columnAt(piece)] === column));
    return (Math.min(...own.map(({ left }) => left)) + Math.max(...own.map(({ right }) => right))) / 2;
  });
  const over = groupsOver(lines, rows, centres);
  const columnOf = (piece: Piece) => columns[columnAt(piece)] ?? 0;
  const isUnsure =
    over === undefined ||
    hasBrokenRows(lines) ||
    hasLostHeader(lines, rows) ||
    hasStrayValues(lines, columnOf) ||
    hasGroupAlone(lines);
  if (!isUnsure) return { rows, merges: over, edges, gaps: "sure" };
  return (
    (hasGroupAlone(lines) ? undefined : alignedRows(lines, before)) ?? {
      rows,
      merges: [],
      edges,
      gaps: "unsure",
    }
  );
}

/** 「政策１」「第2章」「1-1」 before the words of a heading. */
const numbered =
  /^[【〔]?(?:(?:基本)?(?:目標|政策|施策|方針|方向)|分野|柱|第)?[0-9IVX一二三四五六七八九十()・.-]{1,6}[章節項編部】〕:.]?$/u;

/** A title in two pieces (「令和6年度　成果報告」) above the table is one line. */
function withTitles(lines: readonly Piece[][]): Piece[][] {
  const first = lines.findIndex((line) => line.length > 2);
  const start = lines[first]?.[0]?.left ?? 0;
  return lines.map((line, at) => {
    const [piece, other] = line;
    const isHeading =
      other && !isValue(other) && numbered.test(piece?.text.normalize("NFKC").replace(/\s/gu, "") ?? "");
    const isTitle =
      piece && other && line.length === 2 && piece.left < start + piece.size && (at < first || isHeading);
    return isTitle ? [{ ...piece, text: joined(line), right: other.right }] : [...line];
  });
}

/** Whether numbers stand beside the words of their header and not under them, or beside other words in one cell. */
function hasStrayValues(lines: readonly (readonly Piece[])[], columnOf: (piece: Piece) => number): boolean {
  const data = firstData(lines);
  if (data < 0) return false;
  const ends = new Map<number, { left: number; right: number }>();
  for (const line of lines.slice(data)) {
    if (line.length < 2) continue;
    const columns = line.map(columnOf);
    if (line.some((piece, at) => isValue(piece) && columns.filter((one) => one === columns[at]).length > 1))
      return true;
    for (const piece of line.filter(isValue)) {
      const before = ends.get(columnOf(piece)) ?? piece;
      ends.set(columnOf(piece), {
        left: Math.min(before.left, piece.left),
        right: Math.max(before.right, piece.right),
      });
    }
  }
  const header = lines.slice(0, data).filter((line) => line.length > 1);
  return [...ends].some(
    ([column, { left, right }]) =>
      !header.some((line) =>
        line.some((piece) => columnOf(piece) === column && piece.left < right && piece.right > left),
      ),
  );
}

/** A short text alone right above the header and not at its left (「令和5年度」): over which columns it is joined cannot be known. */
function hasGroupAlone(lines: readonly (readonly Piece[])[]): boolean {
  const first = lines.findIndex((line) => line.length > 2);
  const [above] = lines[first - 1] ?? [];
  const [start, next] = [lines[first]?.[0], lines[firstData(lines)]?.[0]];
  if (!above || !start || !next || lines[first - 1]?.length !== 1) return false;
  const isNear = above.base - start.base < (start.base - next.base) * 1.5;
  return isNear && above.text.replace(/\s/gu, "").length <= 8 && above.left > start.right;
}

/** Columns of which no line fills both are one: a header to the left, its numbers to the right. */
function joinedColumns(
  table: readonly (readonly Piece[])[],
  columnAt: (piece: Piece) => number,
  count: number,
): number[] {
  const filled = Array.from({ length: count }, () => new Set<number>());
  table.forEach((line, at) => {
    for (const piece of line) filled[columnAt(piece)]?.add(at);
  });
  const columns: number[] = [];
  let [column, held] = [-1, new Set<number>()];
  for (const own of filled) {
    const isApart = column < 0 || [...own].some((line) => held.has(line));
    if (isApart) [column, held] = [column + 1, new Set(own)];
    else for (const line of own) held.add(line);
    columns.push(column);
  }
  return columns;
}

/** Words that stand over several columns (「R5年度」 over 目標 and 実績), each over the nearest; `undefined` where that is not even. */
function groupsOver(
  lines: readonly (readonly Piece[])[],
  rows: (GridCell | undefined)[][],
  centres: readonly number[],
): Merge[] | undefined {
  const data = firstData(lines);
  const first = lines.findIndex((line) => line.length > 2);
  const merges: Merge[] = [];
  if (data < 0 || first < 0 || data - first < 1) return merges;
  const lowest = rows[data - 1] ?? [];
  // A header of which each column has one line needs nothing.
  const leaves = lowest.flatMap((text, column) => (text ? [column] : []));
  for (let line = Math.max(0, first - 1); line < data - 1; line += 1) {
    const own = (lines[line] ?? []).map((piece) => ({ piece, x: (piece.left + piece.right) / 2 }));
    const groups = new Map<Piece, number[]>();
    for (const column of leaves) {
      const centre = centres[column] ?? 0;
      const [nearest] = own.toSorted((a, b) => Math.abs(a.x - centre) - Math.abs(b.x - centre));
      if (nearest) groups.set(nearest.piece, [...(groups.get(nearest.piece) ?? []), column]);
    }
    // A line that only names columns of its own, beside the leaves, is over none of them.
    const isOwn = own.every(({ x }) => {
      const column = nearestTo(centres, x);
      return !leaves.includes(column);
    });
    if (isOwn || own.length === 1) continue;
    const sizes = new Set([...groups.values()].map(({ length }) => length));
    if (sizes.size > 1 || leaves.length < (rows[line]?.filter(Boolean).length ?? 0)) return undefined;
    for (const [piece, of] of groups) {
      const [left = 0, right = 0] = [of[0], of.at(-1)];
      const row = rows[line] ?? [];
      for (const column of of) row[column] = undefined;
      row[left] = pageCell(piece.text);
      if (right > left) merges.push({ top: line, left, bottom: line, right });
    }
  }
  return merges;
}

function nearestTo(centres: readonly number[], x: number): number {
  return centres.reduce(
    (best, centre, at) => (Math.abs(centre - x) < Math.abs((centres[best] ?? 0) - x) ? at : best),
    0,
  );
}

/** Whether lines stand between the rows, nearer than rows do: names of several lines, or cells joined downward. */
function hasBrokenRows(lines: readonly (readonly Piece[])[]): boolean {
  const baseOf = (line: readonly Piece[] | undefined) => line?.[0]?.base ?? 0;
  const data = lines.flatMap((line, at) => (line.filter(isValue).length > 1 ? [at] : []));
  const pitches = data
    .slice(1)
    .map((at, index) => baseOf(lines[data[index] ?? 0]) - baseOf(lines[at]))
    .filter((pitch) => pitch > 0)
    .sort((a, b) => a - b);
  const pitch = pitches[Math.floor(pitches.length / 2)];
  if (pitch === undefined) return false;
  return lines.some((line, at) => {
    if (at <= (data[0] ?? 0) || at > (data.at(-1) ?? 0) + 1 || data.includes(at)) return false;
    return baseOf(lines[at - 1]) - baseOf(line) < pitch * 0.75;
  });
}

/** Whether a column has numbers and no header, or a cell holds a number and words that belong to another. */
function hasLostHeader(
  lines: readonly (readonly Piece[])[],
  rows: readonly (readonly (GridCell | undefined)[])[],
): boolean {
  const data = firstData(lines);
  if (data < 0) return false;
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).some((column) => {
    const shown = rows.slice(data).flatMap((row) => (row.length > 1 ? (row[column]?.text ?? []) : []));
    const values = shown.filter((text) => value.test(text.trim().normalize("NFKC")));
    if (values.length < 2 || values.length < shown.length * 0.6) return false;
    const isNamed = rows.slice(0, data).some((row) => row.length > 1 && row[column] !== undefined);
    return (
      !isNamed || shown.some((text) => /[0-9].*\S{4,}/u.test(text) && !value.test(text.normalize("NFKC")))
    );
  });
}

/** 「61 -」「2021 活力」: what was drawn near one another and handed over as one, where a value stands beside something else. */
function valuesApart(piece: Piece): Piece[] {
  const parts = piece.text.trim().split(/(?<![△▲])[\s\u3000]+/u);
  const isNumber = (part: string) => value.test(part.normalize("NFKC"));
  const isOne = parts.every((part, at) => (at === 0 ? /^[△▲-]?[0-9]{1,3}$/ : /^[0-9]{3}$/).test(part));
  if (parts.length < 2 || isOne || !parts.some(isNumber)) return [piece];
  const spaces = spacesIn(piece);
  return parts.map((text, at) => ({
    ...piece,
    text,
    left: at === 0 ? piece.left : (spaces[at - 1]?.x ?? piece.left) + piece.size * 0.31,
    right: at === parts.length - 1 ? piece.right : (spaces[at]?.x ?? piece.right) - piece.size * 0.31,
  }));
}

/** Pieces that touch are one; a number and what stands close to it in the next cell are two. */
function wordsOf(line: readonly Piece[]): Piece[] {
  const words: Piece[] = [];
  for (const piece of line) {
    const before = words.at(-1);
    const isNumber = isValue(piece) || (before !== undefined && isValue(before));
    if (before && piece.left - before.right <= piece.size * (isNumber ? 0.15 : 0.6))
      words[words.length - 1] = { ...before, text: joined([before, piece]), right: piece.right };
    else words.push(piece);
  }
  return words;
}

/** The middles of the gaps between what covers the page from left to right. */
function gapsOf(pieces: readonly Piece[]): number[] {
  const gaps: number[] = [];
  let end: number | undefined;
  for (const { left, right } of pieces.toSorted((a, b) => a.left - b.left)) {
    if (end !== undefined && left - end > 2) gaps.push((left + end) / 2);
    end = Math.max(end ?? right, right);
  }
  return gaps;
}
