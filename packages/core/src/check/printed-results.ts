// Checks what the city's report works out itself (its rates of achievement, 達成率, and its sums of costs) against its own numbers.

import { currentAndEarlier } from "../model/dataset.ts";
import {
  absolute,
  compareDecimals,
  type Decimal,
  formatDecimal,
  percentOf,
  subtract,
  sum,
} from "../model/decimal.ts";
import { groupBy } from "../model/group-by.ts";
import type { Target } from "../model/target.ts";
import type { Issue } from "./issue.ts";
import { at, type Rule } from "./rule.ts";

const zero: Decimal = { digits: 0n, scale: 0 };
/** With more items than these every sum of some of them would be found by chance. */
const mostItems = 12;

/** A printed rate that no usual way of counting gives: perhaps one of the three numbers was read wrongly. */
const ratesAreTheReports: Rule = function* (tables, context): Iterable<Issue> {
  const values = new Map(
    currentAndEarlier(tables).current.flatMap(({ indicator, year, breakdown, value }) =>
      breakdown === undefined && value.kind === "number" ? [[`${indicator} ${year}`, value.number]] : [],
    ),
  );
  const targets = groupBy(tables.targets, ({ indicator }) => indicator);
  for (const evaluation of tables.evaluations) {
    const { subject, year, rate } = evaluation;
    const value = values.get(`${subject} ${year}`);
    const own = targets.get(subject) ?? [];
    if (!rate || !value || own.some(({ formula, upper }) => formula !== undefined || upper !== undefined))
      continue;
    const ways = own.flatMap((target) => waysOf(value, target, rate));
    if (ways.length === 0 || ways.some((one) => isNear(one, rate))) continue;
    const details = { found: formatDecimal(rate), ours: formatDecimal(ways[0] as Decimal) };
    yield at(context, evaluation, "rate-differs", "達成率", details, { subject, year });
  }
};

/** Of the target, of the way from the baseline, and the other way round where less is better. */
function waysOf(value: Decimal, { number, baseNumber }: Target, rate: Decimal): Decimal[] {
  if (!number) return [];
  const places = rate.scale + 1;
  return [
    percentOf(value, number, places),
    percentOf(number, value, places),
    baseNumber && percentOf(subtract(value, baseNumber), subtract(number, baseNumber), places),
  ].filter((one) => one !== undefined);
}

/** Rounded up, down or to the nearest, and never above 100 where the report stops there. */
function isNear(ours: Decimal, printed: Decimal): boolean {
  const step: Decimal = { digits: 1n, scale: printed.scale };
  const stops = { digits: 100n, scale: 0 };
  if (compareDecimals(printed, stops) === 0 && compareDecimals(ours, stops) > 0) return true;
  if (compareDecimals(printed, zero) === 0 && compareDecimals(ours, zero) < 0) return true;
  return compareDecimals(absolute(subtract(ours, printed)), step) <= 0;
}

/** The city's own sum of a node's costs is that of all its items, or of some of them: subsidies stand beside what they pay for. */
const costsAddUp: Rule = function* (tables, context): Iterable<Issue> {
  const groups = groupBy(tables.costs, ({ node, year, stage, unit, source }) =>
    [node, year, stage, unit, source].join(" "),
  );
  for (const costs of groups.values()) {
    const [total, ...others] = costs.filter(({ isTotal }) => isTotal);
    const items = costs.filter(({ isTotal }) => !isTotal).map(({ amount }) => amount);
    if (!total || others.length > 0 || items.length === 0 || items.length > mostItems) continue;
    if (sumsOf(items).some((one) => compareDecimals(one, total.amount) === 0)) continue;
    const details = { found: formatDecimal(total.amount), sum: formatDecimal(items.reduce(sum, zero)) };
    yield at(context, total, "cost-sum-differs", "金額", details, { subject: total.node, year: total.year });
  }
};

/** Of each choice of the numbers. */
function sumsOf(numbers: readonly Decimal[]): Decimal[] {
  let sums: Decimal[] = [zero];
  for (const one of numbers) sums = [...sums, ...sums.map((before) => sum(before, one))];
  return sums.slice(1);
}

export const printedResultRules: readonly Rule[] = [ratesAreTheReports, costsAddUp];
