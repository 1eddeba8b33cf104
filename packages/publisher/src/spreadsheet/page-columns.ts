// Tables of a document that have no rules and whose numbers stand to the right of their headers: each column lies between the words of one header and of the next.

import type { GridCell, Merge } from "@shihyo/core";
import { joined, type KnownColumns, type Leaf, type PageRows, type Piece, pageCell } from "./page-text.ts";

const value = /^[△▲-]?\s?[0-9][0-9,]*(\.[0-9]+)?[%％]?$|^[-－―—–]$/u;

/** Whether a piece is a number alone, or a dash in the place of one. */
export function isValue({ text }: Piece): boolean {
  return value.test(text.trim().normalize("NFKC"));
}

/** 「45人」「80.3（R4）」「△ 1,200」: a number with something to it, and no year. */
const amount = /^[△▲-]?\s?[0-9][0-9,]*(?:\.[0-9]+)?(?!\s*年)[^0-9]{0,8}(?:[(（].*[)）])?$/u;

/** The first line of data: two numbers or more, or two amounts that are no years. */
export function firstData(lines: readonly (readonly Piece[])[]): number {
  const isAmount = (piece: Piece) => {
    const text = piece.text.trim().normalize("NFKC");
    return isValue(piece) || (amount.test(text) && !/^(?:19|20)[0-9]{2}(?![0-9,])/.test(text));
  };
  return lines.findIndex(
    (line) => line.filter(isValue).length > 1 || (line.length > 2 && line.filter(isAmount).length > 1),
  );
}

type Lines = readonly (readonly Piece[])[];

const middleOf = ({ left, right }: Piece) => (left + right) / 2;

/**
 * Rows of the lines of a page; `undefined` where one piece may belong to two columns, or a column has nothing below its
 * header. A page that begins with numbers goes on with the columns of the page before.
 */
export function alignedRows(lines: Lines, before?: KnownColumns): PageRows | undefined {
  const data = firstData(lines);
  if (data >= 0 && before && lines.slice(0, data).every((line) => line.length < 2))
    return continued(lines, data, before);
  const first = lines.findIndex((line) => line.length > 2);
  if (data < 1 || first < 0 || first >= data) return undefined;
  // A line of groups stands over the leaves, and may have fewer words than they.
  const top = lines.slice(0, first).findLastIndex((line) => line.length < 2) + 1;
  const header = lines.slice(top, data);
  const leaves = leavesOf(header);
  const body = withWholeNames(lines.slice(data), leaves);
  if (leaves.length < 3 || body === undefined) return undefined;
  const placed = columnsOf(body, leaves, header.at(-1) ?? []);
  if (placed === undefined) return undefined;
  const rows: (GridCell | undefined)[][] = lines.slice(0, top).map((line) => titleRow(line, leaves));
  const merges: Merge[] = [];
  for (const [at, line] of header.entries()) {
    const groups = groupsIn(line, leaves, header.at(-1) ?? []);
    if (groups === undefined) return undefined;
    const row: (GridCell | undefined)[] = leaves.map(() => undefined);
    for (const { piece, from, to } of groups) {
      row[from] = pageCell(piece.text);
      if (to > from) merges.push({ top: top + at, bottom: top + at, left: from, right: to });
    }
    rows.push(row);
  }
  rows.push(...rowsOf(body, placed.columns, leaves));
  const known = { leaves, ends: placed.ends };
  return { rows, merges, edges: leaves.map(({ piece }) => piece.left), gaps: "sure", known };
}

/** A line above the table: one text, or where each of its pieces begins with a column far from the others, one over each. */
function titleRow(line: readonly Piece[], leaves: readonly Leaf[]): (GridCell | undefined)[] {
  const columns = line.map((piece) => leaves.findIndex((leaf) => startsAt(piece, leaf)));
  const isApart = line.every(
    (piece, at) => at === 0 || piece.left - (line[at - 1]?.right ?? 0) > piece.size * 6,
  );
  if (line.length < 2 || columns.includes(-1) || !isApart) return [pageCell(joined(line))];
  return leaves.map((_, column) => pageCell(line[columns.indexOf(column)]?.text ?? ""));
}

/** A page without a header, whose words begin and whose numbers end where those of the page before do. */
function continued(lines: Lines, data: number, { leaves, ends }: KnownColumns): PageRows | undefined {
  const body = withWholeNames(lines.slice(data), leaves);
  const placed =
    body &&
    columnsOf(
      body,
      leaves,
      leaves.map(({ piece }) => piece),
    );
  if (!body || !placed) return undefined;
  const isSame = [...placed.ends].every(([column, own]) => {
    const before = ends.get(column) ?? [];
    const size = leaves[column]?.piece.size ?? 0;
    return before.length > 0 && Math.abs(Math.max(...own) - Math.max(...before)) < size * 0.3;
  });
  if (!isSame) return undefined;
  const titles = lines.slice(0, data).map((line) => [pageCell(joined(line))]);
  return {
    rows: [...titles, ...rowsOf(body, placed.columns, leaves)],
    merges: [],
    edges: leaves.map(({ piece }) => piece.left),
    gaps: "sure",
    known: { leaves, ends },
  };
}

function rowsOf(
  body: Lines,
  columns: readonly (readonly number[] | undefined)[],
  leaves: readonly Leaf[],
): (GridCell | undefined)[][] {
  return body.map((line, at) => {
    const own = columns[at];
    return own === undefined
      ? [pageCell(joined(line))]
      : leaves.map((_, column) => pageCell(line.find((_piece, index) => own[index] === column)?.text ?? ""));
  });
}

/** The words of a header under which nothing more is said, from left to right. */
function leavesOf(header: Lines): Leaf[] {
  const leaves: Leaf[] = [];
  for (const line of header.toReversed()) {
    const isAbove = (piece: Piece) =>
      leaves.some(
        (leaf) => leaf.piece.left < piece.right + piece.size && leaf.piece.right > piece.left - piece.size,
      );
    leaves.push(
      ...line.filter((piece) => !isAbove(piece)).map((piece) => ({ piece, middle: middleOf(piece) })),
    );
  }
  return leaves.toSorted((a, b) => a.piece.left - b.piece.left);
}

/** The leaves that each word of a header's line stands over; `undefined` where that is not even. */
function groupsIn(
  line: readonly Piece[],
  leaves: readonly Leaf[],
  lowest: readonly Piece[],
): { readonly piece: Piece; readonly from: number; readonly to: number }[] | undefined {
  const own = line.map((piece) => leaves.findIndex((leaf) => leaf.piece === piece));
  if (own.every((at) => at >= 0))
    return line.map((piece, at) => ({ piece, from: own[at] ?? 0, to: own[at] ?? 0 }));
  const groups = line.filter((_, at) => (own[at] ?? -1) < 0);
  // What stands higher is a header of its own, joined down; remarks and sections to the right are in no group of years.
  const free = leaves.flatMap(({ piece }, at) =>
    !line.includes(piece) && lowest.includes(piece) && ofGroups.test(piece.text.normalize("NFKC"))
      ? [at]
      : [],
  );
  // Words that are joined over columns begin with the first of them, or stand over the middle of all.
  const starts = groups.map((group) =>
    free.findIndex((at) => Math.abs((leaves[at]?.piece.left ?? 0) - group.left) < group.size * 0.5),
  );
  const isFromLeft = starts.every((start, at) => start >= 0 && (at === 0 || start > (starts[at - 1] ?? 0)));
  const spans = isFromLeft
    ? starts.map((start, at) => [free[start] ?? 0, free[(starts[at + 1] ?? free.length) - 1] ?? 0] as const)
    : centred(groups, free, leaves);
  if (spans === undefined) return undefined;
  const placed = groups.flatMap((piece, at) => {
    const [from, to] = spans[at] ?? [];
    // What stands between is said of another column.
    const isRun =
      from !== undefined && to !== undefined && free.indexOf(to) - free.indexOf(from) === to - from;
    return isRun ? [{ piece, from, to }] : [];
  });
  if (placed.length < groups.length) return undefined;
  return [
    ...placed,
    ...line.flatMap((piece, at) =>
      (own[at] ?? -1) < 0 ? [] : [{ piece, from: own[at] ?? 0, to: own[at] ?? 0 }],
    ),
  ];
}

const ofGroups = /[0-9]|目標|実績|計画|達成|見込|予定|基準|現状|値|率|差|額|累計|単年|評価|計$/u;

/** Groups over the middle of as many leaves each, side by side. */
function centred(
  groups: readonly Piece[],
  free: readonly number[],
  leaves: readonly Leaf[],
): (readonly [number, number])[] | undefined {
  const size = free.length / groups.length;
  if (!Number.isInteger(size) || size < 1) return undefined;
  const spans = groups.map((_, at) => [free[at * size] ?? 0, free[(at + 1) * size - 1] ?? 0] as const);
  const isOver = groups.every((group, at) => {
    const [from, to] = spans[at] ?? [0, 0];
    const last = leaves[to]?.piece.right ?? 0;
    const [left, right] = [leaves[from]?.piece.left ?? 0, leaves[to + 1]?.piece.left ?? last];
    return Math.abs(middleOf(group) - (left + right) / 2) < (right - left) * 0.25;
  });
  return isOver ? spans : undefined;
}

/** By line, the column of each of its pieces; a line of one piece that is below no header is a heading or a note. */
function columnsOf(
  body: Lines,
  leaves: readonly Leaf[],
  lowest: readonly Piece[],
):
  | {
      readonly columns: readonly (readonly number[] | undefined)[];
      readonly ends: ReadonlyMap<number, readonly number[]>;
    }
  | undefined {
  const found: (readonly number[] | undefined)[] = [];
  const rights = new Map<number, number[]>();
  for (const line of body) {
    const columns = line.map((piece) => columnOf(piece, leaves));
    const isWhole =
      columns.every((column) => column !== undefined) && new Set(columns).size === columns.length;
    if (line.length === 1 && (!isWhole || !isValue(line[0] as Piece))) {
      found.push(undefined);
      continue;
    }
    if (!isWhole) return undefined;
    found.push(columns as number[]);
    for (const [at, piece] of line.entries()) {
      const column = columns[at] ?? 0;
      if (isValue(piece) && !startsAt(piece, leaves[column]))
        rights.set(column, [...(rights.get(column) ?? []), piece.right]);
    }
  }
  const filled = new Set(found.flat());
  // Numbers that end at one place down the page are of one column; a header with nothing below may have lost its own.
  const isEven = [...rights].every(([column, ends]) => {
    const { size } = (leaves[column] as Leaf).piece;
    const next = leaves[column + 1]?.piece.left ?? Number.POSITIVE_INFINITY;
    return Math.max(...ends) - Math.min(...ends) < size * 0.5 && Math.max(...ends) <= next + size * 0.5;
  });
  // Remarks and years to come may be empty; a word higher up with nothing below stands over others.
  const isWhole = leaves.every(({ piece }, column) => filled.has(column) || lowest.includes(piece));
  return isEven && isWhole ? { columns: found, ends: rights } : undefined;
}

const startsAt = (piece: Piece, leaf: Leaf | undefined) =>
  leaf !== undefined && Math.abs(piece.left - leaf.piece.left) < piece.size * (isValue(piece) ? 0.3 : 0.6);

/** The column of a piece: words stand where the header's do, numbers end before the next header's begin. */
function columnOf(piece: Piece, leaves: readonly Leaf[]): number | undefined {
  const same = leaves.findIndex((leaf) => startsAt(piece, leaf));
  if (same >= 0) return same;
  if (!isValue(piece)) {
    const near = leaves.findIndex(
      (leaf) =>
        Math.abs(middleOf(piece) - leaf.middle) < piece.size * 0.3 ||
        Math.abs(piece.right - leaf.piece.right) < piece.size * 0.3,
    );
    return near >= 0 ? near : amountIn(piece, leaves);
  }
  return before(piece, leaves);
}

/** 「△1,200」「45人」 and words among numbers (集計中) that stand to the right as they do. */
function amountIn(piece: Piece, leaves: readonly Leaf[]): number | undefined {
  const at = before(piece, leaves);
  const next = at === undefined ? undefined : leaves[at + 1]?.piece.left;
  return next !== undefined && next - piece.right < piece.size && piece.text.length < 12 ? at : undefined;
}

function before(piece: Piece, leaves: readonly Leaf[]): number | undefined {
  const at = leaves.findLastIndex(({ middle }) => middle < piece.right);
  return at < 0 ? undefined : at;
}

/** Names that are broken over lines, put together where each line is clearly nearest to one row; `undefined` where one is not. */
function withWholeNames(body: Lines, leaves: readonly Leaf[]): Piece[][] | undefined {
  const rows = body.flatMap((line, at) => (line.some(isValue) && line.length > 1 ? [at] : []));
  const baseOf = (at: number) => body[at]?.[0]?.base ?? 0;
  const distances = rows.slice(1).map((at, index) => baseOf(rows[index] ?? 0) - baseOf(at));
  const pitch = distances.toSorted((a, b) => a - b)[0] ?? Number.POSITIVE_INFINITY;
  const whole = new Map<number, Piece[][]>();
  const apart: number[] = [];
  for (const [at, line] of body.entries()) {
    if (rows.includes(at)) continue;
    const [near, next] = rows.toSorted(
      (a, b) => Math.abs(baseOf(a) - baseOf(at)) - Math.abs(baseOf(b) - baseOf(at)),
    );
    const distance = near === undefined ? Number.POSITIVE_INFINITY : Math.abs(baseOf(near) - baseOf(at));
    if (near === undefined || distance >= pitch * 0.75) {
      apart.push(at);
      continue;
    }
    const other = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(baseOf(next) - baseOf(at));
    const isUnder = line.every((piece) => leaves.some((leaf) => startsAt(piece, leaf)));
    // A row that lacks what its neighbour has is where it belongs.
    const has = (row: number | undefined, piece: Piece) =>
      (body[row ?? -1] ?? []).some((one) => Math.abs(one.left - piece.left) < piece.size * 0.3);
    const isMissed = line.every((piece) => !has(near, piece) && has(next, piece));
    const isClear = other >= distance * 1.5 || (isMissed && other > distance * 1.1);
    if (!isClear || !isUnder || line.some(isValue)) return undefined;
    whole.set(near, [...(whole.get(near) ?? []), [...line]]);
  }
  return body.flatMap((line, at): Piece[][] => {
    if (apart.includes(at)) return [[...line]];
    if (!rows.includes(at)) return [];
    const parts = whole.get(at) ?? [];
    const made = [...line];
    for (const part of parts) {
      for (const piece of part) {
        const own = made.findIndex(
          (one) => Math.abs(one.left - piece.left) < piece.size * 0.3 && !isValue(one),
        );
        const one = made[own];
        if (!one) made.push(piece);
        else {
          const text = piece.base > one.base ? `${piece.text}${one.text}` : `${one.text}${piece.text}`;
          made[own] = { ...one, text, base: Math.min(one.base, piece.base) };
        }
      }
    }
    return [made.toSorted((a, b) => a.left - b.left)];
  });
}
