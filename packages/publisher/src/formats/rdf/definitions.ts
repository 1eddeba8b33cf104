// Everything under `def/#…`: the vocabulary itself, classes, properties, cubes and their structures, schemes and choices.

import type { Dataset, Text } from "@shihyo/core";
import {
  activitiesOf,
  indicatorPath,
  isLowest,
  nodePath,
  periodPath,
  recurringActivities,
  recurringPath,
  statusPath,
  thing,
  unitPath,
} from "@shihyo/core";
import { choiceResources } from "./choices.ts";
import { yearsOf } from "./code-lists.ts";
import { inScheme, schemeResource } from "./concepts.ts";
import { cubeResources } from "./cube-structure.ts";
import { cubeLinkFile, cubesOf, observationCubes } from "./cubes.ts";
import { attributeDetails, coercionOf, detailProperties } from "./details.ts";
import { breakdownIri, catalogueIri, definitionIri } from "./iri.ts";
import { conceptResource, othersComponents, ownConcept } from "./others-components.ts";
import { classesOf, levelLocal, ownProperties } from "./own-vocabulary.ts";
import { reportCubesOf } from "./report-cubes.ts";
import { reportDefinitions } from "./report-facts.ts";
import { sliceIris } from "./slices.ts";
import { hasTargetNumbers, targetDefinitions, targetsCube } from "./target.ts";
import { type Resource, resource, type Said } from "./term.ts";
import { date, integerLiteral, links, named, plain, texts } from "./texts.ts";
import { type Coercion, expandedIri } from "./vocabularies.ts";

export function* definitionResources(dataset: Dataset): Iterable<Resource> {
  const { municipality } = dataset;
  yield ontology(dataset);
  for (const cube of cubesOf(dataset)) yield* cubeResources(dataset, cube);
  yield* cubeLinkResources(dataset);
  yield* targetDefinitions(dataset);
  yield* reportDefinitions(dataset);
  yield* dimensionResources(dataset);
  yield* schemeResources(dataset);
  yield* levelResources(dataset);
  yield* choiceResources(municipality, undefined, dataset);
  for (const { local, label, comment } of classesOf(dataset)) {
    yield resource(["rdfs:Class"], definitionIri(municipality, local), about(dataset, label, comment));
  }
  for (const { local, label, comment, values } of ownProperties) {
    if (ownInCubes.has(local)) continue;
    yield resource(["rdf:Property"], definitionIri(municipality, local), [
      ...about(dataset, label, comment),
      ["rdfs:range", links(expandedIri(rangeOf(values)))],
    ]);
  }
}

/** Every cube of a release, by the end of its IRI: the catalogue names them all. */
export function cubeIds(dataset: Dataset): string[] {
  return [
    ...cubesOf(dataset),
    ...(hasTargetNumbers(dataset) ? [targetsCube] : []),
    ...reportCubesOf(dataset),
  ].map(({ id }) => id);
}

/** The vocabulary itself, as those who use it ask for it: what it is called, whose it is, which version. */
function ontology({ municipality, releases }: Dataset): Resource {
  const { base, title, licence } = municipality;
  return resource(["owl:Ontology"], `${base}def/`, [
    [
      "dct:title",
      texts({
        ja: `${title.ja}の語彙とデータ構造の定義`,
        ...(title.en === undefined ? {} : { en: `Vocabulary and structures of: ${title.en}` }),
      }),
    ],
    ["dct:publisher", links(catalogueIri(municipality, "publisher"))],
    ["dct:license", links(licence.iri)],
    ["dct:issued", date(releases[0]?.date)],
    ["dct:modified", date(releases.at(-1)?.date)],
    ["owl:versionInfo", plain(releases.at(-1)?.version)],
  ]);
}

function about({ municipality }: Dataset, label: Text, comment: Text | undefined): Said[] {
  return [
    ["rdfs:label", texts(label)],
    ["rdfs:comment", comment ? texts(comment) : []],
    ["rdfs:isDefinedBy", links(`${municipality.base}def/`)],
  ];
}

function rangeOf(values: Coercion | undefined): Parameters<typeof expandedIri>[0] {
  if (values === undefined) return "xsd:string";
  if (values === "@id") return "rdfs:Resource";
  return values === "@language" ? "rdf:langString" : values;
}

/** What stands in the file for cube.link and nowhere else: its addresses lead here, and from here to the file. */
function* cubeLinkResources(dataset: Dataset): Iterable<Resource> {
  const { municipality } = dataset;
  const { base, code } = municipality;
  for (const cube of observationCubes) {
    const { id, title } = cube;
    if (sliceIris(dataset, id).length === 0) continue;
    for (const [local, ja, en] of [
      ["cube", "キューブ", "the cube"],
      ["observations", "観測値の集まり", "the set of observations"],
      ["constraint", "制約", "the constraint"],
    ]) {
      yield resource(["prov:Entity"], definitionIri(municipality, `${id}-${local}`), [
        ["rdfs:label", texts({ ja: `${title.ja}：cube.linkの${ja}`, en: `${title.en}: ${en} of cube.link` })],
        ["dct:source", links(definitionIri(municipality, id))],
        ["rdfs:seeAlso", links(`${base}${code}_${cubeLinkFile(cube)}`)],
      ]);
    }
  }
}

type Kind = "DimensionProperty" | "MeasureProperty" | "AttributeProperty";

interface CubeProperty {
  readonly local: string;
  readonly kind: Kind;
  /** Our class, or a datatype's name. */
  readonly range: string;
  /** The scheme that its concepts are of. */
  readonly codeList?: string;
  /** The SDMX concept that it is. */
  readonly concept?: string;
}

/** Our own properties that stand in a cube's structure. */
const cubeProperties: readonly CubeProperty[] = [
  { local: "indicator", kind: "DimensionProperty", range: "Indicator", codeList: "indicators" },
  { local: "breakdown", kind: "DimensionProperty", range: "Breakdown", codeList: "breakdowns" },
  { local: "state", kind: "MeasureProperty", range: "Status", codeList: "statuses" },
  { local: "words", kind: "AttributeProperty", range: "rdf:langString" },
  { local: "status", kind: "AttributeProperty", range: "Status", codeList: "statuses", concept: "obsStatus" },
  { local: "decimals", kind: "AttributeProperty", range: "xsd:integer", concept: "decimals" },
  { local: "periodStart", kind: "AttributeProperty", range: "xsd:date" },
  { local: "periodEnd", kind: "AttributeProperty", range: "xsd:date" },
  {
    local: "comparability",
    kind: "AttributeProperty",
    range: "Choice",
    codeList: "comparabilities",
  },
  { local: "comparabilityReason", kind: "AttributeProperty", range: "rdf:langString" },
  { local: "change", kind: "AttributeProperty", range: "xsd:decimal" },
  { local: "surveyBefore", kind: "AttributeProperty", range: "qb:Observation" },
  { local: "changeSinceSurvey", kind: "AttributeProperty", range: "xsd:decimal" },
  { local: "reading", kind: "AttributeProperty", range: "Choice", codeList: "readings" },
  { local: "readingPart", kind: "AttributeProperty", range: "Choice", codeList: "readingParts" },
  { local: "page", kind: "AttributeProperty", range: "xsd:integer" },
  { local: "project", kind: "DimensionProperty", range: "Project", codeList: "projects" },
  {
    local: "activity",
    kind: "DimensionProperty",
    range: "RecurringActivity",
    codeList: "recurringActivities",
  },
  { local: "activityOrder", kind: "AttributeProperty", range: "xsd:integer" },
  { local: "what", kind: "AttributeProperty", range: "rdf:langString" },
  { local: "part", kind: "AttributeProperty", range: "rdf:langString" },
  { local: "qualifier", kind: "AttributeProperty", range: "Choice", codeList: "qualifiers" },
  { local: "asOf", kind: "AttributeProperty", range: "xsd:date" },
  ...attributeDetails.map((detail): CubeProperty => {
    const { property: local, choices } = detail;
    const kind = "AttributeProperty";
    return choices
      ? { local, kind, range: "Choice", codeList: `${local}s` }
      : { local, kind, range: rangeOf(coercionOf(detail)) };
  }),
];

const ownInCubes = new Set(cubeProperties.map(({ local }) => local));

/** Our dimensions, measures and attributes, and what is said here of those that are SDMX's. */
function* dimensionResources(dataset: Dataset): Iterable<Resource> {
  const { municipality } = dataset;
  const define = (local: string) => definitionIri(municipality, local);
  const classes = new Set(classesOf(dataset).map(({ local }) => local));
  // The lowest nodes are of the class of their level, which a city names as it likes.
  const rangeIri = (range: string) =>
    range.includes(":")
      ? expandedIri(range as Parameters<typeof expandedIri>[0])
      : classes.has(range)
        ? define(range)
        : expandedIri("skos:Concept");
  for (const { local, kind, range, codeList, concept } of cubeProperties) {
    const found = ownProperties.find((property) => property.local === local);
    const coded = codeList === undefined ? [] : (["qb:CodedProperty"] as const);
    yield resource(["rdf:Property", `qb:${kind}`, ...coded], define(local), [
      ...about(dataset, found?.label ?? { ja: local }, found?.comment),
      ["rdfs:range", links(rangeIri(range))],
      ["qb:codeList", links(codeList === undefined ? undefined : define(codeList))],
      [
        "qb:concept",
        links(
          kind === "DimensionProperty"
            ? ownConcept(municipality, local)
            : concept && expandedIri(`sdmx-concept:${concept}`),
        ),
      ],
    ]);
  }
  for (const { local, kind } of cubeProperties) {
    if (kind !== "DimensionProperty") continue;
    const label = ownProperties.find((property) => property.local === local)?.label ?? { ja: local };
    yield conceptResource(ownConcept(municipality, local), label, "IdentityRole");
  }
  yield* othersComponents(dataset);
}

/** The levels of all plans, each a concept under the city's own name; its nodes point at it. */
function* levelResources(dataset: Dataset): Iterable<Resource> {
  const { municipality, levels, nodes } = dataset;
  const define = (local: string) => definitionIri(municipality, local);
  const title = { ja: "計画の段", en: "Levels of the plans" };
  yield schemeResource(
    define("levels"),
    title,
    levels.map((level) => define(levelLocal(level))),
  );
  for (const level of levels) {
    const plan = nodes.get(level.plan);
    yield resource(["skos:Concept"], define(levelLocal(level)), [
      ...named(level.name, `${level.plan}-${level.order}`),
      ...inScheme(define("levels")),
      ["dct:isPartOf", links(plan && municipality.base + thing(nodePath(plan)))],
      [define("order"), integerLiteral(level.order)],
      ...detailProperties(municipality, "levels", level),
    ]);
  }
}

/** The schemes whose concepts have pages of their own. */
function* schemeResources(dataset: Dataset): Iterable<Resource> {
  const { municipality } = dataset;
  const { base } = municipality;
  const scheme = (local: string, title: Text, concepts: readonly string[]) =>
    schemeResource(definitionIri(municipality, local), title, concepts);
  const paths = (items: Iterable<string>, path: (id: string) => string) =>
    [...items].map((id) => base + thing(path(id)));
  yield scheme(
    "indicators",
    { ja: "指標", en: "Indicators" },
    paths(dataset.indicators.keys(), indicatorPath),
  );
  yield scheme("units", { ja: "単位", en: "Units" }, paths(dataset.units.keys(), unitPath));
  yield scheme(
    "breakdowns",
    { ja: "内訳", en: "Breakdowns" },
    [undefined, ...dataset.breakdowns.keys()].map((id) => breakdownIri(municipality, id)),
  );
  yield scheme(
    "projects",
    { ja: "事業", en: "Projects" },
    [...dataset.nodes.values()].flatMap((node) =>
      isLowest(dataset, node) || activitiesOf(dataset, node.id).length > 0
        ? base + thing(nodePath(node))
        : [],
    ),
  );
  yield scheme(
    "periods",
    { ja: "年度", en: "Fiscal years" },
    yearsOf(dataset).map((year) => base + thing(periodPath(year))),
  );
  yield scheme(
    "recurringActivities",
    { ja: "年度をまたぐ活動", en: "Activities from year to year" },
    recurringActivities(dataset).map((activity) => base + recurringPath(dataset, activity)),
  );
  yield scheme(
    "statuses",
    { ja: "値の状態", en: "Statuses of values" },
    paths(dataset.statuses.keys(), statusPath),
  );
}
