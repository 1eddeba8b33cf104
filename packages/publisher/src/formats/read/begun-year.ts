// A year that begins: a row for every value that is due, not yet counted, and the source they will come from.

import {
  type Dataset,
  type FiscalYear,
  formatEnglishYear,
  formatJapaneseYear,
  observationsTable,
} from "@shihyo/core";
import { Refusal } from "../../refusal.ts";
import { type CityRow, cityFileText, newCityFile } from "./city-file-text.ts";

export interface YearToBegin {
  readonly file: string;
  readonly rows: number;
  readonly source: string;
  /** The tables that are new or changed. */
  readonly files: ReadonlyMap<string, string>;
}

/** `sources` is the text of sources.json. A year that is there already, or leaves one out after the last, is refused; any earlier one may begin. */
export function yearToBegin(dataset: Dataset, year: FiscalYear, sources: string): YearToBegin {
  const file = `observations/${year}.csv`;
  const last = dataset.years.at(-1);
  if (dataset.years.includes(year)) throw begunAlready(year);
  if (last !== undefined && year > last + 1) {
    throw new Refusal({
      ja: `表の最後の年度は${last}年度です。次に始められるのは${last + 1}年度、または表にないそれより前の年度です。`,
      en: `The tables end with ${last}; the next year to begin is ${last + 1}, or any earlier one that is not there.`,
    });
  }
  const source = nextSource(dataset);
  const rows = dueRows(dataset, year, source);
  const isEarlier = last !== undefined && year < last;
  const title = isEarlier ? formerTitle(year) : repliesTitle(year);
  const entry = { id: source, title, body: dataset.municipality.sourceBody.name, year };
  const header = observationsTable(year, () => undefined).columns.map((column) => column.header);
  const listed = JSON.parse(sources) as { readonly year?: number }[];
  // What stands later counts more: an earlier report stands before those that came after it.
  const later = listed.findIndex((one) => isEarlier && one.year !== undefined && one.year > year);
  const place = later < 0 ? listed.length : later;
  const files = new Map([
    ["sources.json", `${JSON.stringify(listed.toSpliced(place, 0, entry), undefined, 2)}\n`],
    [file, cityFileText(newCityFile(header, rows))],
  ]);
  return { file, rows: rows.length, source, files };
}

export function begunAlready(year: FiscalYear): Refusal {
  const file = `observations/${year}.csv`;
  return new Refusal({
    ja: `${file} はもうあります。${year}年度は始まっています。`,
    en: `${file} is there already: ${year} has begun.`,
  });
}

/** The title of the source that a year begins with: what the sections answer, until the report is printed. */
function repliesTitle(year: FiscalYear): { ja: string; en: string; translation: "ours" } {
  return {
    ja: `${formatJapaneseYear(year)}の取組指標の実績（各課からの回答）`,
    en: `Indicator results of ${formatEnglishYear(year)}, as answered by the sections`,
    translation: "ours",
  };
}

/** The title of the source of a year that is filled in afterwards, until it is written over. */
function formerTitle(year: FiscalYear): { ja: string; en: string; translation: "ours" } {
  return {
    ja: `${formatJapaneseYear(year)}の取組指標の実績（当時の報告書）`,
    en: `Indicator results of ${formatEnglishYear(year)}, as reported at the time`,
    translation: "ours",
  };
}

/** What was reported on in the year before, or after where that is the nearest, and is not abolished, part by part, in the order of indicators.csv. */
function dueRows(dataset: Dataset, year: FiscalYear, source: string): CityRow[] {
  const nearest = dataset.years.findLast((one) => one < year) ?? dataset.years[0];
  const seen = [...dataset.observations()].filter((observation) => observation.year === nearest);
  const isDue = (id: string) => {
    const { abolished } = dataset.indicators.get(id) ?? {};
    return abolished === undefined || abolished > year;
  };
  const pending = { 値の状態: "値なし", 値なしの理由: "集計中", 読取状況: "確定", 出典ID: source };
  const parts = new Map<string, string[]>();
  for (const { indicator, breakdown = "" } of seen) {
    parts.set(indicator, [...(parts.get(indicator) ?? []), breakdown]);
  }
  return [...dataset.indicators.keys()]
    .filter(isDue)
    .flatMap((id) => (parts.get(id) ?? [""]).map((part) => ({ 指標ID: id, 内訳ID: part, ...pending })));
}

/** The next ID of the form of those that are there: SR02 after SR01. */
function nextSource({ sources }: Dataset): string {
  const numbers = [...sources.keys()].map((id) => Number(/[0-9]+$/.exec(id)?.[0] ?? 0));
  return `SR${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}
