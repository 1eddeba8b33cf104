// What a change means to the city: better, worse, steady, or not for us to say.

/** 改善, 悪化, 横ばい, 判定しない, 比較不可. */
export type Assessment = "better" | "worse" | "steady" | "notJudged" | "notComparable";
