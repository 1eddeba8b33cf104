// An indicator that is surveyed every second or third year: the dashes between are asked about apart from all others.

import { utils, write } from "@e965/xlsx";
import { acceptAll, tablesOf, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";

const head = ["施策", "指標名", "単位", "R2実績", "R3実績", "R4実績", "R5実績", "R6実績", "R7目標"];

function read(rows: readonly (readonly (string | number)[])[]) {
  const sheet = utils.aoa_to_sheet([head, ...rows.map((row) => ["福祉", ...row])]);
  const book = { SheetNames: ["指標"], Sheets: { 指標: sheet } };
  const grids = readGrids(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })), "a.xlsx");
  if ("refused" in grids) throw new Error(grids.refused.ja);
  const understanding = understand(grids.grids, { municipality: "試験市" });
  const { files } = tablesOf(acceptAll(understanding));
  const table = (name: string): Readonly<Record<string, string>>[] =>
    parse(files.get(name) ?? "", { columns: true, bom: true });
  return {
    asked: understanding.questions.map(({ id }) => id).filter((id) => id.startsWith("横線")),
    reasons: (id: string) =>
      [2020, 2021, 2022, 2023, 2024].map((year) => {
        const row = table(`observations/${year}.csv`).find((one) => one.指標ID === id);
        return row?.実績値 || row?.値なしの理由;
      }),
    cycles: table("indicators.csv").map((row) => row.調査周期),
  };
}

test("every second year: 調査年でない and 隔年, and another indicator's dash keeps its own question", () => {
  const { asked, reasons, cycles } = read([
    ["暮らしやすいと感じる人の割合", "％", 61.2, "－", 63.5, "－", 65.1, 70],
    ["新しく始めた店の数", "店", 35, 38, 41, "－", 52, 60],
  ]);
  expect(asked).toEqual(["横線:実績値", "横線:調査の間"]);
  expect(reasons("K0001")).toEqual(["61.2", "調査年でない", "63.5", "調査年でない", "65.1"]);
  expect(reasons("K0002")).toEqual(["35", "38", "41", "該当なし", "52"]);
  expect(cycles).toEqual(["隔年", ""]);
});

test("every third year has two dashes between, and no word of the tables for it", () => {
  const { asked, reasons, cycles } = read([
    ["知っている人の割合", "％", "－", 40.5, "－", "－", 44.1, 50],
    ["会員の数", "人", 10, 11, 12, 13, 14, 20],
  ]);
  expect(asked).toEqual(["横線:調査の間"]);
  expect(reasons("K0001")).toEqual(["調査年でない", "40.5", "調査年でない", "調査年でない", "44.1"]);
  expect(cycles.join("")).toBe("");
});

test.each([
  ["two values with one year between may be anything", [1, "－", 2, 3, 4]],
  ["the distances differ", [1, "－", 2, 3, "－"]],
  ["a survey that should have been was not", [1, "－", 2, "－", "－"]],
  ["a year between has neither value nor dash", [1, "－", 2, "", 3]],
])("one question is enough where %s", (_, values) => {
  const { asked } = read([
    ["何かの数", "件", ...values, 9],
    ["会員の数", "人", 10, 11, 12, 13, 14, 20],
  ]);
  expect(asked).toEqual(["横線:実績値"]);
});
