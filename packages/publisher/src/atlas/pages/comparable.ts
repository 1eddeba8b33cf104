// What may stand in one picture: the same common indicator, exactly, in one unit and on one basis of time; the rest stands beside it, with the difference said.

import type { CommonIndicator } from "@shihyo/core";
import type { IndicatorRow } from "./gathered.ts";

interface Beside {
  readonly indicator: IndicatorRow;
  readonly difference: string;
}

export interface Comparable {
  readonly together: readonly IndicatorRow[];
  readonly beside: readonly Beside[];
  /** Of those that stand together. */
  readonly unit: string;
}

const matchWords: Readonly<Record<string, string>> = {
  近い: "ほぼ同じですが、同じではありません",
  広い: "これより広い範囲を数えています",
  狭い: "これの一部だけを数えています",
};

/** In the order of codes. The unit and basis are those that most cities have; the common indicator's own where they tie. */
export function comparableOf(common: CommonIndicator, aligned: readonly IndicatorRow[]): Comparable {
  const exact = aligned.filter(({ common_match: match }) => match === "完全");
  const unit = most(
    exact.map((one) => one.unit ?? ""),
    common.unit,
  );
  const basis = most(exact.map(basisOf), "");
  const together = exact.filter((one) => (one.unit ?? "") === unit && basisOf(one) === basis);
  const beside = aligned.flatMap((indicator): Beside[] => {
    if (together.includes(indicator)) return [];
    const differences = [
      matchWords[indicator.common_match ?? ""],
      (indicator.unit ?? "") === unit ? undefined : `単位が${indicator.unit ?? "ありません"}`,
      basisOf(indicator) === basis ? undefined : `数え方が違います（${basisOf(indicator)}）`,
    ].filter((one) => one !== undefined);
    return [{ indicator, difference: differences.join("。") }];
  });
  return { together, beside, unit };
}

/** 暦年 and 年度, 累計 and 単年度 are no one basis. */
function basisOf({ period_kind: period, aggregation }: IndicatorRow): string {
  return `${period}・${aggregation}`;
}

function most(words: readonly string[], preferred: string): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const highest = Math.max(0, ...counts.values());
  const first = [...counts].filter(([, n]) => n === highest).map(([word]) => word);
  return first.includes(preferred) ? preferred : (first.sort()[0] ?? preferred);
}
