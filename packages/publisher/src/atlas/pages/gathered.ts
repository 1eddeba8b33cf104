// What the pages of an atlas show, asked of its store: cities, what is aligned with its years, and every indicator with its newest value, a few cities at a time.

import type { ComparedCity, ComparedIndicator, ComparedYear } from "@shihyo/core";
import { isPlaceholder, matchWords } from "@shihyo/core";
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

interface AlignedRow {
  readonly code: string;
  readonly indicator: string;
  readonly label: string;
  readonly label_en: string | null;
  readonly unit: string | null;
  readonly period_kind: string;
  readonly aggregation: string;
  readonly common: string;
  readonly common_match: string;
  readonly aligned_by: "city" | "atlas";
  readonly uri: string;
}

interface YearRow {
  readonly code: string;
  readonly indicator: string;
  readonly year: number;
  readonly value: number | null;
  readonly printed: string | null;
  readonly words: string | null;
  readonly reason: string | null;
  readonly status: string | null;
  readonly comparable: string | null;
  readonly not_comparable_reason: string | null;
  readonly reading: string | null;
  readonly note: string | null;
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
    SELECT code, indicator, label, label_en, unit, period_kind, aggregation, common, common_match, aligned_by, uri
    FROM indicators WHERE common IS NOT NULL ORDER BY code, indicator`)) as unknown as AlignedRow[];
  const aligned = new Map<string, AlignedIndicator[]>();
  for (const row of rows) {
    const [city, match] = [byCode.get(row.code), matchWords[row.common_match]];
    if (!city || match === undefined) continue;
    const own = aligned.get(row.common) ?? [];
    aligned.set(row.common, own);
    own.push({
      city,
      id: row.indicator,
      label: row.label,
      labelEn: row.label_en ?? undefined,
      unit: row.unit ?? "",
      period: row.period_kind,
      aggregation: row.aggregation,
      match,
      alignedBy: row.aligned_by,
      address: row.uri,
      iri: isOpen(row.uri) ? row.uri : undefined,
    });
  }
  return aligned;
}

/** Reads all partitions once; the years of each common indicator then stand ready in the engine, within its memory. */
export async function gatherYears(db: Engine): Promise<void> {
  await db.run(`
    CREATE TEMP TABLE aligned_years AS
    SELECT i.common, o.code, o.indicator, o.year, o.value, o.printed, o.words, o.reason, o.status, o.comparable, o.not_comparable_reason, o.reading, o.note
    FROM observations o JOIN indicators i USING (code, indicator)
    WHERE i.common IS NOT NULL AND ${whole}`);
}

/** One common indicator's indicators with their years, which `gatherYears` has made ready. */
export async function withYears(
  db: Engine,
  common: string,
  indicators: readonly AlignedIndicator[],
): Promise<readonly ComparedIndicator[]> {
  const years = new Map<string, ComparedYear[]>();
  const found = (await db.rows(
    `SELECT * FROM aligned_years WHERE common = ${sqlText(common)} ORDER BY code, indicator, year`,
  )) as unknown as YearRow[];
  for (const row of found) {
    const key = `${row.code} ${row.indicator}`;
    const own = years.get(key);
    if (own) own.push(comparedYear(row));
    else years.set(key, [comparedYear(row)]);
  }
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

function comparedYear(row: YearRow): ComparedYear {
  return {
    year: row.year,
    value: row.value ?? undefined,
    printed: row.printed ?? undefined,
    words: row.words ?? undefined,
    reason: row.reason ?? undefined,
    status: row.status ?? undefined,
    comparable: row.comparable ?? undefined,
    notComparableReason: row.not_comparable_reason ?? undefined,
    reading: row.reading ?? undefined,
    note: row.note ?? undefined,
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
    const byCode = new Map<string, IndicatorRow[]>();
    for (const row of rows) {
      const own = byCode.get(row.code);
      if (own) own.push(row);
      else byCode.set(row.code, [row]);
    }
    for (const city of group) yield [city, byCode.get(city.code) ?? []];
  }
}
