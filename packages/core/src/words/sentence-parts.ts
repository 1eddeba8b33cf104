// How a target and a verdict are put together in a line, the same way for every reader; the words come from the words files.

import type { TargetBound } from "../model/target.ts";
import type { TargetWords, VerdictWords } from "./sentences.ts";

/** The baseline and the target, as far as there are such: 「基準（令和2年度）：90人」, 「目標（令和8年度）：100人以上」. */
export function targetLine(
  { year, amount, bound, base }: TargetWords,
  words: {
    readonly own: string;
    readonly start: string;
    readonly text: string;
    readonly marks: readonly [open: string, close: string, colon: string];
  },
): readonly string[] {
  const [open, close, colon] = words.marks;
  const dated = (head: string, when: string) => `${head}${when && `${open}${when}${close}`}${colon}`;
  return [
    ...(base ? [dated(words.start, base.when) + base.amount] : []),
    ...(amount !== "" || bound !== undefined ? [dated(words.own, year) + words.text] : []),
  ];
}

/** The grade, with its scheme unless that is in the grade or says no more than "grade" (評価), and the rate: 「市の評価：A（S・A・B・C）」, 「市による達成率：95.0%」. */
export function verdictLine(
  { grade, scheme, rate }: VerdictWords,
  words: {
    readonly grade: string;
    /** The grade itself, where the reader has another word for it than the table. */
    readonly said?: string | undefined;
    readonly rate: string;
    readonly brackets: readonly [open: string, close: string];
  },
): readonly string[] {
  const [open, close] = words.brackets;
  const isTold = !scheme || scheme === "評価" || (grade ?? "").includes(scheme);
  const of = isTold ? "" : `${open}${scheme}${close}`;
  return [
    ...(grade === undefined ? [] : [`${words.grade}${words.said ?? grade}${of}`]),
    ...(rate === undefined ? [] : [`${words.rate}${rate}%`]),
  ];
}

/** How a bound is said beside the amount; of places (順位) otherwise, and where there is no amount. */
export interface BoundWords {
  readonly usual: Readonly<Record<Exclude<TargetBound, "range">, string>>;
  readonly ofPlaces: Readonly<Partial<Record<TargetBound, string>>>;
  readonly alone: Readonly<Partial<Record<TargetBound, string>>>;
}

/** What is said of the bound; nothing where there is none, or where the amount is a range. */
export function boundWords({ bound, amount, isRank }: TargetWords, words: BoundWords): string {
  if (bound === undefined || bound === "range") return "";
  const special = isRank ? words.ofPlaces : amount === "" ? words.alone : {};
  return special[bound] ?? words.usual[bound];
}
