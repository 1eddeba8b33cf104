// Each indicator's own rows of the tidy table, with its CSVW: `indicators/K0001/data.csv`.

import { indicatorPath, series } from "@shihyo/core";
import { csvOf } from "./csv.ts";
import { csvwLine } from "./csvw.ts";
import type { Format } from "./format.ts";
import { indicatorResultTable } from "./tables/indicator-result.ts";
import { tableFor } from "./tables/published-table.ts";

export const indicatorCsvFormat: Format = {
  name: "indicator-csv",
  *files(dataset) {
    // The columns that the whole has are the columns of each part.
    const table = tableFor(indicatorResultTable, dataset);
    const metadata = csvwLine(dataset, table, "data.csv");
    for (const { indicator, observations } of series(dataset)) {
      const path = `${indicatorPath(indicator.id)}data.csv`;
      const own = { ...dataset, observations: () => observations };
      yield { path, chunks: csvOf(table, own) };
      yield { path: `${path}-metadata.json`, chunks: [metadata] };
    }
  },
};
