// `goals/G01/data.csv`, and the same of every policy, initiative and project: the tidy rows of its indicators.

import { type Dataset, nodePath } from "@shihyo/core";
import { planOf } from "../pages/plan.ts";
import { indicatorResultTable } from "../tables/indicator-result.ts";
import { csvRecords, csvStart } from "./csv.ts";
import type { Format } from "./format.ts";

export const nodeCsvFormat: Format = {
  name: "node-csv",
  *files(dataset) {
    const plan = planOf(dataset);
    const rows = rowsByIndicator(dataset);
    const start = csvStart(indicatorResultTable.columns.map(({ name }) => name));
    for (const node of plan.nodes.filter(({ kind }) => kind !== "plan")) {
      const ids = new Set(plan.listingsUnder(node).flatMap(({ indicator }) => indicator ?? []));
      const own = [...ids].flatMap((id) => rows.get(id) ?? []);
      if (own.length > 0) yield { path: `${nodePath(node)}data.csv`, chunks: [start, csvRecords(own)] };
    }
  },
};

function rowsByIndicator(dataset: Dataset): ReadonlyMap<string, string[][]> {
  const place = indicatorResultTable.columns.findIndex(({ name }) => name === "指標ID");
  const rows = new Map<string, string[][]>();
  for (const record of indicatorResultTable.records(dataset)) {
    const id = record[place] ?? "";
    const own = rows.get(id);
    if (own) own.push(record);
    else rows.set(id, [record]);
  }
  return rows;
}
