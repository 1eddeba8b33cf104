// The fixed words of cards and sentences, in Japanese, English and easy Japanese (やさしい日本語).

import type { TargetBound } from "../model/target.ts";
import type { NoValueReason, ReadingStatus, ValueStatus } from "../model/value.ts";
import type { CardPhrases } from "../words/card-phrases.ts";
import { cardPhrase, cardPhrases, cards } from "../words/readers.ts";
import type { Reader } from "../words/writing.ts";
import type { Assessment } from "./assessment.ts";

export type Phrase = Readonly<Record<Reader, string>>;

const reasons = /* @__PURE__ */ cardPhrases((words) => words.reasons);

export function noValueReasonText(reason: NoValueReason): Phrase {
  return reasons[reason];
}

/** Only what the city's own direction allows to say; the rest says nothing. */
const assessments: Readonly<Partial<Record<Assessment, Phrase>>> = /* @__PURE__ */ cardPhrases(
  (words) => words.assessments,
);

export function assessmentText(assessment: Assessment): Phrase | undefined {
  return assessments[assessment];
}

/** What is doubtful in a name or a value as it was read off the printed page. */
const readings: Readonly<Record<"name" | "value", Readonly<Partial<Record<ReadingStatus, Phrase>>>>> = {
  name: /* @__PURE__ */ cardPhrases((words) => words.nameReadings),
  value: /* @__PURE__ */ cardPhrases((words) => words.valueReadings),
};

export function readingText(what: "name" | "value", reading: ReadingStatus): Phrase | undefined {
  return readings[what][reading];
}

/** The same in a word or two, for where it stands right beside the name or the value. */
export const readingMarks = /* @__PURE__ */ cardPhrases((words) => words.readingMarks);

/** That letters of a name are lost (`…`). */
export const lostText: Phrase = /* @__PURE__ */ cardPhrase((words) => words.lost);

const states: Readonly<Partial<Record<ValueStatus, Phrase>>> = /* @__PURE__ */ cardPhrases(
  (words) => words.states,
);

/** That a number may still change, was estimated or is of part of the year, and then up to which day. */
export function stateText(status: ValueStatus, asOf?: string): Phrase | undefined {
  const state = states[status];
  if (state === undefined || status !== "partial" || asOf === undefined) return state;
  const [year, month, day] = asOf.split("-").map(Number);
  return {
    ja: `年度途中の値、${year}年${month}月${day}日時点`,
    en: `for part of the year, as of ${asOf}`,
    easy: `年の とちゅうの 数字です（${year}年${month}月${day}日）`,
  };
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
  /** That the numbers are places (順位), of which the smaller is the higher. */
  readonly isRank?: boolean | undefined;
  /** That it is the plan's last one, beside those of single years. */
  readonly isFinal?: boolean | undefined;
  /** Where the city started: 「令和2年度」, 「90人」. */
  readonly base?: { readonly when: string; readonly amount: string } | undefined;
}

/** The city's verdict on a year, and whose it is: 市, 県, 町. */
export interface VerdictWords {
  readonly grade: string | undefined;
  /** The grade in English, where the city's table has it. */
  readonly gradeEn?: string | undefined;
  readonly scheme: string | undefined;
  /** 達成率 as printed. */
  readonly rate: string | undefined;
  readonly body: { readonly ja: string; readonly en: string };
}

/** The verdict in a line: 「県の評価：A（S・A・B・C）、達成率95.0%」. */
export function verdictText({ grade, gradeEn = grade, scheme, rate, body }: VerdictWords): Phrase {
  const of = scheme && !(grade ?? "").includes(scheme) ? scheme : "";
  const parts = (
    verdict: string,
    reached: string,
    [open, close]: readonly [string, string],
    comma: string,
    said = grade,
  ) =>
    [
      said === undefined ? "" : `${verdict}${said}${of && `${open}${of}${close}`}`,
      rate === undefined ? "" : `${reached}${rate}%`,
    ]
      .filter(Boolean)
      .join(comma);
  return {
    ja: parts(`${body.ja}の評価：`, `${body.ja}による達成率：`, ["（", "）"], "、"),
    en: parts(
      `the ${body.en}'s grade: `,
      `the ${body.en}'s rate of achievement: `,
      [" (", ")"],
      "; ",
      gradeEn,
    ),
    easy: parts(`${body.ja}が つけた 点：`, `${body.ja}の 達成率：`, ["（", "）"], "、"),
  };
}

/** The same for ears. */
export function verdictSentence({ grade, gradeEn = grade, rate, body }: VerdictWords): Phrase {
  const both = (verdict: string, reached: string) =>
    `${grade === undefined ? "" : verdict}${rate === undefined ? "" : reached}`;
  return {
    ja: both(`${body.ja}の評価は${grade}です。`, `${body.ja}による達成率は${rate}%です。`),
    en: both(
      ` The ${body.en}'s grade is ${gradeEn}.`,
      ` The ${body.en}'s rate of achievement is ${rate}%.`,
    ).trim(),
    easy: both(` ${body.ja}が つけた 点は ${grade}です。`, ` ${body.ja}の 達成率は ${rate}%です。`).trim(),
  };
}

/** The target in a line: 「目標（令和8年度）：20人以上」, with the base before it where there is one. */
export function targetText(target: TargetWords): Phrase {
  const { year, amount, bound, base, isFinal } = target;
  const [before, after] = bounds(target);
  const isTarget = amount !== "" || bound !== undefined;
  const both = (
    own: string,
    start: string,
    text: string,
    [open, close, colon]: readonly [string, string, string],
  ) => {
    const dated = (head: string, when: string) => `${head}${when && `${open}${when}${close}`}${colon}`;
    return [base && dated(start, base.when) + base.amount, isTarget && dated(own, year) + text].filter(
      Boolean,
    );
  };
  const japanese = ["（", "）", "："] as const;
  return {
    ja: both(isFinal ? "最終目標" : "目標", "基準", `${amount}${after.ja}`, japanese).join("　"),
    en: both(isFinal ? "Final target" : "Target", "Baseline", `${before}${amount}`, [" (", ")", ": "]).join(
      "; ",
    ),
    easy: both(isFinal ? "さいごの 目標" : "目標", "はじめ", `${amount}${after.easy}`, japanese).join("　"),
  };
}

/** The same for ears; nothing of a baseline alone. */
export function targetSentence(target: TargetWords): Phrase {
  const { year, amount, bound, isFinal } = target;
  const [before, after] = bounds(target);
  if (amount === "" && bound === undefined) return { ja: "", en: "", easy: "" };
  return {
    ja: `${year && `${year}の`}${isFinal ? "最終目標" : "目標"}は${amount}${after.ja}です。`,
    en: `The ${isFinal ? "final " : ""}target${year && ` for ${year}`} is ${before}${amount}.`,
    easy: `${year && `${year}の `}${isFinal ? "さいごの " : ""}目標は ${amount}${after.easy}です。`,
  };
}

/** What stands before the amount in English, and after it in Japanese. */
function bounds({
  bound,
  amount,
  isRank,
}: TargetWords): readonly [string, { readonly ja: string; readonly easy: string }] {
  // 20位以下 is read as "20th or worse": of places the words are others.
  if (isRank) {
    if (bound === "atMost") return ["no lower than ", { ja: "以内", easy: " か それより 上" }];
    if (bound === "atLeast") return ["no higher than ", { ja: "か、それより下", easy: " か それより 下" }];
    if (bound === "below") return ["higher than ", { ja: "より上", easy: "より 上" }];
    if (bound === "above") return ["lower than ", { ja: "より下", easy: "より 下" }];
  }
  if (bound === "atLeast") return ["at least ", { ja: "以上", easy: " か それより 多い" }];
  if (bound === "atMost") return ["at most ", { ja: "以下", easy: " か それより 少ない" }];
  if (bound === "above") return ["more than ", { ja: "超", easy: "より 多いこと" }];
  if (bound === "below") return ["less than ", { ja: "未満", easy: "より 少ないこと" }];
  if (amount === "") {
    if (bound === "increase") return ["to rise", { ja: "増加", easy: "ふやすこと" }];
    if (bound === "decrease") return ["to fall", { ja: "減少", easy: "へらすこと" }];
    if (bound === "keep") return ["to be kept", { ja: "維持", easy: "まもること" }];
  }
  if (bound === "increase") return ["to rise to ", { ja: "へ増加", easy: "に ふやすこと" }];
  if (bound === "decrease") return ["to fall to ", { ja: "へ減少", easy: "に へらすこと" }];
  if (bound === "keep") return ["to be kept at ", { ja: "を維持", easy: "を まもること" }];
  return ["", { ja: "", easy: "" }];
}

/** The fixed words for one reader, around an indicator's values; `{…}` stands for what is put in there. */
export function fixedWords(reader: Reader): CardPhrases["fixed"] {
  return cards[reader].fixed;
}
