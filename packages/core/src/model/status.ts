// A status: one concept of the scheme of value states and reasons for no value.

import type { Text } from "./text.ts";
import type { NoValueReason, Value, ValueStatus } from "./value.ts";

/** 確定, 速報, 推計, 見込, 途中 of a number; 進捗あり of words; the reasons of nothing. */
export type StatusMeaning = Exclude<ValueStatus, "none"> | "progress" | NoValueReason;

export interface Status {
  readonly id: string;
  readonly meaning: StatusMeaning;
  readonly name: Text;
  readonly definition?: Text;
}

/** Which concept of the scheme an observation carries. */
export function statusMeaning(value: Value, status: ValueStatus): StatusMeaning {
  if (value.kind === "none") return value.reason;
  if (value.kind === "words") return "progress";
  return status === "none" ? "final" : status;
}
