// Years of a header row that are written short behind the first of their era (平成30年度, 31, 令和2年度, 3, 4): written out, before anything else is read.

import { halfWidth, keyOf } from "./cell-text.ts";
import type { Grid, GridCell } from "./grid.ts";
import { isHeaderWord } from "./header-words.ts";
import { yearsIn } from "./years.ts";

/** The grid with those years as every reader knows them; a row needs a year with its era and another that goes on from it. */
export function withYearsWritten(grid: Grid): Grid {
  const rows = grid.rows.map((row) => writtenOut(row));
  if (rows.every((row, at) => row === grid.rows[at])) return grid;
  return { ...grid, rows, standsAt: grid.standsAt ?? ((row, column) => ({ grid, row, column })) };
}

type Row = Grid["rows"][number];

function writtenOut(row: Row): Row {
  if (row.length < 3) return row;
  let before: number | undefined;
  let written: (GridCell | undefined)[] | undefined;
  for (const [column, cell] of row.entries()) {
    if (!cell || cell.text.trim() === "") continue;
    const key = keyOf(cell.text);
    const short = /^(元|[0-9]{1,2})(?:年度?)?$/u.exec(key)?.[1];
    const year = before === undefined || short === undefined ? undefined : after(before, short);
    if (year !== undefined) {
      written ??= [...row];
      const { number: _, ...plain } = cell;
      written[column] = { ...plain, text: labelOf(year), kind: "text" };
      before = year;
      continue;
    }
    const [found, ...more] = yearsIn(cell.text);
    const isYear =
      found?.year !== undefined &&
      more.length === 0 &&
      /^[^0-9]{0,2}[0-9元]{1,4}(年度?)?$/u.test(halfWidth(cell.text));
    before = isYear ? found.year : undefined;
    // A number that goes on from no year, or a name, stands in a row of data.
    if (!isYear && (cell.kind === "number" || !isHeaderWord(cell.text))) return row;
  }
  return written ?? row;
}

/** The year that follows another, where a number without its era says so. */
function after(before: number, short: string): number | undefined {
  const year = before + 1;
  const nth = short === "元" ? 1 : Number(short);
  return [year - 2018, year - 1988, year - 1925].includes(nth) && nth > 0 ? year : undefined;
}

function labelOf(year: number): string {
  return year >= 2019 ? `R${year - 2018}` : year >= 1989 ? `H${year - 1988}` : `S${year - 1925}`;
}
