// Random cells in a city's tables and in files to be taken in: each is kept or told at its row, and nothing else comes of it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acceptAll, type Decimal, formatDecimal, type Grid, type GridCell, understand } from "@shihyo/core";
import { readCityFiles, readSheet } from "@shihyo/publisher/pure";
import { describe, expect, test } from "vitest";
import { times } from "../support/attack.ts";
import { atsugi, cityData } from "../support/places.ts";

const long = { timeout: 1_200_000 };

/** The same numbers in every run, so that what falls can be found again (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const letters = [
  ..."0123456789.,-+%/:=@'\"()[]{}<>&;_#$\\|~^`!? \t\n\r",
  ..."あ漢カ々ー〜－＋＝＠０１９，．％（）「」令和年度月日約人件△▲…①Ⅳ㈱ﾊﾟ",
  ..."\u0000\u0007\u001b\u007f\u0085\u009b\u00a0\u200b\u200e\u202e\u2028\u3000\ue000\ufeff\ufffd\ud800\udc00",
  "🗾",
  "é",
];
const words = [
  "",
  "",
  "確定",
  "値なし",
  "K0001",
  "k0001",
  "J0001",
  "U01",
  "SR01",
  "2024",
  "R6",
  "12.5",
  "1,234",
  "９０．０",
  "1e5",
  "4月1日",
  "=1+1",
  "__proto__",
  "constructor",
  "#REF!",
  "</script>",
  "con",
  "a".repeat(41),
  "9".repeat(400),
  "あ".repeat(3000),
];

function cellBy(roll: (below: number) => number): string {
  if (roll(3) === 0) return words[roll(words.length)] ?? "";
  // What a pattern may try in every way, if it is a bad one.
  if (roll(8) === 0) return `${letters[roll(letters.length)]}${letters[roll(letters.length)]}`.repeat(300);
  return Array.from({ length: 1 + roll(8) }, () => letters[roll(letters.length)]).join("");
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** Where a word that is taken stands for a code of the model; any other is told. */
const choices = new Set(["読取状況", "値の状態", "値なしの理由", "限定"]);

/** As a person compares: without what nobody sees, widths and the marks that tables set around words. */
const seen = (text: string) =>
  text.normalize("NFKC").replace(/[\s\p{Cc}\u00a0\u200b-\u200f\u3000\ufeff「」,]/gu, "");

/** A decimal as it is printed; BigInt has no JSON. */
function plainly(_key: string, value: unknown): unknown {
  const { digits, scale } = (value ?? {}) as Partial<Decimal>;
  return typeof digits === "bigint" && scale !== undefined ? formatDecimal({ digits, scale }) : value;
}

interface City {
  readonly files: ReadonlyMap<string, string>;
  readonly tables: readonly string[];
}

function cityIn(folder: string): City {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(csv|json)$/.test(name))
    .sort();
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  return { files, tables: names.filter((name) => name.endsWith(".csv") && name !== "intake-answers.csv") };
}

/** How many cells were put in, and where one is neither kept nor told. */
function round(city: City, seed: number): { readonly cells: number; readonly lost: readonly string[] } {
  const roll = dice(seed);
  const file = city.tables[seed % city.tables.length] ?? "";
  const sheet = readSheet(file, city.files.get(file) ?? "");
  if (!("header" in sheet)) throw new Error(file);
  // All of the table's cells, or one in ten, so that rows are wrong in every way and in one.
  const oneIn = [1, 10][roll(2)] ?? 1;
  const put: { readonly row: number; readonly column: string; readonly text: string }[] = [];
  const lines = sheet.rows.map(({ cells }, at) =>
    sheet.header.map((column, index) => {
      if (roll(oneIn) !== 0) return cells[index] ?? "";
      const text = cellBy(roll);
      put.push({ row: at + 2, column, text });
      return text;
    }),
  );
  const text = [sheet.header, ...lines].map((cells) => cells.map(quoted).join(",")).join("\n");
  const { issues, places } = readCityFiles(new Map([...city.files, [file, text]]));
  const told = new Set(issues.filter((issue) => issue.file === file).map(({ row }) => row));
  const records = new Map<number, string>();
  for (const [record, place] of places) {
    if (place.file === file) records.set(place.row, seen(JSON.stringify(record, plainly)));
  }
  for (const { message, advice } of issues) {
    const said = `${message.ja}${message.en}${advice.ja}${advice.en}`;
    expect(said).not.toMatch(/\{[a-z]+\}|undefined|\[object/);
    expect(said.length).toBeLessThan(5000);
  }
  const lost = put
    .filter(({ row, column, text }) => {
      if (seen(text) === "" || told.has(row) || choices.has(column)) return false;
      const kept = records.get(row) ?? "";
      const said = seen(JSON.stringify(text).slice(1, -1));
      // 06 is page 6.
      return !kept.includes(said) && !kept.includes(said.replace(/^0+(?=\d+$)/, ""));
    })
    .map(({ row, column, text }) => `${seed}: ${file} ${row} ${column} ${JSON.stringify(text.slice(0, 40))}`);
  return { cells: put.length, lost };
}

describe("random cells", long, () => {
  test("in a city's tables are kept, or told at their row", () => {
    const wanted = times(20_000, 600_000);
    const cities = [cityData("parts"), cityData("plans"), atsugi].map(cityIn);
    let cells = 0;
    let rounds = 0;
    const lost: string[] = [];
    while (cells < wanted) {
      const made = round(cities[rounds % cities.length]!, rounds);
      cells += made.cells;
      lost.push(...made.lost.slice(0, 5));
      rounds += 1;
    }
    console.log(`${cells} cells in ${rounds} tables: ${lost.length} lost`);
    expect(lost.slice(0, 20)).toEqual([]);
  });

  test("in a file to be taken in are counted: every number is kept, or left out with a reason", () => {
    const wanted = times(10_000, 400_000);
    let cells = 0;
    let seed = 0;
    while (cells < wanted) {
      seed += 1;
      const roll = dice(seed);
      const width = 5 + roll(20);
      const rows = Array.from({ length: 5 + roll(80) }, (_, row) =>
        Array.from({ length: width }, (_, column): GridCell | undefined => {
          const header = ["施策", "指標名", "単位", "令和5年度", "令和6年度"][column];
          if (row === 0 && header !== undefined) return { text: header, kind: "text" };
          cells += 1;
          if (roll(4) === 0) return undefined;
          const number = roll(100_000) / 10;
          if (roll(3) === 0) return { text: String(number), number, kind: "number" };
          return { text: cellBy(roll), kind: "text" };
        }),
      );
      const grid: Grid = {
        file: "a.xlsx",
        sheet: "表",
        source: "spreadsheet",
        rows,
        merges: [],
        hiddenRows: new Set([roll(200)]),
        hiddenColumns: new Set([roll(60)]),
        hidden: false,
      };
      const { counts } = acceptAll(understand([grid]));
      const sum = (of: Readonly<Record<string, number>>) =>
        Object.values(of).reduce((all, one) => all + one, 0);
      expect({ seed, counted: sum(counts.kept) + sum(counts.leftOut) }).toEqual({
        seed,
        counted: counts.numbers,
      });
      const typed = rows.flat().filter((cell) => cell?.number !== undefined).length;
      expect(counts.numbers).toBeGreaterThanOrEqual(typed);
    }
    console.log(`${cells} cells in ${seed} files to be taken in`);
  });
});
