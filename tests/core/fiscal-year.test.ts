// A fiscal year is one number, read from every form that Japan writes and shown in both calendars.

import {
  firstYear,
  formatEnglishYear,
  formatJapaneseYear,
  lastYear,
  parseFiscalYear,
  yearInterval,
} from "@shihyo/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("a fiscal year", () => {
  test.each([
    ["2024", 2024],
    ["2024年度", 2024],
    ["２０２４", 2024],
    ["R6", 2024],
    ["r6", 2024],
    ["R06", 2024],
    ["Ｒ６", 2024],
    ["令和6", 2024],
    ["令和6年", 2024],
    ["令和6年度", 2024],
    [" 令和６年度 ", 2024],
    ["令和 6年度", 2024],
    ["令和元年度", 2019],
    ["令和1年度", 2019],
    ["R元", 2019],
    ["平成30年度", 2018],
    ["H31", 2019],
    ["平成元年度", 1989],
    ["昭和63年度", 1988],
    ["S64", 1989],
  ])("%j is %i", (text, year) => {
    expect(parseFiscalYear(text)).toBe(year);
  });

  test.each([
    "",
    "24",
    "R",
    "R0",
    "令和",
    "令和0年度",
    "2024-2025",
    "6年度",
    "FY2024",
    "大正5年度",
    "R6.4",
    "R123",
    "二〇二四",
  ])("%j is none", (text) => {
    expect(parseFiscalYear(text)).toBeUndefined();
  });

  test.each([
    [2024, "令和6年度", "令和6年", "FY2024 (Reiwa 6)", "2024 (Reiwa 6)"],
    [2019, "令和元年度", "令和元年", "FY2019 (Reiwa 1)", "2019 (Reiwa 1)"],
    [2018, "平成30年度", "平成30年", "FY2018 (Heisei 30)", "2018 (Heisei 30)"],
    [1988, "昭和63年度", "昭和63年", "FY1988 (Showa 63)", "1988 (Showa 63)"],
  ])("%i is shown as %s", (year, fiscal, calendar, english, englishCalendar) => {
    expect(formatJapaneseYear(year)).toBe(fiscal);
    expect(formatJapaneseYear(year, true)).toBe(calendar);
    expect(formatEnglishYear(year)).toBe(english);
    expect(formatEnglishYear(year, true)).toBe(englishCalendar);
  });

  test("covers April to March, or January to December", () => {
    expect(yearInterval(2024)).toEqual({ start: "2024-04-01", end: "2025-03-31" });
    expect(yearInterval(2024, true)).toEqual({ start: "2024-01-01", end: "2024-12-31" });
  });

  test("is read back from what it is shown as, for every year there is", () => {
    fc.assert(
      fc.property(fc.integer({ min: firstYear, max: lastYear }), fc.boolean(), (year, calendar) => {
        expect(parseFiscalYear(formatJapaneseYear(year, calendar))).toBe(year);
      }),
    );
  });
});
