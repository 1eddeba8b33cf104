// The course of an indicator as a picture no larger than a word: two honest bars, or a line with its gaps.

import type { IndicatorYearJson } from "@shihyo/core";
import { type Tag, tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";

const height = 16;

/** Hidden from ears, which have the sentence. Absent where fewer than two years have a number. */
export function smallCourse(
  years: readonly Pick<IndicatorYearJson, "year" | "observations" | "unsure" | "comparable">[],
): Tag | undefined {
  const points = years.map(({ year, observations, unsure, comparable }) => ({
    year,
    value: findIn(observations, ({ breakdown }) => breakdown === undefined)?.value,
    unsure,
    comparable,
  }));
  const numbers = points.flatMap(({ value }) => (Number.isFinite(value) ? (value as number) : []));
  if (numbers.length < 2) return undefined;
  // Zero is always there, so that twice as much looks twice as much.
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const y = (value: number) =>
    Math.round((1 + ((high - value) / (high - low || 1)) * (height - 2)) * 10) / 10;
  const isBars = points.length < 3;
  const width = isBars ? 24 : Math.min(96, points.length * 10);
  const step = width / points.length;
  const base = y(0);
  let line = "";
  let isOpen = false;
  const bars = points.map(({ value, unsure, comparable }, at) => {
    if (!Number.isFinite(value)) {
      isOpen = false;
      return undefined;
    }
    const top = y(value as number);
    const x = Math.round((at + 0.5) * step * 10) / 10;
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
