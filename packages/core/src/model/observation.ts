// An observation: one indicator, one reporting year, one breakdown, one value, one source.

import type { DetailsOf } from "./details.ts";
import type { Printed } from "./evaluation.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Interval } from "./interval.ts";
import type { ReadingStatus, Value, ValueStatus } from "./value.ts";

export interface Observation extends Printed, DetailsOf<"observations"> {
  readonly indicator: string;
  /** The year reported on, also for what is counted by calendar year. */
  readonly year: FiscalYear;
  /** A breakdown's ID; absent for the whole (全体, `_T`). */
  readonly breakdown?: string;
  readonly value: Value;
  readonly status: ValueStatus;
  readonly reading: ReadingStatus;
  /** What the value truly covers, where that is not what the indicator says. */
  readonly interval?: Interval;
  /** 時点: the day up to which a value of part of the year counts. */
  readonly asOf?: string;
}

/** `K0001FY2024`, `K0140FY2024B0001`. */
export function observationId({ indicator, year, breakdown = "" }: Observation): string {
  return `${indicator}FY${year}${breakdown}`;
}
