// Years as cities write them, anywhere in a text: R5, 令和５年度, 2023, H30年度実績, 平成 25 年, 27年度 without its era.

import { type FiscalYear, parseFiscalYear } from "../model/fiscal-year.ts";

export interface YearFound {
  /** Absent where the era is not written. */
  readonly year?: FiscalYear;
  /** The number without its era. */
  readonly bare?: number;
  /** Whether it says 年 and not 年度. */
  readonly calendar: boolean;
  readonly at: number;
  readonly length: number;
}

const withEra =
  /(令和|平成|昭和|(?<![A-Za-z])[RHS])\s*(元|[0-9]{1,2})(?![0-9])\s*(年度|年)?|(?<![0-9.,])(19[2-9][0-9]|20[0-9]{2})(?![0-9,])(?!\.[0-9])\s*(年度|年)?|(?<![0-9.,-])([0-9]{1,2})\s*(年度|年(?![間生以]))/giu;

/** Every year in the text, in its order; widths do not matter. */
export function yearsIn(text: string): YearFound[] {
  const plain = text.normalize("NFKC");
  return [...plain.matchAll(withEra)].flatMap((match): YearFound[] => {
    const [all, era, nth, eraUnit, western, westernUnit, bare, bareUnit] = match;
    const unit = eraUnit ?? westernUnit ?? bareUnit;
    const place = { at: match.index, length: all.length, calendar: unit === "年" };
    if (bare !== undefined) return [{ ...place, bare: Number(bare) }];
    const year = western === undefined ? parseFiscalYear(`${era}${nth}`) : Number(western);
    return year === undefined ? [] : [{ ...place, year }];
  });
}

/** The only year of a text that is nothing but a year and words about it; `undefined` for none or several. */
export function yearOfLabel(text: string): FiscalYear | undefined {
  const found = yearsIn(text);
  const years = new Set(found.map(({ year }) => year));
  return found.length > 0 && years.size === 1 ? found[0]?.year : undefined;
}

/** A text without its years, to see what else it says. */
export function withoutYears(text: string): string {
  return text.normalize("NFKC").replace(withEra, "");
}
