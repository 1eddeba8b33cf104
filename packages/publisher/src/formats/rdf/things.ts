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
import { indicatorResources } from "./indicator.ts";
import { wholeCode } from "./iri.ts";
import { observationWriter } from "./observation.ts";
import { nodeResources } from "./plan.ts";
import { correctionResources, provenanceResources } from "./provenance.ts";
import { reportResources } from "./report-facts.ts";
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
  const { nodes, sections, units, breakdowns, statuses, corrections } = dataset;
  const definitions = { ja: "定義", en: "Definitions" };
  const vocabulary = { ja: "語彙とデータ構造の定義", en: "Vocabulary and structures of the data" };
  yield made("definitions", "def/", definitions, vocabulary, () => definitionResources(dataset));
  for (const node of nodes.values())
    yield made("node", nodePath(node), node.levelName, node.name, function* () {
      yield* nodeResources(dataset, node);
      yield* reportResources(dataset, node.id);
    });
  const inCharge = { ja: "所管", en: "Section in charge" };
  for (const section of sections.values())
    yield made("section", sectionPath(section.id), inCharge, section.name, () =>
      sectionResources(dataset, section),
    );
  for (const unit of units.values())
    yield made("unit", unitPath(unit.id), { ja: "単位", en: "Unit" }, unit.name, () =>
      unitResources(dataset, unit),
    );
  for (const breakdown of [undefined, ...breakdowns.values()]) {
    const path = breakdownPath(breakdown?.id ?? wholeCode);
    const title = breakdown?.name ?? { ja: "全体", en: "The whole" };
    yield made("breakdown", path, { ja: "内訳", en: "Breakdown" }, title, () =>
      breakdownResources(dataset, breakdown),
    );
  }
  const ofValue = { ja: "値の状態", en: "Status of a value" };
  for (const status of statuses.values())
    yield made("status", statusPath(status.id), ofValue, status.name, () => statusResources(dataset, status));
  for (const year of yearsOf(dataset)) {
    const title = { ja: formatJapaneseYear(year), en: formatEnglishYear(year) };
    yield made("period", periodPath(year), { ja: "年度", en: "Fiscal year" }, title, function* () {
      yield* periodResources(dataset, year);
      yield* yearSlices(dataset, year);
    });
  }
  for (const correction of corrections) {
    const title = { ja: `訂正 ${correction.id}`, en: `Correction ${correction.id}` };
    yield made("correction", correctionPath(correction.id), { ja: "訂正", en: "Correction" }, title, () =>
      correctionResources(dataset, correction),
    );
  }
  yield* indicatorThings(dataset);
}

const made = (
  kind: ThingKind,
  path: string,
  kindName: Text,
  title: Text,
  resources: Thing["resources"],
): Thing => ({ kind, path, kindName, title, resources });

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
