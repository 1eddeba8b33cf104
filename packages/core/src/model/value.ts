// What was reported: a number, or words, or nothing with the reason.

import type { Decimal } from "./decimal.ts";

/** A number with as many decimals as were printed. */
export interface NumberValue {
  readonly kind: "number";
  readonly number: Decimal;
}

/** Words in place of a number, such as the stage of a building project (実施設計). */
export interface WordsValue {
  readonly kind: "words";
  readonly words: string;
}

/** No value. An empty cell never stands for zero. */
export interface NoValue {
  readonly kind: "none";
  readonly reason: NoValueReason;
}

export type Value = NumberValue | WordsValue | NoValue;

/** 該当なし, 未実施, 集計中, 調査年でない, 秘匿, 不明. */
export type NoValueReason =
  | "notApplicable"
  | "notCarriedOut"
  | "pending"
  | "notSurveyed"
  | "confidential"
  | "unknown";

/** 確定, 速報, 推計, 見込, 途中 (of part of the year), 値なし. */
export type ValueStatus = "final" | "provisional" | "estimated" | "expected" | "partial" | "none";

/** How surely the printed page was read: 確定, 復元 (put together again), 要確認 (in doubt). */
export type ReadingStatus = "certain" | "restored" | "doubtful";
