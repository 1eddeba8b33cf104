// The tables of a release, in the order in which the docs list them.

import type { Dataset } from "@shihyo/core";
import { activityTable } from "./activity.ts";
import { indicatorComparisonTable } from "./indicator-comparison.ts";
import { indicatorResultTable } from "./indicator-result.ts";
import { observationTable } from "./observation.ts";
import type { PublishedTable } from "./published-table.ts";
import {
  correctionTable,
  indicatorTable,
  listingTable,
  nodeTable,
  placementTable,
  unitTable,
} from "./reference-tables.ts";
import { targetTable } from "./target.ts";

export const publishedTables: readonly PublishedTable[] = [
  indicatorResultTable,
  observationTable,
  indicatorComparisonTable,
  indicatorTable,
  nodeTable,
  placementTable,
  listingTable,
  unitTable,
  targetTable,
  correctionTable,
  activityTable,
];

/** The same with the columns that a dataset's own levels ask for. */
export function tablesOf(dataset: Dataset): PublishedTable[] {
  return publishedTables.map((table) => table.of?.(dataset) ?? table);
}
