// Tables that stand on their side: the years go down, the indicators across; turned so that they can be read as the others are.

import type { Grid, GridCell } from "./grid.ts";
import { isLevelWord } from "./header-words.ts";
import { keyOf } from "./text.ts";
import { withoutYears, yearsIn } from "./years.ts";

const yearHeader = /^(年度|年|年次|会計年度|対象年度|区分|項目)?$/u;

/** The grid turned, where a row of names is followed by rows that each begin with a year and hold numbers. */
export function yearsDown(grid: Grid): Grid | undefined {
  const head = grid.rows.findIndex((row, at) => isHead(row) && isYearRow(grid.rows[at + 1]));
  if (head < 0 || grid.merges.some(({ bottom, top }) => bottom > top && bottom >= head)) return undefined;
  const years: number[] = [];
  for (let row = head + 1; isYearRow(grid.rows[row]); row++) years.push(row);
  if (years.length < 2) return undefined;
  const names = (grid.rows[head] ?? []).flatMap((cell, column) => (cell && column > 0 ? [column] : []));
  const title = grid.rows.slice(0, head).map((row) => [...row]);
  const header: (GridCell | undefined)[] = [
    { text: "指標名", kind: "text" },
    ...years.map((row) => grid.rows[row]?.[0]),
  ];
  const rows = [
    ...title,
    header,
    ...names.map((column) => [grid.rows[head]?.[column], ...years.map((row) => grid.rows[row]?.[column])]),
  ];
  const top = title.length;
  return {
    ...grid,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    standsAt: (row, column) => {
      if (row < top) return { grid, row, column };
      const line = column === 0 ? head : (years[column - 1] ?? head);
      return { grid, row: line, column: row === top ? 0 : (names[row - top - 1] ?? 0) };
    },
  };
}

function isHead(row: Grid["rows"][number] | undefined): boolean {
  const [first, ...others] = row ?? [];
  const filled = others.filter((cell) => cell !== undefined);
  return (
    yearHeader.test(keyOf(first?.text ?? "")) &&
    filled.length > 0 &&
    filled.every(({ kind, text }) => kind === "text" && !isLevelWord(text) && yearsIn(text).length === 0)
  );
}

function isYearRow(row: Grid["rows"][number] | undefined): boolean {
  const [first, ...others] = row ?? [];
  const label = first?.text ?? "";
  const isYear =
    yearsIn(label).some(({ year }) => year !== undefined) &&
    /^[年度()実績末]*$/u.test(keyOf(withoutYears(label)));
  return isYear && others.some((cell) => cell !== undefined && /[0-9０-９]/u.test(cell.text));
}
