// The tables of a release, in the order in which the docs list them.

import type { Dataset } from "@shihyo/core";
import { activityTable } from "./activity.ts";
import { activityCodedTable } from "./activity-coded.ts";
import { earlierPrintTable } from "./earlier-print.ts";
import { indicatorComparisonTable } from "./indicator-comparison.ts";
import { indicatorResultTable } from "./indicator-result.ts";
import { observationTable } from "./observation.ts";
import { type PublishedTable, tableFor } from "./published-table.ts";
import {
  correctionTable,
  indicatorTable,
  listingTable,
  nodeTable,
  placementTable,
  unitTable,
} from "./reference-tables.ts";
import { reportCodedTables } from "./report-coded.ts";
import { cityOwnTables } from "./report-facts.ts";
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

/** What only some cities have: for people, then coded. */
const someHave: readonly PublishedTable[] = [
  activityCodedTable,
  earlierPrintTable,
  ...cityOwnTables,
  ...reportCodedTables,
];

/** Every table that a release may have. */
export const possibleTables: readonly PublishedTable[] = [...publishedTables, ...someHave];

/** Those of a dataset: with the columns that its own levels ask for, and what only some cities have where it has it. */
export function publishedTablesOf(dataset: Dataset): PublishedTable[] {
  const own = someHave.filter((table) => hasRows(table, dataset));
  return [...publishedTables, ...own].map((table) => tableFor(table, dataset));
}

function hasRows(table: PublishedTable, dataset: Dataset): boolean {
  for (const _ of table.records(dataset)) return true;
  return false;
}
