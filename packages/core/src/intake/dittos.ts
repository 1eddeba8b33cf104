// Replaces ditto marks (〃, 同上) by what stands above them, before anything else is read.

import type { Asking } from "./asking.ts";
import { readCellValue } from "./cell-value.ts";
import { type Grid, type GridCell, placeOf } from "./grid.ts";
import { Sight } from "./sight.ts";

const ditto = /^\s*(?:〃|〟|″|仝|同上)\s*$/u;

/** The grid with the words above in the place of ditto marks; below a number a person says whether it is the same. */
export function withoutDittos(grid: Grid, asking: Asking): Grid {
  const marks = grid.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => (at > 0 && cell && ditto.test(cell.text) ? [{ row: at, column }] : [])),
  );
  if (marks.length === 0) return grid;
  const rows = grid.rows.map((row) => [...row]);
  const sight = new Sight(grid);
  const above = (row: number, column: number): GridCell | undefined => {
    const merge = sight.mergeAt(row - 1, column);
    return merge ? rows[merge.top]?.[merge.left] : rows[row - 1]?.[column];
  };
  const numbers = marks.filter(({ row, column }) => {
    const said = above(row, column);
    const isNumber = said !== undefined && readCellValue(said.text).number !== undefined;
    if (!isNumber && said && !ditto.test(said.text)) (rows[row] as (GridCell | undefined)[])[column] = said;
    return isNumber;
  });
  const isSame = numbers.length > 0 && askNumbers(grid, numbers, asking);
  for (const { row, column } of numbers)
    (rows[row] as (GridCell | undefined)[])[column] = isSame ? above(row, column) : undefined;
  return { ...grid, standsAt: grid.standsAt ?? ((row, column) => ({ grid, row, column })), rows };
}

function askNumbers(
  grid: Grid,
  marks: readonly { readonly row: number; readonly column: number }[],
  asking: Asking,
): boolean {
  return asking
    .ask({
      id: `同上:数:${grid.sheet}`,
      text: {
        ja: `数の下に「〃」などの印があります（${marks.length}か所）。上のセルと同じ数ですか。`,
        en: `Ditto marks stand below numbers (${marks.length} cells). Is it the same number as above?`,
      },
      proposal: "読まない",
      reason: {
        ja: "上のセルは、別の指標の数かもしれません",
        en: "the cell above may be another indicator's",
      },
      choices: ["読まない", "上と同じ数"],
      examples: marks.slice(0, 4).map(({ row, column }) => placeOf(grid, row, column)),
      cells: marks.length,
    })
    .startsWith("上と同じ");
}
