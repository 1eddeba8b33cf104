// A target: what the city set itself to reach, by when, and its own grade of how far it came.

import type { Decimal } from "./decimal.ts";
import type { FiscalYear } from "./fiscal-year.ts";

/** 年度 (for that year alone) or 最終 (for the end of the plan). */
export type TargetScope = "yearly" | "final";

/** 以上, 以下, 維持. */
export type TargetBound = "atLeast" | "atMost" | "keep";

export interface Target {
  readonly indicator: string;
  /** The goal year (目標年度). */
  readonly year: FiscalYear;
  readonly scope: TargetScope;
  /** That the plan's final target is for the same year. */
  readonly besideFinal?: true;
  /** In the indicator's unit; absent where the target is words (整備完了). */
  readonly number?: Decimal;
  readonly words?: string;
  readonly bound?: TargetBound;
  readonly baseYear?: FiscalYear;
  readonly baseNumber?: Decimal;
  /** The city's own formula of achievement, as it writes it. */
  readonly formula?: string;
  /** The city's own grade and the scheme it belongs to; never worked out by us. */
  readonly grade?: string;
  readonly gradeScheme?: string;
  readonly note?: string;
  readonly source: string;
  readonly page?: number;
}

/** `K0001T2026`; `K0001T2026Y` for a year's own target beside the plan's final one of the same year. */
export function targetId({ indicator, year, besideFinal }: Target): string {
  return `${indicator}T${year}${besideFinal ? "Y" : ""}`;
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
