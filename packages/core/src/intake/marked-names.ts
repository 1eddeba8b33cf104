// Names that say of themselves that they are names (「≪指標名≫ 講座の開催回数」), in tables without a header over them.

import type { Grid, GridCell } from "./grid.ts";
import { isHeaderWord } from "./header-words.ts";
import { yearsIn } from "./years.ts";

const marked =
  /^[\s　]*[≪《〈<＜【［〔[(（]{1,2}[\s　]*(?:成果|活動)?指標名称?[\s　]*[≫》〉>＞】］〕\])）]{1,2}[\s　]*(?=\S)/u;

/** The names without their mark, and 「指標名」 over them in the row of years above; the grid as it is where there are none. */
export function withNamesMarked(grid: Grid): Grid {
  const found = grid.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell && marked.test(cell.text) ? [{ row: at, column }] : [])),
  );
  const [first] = found;
  if (!first || found.some(({ column }) => column !== first.column)) return grid;
  const heads = new Set(found.flatMap(({ row }) => yearsAbove(grid, row, first.column) ?? []));
  if (heads.size === 0) return grid;
  const isName = new Set(found.map(({ row }) => row));
  const header: GridCell = { text: "指標名", kind: "text" };
  const isOver = ({ top, bottom, left, right }: Grid["merges"][number]) =>
    top === bottom && heads.has(top) && left <= first.column && right >= first.column;
  return {
    ...grid,
    standsAt: grid.standsAt ?? ((row, column) => ({ grid, row, column })),
    merges: grid.merges.filter((merge) => !isOver(merge)),
    rows: grid.rows.map((row, at) => {
      if (!heads.has(at) && !isName.has(at)) return row;
      const line = Array.from({ length: Math.max(row.length, first.column + 1) }, (_, column) => row[column]);
      const own = line[first.column];
      if (heads.has(at)) {
        // What stood over all that is left of the years (「目標達成状況」) is no header of the names.
        for (let column = 0; column < first.column; column++)
          if (line[column] && yearsIn(line[column]?.text ?? "").length === 0) line[column] = undefined;
        line[first.column] = header;
      } else if (own) line[first.column] = { ...own, text: own.text.replace(marked, "") };
      return line;
    }),
  };
}

/** The nearest row above with two or more years right of the names, and no other words there. */
function yearsAbove(grid: Grid, from: number, column: number): number | undefined {
  for (let row = from - 1; row >= Math.max(0, from - 24); row--) {
    const right = (grid.rows[row] ?? []).slice(column + 1).flatMap((cell) => (cell ? [cell.text] : []));
    const years = right.filter((text) => yearsIn(text).length > 0 && isHeaderWord(text));
    if (years.length > 1 && years.length === right.length) return row;
  }
  return undefined;
}
