// An optional column of any table: one more is described for each of them here, as a change would, and is then in every format.

import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DatasetJson, detailsIn, type TableWithDetails, tablesWithDetails } from "@shihyo/core";
import { parse } from "csv-parse/sync";
import { Store } from "oxigraph";
import { beforeAll, expect, test, vi } from "vitest";
import { violations } from "../standards/integrity-constraints.ts";
import { csvwTriples, publishedRows } from "../support/csvw-triples.ts";
import { publishInto, scratch } from "../support/published-city.ts";

vi.mock("../../packages/core/src/tables/details.ts", async (original) => {
  const module = await original<typeof import("../../packages/core/src/tables/details.ts")>();
  const { choiceOf, words } = await import("../../packages/core/src/tables/detail.ts");
  const { integer } = await import("../../packages/core/src/tables/field.ts");
  for (const [table, details] of Object.entries(module.details)) {
    const named = (local: string, ja: string) => ({
      property: `trial${local}Of${table}`,
      title: { ja: `${ja}（${table}）`, en: `${local} of ${table}`, easy: ja },
    });
    const choice = choiceOf(
      "試しの選択",
      { 甲: "first", 乙: "second" } as const,
      { first: "First", second: "Second" },
      "甲・乙",
      "甲 or 乙",
      named("Choice", "選択"),
    );
    Object.assign(details, {
      trialWords: words("試しの言葉", "試しの言葉", "Words on trial", named("Words", "言葉")),
      trialNumber: { ...integer("試しの数", "試しの数", "A number on trial"), ...named("Number", "数") },
      trialChoice: choice,
    });
  }
  return module;
});

const code = "999946";
const folder = scratch();
const data = join(folder, "data");
const out = join(folder, "out");
const city = { code, read: async (path: string) => readFileSync(join(out, path), "utf8") };
const text = (path: string) => readFileSync(join(out, path), "utf8");

let graph: Store;

/** What stands in the trial's columns of each table. */
const cellsOf = (table: string) => ({ 試しの言葉: `${table}の言葉`, 試しの数: "7", 試しの選択: "乙" });

/** Where each table's rows stand in the city's folder. */
const files: Readonly<Record<TableWithDetails, string>> = {
  indicators: "indicators.csv",
  nodes: "nodes.csv",
  levels: "levels.csv",
  placements: "placements.csv",
  sections: "sections.csv",
  units: "units.csv",
  breakdowns: "breakdowns.csv",
  indicatorKinds: "indicator-kinds.csv",
  listings: "listings.csv",
  observations: "observations/2024.csv",
  breaks: "breaks.csv",
  targets: "targets.csv",
  grades: "evaluation-schemes.csv",
  evaluations: "evaluations.csv",
  references: "references.csv",
  costs: "costs.csv",
  activities: "activities/2024.csv",
  corrections: "corrections.csv",
  releases: "releases.csv",
};

/** The published tables that a record's details are columns of: in words, and in codes. */
const inWords: Readonly<Partial<Record<TableWithDetails, string>>> = {
  indicators: "indicator",
  nodes: "node",
  placements: "placement",
  units: "unit",
  listings: "listing",
  observations: "indicator_result",
  targets: "target",
  evaluations: "evaluation",
  references: "reference",
  costs: "cost",
  activities: "activity",
  corrections: "correction",
};
const inCodes: Readonly<Partial<Record<TableWithDetails, string>>> = {
  observations: "observation",
  evaluations: "evaluation_observation",
  references: "reference_observation",
  costs: "cost_observation",
  activities: "activity_observation",
};

/** The records of each table in the JSON of the dataset. */
const inJson: Readonly<Record<TableWithDetails, (json: DatasetJson) => readonly object[]>> = {
  indicators: ({ indicators }) => indicators,
  nodes: ({ nodes }) => nodes,
  levels: ({ levels }) => levels,
  placements: ({ nodes }) => nodes.flatMap(({ placements }) => placements),
  sections: ({ sections }) => sections,
  units: ({ units }) => units,
  breakdowns: ({ breakdowns }) => breakdowns,
  indicatorKinds: ({ indicatorKinds }) => indicatorKinds,
  listings: ({ listings }) => listings,
  observations: ({ indicators }) =>
    indicators.flatMap(({ years }) =>
      years.filter(({ year }) => year === 2024).flatMap((one) => one.observations),
    ),
  breaks: ({ indicators }) => indicators.flatMap(({ breaks = [] }) => breaks),
  targets: ({ indicators }) =>
    indicators.flatMap(({ targets = [] }) => targets.flatMap((one) => [one, ...(one.earlier ?? [])])),
  grades: ({ grades = [] }) => grades,
  evaluations: ({ evaluations = [] }) => evaluations,
  references: ({ references = [] }) => references,
  costs: ({ costs = [] }) => costs,
  activities: ({ activities }) => activities,
  corrections: ({ corrections }) => corrections,
  releases: ({ releases }) => releases,
};

function put(file: string, rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  writeFileSync(join(data, file), `${rows.map(line).join("\r\n")}\r\n`);
}

beforeAll(async () => {
  cpSync(fileURLToPath(new URL("../cities/plans/data", import.meta.url)), data, { recursive: true });
  cpSync(join(data, "observations"), join(data, "activities"), { recursive: true });
  for (const file of readdirSync(join(data, "activities")))
    if (file !== "2024.csv") put(`activities/${file}`, [activityHeader]);
  put("activities/2024.csv", [
    activityHeader,
    ["A0001", "J01", "1", "講座", "", "", "", "", "12", "U01", "", "", "", "", "確定", "", "SR01", "4", ""],
  ]);
  put("corrections.csv", [
    ["ID", "日付", "対象ID", "項目", "訂正前", "訂正後", "理由"],
    ["C0001", "2025-08-01", "K0001", "備考", "前", "後", "誤り"],
  ]);
  for (const [table, file] of Object.entries(files)) {
    const [header = [], ...rows] = parse(readFileSync(join(data, file)), { bom: true }) as string[][];
    const cells = cellsOf(table);
    put(file, [[...header, ...Object.keys(cells)], ...rows.map((row) => [...row, ...Object.values(cells)])]);
  }
  await publishInto(out, data);
  graph = new Store();
  graph.load(text(`${code}_dataset.nt`), { format: "application/n-triples" });
});

const activityHeader =
  "ID,事業ID,順序,内容,内容_英語,英語_根拠,内訳,内訳_英語,実績値,単位ID,限定,時期,合計ID,指標ID,読取状況,備考,出典ID,頁,取組実績".split(
    ",",
  );

test("the trial has a column of every table", () => {
  expect(Object.keys(files).sort()).toEqual([...tablesWithDetails].sort());
  for (const table of tablesWithDetails) {
    expect(detailsIn(table).map(([key]) => key)).toEqual(
      expect.arrayContaining(["trialWords", "trialNumber", "trialChoice"]),
    );
    expect(existsSync(join(data, files[table]))).toBe(true);
  }
});

test.each(tablesWithDetails)("%s has it in the JSON, record by record", (table) => {
  const records = inJson[table](JSON.parse(text(`${code}_dataset.json`)) as DatasetJson);
  expect(records.length).toBeGreaterThan(0);
  const said = { trialWords: `${table}の言葉`, trialNumber: 7, trialChoice: "second" };
  for (const record of records) expect(record).toMatchObject(said);
});

test.each(Object.entries(inWords))("%s has it in the published table %s", async (table, published) => {
  const [header = [], ...rows] = await publishedRows(city, published);
  for (const [name, cell] of Object.entries(cellsOf(table))) {
    const at = header.indexOf(name);
    expect(at, name).toBeGreaterThan(0);
    expect(rows.map((row) => row[at])).toContain(cell);
  }
});

test.each(Object.entries(inCodes))("%s has it in the coded table %s", async (_, coded) => {
  const [header = [], ...rows] = await publishedRows(city, coded);
  const at = header.findIndex((name) => name.startsWith("trial_choice"));
  expect(rows.map((row) => row[at])).toContain("second");
});

// A release is no resource of the graph.
test.each(tablesWithDetails.filter((table) => table !== "releases"))(
  "%s has it in the graph, by properties that the vocabulary defines",
  (table) => {
    const said = graph.query(`
      PREFIX def: <https://hinagata.example/shihyo/def/#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      ASK {
        ?record def:trialWordsOf${table} "${table}の言葉"@ja ;
          def:trialNumberOf${table} 7 ;
          def:trialChoiceOf${table} def:trialChoiceOf${table}-second .
        def:trialWordsOf${table} rdfs:label "言葉（${table}）"@ja .
        def:trialChoiceOf${table}-second a def:Choice .
      }`);
    expect(said).toBe(true);
  },
);

test.each([...Object.values(inWords), ...Object.values(inCodes)])(
  "%s says nothing by its CSVW that the graph does not",
  async (table) => {
    const triples = await csvwTriples(city, table);
    expect(triples.filter((triple) => triple.includes("#trial")).length).toBeGreaterThan(0);
    expect(triples.filter((triple) => !graph.query(`ASK { ${triple} }`))).toEqual([]);
  },
);

test("the cubes have it as attributes and hold all constraints", () => {
  const turtle = text(`${code}_dataset.ttl`);
  expect(violations([turtle])).toEqual([]);
  for (const cube of ["numbers", "states", "targets", "evaluations", "references", "costs", "activities"]) {
    const [structure = ""] =
      turtle.match(new RegExp(`\\n\\S*${cube}-structure[^\\n]*\\n[\\s\\S]*?\\.\\n`)) ?? [];
    expect(structure, cube).toMatch(/-trial(W|_w)ords/);
  }
});

test.each([
  ["indicators/K0011/index.html", ["indicators", "listings", "observations", "breaks"]],
  ["indicators/K0001/index.html", ["targets", "corrections"]],
] as const)("%s shows it", (path, tables) => {
  const page = text(path);
  for (const table of tables) expect(page, table).toContain(`${table}の言葉`);
});

test.each([
  ["nodes", /^(?!indicators|periods|def)/],
  ["evaluations", /./],
  ["references", /./],
  ["costs", /./],
  ["grades", /./],
  ["activities", /./],
  ["units", /^units/],
  ["sections", /^sections/],
  ["breakdowns", /^breakdowns/],
  ["levels", /^def/],
  ["indicatorKinds", /^def/],
] as const)("%s: a page shows it", (table, where) => {
  const pages = (readdirSync(out, { recursive: true }) as string[]).filter(
    (path) => path.endsWith("index.html") && where.test(path),
  );
  expect(pages.some((path) => text(path).includes(`${table}の言葉`))).toBe(true);
});
