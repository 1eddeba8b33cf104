// Sheets whose titles name different plans: each plan with its own levels, or one, as a person says.

import { tablesOf } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";
import { xlsxOf } from "../support/print-sheets.ts";
import { takenIn } from "../support/sheet-cases.ts";

const sheets = [
  {
    name: "総合計画",
    cells: [
      ["第６次みどり市総合計画　指標一覧"],
      ["政策", "施策", "指標名", "単位", "R4", "R5"],
      ["安全", "防災", "防災訓練参加者数", "人", "1,020", "1,310"],
    ],
  },
  {
    name: "総合戦略",
    cells: [
      ["第２期みどり市総合戦略　KPI一覧"],
      ["基本目標", "KPI", "単位", "R4", "R5"],
      ["しごと", "創業者数", "人", "12", "15"],
    ],
  },
];

async function plansWith(
  answers?: Readonly<Record<string, string>>,
): Promise<readonly (string | undefined)[]> {
  const read = readGrids(await xlsxOf(sheets), "指標.xlsx");
  if ("refused" in read) throw new Error(read.refused.en);
  const { files } = tablesOf(takenIn(read.grids, answers));
  const nodes = (files.get("nodes.csv") ?? "").split("\n").map((line) => line.split(","));
  return nodes.flatMap((cells) => (cells[1] === "計画" ? [cells[2]] : []));
}

test("each sheet's plan is a plan of its own", async () => {
  expect(await plansWith()).toEqual(["第６次みどり市総合計画", "第２期みどり市総合戦略"]);
});

test("they are one where a person says so", async () => {
  expect(await plansWith({ "計画:シートごと": "一つの計画とする" })).toEqual(["第６次みどり市総合計画"]);
});
