// How units of a city stand to one another and to QUDT: multiples of yen, two words for one thing, and what is only near.

import type { Dataset, Unit } from "@shihyo/core";

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
  /** The unit that it is a multiple of, where the city has that one too, and how many of it. */
  readonly multiple?: { readonly of: string; readonly factor: string };
  /** Other units of the city that mean the same. */
  readonly same: readonly string[];
}

export function unitKin({ units }: Dataset, unit: Unit): UnitKin {
  const all = [...units.values()];
  const factor = yens[unit.name.ja];
  const yen = all.find(({ name }) => name.ja === "円");
  const words = synonyms.find((list) => list.includes(unit.name.ja)) ?? [];
  return {
    ...(factor === undefined || !yen ? {} : { multiple: { of: yen.id, factor } }),
    same: all.filter(({ id, name }) => id !== unit.id && words.includes(name.ja)).map(({ id }) => id),
  };
}

/** QUDT names that are near and not equal: its month is the Moon's, of 29.53 days. */
const near: Readonly<Record<string, string>> = { MO: "MO_MeanGREGORIAN", MO_Synodic: "MO_MeanGREGORIAN" };

/** What a unit's QUDT name is to it: equal, or only near. */
export function qudtMatch(qudt: string): {
  readonly match: "exactMatch" | "closeMatch";
  readonly local: string;
} {
  const other = near[qudt];
  if (other !== undefined) return { match: "closeMatch", local: other };
  return { match: qudt.startsWith("MO_") ? "closeMatch" : "exactMatch", local: qudt };
}
