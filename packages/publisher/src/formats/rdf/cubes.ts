// The cubes: what the observations of each have, and which cube an observation belongs to.

import {
  type Dataset,
  type DetailsOf,
  filledIn,
  type Observation,
  once,
  series,
  sinceSurvey,
  type TableWithDetails,
  type Text,
} from "@shihyo/core";
import { definitionIri } from "./iri.ts";
import type { Defined } from "./term.ts";
import { expandedIri } from "./vocabularies.ts";

export interface Component {
  readonly kind: "dimension" | "measure" | "attribute";
  /** The end of the component's own name: `numbers-area`. */
  readonly local: string;
  /** The property's prefixed name, where it is another vocabulary's. */
  readonly prefixed?: string;
  /** The property, in full, given the dataset's base. */
  property(base: { readonly base: string }): Defined;
  /** Of an attribute: whether every observation has it; where that follows from the city, how. */
  readonly required?: boolean | ((dataset: Dataset) => boolean);
}

export interface Cube {
  /** `numbers`: the cube is `def/#numbers`, its structure `def/#numbers-structure`. */
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly components: readonly Component[];
  /** What its slices are called, where it is cut into one for each year and one for each indicator. */
  readonly slices?: Text;
  /** Those that it has only where the city's data ask for them, after the others. */
  further?(dataset: Dataset): readonly Component[];
}

type Kind = Component["kind"];

/** A component whose property is another vocabulary's. */
export const others = (
  kind: Kind,
  local: string,
  prefixed: Parameters<typeof expandedIri>[0],
  required?: Component["required"],
): Component => ({
  kind,
  local,
  prefixed,
  property: () => expandedIri(prefixed),
  ...(required === undefined ? {} : { required }),
});

/** A component whose property is our own. */
export const componentOfOurs = (kind: Kind, local: string, required?: Component["required"]): Component => ({
  kind,
  local,
  property: (base) => definitionIri(base, local),
  ...(required === undefined ? {} : { required }),
});

/** The details that any of a cube's observations has, as attributes. */
export function detailComponents<T extends TableWithDetails>(
  table: T,
  records: Iterable<DetailsOf<T>>,
): Component[] {
  return filledIn(table, records).map(([, { property }]) => componentOfOurs("attribute", property, false));
}

/** What every observation of an indicator is told apart by. */
const dimensions: readonly Component[] = [
  others("dimension", "area", "sdmx-dimension:refArea"),
  others("dimension", "period", "sdmx-dimension:refPeriod"),
  componentOfOurs("dimension", "indicator"),
  componentOfOurs("dimension", "breakdown"),
  others("dimension", "frequency", "sdmx-dimension:freq"),
];

/** Where any observation stands in print, and what is noted of it. */
export const printedAttributes: readonly Component[] = [
  others("attribute", "source", "prov:wasDerivedFrom", true),
  componentOfOurs("attribute", "page", false),
  others("attribute", "note", "rdfs:comment", false),
];

/** What any observation may say of itself. */
const attributes: readonly Component[] = [
  componentOfOurs("attribute", "status", true),
  componentOfOurs("attribute", "periodStart", false),
  componentOfOurs("attribute", "periodEnd", false),
  componentOfOurs("attribute", "comparability", false),
  componentOfOurs("attribute", "comparabilityReason", false),
  componentOfOurs("attribute", "reading", true),
  ...printedAttributes,
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

/** Whether a survey is set beside the one before, with none in the years between. */
export const hasSurveys = once((dataset): boolean => {
  let isAny = false;
  for (const { value } of dataset.observations())
    if (value.kind === "none" && value.reason === "notSurveyed") {
      isAny = true;
      break;
    }
  if (!isAny) return false;
  for (const item of series(dataset))
    if (item.observations.some((one) => sinceSurvey(dataset, item, one) !== undefined)) return true;
  return false;
});

const observationDetails = once((dataset) => detailComponents("observations", dataset.observations()));

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
    componentOfOurs("attribute", "decimals", true),
    others("attribute", "sdmx-status", "sdmx-attribute:obsStatus", true),
    componentOfOurs("attribute", "change", false),
    ...attributes,
  ],
  slices: { ja: "数値", en: "numbers" },
  further: (dataset) => [
    ...(hasSurveys(dataset)
      ? [
          componentOfOurs("attribute", "surveyBefore", false),
          componentOfOurs("attribute", "changeSinceSurvey", false),
        ]
      : []),
    ...(hasDays(dataset) ? [componentOfOurs("attribute", "asOf", false)] : []),
    ...observationDetails(dataset),
  ],
};

export const statesCube: Cube = {
  id: "states",
  title: { ja: "状況（数値のない実績値）", en: "States, where there is no number" },
  description: {
    ja: "数値のない実績値からなるデータキューブ。進捗を言葉で示したもの、または値なしの理由を測定値とする。",
    en: "The cube of all observations without a number; its measure is a state: progress in words, or why there is no value.",
  },
  components: [
    ...dimensions,
    componentOfOurs("measure", "state"),
    componentOfOurs("attribute", "words", false),
    ...attributes,
  ],
  slices: { ja: "状況", en: "states" },
  further: (dataset) => observationDetails(dataset),
};

/** The cubes of observations of indicators; each observation is of one of them. */
export const observationCubes: readonly Cube[] = [numbersCube, statesCube];

export function cubeOf({ value }: Pick<Observation, "value">): Cube {
  return value.kind === "number" ? numbersCube : statesCube;
}

/** What is after `142123_`: the file that has the cube as cube.link writes it. */
export function cubeLinkFile({ id }: Pick<Cube, "id">): string {
  return `${id}.cube.ttl`;
}

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
    componentOfOurs("dimension", "project"),
    componentOfOurs("dimension", "activity"),
    others("measure", "value", "sdmx-measure:obsValue"),
    others("attribute", "unit", "sdmx-attribute:unitMeasure", true),
    componentOfOurs("attribute", "decimals", true),
    componentOfOurs("attribute", "activityOrder", true),
    componentOfOurs("attribute", "what", true),
    componentOfOurs("attribute", "part", false),
    componentOfOurs("attribute", "qualifier", false),
    componentOfOurs("attribute", "asOf", false),
    componentOfOurs("attribute", "periodStart", false),
    componentOfOurs("attribute", "periodEnd", false),
    componentOfOurs("attribute", "reading", true),
    componentOfOurs("attribute", "readingPart", false),
    ...printedAttributes,
  ],
  further: ({ activities }) => detailComponents("activities", activities),
};

/** Every cube of a release. Another kind of observation brings its cube here and its rows to its things. */
export function cubesOf({ activities }: Dataset): readonly Cube[] {
  const hasFigures = activities.some(({ value }) => value !== undefined);
  return hasFigures ? [...observationCubes, activitiesCube] : observationCubes;
}
