// Whether two cells say the same: the same words, or one number however it is written (1,234 and 1234, 90 and 90.0, 48.5% and 48.5).

import { compareDecimals, parseDecimal } from "../model/decimal.ts";
import { readPrintedNumber } from "../model/printed-number.ts";

/** `unit` is left off the end of either. */
export function isSameCell(a: string, b: string, unit = ""): boolean {
  const [one, other] = [plainCell(a, unit), plainCell(b, unit)];
  if (one === other) return true;
  const [first, second] = [parseDecimal(one), parseDecimal(other)];
  return first !== undefined && second !== undefined && compareDecimals(first, second) === 0;
}

/** A number as the tables write it; words as they stand. */
function plainCell(text: string, unit: string): string {
  const read = readPrintedNumber(text, unit === "" ? undefined : unit);
  return read.kind === "number" ? read.number : text.normalize("NFKC").trim();
}
