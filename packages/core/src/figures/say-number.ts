// A large number as people say it (265億8,753万6千円, ¥26.6 billion), in one place for every form and language.

import { type Decimal, formatDecimal, groupDecimal } from "../model/decimal.ts";
import type { Unit } from "../model/indicator.ts";
import type { Reader } from "../words/readers.ts";
import { numberWords } from "../words/readers.ts";

/** What a unit's name multiplies by, and the plain unit behind it. */
const multiples: readonly (readonly [prefix: string, times: bigint])[] = [
  ["十億", 1_000_000_000n],
  ["億", 100_000_000n],
  ["百万", 1_000_000n],
  ["十万", 100_000n],
  ["万", 10_000n],
  ["千", 1000n],
];
const plainUnits = [
  "円",
  "人",
  "件",
  "台",
  "世帯",
  "戸",
  "個",
  "本",
  "枚",
  "冊",
  "食",
  "トン",
  "t",
  "㎡",
  "m²",
  "kWh",
];

/** From here on a number is easier said than read digit by digit. */
const large = 100_000n;

/**
 * The number with its unit in everyday words; absent where the printed form is as easy. Japanese is exact;
 * English is rounded to three digits, so the printed figure belongs beside it.
 */
export function sayNumber(
  number: Decimal,
  unit: Pick<Unit, "name"> | undefined,
  reader: Reader,
): string | undefined {
  const name = unit?.name.ja ?? "";
  if (name === "‰") return numberWords[reader].perThousand(formatDecimal(number));
  if (name === "%") return undefined;
  const [times, plain] = takenApart(name);
  const whole = wholeNumber(number, times);
  if (whole === undefined) return undefined;
  const size = whole < 0n ? -whole : whole;
  const sign = whole < 0n ? "-" : "";
  // 5千円 stays as it is; 10千円 is 1万円.
  if (times > 1n ? size < 10_000n : size < large) return undefined;
  return numberWords[reader].largeNumber({
    sign,
    size,
    times,
    plain,
    unit,
    printed: groupDecimal(number) + name,
  });
}

function takenApart(name: string): readonly [times: bigint, plain: string] {
  for (const [prefix, times] of multiples) {
    const plain = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (plainUnits.includes(plain)) return [times, plain];
  }
  return [1n, name];
}

/** In single units, where that is a whole number. */
function wholeNumber({ digits, scale }: Decimal, times: bigint): bigint | undefined {
  const all = digits * times;
  const parts = 10n ** BigInt(scale);
  // A decimal that is printed (90.0) is part of the figure, unless the unit's multiple takes it up.
  if (scale > 0 && times === 1n) return undefined;
  return all % parts === 0n ? all / parts : undefined;
}
