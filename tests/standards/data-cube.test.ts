// Our cubes are well-formed by every integrity constraint, and every constraint catches a cube that is broken.

import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { publishedGraphCity, publishedRealCity, publishedTown, suite } from "../support/published.ts";
import { constraints, violations } from "./integrity-constraints.ts";

const sdmx = suite("sdmx");

// Publishing takes its time here, not that of the test which happens to be first.
beforeAll(async () => {
  await publishedRealCity();
  await publishedGraphCity();
  await publishedTown();
});

async function vocabularies(): Promise<string[]> {
  if (sdmx === undefined) return [];
  return Promise.all(
    ["dimension", "attribute", "measure"].map((part) => readFile(`${sdmx}/sdmx-${part}.ttl`, "utf8")),
  );
}

test("there are 22 checks: IC-1 to IC-21, of which IC-19 has two forms", () => {
  expect(constraints.map(({ id }) => id)).toEqual(
    Array.from({ length: 21 }, (_, index) => `IC-${index + 1}`).flatMap((id) =>
      id === "IC-19" ? ["IC-19a", "IC-19b"] : [id],
    ),
  );
});

describe("our cubes", () => {
  test.each([
    ["the real city", publishedRealCity],
    ["a small city", publishedGraphCity],
    ["a town with evaluations, values of elsewhere and costs", publishedTown],
  ])("of %s hold all of them on their own", async (_name, publishedCity) => {
    const city = await publishedCity();
    expect(violations([await city.read(`${city.code}_dataset.ttl`)])).toEqual([]);
  });

  test.skipIf(sdmx === undefined)(
    "and beside SDMX's vocabularies (skipped where the suites are not there)",
    async () => {
      const city = await publishedRealCity();
      expect(violations([await city.read(`${city.code}_dataset.ttl`), ...(await vocabularies())])).toEqual(
        [],
      );
    },
  );

  test.each([
    ["IC-1", /\n {2}qb:dataSet def:numbers ;/, "\n  qb:dataSet def:numbers, def:states ;"],
    ["IC-11", /\n {2}def:breakdown <breakdowns\/_T\/#it> ;/, ""],
    ["IC-13", /\n {2}sdmx-attribute:unitMeasure <units\/U01\/#it> ;/, ""],
    ["IC-14", /\n {2}sdmx-measure:obsValue 90\.0 ;/, ""],
    ["IC-14", /\n {2}def:state <statuses\/V04\/#it> ;/, ""],
    [
      "IC-12",
      "<periods/FY2023/#it> ;\n  def:indicator <indicators/K0001/#it>",
      "<periods/FY2024/#it> ;\n  def:indicator <indicators/K0001/#it>",
    ],
    ["IC-19a", "def:breakdown <breakdowns/B0001/#it>", "def:breakdown <breakdowns/B9999/#it>"],
    ["IC-2", /\n {2}qb:structure def:states-structure ;/, ""],
    ["IC-3", /\n {2}qb:measure def:state ;/, ""],
    ["IC-4", "rdfs:range def:Breakdown ;", ""],
  ])("%s fails once the small city's cube is broken there", async (id, found, put) => {
    const city = await publishedGraphCity();
    const whole = await city.read(`${city.code}_dataset.ttl`);
    const broken = whole.replace(found, put);
    expect(broken).not.toBe(whole);
    expect(violations([broken]).map((line) => line.split(":")[0])).toContain(id);
  });
});

/** A line that is taken out of the first observation of a cube. */
const within = (cube: string, line: RegExp) =>
  new RegExp(`(qb:dataSet def:${cube} ;(?:\\n {2}[^\\n]*;)*?)\\n {2}${line.source} ;`);

describe("the cubes of what a report says beside its values", () => {
  const word = "[^ ]+";
  const cubes = {
    evaluations: {
      dimensions: [
        "sdmx-dimension:refArea",
        "sdmx-dimension:refPeriod",
        "def:evaluated",
        "def:evaluationScheme",
      ],
      measure: "def:verdict",
      required: ["prov:wasDerivedFrom"],
      coded: ["evaluationScheme"],
    },
    references: {
      dimensions: ["sdmx-dimension:refPeriod", "def:indicator", "def:referenceKind", "def:referenceName"],
      measure: "sdmx-measure:obsValue",
      required: ["def:decimals", "prov:wasDerivedFrom"],
      coded: ["referenceKind", "referenceName"],
    },
    costs: {
      dimensions: [
        "sdmx-dimension:refArea",
        "sdmx-dimension:refPeriod",
        "def:costOf",
        "def:costItem",
        "def:costStage",
      ],
      measure: "sdmx-measure:obsValue",
      required: ["sdmx-attribute:unitMeasure", "def:decimals", "def:isTotal", "prov:wasDerivedFrom"],
      coded: ["costItem", "costStage"],
    },
    targets: {
      dimensions: ["sdmx-dimension:refArea", "sdmx-dimension:refPeriod", "def:indicator", "def:targetScope"],
      measure: "sdmx-measure:obsValue",
      required: ["def:decimals", "prov:wasDerivedFrom"],
      coded: ["targetScope"],
    },
  } as const;

  const cases = Object.entries(cubes).flatMap(([cube, { dimensions, measure, required, coded }]) => [
    // Of no cube, of no structure, without a measure or a dimension, of a code that is on no list.
    ["IC-1", cube, "no cube", new RegExp(`\\n {2}qb:dataSet def:${cube} ;`), ""] as const,
    ["IC-2", cube, "no structure", new RegExp(`\\n {2}qb:structure def:${cube}-structure ;`), ""] as const,
    [
      "IC-3",
      cube,
      "a structure without a measure",
      new RegExp(`(def:${cube}-[a-z]+ a qb:ComponentSpecification ;)\\n {2}qb:measure [^ ]+ ;`),
      "$1",
    ] as const,
    [
      "IC-6",
      cube,
      "a dimension that is optional",
      new RegExp(`(def:${cube}-period a qb:ComponentSpecification ;)`),
      "$1\n  qb:componentRequired false ;",
    ] as const,
    ...dimensions.map(
      (dimension) =>
        ["IC-11", cube, `no ${dimension}`, within(cube, new RegExp(`${dimension} ${word}`)), "$1"] as const,
    ),
    ...required.map(
      (attribute) =>
        ["IC-13", cube, `no ${attribute}`, within(cube, new RegExp(`${attribute} ${word}`)), "$1"] as const,
    ),
    ["IC-14", cube, `no ${measure}`, within(cube, new RegExp(`${measure} ${word}`)), "$1"] as const,
    ...coded.map(
      (list) =>
        [
          "IC-19a",
          cube,
          `a code outside ${list}s`,
          within(cube, new RegExp(`def:${list} ${word}`)),
          `$1\n  def:${list} <https://hinagata.example/nowhere> ;`,
        ] as const,
    ),
    ...coded.flatMap((list) =>
      list === "targetScope"
        ? []
        : [
            [
              "IC-5",
              cube,
              `no list of ${list}s`,
              new RegExp(`(def:${list} a rdf:Property[^.]*?)\\n {2}qb:codeList def:${list}s ;`),
              "$1",
            ] as const,
          ],
    ),
    ...dimensions
      .filter((dimension) => dimension.startsWith("def:") && dimension !== "def:indicator")
      .map(
        (dimension) =>
          [
            "IC-4",
            cube,
            `no range of ${dimension}`,
            new RegExp(`(${dimension} a rdf:Property[^.]*?)\\n {2}rdfs:range [^ ]+ ;`),
            "$1",
          ] as const,
      ),
  ]);

  test.each(cases)("%s fails in %s with %s", async (id, _cube, _fault, found, put) => {
    const city = await publishedTown();
    const whole = await city.read(`${city.code}_dataset.ttl`);
    const broken = whole.replace(found, put);
    expect(broken).not.toBe(whole);
    expect(violations([broken]).map((line) => line.split(":")[0])).toContain(id);
  });

  test.each(Object.keys(cubes))(
    "IC-12 fails where two observations of %s are told apart by nothing",
    async (cube) => {
      const city = await publishedTown();
      const whole = await city.read(`${city.code}_dataset.ttl`);
      const text = whole.split("\n\n").find((one) => one.includes(`\n  qb:dataSet def:${cube} ;`)) ?? "";
      const [subject = ""] = text.split(" ", 1);
      expect(subject).toContain("#");
      const again = `${whole}\n\n${text.replace(subject, "<nowhere/#again>")}\n`;
      expect(violations([again]).map((line) => line.split(":")[0])).toContain("IC-12");
    },
  );
});

/** A cube with slices, and one with a measure dimension and code lists of every form. */
const wellFormed = `
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix : <http://example.org/> .

:set a qb:DataSet ; qb:structure :dsd ; qb:slice :slice .
:dsd a qb:DataStructureDefinition ; qb:sliceKey :key ;
  qb:component [ qb:dimension :place ], [ qb:dimension :year ], [ qb:measure :count ],
    [ qb:attribute :unit ; qb:componentRequired true ], [ qb:attribute :note ; qb:componentRequired false ] .
:key a qb:SliceKey ; qb:componentProperty :place .
:slice a qb:Slice ; qb:sliceStructure :key ; :place :east ; qb:observation :o1 .
:place a qb:DimensionProperty ; rdfs:range skos:Concept ; qb:codeList :places .
:year a qb:DimensionProperty ; rdfs:range rdfs:Literal .
:places a skos:ConceptScheme .
:east a skos:Concept ; skos:inScheme :places .
:west a skos:Concept ; skos:inScheme :places .
:o1 a qb:Observation ; qb:dataSet :set ; :place :east ; :year "1" ; :count 1 ; :unit "n" .
:o2 a qb:Observation ; qb:dataSet :set ; :place :west ; :year "1" ; :count 2 ; :unit "n" .

:set2 a qb:DataSet ; qb:structure :dsd2 .
:dsd2 a qb:DataStructureDefinition ;
  qb:component [ qb:dimension :group ], [ qb:dimension :down ], [ qb:dimension :up ], [ qb:dimension qb:measureType ],
    [ qb:measure :births ], [ qb:measure :deaths ] .
qb:measureType rdfs:range qb:MeasureProperty .
:group a qb:DimensionProperty ; rdfs:range skos:Concept ; qb:codeList :groups .
:groups a skos:Collection ; skos:member :young .
:young a skos:Concept .
:down a qb:DimensionProperty ; rdfs:range :Area ; qb:codeList :tree .
:tree a qb:HierarchicalCodeList ; qb:hierarchyRoot :country ; qb:parentChildProperty :contains .
:country :contains :region . :region :contains :town .
:up a qb:DimensionProperty ; rdfs:range :Area ; qb:codeList :tree2 .
:tree2 a qb:HierarchicalCodeList ; qb:hierarchyRoot :country ; qb:parentChildProperty [ owl:inverseOf :within ] .
:county :within :country .
:m1 a qb:Observation ; qb:dataSet :set2 ; :group :young ; :down :town ; :up :county ; qb:measureType :births ; :births 5 .
:m2 a qb:Observation ; qb:dataSet :set2 ; :group :young ; :down :town ; :up :county ; qb:measureType :deaths ; :deaths 3 .
`;

describe("every check", () => {
  test("finds nothing in a cube that is well-formed", () => {
    expect(violations([wellFormed])).toEqual([]);
  });

  const breaks: readonly (readonly [string, string, string])[] = [
    ["IC-1", ":o2 a qb:Observation ; qb:dataSet :set ;", ":o2 a qb:Observation ; qb:dataSet :set, :set2 ;"],
    ["IC-2", ":set2 a qb:DataSet ; qb:structure :dsd2 .", ":set2 a qb:DataSet ; qb:structure :dsd2, :dsd ."],
    ["IC-3", "[ qb:measure :count ],", ""],
    ["IC-4", "rdfs:range rdfs:Literal", "rdfs:label 'year'"],
    ["IC-5", "rdfs:range skos:Concept ; qb:codeList :places", "rdfs:range skos:Concept"],
    ["IC-6", "[ qb:dimension :year ]", "[ qb:dimension :year ; qb:componentRequired false ]"],
    ["IC-7", "qb:sliceKey :key ;", ""],
    [
      "IC-8",
      ":key a qb:SliceKey ; qb:componentProperty :place",
      ":key a qb:SliceKey ; qb:componentProperty :place, :group",
    ],
    ["IC-9", ":slice a qb:Slice ; qb:sliceStructure :key ;", ":slice a qb:Slice ;"],
    ["IC-10", "qb:sliceStructure :key ; :place :east ;", "qb:sliceStructure :key ;"],
    ["IC-11", ':place :west ; :year "1"', ":place :west"],
    ["IC-12", ":place :west ; :year", ":place :east ; :year"],
    ["IC-13", ':count 2 ; :unit "n"', ":count 2"],
    ["IC-14", ':count 2 ; :unit "n"', ':unit "n"'],
    ["IC-15", "qb:measureType :deaths ; :deaths 3", "qb:measureType :deaths"],
    ["IC-16", ":births 5", ":births 5 ; :deaths 1"],
    ["IC-17", ":m2 a qb:Observation ; qb:dataSet :set2 ;", ":m2 a :Nothing ;"],
    ["IC-18", ":o1 a qb:Observation ; qb:dataSet :set ;", ":o1 a qb:Observation ; qb:dataSet :set2 ;"],
    ["IC-19a", ":west a skos:Concept ; skos:inScheme :places", ":west a skos:Concept"],
    ["IC-19b", "skos:member :young", "skos:member :old"],
    ["IC-20", ":region :contains :town", ":region :lacks :town"],
    ["IC-21", ":county :within :country", ":country :within :county"],
  ];

  test.each(breaks)("%s catches a cube that is broken there", (id, found, put) => {
    const broken = wellFormed.replace(found, put);
    expect(broken).not.toBe(wellFormed);
    expect(violations([broken]).map((line) => line.split(":")[0])).toContain(id);
  });

  test("there is a broken cube for each", () => {
    expect(breaks.map(([id]) => id)).toEqual(constraints.map(({ id }) => id));
  });
});

test("codes of measures and attributes are concepts of their schemes too, which no constraint asks", async () => {
  const city = await publishedRealCity();
  const { Store } = await import("oxigraph");
  const store = new Store();
  store.load(await city.read(`${city.code}_dataset.ttl`), { format: "text/turtle" });
  const stray = store.query(`
    PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?obs ?p WHERE {
      ?obs qb:dataSet/qb:structure/qb:component/(qb:measure|qb:attribute) ?p . ?p qb:codeList ?list . ?obs ?p ?v
      FILTER NOT EXISTS { ?v a skos:Concept ; skos:inScheme ?list } }`);
  expect(stray).toEqual([]);
});
