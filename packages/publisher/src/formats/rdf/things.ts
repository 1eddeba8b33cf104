// Everything that has a page of its own, with the triples that say what it is: together they are the graph.

import {
  breakdownPath,
  comparisonsOf,
  correctionPath,
  type Dataset,
  formatEnglishYear,
  formatJapaneseYear,
  indicatorPath,
  nodePath,
  once,
  periodPath,
  type Series,
  sectionPath,
  series,
  statusPath,
  type Text,
  unitPath,
} from "@shihyo/core";
import {
  breakdownResources,
  periodResources,
  sectionResources,
  statusResources,
  unitResources,
  yearsOf,
} from "./code-lists.ts";
import { definitionResources } from "./definitions.ts";
import { earlierPrints } from "./earlier-print.ts";
import { correctionResources, provenanceResources } from "./history.ts";
import { indicatorResources } from "./indicator.ts";
import { wholeCode } from "./iri.ts";
import { observationWriter } from "./observation.ts";
import { nodeResources } from "./plan.ts";
import { reportResources } from "./report.ts";
import { indicatorSlices, yearSlices } from "./slices.ts";
import { targetResources } from "./target.ts";
import type { Resource } from "./term.ts";
import type { GraphPart } from "./turtle.ts";

type ThingKind =
  | "definitions"
  | "node"
  | "unit"
  | "breakdown"
  | "status"
  | "period"
  | "section"
  | "indicator"
  | "correction";

export interface Thing {
  readonly kind: ThingKind;
  /** The folder of its page below the base: `units/U01/`. */
  readonly path: string;
  /** What kind of thing it is, and what it is called. */
  readonly kindName: Text;
  readonly title: Text;
  /** Every subject that its page describes. Can be walked again. */
  resources(): Iterable<Resource>;
}

/** A city of this many observations has its graph held in memory; a larger one has it made anew at each walk. */
const heldObservations = 20_000;

/** All of them, in the order in which the graph names them; the observations come with their indicators. */
export function things(dataset: Dataset): Iterable<Thing> {
  const observations = dataset.observations();
  const isHeld = Array.isArray(observations) && observations.length <= heldObservations;
  return isHeld ? heldThings(dataset) : walkThings(dataset);
}

/** Three notations, the files and the pages all ask for the same resources. */
const heldThings = once((dataset): readonly Thing[] =>
  [...walkThings(dataset)].map((thing) => {
    let held: readonly Resource[] | undefined;
    return {
      ...thing,
      resources: () => {
        held ??= [...thing.resources()];
        return held;
      },
    };
  }),
);

function* walkThings(dataset: Dataset): Iterable<Thing> {
  yield {
    kind: "definitions",
    path: "def/",
    kindName: { ja: "定義", en: "Definitions" },
    title: { ja: "語彙とデータ構造の定義", en: "Vocabulary and structures of the data" },
    resources: () => definitionResources(dataset),
  };
  for (const node of dataset.nodes.values()) {
    yield {
      kind: "node",
      path: nodePath(node),
      kindName: node.levelName,
      title: node.name,
      *resources() {
        yield* nodeResources(dataset, node);
        yield* reportResources(dataset, node.id);
      },
    };
  }
  for (const section of dataset.sections.values()) {
    yield {
      kind: "section",
      path: sectionPath(section.id),
      kindName: { ja: "所管", en: "Section in charge" },
      title: section.name,
      resources: () => sectionResources(dataset, section),
    };
  }
  for (const unit of dataset.units.values()) {
    yield {
      kind: "unit",
      path: unitPath(unit.id),
      kindName: { ja: "単位", en: "Unit" },
      title: unit.name,
      resources: () => unitResources(dataset, unit),
    };
  }
  for (const breakdown of [undefined, ...dataset.breakdowns.values()]) {
    yield {
      kind: "breakdown",
      path: breakdownPath(breakdown?.id ?? wholeCode),
      kindName: { ja: "内訳", en: "Breakdown" },
      title: breakdown?.name ?? { ja: "全体", en: "The whole" },
      resources: () => breakdownResources(dataset, breakdown),
    };
  }
  for (const status of dataset.statuses.values()) {
    yield {
      kind: "status",
      path: statusPath(status.id),
      kindName: { ja: "値の状態", en: "Status of a value" },
      title: status.name,
      resources: () => statusResources(dataset, status),
    };
  }
  for (const year of yearsOf(dataset)) {
    yield {
      kind: "period",
      path: periodPath(year),
      kindName: { ja: "年度", en: "Fiscal year" },
      title: { ja: formatJapaneseYear(year), en: formatEnglishYear(year) },
      *resources() {
        yield* periodResources(dataset, year);
        yield* yearSlices(dataset, year);
      },
    };
  }
  for (const correction of dataset.corrections) {
    yield {
      kind: "correction",
      path: correctionPath(correction.id),
      kindName: { ja: "訂正", en: "Correction" },
      title: { ja: `訂正 ${correction.id}`, en: `Correction ${correction.id}` },
      resources: () => correctionResources(dataset, correction),
    };
  }
  yield* indicatorThings(dataset);
}

function* indicatorThings(dataset: Dataset): Iterable<Thing> {
  const written = observationWriter(dataset);
  const thingOf = (item: Series): Thing => {
    const { indicator } = item;
    return {
      kind: "indicator",
      path: indicatorPath(indicator.id),
      kindName: { ja: "指標", en: "Indicator" },
      title: dataset.labels.get(indicator.id) ?? indicator.name,
      *resources() {
        yield* indicatorResources(dataset, indicator);
        yield* targetResources(dataset, item);
        yield* reportResources(dataset, indicator.id);
        yield* indicatorSlices(dataset, indicator, item.observations);
        for (const comparison of comparisonsOf(dataset, item)) yield written(item, comparison);
        yield* earlierPrints(dataset, item);
      },
    };
  };
  const seen = new Set<string>();
  for (const item of series(dataset)) {
    seen.add(item.indicator.id);
    yield thingOf(item);
  }
  // A new indicator, of which nothing has been reported yet.
  for (const indicator of dataset.indicators.values()) {
    if (!seen.has(indicator.id)) yield thingOf({ indicator, observations: [] });
  }
}

/** The whole graph, thing by thing, with a heading for each. */
export function* graph(dataset: Dataset): Iterable<GraphPart> {
  for (const thing of things(dataset)) yield graphPart(thing);
  yield { heading: "出典と発行者 Sources and publisher", resources: provenanceResources(dataset) };
}

export function graphPart({ kindName, title, path, resources }: Thing): GraphPart {
  const id = path.split("/")[1] ?? "";
  return { heading: `${kindName.ja} ${id} ${title.ja}`.replace(/ +/g, " "), resources: resources() };
}
