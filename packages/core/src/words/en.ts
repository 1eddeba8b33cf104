// What is written for readers of English.

import type { CompareWordsJson } from "../compare/compare-words-json.ts";
import { groupDecimal } from "../model/decimal.ts";
import { formatEnglishYear } from "../model/fiscal-year.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/text.ts";
import type { CardPhrases } from "./card-phrases.ts";
import { type DateParts, dateParts, isMonths } from "./dates.ts";
import type {
  DateWords,
  LargeNumber,
  ListMarks,
  Marks,
  NumberWords,
  PlaceWords,
  Writing,
} from "./writing.ts";

/** Which text of the city's tables is read. */
export const language: Language = "en";

export const marks: Marks = {
  tag: "en",
  open: " (",
  close: ")",
  colon: ": ",
  comma: ", ",
  foreign: "(In Japanese) ",
};

export const listMarks: ListMarks = { inJapanese: "in Japanese", semicolon: "; ", clause: "; ", entry: "; " };

export const writing: Writing = {
  name: "English",
  locale: "en_GB",
  isMain: false,
  suffix: ".en",
  hasPictures: true,
  stop: ".",
  gap: " ",
  beside: " ",
  apart: "; ",
  dot: " / ",
  within: ", ",
  bar: " | ",
  dash: "–",
  questionMark: "?",
  quotes: ["“", "”"],
  unitSpace: " ",
  numberSpace: " ",
  singular: "1",
};

export const numberWords: NumberWords = {
  largeNumber: inMillions,
  isLargeNumberExact: false,
  perThousand: (number) => `${number} per 1,000`,
  hasUnitInShort: false,
  points: " points",
};

export const dateWords: DateWords = {
  year: formatEnglishYear,
  yearInFull: formatEnglishYear,
  yearInBoth: formatEnglishYear,
  days: daysInEnglish,
  asOf: (date) => `as of ${dayInEnglish(dateParts(date))}`,
  page: (page) => `p. ${page}`,
};

export const cards: CardPhrases = {
  reasons: {
    notApplicable: "not applicable",
    notCarriedOut: "not carried out",
    pending: "not yet counted",
    confidential: "withheld for privacy",
    notSurveyed: "not a survey year",
    unknown: "reason unknown",
  },
  assessments: {
    better: "a change for the better",
    worse: "a change for the worse",
    steady: "steady",
  },
  nameReadings: {
    restored: "name restored",
    doubtful: "name in doubt",
  },
  valueReadings: {
    restored: "value restored",
    doubtful: "value in doubt",
  },
  readingMarks: {
    restored: "restored",
    doubtful: "in doubt",
  },
  lost: "part of the name is unreadable",
  states: {
    provisional: "provisional",
    estimated: "estimated",
    expected: "expected",
    partial: "for part of the year",
  },
  fixed: {
    unofficial: "Unofficial",
    source: "Source",
    page: "p. {page}",
    details: "Details",
    table: "Values by year",
    year: "Year",
    value: "Value",
    change: "Change",
    breakdown: "Part",
    whole: "Whole",
    note: "Note",
    none: "There are no indicators",
    target: "Target",
    baseline: "Baseline",
    cut: "The vertical scale does not begin at 0",
    gap: "Years without a value",
    bridge: "Dotted: joined over years without a survey",
    hollow: "Hollow point: the value is in doubt",
    break: "{before} and {after} do not compare: {reason}",
  },
  noChart: {
    oneYear: "Only one year has a number, so there is no chart.",
    partsAlone: "There are only numbers of parts and none of the whole, so there is no chart.",
    noNumber: "No year has a number, so there is no chart.",
  },
  ofWhich: "of which ",
  qualifiers: {
    about: "about",
    repeated: "counting repeats,",
    cumulative: "since it began,",
    ofWhich: "of which",
  },
  unreadable: "Not readable",
  activities: {
    title: "What was done",
    what: "What",
    value: "Figure",
    unit: "Unit",
    when: "When",
    page: "Page",
    note: "Note (in Japanese): ",
    none: "Nothing is recorded",
    restored: "restored",
    doubtful: "in doubt",
  },
};

/** Around cities side by side. */
export const sideBySide: CompareWordsJson = {
  lead: "Only what was found to be the same, in one unit and counted one way, stands here, in the order of the cities' codes. It is no ranking.",
  none: "No cities can be set side by side yet.",
  scale: "All have one scale, from {low} to {high} {unit}.",
  hollow: "A hollow dot is a value that is not certain.",
  gap: "Where the line breaks there is no value, or it does not compare with the year before.",
  reference: "The dashed line is a reference value: {name} ({source}).",
  table: "Values by year",
  body: "Body",
  name: "What the body calls it",
  notes: "What is not certain, and notes",
  beside: "Alike, but not to be set beside them",
  source: "Sources",
  unofficial: "Unofficial",
  byAtlas: " (that it is the same was said by the keeper of this atlas)",
  more: "Its definition, and other bodies",
  perThousand: "Per 1,000 people",
  perThousandAbout:
    "Divided by the population of the same year that the body itself publishes; bodies and years without one are left out.",
  population: "Population",
};

function daysInEnglish(interval: Interval): string {
  const shown = isMonths(interval) ? monthInEnglish : dayInEnglish;
  const [first, last] = [shown(dateParts(interval.start)), shown(dateParts(interval.end))];
  return first === last ? first : `${first} to ${last}`;
}

function dayInEnglish(date: DateParts): string {
  return `${date.day} ${monthInEnglish(date)}`;
}

function monthInEnglish({ year, month }: DateParts): string {
  const months =
    "January February March April May June July August September October November December".split(" ");
  return `${months[month - 1] ?? ""} ${year}`;
}

const plainUnits: Readonly<Record<string, string>> = {
  人: "persons",
  世帯: "households",
  戸: "homes",
};

/** To three digits, so that the printed figure belongs beside it. */
function inMillions({ sign, size, times, plain, unit }: LargeNumber): string | undefined {
  if (plain === "円") return `${sign}¥${rounded(size)}`;
  if (times === 1n && size < 1_000_000n) return undefined;
  const name = times > 1n ? plainUnits[plain] : unit?.name.en;
  if (name === undefined) return times > 1n ? undefined : sign + rounded(size);
  return `${sign}${rounded(size)}${/^[A-Za-z]/.test(name) ? " " : ""}${name}`;
}

const scales: readonly (readonly [name: string, size: bigint])[] = [
  ["trillion", 10n ** 12n],
  ["billion", 10n ** 9n],
  ["million", 10n ** 6n],
];

/** 26587536000: 26.6 billion. */
function rounded(size: bigint): string {
  for (const [name, step] of scales) {
    // What would round to 1,000 million is 1 billion.
    if (size * 2000n >= step * 1999n) return `${threeDigits(size, step)} ${name}`;
  }
  return groupDecimal({ digits: size, scale: 0 });
}

/** How many steps, to three digits, half up: 26.6, 587, 1.23. */
function threeDigits(size: bigint, step: bigint): string {
  const length = String(size / step).length;
  const decimals = size < step ? 2 : Math.max(0, 3 - length);
  const unit = 10n ** BigInt(decimals);
  const half = (size * unit * 2n + step) / (step * 2n);
  return `${groupDecimal({ digits: half / unit, scale: 0 })}.${String(half % unit).padStart(decimals, "0")}`.replace(
    /\.?0*$/,
    "",
  );
}

export const placeWords: PlaceWords = {
  row: (row, isTable) => `${isTable ? "row" : "line"} ${row}`,
  column: (column, isTable) => `${isTable ? "column" : "field"} "${column}"`,
  apart: ", ",
};
