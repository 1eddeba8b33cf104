// Why an indicator has no chart of its years, in words that stand in its place.

import type { Observation } from "../model/observation.ts";
import { cardPhrases } from "../words/readers.ts";
import type { Phrase } from "./phrases.ts";

/** A chart joins the numbers of the whole, of two years at least; `undefined` where it can be drawn. */
export function noChartText(observations: readonly Observation[]): Phrase | undefined {
  const numbers = observations.filter(({ value }) => value.kind === "number");
  const years = new Set(numbers.flatMap(({ breakdown, year }) => (breakdown === undefined ? year : [])));
  if (years.size > 1) return undefined;
  if (years.size === 1) return reasons.oneYear;
  return numbers.length > 0 ? reasons.partsAlone : reasons.noNumber;
}

const reasons = /* @__PURE__ */ cardPhrases((words) => words.noChart);
