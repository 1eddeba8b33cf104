// Turns tables with a row for each district, school or town, so that these parts become columns.

import { keyOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import type { CellPlace, Grid, GridCell } from "./grid.ts";
import { isPartWord, isWholeWord } from "./part-words.ts";
import { withoutYears, yearsIn } from "./years.ts";

const partsHeader =
  /^(?:地区|地域|圏域|校区|学区|学校|園|施設|支所|市町村|市区町村|町村|市町|区市町村|構成(?:団体|市町村?)|団体|性別|男女)(?:の?名称?|別)?$/u;

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The grid turned over, where parts stand down its side; `undefined` where they do not. */
export function districtsDown(grid: Grid): Grid | undefined {
  for (let head = 0; head < grid.rows.length; head++) {
    const side = (grid.rows[head] ?? []).findIndex((cell) => cell !== undefined);
    const at = (row: number, column: number) => grid.rows[row]?.[column]?.text.trim() ?? "";
    if (side < 0 || !partsHeader.test(keyOf(at(head, side)))) continue;
    const across = (grid.rows[head] ?? []).flatMap((cell, column) => (cell && column > side ? [column] : []));
    const parts: number[] = [];
    for (let row = head + 1; row < grid.rows.length; row++) {
      const isPart = isPartWord(at(row, side)) || isWholeWord(at(row, side));
      if (!isPart || !across.every((column) => isValue(at(row, column)))) break;
      parts.push(row);
    }
    if (parts.length < 2 || parts.filter((row) => isPartWord(at(row, side))).length < 2) continue;
    const areYears = across.every((column) => isYearAlone(at(head, column)));
    const areNames = across.every((column) => yearsIn(at(head, column)).length === 0);
    const caption = areYears ? captionAbove(grid, head) : undefined;
    if (across.length === 0 || (areYears ? caption === undefined : !areNames)) continue;
    return turned(grid, { head, side, across, parts, ...(caption ? { caption } : {}) });
  }
  return undefined;
}

const isValue = (text: string) => text === "" || isDash(text) || readCellValue(text).number !== undefined;

const isYearAlone = (text: string) =>
  yearsIn(text).some(({ year }) => year !== undefined) &&
  /^[年度()実績末]*$/u.test(keyOf(withoutYears(text)));

/** The line right above that names what is counted; a title of the whole report names none. */
function captionAbove(grid: Grid, head: number): Cell | undefined {
  for (let row = head - 1; row >= Math.max(0, head - 2); row--) {
    const cells = (grid.rows[row] ?? []).flatMap((cell, column) => (cell ? [{ cell, column }] : []));
    const [only] = cells;
    if (!only) continue;
    const text = keyOf(only.cell.text);
    const isName =
      cells.length === 1 && text.length < 30 && !/(一覧|状況|結果|資料|計画|について)$/u.test(text);
    return isName && only.cell.kind === "text" ? { row, column: only.column } : undefined;
  }
  return undefined;
}

function turned(
  grid: Grid,
  {
    head,
    side,
    across,
    parts,
    caption,
  }: {
    readonly head: number;
    readonly side: number;
    readonly across: readonly number[];
    readonly parts: readonly number[];
    readonly caption?: Cell;
  },
): Grid {
  const text = (words: string): GridCell => ({ text: words, kind: "text" });
  const cellAt = (row: number, column: number) => grid.rows[row]?.[column];
  const titles = grid.rows.slice(0, caption ? caption.row : head).map((row) => [...row]);
  const name = caption && cellAt(caption.row, caption.column);
  const said = name && text(name.text.replace(/^[\s\u3000]*[^\s\u3000]{1,6}別[\s\u3000のに]*/u, ""));
  const places: Cell[][] = [
    [
      { row: head, column: side },
      ...(caption ? [{ row: head, column: side }] : []),
      ...parts.map((row) => ({ row, column: side })),
    ],
    ...across.map((column) => [
      caption ?? { row: head, column },
      ...(caption ? [{ row: head, column }] : []),
      ...parts.map((row) => ({ row, column })),
    ]),
  ];
  const rows = places.map((line, at) =>
    line.map((place, column) => {
      if (at === 0 && column === 0) return text("指標名");
      if (at === 0 && column === 1 && caption) return text("年度");
      return at > 0 && column === 0 && caption ? said : cellAt(place.row, place.column);
    }),
  );
  const last = parts.at(-1) ?? head;
  const rest = grid.rows.slice(last + 1).map((row) => [...row]);
  const top = titles.length;
  return {
    ...grid,
    rows: [...titles, ...rows, ...rest],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    standsAt: (row, column): CellPlace => {
      const place = places[row - top]?.[column];
      if (row < top) return origin(grid, { row, column });
      return origin(grid, place ?? { row: row - top - places.length + last + 1, column });
    },
  };
}

function origin(grid: Grid, { row, column }: Cell): CellPlace {
  return grid.standsAt?.(row, column) ?? { grid, row, column };
}
