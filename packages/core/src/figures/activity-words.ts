// What is shown of an activity: its name, its number with what limits it, and when, for each reader.

import type { Activity, Qualifier, ReadingPart } from "../model/activity.ts";
import type { Dataset } from "../model/dataset.ts";
import { groupDecimal } from "../model/decimal.ts";
import { lost } from "../model/label.ts";
import type { CardPhrases } from "../words/card-phrases.ts";
import type { Reader } from "../words/readers.ts";
import {
  amountText,
  bracketed,
  cardPhrases,
  cards,
  dateWords,
  listMarks,
  marks,
  textFor,
  unitName,
  writing,
} from "../words/readers.ts";
import { doubtWords } from "./doubt.ts";
import { readingText } from "./phrases.ts";

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
    .map((one) => cards[reader].qualifiers[one])
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
  const unread = (["what", "value"] as const).filter((one) => isUnsureIn(activity, one));
  const unsure = unread.flatMap(
    (one) => readingText(one === "what" ? "name" : "value", reading)?.[reader] ?? [],
  );
  const doubt = doubtWords(unsure, note ? [note] : [], reader);
  const beside = [when, doubt].filter(Boolean).join(clause);
  const sentence = `${what}${value && `${colon}${amount}`}${beside && bracketed(beside, reader)}${stop}`;
  return { what, qualifier: value && qualifier, value, unit: named, when, doubt, sentence };
}

/**
 * What the reading (読取状況) is about, as the table says; else the number, where there is one; the words, where there
 * is none or where letters of them are lost. Absent where all was read.
 */
export function unsurePart({
  reading,
  readingPart,
  what,
  breakdown,
  value,
}: Activity): ReadingPart | undefined {
  if (reading === "certain") return undefined;
  if (readingPart !== undefined && value !== undefined) return readingPart;
  return value === undefined || what.ja.includes(lost) || breakdown?.ja.includes(lost) ? "what" : "value";
}

/** Whether the badge of the reading stands beside the words, beside the number. */
export function isUnsureIn(activity: Activity, place: "what" | "value"): boolean {
  const part = unsurePart(activity);
  return part === place || part === "both";
}

/** The name with its part in brackets; of what could not be read at all, the page. */
export function activityLabel({ what, breakdown, page }: Activity, reader: Reader): string {
  if (what.ja.replaceAll(lost, "").trim() !== "") {
    const part = breakdown && bracketed(textFor(breakdown, reader), reader);
    return textFor(what, reader) + (part ?? "");
  }
  return (
    cards[reader].unreadable + (page === undefined ? "" : bracketed(dateWords[reader].page(page), reader))
  );
}

/** The fixed words around a project's activities. */
export const activityPhrases = /* @__PURE__ */ cardPhrases((words) => words.activities);

export function fixedActivityWords(reader: Reader): CardPhrases["activities"] {
  return cards[reader].activities;
}
