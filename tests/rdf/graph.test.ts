// The graph: one in three notations, without blank nodes, every IRI of ours led to by a file that describes it.

import { execFileSync, spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Store } from "oxigraph";
import { beforeAll, describe, expect, test } from "vitest";
import { writeGraphCity } from "../support/graph-city.ts";
import {
  type Published,
  publishedGraphCity,
  publishedRealCity,
  publishedTown,
} from "../support/published.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { canonical, canonicalJsonLd, nQuads, parseNTriples, parseTurtle } from "../support/rdf.ts";

/** Read by raptor where it is installed. */
const raptor = "rapper";
const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

describe.each([
  ["the real city", publishedRealCity],
  ["a small city", publishedGraphCity],
  ["a town with three plans", publishedTown],
])("the graph of %s", (_name, publishedCity) => {
  let city: Published;
  const file = (ending: string) => city.read(`${city.code}_dataset.${ending}`);
  beforeAll(async () => {
    city = await publishedCity();
  });

  test("Turtle, N-Triples and JSON-LD are one graph", async () => {
    const turtle = await canonical(parseTurtle(await file("ttl")));
    expect(await canonical(parseNTriples(await file("nt")))).toBe(turtle);
    expect(await canonicalJsonLd(JSON.parse(await file("jsonld")))).toBe(turtle);
    expect(turtle.split("\n").length).toBeGreaterThan(500);
  });

  test("has no blank node, and every subject has a type and stands in one block", async () => {
    const text = await file("ttl");
    const quads = parseTurtle(text);
    expect(
      quads.filter(({ subject, object }) => [subject, object].some((term) => term.termType === "BlankNode")),
    ).toEqual([]);
    const typed = new Set(
      quads.filter(({ predicate }) => predicate.value === rdfType).map(({ subject }) => subject.value),
    );
    const untyped = quads.filter(({ subject }) => !typed.has(subject.value));
    expect(untyped.map(({ subject }) => subject.value)).toEqual([]);
    const blocks = text.split("\n").filter((line) => /^(<[^>]+>|[a-z-]+:\S+) a /.test(line));
    expect(blocks.length).toBe(typed.size);
  });

  test("the files beside the pages, taken together, are the graph and the catalogue", async () => {
    const linesOf = (text: string) => nQuads(parseTurtle(text)).split("\n");
    const whole = new Set(linesOf(await file("ttl")));
    const sums = (await city.read("SHA256SUMS")).split("\n").map((line) => line.slice(66));
    const parts = sums.filter((path) => path.endsWith("/data.ttl"));
    const found = new Set<string>();
    for (const [index, path] of parts.entries()) {
      const text = await city.read(path);
      for (const line of linesOf(text)) found.add(line);
      // Reading all JSON-LD takes a minute; every twentieth is enough to see that the writer is the same.
      if (index % 20 > 0) continue;
      const document = JSON.parse(await city.read(path.replace(/ttl$/, "jsonld")));
      expect(await canonicalJsonLd(document)).toBe(await canonical(parseTurtle(text)));
    }
    expect([...whole].filter((line) => !found.has(line))).toEqual([]);
  });

  test("every IRI under the base leads to a page whose Turtle has it as a subject with a type", async () => {
    const quads = [...parseTurtle(await file("ttl")), ...parseTurtle(await city.read("catalog.ttl"))];
    const iris = new Set(
      quads.flatMap(({ subject, predicate, object }) =>
        [subject, predicate, object].flatMap(({ termType, value }) =>
          termType === "NamedNode" && value.startsWith(city.base) ? [value] : [],
        ),
      ),
    );
    const described = new Map<string, Set<string>>();
    const lost: string[] = [];
    for (const iri of iris) {
      const [path = "", fragment] = iri.slice(city.base.length).split("#");
      const page = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      if (!city.has(page)) lost.push(`${iri}: no file ${page}`);
      if (fragment === undefined) continue;
      const sibling = `${path}data.ttl`;
      if (!described.has(sibling)) {
        const subjects = city.has(sibling)
          ? parseTurtle(await city.read(sibling))
              .filter(({ predicate }) => predicate.value === rdfType)
              .map(({ subject }) => subject.value)
          : [];
        described.set(sibling, new Set(subjects));
      }
      if (!described.get(sibling)?.has(iri)) lost.push(`${iri}: not a typed subject of ${sibling}`);
    }
    expect(lost).toEqual([]);
    expect(iris.size).toBeGreaterThan(100);
  });

  test("a page carries its triples as JSON-LD: the same as its Turtle", async () => {
    for (const page of [
      "indicators/K0001/",
      city.has("goals/G01/index.html") ? "goals/G01/" : "visions/V01/",
      "units/U01/",
      "periods/FY2024/",
      "statuses/V04/",
      "breakdowns/_T/",
      "def/",
      "catalog/",
    ]) {
      const html = await city.read(`${page}index.html`);
      const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
        ([, script = ""]) => JSON.parse(script) as { "@graph"?: unknown },
      );
      const graphs = scripts.filter((script) => script["@graph"] !== undefined);
      expect(graphs).toHaveLength(1);
      const turtle = await canonical(parseTurtle(await city.read(`${page}data.ttl`)));
      expect(await canonicalJsonLd(graphs[0] as object)).toBe(turtle);
      expect(html).toMatch(/href="[^"]*data\.ttl"/);
    }
  });

  test("observations without a number stand in the cube of states, and only they", async () => {
    const quads = parseTurtle(await file("ttl"));
    const objects = (end: string) => quads.filter(({ predicate }) => predicate.value.endsWith(end));
    const inCube = (cube: string) =>
      objects("cube#dataSet")
        .filter(({ object }) => object.value === `${city.base}def/#${cube}`)
        .map(({ subject }) => subject.value)
        .sort();
    const others = new Set(["references", "costs", "targets"].flatMap(inCube));
    const ofCubes = new Set(objects("cube#dataSet").map(({ subject }) => subject.value));
    const withValue = objects("measure#obsValue")
      .map(({ subject }) => subject.value)
      .filter((subject) => ofCubes.has(subject) && !others.has(subject));
    const withState = objects("def/#state").map(({ subject }) => subject.value);
    // A project's own figures are numbers as well, in a cube with other dimensions.
    expect([...inCube("numbers"), ...inCube("activities")].sort()).toEqual(withValue.sort());
    expect(inCube("states")).toEqual(withState.sort());
    expect(withState.length).toBeGreaterThan(0);
  });

  test.skipIf(spawnSync(raptor, ["--version"]).status !== 0)("raptor reads as many triples", async () => {
    const counted = spawnSync(
      raptor,
      ["-q", "-i", "turtle", "-o", "ntriples", join(city.folder, `${city.code}_dataset.ttl`)],
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      },
    );
    expect(counted.stderr).toBe("");
    const nt = await file("nt");
    expect(counted.stdout.trim().split("\n").length).toBe(nt.trim().split("\n").length);
  });

  test.skipIf(spawnSync("/usr/bin/python3", ["-c", "import rdflib"]).status !== 0)(
    "rdflib finds Turtle and JSON-LD isomorphic",
    () => {
      const script = `
import sys
from rdflib import Graph
from rdflib.compare import to_isomorphic
a = Graph(); a.parse(sys.argv[1], format="turtle")
b = Graph(); b.parse(sys.argv[2], format="json-ld")
print(len(a), to_isomorphic(a) == to_isomorphic(b))`;
      const paths = ["ttl", "jsonld"].map((ending) => join(city.folder, `${city.code}_dataset.${ending}`));
      const said = execFileSync("/usr/bin/python3", ["-c", script, ...paths], { encoding: "utf8" });
      expect(said).toMatch(/^[0-9]+ True\n$/);
    },
  );
});

describe("what the graph of the small city says", () => {
  const it = (path: string) => `https://data.example.jp/999903/${path}`;
  const objectsOf = async (subject: string, predicate: RegExp) => {
    const city = await publishedGraphCity();
    return parseTurtle(await city.read("999903_dataset.ttl"))
      .filter((quad) => quad.subject.value === it(subject) && predicate.test(quad.predicate.value))
      .map(({ object }) => object.value);
  };

  test("a project stands under two initiatives", async () => {
    expect(await objectsOf("projects/J0001/#it", /core#broader$/)).toEqual([
      it("initiatives/T001/#it"),
      it("initiatives/T002/#it"),
    ]);
  });

  test("a number keeps its printed decimals", async () => {
    expect(await objectsOf("indicators/K0001/#FY2023", /obsValue$/)).toEqual(["90.0"]);
    expect(await objectsOf("indicators/K0001/#FY2023", /decimals$/)).toEqual(["1"]);
  });

  test.each([
    ["U01", "exactMatch", ["http://qudt.org/vocab/unit/PERCENT"]],
    ["U02", "broadMatch", ["http://qudt.org/vocab/unit/NUM"]],
    ["U03", "Match", []],
    ["U04", "Match", []],
    ["U05", "Match", []],
    ["U06", "exactMatch", ["http://qudt.org/vocab/unit/HA"]],
  ])("unit %s: %s of QUDT %j", async (id, match, matches) => {
    expect(await objectsOf(`units/${id}/#it`, new RegExp(`${match}$`))).toEqual(matches);
  });

  test("words are a state with the words beside it", async () => {
    expect(await objectsOf("indicators/K0002/#FY2023", /def\/#(state|words)$/)).toEqual([
      it("statuses/V04/#it"),
      "実施設計",
    ]);
  });

  test("what a value truly covers: a day, a sum since 2020, a calendar year, or nothing that is known", async () => {
    const covered = (path: string) => objectsOf(path, /def\/#period(Start|End)$/);
    expect(await covered("indicators/K0005/#FY2023")).toEqual(["2024-03-31", "2024-03-31"]);
    expect(await covered("indicators/K0003/#FY2024")).toEqual(["2020-04-01", "2025-03-31"]);
    expect(await covered("indicators/K0004/#FY2024-B0001")).toEqual(["2024-01-01", "2024-12-31"]);
    expect(await covered("indicators/K0005/#FY2024")).toEqual([]);
  });

  test("a fiscal year is a reference interval, and an interval with two ends", async () => {
    expect(await objectsOf("periods/FY2024/#it", /time#intervalEquals$/)).toEqual([
      "http://reference.data.gov.uk/id/gregorian-interval/2024-04-01T00:00:00/P1Y",
    ]);
    expect(await objectsOf("periods/FY2024/#end", /inXSDDate$/)).toEqual(["2025-03-31"]);
  });

  test("a correction points at what it corrected, from and to", async () => {
    expect(await objectsOf("corrections/C0001/#it", /def\/#corrected(From|To)$/)).toEqual(["9.5", "10.0"]);
    expect(await objectsOf("corrections/C0001/#it", /corrects$/)).toEqual([it("indicators/K0001/#FY2024")]);
    expect(await objectsOf("corrections/C0002/#it", /corrects$/)).toEqual([it("projects/J0001/#it")]);
  });

  test("an indicator has a listing for each place where it is printed, and a break with its reason", async () => {
    expect(await objectsOf("indicators/K0003/#L0003", /underInitiative$/)).toEqual([
      it("initiatives/T001/#it"),
    ]);
    expect(await objectsOf("indicators/K0003/#L0004", /printedName$/)).toEqual(["延べの件数"]);
    expect(await objectsOf("indicators/K0003/#break-2023", /def\/#before$/)).toEqual([
      it("periods/FY2022/#it"),
    ]);
    expect(await objectsOf("projects/J0002/#L0006", /def\/#under$/)).toEqual([it("projects/J0002/#it")]);
  });

  test("nothing is the same as the populated place in GeoNames", async () => {
    const city = await publishedRealCity();
    const text = await city.read("142123_dataset.ttl");
    expect(text).not.toContain("sameAs");
    expect(text).toContain("skos:closeMatch <https://sws.geonames.org/1847963/>");
  });
});

test("the Turtle of one unit, as it stands", async () => {
  const city = await publishedGraphCity();
  expect(await readFile(join(city.folder, "units/U01/data.ttl"), "utf8")).toBe(`# 単位 %

@base <https://data.example.jp/999903/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix def:  <https://data.example.jp/999903/def/#> .

# 単位 U01 %

<units/U01/#it> a skos:Concept, def:Unit ;
  skos:prefLabel "%"@ja, "%"@en ;
  skos:notation "U01" ;
  def:translation def:translation-ours ;
  skos:inScheme def:units ;
  skos:topConceptOf def:units ;
  def:unitKind def:unitKind-share ;
  skos:exactMatch unit:PERCENT ;
  def:ucum "%" ;
  def:differenceUnit "ポイント"@ja .
`);
});

const unitFolders = [scratch(), scratch(), scratch(), scratch()];

test("a unit is tied to yen, to QUDT and to its other name by its own name", async () => {
  const linksOf = async (units: string): Promise<string[]> => {
    const [data = "", folder = ""] = unitFolders.splice(0, 2);
    await writeGraphCity(data);
    const head = "ID,名称,名称_英語,英語_根拠,種別,QUDT,UCUM,増減の単位,備考";
    const kept = [
      "U01,%,%,仮訳,割合,,%,ポイント,",
      "U02,件,cases,仮訳,計数,NUM,,,",
      "U04,人/日,a,仮訳,計数,,,,",
    ];
    await writeFile(join(data, "units.csv"), [head, ...kept, units].join("\n"));
    const out = await publishInto(folder, data);
    const store = new Store();
    store.load(await readFile(join(out, "999903_dataset.ttl"), "utf8"), { format: "text/turtle" });
    const answers = store.query(`
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX def: <https://data.example.jp/999903/def/#>
      SELECT ?name ?link ?other WHERE { ?unit a def:Unit ; skos:prefLabel ?name ; ?link ?other .
        FILTER(LANG(?name) = "ja" && ?link IN (skos:exactMatch, skos:closeMatch, skos:broadMatch, def:baseUnit)) }`);
    return (answers as Map<string, { value: string }>[])
      .map((row) => ["name", "link", "other"].map((key) => short(row.get(key)?.value ?? "")).join(" "))
      .sort();
  };
  const short = (iri: string) =>
    iri.replace(/^.*\/vocab\/unit\//, "unit:").replace(/^.*(core|def\/)#|^.*units\/|\/#it$/g, "");
  expect(
    await linksOf("U03,千円,a,仮訳,金額,,,,\nU05,か月,a,仮訳,物理量,MO,mo,,\nU06,人,a,仮訳,人数,,,,"),
  ).toEqual([
    "% exactMatch unit:PERCENT",
    "か月 closeMatch unit:MO_MeanGREGORIAN",
    "人 broadMatch unit:NUM",
    "件 broadMatch unit:NUM",
    "千円 baseUnit unit:CCY_JPY",
  ]);
  expect(
    await linksOf(
      "U03,百万円,a,仮訳,金額,CCY_JPY,,,\nU05,円,a,仮訳,金額,,,,\nU06,人,a,仮訳,人数,,,,\nU07,名,a,仮訳,人数,,,,",
    ),
  ).toEqual([
    "% exactMatch unit:PERCENT",
    "人 broadMatch unit:NUM",
    "人 exactMatch U07",
    "件 broadMatch unit:NUM",
    "円 exactMatch unit:CCY_JPY",
    "名 broadMatch unit:NUM",
    "名 exactMatch U06",
    "百万円 baseUnit U05",
  ]);
});

test("the levels of every plan are concepts under the city's names, and each node is of its own", async () => {
  const city = await publishedTown();
  const store = new Store();
  store.load(await city.read(`${city.code}_dataset.ttl`), { format: "text/turtle" });
  const answers = store.query(`
    PREFIX def: <${city.base}def/#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX dct: <http://purl.org/dc/terms/>
    SELECT ?plan ?order ?name (COUNT(?node) AS ?nodes) WHERE {
      def:levels skos:hasTopConcept ?level .
      ?level a skos:Concept ; skos:inScheme def:levels ; skos:prefLabel ?name ; def:order ?order ;
        dct:isPartOf/skos:notation ?plan .
      ?node a skos:Concept ; def:level ?level .
      FILTER(LANG(?name) = "ja") } GROUP BY ?plan ?order ?name ORDER BY ?plan ?order`) as Map<
    string,
    { value: string }
  >[];
  const rows = answers.map((row) =>
    ["plan", "order", "name", "nodes"].map((key) => row.get(key)?.value).join(" "),
  );
  expect(rows).toEqual([
    "P01 1 将来像 1",
    "P01 2 政策 1",
    "P01 3 施策 2",
    "P01 4 基本事業 1",
    "P01 5 事務事業 2",
    "P02 1 柱 1",
    "P02 2 重点取組 1",
    "P03 1 分野 2",
  ]);
});
