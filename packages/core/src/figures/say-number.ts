// A large number as people say it (265億8,753万6千円, ¥26.6 billion), in one place for every form and language.

import { type Decimal, formatDecimal, groupDecimal } from "../model/decimal.ts";
import type { Unit } from "../model/indicator.ts";
import type { Reader } from "./phrases.ts";

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

const english: Readonly<Record<string, string>> = {
  人: "persons",
  世帯: "households",
  戸: "homes",
};

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
  if (name === "‰") return perThousand(number, reader);
  if (name === "%") return undefined;
  const [times, plain] = takenApart(name);
  const whole = wholeNumber(number, times);
  if (whole === undefined) return undefined;
  const size = whole < 0n ? -whole : whole;
  const sign = whole < 0n ? "-" : "";
  // 5千円 stays as it is; 10千円 is 1万円.
  if (times > 1n ? size < 10_000n : size < large) return undefined;
  if (reader !== "en") {
    const said = sign + inJapanese(size) + plain;
    return said === groupDecimal(number) + name ? undefined : said;
  }
  const englishName = times > 1n ? english[plain] : unit?.name.en;
  if (plain === "円") return `${sign}¥${inEnglish(size)}`;
  if (times === 1n && size < 1_000_000n) return undefined;
  if (englishName === undefined) return times > 1n ? undefined : sign + inEnglish(size);
  return `${sign}${inEnglish(size)}${/^[A-Za-z]/.test(englishName) ? " " : ""}${englishName}`;
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

const steps: readonly (readonly [name: string, size: bigint])[] = [
  ["京", 10n ** 16n],
  ["兆", 10n ** 12n],
  ["億", 10n ** 8n],
  ["万", 10n ** 4n],
];

/** 26587536000: 265億8,753万6千. */
function inJapanese(size: bigint): string {
  let rest = size;
  let words = "";
  for (const [name, step] of steps) {
    const count = rest / step;
    rest %= step;
    if (count > 0n) words += `${grouped(count)}${name}`;
  }
  if (rest === 0n) return words;
  return words + (rest % 1000n === 0n && rest > 0n ? `${rest / 1000n}千` : grouped(rest));
}

const scales: readonly (readonly [name: string, size: bigint])[] = [
  ["trillion", 10n ** 12n],
  ["billion", 10n ** 9n],
  ["million", 10n ** 6n],
];

/** 26587536000: 26.6 billion. */
function inEnglish(size: bigint): string {
  for (const [name, step] of scales) {
    // What would round to 1,000 million is 1 billion.
    if (size * 2000n >= step * 1999n) return `${threeDigits(size, step)} ${name}`;
  }
  return grouped(size);
}

/** How many steps, to three digits, half up: 26.6, 587, 1.23. */
function threeDigits(size: bigint, step: bigint): string {
  const length = String(size / step).length;
  const decimals = size < step ? 2 : Math.max(0, 3 - length);
  const unit = 10n ** BigInt(decimals);
  const rounded = (size * unit * 2n + step) / (step * 2n);
  return `${grouped(rounded / unit)}.${String(rounded % unit).padStart(decimals, "0")}`.replace(/\.?0*$/, "");
}

function grouped(count: bigint): string {
  return groupDecimal({ digits: count, scale: 0 });
}

function perThousand(number: Decimal, reader: Reader): string {
  const shown = formatDecimal(number);
  if (reader === "en") return `${shown} per 1,000`;
  return reader === "easy" ? `1000の うち ${shown}` : `1,000あたり${shown}`;
}
