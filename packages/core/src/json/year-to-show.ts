// Which year of a published indicator to show where none is asked for.

import type { IndicatorJson, IndicatorYearJson } from "./types.ts";

/** The newest that is not still being counted (集計中); the newest of all where none has been counted yet. */
export function yearToShow({
  years,
  shownYear,
}: Pick<IndicatorJson, "years" | "shownYear">): IndicatorYearJson | undefined {
  return years.find(({ year }) => year === shownYear) ?? years.at(-1);
}
