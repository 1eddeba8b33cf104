// The fixed words of cards and sentences, in Japanese, English and easy Japanese (やさしい日本語).

import type { TargetBound } from "../model/target.ts";
import type { NoValueReason, ReadingStatus, ValueStatus } from "../model/value.ts";
import type { Assessment } from "./assessment.ts";

/** Japanese, English, やさしい日本語 (`ja-x-easy`). */
export type Reader = "ja" | "en" | "easy";

export type Phrase = Readonly<Record<Reader, string>>;

const reasons: Readonly<Record<NoValueReason, Phrase>> = {
  notApplicable: { ja: "該当なし", en: "not applicable", easy: "あてはまりません" },
  notCarriedOut: { ja: "未実施", en: "not carried out", easy: "しませんでした" },
  pending: { ja: "集計中", en: "not yet counted", easy: "いま かぞえています" },
  confidential: { ja: "秘匿", en: "withheld for privacy", easy: "人の ひみつを まもるため、出しません" },
  unknown: { ja: "理由は不明", en: "reason unknown", easy: "理由は わかりません" },
};

export function noValueReasonText(reason: NoValueReason): Phrase {
  return reasons[reason];
}

/** Only what the city's own direction allows to say; the rest says nothing. */
const assessments: Readonly<Partial<Record<Assessment, Phrase>>> = {
  better: { ja: "良い変化", en: "a change for the better", easy: "良い 変化です" },
  worse: { ja: "悪い変化", en: "a change for the worse", easy: "悪い 変化です" },
  steady: { ja: "横ばい", en: "steady", easy: "おなじです" },
};

export function assessmentText(assessment: Assessment): Phrase | undefined {
  return assessments[assessment];
}

/** What is doubtful in a name or a value as it was read off the printed page. */
const readings: Readonly<Record<"name" | "value", Readonly<Partial<Record<ReadingStatus, Phrase>>>>> = {
  name: {
    restored: { ja: "名称は復元", en: "name restored", easy: "名前は 直して あります" },
    doubtful: { ja: "名称は要確認", en: "name in doubt", easy: "名前は これから 確かめます" },
  },
  value: {
    restored: { ja: "値は復元", en: "value restored", easy: "数字は 直して あります" },
    doubtful: { ja: "値は要確認", en: "value in doubt", easy: "数字は これから 確かめます" },
  },
};

export function readingText(what: "name" | "value", reading: ReadingStatus): Phrase | undefined {
  return readings[what][reading];
}

/** That letters of a name are lost (`…`). */
export const lostText: Phrase = {
  ja: "名称の一部は読めません",
  en: "part of the name is unreadable",
  easy: "名前の 一部は 読めません",
};

const states: Readonly<Partial<Record<ValueStatus, Phrase>>> = {
  provisional: { ja: "速報", en: "provisional", easy: "まだ かわるかもしれない 数字です" },
  estimated: { ja: "推計", en: "estimated", easy: "だいたいの 数字です" },
};

/** That a number may still change, or was estimated. */
export function stateText(status: ValueStatus): Phrase | undefined {
  return states[status];
}

/** That a newer year than the one shown exists; `year` is that year's name. */
export function newerText(year: string): Phrase {
  return { ja: `最新は${year}`, en: `Latest: ${year}`, easy: `いちばん 新しいのは ${year}です` };
}

/** That newer years than the one shown are still being counted, in a line and for ears; `years` are their names. */
export function waitingText(years: readonly string[]): { readonly line: Phrase; readonly sentence: Phrase } {
  const [ja, en] = [years.join("・"), years.join(" and ")];
  const line = {
    ja: `${ja}は集計中`,
    en: `${en} ${years.length === 1 ? "is" : "are"} not yet counted`,
    easy: `${ja}は いま かぞえています`,
  };
  return { line, sentence: { ja: `${line.ja}です。`, en: `${line.en}.`, easy: `${line.easy}。` } };
}

/** A target in the words of one reader; grade and scheme are the city's own. */
export interface TargetWords {
  /** 令和8年度. */
  readonly year: string;
  /** With its unit, or in words. */
  readonly amount: string;
  readonly bound: TargetBound | undefined;
  readonly grade: string | undefined;
  readonly scheme: string | undefined;
}

/** The target in a line: 「目標（令和8年度）：20人以上　市の評価：A（A・B・C）」. */
export function targetText({ year, amount, bound, grade, scheme }: TargetWords): Phrase {
  const [before, after] = bounds(bound);
  return {
    ja: `目標（${year}）：${amount}${after.ja}${grade ? `　市の評価：${grade}${scheme ? `（${scheme}）` : ""}` : ""}`,
    en: `Target (${year}): ${before}${amount}${grade ? `; the city's grade: ${grade}${scheme ? ` (${scheme})` : ""}` : ""}`,
    easy: `目標（${year}）：${amount}${after.easy}${grade ? `　市が つけた 点：${grade}${scheme ? `（${scheme}）` : ""}` : ""}`,
  };
}

/** The same for ears. */
export function targetSentence({ year, amount, bound, grade }: TargetWords): Phrase {
  const [before, after] = bounds(bound);
  return {
    ja: `${year}の目標は${amount}${after.ja}です。${grade ? `市の評価は${grade}です。` : ""}`,
    en: `The target for ${year} is ${before}${amount}.${grade ? ` The city's grade is ${grade}.` : ""}`,
    easy: `${year}の 目標は ${amount}${after.easy}です。${grade ? ` 市が つけた 点は ${grade}です。` : ""}`,
  };
}

/** What stands before the amount in English, and after it in Japanese. */
function bounds(
  bound: TargetBound | undefined,
): readonly [string, { readonly ja: string; readonly easy: string }] {
  if (bound === "atLeast") return ["at least ", { ja: "以上", easy: " 以上" }];
  if (bound === "atMost") return ["at most ", { ja: "以下", easy: " 以下" }];
  if (bound === "keep") return ["to be kept at ", { ja: "を維持", easy: "を まもること" }];
  return ["", { ja: "", easy: "" }];
}

/** The fixed words around an indicator's values; `{…}` stands for what is put in there. */
const fixedPhrases = {
  unofficial: { ja: "非公式", en: "Unofficial", easy: "市が 出した ものでは ありません" },
  source: { ja: "出典", en: "Source", easy: "もとの 資料" },
  page: { ja: "{page}頁", en: "p. {page}", easy: "{page}ページ" },
  details: { ja: "くわしく", en: "Details", easy: "くわしく" },
  table: { ja: "年度ごとの値", en: "Values by year", easy: "年ごとの 数字" },
  year: { ja: "年度", en: "Year", easy: "年" },
  value: { ja: "値", en: "Value", easy: "数字" },
  change: { ja: "前の年との差", en: "Change", easy: "前の 年との ちがい" },
  breakdown: { ja: "内訳", en: "Part", easy: "なかみ" },
  whole: { ja: "全体", en: "Whole", easy: "ぜんぶ" },
  note: { ja: "備考", en: "Note", easy: "メモ" },
  none: { ja: "指標はありません", en: "There are no indicators", easy: "数字は ありません" },
  target: { ja: "目標", en: "Target", easy: "目標" },
  cut: {
    ja: "縦の目盛りは0から始まりません",
    en: "The vertical scale does not begin at 0",
    easy: "たての 目もりは 0から はじまりません",
  },
  gap: { ja: "値のない年度", en: "Years without a value", easy: "数字が ない 年" },
  hollow: {
    ja: "白ぬきの点：値に疑いがある年度",
    en: "Hollow point: the value is in doubt",
    easy: "白い 点：たしかでは ない 数字",
  },
  break: {
    ja: "{before}と{after}は比較できません：{reason}",
    en: "{before} and {after} do not compare: {reason}",
    easy: "{before}と {after}は くらべることが できません：{reason}",
  },
} as const satisfies Readonly<Record<string, Phrase>>;

export type FixedWords = Readonly<Record<keyof typeof fixedPhrases, string>>;

/** The fixed words for one reader. */
export function fixedWords(reader: Reader): FixedWords {
  const entries = Object.entries(fixedPhrases).map(([name, phrase]) => [name, phrase[reader]]);
  return Object.fromEntries(entries) as FixedWords;
}
