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

/** What a span goes on with (「1月～12月」, 「1月1日から12月31日」), where it does not end before April as well. */
const onward = "(?:[~～〜\\-－―]|から)(?!\\s*0?[123]月)";
/** A day or month before April behind a year: 令和6年3月末, R6.3.31, 2024/3; what a longer span begins with is no day. */
const beforeApril = new RegExp(
  `^\\s*[.．/年]\\s*0?[123](?![0-9])\\s*(?:月(?!\\s*(?:[0-9]{1,2}日)?\\s*${onward})|[.．/]\\s*[0-9]{1,2}(?![0-9])(?!\\s*${onward})|末|(?=[)）]|$))`,
  "u",
);

const kanjiYear = /(令和|平成|昭和)\s*([一二三四五六七八九十]{1,4})(?=\s*年)/gu;

/** Half-width, and 「令和六年」 as 令和6年. */
function plainYears(text: string): string {
  const half = text.normalize("NFKC");
  if (!kanjiYear.test(half)) return half;
  return half.replace(kanjiYear, (_, era: string, digits: string) => `${era}${kanjiNumber(digits)}`);
}

function kanjiNumber(digits: string): number {
  const [tens, ones] = digits.includes("十") ? digits.split("十") : ["", digits];
  const of = (sign: string | undefined) => "一二三四五六七八九".indexOf(sign ?? "") + 1;
  const isTens = digits.includes("十");
  return (isTens ? (tens === "" ? 1 : of(tens)) * 10 : 0) + (ones === "" ? 0 : of(ones));
}

/** Every year in the text, in its order; widths do not matter. */
export function yearsIn(text: string): readonly YearFound[] {
  const before = known.get(text);
  if (before) return before;
  const found = findYears(text);
  if (known.size > 50_000) known.clear();
  known.set(text, found);
  return found;
}

/** Years of texts met before: every cell is looked at several times. */
const known = new Map<string, readonly YearFound[]>();

function findYears(text: string): YearFound[] {
  const plain = plainYears(text);
  return [...plain.matchAll(withEra)].flatMap((match): YearFound[] => {
    const [all, era, nth, eraUnit, western, westernUnit, bare, bareUnit] = match;
    const unit = eraUnit ?? westernUnit ?? bareUnit;
    const place = { at: match.index, length: all.length, calendar: unit === "年" };
    if (bare !== undefined) return [{ ...place, bare: Number(bare) }];
    const year = western === undefined ? parseFiscalYear(`${era}${nth}`) : Number(western);
    if (year === undefined) return [];
    // A day of January to March lies in the fiscal year that began the April before.
    const isEarly =
      unit !== "年度" && beforeApril.test(`${unit ?? ""}${plain.slice(match.index + all.length)}`);
    return [{ ...place, year: isEarly ? year - 1 : year }];
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
  return plainYears(text).replace(withEra, "");
}

/** A year that is written twice, by its era and after Christ (「R6 2024」, on two lines or with a space), once. */
export function yearOnce(text: string): string {
  const found = yearsIn(text);
  const [first, second] = found;
  if (found.length !== 2 || !first || !second || first.year === undefined || first.year !== second.year)
    return text;
  const plain = plainYears(text);
  const between = plain.slice(first.at + first.length, second.at);
  return /^\s*[(]?$/u.test(between)
    ? `${plain.slice(0, first.at + first.length)}${plain.slice(second.at + second.length).replace(/^[)]/u, "")}`
    : text;
}
