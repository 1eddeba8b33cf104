// What is shown of an activity: its name, its number with what limits it, and when, for each reader.

import type { Activity, Qualifier } from "../model/activity.ts";
import type { Dataset } from "../model/dataset.ts";
import { groupDecimal } from "../model/decimal.ts";
import { lost } from "../model/label.ts";
import {
  amountText,
  bracketed,
  dateWords,
  listMarks,
  marks,
  textFor,
  unitName,
  writing,
} from "../words/readers.ts";
import type { Reader } from "../words/writing.ts";
import { doubtWords } from "./doubt.ts";
import { type Phrase, readingMarks } from "./phrases.ts";

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
  const { colon } = marks[reader];
  const { clause } = listMarks[reader];
  const { gap, stop } = writing[reader];
  const { days, asOf } = dateWords[reader];
  const unit = dataset.units.get(activity.unit ?? "");
  const what = activityLabel(activity, reader);
  const qualifier = places
    .filter((one) => activity.qualifiers.includes(one))
    .map((one) => qualifiers[one][reader])
    .join(gap);
  const value = activity.value ? groupDecimal(activity.value) : "";
  const named = unit && activity.value ? unitName(unit, value, reader) : "";
  const when = [
    activity.interval ? days(activity.interval) : "",
    activity.asOf === undefined ? "" : asOf(activity.asOf),
  ]
    .filter(Boolean)
    .join(clause);
  const amount = (qualifier && qualifier + gap) + amountText(value, named, reader);
  const { reading, note } = activity;
  const unsure = reading === "certain" ? [] : [activityPhrases[reading][reader]];
  const doubt = doubtWords(unsure, note ? [note] : [], reader);
  const beside = [when, doubt].filter(Boolean).join(clause);
  const sentence = `${what}${value && `${colon}${amount}`}${beside && bracketed(beside, reader)}${stop}`;
  return { what, qualifier: value && qualifier, value, unit: named, when, doubt, sentence };
}

/** The name with its part in brackets; of what could not be read at all, the page. */
export function activityLabel({ what, breakdown, page }: Activity, reader: Reader): string {
  if (what.ja.replaceAll(lost, "").trim() !== "") {
    const part = breakdown && bracketed(textFor(breakdown, reader), reader);
    return textFor(what, reader) + (part ?? "");
  }
  return unreadable[reader] + (page === undefined ? "" : bracketed(dateWords[reader].page(page), reader));
}

const unreadable: Phrase = { ja: "読み取れない内容", en: "Not readable", easy: "読み取れない内容" };

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
