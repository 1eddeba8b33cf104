// What an intake says besides the numbers: footnotes in notes, ditto marks that are asked about, what was left out and why.

import type { Grid } from "@shihyo/core";
import { tablesOf } from "@shihyo/core";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { takenIn } from "../support/sheet-cases.ts";

type Row = Readonly<Record<string, string>>;

/** A sheet of texts as they are shown. */
function gridOf(rows: readonly (readonly string[])[], sheet = "指標"): Grid {
  return {
    file: "実績.xlsx",
    sheet,
    source: "spreadsheet",
    rows: rows.map((row) => row.map((text) => (text === "" ? undefined : { text, kind: "text" as const }))),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    hidden: false,
  };
}

function tableOf(known: ReturnType<typeof takenIn>, file: string): readonly Row[] {
  return parse(tablesOf(known).files.get(file) ?? "", { columns: true, bom: true });
}

test("a footnote goes with the value, the target, the baseline and the name that have its mark", () => {
  const known = takenIn([
    gridOf([
      ["施策", "指標名", "単位", "基準値（R1）", "R4", "R5", "目標（R6）"],
      ["観光", "入込客数", "千人", "298", "310※1", "322", "400"],
      ["観光", "宿泊者数", "人", "4,800※1", "5,020", "8,310 (注2)", "9,000＊3"],
      ["財政", "実質公債費比率※4", "％", "8.0", "7.7", "7.9", "8.0"],
      ["※1　施設の改修のため、9月から休館した。　注2）調査の方法を改めた。"],
      ["＊3", "見直しの後の目標"],
      ["※4 ３か年の平均。"],
    ]),
  ]);
  const notes = (file: string) =>
    tableOf(known, file).flatMap(({ 指標ID, 備考 }) => (備考 ? [`${指標ID} ${備考}`] : []));
  expect(notes("observations/2022.csv")).toEqual(["K0001 ※1 施設の改修のため、9月から休館した。"]);
  expect(notes("observations/2023.csv")).toEqual(["K0002 注2 調査の方法を改めた。"]);
  expect(notes("targets.csv")).toEqual([
    "K0002 *3 見直しの後の目標。基準値について：※1 施設の改修のため、9月から休館した。",
  ]);
  expect(tableOf(known, "indicators.csv").map(({ 名称, 備考 }) => `${名称} ${備考}`)).toContain(
    "実質公債費比率 ※4 ３か年の平均。",
  );
});

test("a mark with two footnotes is left as it is", () => {
  const known = takenIn([
    gridOf([
      ["指標名", "単位", "R4", "R5"],
      ["入込客数", "千人", "310※", "322"],
      ["宿泊者数", "人", "5,020", "8,310"],
      ["※ 速報値"],
      ["※ 暦年"],
    ]),
  ]);
  expect(tableOf(known, "observations/2022.csv").map(({ 備考 }) => 備考)).toEqual(["※", ""]);
});

test("a ditto mark below a number is asked about, and read where a person says so", () => {
  const rows = [
    ["施策", "指標名", "単位", "R4", "R5"],
    ["図書館", "開館日数", "日", "281", "281"],
    ["〃", "講座の日数", "〃", "12", "〃"],
  ];
  const left = takenIn([gridOf(rows)]);
  expect(left.questions.map(({ id }) => id)).toContain("同上:数:指標");
  expect(tableOf(left, "observations/2023.csv").map(({ 指標ID }) => 指標ID)).toEqual(["K0001"]);
  const read = takenIn([gridOf(rows)], { "同上:数:指標": "上と同じ数" });
  expect(tableOf(read, "observations/2023.csv").map(({ 実績値 }) => 実績値)).toEqual(["281", "281"]);
});

test("two rates, grades or costs of one thing that differ are told, and the second is on the list of what was left out", () => {
  const known = takenIn([
    gridOf([
      ["施策", "事務事業", "指標名", "単位", "R5", "R5達成率", "R5進捗率", "R5決算額（千円）"],
      ["観光", "観光案内", "案内件数", "件", "3,120", "98.0%", "97.5%", "1,200"],
      ["観光", "観光案内", "開所日数", "日", "310", "99.1%", "99.1%", "1,350"],
    ]),
  ]);
  expect(tableOf(known, "evaluations.csv").map(({ 達成率 }) => 達成率)).toEqual(["98.0", "99.1"]);
  expect(tableOf(known, "costs.csv").map(({ 金額 }) => 金額)).toEqual(["1200"]);
  expect(known.counts.leftOut).toEqual({ "同じ項目の同じ年度に、別の値がある": 2 });
  expect(known.notices.map(({ places }) => places)).toEqual([["指標!G2", "指標!H3"]]);
});

test("a plan's word in the name of a cost makes no sum of it, and its unit is its own", () => {
  const known = takenIn([
    gridOf([
      ["事務事業名", "統計調査事業", "", "", ""],
      ["施策", "行政運営", "", "", ""],
      ["指標名", "単位", "R4", "R5", "R6目標"],
      ["調査の件数", "件", "12", "14", "15"],
      ["区分", "単位", "R4決算", "R5決算", "R6予算"],
      ["会計年度任用職員の報酬", "千円", "1,200", "1,310", "1,400"],
      ["事業費", "千円", "2,200", "2,310", "2,400"],
      ["従事職員数", "人", "0.5", "0.6", "0.6"],
      ["事業費計(A)", "千円", "3,400", "3,620", "3,800"],
    ]),
  ]);
  const units = new Map(tableOf(known, "units.csv").map(({ ID, 名称 }) => [ID, 名称]));
  const costs = tableOf(known, "costs.csv").filter(({ 年度 }) => 年度 === "2023");
  expect(costs.map(({ 費目, 金額, 単位ID, 合計 }) => [費目, 金額, units.get(単位ID), 合計])).toEqual([
    ["会計年度任用職員の報酬", "1310", "千円", ""],
    ["事業費", "2310", "千円", ""],
    ["従事職員数", "0.6", "人", ""],
    ["事業費計(A)", "3620", "千円", "合計"],
  ]);
});

test("a legend of colours is told, and so are digits that are no one number", () => {
  const known = takenIn([
    gridOf([
      ["※ 網掛けは見込値"],
      ["指標名", "単位", "R4", "R5"],
      ["市税収入", "千円", "1,234", "1 234 567"],
    ]),
  ]);
  const told = known.notices.map(({ text, places }) => `${text.ja} ${places.join()}`).join("\n");
  expect(told).toContain("「※ 網掛けは見込値」");
  expect(told).toMatch(/一つの数と読めない.*指標!D3/u);
});
