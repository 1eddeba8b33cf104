// What a chart of one published indicator is drawn from: its points, targets, baseline and the values of elsewhere.

import type { IndicatorFileJson } from "@shihyo/core";
import { findIn } from "../shared/find.ts";
import type { ChartTargets, Point, Reference } from "./line-chart.ts";

/** Farther away than this many times the largest own value, a value of elsewhere is told in a row and not drawn. */
const farAway = 3;

/** A year's number with its printed decimals (`1.30`); nothing where the year has none. */
export function printedOf({ indicator }: IndicatorFileJson, year: number): string | undefined {
  const own = findIn(indicator.years, (one) => one.year === year)?.observations ?? [];
  return findIn(own, ({ breakdown }) => breakdown === undefined)?.printed;
}

export function chartData({ indicator }: IndicatorFileJson): {
  readonly points: readonly Point[];
  readonly plan: ChartTargets;
  readonly references: readonly Reference[];
} {
  const points = indicator.years.map(({ year, observations, unsurveyed }) => ({
    year,
    value: findIn(observations, ({ breakdown }) => breakdown === undefined)?.value,
    isBridged: unsurveyed,
  }));
  const { targets: all = [], references: elsewhere = [] } = indicator;
  const targets = all.flatMap(({ year, scope, value, upper }) =>
    value === undefined || scope === "base"
      ? []
      : { year, value, upper: upper === undefined ? undefined : Number(upper) },
  );
  // The newest word on where the city started: several targets say it again and again.
  const base = all.flatMap(({ baseYear, base: value }) =>
    value === undefined ? [] : { year: baseYear, value },
  );
  const own = [...points, ...targets, ...base].flatMap(({ value }) =>
    Number.isFinite(value) ? Math.abs(value as number) : [],
  );
  const most = Math.max(0, ...own) * farAway;
  const names: string[] = [];
  for (const { kind, name } of elsewhere) {
    if (kind !== "rank" && names.indexOf(name) < 0) names.push(name);
  }
  const references = names.flatMap((name) => {
    const its = elsewhere.flatMap((one) =>
      one.name === name && one.kind !== "rank" && Number.isFinite(one.value)
        ? { year: one.year, value: one.value as number }
        : [],
    );
    its.sort((a, b) => a.year - b.year);
    return its.length > 0 && its.every(({ value }) => Math.abs(value) <= most) ? { name, points: its } : [];
  });
  return { points, plan: { targets, base: base[base.length - 1] }, references };
}
