// Whether two cells say the same: the same words, or one number however it is written (1,234 and 1234, 90 and 90.0, 48.5% and 48.5).

import { compareDecimals, parseDecimal } from "../model/decimal.ts";

/** `unit` is left off the end of either. */
export function isSameCell(a: string, b: string, unit = ""): boolean {
  const [one, other] = [plain(a, unit), plain(b, unit)];
  if (one === other) return true;
  const [first, second] = [parseDecimal(one), parseDecimal(other)];
  return first !== undefined && second !== undefined && compareDecimals(first, second) === 0;
}

function plain(text: string, unit: string): string {
  const whole = text.normalize("NFKC").trim();
  const named = unit.normalize("NFKC");
  const number = whole.endsWith(named) ? whole.slice(0, whole.length - named.length) : whole;
  return /^-?[0-9][0-9,]*(?:\.[0-9]+)?$/.test(number) ? number.replaceAll(",", "") : whole;
}
