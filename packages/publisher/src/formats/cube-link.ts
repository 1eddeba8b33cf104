// The observations as cubes of cube.link, which the tools of Switzerland's LINDAS read: with a closed shape of their constraint.

import { comparisonsOf, type Dataset, series, type Text } from "@shihyo/core";
import type { Format } from "./format.ts";
import { type Cube, cubeLinkFile, cubeOf, numbersCube, statesCube } from "./rdf/cubes.ts";
import { catalogueIri, definitionIri } from "./rdf/iri.ts";
import { observationWriter } from "./rdf/observation.ts";
import { hasContact } from "./rdf/provenance.ts";
import { sliceIris } from "./rdf/slices.ts";
import { type Defined, iri, type Resource, resource, type Said } from "./rdf/term.ts";
import { date, links, plain, texts } from "./rdf/texts.ts";
import { escapeIri, quotedString, turtle } from "./rdf/turtle.ts";
import { expandedIri } from "./rdf/vocabularies.ts";

const vocabularies = {
  cube: "https://cube.link/",
  meta: "https://cube.link/meta/",
  schema: "http://schema.org/",
  sh: "http://www.w3.org/ns/shacl#",
  qudt: "http://qudt.org/schema/qudt/",
} as const;

const cube = (local: string) => `${vocabularies.cube}${local}` as const;
const schema = (local: string) => `${vocabularies.schema}${local}` as const;

/** The status that these tools show, and the one that is asked to show it; the words are theirs. */
const visualize = "https://ld.admin.ch/application/visualize";
const published = "https://ld.admin.ch/vocabulary/CreativeWorkStatus/Published";
const undefinedValue = cube("Undefined");

/** A file for each cube, since these tools take one constraint at a time. */
export const cubeLinkFormat: Format = {
  name: "cube-link",
  *files(dataset) {
    for (const cubeParts of cubes) {
      // Nobody has a cube of nothing.
      if (sliceIris(dataset, cubeParts.of.id).length === 0) continue;
      const path = `${dataset.municipality.code}_${cubeLinkFile(cubeParts.of)}`;
      yield { path, chunks: chunks(dataset, cubeParts) };
    }
  },
};

interface Part {
  readonly property: (base: { readonly base: string }) => Defined;
  readonly name: Text;
  readonly kind?: "KeyDimension" | "MeasureDimension";
  readonly scale: "NominalScale" | "OrdinalScale" | "RatioScale";
  /** Of a literal; everything else is an address. */
  readonly datatype?: "xsd:decimal" | "xsd:integer";
  readonly isYear?: true;
}

const others = (prefixed: Parameters<typeof expandedIri>[0]) => () => expandedIri(prefixed);
const own = (local: string) => (base: { readonly base: string }) => definitionIri(base, local);

/** What is a name among others. */
const named = (property: Part["property"], ja: string, en: string, kind?: Part["kind"]): Part => ({
  property,
  name: { ja, en },
  ...(kind ? { kind } : {}),
  scale: "NominalScale",
});

const dimensions: readonly Part[] = [
  named(others("sdmx-dimension:refArea"), "地域", "Area", "KeyDimension"),
  {
    ...named(others("sdmx-dimension:refPeriod"), "年度", "Fiscal year", "KeyDimension"),
    scale: "OrdinalScale",
    isYear: true,
  },
  named(own("indicator"), "指標", "Indicator", "KeyDimension"),
  named(own("breakdown"), "内訳", "Breakdown", "KeyDimension"),
  named(others("sdmx-dimension:freq"), "頻度", "Frequency", "KeyDimension"),
];

/** What every observation says of itself: the shape is closed, so what only some say stands in the graph alone. */
const saidParts: readonly Part[] = [
  named(own("status"), "値の状態", "Status"),
  named(own("reading"), "読取状況", "Reading status"),
  named(others("prov:wasDerivedFrom"), "出典", "Source"),
];

interface CubeParts {
  readonly of: Cube;
  readonly parts: readonly Part[];
}

const value: Part = {
  ...named(others("sdmx-measure:obsValue"), "実績値", "Value", "MeasureDimension"),
  scale: "RatioScale",
  datatype: "xsd:decimal",
};
const decimals: Part = {
  ...named(own("decimals"), "小数点以下の桁数", "Decimals"),
  scale: "RatioScale",
  datatype: "xsd:integer",
};
const unit = named(others("sdmx-attribute:unitMeasure"), "単位", "Unit");
const state = named(own("state"), "状況", "State", "MeasureDimension");

const cubes: readonly CubeParts[] = [
  { of: numbersCube, parts: [...dimensions, value, unit, decimals, ...saidParts] },
  { of: statesCube, parts: [...dimensions, state, ...saidParts] },
];

function* chunks(dataset: Dataset, { of, parts }: CubeParts): Iterable<string | Uint8Array> {
  const { municipality } = dataset;
  const { base } = municipality;
  const define = (local: string) => definitionIri(municipality, local);
  const properties = parts.map((part) => part.property(municipality));
  const found = properties.map(() => new Set<string>());
  function* resources(): Iterable<Resource> {
    const set: string[] = [];
    for (const observation of observations(dataset, of)) {
      const kept = properties.map((property, at): Said => {
        const [, objects = []] = observation.properties.find(([one]) => one === property) ?? [];
        const [object = iri(undefinedValue)] = objects;
        if (object.kind === "iri") found[at]?.add(object.iri);
        return [property, [object]];
      });
      set.push(observation.iri);
      yield resource([cube("Observation")], observation.iri, [
        [cube("observedBy"), links(catalogueIri(municipality, "source-body"))],
        ...kept,
      ]);
    }
    yield resource([cube("ObservationSet")], define(`${of.id}-observations`), [
      [cube("observation"), set.map(iri)],
    ]);
    yield cubeResource(dataset, of);
  }
  const about = `${municipality.title.ja}：${of.title.ja}（cube.linkのキューブ）`;
  const heading = "観測値とキューブ Observations and cube";
  yield* turtle([{ heading, resources: resources() }], { base, about, further: vocabularies });
  yield constraintText(define(`${of.id}-constraint`), parts, properties, found, base);
}

/** The observations of one of our cubes, as the graph has them. */
function* observations(dataset: Dataset, of: Cube): Iterable<Resource> {
  const written = observationWriter(dataset);
  for (const one of series(dataset)) {
    for (const comparison of comparisonsOf(dataset, one)) {
      if (cubeOf(comparison.current) === of) yield written(one, comparison);
    }
  }
}

function cubeResource({ municipality, releases }: Dataset, of: Cube): Resource {
  const define = (local: string) => definitionIri(municipality, local);
  const publisher = links(catalogueIri(municipality, "publisher"));
  const { ja, en } = municipality.title;
  const title = {
    ja: `${ja}：${of.title.ja}`,
    ...(en === undefined ? {} : { en: `${en}: ${of.title.en}` }),
  };
  return resource([cube("Cube")], define(`${of.id}-cube`), [
    [schema("name"), texts(title)],
    [schema("description"), texts(of.description)],
    [schema("publisher"), publisher],
    [schema("creator"), publisher],
    [schema("contributor"), links(catalogueIri(municipality, "source-body"))],
    // Whoever publishes it, where it gave no address of its own; none is made up.
    [
      schema("contactPoint"),
      hasContact(municipality) ? links(catalogueIri(municipality, "contact")) : publisher,
    ],
    [schema("dateCreated"), date(releases[0]?.date)],
    [schema("datePublished"), date(releases[0]?.date)],
    [schema("dateModified"), date(releases.at(-1)?.date)],
    [schema("version"), plain(releases.at(-1)?.version)],
    [schema("license"), links(municipality.licence.iri)],
    [schema("creativeWorkStatus"), links(published)],
    [schema("workExample"), links(visualize)],
    ["rdfs:seeAlso", links(define(of.id))],
    [cube("observationSet"), links(define(`${of.id}-observations`))],
    [cube("observationConstraint"), links(define(`${of.id}-constraint`))],
  ]);
}

/** The shape, which is the one thing of ours that cannot be said without lists and nodes that have no name. */
function constraintText(
  subject: string,
  parts: readonly Part[],
  properties: readonly string[],
  found: readonly ReadonlySet<string>[],
  base: string,
): string {
  const inBrackets = (address: string) =>
    `<${escapeIri(address.startsWith(base) ? address.slice(base.length) : address)}>`;
  const once = "sh:minCount 1 ; sh:maxCount 1";
  const shapes = parts.map(({ name: label, kind, scale, datatype, isYear }, at) => {
    const lines = [
      ...(kind === undefined ? [] : [`a cube:${kind}`]),
      `sh:path ${inBrackets(properties[at] ?? "")}`,
      `schema:name ${quotedString(label.ja)}@ja, ${quotedString(label.en ?? label.ja)}@en`,
      datatype === undefined ? "sh:nodeKind sh:IRI" : `sh:nodeKind sh:Literal ; sh:datatype ${datatype}`,
      `qudt:scaleType qudt:${scale}`,
      once,
      ...(isYear
        ? ["meta:dataKind [ a time:GeneralDateTimeDescription ; time:unitType time:unitYear ]"]
        : []),
      ...(datatype === undefined
        ? [`sh:in (\n${indented([...(found[at] ?? [])].map(inBrackets))}    )`]
        : []),
    ];
    return `[\n${lines.map((line) => `    ${line} ;\n`).join("")}  ]`;
  });
  const core = ["rdf:type", "cube:observedBy"].map(
    (path) => `[ sh:path ${path} ; sh:nodeKind sh:IRI ; ${once} ]`,
  );
  return `\n${inBrackets(subject)} a cube:Constraint, sh:NodeShape ;
  sh:closed true ;
  sh:property ${[...core, ...shapes].join(",\n  ")} .\n`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `      ${line}\n`).join("");
}
