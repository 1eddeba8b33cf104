// Tables damaged at random (rows gone, cells shifted or joined, headers twice): nothing crashes, and every number is in a table or on the list of what was left out.

import { type Grid, type Merge, tablesOf } from "@shihyo/core";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { type PrintedSheet, printedLayouts } from "../support/printed-city.ts";
import { seeded } from "../support/seeded.ts";
import { takenIn } from "../support/sheet-cases.ts";

/** Three damages, as a clerk or a program makes them. */
function damaged({ cells, merges = [], name }: PrintedSheet, next: () => number): Grid {
  const whole = (most: number) => Math.floor(next() * most);
  const rows = cells.map((row) => [...row]);
  const joined: Merge[] = [...merges];
  for (let times = 0; times < 3; times++) {
    const [height, width] = [rows.length, Math.max(...rows.map(({ length }) => length))];
    const [row, column] = [whole(height), whole(width)];
    const line = rows[row] ?? [];
    const ways: (() => void)[] = [
      () => rows.splice(row, 1),
      () => {
        for (const one of rows) one.splice(column, 1);
      },
      () =>
        joined.push({
          top: row,
          left: column,
          bottom: Math.min(height - 1, row + whole(3)),
          right: Math.min(width - 1, column + whole(3)),
        }),
      () => line.unshift(""),
      () => {
        for (let below = height - 1; below > row; below--) {
          const [to, from] = [rows[below], rows[below - 1]];
          if (to && from) to[column] = from[column] ?? "";
        }
      },
      () => rows.splice(row, 1, []),
      () => rows.splice(row, 0, [...(rows[0] ?? [])]),
      () => {
        line[column] = ["", "12", "※", "R5", "合計", "−", "1\n2", "#REF!"][whole(8)] ?? "";
      },
    ];
    ways[whole(ways.length)]?.();
  }
  return {
    file: "進捗.xlsx",
    sheet: name,
    source: "spreadsheet",
    rows: rows.map((row) =>
      Array.from(row, (text) => {
        const number = Number((text ?? "").replaceAll(",", ""));
        if ((text ?? "") === "") return undefined;
        return /^[0-9,.]+$/.test(text) && Number.isFinite(number)
          ? { text, kind: "number" as const, number }
          : { text, kind: "text" as const };
      }),
    ),
    merges: joined,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    hidden: false,
  };
}

describe.each(printedLayouts.map((layout) => [layout.name, layout] as const))("%s", (_, layout) => {
  test("damaged in thirty ways", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const next = seeded(seed * 7919);
      const grids = layout.sheets.map((sheet) => damaged(sheet, next));
      const known = takenIn(grids, layout.answers);
      const numbers = grids
        .flatMap(({ rows }) => rows.flat())
        .filter((cell) => cell?.number !== undefined).length;
      expect(known.account.length, `seed ${seed}`).toBeGreaterThanOrEqual(numbers);
      const stands = new Set<string>();
      for (const [file, text] of tablesOf(known).files) {
        if (!/^(observations|targets)/.test(file)) continue;
        const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
        for (const row of rows)
          stands
            .add(row.実績値 ?? "")
            .add(row.目標値 ?? "")
            .add(row.基準値 ?? "");
      }
      // What is said to stand in a table does.
      const gone = known.account.filter(
        ({ keptAs, shown }) =>
          (keptAs === "実績値" || keptAs === "目標値") &&
          /^[0-9,.]+$/.test(shown) &&
          !stands.has(plain(shown)),
      );
      expect({ seed, gone }).toEqual({ seed, gone: [] });
    }
  });
});

const plain = (shown: string) => shown.replaceAll(",", "").replace(/^0+(?=[0-9])/, "");
