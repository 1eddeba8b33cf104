// Plans of real cities, from their own files to published pages: levels, values, targets and verdicts in the city's words.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publish, readCity } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

const folder = join(top, "..", "shared", "cities");
const isThere = existsSync(folder);
if (!isThere) console.log("The folder of real cities' files is not here; their plans are not published.");

type Rows = Readonly<Record<string, string>>[];

/** Taken in with every proposal taken, checked, and published. */
async function published(file: string, code: string) {
  const data = join(workplace(), code);
  const out = join(workplace(), code);
  const run = await shihyo(["intake", join(folder, file), "--data", data, "--code", code, "--accept"]);
  expect(run.status, run.stderr).toBe(0);
  const { dataset, issues } = await readCity(data);
  expect(issues.filter(({ level }) => level === "error")).toEqual([]);
  await publish(data, out);
  const read = (path: string) => readFileSync(join(out, path), "utf8");
  const rows = (table: string): Rows => parse(read(`${code}_${table}.csv`), { bom: true, columns: true });
  const idOf = (name: string) => rows("indicator").find((row) => row.名称 === name)?.ID ?? "";
  const card = (name: string) => JSON.parse(read(`indicators/${idOf(name)}/data.json`)).indicator;
  return { dataset: dataset!, read, rows, idOf, card };
}

describe.skipIf(!isThere)("of real cities (skipped where the folder of their files is not there)", () => {
  test("大船渡: 13 projects of four levels, five years, a verdict on each project", async () => {
    const city = await published("ofunato-13-projects.xlsx", "032034");
    expect(city.dataset.levels.map(({ name }) => name.ja)).toEqual(["政策", "施策", "基本事業", "事務事業"]);
    expect(city.dataset.years).toEqual([2020, 2021, 2022, 2023, 2024]);

    const verdicts = city.rows("evaluation");
    expect(verdicts).toHaveLength(13);
    expect(new Set(verdicts.map((row) => row.評価体系))).toEqual(new Set(["今後の方向性"]));
    expect(city.read("projects/J0001/index.html")).toContain("市の評価：1 現状維持（今後の方向性）</a>");

    const home = city.read("index.html");
    for (const word of ["基本目標", "具体的な施策", "主な取組"]) expect(home).not.toContain(word);
    expect(home).toContain("政策");
    expect(city.rows("node").map((row) => row.種別)).toContain("事務事業");
    const header = city.read("032034_indicator_comparison.csv").split("\r\n")[0];
    expect(header).toContain('"基本事業","事務事業ID","事務事業名"');
    expect(header).toMatch(/"基準年度","基準値","目標年度","目標値","事務事業の評価"$/);

    // The values of the file that was read, by name and year.
    const wells = city.rows("indicator_result").filter((row) => row.指標ID === "K0002" && row.実績値 !== "");
    expect(wells.map((row) => `${row.年度} ${row.実績値}`)).toEqual([
      "2021 17",
      "2022 6",
      "2023 6",
      "2024 6",
    ]);
    const abalone = city.card("調査地点数（アワビ生息調査）");
    expect(abalone.years.at(-1).card.ja.value).toBe("20");
    expect(abalone.years.at(-1).card.ja.target).toContain("目標（令和7年度）：20地点");
    expect(city.read("032034_dataset.ttl")).toMatch(/def:level def:level-P01-4/);
  }, 300_000);

  test("松戸: two plans, a number without a unit, a baseline that is no year", async () => {
    const city = await published("matsudo.csv", "122076");
    const plans = [...city.dataset.nodes.values()].filter(({ level }) => level === 0);
    expect(plans.map(({ name }) => name.ja)).toEqual(["総合戦略", "第2次実施計画"]);
    for (const { id } of plans) expect(city.read(`plans/${id}/index.html`)).toContain("指標は");
    const birthRate = city.card("合計特殊出生率");
    expect(birthRate.unit).toBeUndefined();
    const years = city
      .rows("indicator_result")
      .filter((row) => row.指標名 === "婚姻率")
      .map((row) => `${row.年度} ${row.実績値}`);
    expect(years).toEqual(expect.arrayContaining(["2014 5.3", "2015 5.4", "2016 5.0"]));
    const target = city.rows("target").find((row) => row.表示名 === "婚姻率");
    expect(target).toMatchObject({ 目標年度: "2019", 目標値: "5.9", 基準年度: "2013", 基準値: "5.5" });
    expect(city.rows("target").find((row) => row.表示名 === "婚姻率")?.単位).toBe("‰");
    // A number that has no year stands where the report gives it, without a year that nobody said.
    const npo = city.rows("target").find((row) => row.表示名 === "NPO法人の数");
    expect(npo).toMatchObject({ 目標年度: "", 目標値: "40", 基準年度: "", 基準値: "26" });
  }, 300_000);

  test("つくば: targets of each year, four schemes of verdicts, a value still being counted", async () => {
    const city = await published("tsukuba.csv", "082201");
    const verdicts = city.rows("evaluation");
    expect(verdicts).toHaveLength(12);
    const of = city.idOf("国際戦略総合特区新規プロジェクトの創出数");
    expect(verdicts.filter((row) => row.対象ID === of).map((row) => `${row.評価体系} ${row.評価}`)).toEqual([
      "進捗 概ね順調",
      "有効性 中",
      "効率性 中",
      "総合評価 B",
    ]);
    const coded = city.rows("evaluation_observation");
    expect(coded).toHaveLength(12);
    expect(new Set(coded.map((row) => row.scheme)).size).toBe(4);
    const page = city.read(`indicators/${of}/index.html`);
    expect(page).toContain("<td>総合評価</td><td><b>B</b></td>");
    const jobs = city.rows("target").filter((row) => row.表示名 === "新規正規就職者数の増加");
    expect(jobs.map((row) => `${row.目標年度} ${row.目標区分} ${row.目標値}`)).toEqual([
      "2015 年度 517",
      "2016 年度 1034",
      "2017 年度 1550",
      "2018 年度 2067",
      "2019 年度 2584",
      "2019 最終 2584",
    ]);
    expect(jobs.at(-1)).toMatchObject({ 基準値: "2325", 基準年度_表記: expect.stringContaining("5年間") });
    const counting = city.rows("indicator_result").find((row) => row.指標名 === "新規正規就職者数の増加");
    expect(counting).toMatchObject({ 実績値: "", 値なしの理由: "集計中" });
  }, 300_000);
});
