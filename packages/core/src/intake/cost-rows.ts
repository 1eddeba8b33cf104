// What nodes took in a year, as rows of costs.csv.

import { once } from "../model/once.ts";
import type { TablesDraft } from "./draft.ts";
import type { NodeFacts } from "./items.ts";
import type { PlanRows } from "./plan-rows.ts";

export function addCosts(draft: TablesDraft, plan: PlanRows, node: string, costs: NodeFacts["costs"]): void {
  const table = draft.table("costs.csv");
  for (const cost of costs) {
    const { item, year, stage, amount, unit, isTotal, at } = cost;
    if (!draft.isFirst(cost, ["費用", node, String(year), item, stage], amount)) continue;
    const key = { 項目ID: node, 年度: String(year), 費目: item, 区分: stage };
    const row = {
      金額: amount,
      単位ID: plan.unitId(unit ?? askCostUnit(draft)),
      合計: isTotal ? "合計" : "",
      出典ID: draft.source.id,
      出典_位置: at,
    };
    const before = table.by(key);
    if (before) Object.assign(before, row);
    else table.add({ ...key, ...row });
    draft.keep(cost, "費用");
  }
}

const askCostUnit = once((draft: TablesDraft) =>
  draft.asking.ask({
    id: "費用:単位",
    text: { ja: "費用（事業費、人件費など）の単位は何ですか。", en: "In what unit are the costs?" },
    proposal: "千円",
    reason: {
      ja: "事務事業の費用は、多くは千円で書かれます",
      en: "the costs of projects are mostly given in thousand yen",
    },
    choices: ["千円", "円", "百万円"],
    examples: [],
    cells: draft.material.nodes.reduce((sum, { costs }) => sum + costs.length, 0),
  }),
);
