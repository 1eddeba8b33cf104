// SDMX, JSON-stat, Croissant and RDF/XML say what the tables and the graph say, by the rules of each standard.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { DataFactory, Store } from "n3";
import { Store as TripleStore } from "oxigraph";
import ShaclValidator from "rdf-validate-shacl";
import { Validator } from "shacl-engine";
import { beforeAll, describe, expect, test } from "vitest";
import { type Published, publishedGraphCity } from "../support/published.ts";
import { nQuads, parseNTriples, parseTurtle } from "../support/rdf.ts";

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

  test("the structure is one and the same in JSON and in XML", async () => {
    const xml = await file("dataset.sdmx.xml");
    const { codelists, conceptSchemes, dataStructures } = await structure();
    const idsIn = (element: string) =>
      [...xml.matchAll(new RegExp(`<str:${element} id="([^"]+)"`, "g"))].map(([, id]) => id);
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    expect(idsIn("Codelist")).toEqual(ids(codelists));
    expect(idsIn("Code")).toEqual(codelists.flatMap(({ codes }: { codes: Component[] }) => ids(codes)));
    expect(idsIn("Concept")).toEqual(ids(conceptSchemes[0].concepts));
    const { dimensionList, attributeList } = dataStructures[0].dataStructureComponents;
    expect(idsIn("Dimension")).toEqual(ids(dimensionList.dimensions));
    expect(idsIn("Attribute")).toEqual(ids(attributeList.attributes));
  });

  const pythonWith = (modules: string) =>
    [process.env.SHIHYO_PYTHON, "python3"].find(
      (one) => one !== undefined && spawnSync(one, ["-c", `import ${modules}`]).status === 0,
    );
  const readBy = async (python: string | undefined, script: string, structureFile: string) => {
    const names = ["dataset.sdmx.csv", structureFile].map((name) =>
      join(city.folder, `${city.code}_${name}`),
    );
    return Number(execFileSync(python ?? "", ["-c", script, ...names], { encoding: "utf8" }));
  };

  const pysdmx = pythonWith("pysdmx, pandas");
  test.skipIf(!pysdmx).each(["dataset.sdmx.json", "dataset.sdmx.xml"])(
    "pysdmx reads the data by %s (where it is installed)",
    async (name) => {
      const script = `
import sys
from pysdmx.io import get_datasets
data, = get_datasets(sys.argv[1], sys.argv[2], validate=False)
print(len(data.data))
`;
      expect(await readBy(pysdmx, script, name)).toBe((await rowsOf("observation.csv")).length);
    },
  );

  const sdmx1 = pythonWith("sdmx");
  test.skipIf(!sdmx1)("sdmx1 reads the data by the SDMX-ML structure (where it is installed)", async () => {
    const script = `
import sys, sdmx
flow = sdmx.read_sdmx(sys.argv[2]).dataflow["RESULTS"]
data = sdmx.read_sdmx(sys.argv[1], structure=flow.structure).data
print(len(data[0].obs))
`;
    expect(await readBy(sdmx1, script, "dataset.sdmx.xml")).toBe((await rowsOf("observation.csv")).length);
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

test("the collection of JSON-stat has each indicator's own numbers, one dense cube for each", async () => {
  const whole = JSON.parse(await file("indicators.json-stat.json"));
  expect([whole.version, whole.class]).toEqual(["2.0", "collection"]);
  const rows = await rowsOf("observation.csv");
  const said: string[] = [];
  for (const { class: kind, id, size, dimension, value } of whole.link.item) {
    expect([kind, ...id]).toEqual(["dataset", "indicator", "breakdown", "year"]);
    const categories = (name: string) => dimension[name].category.index as string[];
    const [indicator] = categories("indicator");
    const parts = categories("breakdown");
    const years = categories("year");
    expect(size).toEqual([1, parts.length, years.length]);
    for (const [at, number] of Object.entries(value)) {
      const part = parts[Math.floor(Number(at) / years.length)];
      said.push([indicator, part, years[Number(at) % years.length], number].join(" "));
    }
  }
  const numbers = rows.filter((row) => row.value !== "");
  expect(said.sort()).toEqual(
    numbers
      .map((row) => [row.indicator, row.breakdown, row.period?.slice(2), Number(row.value)].join(" "))
      .sort(),
  );
});

describe("cube.link", () => {
  /** By two engines: the closed shape that the file brings itself, for each of its observations. */
  const conforms = async (text: string, cube: string, changed = text) => {
    const target = `\n<${city.base}def/#${cube}-constraint> sh:targetClass cube:Observation .\n`;
    const shape = new Store(parseTurtle(text + target));
    const data = new Store(parseTurtle(changed));
    const one = await new Validator(shape, { factory: DataFactory }).validate({ dataset: data });
    const other = await new ShaclValidator(shape).validate(data);
    expect(one.conforms).toBe(other.conforms);
    return one.conforms;
  };

  test.each(["numbers", "states"])("every observation of %s is of its closed shape", async (cube) => {
    const text = await file(`${cube}.cube.ttl`);
    expect(await conforms(text, cube)).toBe(true);
    const without = text.replace(/\n {2}def:breakdown [^;]+ ;/, "");
    expect(without).not.toBe(text);
    expect(await conforms(text, cube, without)).toBe(false);
    const further = text.replace(" a cube:Observation ;", ' a cube:Observation ;\n  rdfs:comment "x" ;');
    expect(await conforms(text, cube, further)).toBe(false);
  });

  test.each(["numbers", "states"])("of %s nothing is said that the graph does not say", async (cube) => {
    const graph = new Set(nQuads(parseNTriples(await file("dataset.nt"))).split("\n"));
    const isOfCube = /cube\.link/;
    const quads = parseTurtle(await file(`${cube}.cube.ttl`));
    const observations = new Set(
      quads
        .filter(({ object }) => object.value === "https://cube.link/Observation")
        .map(({ subject }) => subject.value),
    );
    const lines = nQuads(quads.filter(({ subject }) => observations.has(subject.value)))
      .split("\n")
      .filter((line) => line !== "" && !isOfCube.test(line));
    expect(lines.length).toBeGreaterThan(observations.size * 8);
    expect(lines.filter((line) => !graph.has(line))).toEqual([]);
    const rows = (await rowsOf("observation.csv")).filter((row) => row.dataset === cube);
    expect([...observations].sort()).toEqual(rows.map((row) => row.uri).sort());
  });
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
    const store = new TripleStore();
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
