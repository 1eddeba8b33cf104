// What the pages of an atlas show, asked of its store once: cities, indicators with their newest value, and the aligned series.

import type { Engine } from "../duckdb.ts";

export interface CityRow {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly version: string | null;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly official: boolean;
  readonly base: string;
  readonly state: string;
  readonly rows: number;
  readonly indicators: number;
}

export interface IndicatorRow {
  readonly code: string;
  readonly indicator: string;
  readonly label: string;
  readonly kana: string | null;
  readonly unit: string | null;
  readonly period_kind: string;
  readonly aggregation: string;
  readonly common: string | null;
  readonly common_match: string | null;
  /** Whose the alignment is: the city's own, or that of the keeper of this atlas. */
  readonly aligned_by: "city" | "atlas" | null;
  readonly uri: string;
  readonly year: number | null;
  readonly shown: string | null;
}

/** One year of an aligned indicator, as its city published it. */
export interface SeriesRow {
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
  readonly uri: string;
}

export interface AtlasData {
  readonly cities: readonly CityRow[];
  readonly indicators: readonly IndicatorRow[];
  /** By `142123 K0192`, oldest year first. */
  readonly series: ReadonlyMap<string, readonly SeriesRow[]>;
}

export const seriesKey = ({
  code,
  indicator,
}: {
  readonly code: string;
  readonly indicator: string;
}): string => `${code} ${indicator}`;

/** The whole of an indicator; its parts are the city's own to show. */
const whole = "breakdown = '全体'";

export async function gatheredData(db: Engine): Promise<AtlasData> {
  const cities = (await db.rows("SELECT * FROM cities ORDER BY code")) as unknown as CityRow[];
  const indicators = (await db.rows(`
    SELECT i.code, i.indicator, i.label, i.kana, i.unit, i.period_kind, i.aggregation, i.common, i.common_match, i.aligned_by, i.uri,
      o.year, coalesce(o.printed, o.words, o.reason) AS shown
    FROM indicators i
    LEFT JOIN (SELECT code, indicator, max(year) AS year, max_by(printed, year) AS printed, max_by(words, year) AS words, max_by(reason, year) AS reason
      FROM observations WHERE ${whole} GROUP BY ALL) o USING (code, indicator)
    ORDER BY code, indicator`)) as unknown as IndicatorRow[];
  const rows = (await db.rows(`
    SELECT o.code, o.indicator, o.year, o.value, o.printed, o.words, o.reason, o.status, o.comparable, o.not_comparable_reason, o.reading, o.note, o.uri
    FROM observations o JOIN indicators i USING (code, indicator)
    WHERE i.common IS NOT NULL AND ${whole} ORDER BY code, indicator, year`)) as unknown as SeriesRow[];
  const series = new Map<string, SeriesRow[]>();
  for (const row of rows) series.set(seriesKey(row), [...(series.get(seriesKey(row)) ?? []), row]);
  return { cities, indicators, series };
}
