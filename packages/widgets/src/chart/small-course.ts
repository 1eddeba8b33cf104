// The course of an indicator as a picture no larger than a word: two honest bars, or a line with its gaps.

import type { IndicatorYearJson } from "@shihyo/core";
import { type Tag, tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";

const height = 16;

/** Hidden from ears, which have the sentence. Absent where fewer than two years have a number. */
export function smallCourse(
  years: readonly Pick<IndicatorYearJson, "year" | "observations" | "unsure" | "comparable">[],
): Tag | undefined {
  const values = years.map(
    ({ observations }) => findIn(observations, ({ breakdown }) => breakdown === undefined)?.value,
  );
  const numbers = values.filter((value) => Number.isFinite(value)) as number[];
  if (numbers.length < 2) return undefined;
  // Zero is always there, so that twice as much looks twice as much.
  const high = Math.max(0, ...numbers);
  const span = high - Math.min(0, ...numbers) || 1;
  const y = (value: number) => round(1 + ((high - value) / span) * (height - 2));
  const isBars = years.length < 3;
  const width = isBars ? 24 : Math.min(96, years.length * 10);
  const step = width / years.length;
  const base = y(0);
  let line = "";
  let isOpen = false;
  const bars = years.map(({ unsure, comparable }, at) => {
    const value = values[at];
    if (!Number.isFinite(value)) {
      isOpen = false;
      return undefined;
    }
    const top = y(value as number);
    const x = round((at + 0.5) * step);
    // Where a line begins stands a dot, so that a point without neighbours is seen.
    line += isOpen && comparable !== false ? `L${x} ${top}` : `M${x} ${top}h0`;
    isOpen = true;
    // A bar of nothing is a line on the ground.
    return isBars
      ? tag("path", { class: unsure ? "unsure" : undefined, d: `M${x - 4} ${base}V${top}H${x + 4}V${base}Z` })
      : unsure && tag("circle", { class: "unsure", cx: x, cy: top, r: 2 });
  });
  return tag(
    "svg",
    {
      class: isBars ? "course" : "course line",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "aria-hidden": "true",
    },
    !isBars && tag("path", { class: "run", d: line }),
    bars,
  );
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
