// What cards and pages say in sentences, part by part: what each is given; how it is said stands in each reader's words file.

import type { CommonMatch } from "../model/details.ts";
import type { TargetBound } from "../model/target.ts";

/** A change as it is told: all parts in the reader's words. */
export interface ChangeWords {
  readonly moved: "up" | "down" | "same";
  /** 「前年度」. */
  readonly before: string;
  /** The difference with its unit and rate: 「134人（12.2%）」. */
  readonly amount: string;
  /** Of a place (順位), which does not grow: both places, and how many lie between them. */
  readonly rank?: { readonly from: string; readonly to: string; readonly places: string } | undefined;
}

/** A target in the words of one reader; grade and scheme are the city's own. */
export interface TargetWords {
  /** 令和8年度. */
  readonly year: string;
  /** With its unit, or in words. */
  readonly amount: string;
  readonly bound: TargetBound | undefined;
  /** That the numbers are places (順位), of which the smaller is the higher. */
  readonly isRank?: boolean | undefined;
  /** That it is the plan's last one, beside those of single years. */
  readonly isFinal?: boolean | undefined;
  /** Where the city started: 「令和2年度」, 「90人」. */
  readonly base?: { readonly when: string; readonly amount: string } | undefined;
}

/** The city's verdict on a year, and whose it is: 市, 県, 町. */
export interface VerdictWords {
  readonly grade: string | undefined;
  /** The grade in English, where the city's table has it. */
  readonly gradeEn?: string | undefined;
  readonly scheme: string | undefined;
  /** 達成率 as printed. */
  readonly rate: string | undefined;
  readonly body: { readonly ja: string; readonly en: string };
}

/** What is cited: the whole, a page of it, or a value with its year and doubt; `kept` is the release's address, which stays. */
export interface Cited {
  readonly title: string | undefined;
  readonly whole: string;
  readonly by: string;
  readonly version: string;
  readonly kept: string;
  readonly licence: string;
  readonly address: string;
  readonly source: string;
}

/** Which of two years a reason is about. */
type WhichYear = "now" | "before" | "both";

export interface Sentences {
  /** 「前年度」; of a calendar year 「前年」. */
  readonly yearBefore: (calendar: boolean) => string;
  /** The survey before, of which the name of its year is given. */
  readonly surveyBefore: (year: string) => string;
  /** 「値なし（集計中）」. */
  readonly noValue: (reason: string) => string;
  readonly notCompared: (before: string, why: string) => string;
  readonly notNumbers: string;
  readonly noValueBefore: (calendar: boolean) => string;
  readonly noValueNow: (calendar: boolean) => string;
  /** Why a change is no more than a hint: a value is in doubt, or not final. */
  readonly tentative: (cause: "doubt" | "state", which: WhichYear, calendar: boolean) => string;
  readonly restoredBefore: (calendar: boolean) => string;
  readonly noteBefore: (calendar: boolean, note: string) => string;
  /** Stands before a note. */
  readonly noteHead: string;
  /** Up to which day (`YYYY-MM-DD`) a number counts that is of part of the year. */
  readonly partUntil: (day: string) => string;
  readonly newest: (year: string) => string;
  /** That these years are still being counted. */
  readonly waiting: (years: readonly string[]) => string;
  /** A line as a sentence of its own. */
  readonly asSentence: (line: string) => string;
  /** 「前年度より134人増」. */
  readonly change: (change: ChangeWords) => string;
  /** The same for ears. */
  readonly changeSentence: (change: ChangeWords) => string;
  /** The value of a year as a sentence; `doubt` stands before the full stop. */
  readonly hasNone: (label: string, year: string, reason: string) => string;
  readonly hasWords: (label: string, year: string, words: string, doubt: string) => string;
  readonly hasNumber: (label: string, year: string, amount: string, doubt: string) => string;
  /** What is doubtful, in the same breath. */
  readonly aside: (doubt: string) => string;
  /** Whether a change is for the better, after it. */
  readonly judged: (assessment: string) => string;
  readonly target: (target: TargetWords) => string;
  readonly targetSentence: (target: TargetWords) => string;
  readonly verdict: (verdict: VerdictWords) => string;
  readonly verdictSentence: (verdict: VerdictWords) => string;
  /** Cities side by side. */
  readonly match: Readonly<Record<Exclude<CommonMatch, "exact">, string>>;
  /** That another city's unit is another; empty where it has none. */
  readonly otherUnit: (unit: string) => string;
  /** That it counts another way: 年度・累計, as the tables have it. */
  readonly otherBasis: (period: string, aggregation: string) => string;
  readonly notComparedHere: (why: string | undefined) => string;
  readonly tentativeHere: string;
  /** A unit's name where no table has it in the reader's language. */
  readonly unit: (printed: string) => string;
  readonly plainYear: (year: number, isCalendar: boolean) => string;
  /** What stands in words in a city's table. */
  readonly cityWords: (words: string) => string;
  /** One city's newest value for ears, with all doubt in the same breath; without a name where that stands before it. */
  readonly newestOf: (
    name: string | undefined,
    year: string,
    value: string,
    doubt: string | undefined,
  ) => string;
}
