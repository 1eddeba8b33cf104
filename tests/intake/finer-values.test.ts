// A cell that shows its number rounded is taken as shown, and a note keeps what it holds besides.

import { utils, type WorkSheet, write } from "@e965/xlsx";
import { acceptAll, tablesOf, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";

type Row = Readonly<Record<string, string>>;

/** Cells by address: the number held, and the format that shows it. */
const shown = {
  D2: [85.3300733496333, "0.0"],
  E2: [86.25, "0.00"],
  F2: [90.04, "0.0"],
  D3: [0.70449, "0.0%"],
  E3: [0.1 + 0.2, "0.0%"],
  D4: [-12345.678, '#,##0;"△"#,##0'],
  E4: [12000, "#,##0"],
} as const;

function rowsOf(cells: Readonly<Record<string, readonly [number, string]>>): ReadonlyMap<string, Row[]> {
  const sheet: WorkSheet = utils.aoa_to_sheet([
    ["施策", "指標名", "単位", "基準値（令和4年度）", "令和5年度 実績値", "令和8年度 目標値"],
    ["健康", "受診した人の割合", "％"],
    ["健康", "満足した人の割合", "％", "", "", "90%"],
    ["財政", "収支の差", "千円", "", "", "5,000"],
  ]);
  for (const [address, [v, z]] of Object.entries(cells)) sheet[address] = { t: "n", v, z };
  const book = { SheetNames: ["指標"], Sheets: { 指標: sheet } };
  const read = readGrids(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })), "a.xlsx");
  if ("refused" in read) throw new Error(read.refused.ja);
  const known = acceptAll(understand(read.grids, { municipality: "試験市" }));
  const { files } = tablesOf(known);
  return new Map([...files].map(([name, text]) => [name, parse(text, { columns: true, bom: true })]));
}

test("keeps the finer number in a note, and writes none where nothing was rounded", () => {
  const tables = rowsOf(shown);
  const of = (table: string, id: string) => tables.get(table)?.find((row) => row.指標ID === id);
  expect(of("targets.csv", "K0001")).toMatchObject({
    目標値: "90.0",
    基準値: "85.3",
    備考: "セルの中の値は90.04。基準値のセルの中の値は85.3300733496333",
  });
  expect(of("observations/2023.csv", "K0001")).toMatchObject({ 実績値: "86.25", 備考: "" });
  expect(of("targets.csv", "K0002")).toMatchObject({ 基準値: "70.4", 備考: "基準値のセルの中の値は70.449" });
  expect(of("observations/2023.csv", "K0002")).toMatchObject({ 実績値: "30.0", 備考: "" });
  expect(of("targets.csv", "K0003")).toMatchObject({
    基準値: "-12346",
    備考: "基準値のセルの中の値は-12345.678",
  });
  expect(of("observations/2023.csv", "K0003")).toMatchObject({ 実績値: "12000", 備考: "" });
});

test("keeps the finer result with the result", () => {
  const rows = rowsOf({ ...shown, E2: [85.3300733496333, "0.0"] }).get("observations/2023.csv");
  expect(rows?.find((row) => row.指標ID === "K0001")).toMatchObject({
    実績値: "85.3",
    備考: "セルの中の値は85.3300733496333",
  });
});

test("what a format says besides the number is no digit of it", () => {
  const tables = rowsOf({
    D2: [85.3, '0.0"％（R4）"'],
    E2: [93.4, '0.0"%"'],
    F2: [0.934, "0.0%"],
    D3: [12.5, '"R4："0.0'],
    E3: [12.46, '"R5："0.0'],
  });
  const notes = ["observations/2023.csv", "targets.csv"].flatMap((file) =>
    (tables.get(file) ?? []).flatMap(({ 備考 }) => (備考 ? [備考] : [])),
  );
  expect(notes).toEqual(["セルの中の値は12.46"]);
});
