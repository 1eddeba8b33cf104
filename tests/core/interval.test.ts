// An interval is true days from one to another, and an observation has one only where it is known.

import {
  formatInterval,
  type Indicator,
  intervalOf,
  isDate,
  type Observation,
  parseInterval,
} from "@shihyo/core";
import { describe, expect, test } from "vitest";

describe("an interval", () => {
  test.each(["2024-04-01/2025-03-31", "2016-10-01/2024-03-31", "2024-02-29", "2024-12-31/2025-01-01"])(
    "%s is read and written back",
    (text) => {
      expect(formatInterval(parseInterval(text)!)).toBe(text);
    },
  );

  test("of one day, given twice, is that day", () => {
    expect(formatInterval(parseInterval("2025-03-31/2025-03-31")!)).toBe("2025-03-31");
  });

  test.each([
    "",
    "2024",
    "2024-04",
    "2024-4-1",
    "2024/04/01",
    "2025-03-31/2024-04-01",
    "2023-02-29",
    "2024-04-31",
    "2024-04-01/",
    "/2024-04-01",
    "2024-04-01/2025-03-31/2026-03-31",
    "2024-04-01 / 2025-03-31",
    "2024-04-01T00:00:00Z",
  ])("%j is none", (text) => {
    expect(parseInterval(text)).toBeUndefined();
  });

  test("knows the days that exist", () => {
    expect(["2024-02-29", "2000-02-29", "2024-12-31"].map(isDate)).toEqual([true, true, true]);
    expect(["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-11-31"].map(isDate)).not.toContain(
      true,
    );
  });
});

describe("what an observation covers", () => {
  const indicator: Indicator = {
    id: "K0001",
    name: { ja: "件数" },
    kind: "indicator",
    period: "fiscal",
    aggregation: "single",
    shareLimited: true,
    direction: "none",
    reading: "certain",
  };
  const observation: Observation = {
    indicator: "K0001",
    year: 2024,
    value: { kind: "none", reason: "unknown" },
    status: "none",
    reading: "certain",
    source: "SR01",
  };

  test.each([
    ["the fiscal year, for what is counted within one", {}, "2024-04-01/2025-03-31"],
    ["the calendar year, for 暦年", { period: "calendar" }, "2024-01-01/2024-12-31"],
    [
      "from its beginning to the year's end, for 累計",
      { aggregation: "cumulative", cumulativeFrom: "2016-10-01" },
      "2016-10-01/2025-03-31",
    ],
    [
      "from its beginning to the calendar year's end",
      { aggregation: "cumulative", cumulativeFrom: "2016-10-01", period: "calendar" },
      "2016-10-01/2024-12-31",
    ],
    [
      "nothing, for a year before its beginning",
      { aggregation: "cumulative", cumulativeFrom: "2025-04-01" },
      undefined,
    ],
    ["nothing known, for a total whose beginning nobody has said", { aggregation: "cumulative" }, undefined],
    ["nothing known, at a point of time that nobody has dated", { aggregation: "pointInTime" }, undefined],
    ["nothing known, where how it counts is not known", { aggregation: "unknown" }, undefined],
  ] as const)("is %s", (_, more, expected) => {
    const interval = intervalOf({ ...indicator, ...more }, observation);
    expect(interval && formatInterval(interval)).toBe(expected);
  });

  test("is its own interval above all", () => {
    const own = { ...observation, interval: { start: "2024-10-01", end: "2024-10-01" } };
    for (const aggregation of ["single", "cumulative", "pointInTime", "unknown"] as const) {
      expect(formatInterval(intervalOf({ ...indicator, aggregation }, own)!)).toBe("2024-10-01");
    }
  });
});
