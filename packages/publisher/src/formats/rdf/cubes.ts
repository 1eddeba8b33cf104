// The cubes: which properties the observations of each have, as their structure definitions say it.

import { type Dataset, once, type Text } from "@shihyo/core";
import { areaIri, catalogueIri, definitionIri } from "./iri.ts";
import { listOf } from "./others-components.ts";
import { sliceIris, sliceKeys } from "./slices.ts";
import { iri, literal, type Property, type Resource, resource } from "./term.ts";
import { date, integer, links, texts } from "./texts.ts";
import { name } from "./vocabularies.ts";

export interface Component {
  readonly kind: "dimension" | "measure" | "attribute";
  /** The end of the component's own name: `numbers-area`. */
  readonly local: string;
  /** The property's prefixed name, where it is another vocabulary's. */
  readonly prefixed?: string;
  /** The property, in full, given the dataset's base. */
  property(base: { readonly base: string }): string;
  /** Of an attribute: whether every observation has it; where that follows from the city, how. */
  readonly required?: boolean | ((dataset: Dataset) => boolean);
}

export interface Cube {
  /** `numbers`: the cube is `def/#numbers`, its structure `def/#numbers-structure`. */
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly components: readonly Component[];
  /** Whether it is cut into slices, one for each year and one for each indicator. */
  readonly isSliced?: boolean;
  /** Those that it has only where the city's data ask for them, after the others. */
  further?(dataset: Dataset): readonly Component[];
}

type Kind = Component["kind"];

/** A component whose property is another vocabulary's. */
export const others = (
  kind: Kind,
  local: string,
  prefixed: Parameters<typeof name>[0],
  required?: Component["required"],
): Component => ({
  kind,
  local,
  prefixed,
  property: () => name(prefixed),
  ...(required === undefined ? {} : { required }),
});

/** A component whose property is our own. */
export const own = (kind: Kind, local: string, required?: Component["required"]): Component => ({
  kind,
  local,
  property: (base) => definitionIri(base, local),
  ...(required === undefined ? {} : { required }),
});

/** What every observation of an indicator is told apart by. */
const dimensions: readonly Component[] = [
  others("dimension", "area", "sdmx-dimension:refArea"),
  others("dimension", "period", "sdmx-dimension:refPeriod"),
  own("dimension", "indicator"),
  own("dimension", "breakdown"),
  others("dimension", "frequency", "sdmx-dimension:freq"),
];

/** What any observation may say of itself. */
const attributes: readonly Component[] = [
  own("attribute", "status", true),
  own("attribute", "periodStart", false),
  own("attribute", "periodEnd", false),
  own("attribute", "comparability", false),
  own("attribute", "comparabilityReason", false),
  own("attribute", "reading", true),
  others("attribute", "source", "prov:wasDerivedFrom", true),
  own("attribute", "page", false),
  others("attribute", "note", "rdfs:comment", false),
];

/** A number may have no unit (合計特殊出生率): then not every observation of the cube has one. */
const haveUnits = once((dataset): boolean => {
  const without = new Set(
    [...dataset.indicators.values()].flatMap(({ id, unit }) => (unit === undefined ? id : [])),
  );
  if (without.size === 0) return true;
  for (const { indicator, value } of dataset.observations())
    if (value.kind === "number" && without.has(indicator)) return false;
  return true;
});

/** 見込 and 途中 say up to which day they count. */
export const hasDays = once((dataset): boolean => {
  for (const { asOf } of dataset.observations()) if (asOf !== undefined) return true;
  return false;
});

export const numbersCube: Cube = {
  id: "numbers",
  title: { ja: "実績値（数値）", en: "Values that are numbers" },
  description: {
    ja: "数値のある実績値だけからなるデータキューブ。",
    en: "The cube of all observations that have a number, and of no others.",
  },
  components: [
    ...dimensions,
    others("measure", "value", "sdmx-measure:obsValue"),
    others("attribute", "unit", "sdmx-attribute:unitMeasure", haveUnits),
    own("attribute", "decimals", true),
    others("attribute", "sdmx-status", "sdmx-attribute:obsStatus", true),
    own("attribute", "change", false),
    ...attributes,
  ],
  isSliced: true,
  further: (dataset) => (hasDays(dataset) ? [own("attribute", "asOf", false)] : []),
};

export const statesCube: Cube = {
  id: "states",
  title: { ja: "状況（数値のない実績値）", en: "States, where there is no number" },
  description: {
    ja: "数値のない実績値からなるデータキューブ。進捗を言葉で示したもの、または値なしの理由を測定値とする。",
    en: "The cube of all observations without a number; its measure is a state: progress in words, or why there is no value.",
  },
  components: [...dimensions, own("measure", "state"), own("attribute", "words", false), ...attributes],
  isSliced: true,
};

/** Figures of what was done have other dimensions: a project, and what it does from year to year. */
export const activitiesCube: Cube = {
  id: "activities",
  title: { ja: "活動実績（数値）", en: "Figures of what was done" },
  description: {
    ja: "事業が年度内に行ったことの数値からなるデータキューブ。数値のない活動は含まない。",
    en: "The cube of the figures of what each project did in a year; actions without a figure are not in it.",
  },
  components: [
    others("dimension", "area", "sdmx-dimension:refArea"),
    others("dimension", "period", "sdmx-dimension:refPeriod"),
    own("dimension", "project"),
    own("dimension", "activity"),
    others("measure", "value", "sdmx-measure:obsValue"),
    others("attribute", "unit", "sdmx-attribute:unitMeasure", true),
    own("attribute", "decimals", true),
    own("attribute", "activityOrder", true),
    own("attribute", "what", true),
    own("attribute", "part", false),
    own("attribute", "qualifier", false),
    own("attribute", "asOf", false),
    own("attribute", "periodStart", false),
    own("attribute", "periodEnd", false),
    own("attribute", "reading", true),
    others("attribute", "source", "prov:wasDerivedFrom", true),
    own("attribute", "page", false),
    others("attribute", "note", "rdfs:comment", false),
  ],
};

/** Every cube of a release. Another kind of observation brings its cube here and its rows to its things. */
export function cubesOf({ activities }: Dataset): readonly Cube[] {
  const hasFigures = activities.some(({ value }) => value !== undefined);
  return hasFigures ? [numbersCube, statesCube, activitiesCube] : [numbersCube, statesCube];
}

/** A cube, its structure and the structure's components. */
export function* cubeResources(dataset: Dataset, cube: Cube): Iterable<Resource> {
  const { municipality } = dataset;
  const define = (local: string) => definitionIri(municipality, local);
  const components = [...cube.components, ...(cube.further?.(dataset) ?? [])];
  const componentIri = ({ local }: Component) => define(`${cube.id}-${local}`);
  const about: Property[] = [
    [name("rdfs:label"), texts(cube.title)],
    [name("rdfs:comment"), texts(cube.description)],
  ];
  yield resource(
    define(cube.id),
    [name("qb:DataSet")],
    [
      ...about,
      [name("qb:structure"), links(define(`${cube.id}-structure`))],
      [name("qb:slice"), cube.isSliced ? links(...sliceIris(dataset, cube.id)) : []],
      [name("dct:isPartOf"), links(catalogueIri(municipality, "dataset"))],
      [name("dct:publisher"), links(catalogueIri(municipality, "publisher"))],
      [name("dct:creator"), links(catalogueIri(municipality, "publisher"))],
      [name("dct:license"), links(municipality.licence.iri)],
      [name("dct:spatial"), links(areaIri(municipality))],
      [
        name("dct:accrualPeriodicity"),
        links("http://publications.europa.eu/resource/authority/frequency/ANNUAL"),
      ],
      [name("dct:issued"), date(dataset.releases[0]?.date)],
      [name("dct:modified"), date(dataset.releases.at(-1)?.date)],
      [
        name("prov:wasDerivedFrom"),
        [...dataset.sources.keys()].map((id) => iri(catalogueIri(municipality, id))),
      ],
    ],
  );
  yield resource(
    define(`${cube.id}-structure`),
    [name("qb:DataStructureDefinition")],
    [
      [name("rdfs:label"), texts({ ja: `${cube.title.ja}の構造`, en: `Structure of: ${cube.title.en}` })],
      [name("qb:component"), components.map((component) => iri(componentIri(component)))],
      [
        name("qb:sliceKey"),
        cube.isSliced ? sliceKeys.map(({ local }) => iri(define(`${cube.id}-${local}`))) : [],
      ],
    ],
  );
  for (const { local, label, property } of cube.isSliced ? sliceKeys : []) {
    yield resource(
      define(`${cube.id}-${local}`),
      [name("qb:SliceKey")],
      [
        [name("rdfs:label"), texts(label)],
        [name("qb:componentProperty"), links(property(municipality))],
      ],
    );
  }
  for (const [index, component] of components.entries()) {
    const { kind } = component;
    const required =
      typeof component.required === "function" ? component.required(dataset) : component.required;
    const isRequired: Property[] =
      kind === "attribute"
        ? [[name("qb:componentRequired"), [literal(String(required === true), name("xsd:boolean"))]]]
        : [];
    yield resource(
      componentIri(component),
      [name("qb:ComponentSpecification")],
      [
        [name(`qb:${kind}`), links(component.property(municipality))],
        [name("qb:order"), integer(index + 1)],
        ...isRequired,
        [define("codes"), links(listOf(municipality, component.prefixed))],
      ],
    );
  }
}
