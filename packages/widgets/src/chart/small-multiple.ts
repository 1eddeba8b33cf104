// Small multiples: one small picture a city, all on one scale from zero, with gaps, breaks, doubt and reference values. No DOM.

import type { CommonIndicatorFileJson, ComparedCityJson, ReferenceLineJson } from "@shihyo/core";
import type { tag as makeTag, Tag } from "../markup/tree.ts";

const [width, height, top, bottom, side] = [220, 96, 8, 18, 12];

export interface MultipleScale {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** The reference lines that stand in a city's picture: those of all, and its own. */
export function linesBeside(
  { references }: Pick<CommonIndicatorFileJson, "references">,
  code: string,
): ReferenceLineJson[] {
  return references.filter((line) => line.code === undefined || line.code === code);
}

/** Zero is always on it, so that twice as much looks twice as much; the years are those that cities have. */
export function scaleOfMultiples(
  file: Pick<CommonIndicatorFileJson, "references">,
  cities: readonly ComparedCityJson[],
): MultipleScale | undefined {
  let [from, to, low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  const hold = (value: number) => {
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const { years } of cities)
    for (const { year, value } of years) {
      if (value === undefined) continue;
      from = Math.min(from, year);
      to = Math.max(to, year);
      hold(value);
    }
  if (from > to) return undefined;
  for (const { code } of cities)
    for (const { points } of linesBeside(file, code))
      for (const { year, value } of points) if (year >= from && year <= to) hold(value);
  return { from, to, low, high };
}

/** Hidden from ears, which have the sentences and the table. `make` is the `tag` of whoever draws. */
export function smallMultiple(
  make: typeof makeTag,
  { years }: Pick<ComparedCityJson, "years">,
  references: readonly ReferenceLineJson[],
  { from, to, low, high }: MultipleScale,
): Tag {
  const span = high - low || 1;
  const x = (year: number) => round(side + ((year - from) / Math.max(1, to - from)) * (width - side * 2));
  const y = (value: number) => round(top + ((high - value) / span) * (height - top - bottom));
  let path = "";
  let before: number | undefined;
  const dots: Tag[] = [];
  for (const { year, value, apart, unsure } of years) {
    if (value === undefined) {
      before = undefined;
      continue;
    }
    const joins = before === year - 1 && !apart;
    path += `${joins ? "L" : "M"}${x(year)} ${y(value)}${joins ? "" : "h0"}`;
    before = year;
    dots.push(make("circle", { class: unsure ? "dot unsure" : "dot", cx: x(year), cy: y(value), r: 3 }));
  }
  return make(
    "svg",
    { class: "multiple", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" },
    make("path", { class: "ground", d: `M4 ${y(0)}H${width - 4}` }),
    references.map(({ points }) => {
      const shown = points.filter(({ year }) => year >= from && year <= to);
      return (
        shown.length > 0 && [
          make("path", {
            class: "beside",
            d: shown.map(({ year, value }, at) => `${at === 0 ? "M" : "L"}${x(year)} ${y(value)}`).join(""),
          }),
          shown.length === 1 &&
            make("path", {
              class: "beside",
              d: `M${x(shown[0]?.year ?? from) - 8} ${y(shown[0]?.value ?? 0)}h16`,
            }),
        ]
      );
    }),
    make("path", { class: "line", d: path }),
    dots,
    make("text", { x: side, y: height - 4 }, `${from}`),
    from !== to && make("text", { x: width - side, y: height - 4, "text-anchor": "end" }, `${to}`),
  );
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
