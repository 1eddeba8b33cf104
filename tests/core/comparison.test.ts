// Two years are compared only where they may be, exactly, and judged only where the city said which way is better.

import {
  absolute,
  compareSeries,
  type Direction,
  formatDecimal,
  type Indicator,
  movement,
  type Value,
} from "@shihyo/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { none, number, observation, seriesOf, words } from "../support/tables.ts";

function compared(before: Value | undefined, now: Value, more: Partial<Indicator> = {}, breaks = false) {
  const observations = [
    // Another indicator's year would do: the dataset has a year before.
    observation(2023, before ?? none("unknown"), before ? {} : { breakdown: "B0001" }),
    observation(2024, now),
  ];
  const item = { indicator: "K0001", before: 2023, after: 2024, reason: { ja: "数え方が変わったため" } };
  const { dataset, series } = seriesOf(observations, more, breaks ? { breaks: [item] } : {});
  const found = compareSeries(dataset, series).find(
    ({ current }) => current.year === 2024 && current.breakdown === undefined,
  )!;
  return {
    comparable: found.comparable,
    reason: found.reason?.ja,
    difference: found.change && formatDecimal(found.change.difference),
    rate: found.change?.rate && formatDecimal(found.change.rate),
    moved: movement(found),
    assessment: found.assessment,
  };
}

describe("two years", () => {
  test.each([
    ["100", "150", "50", "50.0", "up"],
    ["150", "100", "-50", "-33.3", "down"],
    ["7", "7", "0", "0.0", "same"],
    ["0", "3", "3", undefined, "up"],
    ["0", "0", "0", undefined, "same"],
    ["-4", "-2", "2", "50.0", "up"],
    ["1.5", "1.25", "-0.25", "-16.7", "down"],
    ["8", "9", "1", "12.5", "up"],
    ["26583789", "34479203", "7895414", "29.7", "up"],
  ])("%s and %s differ by %s, %s %%", (before, now, difference, rate, moved) => {
    expect(compared(number(before), number(now))).toEqual({
      comparable: true,
      reason: undefined,
      difference,
      rate,
      moved,
      assessment: "notJudged",
    });
  });

  test("of a share differ in points, without a rate", () => {
    expect(compared(number("83.9"), number("93.5"), { unit: "U02" })).toMatchObject({
      difference: "9.6",
      rate: undefined,
    });
  });

  test.each<[string, Value | undefined, Value, Partial<Indicator>, string]>([
    ["words now", number("1"), words("実施設計"), {}, "数値ではないため"],
    ["words before", words("実施設計"), number("1"), {}, "数値ではないため"],
    ["nothing now", number("1"), none("notCarriedOut"), {}, "当年度の値がないため（未実施）"],
    ["nothing before", none("pending"), number("1"), {}, "前年度の値がないため（集計中）"],
    ["no row before", undefined, number("1"), {}, "前年度の値がないため"],
    [
      "nothing before, in a calendar year",
      none("confidential"),
      number("1"),
      { period: "calendar" },
      "前年の値がないため（秘匿）",
    ],
    [
      "nothing now, in a calendar year",
      number("1"),
      none("unknown"),
      { period: "calendar" },
      "その年の値がないため（理由は不明）",
    ],
  ])("do not compare with %s", (_, before, now, more, reason) => {
    expect(compared(before, now, more)).toEqual({
      comparable: false,
      reason,
      difference: undefined,
      rate: undefined,
      moved: undefined,
      assessment: "notComparable",
    });
  });

  test("do not compare across a break, even where both are numbers", () => {
    expect(compared(number("4172"), number("223"), {}, true)).toMatchObject({
      comparable: false,
      reason: "数え方が変わったため",
    });
  });

  test("compare again after the break", () => {
    const item = { indicator: "K0001", before: 2022, after: 2023, reason: { ja: "別の数え方" } };
    const values = [2022, 2023, 2024].map((year) => observation(year, number(String(year))));
    const { dataset, series } = seriesOf(values, {}, { breaks: [item] });
    expect(compareSeries(dataset, series).map(({ comparable }) => comparable)).toEqual([
      undefined,
      false,
      true,
    ]);
  });

  test("with a gap between them are not the year before", () => {
    const values = [2021, 2023].map((year) => observation(year, number("5")));
    const { dataset, series } = seriesOf(values);
    expect(compareSeries(dataset, series).map(({ comparable, previous }) => [comparable, previous])).toEqual([
      [undefined, undefined],
      [false, undefined],
    ]);
  });

  test("of a breakdown are compared with the same breakdown", () => {
    const parts = [2023, 2024].flatMap((year) =>
      ["B0001", "B0002"].map((breakdown, index) =>
        observation(year, number(String((year - 2022) * (index + 1))), { breakdown }),
      ),
    );
    const { dataset, series } = seriesOf(parts);
    expect(
      compareSeries(dataset, series)
        .filter(({ current }) => current.year === 2024)
        .map(({ change }) => change && formatDecimal(change.difference)),
    ).toEqual(["1", "2"]);
  });

  test("give back this year from last year and the difference, whatever their decimals", () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 4 }))
      .map(([digits, scale]) => ({ digits, scale }));
    fc.assert(
      fc.property(decimals, decimals, (before, now) => {
        const { dataset, series } = seriesOf([
          observation(2023, { kind: "number", number: before }),
          observation(2024, { kind: "number", number: now }),
        ]);
        const { change } = compareSeries(dataset, series)[1]!;
        const at = 10n ** 8n;
        const scaled = ({ digits, scale }: typeof before) => (digits * at) / 10n ** BigInt(scale);
        expect(scaled(before) + scaled(change!.difference)).toBe(scaled(now));
        expect(absolute(change!.difference).digits >= 0n).toBe(true);
      }),
    );
  });
});

describe("a change is judged", () => {
  const judged = (direction: Direction, now: string, directionBasis: Indicator["directionBasis"] = "city") =>
    compared(number("10"), number(now), { direction, directionBasis: directionBasis! }).assessment;

  test.each<[Direction, string, string]>([
    ["increase", "11", "better"],
    ["increase", "9", "worse"],
    ["increase", "10", "steady"],
    ["decrease", "9", "better"],
    ["decrease", "11", "worse"],
    ["decrease", "10", "steady"],
    ["keep", "10", "steady"],
    ["keep", "11", "notJudged"],
    ["keep", "9", "notJudged"],
    ["none", "11", "notJudged"],
    ["none", "10", "notJudged"],
  ])("%s, from 10 to %s: %s", (direction, now, expected) => {
    expect(judged(direction, now)).toBe(expected);
  });

  test("never where the direction is only our guess", () => {
    for (const direction of ["increase", "decrease", "keep"] as const) {
      for (const now of ["9", "10", "11"]) expect(judged(direction, now, "estimated")).toBe("notJudged");
    }
  });
});
