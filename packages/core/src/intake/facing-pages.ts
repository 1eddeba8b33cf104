// Joins a table that is printed across two facing pages: the right-hand page has the same serial numbers and no names.

import type { Asking } from "./asking.ts";
import { keyOf } from "./cell-text.ts";
import { readColumns } from "./column-roles.ts";
import type { FoundTable } from "./found-table.ts";
import type { CellPlace, Grid, GridCell, Merge } from "./grid.ts";
import { findAreas } from "./sheet-layout.ts";

/** The tables with what stands of them on another page or sheet; a table that was joined to another is gone. */
export function joinSpreads(
  tables: readonly FoundTable[],
  nameless: readonly FoundTable[],
  asking: Asking,
): readonly FoundTable[] {
  let joined = [...tables];
  for (const right of nameless) {
    const left = joined.find((table) => isSpread(table, right));
    if (!left) continue;
    const areas = findAreas(sideBySide(left, right));
    const read = areas.map((area) => readColumns(area, asking));
    const [whole] = read;
    if (read.length !== 1 || !whole?.columns.some(({ role }) => role.kind === "indicator")) continue;
    joined = joined.map((table) => (table === left ? whole : table));
    asking.tell([], {
      ja: `「${right.area.grid.sheet}」の表は、同じ通し番号の「${left.area.grid.sheet}」の表の続き（右の頁）として読みました。`,
      en: `The table on ${right.area.grid.sheet} was read as the right-hand part of the one on ${left.area.grid.sheet}, which has the same serial numbers.`,
    });
  }
  return joined;
}

const numberColumn = ({ columns }: FoundTable) =>
  columns.find(({ role }) => role.kind === "serial" || role.kind === "indicator-code");

function numbersOf(table: FoundTable): string[] {
  const column = numberColumn(table)?.column ?? -1;
  return table.area.rows.map((row) => keyOf(table.sight.at(row, column)?.text ?? ""));
}

function isSpread(left: FoundTable, right: FoundTable): boolean {
  const [one, two] = [numbersOf(left), numbersOf(right)];
  const hasValues = right.columns.some(({ role }) =>
    ["value", "target", "base", "unknown"].includes(role.kind),
  );
  return (
    hasValues &&
    one.length > 1 &&
    one.length === two.length &&
    one.every((number, at) => number !== "" && number === two[at]) &&
    left.area.headings.size === 0
  );
}

/** The left grid with the right one's columns behind its own, header beside header and row beside row. */
function sideBySide(left: FoundTable, right: FoundTable): Grid {
  const from = new Map<number, number>();
  const [{ area }, { area: other }] = [left, right];
  for (let up = 0; up <= other.headerBottom - other.headerTop; up++) {
    if (area.headerBottom - up >= 0) from.set(area.headerBottom - up, other.headerBottom - up);
  }
  for (const [at, row] of area.rows.entries()) from.set(row, other.rows[at] ?? -1);
  const number = numberColumn(right)?.column;
  const taken = Array.from({ length: other.width }, (_, column) => column).filter(
    (column) => column !== number,
  );
  const back = new Map([...from].map(([row, of]) => [of, row]));
  const merges = other.grid.merges.flatMap(({ top, left: start, bottom, right: end }): Merge[] => {
    const [first, last] = [back.get(top), back.get(bottom)];
    const [begin, stop] = [taken.indexOf(start), taken.indexOf(end)];
    if (first === undefined || last === undefined || begin < 0 || stop < 0) return [];
    return [{ top: first, bottom: last, left: area.width + begin, right: area.width + stop }];
  });
  const rows = area.grid.rows.map((row, at): (GridCell | undefined)[] => {
    const of = from.get(at);
    if (of === undefined) return [...row];
    return [
      ...Array.from({ length: area.width }, (_, column) => row[column]),
      ...taken.map((column) => other.grid.rows[of]?.[column]),
    ];
  });
  const standsAt = (row: number, column: number): CellPlace => {
    const of = from.get(row);
    return of === undefined || column < area.width
      ? { grid: area.grid, row, column }
      : { grid: other.grid, row: of, column: taken[column - area.width] ?? 0 };
  };
  return { ...area.grid, rows, merges: [...area.grid.merges, ...merges], standsAt };
}
