// The true interval that an observation covers (対象期間), where it is known.

import { yearInterval } from "../model/fiscal-year.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Interval } from "../model/interval.ts";
import type { Observation } from "../model/observation.ts";

/**
 * The observation's own interval; else the year for what is counted within one; else, for a cumulative
 * indicator whose beginning is known, from there to the end of the year. A value of part of the year ends
 * with its day (時点). A point of time that nobody has dated, and what is not known, have none.
 */
export function intervalOf(
  indicator: Indicator,
  { year, interval, asOf }: Observation,
): Interval | undefined {
  if (interval) return interval;
  if (indicator.aggregation === "pointInTime") return asOf ? { start: asOf, end: asOf } : undefined;
  const inYear = yearInterval(year, indicator.period === "calendar");
  const whole = asOf && asOf >= inYear.start && asOf < inYear.end ? { ...inYear, end: asOf } : inYear;
  if (indicator.aggregation === "single") return whole;
  if (indicator.aggregation === "cumulative" && indicator.cumulativeFrom !== undefined) {
    // A year before counting began has no interval: its end would lie before its beginning.
    if (indicator.cumulativeFrom > whole.end) return undefined;
    return { start: indicator.cumulativeFrom, end: whole.end };
  }
  return undefined;
}
