// Files of real cities, where they are at hand: few questions, no wrong value, every number accounted for.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acceptAll, tablesOf, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { top } from "../support/places.ts";

const folder = join(top, "..", "shared", "cities");
const isThere = existsSync(folder);
if (!isThere) console.log("The folder of real cities' files is not here; their tests are left out.");

type Record = Readonly<{ [header: string]: string }>;

function takenIn(file: string) {
  const read = readGrids(readFileSync(join(folder, file)), file);
  if ("refused" in read) throw new Error(read.refused.en);
  const known = acceptAll(understand(read.grids));
  const { files } = tablesOf(known);
  const table = (name: string): Record[] => parse(files.get(name) ?? "", { columns: true, bom: true });
  return { known, files, table };
}

const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

test.skipIf(!isThere)("13 projects: at most 12 questions, and every value of the CSV", () => {
  const { known, table } = takenIn("ofunato-13-projects.xlsx");
  expect(known.questions.length).toBeLessThanOrEqual(12);
  expect(known.reading.levels).toEqual(["政策", "施策", "基本事業", "事務事業"]);
  const nodes = new Map(table("nodes.csv").map(({ ID, 名称 }) => [ID, plain(名称 ?? "")]));
  const names = new Map(table("indicators.csv").map(({ ID, 名称 }) => [ID, plain(名称 ?? "")]));
  const ids = new Map(
    table("listings.csv").map((one) => [
      `${nodes.get(one.掲載先ID ?? "")}|${names.get(one.指標ID ?? "")}`,
      one.指標ID,
    ]),
  );
  const expected: Record[] = parse(readFileSync(join(folder, "ofunato-13-projects.csv")), {
    columns: true,
    bom: true,
  });
  const wrong: string[] = [];
  for (const row of expected) {
    const id = ids.get(`${plain(row.事務事業 ?? "")}|${plain(row.指標名 ?? "")}`);
    if (id === undefined) wrong.push(`no ${row.指標名}`);
    for (const year of [2020, 2021, 2022, 2023, 2024]) {
      const found = table(`observations/${year}.csv`).find((one) => one.指標ID === id)?.実績値 ?? "";
      const right = row[`R${year - 2018}`] ?? "";
      const decimals = found.split(".")[1]?.length ?? 0;
      const fits = /^-?$/.test(right)
        ? found === ""
        : found !== "" && Math.abs(Number(found) - Number(right)) <= 0.51 * 10 ** -decimals;
      if (!fits) wrong.push(`${row.指標名} ${year}: ${found} instead of ${right}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.skipIf(!isThere)(
  "407 projects: at most 30 questions, every number accounted for",
  { timeout: 400_000 },
  () => {
    const { known } = takenIn("ofunato-r7-407-projects.xlsx");
    expect(known.questions.length).toBeLessThanOrEqual(30);
    expect(known.reading.years).toEqual([2020, 2021, 2022, 2023, 2024]);
    // The nine columns of names hold 2,149 cells of words, one of them a dash; 91 more show the 0 of a formula on an empty cell.
    // 40 of them are the city's population, its visitors and the like below other projects again.
    expect([known.counts.indicators, known.counts.relisted]).toEqual([2108, 40]);
    const { kept, leftOut, numbers } = known.counts;
    const sum = [...Object.values(kept), ...Object.values(leftOut)].reduce((all, one) => all + one, 0);
    expect(sum).toBe(numbers);
    expect(leftOut.表の外).toBeUndefined();
  },
);

/** 指標: [baseline, target, results by year] as the file prints them. */
const expected: Readonly<{ [file: string]: Readonly<{ [indicator: string]: readonly string[] }> }> = {
  "chiba.csv": {
    健康危機対策研修修了者数: ["base 2020 4914", "target 2024 6500"],
    防災拠点となる公共施設等の耐震化率: ["base 2015 93.4", "target 2020 100"],
    人口の社会増: ["base 2022 18740", "target 2024 17187 超"],
    刑法犯認知件数: ["base 2016 57277", "target 2020 減少"],
  },
  "sasebo.csv": {
    環境保全の取組みに対する市民満足度: ["target 2015 36.3", "target 2019 38.0", "2013 23.1", "2017 38.4"],
    人口: ["target 2030 230000"],
  },
  "sanda.csv": {
    合計特殊出生率: ["base 2013 1.22", "target 2019 1.25"],
    生涯現役サポートセンター年間利用者数: ["target 2019 3600"],
  },
  "tsukuba.csv": {
    新規正規就職者数の増加: ["base  2325", "target 2015 517", "target 2019 2584"],
    国際戦略総合特区新規プロジェクトの創出数: ["base 2015 7", "target 2019 12", "2015 8"],
  },
  "urakawa.csv": {
    いちご生産額: ["base  203960000"],
    給食での地場産物利用率: ["base  33", "target  38"],
  },
  "matsudo.csv": {
    婚姻率: ["base 2013 5.5", "target 2019 5.9", "2014 5.3", "2015 5.4", "2016 5.0"],
    NPO法人の数: ["base  26", "target  40"],
  },
};

for (const [file, indicators] of Object.entries(expected)) {
  test.skipIf(!isThere)(`${file}: the values that the file prints`, () => {
    const { known, files, table } = takenIn(file);
    expect(known.questions.length).toBeLessThanOrEqual(12);
    expect(known.counts.leftOut).toEqual({});
    for (const [name, facts] of Object.entries(indicators)) {
      const id = table("indicators.csv").find(({ 名称 }) => 名称 === name)?.ID;
      expect(id, name).toBeDefined();
      const targets = table("targets.csv").filter(({ 指標ID }) => 指標ID === id);
      const found = [
        ...targets.filter(({ 基準値 }) => 基準値).map((one) => `base ${one.基準年度} ${one.基準値}`),
        ...targets
          .filter(({ 目標区分 }) => 目標区分 !== "基準")
          .map((one) => `target ${one.目標年度} ${[one.目標値, one.目標の向き].filter(Boolean).join(" ")}`),
        ...[...files.keys()].flatMap((path) => {
          const year = /^observations\/([0-9]{4})/.exec(path)?.[1];
          const row = year === undefined ? undefined : table(path).find(({ 指標ID }) => 指標ID === id);
          return row?.実績値 ? [`${year} ${row.実績値}`] : [];
        }),
      ];
      for (const fact of facts) expect(found, name).toContain(fact);
    }
  });
}

/** The column of each file that says where in the plan an indicator stands, and the one of its name. */
const places: Readonly<{ [file: string]: string }> = {
  "chiba.csv": "政策分野",
  "sanda.csv": "基本目標",
  "tsukuba.csv": "位置付け",
  "urakawa.csv": "基本目標・施策",
};

for (const [file, column] of Object.entries(places)) {
  test.skipIf(!isThere)(
    `${file}: what is printed as two places is two, what is printed as one is one`,
    () => {
      const { table } = takenIn(file);
      const rows: Record[] = parse(readFileSync(join(folder, file)), { columns: true, bom: true });
      const ids = new Map(table("indicators.csv").map(({ ID, 名称 }) => [plain(名称 ?? ""), ID]));
      const nodesOf = new Map<string, string[]>();
      for (const printed of new Set(rows.map((row) => plain(row[column] ?? "")))) {
        const listed = rows
          .filter((row) => plain(row[column] ?? "") === printed)
          .map((row) => ids.get(plain(row.指標 ?? "").replace(/\(再掲\)/, "")))
          .map((id) =>
            table("listings.csv").flatMap((one) => (one.指標ID === id ? [one.掲載先ID ?? ""] : [])),
          );
        const common = (listed[0] ?? []).filter((node) => listed.every((nodes) => nodes.includes(node)));
        nodesOf.set(printed, common);
      }
      // What is listed a second time (再掲) may stand at the place of its first listing, too.
      const sure = new Set([...nodesOf.values()].flatMap((nodes) => (nodes.length === 1 ? nodes : [])));
      const chosen = [...nodesOf].map(([printed, nodes]) => {
        const left = nodes.length === 1 ? nodes : nodes.filter((node) => !sure.has(node));
        expect(left, printed).toHaveLength(1);
        return left[0];
      });
      expect(new Set(chosen).size).toBe(nodesOf.size);
    },
  );
}
