// The tables' fixed choices (direction, period, aggregation) in words for each reader.

import type { Aggregation, Direction, DirectionBasis, PeriodKind, Phrase } from "@shihyo/core";

export const directionPhrases: Readonly<Record<Direction, Phrase>> = {
  increase: { ja: "増加", en: "increase", easy: "ふえると よい" },
  decrease: { ja: "減少", en: "decrease", easy: "へると よい" },
  keep: { ja: "維持", en: "keep", easy: "かわらないと よい" },
  none: { ja: "判断しない", en: "not judged", easy: "きめて いません" },
};

/** Who says so; follows the direction. `{body}` is what the municipality is: 市, 県, 町; `town` in English. */
export const basisPhrases: Readonly<Record<DirectionBasis, Phrase>> = {
  city: { ja: "（{body}）", en: " (said by the {body})", easy: "（{body}が きめました）" },
  estimated: {
    ja: "（推定）",
    en: " (plain to us; the {body} has not said)",
    easy: "（{body}は きめて いません。わたしたちの 考えです）",
  },
};

export const periodPhrases: Readonly<Record<PeriodKind, Phrase>> = {
  fiscal: { ja: "年度", en: "fiscal year", easy: "4月から つぎの 年の 3月まで" },
  calendar: { ja: "暦年", en: "calendar year", easy: "1月から 12月まで" },
};

export const aggregationPhrases: Readonly<Record<Aggregation, Phrase>> = {
  single: { ja: "単年度", en: "one year", easy: "1年の 数字" },
  cumulative: { ja: "累計", en: "cumulative", easy: "いままでを たした 数字" },
  pointInTime: { ja: "時点", en: "at a point in time", easy: "その 日の 数字" },
  unknown: {
    ja: "1年の値か累計かは不明",
    en: "one year or cumulative: unknown",
    easy: "1年の 数字か、いままでを たした 数字か、わかりません",
  },
};
