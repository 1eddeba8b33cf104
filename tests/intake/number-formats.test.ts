// Numbers that Excel shows otherwise than it holds them: zeros as dashes, negatives in brackets or in red, thousands, units.

import { Workbook } from "@protobi/exceljs";
import { readGrids } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";
import { heldAgainst } from "../support/hold-against.ts";
import { takenIn } from "../support/sheet-cases.ts";

const accounting = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ';

async function book(): Promise<Uint8Array> {
  const made = new Workbook();
  const sheet = made.addWorksheet("指標");
  sheet.addRow(["施策", "指標名", "単位", 2021, 2022, 2023, "目標"]);
  for (const column of [4, 5, 6]) sheet.getCell(1, column).numFmt = '0"年度"';
  const rows: readonly (readonly [string, string, string, readonly number[]])[] = [
    ["待機児童数", "人", accounting, [12, 3, 0, 0]],
    ["社会増減数", "人", "#,##0_);(#,##0)", [-215, -92, 14, 0]],
    ["実質単年度収支", "百万円", "#,##0_ ;[Red]#,##0 ", [120, -31, -8, 0]],
    ["転出超過率", "％", '0.0;"△"0.0', [-1.25, -0.9, 0.3, 0]],
    ["市民所得", "千円", "#,##0,", [2804000, 2790499, 2815500, 2900000]],
    ["開催回数", "回", '0"回"', [5, 4, 6, 6]],
    ["満足度", "％", "0.0%", [0.7149, 0.72, 0.805, 0.85]],
  ];
  for (const [name, unit, format, numbers] of rows) {
    const row = sheet.addRow(["暮らし", name, unit, ...numbers]);
    for (const column of [4, 5, 6, 7]) row.getCell(column).numFmt = format;
  }
  return new Uint8Array(await made.xlsx.writeBuffer());
}

test("every number is as it is shown, with the sign that it has", async () => {
  const read = readGrids(await book(), "指標.xlsx");
  if ("refused" in read) throw new Error(read.refused.en);
  const known = takenIn(read.grids);
  const { wrong, missing } = heldAgainst(known, [
    { name: "待機児童数", values: { 2021: "12", 2022: "3", 2023: "0" } },
    { name: "社会増減数", values: { 2021: "-215", 2022: "-92", 2023: "14" } },
    { name: "実質単年度収支", values: { 2021: "120", 2022: "-31", 2023: "-8" } },
    { name: "転出超過率", values: { 2021: "-1.3", 2022: "-0.9", 2023: "0.3" } },
    { name: "市民所得", values: { 2021: "2804", 2022: "2790", 2023: "2816" } },
    { name: "開催回数", unit: "回", values: { 2021: "5", 2022: "4", 2023: "6" } },
    { name: "満足度", unit: "%", values: { 2021: "71.5", 2022: "72.0", 2023: "80.5" } },
  ]);
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  expect(known.questions.map(({ id }) => id)).toContain("横線:中身は0");
});

test("a dash stays a dash where a person says so", async () => {
  const read = readGrids(await book(), "指標.xlsx");
  if ("refused" in read) throw new Error(read.refused.en);
  const { wrong } = heldAgainst(takenIn(read.grids, { "横線:中身は0": "横線" }), [
    { name: "待機児童数", values: { 2021: "12", 2022: "3", 2023: "値なし 該当なし" } },
  ]);
  expect(wrong.filter((one) => one.startsWith("待機児童数"))).toEqual([]);
});
