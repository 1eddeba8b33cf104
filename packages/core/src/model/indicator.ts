// An indicator: what is counted, in what unit, over what time, and which way is better.

import type { FiscalYear } from "./fiscal-year.ts";
import type { Text } from "./text.ts";
import type { ReadingStatus } from "./value.ts";

/** 取組指標 (on a project), KPI (on a policy), 数値目標 (on a goal). */
export type IndicatorKind = "indicator" | "kpi" | "headline";

/** 増加, 減少, 維持, 判断しない. */
export type Direction = "increase" | "decrease" | "keep" | "none";

/** 市 (the city said it) or 推定 (plain to us; never enough to judge by). */
export type DirectionBasis = "city" | "estimated";

/** 年度 or 暦年. */
export type PeriodKind = "fiscal" | "calendar";

/** 単年度, 累計, 時点, 不明. */
export type Aggregation = "single" | "cumulative" | "pointInTime" | "unknown";

export interface Indicator {
  readonly id: string;
  readonly name: Text;
  readonly kind: IndicatorKind;
  /** A unit's ID; absent only where every value is words. */
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
  readonly formula?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly dataSource?: string;
  readonly abolished?: FiscalYear;
  readonly note?: string;
}

/** What a number is a number of: 人, 件, %, 千円. */
export interface Unit {
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
  readonly note?: string;
}

/** 割合, 人数, 計数, 金額, 物理量, ポイント. */
export type UnitKind = "share" | "persons" | "count" | "money" | "quantity" | "point";

/** 内訳: a part of an indicator (a school, a district), shared by all indicators. */
export interface Breakdown {
  readonly id: string;
  readonly name: Text;
  readonly note?: string;
}
