// Which columns hold the ID of a row in another table, for whatever describes the tables to machines.

import type { PublishedTable } from "./published-table.ts";
import { publishedTables } from "./published-tables.ts";

export interface ForeignKey {
  readonly column: string;
  /** The table in whose column `ID` the value stands. */
  readonly table: string;
}

/** A column of this name means the same in every table; plan nodes of all kinds share one table. */
const idColumns: Readonly<Record<string, string>> = {
  指標ID: "indicator",
  単位ID: "unit",
  計画ID: "node",
  項目ID: "node",
  親ID: "node",
  事業ID: "node",
  掲載先ID: "node",
  上位ID: "node",
  indicator: "indicator",
  unit: "unit",
};

export function foreignKeys({ columns }: PublishedTable): ForeignKey[] {
  return columns.flatMap(({ name, refersTo }) => {
    const table = refersTo ?? idColumns[name];
    return table !== undefined && publishedTables.some((one) => one.name === table)
      ? [{ column: name, table }]
      : [];
  });
}
