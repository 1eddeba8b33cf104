// QUDT's units that mean the same as a unit of a city, known by its name, and which of them never do.

import type { Unit } from "../model/indicator.ts";

/** By the unit's name; only where every city means the same by it. */
const equal: Readonly<Record<string, string>> = {
  "%": "PERCENT",
  "％": "PERCENT",
  円: "CCY_JPY",
  m: "M",
  km: "KiloM",
  ha: "HA",
  "m²": "M2",
  "km²": "KiloM2",
  "m³": "M3",
  g: "GM",
  kg: "KiloGM",
  t: "TONNE",
  L: "L",
  kL: "KiloL",
  kW: "KiloW",
  kWh: "KiloW-HR",
  日: "DAY",
  時間: "HR",
};

/** The QUDT unit that a unit without one of its own means. */
export function equalQudt(name: string): string | undefined {
  return equal[name];
}

/**
 * Whether the QUDT unit beside a city's unit means another thing: QUDT's months are the Moon's or a mean year's
 * twelfth, its `NUM` is any number, a share of percent is no point of difference, and 千円 is a thousand yen.
 */
export function isUnequalQudt({ name, kind, qudt }: Pick<Unit, "name" | "kind" | "qudt">): boolean {
  if (qudt === undefined) return false;
  const known = equal[name.ja];
  if (known !== undefined) return qudt !== known;
  if (/^MO(_|$)/.test(qudt) || qudt === "NUM") return true;
  return (qudt === "CCY_JPY" && name.ja.endsWith("円")) || (qudt === "PERCENT" && kind === "point");
}

/** The QUDT unit beside it, where it means the same: what is published. */
export function sameQudt(unit: Unit): string | undefined {
  return isUnequalQudt(unit) ? undefined : unit.qudt;
}
