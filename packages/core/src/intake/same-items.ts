// Whether two items are one indicator printed twice, and what their cells say of the unit.

import { keyOf } from "./cell-text.ts";
import type { CellValue } from "./cell-value.ts";
import type { Entry } from "./entries.ts";
import type { Item } from "./items.ts";

/** The unit that the cells themselves show, where no column says it. */
export function settleUnit(item: Item): void {
  if (item.unit !== "") return;
  const counts = new Map<string, number>();
  for (const { kind, value } of item.entries) {
    if ((kind === "value" || kind === "base" || kind === "target") && value.unit !== undefined) {
      counts.set(value.unit, (counts.get(value.unit) ?? 0) + (kind === "target" ? 1 : 2));
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best) item.unit = best[0];
}

export function severalTargets(entry: Entry): Entry[] {
  if (!entry.value.several) return [entry];
  return entry.value.several.map((value, index, all) => ({
    ...entry,
    value: withoutRemark(value),
    ...(value.year === undefined ? {} : { year: value.year }),
    isFinal: index === all.length - 1,
    isPart: index < all.length - 1,
  }));
}

function withoutRemark({ remark: _, ...value }: CellValue): CellValue {
  return value;
}

/** What an entry is about: of two with one key, both say the same thing of the same year. */
export function entryKey({ kind, year, scheme, name, part, isFinal }: Entry): string {
  return [kind, year, scheme, name ?? part, isFinal].join(":");
}

/**
 * Whether two say the same of two results or more, or of one where each has others of its own, and differ in nothing that
 * both say.
 */
export function agrees(a: Item, b: Item): boolean {
  const says = ({ value }: Entry) => value.number ?? value.words ?? (value.dash === undefined ? "" : "-");
  const said = new Map(a.entries.map((entry) => [entryKey(entry), says(entry)]));
  const shared = b.entries.filter((entry) => said.has(entryKey(entry)));
  const results = shared.filter(({ kind, value }) => kind === "value" && value.number !== undefined);
  return results.length > 0 && shared.every((entry) => said.get(entryKey(entry)) === says(entry));
}

export function overlaps(a: Item, b: Item): boolean {
  const of = ({ entries }: Item) =>
    entries.map(({ kind, year, scheme, name, part }) => `${kind}:${year}:${scheme}:${name ?? part}`);
  const one = new Set(of(a));
  return of(b).some((key) => one.has(key) && !key.startsWith("evaluation") && !key.startsWith("reference"));
}

/** The same for two items exactly where every number and word of theirs is. */
export function valuesKey({ entries }: Item): string {
  return entries
    .filter(({ kind, value }) => (kind === "value" || kind === "target" || kind === "base") && !value.isEmpty)
    .map(
      ({ kind, year, value, part = "" }) =>
        `${kind}:${year}:${part}:${value.number ?? value.dash?.slice(0, 0) ?? value.words ?? ""}`,
    )
    .sort()
    .join("|");
}

export function hasNumber({ entries }: Item): boolean {
  return entries.some(({ value }) => value.number !== undefined);
}

export function pathKey({ path }: Item): string {
  return path.map(({ name }) => keyOf(name)).join(">");
}
