// How a reader's language is written: its marks, its units and years, and where its pages lie; each reader's own stands in its words file.

import type { FiscalYear } from "../model/fiscal-year.ts";
import type { Unit } from "../model/indicator.ts";
import type { Interval } from "../model/interval.ts";

/** The few marks and facts that nearly every line needs, apart from the rest so that a script takes no more. */
export interface Marks {
  /** What `lang` and `hreflang` call the language. */
  readonly tag: string;
  /** Brackets, with the space before them where there is one. */
  readonly open: string;
  readonly close: string;
  readonly colon: string;
  /** Between the things of a list. */
  readonly comma: string;
  /** Stands before a paragraph of the city's that is in Japanese; empty where Japanese is the reader's own. */
  readonly foreign: string;
  /** Readings stand over the names. */
  readonly hasReadings?: true;
}

/** How a place in a file is named: 「12行」, `row 12`; a JSON document has lines and fields where a table has rows and columns. */
export interface PlaceWords {
  readonly row: (row: number, isTable: boolean) => string;
  readonly column: (column: string, isTable: boolean) => string;
  /** Between the file, its row and its column. */
  readonly apart: string;
}

/** A number too large to be read digit by digit, taken apart from what its unit multiplies by: 千円, 万人. */
export interface LargeNumber {
  readonly sign: string;
  /** In single units, without the sign. */
  readonly size: bigint;
  readonly times: bigint;
  readonly plain: string;
  readonly unit: Pick<Unit, "name"> | undefined;
  /** As it is printed, with its unit. */
  readonly printed: string;
}

/** What stands between the things of longer lists, beside `comma`. */
export interface ListMarks {
  /** That what follows is in Japanese, inside a line; empty where Japanese is the reader's own. */
  readonly inJapanese: string;
  /** Between what is said inside brackets. */
  readonly semicolon: string;
  /** Between the clauses of a line. */
  readonly clause: string;
  /** Between entries that have commas of their own, such as sources. */
  readonly entry: string;
}

/** The rules of writing that sentences and pages need beside the marks. */
export interface Writing {
  /** What the language calls itself. */
  readonly name: string;
  /** What crawlers call it (`og:locale`). */
  readonly locale: string;
  /** Japanese: what stands where no language is said. */
  readonly isMain: boolean;
  /** Before the ending of a file that is there for each reader: `card.en.svg`. */
  readonly suffix: string;
  /** Pictures and frames are published in it; other readers take the element, which speaks to all. */
  readonly hasPictures: boolean;
  /** At the end of a sentence. */
  readonly stop: string;
  /** Between sentences, and between words where the language parts them. */
  readonly gap: string;
  /** Between things that stand beside one another in a line, and between the parts of a line. */
  readonly beside: string;
  readonly apart: string;
  /** Between the ends of a range: 「95〜105」, `95–105`. */
  readonly range: string;
  /** Between names of one kind: 「政策・重点政策」. */
  readonly dot: string;
  /** Between the parts of a place: 「令和6年度・清水小」. */
  readonly within: string;
  /** Between a page's title and the site's. */
  readonly bar: string;
  /** What stands in a cell for nothing. */
  readonly dash: string;
  readonly questionMark: string;
  readonly quotes: readonly [open: string, close: string];
  /** Between a number and a unit in Latin letters: `1,372 persons`. */
  readonly unitSpace: string;
  /** Between the name of a level and its number: 「目標1」, `Policy 1-2`. */
  readonly numberSpace: string;
  /** The number beside which a unit's other form stands: 1 case, 2 cases. */
  readonly singular: string | undefined;
}

/** How numbers are said. */
export interface NumberWords {
  /** A large number as people say it, with its unit: 「265億8,753万6千円」; absent where the printed form is as easy. */
  readonly largeNumber: (number: LargeNumber) => string | undefined;
  /** It is exact, so that the printed figure need not stand beside it. */
  readonly isLargeNumberExact: boolean;
  /** 「1,000あたり3.2」. */
  readonly perThousand: (number: string) => string;
  /** The unit of a difference of per cents, where it is not the word of the city's table: ポイント. */
  readonly points: string | undefined;
  /** In a table of changes a number has its unit too: 「12人増」, `up 12`. */
  readonly hasUnitInShort: boolean;
}

/** How years, days and pages are named. */
export interface DateWords {
  /** 「令和6年度」, `FY2024 (Reiwa 6)`; a calendar year's name with `calendar`. */
  readonly year: (year: FiscalYear, calendar?: boolean) => string;
  /** The same in both calendars: 「令和6年度（2024年度）」. */
  readonly yearInFull: (year: FiscalYear, calendar?: boolean) => string;
  /** The same in short: 「令和6年度（2024）」. */
  readonly yearInBoth: (year: FiscalYear, calendar?: boolean) => string;
  /** A day, a run of days, a whole month or several: 「2024年11月9日～10日」; never more exact than the interval is. */
  readonly days: (interval: Interval) => string;
  /** 「2025年3月31日現在」. */
  readonly asOf: (date: string) => string;
  /** 「12頁」, `p. 12`. */
  readonly page: (page: number) => string;
}
