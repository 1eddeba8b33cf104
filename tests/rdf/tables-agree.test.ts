// What a table says by its CSVW the graph says too, and counting in the graph gives what counting in the CSV gives.

import { publishedTables } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import { Store } from "oxigraph";
import { beforeAll, describe, expect, test } from "vitest";
import { type Published, publishedGraphCity, publishedTown } from "../support/published.ts";

interface Column {
  readonly name: string;
  readonly datatype?: string;
  readonly lang?: string;
  readonly propertyUrl?: string;
  readonly valueUrl?: string;
  readonly suppressOutput?: boolean;
  readonly virtual?: boolean;
}

let city: Published;
let store: Store;
async function open(published: () => Promise<Published>): Promise<void> {
  city = await published();
  store = new Store();
  store.load(await city.read(`${city.code}_dataset.ttl`), { format: "text/turtle" });
}

const rowsOf = async (table: string) =>
  parse(await city.read(`${city.code}_${table}.csv`), { bom: true }) as string[][];

/** As https://www.w3.org/TR/csv2rdf/ has it for the few things that our documents use; templates are filled by column names. */
async function triplesOf(table: string): Promise<string[]> {
  const metadata = JSON.parse(await city.read(`${city.code}_${table}.csv-metadata.json`));
  const { columns, aboutUrl } = metadata.tableSchema as { columns: Column[]; aboutUrl: string };
  const [, ...rows] = await rowsOf(table);
  return rows.flatMap((row) => {
    const cells = new Map(columns.map(({ name }, index) => [name, row[index] ?? ""]));
    const fill = (template: string) =>
      template.replace(/\{(\+?)([^}]+)\}/g, (_, whole: string, name: string) => {
        const cell = cells.get(name) ?? "";
        return whole ? cell : encodeURIComponent(cell);
      });
    return columns.flatMap(({ name, propertyUrl, valueUrl, suppressOutput, virtual, lang, datatype }) => {
      const cell = cells.get(name) ?? "";
      if (suppressOutput || (cell === "" && !virtual) || !propertyUrl) return [];
      const literal = JSON.stringify(cell);
      const object = valueUrl
        ? `<${fill(valueUrl)}>`
        : datatype === "string" && lang
          ? `${literal}@${lang}`
          : `${literal}^^<http://www.w3.org/2001/XMLSchema#${datatype}>`;
      return [`<${fill(aboutUrl)}> <${propertyUrl}> ${object}`];
    });
  });
}

const everywhere = publishedTables.map(({ name }) => name);
const reported = ["evaluation", "reference", "cost"].flatMap((name) => [name, `${name}_observation`]);

describe.each([
  ["a small city", publishedGraphCity, everywhere],
  ["a town with evaluations, values of elsewhere and costs", publishedTown, [...everywhere, ...reported]],
] as const)("the CSVW of %s", (_name, published, tables) => {
  beforeAll(() => open(published));

  test.each(tables)("of %s says nothing that the graph does not", async (name) => {
    const triples = await triplesOf(name);
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
