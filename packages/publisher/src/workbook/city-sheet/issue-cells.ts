// Where on the one sheet an issue of the city's tables stands: in the cell that shows the table's own.

import type { Dataset, Issue } from "@shihyo/core";
import {
  baseHeader,
  baseRows,
  type CitySheet,
  type CityTables,
  indicatorHeaders,
  levelOf,
  listingHeader,
  nameHeader,
  noteHeader,
  rowsOf,
  sheetTargetKey,
  stateHeader,
  targetHeader,
  targetRows,
  unitHeader,
  valueHeader,
  valueRows,
  yearNoteHeader,
} from "./city-rows.ts";

export interface PlacedIssue {
  /** From 0, among the sheet's rows. */
  readonly row: number;
  readonly header: string;
  readonly issue: Issue;
}

interface SheetPlace {
  readonly row: number;
  readonly header: (column: string | undefined) => string;
}

/** Issues of what the sheet does not show (sources, releases, a whole file) have no place on it. */
export function issuesOnSheet(
  dataset: Dataset,
  tables: CityTables,
  sheet: CitySheet,
  issues: readonly Issue[],
): PlacedIssue[] {
  const places = placesOf(dataset, tables, sheet);
  return issues.flatMap((issue) =>
    (places.get(`${issue.file} ${issue.row ?? ""}`) ?? []).map(({ row, header }) => ({
      row,
      header: header(issue.column),
      issue,
    })),
  );
}

/** By `file row`, the row as Excel counts it. */
function placesOf(dataset: Dataset, tables: CityTables, sheet: CitySheet): Map<string, SheetPlace[]> {
  const places = new Map<string, SheetPlace[]>();
  const put = (file: string, index: number, place: SheetPlace) => {
    const key = `${file} ${index + 2}`;
    places.set(key, [...(places.get(key) ?? []), place]);
  };
  const indexOf = (file: string) => new Map(rowsOf(tables, file).map((row, index) => [row.ID ?? "", index]));
  const [indicators, listings, nodes] = ["indicators.csv", "listings.csv", "nodes.csv"].map(indexOf);
  const values = valueRows(dataset, tables, sheet.years);
  const targets = targetRows(tables);
  const bases = baseRows(tables);
  const nodeRows = rowsOf(tables, "nodes.csv");
  const listingRows = rowsOf(tables, "listings.csv");
  sheet.rows.forEach(({ listing, indicator, breakdown, isAgain }, row) => {
    const isWhole = breakdown === "" && !isAgain;
    const listed = listings?.get(listing);
    if (listed !== undefined) {
      put("listings.csv", listed, { row, header: () => listingHeader });
      const at = nodes?.get(listingRows[listed]?.掲載先ID ?? "");
      const level = at === undefined ? "" : levelOf(nodeRows[at] ?? {});
      if (at !== undefined && sheet.levels.includes(level))
        put("nodes.csv", at, { row, header: () => level });
    }
    const own = indicators?.get(indicator);
    if (own !== undefined && isWhole) put("indicators.csv", own, { row, header: indicatorColumn });
    if (isAgain) return;
    for (const year of sheet.years) {
      const index = values.get(`${indicator} ${year} ${breakdown}`)?.index;
      if (index === undefined) continue;
      put(`observations/${year}.csv`, index, { row, header: (column) => valueColumn(year, column) });
    }
    for (const key of isWhole ? sheet.targets : []) {
      const index = targets.get(sheetTargetKey(indicator, key))?.index;
      if (index !== undefined) put("targets.csv", index, { row, header: () => targetHeader(key) });
    }
    const base = isWhole ? bases.get(indicator)?.index : undefined;
    if (base !== undefined) put("targets.csv", base, { row, header: () => baseHeader });
  });
  return places;
}

function indicatorColumn(column: string | undefined): string {
  if (column === "単位ID") return unitHeader;
  if (column === "備考") return noteHeader;
  return indicatorHeaders.find((header) => header === column) ?? nameHeader;
}

function valueColumn(year: number, column: string | undefined): string {
  if (column === "値の状態" || column === "値なしの理由") return stateHeader(year);
  return column === "備考" ? yearNoteHeader(year) : valueHeader(year);
}
