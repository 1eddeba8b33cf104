// The parts that several of the published JSON files share: nodes, years, units, sources, releases, fixed words.

import { fixedWords } from "../figures/phrases.ts";
import type { Dataset } from "../model/dataset.ts";
import { defined } from "../model/defined.ts";
import {
  type FiscalYear,
  formatEnglishYear,
  formatJapaneseYear,
  yearInterval,
} from "../model/fiscal-year.ts";
import { groupBy } from "../model/group-by.ts";
import { placementsByNode, placementsByParent } from "../model/groups.ts";
import type { Unit } from "../model/indicator.ts";
import { nodePath, periodPath, thing, unitPath } from "../model/iri.ts";
import type { PlanNode } from "../model/node.ts";
import { once } from "../model/once.ts";
import type { Release } from "../model/release.ts";
import type { Source } from "../model/source.ts";
import { detailsOf } from "../tables/details.ts";
import { sameQudt } from "../tables/qudt.ts";
import { forReaders } from "../words/readers.ts";
import type { IndicatorFileJson, NodeJson, ReleaseJson, SourceJson, UnitJson, YearJson } from "./types.ts";

export function nodeJson(dataset: Dataset, node: PlanNode, iri: (path: string) => string): NodeJson {
  const placements = (placementsByNode(dataset).get(node.id) ?? []).map(
    ({ node: _, ...placement }) => placement,
  );
  const { id, level, levelName, folder, name, reading, ...rest } = node;
  return {
    id,
    iri: iri(thing(nodePath(node))),
    level,
    levelName,
    folder,
    name,
    reading,
    ...rest,
    placements,
  };
}

export function yearJson(year: FiscalYear, iri: (path: string) => string): YearJson {
  const { start, end } = yearInterval(year);
  return {
    year,
    ja: formatJapaneseYear(year),
    en: formatEnglishYear(year),
    start,
    end,
    iri: iri(thing(periodPath(year))),
  };
}

export function unitJson(unit: Unit, iri: (path: string) => string): UnitJson {
  const { id, name, singular, kind, ucum, differenceUnit, printed } = unit;
  return defined<UnitJson>({
    id,
    iri: iri(thing(unitPath(id))),
    name,
    singular,
    kind,
    qudt: sameQudt(unit),
    ucum,
    differenceUnit,
    printed,
    ...detailsOf("units", unit),
  });
}

export function sourceJson(source: Source): SourceJson {
  return source;
}

export function releaseJson(release: Release): ReleaseJson {
  const { version, date, note } = release;
  return { version, date, note, ...detailsOf("releases", release) };
}

/** Whose a file of its own is, and the words that must stand beside it. */
export function ownFileHead(
  dataset: Dataset,
): Pick<IndicatorFileJson, "municipality" | "attribution" | "licence" | "release"> {
  const { code, name, official, languages, attribution, licence } = dataset.municipality;
  return {
    municipality: { code, name, official, languages: [...languages] },
    attribution,
    licence,
    release: currentRelease(dataset),
  };
}

/** The newest release; a checked dataset has one. */
export function currentRelease({ releases }: Dataset): ReleaseJson {
  const release = releases.at(-1);
  if (!release) throw new Error("a dataset without a release passed the checks");
  return releaseJson(release);
}

/** The IDs of the indicators listed under a node or below it, in the report's order, each once. */
export function indicatorsBelow(dataset: Dataset, id: string): string[] {
  const within = new Set([id]);
  // A set is walked on while it grows, so this goes down every level.
  for (const parent of within) {
    for (const placement of placementsByParent(dataset).get(parent) ?? []) within.add(placement.node);
  }
  const { byNode, byPlace } = listingPlaces(dataset);
  // A node that stands under two others is printed under each with the indicators that belong there.
  const here = new Set(byNode.get(id) ?? []);
  for (const node of within) for (const listing of byPlace.get(node) ?? []) here.add(listing);
  const listed = [...here].toSorted((a, b) => a - b).flatMap((at) => dataset.listings[at]?.indicator ?? []);
  return [...new Set(listed)];
}

/** Where in the dataset's listings those are that stand at a node, and those that are printed below it: `above`, else the node itself. */
const listingPlaces = once(({ listings }) => {
  const places = listings.map((_, at) => at);
  return {
    byNode: groupBy(places, (at) => listings[at]?.node),
    byPlace: groupBy(places, (at) => listings[at]?.above ?? listings[at]?.node),
  };
});

export function wordsJson(): IndicatorFileJson["words"] {
  return forReaders(fixedWords);
}
