// The geometry of a chart of one indicator over years: where lines, dots, gaps, breaks and targets lie. No DOM.

import { counted } from "../shared/find.ts";
import { type Scale, scaleFor } from "./scale.ts";

export interface Point {
  readonly year: number;
  /** Absent where the year has no number: the line has a gap there. */
  readonly value?: number | undefined;
}

export interface Target {
  readonly year: number;
  readonly value: number;
}

export interface Drawing {
  readonly scale: Scale;
  /** Every year on the axis, oldest first, with its place from the left. */
  readonly years: readonly { readonly year: number; readonly x: number; readonly isLabelled: boolean }[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** One path for each run of years that have numbers and compare. */
  readonly lines: readonly string[];
  readonly dots: readonly {
    readonly year: number;
    readonly value: number;
    readonly x: number;
    readonly y: number;
  }[];
  /** Years without a number, between others. */
  readonly gaps: readonly { readonly year: number; readonly x: number }[];
  /** Where two years stop comparing. */
  readonly breaks: readonly { readonly x: number; readonly before: number; readonly after: number }[];
  readonly targets: readonly {
    readonly year: number;
    readonly value: number;
    readonly x: number;
    readonly y: number;
  }[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How wide a year's label is, so that labels do not run into one another. */
  readonly label: number;
}

/** Whatever stands in the data, the axis has an end: in years from 2000, and from the newest year to a goal. */
const farthest = 250;
const longest = 50;

/** Every year from the first to the last has its place, also one that nobody reported on. */
export function lineChart(
  allPoints: readonly Point[],
  breaks: readonly { readonly before: number; readonly after: number }[],
  targets: readonly Target[],
  frame: Frame,
): Drawing | undefined {
  const points = allPoints.filter(({ year }) => Math.abs(year - 2000) < farthest);
  const numbers = points.filter(({ value }) => isNumber(value));
  // A goal in the far future would press all that was reached into a corner.
  const newest = Math.max(...points.map(({ year }) => year));
  const aims = targets.filter(
    ({ year, value }) => isNumber(value) && Math.abs(year - newest) <= longest && Number.isInteger(year),
  );
  if (numbers.length === 0) return undefined;
  const scale = scaleFor([...numbers.map(({ value }) => value as number), ...aims.map(({ value }) => value)]);
  const all = [...points, ...aims].map(({ year }) => year);
  const first = Math.min(...all);
  const last = Math.max(...all);
  const inner = frame.width - frame.left - frame.right;
  const count = last - first + 1;
  // A year stands in the middle of its own column, so that the first and last labels have room.
  const x = (year: number) => round(frame.left + ((year - first + 0.5) / count) * inner);
  const span = scale.high / 2 - scale.low / 2;
  const y = (value: number) =>
    round(frame.top + (1 - (value / 2 - scale.low / 2) / span) * (frame.height - frame.top - frame.bottom));
  const every = Math.max(1, Math.ceil(frame.label / (inner / count)));
  const byYear = new Map(numbers.map(({ year, value }) => [year, value as number]));
  const isBroken = (year: number) => breaks.some(({ before, after }) => before < year && year <= after);
  const lines: string[] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length > 1) lines.push(`M${run.join("L")}`);
    run = [];
  };
  for (let year = first; year <= last; year++) {
    const value = byYear.get(year);
    if (value === undefined || isBroken(year)) end();
    if (value !== undefined) run.push(`${x(year)} ${y(value)}`);
  }
  end();
  const reported = points.map(({ year }) => year);
  return {
    scale,
    years: counted(count, (index) => ({
      year: first + index,
      x: x(first + index),
      // Counted from the last, which is the year that people look for.
      isLabelled: (last - first - index) % every === 0,
    })),
    ticks: scale.ticks.map((value) => ({ value, y: y(value) })),
    lines,
    dots: numbers.map(({ year, value }) => ({
      year,
      value: value as number,
      x: x(year),
      y: y(value as number),
    })),
    gaps: counted(count, (index) => first + index)
      .filter((year) => !byYear.has(year) && year <= Math.max(...reported))
      .map((year) => ({ year, x: x(year) })),
    breaks: breaks
      .filter(({ before, after }) => before >= first && after <= last)
      .map(({ before, after }) => ({ before, after, x: round((x(before) + x(after)) / 2) })),
    targets: aims.map(({ year, value }) => ({ year, value, x: x(year), y: y(value) })),
  };
}

/** Whether there is a number that can be drawn: neither absent, nor `NaN`, nor without end. */
function isNumber(value: number | undefined): value is number {
  return Number.isFinite(value);
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
