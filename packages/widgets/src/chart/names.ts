// Where the names in a chart stand (target, baseline, elsewhere): each beside its point, inside the frame, over no number.

import { type Box, boxOf, type Label, touches, widthOf } from "./labels.ts";
import type { Drawing, Frame } from "./line-chart.ts";

export interface Named {
  readonly kind: "target" | "baseline" | "elsewhere";
  readonly text: string;
  /** The middle of the text, and its base line. */
  readonly x: number;
  readonly y: number;
}

/** `numbers` have their places already. Of several targets the last is named; all stand in words behind the chart. */
export function placeNames(
  { dots, targets, base, references, steps }: Drawing,
  frame: Frame,
  size: number,
  numbers: readonly Label[],
  words: { readonly target: (value: number) => string; readonly base: (value: number) => string },
): readonly Named[] {
  const taken: Box[] = numbers.map(({ x, y, text }) => boxOf(x, y, text, size));
  const spot = size * 0.3;
  for (const { x, y } of [...dots, ...targets])
    taken.push({ left: x - spot, right: x + spot, top: y - spot, bottom: y + spot });
  const room = { left: frame.left, right: frame.width, top: 0, bottom: frame.height - frame.bottom };
  const put = (kind: Named["kind"], text: string, x: number, y: number, first?: number): Named => {
    const half = widthOf(text, size) / 2;
    const middle = Math.max(room.left + half, Math.min(x, room.right - half));
    const places = [
      first ?? y - size * 0.6,
      y + size * 1.4,
      y - size * 1.8,
      y + size * 2.6,
      y - size * 3,
      y - size * 4.2,
    ];
    const boxes = places.map((base) => ({ base, box: boxOf(middle, base, text, size) }));
    const inside = boxes.filter(({ box }) => box.top >= room.top && box.bottom <= room.bottom);
    const free = inside.filter(({ box }) => !taken.some((other) => touches(box, other)));
    const base = (free[0] ?? inside[0])?.base ?? y - size * 0.6;
    taken.push(boxOf(middle, base, text, size));
    return { kind, text, x: Math.round(middle * 10) / 10, y: Math.round(base * 10) / 10 };
  };
  const names: Named[] = [];
  const goal = targets[targets.length - 1];
  if (goal) {
    const text = words.target(goal.value);
    // A target without a way to it is a line over the whole width, named at its end.
    const end = frame.width - frame.right - widthOf(text, size) / 2;
    names.push(
      steps === undefined || goal.year === undefined
        ? put("target", text, end, goal.y, goal.y - size * 0.5)
        : put("target", text, goal.x, goal.y),
    );
  }
  if (base) names.push(put("baseline", words.base(base.value), base.x, base.y));
  for (const { name, dots: its } of references) {
    const last = its[its.length - 1];
    if (last) names.push(put("elsewhere", name, last.x, last.y));
  }
  return names;
}
