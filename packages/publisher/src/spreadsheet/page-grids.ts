// Pages of a document to grids: rules make the cells where there are any, else the gaps that run down the page; pages that go on with the same columns are one table.

import type { Grid, GridCell, Merge } from "@shihyo/core";
import { gapRows } from "./page-gaps.ts";
import {
  joined,
  linesOf,
  type PageRows,
  type PageText,
  type Piece,
  pageCell,
  type RuledLine,
  spacesIn,
} from "./page-text.ts";

/** Edges nearer to one another are one. */
const near = 3;

/** One grid for each run of pages whose columns are the same. */
export function pageGrids(pages: readonly PageText[], file: string): Grid[] {
  const grids: {
    page: number;
    last: number;
    edges: readonly number[];
    gaps: PageRows["gaps"];
    rows: PageRows["rows"];
    merges: Merge[];
    pages: number[];
    lines: number[];
  }[] = [];
  let columns: PageRows["known"];
  pages.forEach((page, at) => {
    if (page.pieces.length === 0) return;
    const number = at + 1;
    for (const [nth, { rows, merges, edges, begins = edges, gaps, known }] of rowsOf(
      page,
      columns,
    ).entries()) {
      columns = known;
      const before = grids.at(-1);
      const isSame =
        nth === 0 &&
        before !== undefined &&
        before.last === number - 1 &&
        before.gaps === gaps &&
        sameEdges(before.edges, begins);
      const grid = isSame
        ? before
        : { page: number, last: number, edges, gaps, rows: [], merges: [], pages: [], lines: [] };
      if (!isSame) grids.push(grid);
      const shift = grid.rows.length;
      grid.last = number;
      grid.edges = edges;
      grid.rows.push(...rows);
      grid.pages.push(...rows.map(() => number));
      grid.lines.push(...rows.map((_, row) => row + 1));
      grid.merges.push(
        ...merges.map((merge) => ({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift })),
      );
    }
  });
  return grids.map(({ page, last, gaps, rows, merges, pages: numbers, lines }) => ({
    file,
    sheet: page === last ? `${page}頁` : `${page}〜${last}頁`,
    source: "page" as const,
    rows,
    merges,
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    hidden: false,
    page,
    pages: numbers,
    lines,
    ...(gaps === undefined ? {} : { gaps }),
  }));
}

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.length === b.length && a.length > 2 && a.every((edge, at) => Math.abs(edge - (b[at] ?? 0)) <= near * 2)
  );
}

function rowsOf(page: PageText, before: PageRows["known"]): readonly PageRows[] {
  const [across, down] = edgesIn(page.rules);
  if (across.length <= 2 || down.length <= 2) return [gapRows(page, before)];
  const blocks = blocksOf(page.rules).map((rules) => ({ rules, edges: edgesIn(rules) }));
  const tables = blocks.filter(({ edges: [own, levels] }) => own.length > 2 && levels.length > 1);
  // Tables of one sheet share its columns; those of a text have each their own.
  const isOfOne =
    tables.every(({ edges: [own] }) => own.length <= across.length) &&
    tables.some(({ edges: [own] }) => own.length === across.length);
  return isOfOne || tables.length < 2 ? [ruledRows(page, across, down)] : stackedRows(page, tables);
}

function edgesIn(rules: readonly RuledLine[]): readonly [across: number[], down: number[]] {
  return [
    edgesOf(rules.filter(isUpright).map(({ left, right }) => (left + right) / 2)),
    edgesOf(rules.filter(isLevel).map(({ bottom, top }) => (bottom + top) / 2)).reverse(),
  ];
}

/** The rules of each table of a page, from the top down: between two tables no upright rule stands. */
function blocksOf(rules: readonly RuledLine[]): RuledLine[][] {
  const spans: { bottom: number; top: number }[] = [];
  for (const { bottom, top } of rules.filter(isUpright).toSorted((a, b) => b.top - a.top)) {
    const last = spans.at(-1);
    if (last && top >= last.bottom - near) last.bottom = Math.min(last.bottom, bottom);
    else spans.push({ bottom, top });
  }
  return spans.map(({ bottom, top }) =>
    rules.filter((rule) => rule.bottom >= bottom - near && rule.top <= top + near),
  );
}

/**
 * Tables with columns of their own one below the other, as they would stand on a sheet, and the lines between them. One
 * that begins with numbers and has other columns than the one above goes on with nothing: it is apart.
 */
function stackedRows(
  { pieces }: PageText,
  tables: readonly { readonly rules: readonly RuledLine[]; readonly edges: readonly [number[], number[]] }[],
): PageRows[] {
  const parts: (PageRows & { readonly begins: readonly number[] })[] = [];
  let rows: (GridCell | undefined)[][] = [];
  let merges: Merge[] = [];
  let begins: readonly number[] = [];
  let edgesBefore: readonly number[] = [];
  let left = [...pieces];
  const middle = ({ base, size }: Piece) => base + size * 0.3;
  const putLines = (lines: readonly Piece[]) =>
    rows.push(...linesOf(lines).map((line) => [pageCell(joined(line))]));
  for (const { rules, edges } of tables) {
    const [across, down] = edges;
    const [top = 0, bottom = 0] = [down[0], down.at(-1)];
    putLines(left.filter((piece) => middle(piece) > top));
    const own = left.filter((piece) => middle(piece) <= top && middle(piece) >= bottom);
    left = left.filter((piece) => middle(piece) < bottom);
    const table = ruledRows({ pieces: own, rules }, across, down);
    const isApart =
      edgesBefore.length > 0 &&
      across.length !== edgesBefore.length &&
      (table.rows[0] ?? []).filter((one) => one && isNumber(one.text)).length > 1;
    if (isApart) {
      parts.push({ rows, merges, begins, edges: edgesBefore });
      [rows, merges, begins] = [[], [], []];
    }
    if (begins.length === 0) begins = across;
    edgesBefore = across;
    for (const merge of table.merges)
      merges.push({ ...merge, top: merge.top + rows.length, bottom: merge.bottom + rows.length });
    rows.push(...table.rows);
  }
  putLines(left);
  return [...parts, { rows, merges, begins, edges: edgesBefore }];
}

const isUpright = ({ left, right, bottom, top }: RuledLine) => right - left <= near && top - bottom > near;
const isLevel = ({ left, right, bottom, top }: RuledLine) => top - bottom <= near && right - left > near;

/** Places in order, those that are nearly one as one. */
function edgesOf(places: readonly number[]): number[] {
  const edges: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (edges.length === 0 || place - (edges.at(-1) ?? 0) > near) edges.push(place);
  }
  return edges;
}

/** The lines of a cell as one text: a name that is broken over two lines has no space in it, and a break that was typed stays. */
function textOf(pieces: readonly Piece[], width = 0): string {
  const lines = linesOf(pieces);
  let text = "";
  for (const [at, line] of lines.entries()) {
    const own = joined(line);
    const before = lines[at - 1];
    const isLatin = /[A-Za-z0-9,]$/.test(text) && /^[A-Za-z]/.test(own);
    // Two numbers one above the other are two, and no longer one.
    const isNumbers = isNumber(text.split("\n").at(-1) ?? "") && isNumber(own);
    const isTyped = before !== undefined && hasRoom(before, line, width);
    text += `${at === 0 ? "" : isNumbers || isTyped ? "\n" : isLatin ? " " : ""}${own}`;
  }
  return text;
}

/** Whether a line ends though the first word of the next had its place in it, and a few letters more: somebody broke it there. */
function hasRoom(line: readonly Piece[], next: readonly Piece[], width: number): boolean {
  const [first, last] = [line[0], line.at(-1)];
  const [piece] = next;
  if (!first || !last || !piece) return false;
  const word = /^[\u0020-\u007E]*/u.exec(piece.text.normalize("NFKC"))?.[0].length ?? 0;
  const room = width - (last.right - first.left);
  return room >= piece.size * (Math.max(1, word / 2) + 3);
}

/** A line outside the rules: one text, or where its pieces lie far apart each over the column that it begins in. */
function besideRow(line: readonly Piece[], across: readonly number[]): (GridCell | undefined)[] {
  const texts: Piece[][] = [];
  for (const piece of line) {
    const before = texts.at(-1)?.at(-1);
    if (before && piece.left - before.right <= piece.size * 6) texts.at(-1)?.push(piece);
    else texts.push([piece]);
  }
  const columns = texts.map(([piece]) => across.findLastIndex((edge) => edge <= (piece?.left ?? 0) + near));
  const isApart = columns.every((column, at) => column >= 0 && column > (columns[at - 1] ?? -1));
  if (texts.length < 2 || !isApart) return [pageCell(joined(line))];
  const row: (GridCell | undefined)[] = [];
  for (const [at, column] of columns.entries()) row[column] = pageCell(joined(texts[at] ?? []));
  return Array.from(row);
}

const isNumber = (text: string) =>
  /^[(（]?[△▲-]?\s?[0-9][0-9,]*(?:\.[0-9]+)?[^0-9]{0,4}[)）]?$|^[(（]?[-－―—–][)）]?$/u.test(
    text.trim().normalize("NFKC"),
  );

/** A string that runs over a rule is two: what was drawn in neighbouring cells is handed over as one, with a space between. */
function cutAtRules(pieces: readonly Piece[], upright: readonly RuledLine[]): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    const spaces = spacesIn(piece);
    if (spaces.length === 0) return [piece];
    const middle = piece.base + piece.size * 0.3;
    const crossing = upright
      .filter(({ bottom, top }) => bottom <= middle && top >= middle)
      .map(({ left, right }) => (left + right) / 2)
      .filter((x) => x > piece.left + 1 && x < piece.right - 1)
      .toSorted((a, b) => a - b);
    for (const rule of crossing) {
      const [nearest] = spaces.toSorted((a, b) => Math.abs(a.x - rule) - Math.abs(b.x - rule));
      if (!nearest || Math.abs(nearest.x - rule) > piece.size * 1.5) continue;
      const before = piece.text.slice(0, nearest.at).trim();
      const after = piece.text.slice(nearest.at).trim();
      if (before === "" || after === "") continue;
      return [
        { ...piece, text: before, right: rule - 0.5 },
        ...cutAtRules([{ ...piece, text: after, left: rule + 0.5 }], upright),
      ];
    }
    return [piece];
  });
}

function ruledRows(
  { pieces: drawn, rules }: PageText,
  across: readonly number[],
  down: readonly number[],
): PageRows {
  const [columns, height] = [across.length - 1, down.length - 1];
  const upright = rules.filter(isUpright);
  const pieces = cutAtRules(drawn, upright);
  const level = rules.filter(isLevel);
  const middleX = (column: number) => ((across[column] ?? 0) + (across[column + 1] ?? 0)) / 2;
  const middleY = (row: number) => ((down[row] ?? 0) + (down[row + 1] ?? 0)) / 2;
  const isWall = (column: number, row: number) =>
    upright.some(
      ({ left, right, bottom, top }) =>
        Math.abs((left + right) / 2 - (across[column] ?? 0)) <= near &&
        bottom <= middleY(row) &&
        top >= middleY(row),
    );
  const isFloor = (column: number, row: number) =>
    level.some(
      ({ left, right, bottom, top }) =>
        Math.abs((bottom + top) / 2 - (down[row] ?? 0)) <= near &&
        left <= middleX(column) &&
        right >= middleX(column),
    );
  /** By cell: the merged cell that it belongs to. */
  const owner = new Map<string, Merge>();
  const merges: Merge[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (owner.has(`${row} ${column}`)) continue;
      let right = column;
      while (right + 1 < columns && !isWall(right + 1, row) && !owner.has(`${row} ${right + 1}`)) right += 1;
      let bottom = row;
      while (bottom + 1 < height && !isFloor(column, bottom + 1)) bottom += 1;
      const merge = { top: row, left: column, bottom, right };
      for (let y = row; y <= bottom; y += 1)
        for (let x = column; x <= right; x += 1) owner.set(`${y} ${x}`, merge);
      if (right > column || bottom > row) merges.push(merge);
    }
  }
  const [leftEnd = 0, rightEnd = 0] = [across[0], across.at(-1)];
  const [topEnd = 0, bottomEnd = 0] = [down[0], down.at(-1)];
  const held = new Map<Merge, Piece[]>();
  const outside: Piece[] = [];
  for (const piece of pieces) {
    const [x, y] = [(piece.left + piece.right) / 2, piece.base + piece.size * 0.3];
    const column = across.findIndex((edge, at) => x >= edge && x < (across[at + 1] ?? edge));
    const row = down.findIndex((edge, at) => y <= edge && y > (down[at + 1] ?? edge));
    const merge =
      x < leftEnd || x > rightEnd || y > topEnd || y < bottomEnd ? undefined : owner.get(`${row} ${column}`);
    if (!merge) outside.push(piece);
    else held.set(merge, [...(held.get(merge) ?? []), piece]);
  }
  // What stands between two tables, with no rule at its sides, is a line of the page and no cell.
  const isOpen = ({ top, left, bottom, right }: Merge) =>
    top === bottom && left === 0 && right === columns - 1 && !isWall(0, top) && !isWall(columns, top);
  const rows: (GridCell | undefined)[][] = [];
  const places: number[] = [];
  for (let row = 0; row < height; row += 1) {
    places.push(rows.length);
    const whole = owner.get(`${row} 0`);
    const between = whole && isOpen(whole) ? linesOf(held.get(whole) ?? []) : [];
    if (between.length > 1) {
      rows.push(...between.map((line) => besideRow(line, across)));
      continue;
    }
    rows.push(
      Array.from({ length: columns }, (_, column) => {
        const merge = owner.get(`${row} ${column}`);
        return merge && merge.top === row && merge.left === column
          ? pageCell(textOf(held.get(merge) ?? [], (across[merge.right + 1] ?? 0) - (across[column] ?? 0)))
          : undefined;
      }),
    );
  }
  const lineRows = (lines: readonly Piece[][]) => lines.map((line) => besideRow(line, across));
  const above = lineRows(linesOf(outside.filter(({ base }) => base > (topEnd + bottomEnd) / 2)));
  const below = lineRows(linesOf(outside.filter(({ base }) => base <= (topEnd + bottomEnd) / 2)));
  return {
    rows: [...above, ...rows, ...below],
    merges: merges.map((one) => ({
      ...one,
      top: (places[one.top] ?? one.top) + above.length,
      bottom: (places[one.bottom] ?? one.bottom) + above.length,
    })),
    edges: across,
  };
}
