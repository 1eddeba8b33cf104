// The cells of a grid as a person sees them: merged cells filled, and what stands in each row.

import type { Grid, GridCell, Merge } from "./grid.ts";

/** The cells of a grid with merged ones filled: what a person sees at a place. */
export class Sight {
  readonly grid: Grid;
  private readonly merged = new Map<string, Merge>();

  constructor(grid: Grid) {
    this.grid = grid;
    const last = grid.rows.length - 1;
    for (const merge of grid.merges) {
      const bottom = Math.min(merge.bottom, last);
      const right = Math.min(merge.right, merge.left + 400);
      for (let row = merge.top; row <= bottom; row++) {
        for (let column = merge.left; column <= right; column++) this.merged.set(`${row}:${column}`, merge);
      }
    }
  }

  own(row: number, column: number): GridCell | undefined {
    return this.grid.rows[row]?.[column];
  }

  at(row: number, column: number): GridCell | undefined {
    const merge = this.merged.get(`${row}:${column}`);
    return merge ? this.own(merge.top, merge.left) : this.own(row, column);
  }

  /** Whether cells joined further up reach down into the row. */
  isReached(row: number): boolean {
    this.reached ??= new Set(
      this.grid.merges.flatMap(({ top, bottom }) =>
        Array.from({ length: Math.min(bottom, this.grid.rows.length) - top }, (_, at) => top + 1 + at),
      ),
    );
    return this.reached.has(row);
  }
  private reached: Set<number> | undefined;

  mergeAt(row: number, column: number): Merge | undefined {
    return this.merged.get(`${row}:${column}`);
  }
}

export function filledCells(sight: Sight, row: number): { column: number; text: string; cell: GridCell }[] {
  return (sight.grid.rows[row] ?? []).flatMap((cell, column) =>
    cell && cell.text.trim() !== "" ? [{ column, text: cell.text, cell }] : [],
  );
}

export function widthOf(grid: Grid): number {
  return grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** How notes under a table begin. */
export const note = /^(※|[【（(]?凡例|＊|\*|注|（注|\(注|備考[:：]|資料[:：]|出典[:：]|\[注)/u;
