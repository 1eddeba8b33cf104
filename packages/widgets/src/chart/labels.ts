// Where the number of each dot is written, so that no number covers the axis, leaves the picture or runs into another.

import { findIn } from "../shared/find.ts";
import type { Drawing, Frame } from "./line-chart.ts";

export interface ValueLabel {
  readonly year: number;
  readonly text: string;
  /** The middle of the text, and its base line. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** More dots than these, and only the newest has its number; the table has all. */
const most = 12;

/**
 * `size` is how large a letter of the numbers is. The newest is placed first, above its dot where there is room;
 * an earlier one that finds no room stays out, since it stands in the table as well.
 */
export function placeLabels(
  { dots, ticks, targets, steps, base }: Drawing,
  frame: Frame,
  size: number,
  formatNumber: (value: number, year: number) => string,
  target: (value: number) => string,
): readonly ValueLabel[] {
  const [low, high] = [frame.top - size * 1.75, frame.height - frame.bottom];
  const taken: Box[] = [];
  for (const { value, y } of ticks)
    if (value === 0) taken.push({ left: frame.left, right: frame.width, top: y - 1, bottom: y + 1 });
  // On the way to several targets each has its own place, and their names give way to the numbers.
  for (const { y, value } of steps === undefined ? targets : []) {
    const text = target(value);
    taken.push(boxOf(frame.width - frame.right - textWidth(text, size) / 2, y - size * 0.5, text, size));
  }
  // A dot of another year is a number too, and so is where the city started.
  const spot = size * 0.3;
  for (const { x, y } of base ? [...dots, base] : dots)
    taken.push({ left: x - spot, right: x + spot, top: y - spot, bottom: y + spot });
  const labels: ValueLabel[] = [];
  const first = dots.length > most ? dots.length - 1 : 0;
  for (let at = dots.length - 1; at >= first; at--) {
    const dot = dots[at];
    if (!dot) continue;
    const { x, y, value, year } = dot;
    const text = formatNumber(value, year);
    const half = textWidth(text, size) / 2;
    const inside = (middle: number) =>
      Math.min(Math.max(middle, frame.left + half + size * 0.5), frame.width - half - 1);
    const [before, after] = [dots[at - 1], dots[at + 1]];
    const isPeak = (before === undefined || before.y >= y) && (after === undefined || after.y >= y);
    // The line of few years leaves the dot on one side only; where it goes up, the number stands on the other.
    const aside = inside(x + (after === undefined ? 1 : -1) * (half + size * 0.2));
    const [above, beside, below] = [y - size * 0.7, y + size * 0.35, y + size * 1.45];
    const places: readonly (readonly [x: number, y: number])[] = [
      [isPeak || dots.length > 5 ? inside(x) : aside, above],
      [inside(x), above],
      [inside(x), below],
      [inside(x), y - size * 1.9],
      [inside(x - half - size * 0.7), beside],
      [inside(x + half + size * 0.7), beside],
    ];
    const isFree = ([middle, base]: readonly [number, number]) => {
      const box = boxOf(middle, base, text, size);
      return box.top >= low && box.bottom <= high && !findIn(taken, (one) => touches(one, box));
    };
    const place = findIn(places, isFree) ?? (at === dots.length - 1 ? places[0] : undefined);
    if (!place) continue;
    taken.push(boxOf(place[0], place[1], text, size));
    labels.push({ year, text, x: Math.round(place[0] * 10) / 10, y: Math.round(place[1] * 10) / 10 });
  }
  return labels;
}

/** Digits are a little over half as wide as high, in bold; full-width letters as wide. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += /[.,:'’ ]/.test(letter) ? 0.33 : letter > "\u2000" ? 1.02 : 0.62;
  return ems * size;
}

export function boxOf(middle: number, base: number, text: string, size: number): Box {
  const half = textWidth(text, size) / 2;
  return { left: middle - half, right: middle + half, top: base - size * 0.85, bottom: base + size * 0.2 };
}

export function touches(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
