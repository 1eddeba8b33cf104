// Which nodes of a plan belong to given policy fields (welfare, education), by themselves or by a node above them.

import type { CheckedTables } from "./rule.ts";

/** The fields in which a handful of persons may be recognised (福祉・健康・教育). */
export const sensitiveFields: ReadonlySet<string> = new Set(["社会保障・衛生", "教育・文化・スポーツ・生活"]);

/** Tells of a node whether it has, or stands below one that has, such a field. */
export function nodesInPolicyFields(
  tables: Pick<CheckedTables, "nodes" | "placements">,
  wanted: ReadonlySet<string>,
): (node: string) => boolean {
  const nodes = new Map(tables.nodes.map((node) => [node.id, node]));
  const parents = new Map<string, string[]>();
  for (const { node, parent } of tables.placements) parents.set(node, [...(parents.get(node) ?? []), parent]);
  const isIn = (id: string, depth: number): boolean => {
    const field = nodes.get(id)?.field;
    if (field !== undefined) return wanted.has(field);
    return depth < 8 && (parents.get(id) ?? []).some((parent) => isIn(parent, depth + 1));
  };
  return (node) => isIn(node, 0);
}
