// What the pages of an atlas show, asked of its store: cities, what is aligned with its years, and every indicator with its newest value, a few cities at a time.

import type { ComparedCity, ComparedIndicator, ComparedYear } from "@shihyo/core";
import { groupBy, isPlaceholder, matchWords } from "@shihyo/core";
import { type Engine, sqlText } from "../duckdb.ts";
import { observationsOf } from "../store.ts";

export interface GatheredCity {
  readonly code: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly title: string;
  readonly version: string | null;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly official: boolean;
  readonly base: string;
  readonly state: string;
  readonly rows: number;
  readonly indicators: number;
  readonly stars: number | null;
}

export interface IndicatorRow {
  readonly code: string;
  readonly indicator: string;
  readonly label: string;
  readonly label_en: string | null;
  readonly kana: string | null;
  readonly unit: string | null;
  readonly common: string | null;
  readonly common_match: string | null;
  readonly uri: string;
  readonly year: number | null;
  readonly shown: string | null;
}

/** What stands in the store of an aligned indicator, and of one of its years. */
type AlignedRow = Omit<AlignedIndicator, "city" | "match" | "iri"> & {
  readonly code: string;
  readonly common: string;
  readonly match: string;
};
type YearRow = ComparedYear & { readonly code: string; readonly indicator: string };

/** What is null in the store is not there. */
function withoutNulls<Row extends object>(row: Row): { [K in keyof Row]: Exclude<Row[K], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
}

/** The whole of an indicator; its parts are the city's own to show. */
const whole = "breakdown = '全体'";

export async function citiesOf(db: Engine): Promise<readonly GatheredCity[]> {
  return (await db.rows("SELECT * FROM cities ORDER BY code")) as unknown as GatheredCity[];
}

/** What others say is an address is linked only if it leads to the web; a placeholder leads nowhere. */
export function isOpen(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address) && !isPlaceholder(address);
}

/** An aligned indicator as it is kept for the whole run: its years are asked for when its page is written. */
export type AlignedIndicator = Omit<ComparedIndicator, "years">;

/** Every aligned indicator, by the ID of its common indicator. */
export async function alignedOf(
  db: Engine,
  cities: readonly GatheredCity[],
): Promise<ReadonlyMap<string, readonly AlignedIndicator[]>> {
  const byCode = new Map(cities.map((city) => [city.code, comparedCity(city)]));
  const rows = (await db.rows(`
    SELECT code, indicator AS id, label, label_en AS "labelEn", coalesce(unit, '') AS unit, period_kind AS period, aggregation,
      common, common_match AS match, aligned_by AS "alignedBy", uri AS address
    FROM indicators WHERE common IS NOT NULL ORDER BY code, indicator`)) as unknown as AlignedRow[];
  const aligned = new Map<string, AlignedIndicator[]>();
  for (const row of rows) {
    const { code, common, match: word, ...one } = withoutNulls(row);
    const [city, match] = [byCode.get(code), matchWords[word]];
    if (!city || match === undefined) continue;
    const own = aligned.get(common) ?? [];
    aligned.set(common, own);
    own.push({ ...one, city, match, iri: isOpen(one.address) ? one.address : undefined });
  }
  return aligned;
}

/** Reads all partitions once; the years of each common indicator then stand ready in the engine, within its memory. */
export async function gatherYears(db: Engine): Promise<void> {
  await db.run(`
    CREATE TEMP TABLE aligned_years AS
    SELECT i.common, o.code, o.indicator, o.year, o.value, o.printed, o.words, o.reason, o.status, o.comparable,
      o.not_comparable_reason AS "notComparableReason", o.reading, o.note
    FROM observations o JOIN indicators i USING (code, indicator)
    WHERE i.common IS NOT NULL AND ${whole}`);
}

/** One common indicator's indicators with their years, which `gatherYears` has made ready. */
export async function withYears(
  db: Engine,
  common: string,
  indicators: readonly AlignedIndicator[],
): Promise<readonly ComparedIndicator[]> {
  const found = (await db.rows(
    `SELECT * EXCLUDE common FROM aligned_years WHERE common = ${sqlText(common)} ORDER BY code, indicator, year`,
  )) as unknown as YearRow[];
  const years = groupBy(found.map(withoutNulls), ({ code, indicator }) => `${code} ${indicator}`);
  return indicators.map((one) => ({ ...one, years: years.get(`${one.city.code} ${one.id}`) ?? [] }));
}

function comparedCity(city: GatheredCity): ComparedCity {
  const { code, name, official } = city;
  return {
    code,
    name,
    nameEn: city.name_en ?? undefined,
    official,
    attribution: city.attribution ?? undefined,
    licence: city.licence ?? undefined,
  };
}

/** How many people live in each body, by year, where it publishes that in 人: newest words of the body itself. */
export function populationsOf(
  aligned: readonly ComparedIndicator[],
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const populations = new Map<string, Map<number, number>>();
  for (const { city, match, unit, years } of aligned) {
    if (match !== "exact" || unit !== "人") continue;
    const own = populations.get(city.code) ?? new Map<number, number>();
    for (const { year, value } of years) if (value !== undefined) own.set(year, value);
    populations.set(city.code, own);
  }
  return populations;
}

/** Cities that are asked for at once: few enough that half a million indicators never stand in memory together. */
const together = 50;

/** Every city's indicators, each with its newest value; city by city in the order of codes. */
export async function* indicatorsByCity(
  db: Engine,
  atlas: string,
  cities: readonly GatheredCity[],
): AsyncGenerator<readonly [city: GatheredCity, indicators: readonly IndicatorRow[]]> {
  for (let at = 0; at < cities.length; at += together) {
    const group = cities.slice(at, at + together);
    const codes = group.map(({ code }) => sqlText(code)).join(", ");
    const counted = group.flatMap(({ code, rows: n }) => (n > 0 ? [code] : []));
    const values = counted.length > 0 ? observationsOf(atlas, counted) : "(FROM observations LIMIT 0)";
    const rows = (await db.rows(`
      SELECT i.code, i.indicator, i.label, i.label_en, i.kana, i.unit, i.common, i.common_match, i.uri,
        o.year, coalesce(o.printed, o.words, o.reason) AS shown
      FROM indicators i
      LEFT JOIN (SELECT code, indicator, max(year) AS year, max_by(printed, year) AS printed, max_by(words, year) AS words, max_by(reason, year) AS reason
        FROM ${values} WHERE ${whole} GROUP BY ALL) o USING (code, indicator)
      WHERE i.code IN (${codes}) ORDER BY code, indicator`)) as unknown as IndicatorRow[];
    const byCode = groupBy(rows, ({ code }) => code);
    for (const city of group) yield [city, byCode.get(city.code) ?? []];
  }
}
