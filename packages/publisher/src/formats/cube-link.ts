// The observations as cubes of cube.link, which the tools of Switzerland's LINDAS read: with a closed shape of their constraint.

import { comparisonsOf, type Dataset, series, type Text } from "@shihyo/core";
import type { Format } from "./format.ts";
import { type Cube, cubeLinkFile, cubeOf, numbersCube, statesCube } from "./rdf/cubes.ts";
import { hasContact } from "./rdf/history.ts";
import { catalogueIri, definitionIri } from "./rdf/iri.ts";
import { observationWriter } from "./rdf/observation.ts";
import { sliceIris } from "./rdf/slices.ts";
import { iri, type Property, type Resource, resource } from "./rdf/term.ts";
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

const cube = (local: string) => vocabularies.cube + local;
const schema = (local: string) => vocabularies.schema + local;

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
  readonly property: (base: { readonly base: string }) => string;
  readonly name: Text;
  readonly kind?: "KeyDimension" | "MeasureDimension";
  readonly scale: "NominalScale" | "OrdinalScale" | "RatioScale";
  /** Of a literal; everything else is an address. */
  readonly datatype?: "xsd:decimal" | "xsd:integer";
  readonly isYear?: true;
}

const others = (prefixed: Parameters<typeof expandedIri>[0]) => () => expandedIri(prefixed);
const own = (local: string) => (base: { readonly base: string }) => definitionIri(base, local);

const dimensions: readonly Part[] = [
  {
    property: others("sdmx-dimension:refArea"),
    name: { ja: "地域", en: "Area" },
    kind: "KeyDimension",
    scale: "NominalScale",
  },
  {
    property: others("sdmx-dimension:refPeriod"),
    name: { ja: "年度", en: "Fiscal year" },
    kind: "KeyDimension",
    scale: "OrdinalScale",
    isYear: true,
  },
  {
    property: own("indicator"),
    name: { ja: "指標", en: "Indicator" },
    kind: "KeyDimension",
    scale: "NominalScale",
  },
  {
    property: own("breakdown"),
    name: { ja: "内訳", en: "Breakdown" },
    kind: "KeyDimension",
    scale: "NominalScale",
  },
  {
    property: others("sdmx-dimension:freq"),
    name: { ja: "頻度", en: "Frequency" },
    kind: "KeyDimension",
    scale: "NominalScale",
  },
];

/** What every observation says of itself: the shape is closed, so what only some say stands in the graph alone. */
const said: readonly Part[] = [
  { property: own("status"), name: { ja: "値の状態", en: "Status" }, scale: "NominalScale" },
  { property: own("reading"), name: { ja: "読取状況", en: "Reading status" }, scale: "NominalScale" },
  { property: others("prov:wasDerivedFrom"), name: { ja: "出典", en: "Source" }, scale: "NominalScale" },
];

interface CubeParts {
  readonly of: Cube;
  readonly parts: readonly Part[];
}

const cubes: readonly CubeParts[] = [
  {
    of: numbersCube,
    parts: [
      ...dimensions,
      {
        property: others("sdmx-measure:obsValue"),
        name: { ja: "実績値", en: "Value" },
        kind: "MeasureDimension",
        scale: "RatioScale",
        datatype: "xsd:decimal",
      },
      {
        property: others("sdmx-attribute:unitMeasure"),
        name: { ja: "単位", en: "Unit" },
        scale: "NominalScale",
      },
      {
        property: own("decimals"),
        name: { ja: "小数点以下の桁数", en: "Decimals" },
        scale: "RatioScale",
        datatype: "xsd:integer",
      },
      ...said,
    ],
  },
  {
    of: statesCube,
    parts: [
      ...dimensions,
      {
        property: own("state"),
        name: { ja: "状況", en: "State" },
        kind: "MeasureDimension",
        scale: "NominalScale",
      },
      ...said,
    ],
  },
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
      const kept = properties.map((property, at): Property => {
        const [, objects = []] = observation.properties.find(([one]) => one === property) ?? [];
        const [object = iri(undefinedValue)] = objects;
        if (object.kind === "iri") found[at]?.add(object.iri);
        return [property, [object]];
      });
      set.push(observation.iri);
      yield resource(
        observation.iri,
        [cube("Observation")],
        [[cube("observedBy"), links(catalogueIri(municipality, "source-body"))], ...kept],
      );
    }
    yield resource(
      define(`${of.id}-observations`),
      [cube("ObservationSet")],
      [[cube("observation"), set.map(iri)]],
    );
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
  return resource(
    define(`${of.id}-cube`),
    [cube("Cube")],
    [
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
      [expandedIri("rdfs:seeAlso"), links(define(of.id))],
      [cube("observationSet"), links(define(`${of.id}-observations`))],
      [cube("observationConstraint"), links(define(`${of.id}-constraint`))],
    ],
  );
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
