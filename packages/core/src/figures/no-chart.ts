// Why an indicator has no chart of its years, in words that stand in its place.

import type { Observation } from "../model/observation.ts";
import type { Phrase } from "./phrases.ts";

/** A chart joins the numbers of the whole, of two years at least; `undefined` where it can be drawn. */
export function noChartText(observations: readonly Observation[]): Phrase | undefined {
  const numbers = observations.filter(({ value }) => value.kind === "number");
  const years = new Set(numbers.flatMap(({ breakdown, year }) => (breakdown === undefined ? year : [])));
  if (years.size > 1) return undefined;
  if (years.size === 1) return oneYear;
  return numbers.length > 0 ? partsAlone : noNumber;
}

const oneYear: Phrase = {
  ja: "数値が1つの年度にしかないため、グラフはありません。",
  en: "Only one year has a number, so there is no chart.",
  easy: "数字が 1つの 年しか ないので、グラフは ありません。",
};
const partsAlone: Phrase = {
  ja: "値が内訳ごとにしかなく、全体の数値がないため、グラフはありません。",
  en: "There are only numbers of parts and none of the whole, so there is no chart.",
  easy: "わけた 数字しか なくて、ぜんぶの 数字が ないので、グラフは ありません。",
};
const noNumber: Phrase = {
  ja: "数値で表される値がないため、グラフはありません。",
  en: "No year has a number, so there is no chart.",
  easy: "数字が ないので、グラフは ありません。",
};
