// One common indicator of three made-up cities, with gaps, breaks, doubts and reference values, as an atlas would publish it.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CommonIndicatorFileJson,
  type ComparedCity,
  type ComparedIndicator,
  type ComparedYear,
  commonIndicatorFileJson,
} from "@shihyo/core";
import { commonIndicators } from "@shihyo/publisher";

const city = (code: string, name: string, more: Partial<ComparedCity> = {}): ComparedCity => ({
  code,
  name,
  official: true,
  attribution: `${name}「実績報告書」`,
  licence: "https://creativecommons.org/licenses/by/4.0/",
  ...more,
});

export const years = (
  values: readonly (number | undefined)[],
  more: Record<number, Partial<ComparedYear>> = {},
) =>
  values.map(
    (value, at): ComparedYear => ({
      year: 2020 + at,
      value,
      printed: value === undefined ? undefined : `${value}`,
      reason: value === undefined ? "未実施" : undefined,
      status: value === undefined ? "値なし" : "確定",
      comparable: "可",
      reading: "確定",
      ...more[2020 + at],
    }),
  );

export const indicatorOf = (
  of: ComparedCity,
  id: string,
  own: readonly ComparedYear[],
  more: Partial<ComparedIndicator> = {},
): ComparedIndicator => ({
  city: of,
  id,
  label: "交通事故の件数",
  labelEn: "Traffic accidents",
  unit: "件",
  period: "年度",
  aggregation: "単年度",
  match: "exact",
  alignedBy: "city",
  address: `https://data.example.lg.jp/${of.code}/indicators/${id}/#it`,
  iri: `https://data.example.lg.jp/${of.code}/indicators/${id}/#it`,
  years: own,
  ...more,
});

export const cities = {
  east: city("999989", "架空県東市", { nameEn: "Higashi City" }),
  north: city("999962", "架空県北市", { official: false }),
  west: city("999997", "架空県西町"),
};

/** Not in the order of codes, so that the order must be made. */
export const accidents: readonly ComparedIndicator[] = [
  indicatorOf(cities.west, "K0003", years([40, 30, 35, 1234]), { alignedBy: "atlas", iri: undefined }),
  indicatorOf(
    cities.east,
    "K0001",
    years([120, undefined, 110, 100], {
      2022: { comparable: "不可", notComparableReason: "数え方が変わったため" },
      2023: { reading: "要確認", note: "台風により中止" },
    }),
  ),
  indicatorOf(cities.north, "K0002", years([50, 60, 70, 80], { 2023: { status: "速報" } })),
  indicatorOf(cities.north, "K0009", years([5, 6, 7, 8]), { match: "narrower", label: "自転車の事故" }),
];

export function accidentsFile(
  indicators: readonly ComparedIndicator[] = accidents,
  more: Partial<Parameters<typeof commonIndicatorFileJson>[0]> = {},
): CommonIndicatorFileJson {
  const common = commonIndicators().find(({ id }) => id === "C034");
  if (!common) throw new Error("no common indicator C034");
  return commonIndicatorFileJson({
    common,
    indicators,
    references: [
      { common: "C034", name: "全国", source: "統計局", year: 2022, value: 90, printed: "90" },
      { common: "C034", name: "全国", source: "統計局", year: 2021, value: 95, printed: "95" },
      {
        common: "C034",
        code: "999962",
        name: "国の集計",
        source: "警察庁",
        year: 2022,
        value: 71,
        printed: "71",
      },
      { common: "C001", name: "ほかの指標", source: "統計局", year: 2022, value: 1, printed: "1" },
    ],
    populations: new Map([
      ["999989", new Map([[2020, 40_000]])],
      ["999962", new Map([[2023, 20_000]])],
    ]),
    base: "https://atlas.example.lg.jp/",
    ...more,
  });
}

/** An atlas's folder as far as an element asks of it. */
export function writeAtlasFolder(folder: string, file: CommonIndicatorFileJson = accidentsFile()): void {
  const own = join(folder, "common-indicators", file.id);
  mkdirSync(own, { recursive: true });
  mkdirSync(join(folder, "indicators"), { recursive: true });
  writeFileSync(join(own, "data.js"), `(self.kpiData ??= []).push(${JSON.stringify(file)});\n`);
  writeFileSync(join(folder, "indicators/data.js"), "self.kpiData ??= [];\n");
}
