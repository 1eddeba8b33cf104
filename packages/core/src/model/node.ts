// A node of a plan at one of its levels, and its placements under other nodes.

import type { DetailsOf } from "./details.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Text, Wording } from "./text.ts";
import type { ReadingStatus } from "./value.ts";

export interface PlanNode extends DetailsOf<"nodes"> {
  readonly id: string;
  /** 0 for a plan itself, 1 for its highest level, and so on down. */
  readonly level: number;
  /** The level's own name, in the city's words. */
  readonly levelName: Text;
  /** The level's folder in addresses. */
  readonly folder: string;
  readonly name: Text;
  readonly reading: ReadingStatus;
  /** The plan it belongs to; a plan has none. */
  readonly plan?: string;
  readonly from?: FiscalYear;
  /** The first year in which it is no more; it keeps its page. */
  readonly abolished?: FiscalYear;
  /** 会計: a special account, where the report names one. */
  readonly account?: string;
  /** 所管: a section's ID. */
  readonly section?: string;
  /** 分野: one of the seventeen 統計分野, for itself and what stands below it. */
  readonly field?: string;
  /** One plain sentence, and whose it is. */
  readonly summary?: Text;
  readonly summaryBy?: Wording;
  /** The city's own 取組内容, where it gives one. */
  readonly content?: string;
  readonly note?: string;
}

/** A node under a parent, on a page. A node may have several: the plan is no tree. */
export interface Placement extends DetailsOf<"placements"> {
  readonly node: string;
  readonly parent: string;
  /** The printed number (① as 1); a label, not an identity. */
  readonly number?: number;
  /** The number as printed, where it is no integer: Ⅰ-1-(1). */
  readonly numberText?: string;
  /** Its place among the parent's children, from 1. */
  readonly order: number;
  readonly page?: number;
}

/** 所管課: a section of the municipality. */
export interface Section extends DetailsOf<"sections"> {
  readonly id: string;
  readonly name: Text;
  readonly note?: string;
}
