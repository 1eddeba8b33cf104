// Splits rows that hold several indicators on numbered lines (「①総排出量 ②リサイクル率」 over 「①9,800 ②21.5」) into a row for each.

import type { CellPlace, Grid, GridCell, Merge } from "./grid.ts";

const numbered = /^[①-⑳]/u;

/** The lines of a cell, where each begins with a circled number, in their order from ①. */
function linesIn(cell: GridCell | undefined): readonly string[] | undefined {
  const lines = (cell?.text ?? "").trim().split(/\s*\n\s*/u);
  const isRow = lines.every((line, at) => numbered.test(line) && line.codePointAt(0) === 0x2460 + at);
  return isRow && lines.length > 1 ? lines : undefined;
}

/** The grid with a row for each numbered line, where two cells of a row or more have the same number of them. */
export function withLinesApart(grid: Grid): Grid {
  const counts = grid.rows.map((row) => {
    const found = row.flatMap((cell) => linesIn(cell)?.length ?? []);
    const [count = 0] = found;
    return found.length > 1 && found.every((one) => one === count) ? count : 1;
  });
  if (counts.every((count) => count === 1)) return grid;
  const starts: number[] = [];
  const rows: (GridCell | undefined)[][] = [];
  const from: number[] = [];
  const merges: Merge[] = [];
  for (const [at, row] of grid.rows.entries()) {
    const count = counts[at] ?? 1;
    const top = rows.length;
    starts.push(top);
    for (let line = 0; line < count; line++) {
      from.push(at);
      rows.push(
        row.map((cell) => {
          const text = linesIn(cell)?.[line];
          if (count === 1 || text === undefined) return line === 0 ? cell : undefined;
          const { number: _, ...look } = cell as GridCell;
          return { ...look, kind: "text", text: text.slice(1).trim() };
        }),
      );
    }
    // What says nothing of the lines is of all of them.
    if (count > 1)
      for (const [column, cell] of row.entries())
        if (cell && !linesIn(cell))
          merges.push({ top, left: column, bottom: top + count - 1, right: column });
  }
  const start = (row: number) => starts[row] ?? rows.length;
  const own = grid.merges.map((merge) => ({
    ...merge,
    top: start(merge.top),
    bottom: start(merge.bottom + 1) - 1,
  }));
  const isIn = ({ top, left }: Merge) =>
    own.some((one) => top >= one.top && top <= one.bottom && left >= one.left && left <= one.right);
  const hidden = from.flatMap((row, at) => (grid.hiddenRows.has(row) ? [at] : []));
  return {
    ...grid,
    rows,
    merges: [...own, ...merges.filter((merge) => !isIn(merge))],
    hiddenRows: new Set(hidden),
    standsAt: (row, column): CellPlace | undefined => {
      const origin = from[row] ?? row;
      return grid.standsAt?.(origin, column) ?? { grid, row: origin, column };
    },
  };
}
