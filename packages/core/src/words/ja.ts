// What is written for readers of Japanese.

import { groupDecimal } from "../model/decimal.ts";
import { formatJapaneseYear } from "../model/fiscal-year.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/text.ts";
import { type DateParts, dateParts, isMonths } from "./dates.ts";
import type {
  DateWords,
  LargeNumber,
  ListMarks,
  Marks,
  NumberWords,
  PlaceWords,
  Writing,
} from "./writing.ts";

/** Which text of the city's tables is read. */
export const language: Language = "ja";

export const marks: Marks = {
  tag: "ja",
  open: "（",
  close: "）",
  colon: "：",
  comma: "、",
  foreign: "",
};

export const listMarks: ListMarks = { inJapanese: "", semicolon: "。", clause: "、", entry: "；" };

export const writing: Writing = {
  name: "日本語",
  locale: "ja_JP",
  isMain: true,
  suffix: "",
  hasPictures: true,
  stop: "。",
  gap: "",
  beside: "　",
  apart: "　",
  dot: "・",
  within: "・",
  bar: "｜",
  dash: "－",
  questionMark: "？",
  quotes: ["「", "」"],
  unitSpace: "",
  numberSpace: "",
  singular: undefined,
};

export const numberWords: NumberWords = {
  largeNumber,
  isLargeNumberExact: true,
  perThousand: (number) => `1,000あたり${number}`,
  hasUnitInShort: true,
  points: undefined,
};

export const dateWords: DateWords = {
  year: formatJapaneseYear,
  yearInFull: (year, calendar = false) =>
    `${formatJapaneseYear(year, calendar)}（${year}${calendar ? "年" : "年度"}）`,
  yearInBoth: (year, calendar) => `${formatJapaneseYear(year, calendar)}（${year}）`,
  days: daysInJapanese,
  asOf: (date) => `${dayInJapanese(dateParts(date))}現在`,
  page: (page) => `${page}頁`,
};

function daysInJapanese(interval: Interval): string {
  const [first, last] = [dateParts(interval.start), dateParts(interval.end)];
  const isSameYear = first.year === last.year;
  const isSameMonth = isSameYear && first.month === last.month;
  if (isMonths(interval)) {
    const from = `${first.year}年${first.month}月`;
    return isSameMonth ? from : `${from}～${isSameYear ? "" : `${last.year}年`}${last.month}月`;
  }
  const from = dayInJapanese(first);
  if (interval.start === interval.end) return from;
  return `${from}～${isSameYear ? "" : `${last.year}年`}${isSameMonth ? "" : `${last.month}月`}${last.day}日`;
}

function dayInJapanese({ year, month, day }: DateParts): string {
  return `${year}年${month}月${day}日`;
}

const steps: readonly (readonly [name: string, size: bigint])[] = [
  ["京", 10n ** 16n],
  ["兆", 10n ** 12n],
  ["億", 10n ** 8n],
  ["万", 10n ** 4n],
];

export function largeNumber({ sign, size, plain, printed }: LargeNumber): string | undefined {
  const said = sign + inMyriads(size) + plain;
  return said === printed ? undefined : said;
}

/** 26587536000: 265億8,753万6千. */
function inMyriads(size: bigint): string {
  let rest = size;
  let words = "";
  for (const [name, step] of steps) {
    const count = rest / step;
    rest %= step;
    if (count > 0n) words += `${groupDecimal({ digits: count, scale: 0 })}${name}`;
  }
  if (rest === 0n) return words;
  return (
    words +
    (rest % 1000n === 0n && rest > 0n ? `${rest / 1000n}千` : groupDecimal({ digits: rest, scale: 0 }))
  );
}

export const placeWords: PlaceWords = {
  row: (row) => `${row}行目`,
  column: (column, isTable) => `「${column}」${isTable ? "の列" : ""}`,
  apart: " ",
};
