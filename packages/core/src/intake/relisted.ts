// Checks listings that repeat an indicator (再掲) against the listings before them.

import { groupBy } from "../model/group-by.ts";
import type { Asking } from "./asking.ts";
import { keyOf } from "./cell-text.ts";
import type { Item } from "./items.ts";
import { hasNumber, pathKey, valuesKey } from "./same-items.ts";
import type { TableRow } from "./types.ts";
import { unitKey } from "./units.ts";

export class Relisted {
  private readonly asking: Asking;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  /** Items that were made already, by what a later one is compared by: a file may say one name 100,000 times. */
  private readonly firstOfName = new Map<string, Item>();
  private readonly firstOfPlace = new Map<string, Item>();
  private readonly firstOfValues = new Map<string, Item>();
  private readonly ofProject = new Map<string, Item[]>();

  remember(item: Item): void {
    const { name, values, place, project } = keysOf(item);
    if (!item.isRelisted && !this.firstOfName.has(name)) this.firstOfName.set(name, item);
    if (!this.firstOfValues.has(values)) this.firstOfValues.set(values, item);
    if (!this.firstOfPlace.has(place)) this.firstOfPlace.set(place, item);
    const same = this.ofProject.get(project) ?? [];
    this.ofProject.set(project, same);
    same.push(item);
  }

  private readonly sameElsewhere = new Set<string>();

  /**
   * Name, unit and every value the same below several projects (a city's life expectancy below each of its health
   * projects): asked once for all of them, where the values are such that they hardly come twice by chance. What stands as
   * several indicators in the city's tables stays so: their addresses are published.
   */
  askSame(items: readonly Item[], existing: readonly TableRow[]): void {
    const before = groupBy(existing, ({ 名称 = "" }) => keyOf(名称));
    const groups = groupBy(items, (item) =>
      item.isRelisted || !areTelling(item) ? undefined : keysOf(item).values,
    );
    const same = [...groups].filter(
      ([, group]) =>
        new Set(group.map(pathKey)).size > 1 && (before.get(keyOf(group[0]?.name ?? "")) ?? []).length < 2,
    );
    const [largest] = same.toSorted(([, a], [, b]) => b.length - a.length);
    if (!largest) return;
    const cells = same.reduce((sum, [, group]) => sum + group.length, 0);
    const examples = largest[1].flatMap(({ entries }) => entries.slice(0, 1).map(({ at }) => at));
    const answer = this.asking.ask({
      id: "再掲:名前と値が同じ",
      text: {
        ja: `「${largest[1][0]?.name}」のように、名前・単位・値がすべて同じ指標が、いくつもの項目にあります（${same.length}組、${cells}か所）。一つの指標の再掲としますか。`,
        en: `Some indicators, such as “${largest[1][0]?.name}”, stand below several nodes with one name, one unit and the same values (${same.length} of them in ${cells} places). Are they one indicator, listed again?`,
      },
      proposal: "再掲とする",
      reason: { ja: "名前も単位も値も同じなので", en: "name, unit and values are the same" },
      choices: ["再掲とする", "別の指標とする"],
      examples: examples.slice(0, 4),
      cells,
    });
    if (answer.startsWith("再掲")) for (const [key] of same) this.sameElsewhere.add(key);
  }

  /** One name twice at one place: perhaps two indicators, perhaps a slip; both are kept, and it is told. */
  tellTwin(item: Item): void {
    const twin = this.firstOfPlace.get(keysOf(item).place);
    if (!twin) return;
    this.asking.tell(
      [twin, item].flatMap(({ entries }) => entries.slice(0, 1).map(({ at }) => at)),
      {
        ja: `同じ場所に「${item.name}」が2つあり、値が違います。別の指標として載せました。元の表を確かめてください。`,
        en: `“${item.name}” stands twice at one place with different values. Both were kept; look at the file.`,
      },
    );
  }

  /** The listing that this one repeats, marked as such or plainly the same. */
  original(item: Item): Item | undefined {
    const { name, values, project } = keysOf(item);
    const isNamed = (item.path.at(-1)?.name ?? "") !== "" && hasNumber(item);
    const isSame = item.isRelisted || this.sameElsewhere.has(values);
    const same = isSame
      ? this.firstOfValues.get(values)
      : isNamed
        ? this.ofProject.get(project)?.find((one) => one.path !== item.path && pathKey(one) !== pathKey(item))
        : undefined;
    if (same || !item.isRelisted) return same;
    const first = this.firstOfName.get(name);
    if (!first) {
      this.asking.tell(
        item.entries.slice(0, 1).map(({ at }) => at),
        {
          ja: `「${item.printed}」は再掲とありますが、元の指標が見つかりません。一つの指標として載せます。`,
          en: `“${item.printed}” is marked as listed again, but the first listing is not there.`,
        },
      );
      return undefined;
    }
    this.asking.tell(
      item.entries.map(({ at }) => at),
      {
        ja: `再掲の「${item.name}」の値か単位が、元の掲載と違います。元の値を使います。`,
        en: `The values or the unit of “${item.name}”, listed again, differ from the first listing's, which is used.`,
      },
    );
    return first;
  }
}

/** By what items are held against one another: the name, with the values, the place or the project beside it. */
function keysOf(item: Item): Record<"name" | "values" | "place" | "project", string> {
  const name = keyOf(item.name);
  const place = [name, unitKey(item.unit), pathKey(item)].join("\n");
  const values = [name, unitKey(item.unit), valuesKey(item)].join("\n");
  const project = [item.path.at(-1)?.name ?? "", item.path.length, values].join("\n");
  return { name, values, place, project };
}

/** Values that two indicators hardly share by chance: of many digits, or several years of them; 1, 2, 100 and 5,000 come everywhere. */
function areTelling({ entries }: Item): boolean {
  const numbers = entries.flatMap(({ kind, value }) =>
    kind === "value" && value.number !== undefined ? [value.number] : [],
  );
  const long = new Set(numbers.filter((number) => digitsOf(number).length >= 3));
  const isLonger = (number: string) => number.includes(".") || digitsOf(number).length >= 4;
  return long.size > 1 || (long.size === 1 && numbers.length > 2) || [...long].some(isLonger);
}

/** The digits that say something: 0.50 has one, 5,000 too. */
function digitsOf(number: string): string {
  return number.replace(/[^0-9]/g, "").replace(/^0+|0+$/g, "");
}
