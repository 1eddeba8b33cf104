// `goals/G01/data.csv`, and the same of every node below a plan: the tidy rows of its indicators, with their CSVW.

import { type Dataset, groupBy, nodePath } from "@shihyo/core";
import { csvRecords, csvStart } from "./csv.ts";
import { csvwLine } from "./csvw.ts";
import type { Format } from "./format.ts";
import { planOf } from "./plan-paths.ts";
import { indicatorResultTable } from "./tables/indicator-result.ts";
import { type PublishedTable, tableFor } from "./tables/published-table.ts";

export const nodeCsvFormat: Format = {
  name: "node-csv",
  *files(dataset) {
    const plan = planOf(dataset);
    // The columns that the whole has are the columns of each part.
    const table = tableFor(indicatorResultTable, dataset);
    const rows = rowsByIndicator(dataset, table);
    const metadata = csvwLine(dataset, table, "data.csv");
    const start = csvStart(table.columns.map(({ name }) => name));
    for (const node of plan.nodes.filter(({ level }) => level > 0)) {
      const ids = new Set(plan.listingsUnder(node).flatMap(({ indicator }) => indicator ?? []));
      const own = [...ids].flatMap((id) => rows.get(id) ?? []);
      if (own.length === 0) continue;
      const path = `${nodePath(node)}data.csv`;
      yield { path, chunks: [start, csvRecords(own)] };
      yield { path: `${path}-metadata.json`, chunks: [metadata] };
    }
  },
};

function rowsByIndicator(dataset: Dataset, table: PublishedTable): ReadonlyMap<string, string[][]> {
  const place = table.columns.findIndex(({ name }) => name === "指標ID");
  return groupBy(table.records(dataset), (record) => record[place] ?? "");
}
