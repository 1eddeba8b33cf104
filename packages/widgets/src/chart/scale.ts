// A vertical scale with round ticks, from the values that it must hold.

import { counted, findIn } from "../shared/find.ts";

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Round numbers from `low` to `high`, both included. */
  readonly ticks: readonly number[];
  /** Whether the scale begins elsewhere than at zero, which a reader must be told. */
  readonly isCut: boolean;
}

/** A scale that is cut still spans this part of the largest value, so that a small change looks small. */
const leastSpan = 1 / 10;

/**
 * Zero is on the scale, unless the values differ by less than a fifth of the largest: a line that hugs the
 * top tells nothing. `values` holds finite numbers only and at least one.
 */
export function scaleFor(values: readonly number[], wantedTicks = 4): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const isCut =
    least > 0
      ? most - least < most / 5 && least !== most
      : most < 0 && most - least < -least / 5 && least !== most;
  const from = isCut && least > 0 ? Math.min(least, most - most * leastSpan) : Math.min(0, least);
  const to = isCut && most < 0 ? Math.max(most, least - least * leastSpan) : Math.max(0, most);
  // Divided before subtracting, since the largest doubles have no room above them; the smallest count as zero.
  const rough = to / wantedTicks - from / wantedTicks;
  const step = rough > 1e-290 ? roundStep(rough) : 1;
  const first = Math.floor(from / step);
  const last = Math.max(Math.ceil(to / step), first + 1);
  const ticks = counted(last - first + 1, (index) => exact((first + index) * step));
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, isCut };
}

/** 1, 2, 5 or 10 times a power of ten, not less than `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = findIn([1, 2, 5, 10], (one) => one * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** 0.30000000000000004 is 0.3. */
function exact(tick: number): number {
  return Number(tick.toPrecision(12));
}
