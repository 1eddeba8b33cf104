// The tables beside the report: every value against the cell that is printed at its page, row and column.

import { type Dataset, formatDecimal, type Listing, type Observation, type Value } from "@shihyo/core";
import type { ReportPage } from "./report-pages.ts";

/**
 * By `page/row`, what the extraction did to a row: its cells stand one column to the left of where the
 * page's header has them, or a dash came out as a 1.
 */
export type Damages = Readonly<Record<string, "shifted" | "dash as 1">>;

export interface Mismatch {
  /** `36/2`: printed page and row. */
  readonly place: string;
  readonly indicator: string;
  readonly year: number;
  readonly table: string;
  readonly printed: string;
}

/** `observations` take the place of the dataset's own, for trials of what would be noticed. */
export function compareWithReport(
  dataset: Dataset,
  pages: ReadonlyMap<number, ReportPage>,
  damages: Damages,
  observations: Iterable<Observation> = dataset.observations(),
): Mismatch[] {
  const byKey = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = `${observation.indicator} ${observation.year}`;
    byKey.set(key, [...(byKey.get(key) ?? []), observation]);
  }
  return [...pages.values()].flatMap((page) => {
    const listings = dataset.listings.filter((listing) => listing.page === page.page);
    return page.rows.length === 0
      ? runTogether(page, listings, byKey, dataset)
      : listings.flatMap((listing, index) => rowMismatches(page, index, listing, byKey, dataset, damages));
  });
}

const years = [2023, 2024] as const;

function rowMismatches(
  { page, rows }: ReportPage,
  index: number,
  { indicator }: Listing,
  byKey: ReadonlyMap<string, readonly Observation[]>,
  dataset: Dataset,
  damages: Damages,
): Mismatch[] {
  const place = `${page}/${index + 1}`;
  const row = rows[index];
  if (!row) return [{ place, indicator: indicator ?? "", year: 0, table: "a row", printed: "no such row" }];
  if (indicator === undefined) {
    const isSaid = plain(row.indicator) === "指標なし";
    return isSaid ? [] : [{ place, indicator: "", year: 0, table: "指標なし", printed: row.indicator }];
  }
  const cells = years.map((year) => cellOf(dataset, byKey.get(`${indicator} ${year}`) ?? []));
  const isShifted = damages[place] === "shifted";
  const printed = isShifted ? ([row.unit, row.values[0]] as const) : row.values;
  return cells.flatMap((cell, column) => {
    const found = printed[column]!;
    const isMisreadDash = damages[place] === "dash as 1" && cell === "" && found === "1";
    // Of a shifted row, the first value may have run together with what stood before it.
    const isLastWord = isShifted && column === 0 && found.split(/\s+/).includes(cell);
    if (fits(cell, found) || isMisreadDash || isLastWord) return [];
    return [{ place, indicator, year: years[column]!, table: cell, printed: found }];
  });
}

/** A page without rows: its pairs of values stand in the text in the order of the table. */
function runTogether(
  { page, text }: ReportPage,
  listings: readonly Listing[],
  byKey: ReadonlyMap<string, readonly Observation[]>,
  dataset: Dataset,
): Mismatch[] {
  let rest = text;
  return listings.flatMap(({ indicator = "" }, index) => {
    const [before = "", now = ""] = years.map((year) =>
      cellOf(dataset, byKey.get(`${indicator} ${year}`) ?? []),
    );
    // Commas were read as points, digits were set apart, and a unit may stand between the two.
    const spaced = (cell: string) => [...cell.replace(".", "")].map((digit) => `${digit}[ .,]*`).join("");
    const match = new RegExp(`(?<![0-9])${spaced(before)}[ %日件]*${spaced(now)}(?![0-9])`).exec(rest);
    if (match) {
      rest = rest.slice(match.index + match[0].length);
      return [];
    }
    const place = `${page}/${index + 1}`;
    return [
      { place, indicator, year: 0, table: `${before} ${now}`, printed: "not found in the page's order" },
    ];
  });
}

/** What the printed cell should hold: the number, the words, the parts; empty for no value. */
function cellOf(dataset: Dataset, observations: readonly Observation[]): string {
  return observations
    .map(
      ({ breakdown, value }) =>
        `${dataset.breakdowns.get(breakdown ?? "")?.name.ja ?? ""}${valueText(value)}`,
    )
    .join("");
}

function valueText(value: Value): string {
  return value.kind === "number" ? formatDecimal(value.number) : value.kind === "words" ? value.words : "";
}

/** A dash came out of the extraction in many shapes. */
const dash = /^[-－ー—―_一ΙIıП]?$/;

function fits(cell: string, printed: string): boolean {
  return cell === "" ? dash.test(printed) : plain(cell) === plain(printed);
}

/** Without the spaces and commas of print, and the dots between words. */
function plain(text: string): string {
  return text.replace(/[\s,・]/g, "");
}
