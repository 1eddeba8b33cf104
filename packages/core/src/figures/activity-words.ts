// What is shown of an activity: its name, its number with what limits it, and when, for each reader.

import type { Activity, Qualifier } from "../model/activity.ts";
import type { Dataset } from "../model/dataset.ts";
import { groupDecimal } from "../model/decimal.ts";
import type { Interval } from "../model/interval.ts";
import { lost } from "../model/label.ts";
import { textIn } from "../model/text.ts";
import { doubtWords } from "./doubt.ts";
import { type Phrase, type Reader, readingMarks } from "./phrases.ts";

/** The words of one activity for one reader; an empty string where there is nothing to say. */
export interface ActivityWords {
  /** 「あつぎ鮎まつり 来場者数」, 「輝き厚木塾 受講者数（前期）」. */
  readonly what: string;
  /** 「約」, 「延べ」; stands before the number. */
  readonly qualifier: string;
  /** 「290,000」. */
  readonly value: string;
  readonly unit: string;
  /** 「2024年11月9日～10日」, 「2025年3月31日現在」. */
  readonly when: string;
  /** How surely it was read, and what the table says beside it: 「要確認。備考：欄の文字が崩れて読めない」. */
  readonly doubt: string;
  /** The whole, for ears. */
  readonly sentence: string;
}

const qualifiers: Readonly<Record<Qualifier, Phrase>> = {
  about: { ja: "約", en: "about", easy: "だいたい" },
  repeated: { ja: "延べ", en: "counting repeats,", easy: "のべ（同じ人も 何回も かぞえます）" },
  cumulative: { ja: "累計", en: "since it began,", easy: "はじめから ぜんぶで" },
  ofWhich: { ja: "うち", en: "of which", easy: "その中で" },
};

/** In the order of the printed words: 延べ約. */
const places: readonly Qualifier[] = ["ofWhich", "cumulative", "repeated", "about"];

export function activityWords(dataset: Dataset, activity: Activity, reader: Reader): ActivityWords {
  const language = reader === "en" ? "en" : "ja";
  const unit = dataset.units.get(activity.unit ?? "");
  const what = activityLabel(activity, language);
  const qualifier = places
    .filter((one) => activity.qualifiers.includes(one))
    .map((one) => qualifiers[one][reader])
    .join(reader === "ja" ? "" : " ");
  const value = activity.value ? groupDecimal(activity.value) : "";
  const isOne = reader === "en" && value === "1" && unit?.singular !== undefined;
  const unitName = unit && activity.value ? (isOne ? unit.singular : textIn(unit.name, language)) : "";
  const when = [
    activity.interval ? intervalInWords(activity.interval, reader) : "",
    activity.asOf === undefined ? "" : asOfInWords(activity.asOf, reader),
  ]
    .filter(Boolean)
    .join(reader === "en" ? "; " : "、");
  const space = reader === "ja" ? "" : " ";
  const isLetter = /^[A-Za-z]/.test(unitName);
  const amount = `${qualifier && `${qualifier}${space}`}${value}${isLetter && reader === "en" ? " " : ""}${unitName}`;
  const brackets = (text: string) => (reader === "en" ? ` (${text})` : `（${text}）`);
  const colon = reader === "en" ? ": " : "：";
  const { reading, note } = activity;
  const marks = reading === "certain" ? [] : [activityPhrases[reading][reader]];
  const doubt = doubtWords(marks, note ? [note] : [], reader);
  const beside = [when, doubt].filter(Boolean).join(reader === "en" ? "; " : "、");
  const sentence = `${what}${value && `${colon}${amount}`}${beside && brackets(beside)}${reader === "en" ? "." : "。"}`;
  return { what, qualifier: value && qualifier, value, unit: unitName, when, doubt, sentence };
}

/** The name with its part in brackets; of what could not be read at all, the page. */
export function activityLabel(activity: Activity, language: "ja" | "en"): string {
  const { what, breakdown, page } = activity;
  if (what.ja.replaceAll(lost, "").trim() === "") {
    const place = page === undefined ? "" : language === "en" ? ` (p. ${page})` : `（${page}頁）`;
    return language === "en" ? `Not readable${place}` : `読み取れない内容${place}`;
  }
  if (!breakdown) return textIn(what, language);
  return language === "en"
    ? `${textIn(what, "en")} (${textIn(breakdown, "en")})`
    : `${what.ja}（${breakdown.ja}）`;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** A day, a run of days, a whole month or several; never more exact than the interval is. */
function intervalInWords({ start, end }: Interval, reader: Reader): string {
  const isMonths = start.endsWith("-01") && end === lastDayOfMonth(end);
  const [first, last] = [parts(start), parts(end)];
  if (reader === "en") {
    const shown = ({ year, month, day }: DateParts) =>
      `${isMonths ? "" : `${day} `}${months[month - 1] ?? ""} ${year}`;
    return shown(first) === shown(last) ? shown(first) : `${shown(first)} to ${shown(last)}`;
  }
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  if (isMonths) {
    const from = `${first.year}年${first.month}月`;
    return sameMonth ? from : `${from}～${sameYear ? "" : `${last.year}年`}${last.month}月`;
  }
  const from = dayInJapanese(first);
  if (start === end) return from;
  return `${from}～${sameYear ? "" : `${last.year}年`}${sameMonth ? "" : `${last.month}月`}${last.day}日`;
}

function asOfInWords(date: string, reader: Reader): string {
  const day = parts(date);
  const english = `as of ${day.day} ${months[day.month - 1] ?? ""} ${day.year}`;
  return reader === "en" ? english : `${dayInJapanese(day)}現在`;
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parts(date: string): DateParts {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

function dayInJapanese({ year, month, day }: DateParts): string {
  return `${year}年${month}月${day}日`;
}

function lastDayOfMonth(date: string): string {
  const { year, month } = parts(date);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The fixed words around a project's activities. */
export const activityPhrases = {
  title: { ja: "活動実績", en: "What was done", easy: "した こと" },
  what: { ja: "内容", en: "What", easy: "した こと" },
  value: { ja: "数値", en: "Figure", easy: "数字" },
  unit: { ja: "単位", en: "Unit", easy: "たんい" },
  when: { ja: "時期", en: "When", easy: "いつ" },
  page: { ja: "頁", en: "Page", easy: "ページ" },
  note: { ja: "備考：", en: "Note (in Japanese): ", easy: "メモ：" },
  none: {
    ja: "活動実績はありません",
    en: "Nothing is recorded",
    easy: "した ことの しるした ものは ありません",
  },
  ...readingMarks,
} as const satisfies Readonly<Record<string, Phrase>>;

export type FixedActivityWords = Readonly<Record<keyof typeof activityPhrases, string>>;

export function fixedActivityWords(reader: Reader): FixedActivityWords {
  const entries = Object.entries(activityPhrases).map(([name, phrase]) => [name, phrase[reader]]);
  return Object.fromEntries(entries) as FixedActivityWords;
}
