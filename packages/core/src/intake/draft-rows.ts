// One table while an intake makes it: the rows that it had before, its new rows, and the next free ID.

import type { TableRow } from "./types.ts";

/** A row that is being made. */
export type Mutable = Record<string, string>;

interface Index {
  readonly headers: readonly string[];
  readonly rows: Map<string, Mutable>;
}

const keyIn = (headers: readonly string[], row: TableRow) =>
  headers.map((header) => row[header] ?? "").join("\u0000");

function putInto({ headers, rows }: Index, row: Mutable): void {
  const key = keyIn(headers, row);
  if (!rows.has(key)) rows.set(key, row);
}

/** How many rows have each key. */
export function countBy(rows: readonly TableRow[], key: (row: TableRow) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}

/** A table with what stood in it before; rows keep their place. */
export class Rows {
  readonly rows: Mutable[];
  constructor(existing: readonly TableRow[] | undefined) {
    this.rows = (existing ?? []).map((row) => ({ ...row }));
  }
  find(match: (row: TableRow) => boolean): Mutable | undefined {
    return this.rows.find(match);
  }
  /** The first row with these cells; a cell that is missing is empty. */
  by(cells: TableRow): Mutable | undefined {
    const headers = Object.keys(cells).sort();
    const name = headers.join("|");
    let index = this.indexes.get(name);
    if (!index) {
      index = { headers, rows: new Map() };
      this.indexes.set(name, index);
      for (const row of this.rows) putInto(index, row);
    }
    return index.rows.get(keyIn(headers, cells));
  }
  add(row: Mutable): Mutable {
    this.rows.push(row);
    for (const index of this.indexes.values()) putInto(index, row);
    return row;
  }
  private readonly indexes = new Map<string, Index>();
  private readonly most = new Map<string, number>();
  /** The next free ID of a letter. */
  nextId(letter: string, digits: number): string {
    let most = this.most.get(letter);
    if (most === undefined) {
      most = 0;
      for (const { ID: id = "" } of this.rows) {
        if (id.startsWith(letter) && /^[0-9]+$/.test(id.slice(letter.length)))
          most = Math.max(most, Number(id.slice(letter.length)));
      }
    }
    this.most.set(letter, most + 1);
    return `${letter}${String(most + 1).padStart(digits, "0")}`;
  }
}
