// Warnings about a year's values that may all be right and still look odd: what a careful clerk would ask.

import { currentAndEarlier } from "../model/dataset.ts";
import { absolute, compareDecimals, type Decimal, formatDecimal, sum } from "../model/decimal.ts";
import { groupBy } from "../model/group-by.ts";
import type { Indicator, Unit } from "../model/indicator.ts";
import { firstListings } from "../model/listing.ts";
import type { Observation } from "../model/observation.ts";
import type { Value } from "../model/value.ts";
import type { Issue, IssueDetails } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import { at, type CheckedTables, type Context, type Rule, type Subject } from "./rule.ts";

/** One indicator's (or one of its parts') numbers of two years that follow each other. */
interface Pair {
  readonly indicator: Indicator;
  readonly unit: Unit | undefined;
  readonly before: Numbered;
  readonly now: Numbered;
  /** The numbers of all earlier years. */
  readonly earlier: readonly Decimal[];
}

interface Numbered {
  readonly observation: Observation;
  readonly number: Decimal;
}

const zero: Decimal = { digits: 0n, scale: 0 };
const hundred: Decimal = { digits: 100n, scale: 0 };
/** A value more than so many times last year's, or less than that part of it, is asked about. */
const jumpFactor = 5n;
/** Two indicators are asked about where a value of at least so many digits is the same. */
const tellingDigits = 3;

function times({ digits, scale }: Decimal, factor: bigint): Decimal {
  return { digits: digits * factor, scale };
}

function subjectOf({ indicator, breakdown = "", year }: Observation): Subject {
  return { subject: `${indicator}${breakdown}`, year };
}

function* carefulPairs(tables: CheckedTables, context: Context): Iterable<Issue> {
  for (const pair of pairsOf(tables)) {
    const found = codeOf(pair);
    for (const code of found) yield about(context, pair.now.observation, code, pairDetails(pair));
  }
}

function pairDetails({ before, now, unit }: Pair): IssueDetails {
  const name = unit?.name.ja ?? "";
  return {
    found: `${formatDecimal(now.number)}${name}`,
    before: `${formatDecimal(before.number)}${name}`,
  };
}

/** At most one about the size of the value, and one about its decimals. */
function codeOf(pair: Pair): IssueCode[] {
  const size = sizeCode(pair);
  const { scale } = pair.now.number;
  const differs = scale !== pair.before.number.scale;
  return [...(size ? [size] : []), ...(differs ? (["decimals-differ"] as const) : [])];
}

function sizeCode({ indicator, unit, before, now, earlier }: Pair): IssueCode | undefined {
  const change = compareDecimals(now.number, before.number);
  const isZero = compareDecimals(now.number, zero) === 0;
  const isShare = unit?.kind === "share";
  if (indicator.aggregation === "cumulative" && change < 0) return "cumulative-fell";
  if (isZero && earlier.every((number) => compareDecimals(number, zero) !== 0)) return "zero-first";
  if (isShare && compareDecimals(before.number, hundred) === 0 && change < 0) return "share-fell";
  const [a, b] = [absolute(now.number), absolute(before.number)];
  const hasSize = !isZero && compareDecimals(before.number, zero) !== 0;
  const jumps = compareDecimals(a, times(b, jumpFactor)) > 0 || compareDecimals(b, times(a, jumpFactor)) > 0;
  if (hasSize && jumps) return "jump";
  const isFlow = indicator.aggregation === "single" && !isShare;
  if (isFlow && change === 0 && !isZero) return "same-as-before";
  return undefined;
}

function* pairsOf(tables: CheckedTables): Iterable<Pair> {
  const units = new Map(tables.units.map((unit) => [unit.id, unit]));
  const { current } = currentAndEarlier(tables);
  const numbered = current.flatMap((observation) =>
    observation.value.kind === "number" ? { observation, number: observation.value.number } : [],
  );
  const numbersOf = groupBy(
    numbered,
    ({ observation: { indicator, breakdown = "" } }) => `${indicator} ${breakdown}`,
  );
  const indicators = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]));
  const breaks = groupBy(tables.breaks, ({ indicator }) => indicator);
  for (const numbers of numbersOf.values()) {
    for (const [index, now] of numbers.entries()) {
      const before = numbers[index - 1];
      const indicator = indicators.get(now.observation.indicator);
      if (!before || !indicator || before.observation.year !== now.observation.year - 1) continue;
      const { year } = now.observation;
      const isBroken = breaks.get(indicator.id)?.some((item) => item.before < year && item.after >= year);
      if (isBroken) continue;
      const earlier = numbers.slice(0, index).map(({ number }) => number);
      yield { indicator, unit: units.get(indicator.unit ?? ""), before, now, earlier };
    }
  }
}

/** The same long number under two indicators of one unit in one year: perhaps written into the wrong row. */
function* sameUnderTwo(tables: CheckedTables, context: Context): Iterable<Issue> {
  const units = new Map(tables.indicators.map(({ id, unit }) => [id, unit]));
  const first = new Map<string, Observation>();
  for (const observation of currentAndEarlier(tables).current) {
    const { value, indicator, year } = observation;
    if (value.kind !== "number") continue;
    const found = formatDecimal(value.number);
    if (found.replace(/\D/g, "").replace(/^0+|0+$/g, "").length < tellingDigits) continue;
    const key = `${year} ${units.get(indicator) ?? ""} ${found}`;
    const other = first.get(key);
    if (!other) first.set(key, observation);
    else if (other.indicator !== indicator) {
      yield about(context, observation, "same-under-two", { found, other: other.indicator });
    }
  }
}

/** Parts that are numbers, of a whole that is one, add up to it; shares do not add, nor what is counted within (うち). */
function* sumsAreRight(tables: CheckedTables, context: Context): Iterable<Issue> {
  const kinds = new Map(tables.units.map(({ id, kind }) => [id, kind]));
  const units = new Map(tables.indicators.map(({ id, unit }) => [id, kinds.get(unit ?? "")]));
  const groups = new Map<string, { whole?: Observation; parts: Observation[] }>();
  const within = new Set(tables.breakdowns.flatMap(({ id, isOfWhich }) => (isOfWhich ? [id] : [])));
  for (const observation of currentAndEarlier(tables).current) {
    if (within.has(observation.breakdown ?? "")) continue;
    const key = `${observation.indicator} ${observation.year}`;
    const group = groups.get(key) ?? { parts: [] };
    if (observation.breakdown === undefined) group.whole = observation;
    else group.parts.push(observation);
    groups.set(key, group);
  }
  for (const { whole, parts } of groups.values()) {
    const kind = units.get(whole?.indicator ?? "");
    if (whole?.value.kind !== "number" || parts.length === 0 || kind === "share" || kind === "point")
      continue;
    const numbers = parts.flatMap(({ value }) => (value.kind === "number" ? [value.number] : []));
    if (numbers.length < parts.length) continue;
    const total = numbers.reduce(sum, zero);
    if (compareDecimals(total, whole.value.number) !== 0) {
      const details = { found: formatDecimal(whole.value.number), sum: formatDecimal(total) };
      yield about(context, whole, "sum-differs", details);
    }
  }
}

/** A re-listed indicator (再掲) under another name: perhaps another indicator. */
function* relistedNames(tables: CheckedTables, context: Context): Iterable<Issue> {
  const inOrder = tables.listings.toSorted((a, b) => a.order - b.order);
  const first = firstListings(inOrder);
  const names = new Map(tables.indicators.map(({ id, name }) => [id, name.ja]));
  for (const listing of inOrder) {
    const { indicator, printedName } = listing;
    if (indicator === undefined || printedName === undefined || first.get(indicator) === listing) continue;
    const name = first.get(indicator)?.printedName ?? names.get(indicator) ?? "";
    if (plain(printedName) === plain(name)) continue;
    const details = { found: printedName, other: name };
    yield at(context, listing, "relisted-name-differs", "掲載名", details, { subject: listing.id });
  }
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "");
}

/** A later document prints another value for a year than an earlier one did; both are kept. */
function* reprints(tables: CheckedTables, context: Context): Iterable<Issue> {
  const { current, earlier } = currentAndEarlier(tables);
  for (const observation of current) {
    const id = `${observation.indicator}FY${observation.year}${observation.breakdown ?? ""}`;
    const before = earlier.get(id)?.at(-1);
    // Twice in one document is a slip, and told as one.
    if (!before || before.source === observation.source) continue;
    if (valueText(before.value) === valueText(observation.value)) continue;
    // What was expected, or counted up to a day, was printed to be followed by the year's own value.
    if (before.status === "expected" || before.status === "partial") continue;
    yield about(context, observation, "reprinted-differently", {
      found: valueText(observation.value),
      source: observation.source,
      before: valueText(before.value),
      beforeSource: before.source,
    });
  }
}

function valueText(value: Value): string {
  if (value.kind === "number") return formatDecimal(value.number);
  return value.kind === "words" ? value.words : "—";
}

function about(context: Context, observation: Observation, code: IssueCode, details: IssueDetails): Issue {
  return at(context, observation, code, "実績値", details, subjectOf(observation));
}

export const carefulRules: readonly Rule[] = [
  carefulPairs,
  sameUnderTwo,
  sumsAreRight,
  relistedNames,
  reprints,
];
