// The course of an indicator as a picture no larger than a word: two honest bars, or a line with its gaps.

import type { IndicatorYearJson } from "@shihyo/core";
import { type Tag, tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";

/**
 * Hidden from ears, which have the sentence. Absent where fewer than two years have a number. Over years in which
 * nothing is surveyed (調査年でない) it goes on as dots.
 */
export function smallCourse({
  years,
}: {
  readonly years: readonly Pick<
    IndicatorYearJson,
    "year" | "observations" | "unsure" | "comparable" | "bridged"
  >[];
}): Tag | undefined {
  const values = years.map(
    ({ observations }) => findIn(observations, ({ breakdown }) => breakdown === undefined)?.value,
  );
  const numbers = values.filter(Number.isFinite) as number[];
  if (numbers.length < 2) return undefined;
  // Zero is always there, so that twice as much looks twice as much.
  const high = Math.max(0, ...numbers);
  const span = high - Math.min(0, ...numbers) || 1;
  const y = (value: number) => round(1 + ((high - value) / span) * 14);
  const isBars = years.length < 3;
  const width = isBars ? 24 : Math.min(96, years.length * 10);
  const step = width / years.length;
  const base = y(0);
  let line = "";
  let dots = "";
  let last = "";
  const bars = years.map(({ unsure, comparable, bridged }, at) => {
    const value = values[at];
    if (!Number.isFinite(value)) return undefined;
    const top = y(value as number);
    const x = round((at + 0.5) * step);
    const here = `${x} ${top}`;
    // Where a line begins stands a dot, so that a point without neighbours is seen.
    line += comparable ? `L${here}` : `M${here}h0`;
    if (bridged) dots += `M${last}L${here}`;
    last = here;
    // A bar of nothing is a line on the ground.
    return isBars
      ? tag("path", { class: unsure && "unsure", d: `M${x - 4} ${base}V${top}H${x + 4}V${base}Z` })
      : unsure && tag("circle", { class: "unsure", cx: x, cy: top, r: 2 });
  });
  return tag(
    "svg",
    {
      class: "course",
      width,
      height: 16,
      viewBox: `0 0 ${width} 16`,
      "aria-hidden": "true",
    },
    !isBars && [
      tag("path", { class: "run", d: line }),
      tag("path", { class: "run", "stroke-dasharray": "0 4", d: dots }),
    ],
    bars,
  );
}

const round = (length: number): number => +length.toFixed(1);
