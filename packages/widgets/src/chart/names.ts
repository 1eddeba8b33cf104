// Where the names in a chart stand (target, baseline, elsewhere): each beside its point, inside the frame, over no number.

import { type Box, boxOf, textWidth, touches, type ValueLabel } from "./labels.ts";
import type { Drawing, Frame } from "./line-chart.ts";

export interface Named {
  readonly kind: "target" | "baseline" | "elsewhere";
  readonly text: string;
  /** The middle of the text, and its base line. */
  readonly x: number;
  readonly y: number;
}

/**
 * `numbers` have their places already. Of several targets the last is named. A name that finds no room stays out, since
 * all of them stand in words behind the chart.
 */
export function placeNames(
  { dots, targets, base, references, steps }: Drawing,
  frame: Frame,
  size: number,
  numbers: readonly ValueLabel[],
  words: { readonly target: (value: number) => string; readonly base: (value: number) => string },
): readonly Named[] {
  const taken: Box[] = numbers.map(({ x, y, text }) => boxOf(x, y, text, size));
  const spot = size * 0.3;
  for (const { x, y } of [...dots, ...targets, ...(base ? [base] : [])])
    taken.push({ left: x - spot, right: x + spot, top: y - spot, bottom: y + spot });
  const room = { left: frame.left, right: frame.width, top: 0, bottom: frame.height - frame.bottom };
  const names: Named[] = [];
  const put = (kind: Named["kind"], text: string, x: number, y: number, first?: number): void => {
    const half = textWidth(text, size) / 2;
    const heights = [first ?? y - size * 0.6, ...[1.4, -1.8, 2.6, -3, -4.2].map((ems) => y + size * ems)];
    // Over or under its point; where numbers stand there, to the right or left of it.
    const aside = half + size * 0.6;
    for (const shift of [0, aside, -aside]) {
      const middle = Math.max(room.left + half, Math.min(x + shift, room.right - half));
      for (const height of shift === 0 ? heights : [y + size * 0.35, ...heights]) {
        const box = boxOf(middle, height, text, size);
        if (box.top < room.top || box.bottom > room.bottom) continue;
        if (taken.some((other) => touches(box, other))) continue;
        taken.push(box);
        names.push({ kind, text, x: Math.round(middle * 10) / 10, y: Math.round(height * 10) / 10 });
        return;
      }
    }
  };
  const goal = targets[targets.length - 1];
  if (goal) {
    const text = words.target(goal.value);
    // A target without a way to it is a line over the whole width, named at its end.
    const end = frame.width - frame.right - textWidth(text, size) / 2;
    if (steps === undefined || goal.year === undefined) put("target", text, end, goal.y, goal.y - size * 0.5);
    else put("target", text, goal.x, goal.y);
  }
  if (base) put("baseline", words.base(base.value), base.x, base.y);
  for (const { name, dots: its } of references) {
    const last = its[its.length - 1];
    if (last) put("elsewhere", name, last.x, last.y);
  }
  return names;
}
