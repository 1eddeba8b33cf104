// Numbers and years where the browser itself writes them (a chart's scale), by formatters that are kept.

import { marks, type Reader } from "@shihyo/core";
import { findIn } from "./find.ts";

// Making a formatter costs more than a card.
const numbers = new Map<Reader, Intl.NumberFormat>();
let era: Intl.DateTimeFormat | undefined;

/** `1,234`; very large or small numbers in short: `123億`, `1.2E308`. */
export function formatNumber(reader: Reader): (value: number) => string {
  return (value) => {
    if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6)) return value.toExponential(1);
    let format = numbers.get(reader);
    if (!format) {
      format = new Intl.NumberFormat(marks[reader].tag, { maximumFractionDigits: 6 });
      numbers.set(reader, format);
    }
    return format.format(value);
  };
}

/** `R6` over `2024`; in English the western year alone. */
export function shortYear(reader: Reader): (year: number) => string[] {
  return (year) => {
    // Eras are for those who read Japanese.
    if (marks[reader].foreign) return [`${year}`];
    era ??= new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
      era: "narrow",
      year: "numeric",
      timeZone: "UTC",
    });
    // A fiscal year takes the era that its end belongs to: 2019 is R1.
    const parts = era.formatToParts(Date.UTC(year, 11, 31));
    const part = (type: string) => findIn(parts, (one) => one.type === type)?.value ?? "";
    return [`${part("era")}${part("year").replace("元", "1")}`, `${year}`];
  };
}
