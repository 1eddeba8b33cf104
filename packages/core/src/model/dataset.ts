// A dataset: everything that one municipality publishes about its plan, in one order for all outputs.

import type { Acknowledgement } from "./acknowledgement.ts";
import type { Activity, LeftOutFigure } from "./activity.ts";
import type { Break } from "./break.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Correction, Release, Source } from "./history.ts";
import type { Breakdown, Indicator, Unit } from "./indicator.ts";
import { labelIndicators } from "./label.ts";
import type { Listing } from "./listing.ts";
import type { Municipality } from "./municipality.ts";
import type { Placement, PlanNode, Section } from "./node.ts";
import { type Observation, observationId } from "./observation.ts";
import type { Status } from "./status.ts";
import type { Target } from "./target.ts";

/** A municipality's tables as read, in the order in which they stand in the files. */
export interface Tables {
  readonly municipality: Municipality;
  readonly sources: readonly Source[];
  readonly nodes: readonly PlanNode[];
  readonly placements: readonly Placement[];
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly units: readonly Unit[];
  readonly breakdowns: readonly Breakdown[];
  readonly statuses: readonly Status[];
  readonly listings: readonly Listing[];
  readonly observations: readonly Observation[];
  readonly breaks: readonly Break[];
  readonly targets: readonly Target[];
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
  readonly nodes: ReadonlyMap<string, PlanNode>;
  readonly placements: readonly Placement[];
  readonly sections: ReadonlyMap<string, Section>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly breakdowns: ReadonlyMap<string, Breakdown>;
  readonly statuses: ReadonlyMap<string, Status>;
  /** In the order of the printed report. */
  readonly listings: readonly Listing[];
  readonly breaks: readonly Break[];
  /** By indicator, then goal year. */
  readonly targets: readonly Target[];
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
  const indicatorPlace = new Map(tables.indicators.map(({ id }, index) => [id, index]));
  return {
    municipality: tables.municipality,
    sources: byId(tables.sources),
    nodes: byId(tables.nodes),
    placements: tables.placements,
    sections: byId(tables.sections),
    indicators,
    units: byId(tables.units),
    breakdowns: byId(tables.breakdowns),
    statuses: byId(tables.statuses),
    listings: tables.listings.toSorted((a, b) => a.order - b.order),
    breaks: tables.breaks,
    targets: tables.targets.toSorted(
      (a, b) =>
        (indicatorPlace.get(a.indicator) ?? 0) - (indicatorPlace.get(b.indicator) ?? 0) || a.year - b.year,
    ),
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

/**
 * The years that were begun and of which nothing is known yet: every row says 集計中. Only the newest ones count,
 * and a city that has no value at all keeps its years.
 */
export function begunYears(observations: Iterable<Observation>): ReadonlySet<FiscalYear> {
  const begun = new Set<FiscalYear>();
  let lastKnown = Number.NEGATIVE_INFINITY;
  for (const { year, value } of observations) {
    if (value.kind === "none" && value.reason === "pending") begun.add(year);
    else lastKnown = Math.max(lastKnown, year);
  }
  return new Set([...begun].filter((year) => lastKnown !== Number.NEGATIVE_INFINITY && year > lastKnown));
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
export function currentAndEarlier({
  indicators,
  breakdowns,
  sources,
  observations,
}: Pick<Tables, "indicators" | "breakdowns" | "sources" | "observations">): {
  readonly current: Observation[];
  readonly earlier: ReadonlyMap<string, readonly Observation[]>;
} {
  const place = (items: readonly { readonly id: string }[]) =>
    new Map(items.map(({ id }, index) => [id, index]));
  const indicatorPlace = place(indicators);
  const breakdownPlace = place(breakdowns);
  const sourcePlace = place(sources);
  const byKey = new Map<string, Observation[]>();
  for (const observation of observations) {
    const id = observationId(observation);
    const same = byKey.get(id);
    if (same) same.push(observation);
    else byKey.set(id, [observation]);
  }
  const current: Observation[] = [];
  const earlier = new Map<string, readonly Observation[]>();
  for (const [id, same] of byKey) {
    const inOrder =
      same.length === 1
        ? same
        : same.toSorted((a, b) => (sourcePlace.get(a.source) ?? -1) - (sourcePlace.get(b.source) ?? -1));
    current.push(...inOrder.slice(-1));
    if (inOrder.length > 1) earlier.set(id, inOrder.slice(0, -1));
  }
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
