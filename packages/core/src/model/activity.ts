// An activity (活動実績): a figure from what a project did in a year, or an action without one.

import type { Decimal } from "./decimal.ts";
import type { DetailsOf } from "./details.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Interval } from "./interval.ts";
import type { Text } from "./text.ts";
import type { ReadingStatus } from "./value.ts";

/** 約 (rounded), 延べ (whoever comes twice counts twice), 累計 (since it began), うち (of the figure before). */
export type Qualifier = "about" | "repeated" | "cumulative" | "ofWhich";

/** 読取箇所: what was not read for certain, the words (内容), the number (実績値) or both (両方). */
export type ReadingPart = "what" | "value" | "both";

export interface Activity extends DetailsOf<"activities"> {
  /** `A0001`: permanent, never used again. */
  readonly id: string;
  /** The project that did it. */
  readonly project: string;
  readonly year: FiscalYear;
  /** Its place within the project's year, from 1, as printed. */
  readonly order: number;
  /** In the field's terms: 「あつぎ鮎まつり 来場者数」. A term, not a sentence of the report's. */
  readonly what: Text;
  /** 内訳: 小学校, 前期, 男性. */
  readonly breakdown?: Text;
  /** With as many decimals as were printed; absent for an action without a figure. */
  readonly value?: Decimal;
  /** A unit's ID; there wherever there is a value. */
  readonly unit?: string;
  readonly qualifiers: readonly Qualifier[];
  /** …現在: the day on which it was counted, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** When it took place, where the report says. */
  readonly interval?: Interval;
  /** The activity whose printed sum this one is a part of. */
  readonly partOf?: string;
  /** 継続ID: the row of an earlier year that is the same activity in other words. */
  readonly continues?: string;
  /** The indicator whose value of that year this one states, alone or with others that name it. */
  readonly indicator?: string;
  readonly reading: ReadingStatus;
  /** What the reading is about, where the table says so. */
  readonly readingPart?: ReadingPart;
  readonly note?: string;
  /** A source's ID, and the printed page. */
  readonly source: string;
  readonly page?: number;
  /** 取組実績: the city's own text for the project's whole year, where it gives one; on the first row only. */
  readonly achievements?: string;
}

/** Why a printed figure is no activity. */
export type LeftOutReason = "date" | "year" | "name" | "group" | "law" | "repeated" | "illegible" | "other";

/** A figure that is printed in the achievements and stands in no activity, with the reason. */
export interface LeftOutFigure {
  readonly year: FiscalYear;
  readonly page: number;
  readonly project: string;
  /** The piece of text that holds it, as printed. */
  readonly printed: string;
  readonly reason: LeftOutReason;
  /** How often a repeat or a scrap is printed there. */
  readonly times: number;
  readonly note?: string;
}
