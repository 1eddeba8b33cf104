// Every value printed for an indicator against the tables' values, page by page, row by row.

import {
  type Dataset,
  type FiscalYear,
  formatDecimal,
  groupBy,
  type Listing,
  type Observation,
  once,
} from "@shihyo/core";
import { dash, type PrintedRow, plainValue, printedRows } from "./printed-values.ts";
import type { ReportPage } from "./report-pages.ts";

export interface IndicatorReconciliation {
  /** How many values (numbers, words, dashes) the report prints, as far as its columns can be told. */
  readonly printed: number;
  readonly matched: number;
  /** On pages that have run together: the values of the tables, and how many of them the text shows. */
  readonly runTogether: readonly RunTogetherPage[];
  /** What a person must look at: both sides where there are two. */
  readonly differences: readonly ValueDifference[];
}

interface RunTogetherPage {
  readonly page: number;
  readonly values: number;
  readonly found: number;
}

export interface ValueDifference {
  readonly page: number;
  readonly year: FiscalYear;
  /** The indicator and what the tables hold; absent where a printed row has no row of the tables beside it. */
  readonly indicator?: string;
  readonly label?: string;
  readonly table?: string;
  /** What is printed; absent where nothing is. */
  readonly printed?: string;
  /** What stands before it on its line. */
  readonly context?: string;
}

interface ExpectedRow {
  readonly listing: Listing;
  readonly indicator: string;
  /** What may stand behind a printed number. */
  readonly unit: string | undefined;
  /** One for each year of the report's columns. */
  readonly values: readonly string[];
}

/** `year` is the report's own: its last column; the columns before it are the years before. */
export function reconcileIndicators(
  dataset: Dataset,
  year: FiscalYear,
  pages: readonly ReportPage[],
): IndicatorReconciliation {
  const byPage = new Map(pages.map((page) => [page.page, page]));
  const differences: ValueDifference[] = [];
  const runTogether: RunTogetherPage[] = [];
  let printed = 0;
  let matched = 0;
  const listed = new Set(dataset.listings.flatMap(({ page }) => page ?? []));
  for (const number of [...new Set([...listed, ...byPage.keys()])].toSorted((a, b) => a - b)) {
    const page = byPage.get(number);
    const rows = page ? printedRows(page.text) : [];
    const columns = rows[0]?.values.length ?? 2;
    const years = Array.from({ length: columns }, (_, index) => year - columns + 1 + index);
    const expected = expectedRows(dataset, number, years);
    if (page && rows.length === 0) {
      const found = valuesInText(expected, page.text);
      const values = expected.reduce((total, row) => total + row.values.length, 0);
      if (values > 0) runTogether.push({ page: number, values, found: values - found.missing.length });
      for (const { row, column } of found.missing) {
        differences.push({ page: number, ...tableSide(dataset, row, column, years) });
      }
      continue;
    }
    printed += rows.reduce((total, row) => total + row.values.filter((value) => value !== "").length, 0);
    for (const [row, its] of aligned(rows, expected)) {
      for (const [column, at] of years.entries()) {
        const onPage = row?.values[column] ?? "";
        const inTable = its?.values[column];
        if (onPage !== "" && inTable !== undefined && plainValue(onPage, its?.unit) === inTable) {
          matched += 1;
          continue;
        }
        // Nothing is printed, and the tables hold no value: that agrees, and is no value printed.
        if (onPage === "" && (inTable ?? dash) === dash) continue;
        differences.push({
          page: number,
          ...(its ? tableSide(dataset, its, column, years) : { year: at }),
          ...(onPage === "" ? {} : { printed: onPage }),
          ...(row ? { context: row.context } : {}),
        });
      }
    }
  }
  return { printed, matched, runTogether, differences };
}

function tableSide(
  dataset: Dataset,
  { indicator, values }: ExpectedRow,
  column: number,
  years: readonly FiscalYear[],
): Omit<ValueDifference, "page"> {
  return {
    year: years[column] ?? 0,
    indicator,
    label: dataset.labels.get(indicator)?.ja ?? indicator,
    table: values[column] ?? dash,
  };
}

/** What a page ought to print, by the tables: one row a listing, in the report's order. */
function expectedRows(dataset: Dataset, page: number, years: readonly FiscalYear[]): ExpectedRow[] {
  const byKey = observationsByKey(dataset);
  return dataset.listings.flatMap((listing): ExpectedRow[] => {
    const { indicator } = listing;
    if (listing.page !== page || indicator === undefined) return [];
    const values = years.map((year) => plainValue(cellOf(dataset, byKey.get(`${indicator} ${year}`) ?? [])));
    const unit = dataset.units.get(dataset.indicators.get(indicator)?.unit ?? "")?.name.ja;
    return [{ listing, indicator, unit, values }];
  });
}

const observationsByKey = once((dataset) =>
  groupBy(dataset.observations(), ({ indicator, year }) => `${indicator} ${year}`),
);

/** A cell as the report would print it: the whole, or its parts one after another (清水小 5 妻田小 2). */
function cellOf(dataset: Dataset, observations: readonly Observation[]): string {
  const whole = observations.find(({ breakdown }) => breakdown === undefined);
  if (whole) return valueText(whole);
  return observations
    .map((one) => `${dataset.breakdowns.get(one.breakdown ?? "")?.name.ja ?? ""}${valueText(one)}`)
    .join("");
}

function valueText({ value }: Observation): string {
  if (value.kind === "number") return formatDecimal(value.number);
  return value.kind === "words" ? value.words : dash;
}

type Pairing = readonly [PrintedRow | undefined, ExpectedRow | undefined];

/**
 * Rows in both orders, paired so that as many values as can be agree; rows between two that agree are paired one
 * by one, so that a person sees both sides of what differs (Needleman and Wunsch's alignment).
 */
function aligned(rows: readonly PrintedRow[], expected: readonly ExpectedRow[]): Pairing[] {
  const score = (row: PrintedRow, its: ExpectedRow) =>
    1 +
    10 *
      row.values.filter((value, at) => value !== "" && plainValue(value, its.unit) === its.values[at]).length;
  const best: number[][] = Array.from({ length: rows.length + 1 }, () =>
    new Array<number>(expected.length + 1).fill(0),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    for (let j = expected.length - 1; j >= 0; j -= 1) {
      const paired = score(rows[i]!, expected[j]!) + at(i + 1, j + 1);
      best[i]![j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pairing[] = [];
  let [i, j] = [0, 0];
  while (i < rows.length || j < expected.length) {
    const [row, its] = [rows[i], expected[j]];
    if (row && its && at(i, j) === score(row, its) + at(i + 1, j + 1)) {
      pairs.push([row, its]);
      i += 1;
      j += 1;
    } else if (row && (!its || at(i, j) === at(i + 1, j))) {
      pairs.push([row, undefined]);
      i += 1;
    } else {
      pairs.push([undefined, its]);
      j += 1;
    }
  }
  return pairs;
}

/** On a page without columns: which of the tables' values stand in its text, each token taken once. */
function valuesInText(expected: readonly ExpectedRow[], text: string) {
  const tokens = new Map<string, number>();
  const joined = text.replace(/(?<=[0-9]),\s?(?=[0-9]{3})|(?<=[0-9]\.)\s(?=[0-9])/g, "");
  for (const token of joined.match(/[0-9]+(?:\.[0-9]+)?/g) ?? []) {
    tokens.set(token, (tokens.get(token) ?? 0) + 1);
  }
  const plain = plainValue(text);
  const missing: { row: ExpectedRow; column: number }[] = [];
  for (const row of expected) {
    for (const [column, value] of row.values.entries()) {
      const isNumber = /^-?[0-9.]+$/.test(value);
      // A sign (△, ▲, −) stands apart from its digits here.
      const digits = value.replace(/^-/, "");
      const left = tokens.get(digits) ?? 0;
      const isThere = isNumber ? left > 0 : value !== dash && plain.includes(value);
      if (!isThere) missing.push({ row, column });
      else if (isNumber) tokens.set(digits, left - 1);
    }
  }
  return { missing };
}

/**
 * A PDF's own page numbers begin at its cover, printed ones later. The pages moved by that many which lets most of
 * the tables' values be found on their page; text that was numbered by its contents stays as it is.
 */
export function renumbered(dataset: Dataset, year: FiscalYear, pages: readonly ReportPage[]): ReportPage[] {
  const agreeing = (offset: number) =>
    pages.reduce((total, page) => {
      const rows = printedRows(page.text);
      const columns = rows[0]?.values.length ?? 2;
      const years = Array.from({ length: columns }, (_, index) => year - columns + 1 + index);
      const values = new Set(expectedRows(dataset, page.page + offset, years).flatMap((row) => row.values));
      const here = rows.flatMap((row) => row.values).filter((value) => values.has(plainValue(value)));
      return total + here.length;
    }, 0);
  const offsets = [0, ...Array.from({ length: 20 }, (_, index) => [index + 1, -index - 1]).flat()];
  const counts = offsets.map((offset) => ({ offset, count: agreeing(offset) }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return pages.map((page) => ({ ...page, page: page.page + best.offset }));
}
