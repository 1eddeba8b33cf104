// The fixed words of cards and sentences, in Japanese, English and easy Japanese (やさしい日本語).

import type { NoValueReason } from "../model/value.ts";
import type { Assessment } from "./comparison.ts";

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
