// SDMX, JSON-stat, Croissant and RDF/XML say what the tables and the graph say, by the rules of each standard.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { Store } from "oxigraph";
import { beforeAll, describe, expect, test } from "vitest";
import { type Published, publishedGraphCity } from "../support/published.ts";

let city: Published;
beforeAll(async () => {
  city = await publishedGraphCity();
});

const file = (name: string) => city.read(`${city.code}_${name}`);
const rowsOf = async (name: string) =>
  parse(await file(name), { bom: true, columns: true }) as Record<string, string>[];

describe("SDMX", () => {
  interface Component {
    readonly id: string;
    readonly localRepresentation: { readonly enumeration?: string };
  }
  const structure = async () => JSON.parse(await file("dataset.sdmx.json")).data;

  test("every observation is a row, each cell a code of its list, each dimension filled", async () => {
    const rows = await rowsOf("dataset.sdmx.csv");
    const coded = await rowsOf("observation.csv");
    expect(rows.length).toBe(coded.length);
    expect(rows.map((row) => row.OBS_VALUE !== "")).toEqual(coded.map((row) => row.value !== ""));
    const { codelists, dataStructures } = await structure();
    const { dimensionList, attributeList, measureList } = dataStructures[0].dataStructureComponents;
    const dimensions: Component[] = dimensionList.dimensions;
    const named = [
      ...dimensions,
      dimensionList.timeDimension,
      ...measureList.measures,
      ...attributeList.attributes,
    ];
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "STRUCTURE",
      "STRUCTURE_ID",
      "ACTION",
      ...named.map(({ id }) => id),
    ]);
    for (const { id, localRepresentation } of named as Component[]) {
      const list = /:(CL_[A-Z_]+)\(/.exec(localRepresentation.enumeration ?? "")?.[1];
      if (list === undefined) continue;
      const found = (codelists as { id: string; codes: { id: string }[] }[]).find((one) => one.id === list);
      const codes = new Set(found?.codes.map((code) => code.id));
      expect(
        rows.filter((row) => row[id] !== "" && !codes.has(row[id] ?? "")),
        id,
      ).toEqual([]);
    }
    const keys = rows.map((row) => JSON.stringify([...dimensions.map(({ id }) => row[id]), row.TIME_PERIOD]));
    expect(new Set(keys).size).toBe(rows.length);
    expect(rows.filter((row) => dimensions.some(({ id }) => row[id] === ""))).toEqual([]);
  });

  const python = [process.env.SHIHYO_PYTHON, "python3"].find(
    (one) => one !== undefined && spawnSync(one, ["-c", "import pysdmx, pandas"]).status === 0,
  );
  test.skipIf(!python)("pysdmx reads both (where it is installed)", async () => {
    const script = `
import sys
from pysdmx.io import get_datasets
data, = get_datasets(sys.argv[1], sys.argv[2], validate=False)
print(len(data.data))
`;
    const names = ["dataset.sdmx.csv", "dataset.sdmx.json"].map((name) =>
      join(city.folder, `${city.code}_${name}`),
    );
    const out = execFileSync(python ?? "", ["-c", script, ...names], { encoding: "utf8" });
    expect(Number(out)).toBe((await rowsOf("observation.csv")).length);
  });
});

test("JSON-stat has the numbers of the table, each at its place, and no number where there is none", async () => {
  const { id, size, dimension, value, status } = JSON.parse(await file("dataset.json-stat.json"));
  expect(id).toEqual(["indicator", "breakdown", "year"]);
  const places = (id as string[]).map((name) => dimension[name].category.index as string[]);
  expect(size).toEqual(places.map((codes) => codes.length));
  const rows = await rowsOf("observation.csv");
  for (const row of rows) {
    const keys = [row.indicator, row.breakdown, row.period?.slice(2)];
    const at = keys.reduce(
      (index, key, dim) => index * size[dim] + (places[dim] ?? []).indexOf(key ?? ""),
      0,
    );
    expect(value[at], row.uri).toBe(row.value === "" ? undefined : Number(row.value));
    expect(status[at]?.replace("?", ""), row.uri).toBe(row.status);
  }
  expect(Object.keys(value).length).toBe(rows.filter((row) => row.value !== "").length);
});

test("Croissant names every table with its hash, and every column as it stands in the CSV", async () => {
  const { name, version, citeAs, distribution, recordSet } = JSON.parse(await city.read("croissant.json"));
  expect(name).toMatch(/^[a-z0-9-]+$/);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(citeAs).not.toBe("");
  const headers = new Map<string, string[]>();
  for (const { "@id": path, sha256 } of distribution) {
    const bytes = await readFile(join(city.folder, path));
    expect(createHash("sha256").update(bytes).digest("hex"), path).toBe(sha256);
    headers.set(path, (parse(bytes, { bom: true, to_line: 1 }) as string[][])[0] ?? []);
  }
  expect(recordSet.length).toBe(distribution.length);
  for (const { field } of recordSet) {
    const path = field[0].source.fileObject["@id"];
    const columns = field.map(
      (one: { source: { extract: { column: string } } }) => one.source.extract.column,
    );
    expect(columns).toEqual(headers.get(path));
  }
});

test("RDF/XML is the same catalogue as Turtle", async () => {
  const triples = async (path: string, format: string) => {
    const store = new Store();
    store.load(await city.read(path), { format });
    return new Set(
      store.match(null, null, null, null).map((quad: { toString(): string }) => quad.toString()),
    );
  };
  const turtle = await triples("catalog.ttl", "text/turtle");
  expect(turtle.size).toBeGreaterThan(100);
  expect(await triples("catalog.rdf", "application/rdf+xml")).toEqual(turtle);
  expect(await triples("catalog/data.rdf", "application/rdf+xml")).toEqual(turtle);
});
