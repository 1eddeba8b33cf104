// A level (段): one storey of a plan, with the city's own name for it and its folder in addresses.

import type { Dataset } from "./dataset.ts";
import type { PlanNode } from "./node.ts";
import { once } from "./once.ts";
import type { Text } from "./text.ts";

export interface Level {
  /** The plan that it belongs to. */
  readonly plan: string;
  /** 1 is the highest below the plan itself. */
  readonly order: number;
  readonly name: Text;
  /** In addresses: `goals` for `goals/G01/`. */
  readonly folder: string;
  readonly note?: string;
}

/** The storey of the plan itself, above all levels. */
export const planLevel = { order: 0, name: { ja: "計画", en: "Plan" }, folder: "plans" } as const;

/** A plan has at least one level and at most this many. */
export const mostLevels = 7;

/** What stands beside the levels' folders in a published folder, and may not be taken by one. */
export const takenFolders: ReadonlySet<string> = new Set(
  "plans indicators units breakdowns statuses periods sections corrections def catalog widgets releases schema assets en easy embed".split(
    " ",
  ),
);

const depths = once((dataset) => {
  const found = new Map<string, number>();
  for (const { plan, order } of dataset.levels) found.set(plan, Math.max(found.get(plan) ?? 0, order));
  return found;
});

/** Whether nothing can stand below the node: it is at the last level of its plan. */
export function isLowest(dataset: Dataset, node: PlanNode): boolean {
  return node.level > 0 && node.level === depths(dataset).get(node.plan ?? "");
}

/** The names of the levels of one height, each once, in the order of the plans: 施策・政策. */
export function levelsAt({ levels }: Dataset, order: number): readonly Level[] {
  const names = new Set<string>();
  return levels.filter(
    (level) => level.order === order && !names.has(level.name.ja) && names.add(level.name.ja),
  );
}

/** How many levels the deepest of the plans has. */
export function deepest({ levels }: Dataset): number {
  return levels.reduce((most, { order }) => Math.max(most, order), 0);
}
