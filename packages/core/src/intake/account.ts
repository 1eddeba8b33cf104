// The account of every number in the files: what it was kept as, or why it was left out.

import type { Bilingual } from "../model/text.ts";
import { keyOf } from "./cell-text.ts";
import { readCellValue } from "./cell-value.ts";
import { type Grid, placeOf } from "./grid.ts";
import type { NumberAccount } from "./types.ts";

export class Account {
  private readonly kept = new Map<Grid, Map<number, string>>();
  private readonly left = new Map<Grid, Map<number, Bilingual>>();

  keep(grid: Grid, row: number, column: number, as: string): void {
    const at = grid.standsAt?.(row, column);
    if (at) {
      this.keep(at.grid, at.row, at.column, as);
      return;
    }
    const of = this.kept.get(grid) ?? new Map<number, string>();
    this.kept.set(grid, of.set(row * 20_000 + column, as));
  }

  leave(grid: Grid, row: number, column: number, why: Bilingual): void {
    const at = grid.standsAt?.(row, column);
    if (at) {
      this.leave(at.grid, at.row, at.column, why);
      return;
    }
    this.kept.get(grid)?.delete(row * 20_000 + column);
    const of = this.left.get(grid) ?? new Map<number, Bilingual>();
    this.left.set(grid, of.set(row * 20_000 + column, why));
  }

  list(grids: readonly Grid[]): NumberAccount[] {
    const all: NumberAccount[] = [];
    for (const grid of grids) {
      for (const [row, line] of grid.rows.entries()) {
        for (const [column, cell] of line.entries()) {
          if (!cell) continue;
          const key = row * 20_000 + column;
          const keptAs = this.kept.get(grid)?.get(key);
          const leftOut = this.left.get(grid)?.get(key);
          const isNumber =
            cell.number !== undefined ||
            readCellValue(cell.text).number !== undefined ||
            /^\(?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?\)?$/.test(keyOf(cell.text));
          if (!isNumber) continue;
          const at = { file: grid.file, place: placeOf(grid, row, column), shown: cell.text };
          if (keptAs !== undefined) all.push({ ...at, keptAs });
          else all.push({ ...at, leftOut: leftOut ?? { ja: "表の外", en: "outside the tables" } });
        }
      }
    }
    return all;
  }
}
