// The levels of a dataset's plans: how deep each is, and which levels stand at one height.

import type { Dataset } from "./dataset.ts";
import type { Level } from "./level.ts";
import type { PlanNode } from "./node.ts";
import { once } from "./once.ts";

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
export function deepestLevel({ levels }: Dataset): number {
  return levels.reduce((most, { order }) => Math.max(most, order), 0);
}
