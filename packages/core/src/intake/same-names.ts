// Names that differ under one number of the plan: the same policy spelled two ways, asked once for all of them.

import { type Asking, isYes } from "./asking.ts";
import { keyOf } from "./cell-text.ts";
import type { Item } from "./items.ts";
import type { PlanStep } from "./plan-places.ts";

type Placed = Pick<Item, "plan" | "path">;

/** As it is printed, of which 「1-1」 and 「2-1」 have the same last part. */
const printedNumber = ({ label, number }: PlanStep): string => keyOf(label) || `${number}`;

/** Paths in which one number has one name, where that was said. */
export function settleNames<Of extends Placed>(all: readonly Of[], asking: Asking): (one: Of) => Of {
  const names = new Map<string, Map<string, number>>();
  for (const { plan, path } of all) {
    let key = plan;
    for (const step of path) {
      if (step.number === undefined) break;
      key = `${key}>${step.level}:${printedNumber(step)}`;
      const of = names.get(key) ?? new Map<string, number>();
      names.set(key, of.set(step.name, (of.get(step.name) ?? 0) + 1));
    }
  }
  const twice = [...names].filter(
    ([, of]) => new Set([...of.keys()].map(keyOf)).size > 1 && of.size < 4 && alike([...of.keys()]),
  );
  if (twice.length === 0) return (one) => one;
  const pairs = twice.map(([, of]) =>
    [...of]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${name}（${count}）`)
      .join("／"),
  );
  const answer = asking.ask({
    id: "名前:同じ番号",
    text: {
      ja: `同じ番号に、違う名前が書かれています：${pairs.slice(0, 5).join("、")}${pairs.length > 5 ? `など${pairs.length}組` : ""}。多い方の名前にそろえますか。`,
      en: `One number has several names: ${pairs.slice(0, 5).join(", ")}. Is the more frequent one to be used?`,
    },
    proposal: "そろえる",
    reason: {
      ja: "番号が同じで、書き方だけが違うようです",
      en: "the number is the same, and the spelling seems to differ",
    },
    choices: ["そろえる", "別のものとする"],
    examples: pairs.slice(0, 3),
    cells: twice.length,
  });
  if (!isYes(answer)) return (one) => one;
  const best = new Map(twice.map(([key, of]) => [key, [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ""]));
  return (one) => {
    let key = one.plan;
    let isBroken = false;
    const path = one.path.map((step): PlanStep => {
      if (step.number === undefined) isBroken = true;
      if (isBroken) return step;
      key = `${key}>${step.level}:${printedNumber(step)}`;
      const name = best.get(key);
      return name === undefined ? step : { ...step, name };
    });
    return { ...one, path };
  };
}

/** Whether the names share most of their characters, as two spellings of one do. */
function alike(names: readonly string[]): boolean {
  const [first = "", ...others] = names.map(keyOf);
  return others.every((other) => {
    const shared = [...other].filter((sign) => first.includes(sign)).length;
    return shared >= Math.max(first.length, other.length) * 0.6;
  });
}
