// What a table says by its CSVW the graph says too, and counting in the graph gives what counting in the CSV gives.

import type { DatasetJson } from "@shihyo/core";
import { publishedTables } from "@shihyo/publisher";
import { Store } from "oxigraph";
import { beforeAll, describe, expect, test } from "vitest";
import { type Column, csvwTriples, publishedRows } from "../support/csvw-triples.ts";
import { type Published, publishedGraphCity, publishedTown } from "../support/published.ts";

let city: Published;
let store: Store;
async function open(published: () => Promise<Published>): Promise<void> {
  city = await published();
  store = new Store();
  store.load(await city.read(`${city.code}_dataset.ttl`), { format: "text/turtle" });
}

const rowsOf = (table: string) => publishedRows(city, table);

const everywhere = publishedTables.map(({ name }) => name);
const reported = [
  ...["evaluation", "reference", "cost"].flatMap((name) => [name, `${name}_observation`]),
  "earlier_print",
];

describe.each([
  ["a small city", publishedGraphCity, everywhere],
  ["a town with evaluations, values of elsewhere and costs", publishedTown, [...everywhere, ...reported]],
] as const)("the CSVW of %s", (_name, published, tables) => {
  beforeAll(() => open(published));

  test.each(tables)("of %s says nothing that the graph does not", async (name) => {
    const triples = await csvwTriples(city, name);
    const rows = await rowsOf(name);
    // The table for reading has the columns of its contract, none of which is an address: it names nothing.
    if (rows.length > 1 && name !== "indicator_comparison") expect(triples.length).toBeGreaterThan(0);
    expect(triples.filter((triple) => !store.query(`ASK { ${triple} }`))).toEqual([]);
  });

  test("names the cubes whose observations the rows are, or the dataset they are a part of", async () => {
    for (const name of tables) {
      const metadata = JSON.parse(await city.read(`${city.code}_${name}.csv-metadata.json`));
      const named = [metadata["dc:isFormatOf"] ?? metadata["dc:isPartOf"]].flat().map((one) => one["@id"]);
      expect(named.length, name).toBeGreaterThan(0);
      for (const iri of named) {
        expect(store.query(`ASK { { <${iri}> ?p ?o } UNION { ?s ?p <${iri}> } }`), iri).toBe(true);
      }
    }
  });
});

/** Columns that are the row's own address, or that the row of another thing says. */
const ofOthers =
  /^(全国地方公共団体コード|地方公共団体名|ID|URI|事業名|年度_和暦|項目名|親項目名|表示名|指標名|再掲|見直し前の目標|見直し前の出典)$/u;

const names = "prefLabel|altLabel|title";
/** What says in the graph what a column says whose CSVW does not: the last word of one property or another. */
const saidBy: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  indicator: {
    名称: names,
    名称_英語: names,
    英語_根拠: "translation",
    指標区分: "indicatorKind",
    単位: "unit",
    期間区分: "periodKind",
    集計区分: "aggregation",
    望ましい方向: "direction",
    望ましい方向_根拠: "directionBasis",
    読取状況: "reading",
    よみ_根拠: "kanaSource",
    値の形: "numberShape",
    調査周期: "surveyCycle",
    共通指標_一致: "commonMatch",
  },
  unit: { 英語_根拠: "translation", 種別: "unitKind", QUDT: "exactMatch" },
  node: {
    種別: "level|type",
    名称: names,
    名称_英語: names,
    英語_根拠: "translation",
    読取状況: "reading",
    所管: "section",
    分野: "field",
    説明: "summary|description",
    説明_英語: "summary|description",
    説明_根拠: "summary|description",
    よみ_根拠: "kanaSource",
  },
  placement: { 項目ID: "places", 親ID: "under" },
  listing: { 掲載先ID: "under", 主な取組ID: "underInitiative", 上位ID: "underInitiative" },
  target: {
    指標ID: "indicator",
    目標年度: "refPeriod",
    目標区分: "targetScope",
    目標状況: "words",
    // Of a target in words, by its indicator.
    単位: "unitMeasure|indicator",
    目標の向き: "targetBound",
    目標値_上限: "targetUpper",
    基準年度: "basePeriod",
    基準年度_表記: "basePeriodText",
    基準値: "baseValue",
    基準状況: "baseWords",
    達成率の算出式: "achievementFormula",
    評価: "grade",
    評価体系: "gradeScheme",
    備考: "comment",
    出典: "wasDerivedFrom",
    出典_頁: "page",
  },
  correction: { 対象ID: "corrects" },
  activity: {
    事業ID: "project",
    英語_根拠: "translation",
    単位: "unitMeasure",
    限定: "qualifier",
    時点: "asOf",
    時期: "periodStart",
    合計ID: "partOf",
    読取状況: "reading",
    出典: "wasDerivedFrom",
  },
};

describe.each([
  ["a small city", publishedGraphCity],
  ["a town with three plans", publishedTown],
] as const)("the graph of %s", (_name, published) => {
  beforeAll(() => open(published));

  test.each(Object.keys(saidBy))("says every column that has a cell of the table %s", async (table) => {
    const metadata = JSON.parse(await city.read(`${city.code}_${table}.csv-metadata.json`));
    const { columns } = metadata.tableSchema as { columns: Column[] };
    const [header = [], ...rows] = await rowsOf(table);
    const address = header.indexOf("URI");
    const missing = header.flatMap((column, at) => {
      if (columns[at]?.propertyUrl || ofOthers.test(column)) return [];
      const property = saidBy[table]?.[column];
      const row = rows.find((one) => (one[at] ?? "") !== "" && !says(one[address] ?? "", property));
      return row ? [`${column}: ${row[at]}`] : [];
    });
    expect(missing).toEqual([]);
  });
});

/** Whether a thing has a property with this last word. */
function says(subject: string, property: string | undefined): boolean {
  return (
    property !== undefined &&
    store.query(`ASK { <${subject}> ?p ?o FILTER(REGEX(STR(?p), "[#/](${property})$")) }`) === true
  );
}

describe("the graph of a town with surveys, revised prints and targets", () => {
  beforeAll(() => open(publishedTown));

  test("says what the JSON says of the survey before, of earlier prints, and of what was reached", async () => {
    const { indicators } = JSON.parse(await city.read(`${city.code}_dataset.json`)) as DatasetJson;
    const prefixes = `PREFIX def: <${city.base}def/#> PREFIX dct: <http://purl.org/dc/terms/>`;
    const value = (subject: string, property: string) => {
      const [found] = store.query(`${prefixes} SELECT ?o { <${subject}> ${property} ?o }`) as Map<
        string,
        { value: string }
      >[];
      return found?.get("o")?.value;
    };
    const told = { surveys: 0, prints: 0, reached: 0 };
    for (const { id, years, targets = [] } of indicators) {
      for (const { year, sinceSurvey, reached, observations } of years) {
        const whole = observations.find(({ breakdown }) => breakdown === undefined);
        if (sinceSurvey) {
          expect(Number(value(whole!.iri, "def:changeSinceSurvey")), id).toBe(Number(sinceSurvey.difference));
          expect(value(whole!.iri, "def:surveyBefore")).toMatch(new RegExp(`#FY${sinceSurvey.year}$`));
          told.surveys += 1;
        }
        for (const { iri, earlierPrints = [] } of observations) {
          const found = store.query(
            `${prefixes} SELECT ?print { ?print dct:isReplacedBy <${iri}> }`,
          ) as unknown[];
          expect(found.length, iri).toBe(earlierPrints.length);
          told.prints += earlierPrints.length;
        }
        if (reached === undefined) continue;
        const target = targets.find((one) => one.year === year && one.scope !== "base");
        expect(value(target!.iri, "def:reached"), id).toBe(String(reached));
        told.reached += 1;
      }
    }
    expect(Object.values(told).every((count) => count > 0)).toBe(true);
  });
});

describe("the graph of a small city", () => {
  beforeAll(() => open(publishedGraphCity));

  test("a query that counts indicators below each goal gives the CSV's numbers", async () => {
    const answers = store.query(`
    PREFIX def: <${city.base}def/#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?name (COUNT(DISTINCT ?indicator) AS ?count) WHERE {
      ?listing def:below ?goal ; def:lists ?indicator . ?goal a def:Goal ; skos:prefLabel ?name
      FILTER(LANG(?name) = "ja") } GROUP BY ?name`) as Map<string, { value: string }>[];
    const [header = [], ...rows] = await rowsOf("indicator_comparison");
    const counted = new Map<string, Set<string>>();
    for (const row of rows) {
      const [goal = "", indicator = ""] = ["基本目標", "指標ID"].map(
        (name) => row[header.indexOf(name)] ?? "",
      );
      if (goal !== "" && indicator !== "") counted.set(goal, (counted.get(goal) ?? new Set()).add(indicator));
    }
    const byQuery = answers.map((answer) => [answer.get("name")?.value, Number(answer.get("count")?.value)]);
    expect(byQuery.length).toBeGreaterThan(0);
    expect(new Map(byQuery as [string, number][])).toEqual(
      new Map([...counted].map(([goal, indicators]) => [goal, indicators.size])),
    );
  });

  test("the catalogue names every cube of the graph", async () => {
    const catalogue = new Store();
    catalogue.load(await city.read("catalog.ttl"), { format: "text/turtle" });
    const cubes = store.query("SELECT ?c { ?c a <http://purl.org/linked-data/cube#DataSet> }") as Map<
      string,
      { value: string }
    >[];
    expect(cubes.length).toBeGreaterThan(1);
    for (const cube of cubes) {
      const iri = cube.get("c")?.value;
      expect(catalogue.query(`ASK { ?d <http://purl.org/dc/terms/hasPart> <${iri}> }`), iri).toBe(true);
    }
  });
});
