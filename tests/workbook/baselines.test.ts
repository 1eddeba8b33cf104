// The baselines of a form in the city's one sheet: they go out with it, and come back as they were or as somebody changed them.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "@protobi/exceljs";
import { sheetOf, takeSheet } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { takeIn } from "../../packages/publisher/src/cli/intake.ts";
import { takingIn } from "../support/taking-in.ts";
import { workplace } from "../support/workplace.ts";

const form = `事務事業名,子育てサロン事業,,,
指標名,単位,基準値（R2）,R6実績,目標値（R8）
サロンの参加者数,人,120,155,200
サロンの満足度,％,81.5,83.0,
相談員の配置,,未配置,配置済,
`;

async function city(): Promise<string> {
  const at = workplace();
  const [folder, file] = [join(at, "data"), join(at, "評価シート.csv")];
  writeFileSync(file, form);
  await takeIn([file], takingIn(folder));
  return folder;
}

async function exported(
  folder: string,
  change: (at: (name: string, header: string) => ExcelJS.Cell) => void = () => undefined,
): Promise<string> {
  const file = join(workplace(), "all.xlsx");
  const book = new ExcelJS.Workbook();
  writeFileSync(file, (await sheetOf(folder)).bytes);
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet("指標一覧");
  if (!sheet) throw new Error("no sheet");
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  change((name, header) => {
    const rows = Array.from({ length: sheet.rowCount }, (_, row) => sheet.getRow(row + 1));
    const own = rows.find((row) => row.getCell(headers.indexOf("指標名") + 1).text === name);
    if (!own) throw new Error(name);
    return own.getCell(headers.indexOf(header) + 1);
  });
  await book.xlsx.writeFile(file);
  return file;
}

const bases = (folder: string) =>
  (
    parse(readFileSync(join(folder, "targets.csv")), { columns: true, bom: true }) as Readonly<
      Record<string, string>
    >[]
  ).map((row) =>
    [row.指標ID, row.目標値, row.基準年度, row.基準値 || row.基準状況, row.目標区分].map((one) => one ?? ""),
  );

test("baselines stand in the sheet and come back unchanged", async () => {
  const folder = await city();
  const before = readFileSync(join(folder, "targets.csv"), "utf8");
  const shown: string[] = [];
  const file = await exported(folder, (at) => {
    for (const name of ["サロンの参加者数", "サロンの満足度", "相談員の配置"])
      shown.push(`${at(name, "基準年度").text} ${at(name, "基準値").text}`);
  });
  expect(shown).toEqual(["2020 120", "2020 81.5", "2020 未配置"]);
  expect(await takeSheet(folder, file)).toMatchObject({ issues: [], changes: [], written: [] });
  expect(readFileSync(join(folder, "targets.csv"), "utf8")).toBe(before);
});

test("a baseline that is changed, taken out or dated anew changes that alone", async () => {
  const folder = await city();
  expect(bases(folder)).toEqual([
    ["K0001", "200", "2020", "120", "最終"],
    ["K0002", "", "2020", "81.5", "基準"],
    ["K0003", "", "2020", "未配置", "基準"],
  ]);
  const file = await exported(folder, (at) => {
    at("サロンの参加者数", "基準値").value = "１１８人";
    at("サロンの満足度", "基準年度").value = "令和元年度";
    at("相談員の配置", "基準値").value = "";
  });
  const indicators = () => readFileSync(join(folder, "indicators.csv"), "utf8").replace("\uFEFF", "");
  const before = indicators();
  const { issues, written } = await takeSheet(folder, file);
  expect(issues).toEqual([]);
  expect(written).toContain("targets.csv");
  expect(indicators()).toBe(before);
  expect(bases(folder)).toEqual([
    ["K0001", "200", "2020", "118", "最終"],
    ["K0002", "", "2019", "81.5", "基準"],
  ]);
});

test("a year that is none is told where it stands, and nothing is written", async () => {
  const folder = await city();
  const file = await exported(folder, (at) => {
    at("サロンの参加者数", "基準年度").value = "昔";
  });
  const { issues, written } = await takeSheet(folder, file);
  expect(issues.map(({ code, column }) => [code, column])).toEqual([["not-a-year", "基準年度"]]);
  expect(written).toEqual([]);
});
