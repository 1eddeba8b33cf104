// Small multiples: one small chart a city, all on one scale from zero, with gaps, breaks and doubt as the cities published them.

import { html } from "../../site/page.ts";
import type { SeriesRow } from "./gathered.ts";

const [width, height, top, bottom] = [220, 96, 8, 18];

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Zero is always on it, so that twice as much looks twice as much. */
export function scaleOf(all: readonly (readonly SeriesRow[])[]): Scale | undefined {
  const rows = all.flat().filter(({ value }) => value !== null);
  if (rows.length === 0) return undefined;
  const years = rows.map(({ year }) => year);
  const values = rows.map(({ value }) => value as number);
  return {
    from: Math.min(...years),
    to: Math.max(...years),
    low: Math.min(0, ...values),
    high: Math.max(0, ...values),
  };
}

/** A value that is less than sure: its point is hollow. */
export function isUnsure({ reading, status, comparable }: SeriesRow): boolean {
  return reading !== "確定" || comparable === "参考" || (status !== "確定" && status !== null);
}

export function smallChart(rows: readonly SeriesRow[], scale: Scale, name: string) {
  const span = scale.high - scale.low || 1;
  const x = (year: number) =>
    round(12 + ((year - scale.from) / Math.max(1, scale.to - scale.from)) * (width - 24));
  const y = (value: number) => round(top + ((scale.high - value) / span) * (height - top - bottom));
  let path = "";
  let before: number | undefined;
  for (const { year, value, comparable } of rows) {
    if (value === null) {
      before = undefined;
      continue;
    }
    const joins = before === year - 1 && comparable !== "不可";
    path += `${joins ? "L" : "M"}${x(year)} ${y(value)}${joins ? "" : "h0"}`;
    before = year;
  }
  const points = rows.filter(({ value }) => value !== null);
  return html`<svg class="multiple" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}"><path class="ground" d="M4 ${y(0)}H${width - 4}"/><path class="line" d="${path}"/>${points.map((row) => html`<circle class="${isUnsure(row) ? "unsure" : ""}" cx="${x(row.year)}" cy="${y(row.value as number)}" r="3"/>`)}<text x="12" y="${height - 4}">${scale.from}</text><text x="${width - 12}" y="${height - 4}" text-anchor="end">${scale.to}</text></svg>`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
