// Splits a sheet whose tables stand side by side into one grid for each, with what stands above them all repeated in every one.

import { keyOf } from "./cell-text.ts";
import { inJapanese } from "./english-headers.ts";
import type { Grid, Merge } from "./grid.ts";
import { isHeaderWord } from "./header-words.ts";
import { filledCells, type Sight, widthOf } from "./sight.ts";
import { yearsIn } from "./years.ts";

const nameHeader =
  /^(指標|指標名称?|指標の名称|成果指標名?|活動指標名?|評価指標|KPI|KPI名|数値目標|項目|項目名)(\(.*\))?$/iu;

/** Whether a header says that the names of indicators stand below it. */
export function isNameHeader(header: string): boolean {
  return nameHeader.test(inJapanese(keyOf(header)));
}

/** Columns from one to another, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The grid cut where a column that is empty in all rows of tables parts two of them, each with a header of names of its
 * own; they may begin at different rows. `undefined` where there is but one.
 */
export function cutAtGutters(sight: Sight): readonly Grid[] | undefined {
  const { grid } = sight;
  const lines = grid.rows.flatMap((_, row) => {
    const cells = filledCells(sight, row);
    return new Set(cells.map(({ text }) => keyOf(text))).size > 1 ? [cells] : [];
  });
  const filled = new Set(lines.flatMap((cells) => cells.map(({ column }) => column)));
  const runs: Span[] = [];
  for (const column of [...filled].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.to === column - 1) runs[runs.length - 1] = { from: last.from, to: column };
    else runs.push({ from: column, to: column });
  }
  if (runs.length < 2) return undefined;
  const blocks: (Span & { readonly before: number | undefined })[] = [];
  for (const run of runs) {
    const names = lines.flatMap((cells) => namesIn(cells, run));
    const last = blocks.at(-1);
    const before = names.length === 0 ? undefined : Math.min(...names) - run.from;
    // What stands left of the names of the first belongs to the others as well, where they have nothing of the kind.
    const isOwn = before !== undefined && last?.before !== undefined && before >= last.before;
    if (isOwn || last === undefined) blocks.push({ ...run, before });
    else {
      const shift = before === undefined ? undefined : before + run.from - last.from;
      blocks[blocks.length - 1] = { from: last.from, to: run.to, before: last.before ?? shift };
    }
  }
  if (blocks.length < 2) return undefined;
  const first = grid.rows.findIndex((_, row) => {
    const cells = filledCells(sight, row);
    return blocks.some((block) => namesIn(cells, block).length > 0);
  });
  return blocks.map((block) => partOf(sight, [block], { from: 0, to: grid.rows.length - 1 }, first));
}

/** The columns of a row in which names of indicators begin, with at least two other words of a header beside. */
function namesIn(cells: readonly { column: number; text: string }[], { from, to }: Span): number[] {
  const own = cells.filter(({ column }) => column >= from && column <= to);
  const words = own.filter(({ text }) => isHeaderWord(text) || yearsIn(text).length > 0);
  return words.length < 3 ? [] : own.flatMap(({ column, text }) => (isNameHeader(text) ? [column] : []));
}

/** Some rows of the grid cut where the words of their header come again; what stands left of them all is in every part. */
export function cutAtHeaders(
  sight: Sight,
  headers: readonly (readonly string[])[],
  rows: Span,
  headerTop: number,
): readonly Grid[] | undefined {
  const keys = headers.map((pieces) => inJapanese(keyOf(pieces.join(""))));
  const starts = keys.flatMap((key, column) =>
    nameHeader.test(key) && key !== keys[column - 1] && keys.indexOf(key) !== keys.lastIndexOf(key)
      ? [column]
      : [],
  );
  const [first = 0, second = 0] = starts;
  if (starts.length < 2 || starts.some((column) => keys[column] !== keys[first])) return undefined;
  // Levels of its own belong to each: 「施策、指標名、R5」 and again 「施策、指標名、R5」.
  let before = 0;
  while (
    first - before > 0 &&
    starts.every((column) => keys[column - before - 1] === keys[first - before - 1]) &&
    keys[first - before - 1] !== "" &&
    second - before - 1 > first
  )
    before++;
  const shared = { from: 0, to: first - before - 1 };
  return starts.map((start, at) => {
    const to = (starts[at + 1] ?? widthOf(sight.grid) + before) - before - 1;
    return partOf(sight, [shared, { from: start - before, to }], rows, headerTop);
  });
}

/** Some rows and columns of a grid, each cell at its own place; a line alone above the tables, or joined over them, stands in every part. */
function partOf(sight: Sight, spans: readonly Span[], { from, to }: Span, headerTop: number): Grid {
  const { grid } = sight;
  const isIn = (column: number) => spans.some((span) => column >= span.from && column <= span.to);
  const reaches = (row: number, column: number) => {
    const merge = sight.mergeAt(row, column);
    return merge !== undefined && spans.some((span) => merge.left <= span.to && merge.right >= span.from);
  };
  const rows = grid.rows.map((line, row) => {
    if (row < from || row > to) return [];
    const cells = filledCells(sight, row);
    const isAlone = new Set(cells.map(({ text }) => keyOf(text))).size === 1;
    const [only] = cells;
    const isOfAll = isAlone && only !== undefined && (row < headerTop || reaches(row, only.column));
    return line.map((cell, column) =>
      isIn(column) || (isOfAll && column === only?.column) ? cell : undefined,
    );
  });
  const merges = grid.merges.filter(({ top, left }: Merge) => isIn(left) || rows[top]?.[left] !== undefined);
  return {
    ...grid,
    rows,
    merges,
    standsAt: grid.standsAt ?? ((row, column) => ({ grid, row, column })),
  };
}
