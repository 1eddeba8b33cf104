// A target counts as reached only where a sure number and a bound tell it, or where the city says so.

import { besideFinals, isReached, type Target } from "@shihyo/core";
import { expect, test } from "vitest";
import { number, observation, seriesOf } from "../support/tables.ts";

function reachedWith(
  value: string,
  target: Partial<Target>,
  more: Parameters<typeof observation>[2] = {},
  tables: Parameters<typeof seriesOf>[2] = {},
): boolean | undefined {
  const targets: Target[] = [
    {
      indicator: "K0001",
      year: 2024,
      scope: "yearly",
      source: "SR01",
      number: { digits: 100n, scale: 0 },
      ...target,
    },
  ];
  const { dataset, series } = seriesOf([observation(2024, number(value), more)], {}, { targets, ...tables });
  return isReached(dataset, series, 2024);
}

test("by the bound that the report prints", () => {
  expect(reachedWith("100.0", { bound: "atLeast" })).toBe(true);
  expect(reachedWith("100", { bound: "above" })).toBe(false);
  expect(reachedWith("99", { bound: "atMost" })).toBe(true);
  expect(reachedWith("150", { bound: "range", upper: { digits: 140n, scale: 0 } })).toBe(false);
});

test("nothing is said without a bound, of another year, or of a doubtful value", () => {
  expect(reachedWith("120", {})).toBeUndefined();
  expect(reachedWith("120", { bound: "increase" })).toBeUndefined();
  expect(reachedWith("120", { bound: "atLeast", year: 2026 })).toBeUndefined();
  expect(reachedWith("120", { bound: "atLeast" }, { reading: "doubtful" })).toBeUndefined();
});

test("where the plan ends in that year, its final target is the one, whichever row stands first", () => {
  const at = (scope: Target["scope"], digits: bigint): Target => ({
    indicator: "K0001",
    year: 2024,
    scope,
    source: "SR01",
    bound: "atLeast",
    number: { digits, scale: 0 },
  });
  const both = [at("yearly", 100n), at("final", 140n)];
  for (const targets of [both, both.toReversed()]) {
    expect(reachedWith("120", {}, {}, { targets: besideFinals(targets) })).toBe(false);
    expect(reachedWith("150", {}, {}, { targets: besideFinals(targets) })).toBe(true);
  }
});

test("the city's own word goes before ours", () => {
  const said = (grade: string) => ({
    evaluations: [{ subject: "K0001", year: 2024, scheme: "達成状況", grade, source: "SR01" }],
  });
  expect(reachedWith("90", { bound: "atLeast" }, {}, said("達成"))).toBe(true);
  expect(reachedWith("120", { bound: "atLeast" }, {}, said("未達成"))).toBe(false);
  expect(reachedWith("120", { bound: "atLeast" }, {}, said("A"))).toBe(true);
});
