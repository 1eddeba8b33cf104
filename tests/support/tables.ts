// A small city made in a test: tables that are right as they are, to be changed where a test is about it.

import {
  createDataset,
  type Dataset,
  type Indicator,
  type Observation,
  parseDecimal,
  type Series,
  series,
  type Tables,
  type Unit,
  type Value,
} from "@shihyo/core";

export function number(text: string): Value {
  return { kind: "number", number: parseDecimal(text)! };
}

export function words(text: string): Value {
  return { kind: "words", words: text };
}

export function none(reason: Extract<Value, { kind: "none" }>["reason"]): Value {
  return { kind: "none", reason };
}

const units: readonly Unit[] = [
  { id: "U01", name: { ja: "人", en: "persons" }, kind: "persons" },
  { id: "U02", name: { ja: "%", en: "%" }, kind: "share", differenceUnit: "ポイント" },
  { id: "U03", name: { ja: "回" }, kind: "count" },
];

export function indicator(more: Partial<Indicator> = {}): Indicator {
  return {
    id: "K0001",
    name: { ja: "利用者数", en: "Users" },
    kind: "indicator",
    unit: "U01",
    period: "fiscal",
    aggregation: "single",
    shareLimited: true,
    direction: "none",
    reading: "certain",
    ...more,
  };
}

export function observation(year: number, value: Value, more: Partial<Observation> = {}): Observation {
  return {
    indicator: "K0001",
    year,
    value,
    status: value.kind === "none" ? "none" : "final",
    reading: "certain",
    source: "SR01",
    ...more,
  };
}

/** What every node of the last level has. */
const project = {
  level: 4,
  levelName: { ja: "事業", en: "Project" },
  folder: "projects",
  plan: "P01",
} as const;

export function tables(more: Partial<Tables> = {}): Tables {
  const text = { ja: "見本" };
  return {
    municipality: {
      code: "999997",
      name: { ja: "見本市" },
      prefecture: text,
      languages: ["ja"],
      base: "https://shihyo.example/",
      official: false,
      publisher: { name: text },
      sourceBody: { name: text },
      title: text,
      description: text,
      attribution: text,
      licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
    },
    sources: [
      { id: "SR01", title: text, body: text },
      { id: "SR02", title: text, body: text },
    ],
    levels: [{ plan: "P01", order: 4, name: project.levelName, folder: project.folder }],
    indicatorKinds: [],
    grades: [],
    evaluations: [],
    references: [],
    costs: [],
    nodes: [
      { id: "J0001", ...project, name: { ja: "東館事業", en: "East Hall" }, reading: "certain" },
      { id: "J0002", ...project, name: { ja: "西館事業" }, reading: "certain" },
    ],
    placements: [],
    sections: [],
    indicators: [indicator()],
    units,
    breakdowns: [
      { id: "B0001", name: { ja: "東小", en: "East" } },
      { id: "B0002", name: { ja: "西小" } },
    ],
    statuses: [],
    listings: [],
    observations: [],
    targets: [],
    acknowledgements: [],
    activities: [],
    leftOut: [],
    breaks: [],
    corrections: [],
    releases: [{ version: "1", date: "2025-08-01", note: text }],
    ...more,
  };
}

/** One indicator's observations as a dataset with that series alone. */
export function seriesOf(
  observations: readonly Observation[],
  more: Partial<Indicator> = {},
  other: Partial<Tables> = {},
): { readonly dataset: Dataset; readonly series: Series } {
  const dataset = createDataset(tables({ indicators: [indicator(more)], observations, ...other }));
  return { dataset, series: [...series(dataset)][0]! };
}
