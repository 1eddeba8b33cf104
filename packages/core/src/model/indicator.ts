// An indicator: what is counted, in what unit, over what time, and which way is better.

import type { DetailsOf } from "./details.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Text } from "./text.ts";
import type { ReadingStatus } from "./value.ts";

/** 投入, 活動, 成果, 対象, その他: what every city's kinds of indicator come down to. */
export type BroadKind = "input" | "activity" | "outcome" | "target" | "other";

/** 指標区分: a kind of indicator in the city's own words. */
export interface IndicatorKind extends DetailsOf<"indicatorKinds"> {
  readonly name: Text;
  readonly broad: BroadKind;
  readonly note?: string;
}

/** 増加, 減少, 維持, 判断しない. */
export type Direction = "increase" | "decrease" | "keep" | "none";

/** 市 (the city said it) or 推定 (plain to us; never enough to judge by). */
export type DirectionBasis = "city" | "estimated";

/** 年度 or 暦年. */
export type PeriodKind = "fiscal" | "calendar";

/** 単年度, 累計, 時点, 不明. */
export type Aggregation = "single" | "cumulative" | "pointInTime" | "unknown";

export interface Indicator extends DetailsOf<"indicators"> {
  readonly id: string;
  readonly name: Text;
  /** The name of its kind (指標区分). */
  readonly kind: string;
  /** A unit's ID; absent where every value is words, or a number without a unit. */
  readonly unit?: string;
  /** How many decimals its numbers are printed with; absent where it varies. */
  readonly decimals?: number;
  readonly period: PeriodKind;
  readonly aggregation: Aggregation;
  /** 累計の開始日, `YYYY-MM-DD`. */
  readonly cumulativeFrom?: string;
  /** False where a share may be more than 100 % (対前年比 and the like). */
  readonly shareLimited: boolean;
  readonly direction: Direction;
  readonly directionBasis?: DirectionBasis;
  readonly reading: ReadingStatus;
  readonly definition?: Text;
  readonly abolished?: FiscalYear;
  readonly note?: string;
}

/** What a number is a number of: 人, 件, %, 千円. */
export interface Unit extends DetailsOf<"units"> {
  readonly id: string;
  /** As the city writes it. */
  readonly name: Text;
  /** The English name beside the number 1 (`case`), where it is another than `name.en`. */
  readonly singular?: string;
  readonly kind: UnitKind;
  /** QUDT's local name where the meaning is equal (`PERCENT`), else absent. */
  readonly qudt?: string;
  /** UCUM code where there is one. */
  readonly ucum?: string;
  /** The unit that a difference has: ポイント for %. Absent where it is the unit itself. */
  readonly differenceUnit?: string;
  /** As printed, where the published name is written otherwise (㎡ for m²). */
  readonly printed?: string;
  readonly note?: string;
}

/** 割合, 人数, 計数, 金額, 物理量, ポイント. */
export type UnitKind = "share" | "persons" | "count" | "money" | "quantity" | "point";

/** 内訳: a part of an indicator (a school, a district), shared by all indicators. */
export interface Breakdown extends DetailsOf<"breakdowns"> {
  readonly id: string;
  readonly name: Text;
  /** うち: counted within the whole, and not adding up to it. */
  readonly isOfWhich?: true;
  readonly note?: string;
}
