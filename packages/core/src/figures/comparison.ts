// One year's value beside last year's: whether they may be compared, the change, and what the city thinks of it.

import type { Dataset } from "../model/dataset.ts";
import { absolute, compareDecimals, type Decimal, percentOf, subtract } from "../model/decimal.ts";
import type { FiscalYear } from "../model/fiscal-year.ts";
import { breaksByIndicator } from "../model/groups.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Observation } from "../model/observation.ts";
import type { Series } from "../model/series-of-values.ts";
import type { Text } from "../model/text.ts";
import { bracketed, sentence } from "../words/readers.ts";
import type { Sentences } from "../words/sentences.ts";
import type { Assessment } from "./assessment.ts";
import { noValueReasonText, type Phrase } from "./phrases.ts";
import { tentativeReason } from "./surety.ts";

export interface Change {
  /** This year's value minus last year's, exact. */
  readonly difference: Decimal;
  /** The difference in percent of last year's value, to one decimal; absent for shares, for places and from zero. */
  readonly rate?: Decimal;
}

export interface Comparison {
  readonly current: Observation;
  /** Last year's observation of the same breakdown, where there is one. */
  readonly previous?: Observation;
  /** Absent for the first year of the dataset, which has nothing to be compared with. */
  readonly comparable?: boolean;
  /** Why the years do not compare. */
  readonly reason?: Text;
  /** The same for each reader, where the words are ours; a reason that the city wrote stays as it is. */
  readonly ownReason?: Phrase;
  readonly change?: Change;
  /** Why the change is no more than a hint: a value of either year is not sure. */
  readonly tentative?: Phrase;
  readonly assessment: Assessment;
  /** That the numbers are places (順位): the smaller is the higher. */
  readonly isRank?: true;
}

/** Compares every observation of a series with that of the year before. */
export function compareSeries(dataset: Dataset, of: Series): Comparison[] {
  return [...comparisonsOf(dataset, of)];
}

/** The same one after another: of a long series none is held longer than it is asked for. */
export function* comparisonsOf(dataset: Dataset, { indicator, observations }: Series): Iterable<Comparison> {
  const byPart = new Map<string | undefined, Map<FiscalYear, Observation>>();
  for (const observation of observations) {
    const { breakdown, year } = observation;
    const ofPart = byPart.get(breakdown);
    if (ofPart) ofPart.set(year, observation);
    else byPart.set(breakdown, new Map([[year, observation]]));
  }
  const firstYear = dataset.years[0];
  for (const current of observations) {
    const previous = byPart.get(current.breakdown)?.get(current.year - 1);
    if (current.year === firstYear) yield { current, assessment: "notComparable" };
    else yield compare(dataset, indicator, current, previous);
  }
}

/**
 * A survey's value beside that of the survey before, where all years between were no survey years; `undefined`
 * where the year before has a value of its own, or nothing was surveyed before.
 */
export function sinceSurvey(
  dataset: Dataset,
  { indicator, observations }: Series,
  current: Observation,
): Comparison | undefined {
  if (current.value.kind !== "number") return undefined;
  const before = observations
    .filter(({ year, breakdown }) => year < current.year && breakdown === current.breakdown)
    .toSorted((a, b) => b.year - a.year);
  const at = before.findIndex(({ value }) => value.kind !== "none" || value.reason !== "notSurveyed");
  const last = before[at];
  if (at < 1 || last?.value.kind !== "number") return undefined;
  const compared = compare(dataset, indicator, current, last);
  return compared.change ? compared : undefined;
}

function compare(
  dataset: Dataset,
  indicator: Indicator,
  current: Observation,
  previous: Observation | undefined,
): Comparison {
  const pair = previous ? { current, previous } : { current };
  const apart = (reason: Text): Comparison => ({
    ...pair,
    comparable: false,
    reason,
    assessment: "notComparable",
  });
  const apartFor = (own: Phrase): Comparison => ({ ...apart({ ja: own.ja, en: own.en }), ownReason: own });
  const breakBetween = breaksByIndicator(dataset)
    .get(indicator.id)
    ?.find(({ before, after }) => before < current.year && after >= current.year);
  if (breakBetween) return apart(breakBetween.reason);
  if (current.value.kind === "words" || previous?.value.kind === "words")
    return apartFor(sentence((words) => words.notNumbers));
  const calendar = indicator.period === "calendar";
  if (current.value.kind === "none")
    return apartFor(noValueText((words) => words.noValueNow(calendar), current.value.reason));
  if (!previous) return apartFor(sentence((words) => words.noValueBefore(calendar)));
  if (previous.value.kind === "none") {
    return apartFor(noValueText((words) => words.noValueBefore(calendar), previous.value.reason));
  }
  const isShare = dataset.units.get(indicator.unit ?? "")?.kind === "share";
  const difference = subtract(current.value.number, previous.value.number);
  const isPlace = isRank(dataset, indicator);
  // Neither a share nor a place has a percentage of its own that means anything.
  const rate = isShare || isPlace ? undefined : percentOf(difference, previous.value.number, 1);
  const change: Change = rate === undefined ? { difference } : { difference, rate };
  const tentative = tentativeReason(current, previous, calendar);
  return {
    current,
    previous,
    comparable: true,
    change,
    assessment: assess(indicator, change),
    ...(tentative ? { tentative } : {}),
    ...(isPlace ? { isRank: true } : {}),
  };
}

/** Good or bad only where the city itself said which way is better. */
function assess({ direction, directionBasis }: Indicator, { difference }: Change): Assessment {
  if (direction === "none" || directionBasis !== "city") return "notJudged";
  const sign = compareDecimals(difference, { digits: 0n, scale: 0 });
  // What was to be kept and was kept has not become better: nothing changed.
  if (sign === 0) return "steady";
  if (direction === "keep") return "notJudged";
  return sign > 0 === (direction === "increase") ? "better" : "worse";
}

/** From fewer than this many a rate says more about the smallness of the number than about the change. */
const fewest: Decimal = { digits: 20n, scale: 0 };
const wildest: Decimal = { digits: 1000n, scale: 0 };

/** The rate where it tells something: not from a few, not where a value is unsure or nothing changed. */
export function tellingRate({ previous, change, tentative }: Comparison): Decimal | undefined {
  const { rate } = change ?? {};
  if (!rate || tentative || rate.digits === 0n || previous?.value.kind !== "number") return undefined;
  if (compareDecimals(absolute(previous.value.number), fewest) < 0) return undefined;
  return compareDecimals(absolute(rate), wildest) < 0 ? rate : undefined;
}

/** Whether an indicator's numbers are places in an order: 24位. */
export function isRank(dataset: Dataset, { unit, shape }: Indicator): boolean {
  return shape === "rank" || dataset.units.get(unit ?? "")?.name.ja === "位";
}

/** Up, down or the same; `undefined` where nothing was compared. From 24位 to 21位 is up. */
export function movement({ change, isRank }: Comparison): "up" | "down" | "same" | undefined {
  if (!change) return undefined;
  const moved = compareDecimals(change.difference, { digits: 0n, scale: 0 });
  const sign = isRank ? -moved : moved;
  return sign > 0 ? "up" : sign < 0 ? "down" : "same";
}

/** The change without its sign, for a sentence that says which way it went. */
export function size({ difference }: Change): Decimal {
  return absolute(difference);
}

/** Why there is no comparison: a value is not there, for this reason. */
function noValueText(
  pick: (words: Sentences) => string,
  reason: Parameters<typeof noValueReasonText>[0],
): Phrase {
  const why = noValueReasonText(reason);
  return sentence((words, reader) => pick(words) + bracketed(why[reader], reader));
}
