// A decimal number kept exactly as printed: 90.0 stays 90.0, and 93.5 − 83.9 is 9.6.

/** `digits` × 10^−`scale`; `scale` is the number of printed decimals (0 or more). */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const form = /^(-?)([0-9]+)(?:\.([0-9]+))?$/;

/** Reads `-1234.50`; `undefined` for anything else (commas, spaces, full-width digits, exponents). */
export function parseDecimal(text: string): Decimal | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** The number with its printed decimals and no thousands commas: `26583789`, `90.0`, `-0.5`. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, "0");
  const point = text.length - scale;
  const fraction = scale > 0 ? `.${text.slice(point)}` : "";
  return `${negative ? "-" : ""}${text.slice(0, point)}${fraction}`;
}

/** For people: a comma every three digits (公用文作成の考え方), `26,583,789`, `-1,234.5`. */
export function groupDecimal(decimal: Decimal): string {
  return formatDecimal(decimal).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
}

/** The same of a number as it was printed, `1234.50`: `1,234.50`; what is no plain number stays as it is. */
export function groupPrinted(printed: string): string {
  const decimal = parseDecimal(printed);
  return decimal ? groupDecimal(decimal) : printed;
}

/** A count, which is a whole number: `2,148`. */
export function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

/** The nearest double, for consumers that know no other number. */
export function decimalToNumber(decimal: Decimal): number {
  return Number(formatDecimal(decimal));
}

/** Asked for again and again: a city has some hundred thousand comparisons, and few different scales. */
const powersOfTen: bigint[] = [];

function powerOfTen(power: number): bigint {
  powersOfTen[power] ??= 10n ** BigInt(power);
  return powersOfTen[power];
}

/** The same number with at least `scale` decimals: 90 with one decimal is 90.0. */
export function withDecimals(decimal: Decimal, scale: number): Decimal {
  if (scale <= decimal.scale) return decimal;
  return { digits: decimal.digits * powerOfTen(scale - decimal.scale), scale };
}

/** a − b, with the larger number of decimals of the two. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: withDecimals(a, scale).digits - withDecimals(b, scale).digits, scale };
}

/** a + b, with the larger number of decimals of the two. */
export function sum(a: Decimal, b: Decimal): Decimal {
  return subtract(a, { digits: -b.digits, scale: b.scale });
}

/** −1, 0 or 1, as a is less than, equal to or greater than b. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { digits } = subtract(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** Without its sign. */
export function absolute({ digits, scale }: Decimal): Decimal {
  return { digits: digits < 0n ? -digits : digits, scale };
}

/**
 * 100 × part ÷ whole with `scale` decimals, rounded half away from zero.
 * `undefined` where `whole` is zero. The sign follows `part` ÷ |`whole`|.
 */
export function percentOf(part: Decimal, whole: Decimal, scale: number): Decimal | undefined {
  const divisor = absolute(whole).digits * powerOfTen(part.scale);
  if (divisor === 0n) return undefined;
  const dividend = part.digits * powerOfTen(whole.scale + 2 + scale);
  const rounded = (absolute({ digits: dividend, scale: 0 }).digits * 2n + divisor) / (divisor * 2n);
  return { digits: dividend < 0n ? -rounded : rounded, scale };
}
