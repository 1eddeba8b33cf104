// A target: where the city started and what it set itself to reach, by when.

import type { Decimal } from "./decimal.ts";
import type { DetailsOf } from "./details.ts";
import type { Printed } from "./evaluation.ts";
import type { FiscalYear } from "./fiscal-year.ts";

/** 年度 (for that year alone), 最終 (for the end of the plan), or 基準: a baseline without a target. */
export type TargetScope = "yearly" | "final" | "base";

/** 以上, 以下, 超, 未満, 維持, 増加, 減少, 範囲. */
export type TargetBound =
  | "atLeast"
  | "atMost"
  | "above"
  | "below"
  | "keep"
  | "increase"
  | "decrease"
  | "range";

export interface Target extends Printed, DetailsOf<"targets"> {
  readonly indicator: string;
  /** The goal year (目標年度); absent where the report gives none, and for a baseline alone. */
  readonly year?: FiscalYear;
  readonly scope: TargetScope;
  /** That the plan's final target is for the same year. */
  readonly besideFinal?: true;
  /** In the indicator's unit; absent where the target is words (整備完了). */
  readonly number?: Decimal;
  /** The upper end of a range. */
  readonly upper?: Decimal;
  readonly words?: string;
  readonly bound?: TargetBound;
  readonly baseYear?: FiscalYear;
  /** The base year as printed, where it is no single year. */
  readonly baseYearText?: string;
  readonly baseNumber?: Decimal;
  readonly baseWords?: string;
  /** The city's own formula of achievement, as it writes it. */
  readonly formula?: string;
}

/** What tells the targets of an indicator apart: `2026`, `2026-yearly` beside a final one of that year, `final`, `base`. */
export function targetKey({ year, scope, besideFinal }: Target): string {
  if (scope === "base") return "base";
  return `${year ?? "final"}${besideFinal ? "-yearly" : ""}`;
}

/** `K0001T2026`; `K0001T2026Y` for a year's own target beside the plan's final one of the same year. */
export function targetId({ indicator, year, scope, besideFinal }: Target): string {
  if (scope === "base") return `${indicator}TB`;
  return `${indicator}T${year ?? "F"}${besideFinal ? "Y" : ""}`;
}

/** Marks each year's own target that stands beside a final one of the same year, so that the two have IDs of their own. */
export function besideFinals(targets: readonly Target[]): Target[] {
  const key = ({ indicator, year }: Target) => `${indicator} ${year}`;
  const finals = new Set(targets.filter(({ scope }) => scope === "final").map(key));
  return targets.map((target) =>
    target.scope === "yearly" && finals.has(key(target))
      ? Object.assign(target, { besideFinal: true })
      : target,
  );
}
