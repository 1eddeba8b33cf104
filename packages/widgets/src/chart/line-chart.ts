// The geometry of a chart of one indicator over years: where lines, dots, gaps, breaks and targets lie. No DOM.

import { counted } from "../shared/find.ts";
import { type Scale, scaleFor } from "./scale.ts";

export interface Point {
  readonly year: number;
  /** Absent where the year has no number: the line has a gap there. */
  readonly value?: number | undefined;
  /** That nothing is counted in this year (調査年でない): the values around it are joined by dots. */
  readonly isBridged?: boolean | undefined;
}

interface Target {
  /** Absent where the report gives no year: then it holds for every year. */
  readonly year?: number | undefined;
  readonly value: number;
  /** The upper end of a range. */
  readonly upper?: number | undefined;
}

/** Where the city started and what it set itself, by the years. */
export interface ChartTargets {
  readonly targets: readonly Target[];
  /** Without a year it stands at the left edge. */
  readonly base?: { readonly year?: number | undefined; readonly value: number } | undefined;
}

/** The same indicator elsewhere, oldest year first. */
export interface Reference {
  readonly name: string;
  readonly points: readonly { readonly year: number; readonly value: number }[];
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
    /** Without a year it is a line over the whole width. */
    readonly year: number | undefined;
    readonly value: number;
    readonly x: number;
    readonly y: number;
    /** Where the upper end of a range lies. */
    readonly upper: number | undefined;
  }[];
  /** From the baseline by each year's target to the last, as a step; absent where one target stands alone. */
  readonly steps?: string | undefined;
  readonly base?: { readonly value: number; readonly x: number; readonly y: number } | undefined;
  /** Over years in which nothing is counted. */
  readonly bridges: readonly string[];
  readonly references: readonly {
    readonly name: string;
    readonly path: string;
    readonly dots: readonly { readonly x: number; readonly y: number }[];
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
  { targets, base }: ChartTargets,
  frame: Frame,
  elsewhere: readonly Reference[] = [],
): Drawing | undefined {
  const points = allPoints.filter(({ year }) => Math.abs(year - 2000) < farthest);
  const numbers = points.filter(({ value }) => isNumber(value));
  // A goal in the far future would press all that was reached into a corner.
  const newest = Math.max(...points.map(({ year }) => year));
  const isNear = ({ year }: { readonly year?: number | undefined }) =>
    year === undefined || (Number.isInteger(year) && Math.abs(year - newest) <= longest);
  const aims = targets.filter((one) => isNumber(one.value) && isNear(one));
  const start = base && isNumber(base.value) && isNear(base) ? base : undefined;
  if (numbers.length === 0) return undefined;
  const others = elsewhere.map(({ name, points: its }) => ({ name, its: its.filter(isNear) }));
  const beside = others.flatMap(({ its }) => its);
  const held = [...numbers, ...aims, ...(start ? [start] : []), ...beside].map(
    ({ value }) => value as number,
  );
  const scale = scaleFor([...held, ...aims.flatMap(({ upper }) => (isNumber(upper) ? upper : []))]);
  const all = [...points, ...aims, ...(start ? [start] : []), ...beside].flatMap(({ year }) => year ?? []);
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
  const bridged = new Set(points.flatMap(({ year, isBridged }) => (isBridged ? year : [])));
  const lines: string[] = [];
  const bridges: string[] = [];
  let run: string[] = [];
  /** The last value before years in which nothing is counted, as long as it may be joined to the next. */
  let left: string | undefined;
  const end = () => {
    if (run.length > 1) lines.push(`M${run.join("L")}`);
    run = [];
  };
  for (let year = first; year <= last; year++) {
    const value = byYear.get(year);
    if (value === undefined || isBroken(year)) end();
    if (isBroken(year) || (value === undefined && !bridged.has(year))) left = undefined;
    if (value === undefined) continue;
    const here = `${x(year)} ${y(value)}`;
    if (left !== undefined && run.length === 0) bridges.push(`M${left}L${here}`);
    run.push(here);
    left = here;
  }
  end();
  const from = start && {
    value: start.value,
    x: start.year === undefined ? frame.left : x(start.year),
    y: y(start.value),
  };
  const goals = aims.flatMap(({ year, value }) =>
    year === undefined ? [] : { year, x: x(year), y: y(value) },
  );
  goals.sort((a, b) => a.year - b.year);
  const half = inner / count / 2;
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
      .filter(
        (year) =>
          !byYear.has(year) &&
          !bridged.has(year) &&
          year >= Math.min(...reported) &&
          year <= Math.max(...reported),
      )
      .map((year) => ({ year, x: x(year) })),
    breaks: breaks
      .filter(({ before, after }) => before >= first && after <= last)
      .map(({ before, after }) => ({ before, after, x: round((x(before) + x(after)) / 2) })),
    targets: aims.map(({ year, value, upper }) => ({
      year,
      value,
      x: year === undefined ? frame.width - frame.right : x(year),
      y: y(value),
      upper: isNumber(upper) ? y(upper) : undefined,
    })),
    steps: goals.length + (from ? 1 : 0) > 1 ? stepsOf([...(from ? [from] : []), ...goals], half) : undefined,
    base: from,
    bridges,
    references: others.flatMap(({ name, its }) => {
      const dots = its.map(({ year, value }) => ({ x: x(year), y: y(value) }));
      return dots.length > 0
        ? { name, dots, path: `M${dots.map((dot) => `${dot.x} ${dot.y}`).join("L")}` }
        : [];
    }),
  };
}

/** Each height holds for its own year's column: the step lies where that column begins. */
function stepsOf(points: readonly { readonly x: number; readonly y: number }[], half: number): string {
  return points
    .map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${round(x - half)}V${y}H${x}`))
    .join("");
}

/** Whether there is a number that can be drawn: neither absent, nor `NaN`, nor without end. */
function isNumber(value: number | undefined): value is number {
  return Number.isFinite(value);
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
