// The CSVW beside every table: the coded table, read by a processor that is not ours, gives the observations as our Turtle has them.

import { createReadStream } from "node:fs";
import { join } from "node:path";
import { publishedTables } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { type Quad, Store } from "n3";
import CsvwParser from "rdf-parser-csvw";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type Published,
  publishedGraphCity,
  publishedRealCity,
  publishedTown,
} from "../support/published.ts";
import { canonical, parseNTriples, parseTurtle } from "../support/rdf.ts";

const csvw = "http://www.w3.org/ns/csvw#";

/** What of http://www.w3.org/ns/csvw our documents use, so that no test needs the network. */
const context = {
  "@vocab": csvw,
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dc: "http://purl.org/dc/terms/",
  url: { "@id": `${csvw}url`, "@type": "@id" },
  titles: { "@id": `${csvw}title`, "@container": "@language" },
  columns: { "@id": `${csvw}column`, "@container": "@list" },
  datatype: { "@id": `${csvw}datatype`, "@type": "@vocab" },
};

interface Column {
  readonly name: string;
  readonly titles?: Readonly<Record<string, string | readonly string[]>>;
  readonly datatype?: string;
  readonly required?: boolean;
  readonly propertyUrl?: string;
  readonly lang?: string;
}

interface Metadata {
  readonly "@context": readonly [string, object];
  readonly url: string;
  readonly dialect: Readonly<Record<string, unknown>>;
  readonly tableSchema: {
    readonly aboutUrl?: string;
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly columnReference: string;
      readonly reference: { readonly resource: string; readonly columnReference: string };
    }[];
    readonly columns: readonly (Column & { readonly virtual?: boolean })[];
  };
}

/** The metadata as RDF, which rdf-parser-csvw asks for. */
async function metadataStore(metadata: Metadata): Promise<Store> {
  const columns = metadata.tableSchema.columns.map((column) => ({
    ...column,
    ...(column.datatype ? { datatype: `xsd:${column.datatype}` } : {}),
  }));
  const document = {
    ...metadata,
    "@context": context,
    tableSchema: { ...metadata.tableSchema, columns },
  };
  const nQuads = await jsonld.toRDF(document, { format: "application/n-quads", base: "https://x.example/" });
  return new Store(parseNTriples(nQuads));
}

async function observationsByCsvw(city: Published, table: string): Promise<Quad[]> {
  const file = `${city.code}_${table}.csv`;
  const metadata = await metadataStore(JSON.parse(await city.read(`${file}-metadata.json`)));
  const parser = new CsvwParser({ metadata, baseIRI: city.base + file });
  const quads: Quad[] = [];
  for await (const quad of parser.import(createReadStream(join(city.folder, file)))) quads.push(quad);
  // Standard mode adds what a table and a row are, which is no part of an observation.
  return quads.filter(({ subject }) => subject.termType === "NamedNode");
}

const everywhere = publishedTables.map(({ name }) => name);
const cube = "http://purl.org/linked-data/cube#";

/** What only some cities have, and whose coded tables are cubes of their own. */
const reported = ["evaluation", "reference", "cost"];
const town = [...everywhere, "earlier_print", ...reported, ...reported.map((name) => `${name}_observation`)];

/** Coded tables whose rows are, all or some, no observations: by their class. */
const classes: Readonly<Record<string, string>> = {
  activity_observation: "Activity",
  earlier_print: "EarlierPrint",
};

describe.each([
  ["the real city", publishedRealCity, [...everywhere, "activity_observation"]],
  ["a small city", publishedGraphCity, everywhere],
  ["a town with evaluations, values of elsewhere and costs", publishedTown, town],
] as const)("the tables of %s", (_name, publishedCity, tables) => {
  let city: Published;
  const metadataOf = async (name: string) =>
    JSON.parse(await city.read(`${city.code}_${name}.csv-metadata.json`)) as Metadata;
  const rowsOf = async (name: string) =>
    parse(await city.read(`${city.code}_${name}.csv`), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
  beforeAll(async () => {
    city = await publishedCity();
  });

  test.each(tables.filter((name) => name.endsWith("observation") || name in classes))(
    "%s gives the triples of every observation of its cubes, no more and no fewer, by rdf-parser-csvw",
    async (name) => {
      const quads = parseTurtle(await city.read(`${city.code}_dataset.ttl`));
      const metadata = JSON.parse(await city.read(`${city.code}_${name}.csv-metadata.json`));
      const named = (metadata["dc:isFormatOf"] ?? []) as { "@id": string }[];
      const cubes = new Set(named.map((one) => one["@id"]));
      // What a project did without a figure is no observation; it stands in its table all the same.
      const isRow = ({ predicate, object }: Quad) =>
        (predicate.value === `${cube}dataSet` && cubes.has(object.value)) ||
        (name in classes && object.value === `${city.base}def/#${classes[name]}`);
      const observations = new Set(quads.filter(isRow).map(({ subject }) => subject.value));
      const ours = quads.filter(({ subject }) => observations.has(subject.value));
      expect(ours.length).toBeGreaterThan({ observation: 100, earlier_print: 10 }[name] ?? 50);
      expect(await canonical(await observationsByCsvw(city, name))).toBe(await canonical(ours));
    },
  );

  test.each(tables)("%s: the metadata is the table's own", async (name) => {
    const metadata = await metadataOf(name);
    const text = await city.read(metadata.url);
    const [header = []] = parse(text, { bom: true, to_line: 1 }) as string[][];
    const { columns, primaryKey } = metadata.tableSchema;
    const real = columns.filter(({ virtual }) => !virtual);
    expect(real.map(({ titles, name: own }) => [titles?.ja, titles?.en, own].flat())).toEqual(
      header.map((cell) => expect.arrayContaining([cell])),
    );
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
    for (const column of columns) {
      // CSVW: a name is a URI template's variable, so ASCII or percent-encoded, and begins with no underscore.
      expect(column.name).toMatch(/^(?:[A-Za-z0-9]|%[0-9A-F]{2})(?:[A-Za-z0-9_]|%[0-9A-F]{2})*$/);
      if (column.propertyUrl) expect(column.propertyUrl).toMatch(/^https?:\/\//);
      expect(Object.keys(column.titles ?? { ja: "", en: "" })).toEqual(["ja", "en"]);
    }
    for (const key of primaryKey) expect(columns.map((column) => column.name)).toContain(key);
    expect(metadata.dialect).toMatchObject({ encoding: "utf-8", lineTerminators: ["\r\n"] });
    expect(text.startsWith("\uFEFF")).toBe(true);
  });

  const forms: Readonly<Record<string, RegExp>> = {
    integer: /^-?[0-9]+$/,
    decimal: /^-?[0-9]+(\.[0-9]+)?$/,
    gYear: /^[0-9]{4}$/,
    date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
    anyURI: /^https?:\/\/\S+$/,
    boolean: /^(true|false)$/,
    string: /^[\s\S]*$/,
  };

  test.each(tables)(
    "%s: every cell is of its column's type, required cells are filled, keys are unique",
    async (name) => {
      // By the city's own metadata: the levels of its plan are columns of some tables.
      const { tableSchema } = await metadataOf(name);
      const { columns, primaryKey } = tableSchema;
      const real = columns.filter(({ virtual }) => !virtual);
      const rows = await rowsOf(name);
      const wrong = rows.flatMap((row, index) =>
        real.flatMap(({ name: column, datatype = "", required }) => {
          const header = headerOf(tableSchema, name, column);
          const cell = row[header];
          if (cell === undefined) return [`row ${index + 2} has no ${header}`];
          const fits = cell === "" ? required !== true : forms[datatype]?.test(cell);
          return fits ? [] : [`row ${index + 2}, ${header}: ${cell}`];
        }),
      );
      expect(wrong).toEqual([]);
      const headers = primaryKey.map((key) => headerOf(tableSchema, name, key));
      const keys = rows.map((row) => headers.map((header) => row[header]).join("\u0000"));
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  test("no value has a language beside it: csvlint dies of one, and then holds the table against nothing", async () => {
    for (const name of [
      "csv-metadata.json",
      ...tables.map((one) => `${city.code}_${one}.csv-metadata.json`),
    ]) {
      const found: string[] = [];
      JSON.parse(await city.read(name), (key, value) => {
        if (value?.["@value"] !== undefined && value["@language"] !== undefined) found.push(key);
        return value;
      });
      expect([name, found]).toEqual([name, []]);
    }
  });

  test("the keys between the tables lead to rows that are there", async () => {
    const group = JSON.parse(await city.read("csv-metadata.json")) as { tables: Metadata[] };
    expect(group.tables.map(({ url }) => url)).toEqual(tables.map((name) => `${city.code}_${name}.csv`));
    let followed = 0;
    for (const { url, tableSchema } of group.tables) {
      const header = (schema: Metadata["tableSchema"], file: string, column: string) =>
        headerOf(schema, file, column);
      for (const { columnReference, reference } of tableSchema.foreignKeys ?? []) {
        const target = group.tables.find((table) => table.url === reference.resource);
        if (!target) throw new Error(`${reference.resource} is no table of the group`);
        const from = await column(url, header(tableSchema, url, columnReference));
        const to = new Set(
          await column(target.url, header(target.tableSchema, target.url, reference.columnReference)),
        );
        expect(from.filter((cell) => cell !== "" && !to.has(cell))).toEqual([]);
        followed += from.length;
      }
    }
    expect(followed).toBeGreaterThan(10);
  });

  /** A column's header is its Japanese title, after the one for people where they differ. */
  function headerOf(schema: Metadata["tableSchema"], _file: string, name: string): string {
    const { titles } = schema.columns.find((one) => one.name === name) ?? {};
    return [titles?.ja ?? name].flat().at(-1) ?? name;
  }

  async function column(file: string, header: string): Promise<string[]> {
    const rows = parse(await city.read(file), { bom: true, columns: true }) as Record<string, string>[];
    for (const row of rows) expect(Object.keys(row)).toContain(header);
    return rows.map((row) => row[header] ?? "");
  }

  test("an indicator's own CSV has its rows of the tidy table, byte for byte, and its metadata", async () => {
    const lines = (await city.read(`${city.code}_indicator_result.csv`)).split("\r\n");
    const [header, ...rows] = lines;
    const own = rows.filter((row) => row.includes('"K0003"'));
    expect(await city.read("indicators/K0003/data.csv")).toBe(`${[header, ...own].join("\r\n")}\r\n`);
    const metadata = JSON.parse(await city.read("indicators/K0003/data.csv-metadata.json")) as Metadata;
    expect(metadata.url).toBe("data.csv");
  });
});
