// The number that a spreadsheet's cell holds, where the cell shows it rounded or scaled, and what a note says of it.

import type { GridCell } from "./grid.ts";

/** The number in a cell that shows it rounded or scaled; `undefined` where it shows all of it. */
export function finerOf({ text, kind, number }: GridCell): string | undefined {
  if (kind !== "number" || number === undefined) return undefined;
  // Fifteen digits, as a spreadsheet shows at most, so that 0.1 + 0.2 is 0.3.
  const isPercent = /%/.test(text.normalize("NFKC"));
  const whole = plainNumber(Number((isPercent ? number * 100 : number).toPrecision(15)));
  const digits = Number(text.normalize("NFKC").replace(/[^0-9.]/g, ""));
  return digits === Math.abs(Number(whole)) ? undefined : whole;
}

/** What a note says of a number that its cell showed rounded or scaled. */
export function finerNote(finer: string): string {
  return `セルの中の値は${finer}`;
}

/** Without an exponent: 0.0000001 is not 1e-7. */
function plainNumber(number: number): string {
  const text = String(number);
  const match = /^(-?)([0-9])(?:\.([0-9]+))?e-([0-9]+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${whole}${fraction}`;
}
