// A fiscal year: 2024 = 令和6年度 = R6 = 1 April 2024 to 31 March 2025.

import type { Interval } from "./interval.ts";

/** The western year in which it begins. */
export type FiscalYear = number;

interface Era {
  readonly name: string;
  readonly english: string;
  readonly letter: string;
  readonly first: number;
}

/** Newest first. A fiscal year takes the era that its end belongs to: 2019 is 令和元年度. */
const eras: readonly Era[] = [
  { name: "令和", english: "Reiwa", letter: "R", first: 2019 },
  { name: "平成", english: "Heisei", letter: "H", first: 1989 },
  { name: "昭和", english: "Showa", letter: "S", first: 1926 },
];

/** The years that this software accepts; earlier or later ones are slips of the pen. */
export const firstYear = 1926;
export const lastYear = 2100;

/** Reads `2024`, `R6`, `R06`, `令和6`, `令和6年`, `令和6年度`, `令和元年度`, in half or full width. */
export function parseFiscalYear(text: string): FiscalYear | undefined {
  const plain = text.normalize("NFKC").trim();
  if (/^[0-9]{4}(年度?)?$/.test(plain)) return Number.parseInt(plain, 10);
  const match = /^(令和|平成|昭和|[RHS])\s*(元|[0-9]{1,2})(年度?)?$/i.exec(plain);
  if (!match) return undefined;
  const [, mark = "", count = ""] = match;
  const era = eras.find(({ name, letter }) => name === mark || letter === mark.toUpperCase());
  const nth = count === "元" ? 1 : Number.parseInt(count, 10);
  return era && nth > 0 ? era.first + nth - 1 : undefined;
}

function eraOf(year: number): Era | undefined {
  return eras.find(({ first }) => year >= first);
}

/** `令和6年度`; `令和6年` with `calendar`, for what is counted by calendar year (暦年). */
export function formatJapaneseYear(year: FiscalYear, calendar = false): string {
  const era = eraOf(year);
  const suffix = calendar ? "年" : "年度";
  if (!era) return `${year}${suffix}`;
  const nth = year - era.first + 1;
  return `${era.name}${nth === 1 ? "元" : nth}${suffix}`;
}

/** `FY2024 (Reiwa 6)`; `2024 (Reiwa 6)` with `calendar`. */
export function formatEnglishYear(year: FiscalYear, calendar = false): string {
  const era = eraOf(year);
  const western = calendar ? `${year}` : `FY${year}`;
  return era ? `${western} (${era.english} ${year - era.first + 1})` : western;
}

/** 1 April to 31 March; 1 January to 31 December with `calendar`. */
export function yearInterval(year: FiscalYear, calendar = false): Interval {
  const known = intervals[calendar ? "calendar" : "fiscal"];
  const found = known.get(year);
  if (found) return found;
  const made = calendar
    ? { start: `${year}-01-01`, end: `${year}-12-31` }
    : { start: `${year}-04-01`, end: `${year + 1}-03-31` };
  if (known.size < mostKnown) known.set(year, made);
  return made;
}

/** Each observation asks for its year's; far more years than these no city has. */
const mostKnown = 1_000;
const intervals = { calendar: new Map<FiscalYear, Interval>(), fiscal: new Map<FiscalYear, Interval>() };
