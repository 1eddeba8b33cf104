// Atsugi's tables have as many rows, names and doubts as the report.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Dataset, firstListings, formatDecimal, lost } from "@shihyo/core";
import { publish, readCity } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { atsugi } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";

let dataset: Dataset;
beforeAll(async () => {
  const { dataset: read, issues } = await readCity(atsugi);
  expect(issues.filter(({ level }) => level === "error")).toEqual([]);
  dataset = read!;
});

describe("Atsugi's report", () => {
  test("has 257 rows: 5 with 指標なし, and 252 listings of 225 indicators, 27 of them again", () => {
    const first = firstListings(dataset.listings);
    const ofIndicators = dataset.listings.filter(({ indicator }) => indicator !== undefined);
    expect(dataset.listings).toHaveLength(257);
    expect(ofIndicators).toHaveLength(252);
    expect(dataset.listings.length - ofIndicators.length).toBe(5);
    expect(dataset.indicators.size).toBe(225);
    expect(ofIndicators.filter((listing) => first.get(listing.indicator!) !== listing)).toHaveLength(27);
  });

  test("has 4 goals, 13 policies, 28 initiatives, and 148 projects, the names of six of them wholly lost", () => {
    const of = (level: number) => [...dataset.nodes.values()].filter((node) => node.level === level);
    expect([0, 1, 2, 3, 4].map((level) => of(level).length)).toEqual([1, 4, 13, 28, 148]);
    expect(of(4).filter(({ name }) => name.ja.replaceAll(lost, "") !== "")).toHaveLength(142);
  });

  test("prints eleven projects under two or three initiatives", () => {
    const parents = new Map<string, Set<string>>();
    for (const { node, parent } of dataset.placements) {
      if (dataset.nodes.get(node)?.level === 4) {
        parents.set(node, new Set([...(parents.get(node) ?? []), parent]));
      }
    }
    const several = [...parents.values()].filter(({ size }) => size > 1);
    expect(several).toHaveLength(11);
    expect(several.every(({ size }) => size <= 3)).toBe(true);
  });

  test("gives five names to two indicators each, which labels tell apart", () => {
    const names = new Map<string, number>();
    for (const { name } of dataset.indicators.values()) {
      if (name.ja.replaceAll(lost, "") !== "") names.set(name.ja, (names.get(name.ja) ?? 0) + 1);
    }
    expect([...names.values()].filter((count) => count === 2)).toHaveLength(5);
    expect([...names.values()].filter((count) => count > 2)).toEqual([]);
    expect(new Set([...dataset.labels.values()].map(({ ja }) => ja)).size).toBe(225);
    expect(new Set([...dataset.labels.values()].map(({ en }) => en)).size).toBe(225);
  });

  test("has values of two years for every indicator, and three schools in one cell", () => {
    expect(dataset.years).toEqual([2023, 2024]);
    const observations = [...dataset.observations()];
    for (const year of dataset.years) {
      const ofYear = observations.filter((observation) => observation.year === year);
      expect(new Set(ofYear.map(({ indicator }) => indicator)).size).toBe(225);
      const parts = ofYear.filter(({ breakdown }) => breakdown !== undefined);
      expect(parts.map(({ indicator }) => indicator)).toEqual(["K0107", "K0107", "K0107"]);
      expect(parts.map(({ value }) => value.kind === "number" && formatDecimal(value.number))).toEqual([
        "5",
        "2",
        "3",
      ]);
    }
    expect(observations).toHaveLength(454);
  });

  test("says of the disaster radio alone that its years do not compare", () => {
    expect(dataset.breaks.map(({ indicator, before, after }) => [indicator, before, after])).toEqual([
      ["K0168", 2023, 2024],
    ]);
    expect(dataset.indicators.get("K0168")?.name.ja).toContain("防災ラジオ");
  });

  test("is judged by nobody: no direction is the city's own", () => {
    for (const { direction, directionBasis } of dataset.indicators.values()) {
      expect(directionBasis).toBe(direction === "none" ? undefined : "estimated");
    }
  });

  test("is published whole, in the columns of the contract", async () => {
    const out = join(workplace(), "published");
    await publish(atsugi, out);
    const table = (name: string) =>
      parse(readFileSync(join(out, `142123_${name}.csv`)), { bom: true, columns: true }) as Record<
        string,
        string
      >[];
    const result = table("indicator_result");
    expect(Object.keys(result[0]!).join(",")).toBe(
      "全国地方公共団体コード,ID,地方公共団体名,指標ID,指標名,表示名,年度,年度_和暦,期間区分,集計区分,対象期間,内訳,実績値,進捗状況,単位,値の状態,値なしの理由,比較可否,比較不可の理由,読取状況,備考,出典,出典_頁,URI",
    );
    expect(result).toHaveLength(454);
    expect(result.find(({ ID }) => ID === "K0107FY2024B0001")).toMatchObject({ 内訳: "清水小", 実績値: "5" });
    const comparison = table("indicator_comparison");
    expect(Object.keys(comparison[0]!).join(",")).toBe(
      "全国地方公共団体コード,ID,地方公共団体名,基本目標番号,基本目標,具体的な施策番号,具体的な施策,主な取組番号,主な取組,事業ID,事業名,所管,指標ID,指標名,表示名,再掲,単位,前年度,前年度_実績値,前年度_進捗状況,当年度,当年度_実績値,当年度_進捗状況,対前年度増減,増減_単位,対前年度増減率,比較可否,比較不可の理由,望ましい方向,望ましい方向_根拠,変化の判定,読取状況,備考,出典_頁",
    );
    expect(comparison).toHaveLength(257);
    expect(comparison.filter(({ 再掲 }) => 再掲 === "有")).toHaveLength(27);
    expect(comparison.find(({ 指標ID }) => 指標ID === "K0107")).toMatchObject({
      当年度_実績値: "",
      当年度_進捗状況: "清水小 5回、妻田小 2回、睦合東中 3回",
    });
    // Two readings of 83.9 and 93.5, whose difference is not exact in binary.
    expect(comparison.find(({ 前年度_実績値 }) => 前年度_実績値 === "83.9")).toMatchObject({
      当年度_実績値: "93.5",
      対前年度増減: "9.6",
      増減_単位: "ポイント",
      対前年度増減率: "",
    });
    for (const { 変化の判定 } of comparison) expect(["", "判定しない", "比較不可"]).toContain(変化の判定);
  });
});

test("docs/reading.md counts the readings as the tables have them", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/reading.md"), "utf8");
  const rowOf = (what: string, records: readonly { readonly reading: string }[]) => {
    const count = (reading: string) => records.filter((record) => record.reading === reading).length;
    return [`${what}`, count("certain"), count("restored"), count("doubtful")];
  };
  const of = (year: number) => [...dataset.observations()].filter((observation) => observation.year === year);
  const expected = [
    rowOf("names of 194 plan nodes", [...dataset.nodes.values()]),
    rowOf("names of 225 indicators", [...dataset.indicators.values()]),
    rowOf(`values of FY2023, ${of(2023).length}`, of(2023)),
    rowOf(`values of FY2024, ${of(2024).length}`, of(2024)),
  ];
  const rows = text
    .split("\n")
    .filter((line) => /^\| (names|values)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows).toEqual(expected.map((row) => row.map(String)));
});
