// Which year of an indicator is shown by default: the newest whose value is no longer being counted (集計中).

import type { FiscalYear } from "../model/fiscal-year.ts";
import type { Observation } from "../model/observation.ts";

/** The year to show, and the newer ones that are waited for. */
export interface ShownYear {
  readonly shown: FiscalYear;
  readonly waiting: readonly FiscalYear[];
}

/**
 * `observations` are one indicator's, oldest first. A year without a value for another reason (未実施, 該当なし …)
 * is a result and is shown; an indicator of which nothing has been counted yet shows its newest year.
 */
export function shownYear(observations: readonly Observation[]): ShownYear {
  const years = [...new Set(observations.map(({ year }) => year))];
  const isWaiting = (year: FiscalYear) => {
    const ofYear = observations.filter((one) => one.year === year);
    const whole = ofYear.filter(({ breakdown }) => breakdown === undefined);
    return (whole.length > 0 ? whole : ofYear).every(isPending);
  };
  // Between two surveys (調査年でない) the last survey's value stays.
  const isBetween = (year: FiscalYear) =>
    observations.filter((one) => one.year === year).every(isNotSurveyed);
  const shown = years.findLast((year) => !isWaiting(year) && !isBetween(year)) ?? years.at(-1) ?? 0;
  return { shown, waiting: years.filter((year) => year > shown && !isBetween(year)) };
}

/** Between two surveys there is no value, and none is missing. */
export function isNotSurveyed({ value }: Observation): boolean {
  return value.kind === "none" && value.reason === "notSurveyed";
}

function isPending({ value }: Observation): boolean {
  return value.kind === "none" && value.reason === "pending";
}
