// A node of the plan (goal, policy, initiative, project) and its placements under other nodes.

import type { FiscalYear } from "./fiscal-year.ts";
import type { Text, Wording } from "./text.ts";
import type { ReadingStatus } from "./value.ts";

/** 計画, 基本目標, 具体的な施策, 主な取組, 事業, from the top down. */
export const nodeKinds = ["plan", "goal", "policy", "initiative", "project"] as const;
export type NodeKind = (typeof nodeKinds)[number];

export interface PlanNode {
  readonly id: string;
  readonly kind: NodeKind;
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
export interface Placement {
  readonly node: string;
  readonly parent: string;
  /** The printed number (1 for 基本目標1, ① as 1); a label, not an identity. */
  readonly number?: number;
  /** Its place among the parent's children, from 1. */
  readonly order: number;
  readonly page?: number;
}

/** 所管課: a section of the municipality. */
export interface Section {
  readonly id: string;
  readonly name: Text;
  readonly note?: string;
}

/** The kind of node that one of this kind stands under; a plan stands under nothing. */
export function parentKind(kind: NodeKind): NodeKind | undefined {
  return nodeKinds[nodeKinds.indexOf(kind) - 1];
}
