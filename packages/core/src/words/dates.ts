// The parts of a day, and whether an interval is of whole months: what every language's dates are put together from.

import type { Interval } from "../model/interval.ts";

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dateParts(date: string): DateParts {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

/** Of whole months, which are named without their days. */
export function isMonths({ start, end }: Interval): boolean {
  return start.endsWith("-01") && end === lastDayOfMonth(end);
}

function lastDayOfMonth(date: string): string {
  const { year, month } = dateParts(date);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
