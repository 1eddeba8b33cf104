// A dataset: everything that one municipality publishes about its plan, in one order for all outputs.

import type { Acknowledgement } from "./acknowledgement.ts";
import type { Activity, LeftOutFigure } from "./activity.ts";
import type { Break } from "./break.ts";
import type { Correction } from "./correction.ts";
import {
  type Cost,
  costId,
  type Evaluation,
  evaluationId,
  type Grade,
  type ReferenceValue,
  referenceId,
} from "./evaluation.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import { groupBy } from "./group-by.ts";
import type { Breakdown, Indicator, IndicatorKind, Unit } from "./indicator.ts";
import { labelIndicators } from "./label.ts";
import type { Level } from "./level.ts";
import type { Listing } from "./listing.ts";
import type { Municipality } from "./municipality.ts";
import type { Placement, PlanNode, Section } from "./node.ts";
import { type Observation, observationId } from "./observation.ts";
import type { Release } from "./release.ts";
import type { Source } from "./source.ts";
import type { Status } from "./status.ts";
import { type Target, targetId } from "./target.ts";

/** A municipality's tables as read, in the order in which they stand in the files. */
export interface Tables {
  readonly municipality: Municipality;
  readonly sources: readonly Source[];
  readonly levels: readonly Level[];
  readonly nodes: readonly PlanNode[];
  readonly placements: readonly Placement[];
  readonly sections: readonly Section[];
  readonly indicatorKinds: readonly IndicatorKind[];
  readonly indicators: readonly Indicator[];
  readonly units: readonly Unit[];
  readonly breakdowns: readonly Breakdown[];
  readonly statuses: readonly Status[];
  readonly listings: readonly Listing[];
  readonly observations: readonly Observation[];
  readonly breaks: readonly Break[];
  readonly targets: readonly Target[];
  readonly grades: readonly Grade[];
  readonly evaluations: readonly Evaluation[];
  readonly references: readonly ReferenceValue[];
  readonly costs: readonly Cost[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly activities: readonly Activity[];
  /** What was printed in the achievements and is no activity. */
  readonly leftOut: readonly LeftOutFigure[];
  readonly corrections: readonly Correction[];
  readonly releases: readonly Release[];
}

/** Tables that were checked, with the ways through them that every output needs. */
export interface Dataset {
  readonly municipality: Municipality;
  readonly sources: ReadonlyMap<string, Source>;
  /** By plan in the order of the table, from the top down. */
  readonly levels: readonly Level[];
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly placements: readonly Placement[];
  readonly sections: ReadonlyMap<string, Section>;
  /** By name (指標区分). */
  readonly indicatorKinds: ReadonlyMap<string, IndicatorKind>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly breakdowns: ReadonlyMap<string, Breakdown>;
  readonly statuses: ReadonlyMap<string, Status>;
  /** In the order of the printed report. */
  readonly listings: readonly Listing[];
  readonly breaks: readonly Break[];
  /** By indicator, then goal year; a later source's takes the place of an earlier one. */
  readonly targets: readonly Target[];
  /** What earlier documents set for the same indicator and year, by target ID, oldest first. */
  readonly earlierTargets: ReadonlyMap<string, readonly Target[]>;
  readonly grades: readonly Grade[];
  /** The city's verdicts, oldest year first. */
  readonly evaluations: readonly Evaluation[];
  readonly references: readonly ReferenceValue[];
  readonly costs: readonly Cost[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** 活動実績, oldest year first, each year in the order of the printed report. */
  readonly activities: readonly Activity[];
  readonly leftOut: readonly LeftOutFigure[];
  readonly corrections: readonly Correction[];
  /** Oldest first. */
  readonly releases: readonly Release[];
  /** The years that have observations, oldest first. */
  readonly years: readonly FiscalYear[];
  /** 表示名: a unique label for each indicator. */
  readonly labels: ReadonlyMap<string, { readonly ja: string; readonly en: string }>;
  /**
   * The observations that count, by indicator, then year, then breakdown (the whole first).
   * Can be walked again and again; a later source's print takes the place of an earlier one.
   */
  observations(): Iterable<Observation>;
  /**
   * What earlier documents printed where a later one printed the same observation again, by observation ID,
   * oldest first. They no longer count, and are kept.
   */
  readonly earlierPrints: ReadonlyMap<string, readonly Observation[]>;
}

export function createDataset(tables: Tables): Dataset {
  const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  const indicators = byId(tables.indicators);
  const { current: observations, earlier: earlierPrints } = currentAndEarlier(tables);
  const indicatorPlace = placesOf(tables.indicators);
  const planPlace = placesOf(tables.nodes);
  const targets = printsOf(tables, tables.targets, targetId);
  const oldestFirst = <T extends { readonly year: FiscalYear; readonly source: string }>(
    items: readonly T[],
    idOf: (item: T) => string,
  ) => {
    const current = new Set(printsOf(tables, items, idOf).current);
    return items.filter((item) => current.has(item)).toSorted((a, b) => a.year - b.year);
  };
  return {
    municipality: tables.municipality,
    sources: byId(tables.sources),
    levels: tables.levels.toSorted(
      (a, b) => (planPlace.get(a.plan) ?? 0) - (planPlace.get(b.plan) ?? 0) || a.order - b.order,
    ),
    nodes: byId(tables.nodes),
    placements: tables.placements,
    sections: byId(tables.sections),
    indicatorKinds: kindsOf(tables),
    indicators,
    units: byId(tables.units),
    breakdowns: byId(tables.breakdowns),
    statuses: byId(tables.statuses),
    listings: tables.listings.toSorted((a, b) => a.order - b.order),
    breaks: tables.breaks,
    targets: targets.current.toSorted(
      (a, b) =>
        (indicatorPlace.get(a.indicator) ?? 0) - (indicatorPlace.get(b.indicator) ?? 0) ||
        targetRank(a) - targetRank(b),
    ),
    earlierTargets: targets.earlier,
    grades: tables.grades,
    evaluations: oldestFirst(tables.evaluations, evaluationId),
    references: oldestFirst(tables.references, referenceId),
    costs: oldestFirst(tables.costs, costId),
    acknowledgements: tables.acknowledgements,
    activities: tables.activities.toSorted((a, b) => a.year - b.year),
    leftOut: tables.leftOut,
    corrections: tables.corrections,
    releases: tables.releases.toSorted((a, b) => byCodeUnit(a.date, b.date)),
    years: [...new Set(observations.map(({ year }) => year))].toSorted((a, b) => a - b),
    labels: labelIndicators(tables),
    observations: () => observations,
    earlierPrints,
  };
}

/** A city that has not said what its kinds are has the words that it uses. */
function kindsOf({ indicatorKinds, indicators }: Tables): ReadonlyMap<string, IndicatorKind> {
  const kinds = new Map(indicatorKinds.map((kind) => [kind.name.ja, kind]));
  for (const { kind } of indicators)
    if (!kinds.has(kind)) kinds.set(kind, { name: { ja: kind }, broad: "other" });
  return kinds;
}

/** What several documents print of one thing: what the one that stands last says, and what was said before, by the thing. */
interface Prints<T> {
  readonly current: T[];
  readonly earlier: ReadonlyMap<string, readonly T[]>;
}

function printsOf<T extends { readonly source: string }>(
  { sources }: Pick<Tables, "sources">,
  items: readonly T[],
  idOf: (item: T) => string,
): Prints<T> {
  const place = placesOf(sources);
  const current: T[] = [];
  const earlier = new Map<string, readonly T[]>();
  for (const [id, same] of groupBy(items, idOf)) {
    const inOrder =
      same.length === 1
        ? same
        : same.toSorted((a, b) => (place.get(a.source) ?? -1) - (place.get(b.source) ?? -1));
    current.push(...inOrder.slice(-1));
    if (inOrder.length > 1) earlier.set(id, inOrder.slice(0, -1));
  }
  return { current, earlier };
}

function placesOf(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]));
}

/** A baseline first, then by goal year, the end of the plan after that year's own; one without a year last. */
function targetRank({ scope, year }: Target): number {
  if (scope === "base") return 0;
  return (year ?? 9999) + (scope === "final" ? 0.5 : 0);
}

/**
 * The years that were begun and of which nothing is known yet: every row says 集計中. Only the newest ones count, and
 * earlier ones that are being filled in; a city that has no value at all keeps its years.
 */
export function begunYears(observations: Iterable<Observation>): ReadonlySet<FiscalYear> {
  const begun = new Set<FiscalYear>();
  let firstKnown = Number.POSITIVE_INFINITY;
  let lastKnown = Number.NEGATIVE_INFINITY;
  for (const { year, value } of observations) {
    if (value.kind === "none" && value.reason === "pending") begun.add(year);
    else {
      firstKnown = Math.min(firstKnown, year);
      lastKnown = Math.max(lastKnown, year);
    }
  }
  if (firstKnown > lastKnown) return new Set();
  return new Set([...begun].filter((year) => year > lastKnown || year < firstKnown));
}

/** The dataset as it may be shown: a year is published from its first value on, or cards would lose the last one. */
export function withoutBegunYears(dataset: Dataset): Dataset {
  const begun = begunYears(dataset.observations());
  if (begun.size === 0) return dataset;
  const observations = [...dataset.observations()].filter(({ year }) => !begun.has(year));
  return {
    ...dataset,
    years: dataset.years.filter((year) => !begun.has(year)),
    observations: () => observations,
  };
}

/** Of several prints of one observation, the one from the source that stands last in sources.json counts. */
export function currentAndEarlier(
  tables: Pick<Tables, "indicators" | "breakdowns" | "sources" | "observations">,
): Prints<Observation> {
  const indicatorPlace = placesOf(tables.indicators);
  const breakdownPlace = placesOf(tables.breakdowns);
  const { current, earlier } = printsOf(tables, tables.observations, observationId);
  const breakdownRank = ({ breakdown }: Observation) =>
    breakdown === undefined ? -1 : (breakdownPlace.get(breakdown) ?? 0);
  current.sort(
    (a, b) =>
      (indicatorPlace.get(a.indicator) ?? 0) - (indicatorPlace.get(b.indicator) ?? 0) ||
      a.year - b.year ||
      breakdownRank(a) - breakdownRank(b),
  );
  return { current, earlier };
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last year that was reported on. */
export function latestYear({ years }: Dataset): FiscalYear | undefined {
  return years.at(-1);
}
