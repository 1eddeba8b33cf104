// A grid: one sheet of a spreadsheet, one CSV or one page's table, as a person sees it, cell by cell.

export interface GridCell {
  /** The text as the cell shows it; line breaks and spaces as they are. */
  readonly text: string;
  /** The number behind the text, with all its digits; absent where the cell holds text. */
  readonly number?: number;
  readonly kind: "text" | "number" | "date" | "error" | "yes-no";
  /** Set where the file says so. */
  readonly bold?: boolean;
  readonly indent?: number;
  /** The fill, where it is not white: `#FFFF00`, or by a theme or a pattern; equal texts are equal fills. */
  readonly fill?: string;
  /** The fill of the empty cell to its left, where that has one of its own. */
  readonly sample?: string;
  /** The colour of the letters, where it is not black. */
  readonly letters?: string;
  readonly formula?: boolean;
  /** Set where a comment hangs on the cell. */
  readonly commented?: true;
  /** Set where the cell is struck through: what stands in it is no longer said. */
  readonly struck?: boolean;
  /** Set where the cell has no number format of its own, so that what is shown depends on the column's width. */
  readonly unformatted?: boolean;
}

/** Cells joined into one, both ends included, counted from 0. The text stands in the first. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  /** The file's name without its folder. */
  readonly file: string;
  /** The sheet's name, or 「3頁」; empty for a CSV. */
  readonly sheet: string;
  readonly source: "spreadsheet" | "csv" | "page";
  /** Row by row; a cell that is empty is `undefined`, and rows may be shorter than others. */
  readonly rows: readonly (readonly (GridCell | undefined)[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Whether the whole sheet is hidden. */
  readonly hidden: boolean;
  /** What is written in boxes and shapes that lie over the cells, each with the cell that it begins at. */
  readonly drawn?: readonly { readonly text: string; readonly row: number; readonly column: number }[];
  /** The page of a document, from 1. */
  readonly page?: number;
  /** The page that each row stands on, where a table goes on over several. */
  readonly pages?: readonly number[];
  /** Set where no rules told the cells of a page apart: whether the gaps between them do. */
  readonly gaps?: "sure" | "unsure";
  /** Where a cell really stands, in a grid that was put together from others or turned. */
  readonly standsAt?: (row: number, column: number) => CellPlace | undefined;
  /** The line of the document that each row stands on, where it is not the row's own number. */
  readonly lines?: readonly number[];
}

/** A cell where it really stands. */
export interface CellPlace {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Where a cell stands, as a person looks it up: `指標一覧!H12`, 12行H列 of a CSV as `H12`, `p.3 l.14`. */
export function placeOf(grid: Grid, row: number, column: number): string {
  const at = grid.standsAt?.(row, column);
  if (at) return placeOf(at.grid, at.row, at.column);
  if (grid.source === "page")
    return `p.${grid.pages?.[row] ?? grid.page ?? 1} l.${grid.lines?.[row] ?? row + 1}`;
  const cell = `${columnName(column)}${row + 1}`;
  return grid.sheet === "" ? cell : `${grid.sheet}!${cell}`;
}
