// How a city's units relate to one another and to QUDT: multiples of yen, two words for one thing, and near matches.

import { type Dataset, isUnequalQudt, type Unit } from "@shihyo/core";

/** Amounts of money by their printed name, in yen. */
const yens: Readonly<Record<string, string>> = {
  千円: "1000",
  万円: "10000",
  十万円: "100000",
  百万円: "1000000",
  千万円: "10000000",
  億円: "100000000",
  十億円: "1000000000",
};

/** Words for the same thing; a city that uses two of them means one unit. */
const synonyms: readonly (readonly string[])[] = [
  ["人", "名"],
  ["か所", "カ所", "ヵ所", "ヶ所", "ケ所", "箇所", "個所"],
  ["か月", "カ月", "ヵ月", "ヶ月", "ケ月", "箇月"],
  ["%", "％", "パーセント"],
  ["m²", "㎡", "平方メートル"],
  ["kg", "㎏"],
  ["km", "㎞"],
];

export interface UnitKin {
  /** How many yen it is, and the city's own unit 円, where it has one. */
  readonly multiple?: { readonly of?: string; readonly factor: string };
  /** Other units of the city that mean the same. */
  readonly same: readonly string[];
}

export function unitKin({ units }: Dataset, unit: Unit): UnitKin {
  const all = [...units.values()];
  const factor = yens[unit.name.ja];
  const yen = all.find(({ name }) => name.ja === "円");
  const words = synonyms.find((list) => list.includes(unit.name.ja)) ?? [];
  return {
    ...(factor === undefined ? {} : { multiple: { ...(yen ? { of: yen.id } : {}), factor } }),
    same: all.filter(({ id, name }) => id !== unit.id && words.includes(name.ja)).map(({ id }) => id),
  };
}

/** QUDT names that are near and not equal: its month is the Moon's, of 29.53 days. */
const near: Readonly<Record<string, string>> = { MO: "MO_MeanGREGORIAN", MO_Synodic: "MO_MeanGREGORIAN" };

/** What a unit's QUDT name is to it: equal, or only near; `undefined` where it is another thing. */
export function qudtMatch(
  unit: Unit,
): { readonly match: "exactMatch" | "closeMatch"; readonly local: string } | undefined {
  const { qudt } = unit;
  if (qudt === undefined) return undefined;
  if (!isUnequalQudt(unit)) return { match: "exactMatch", local: qudt };
  const isMonth = /月$/.test(unit.name.ja) && /^MO(_|$)/.test(qudt);
  return isMonth ? { match: "closeMatch", local: near[qudt] ?? qudt } : undefined;
}
