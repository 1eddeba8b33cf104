// What the model's own states are called on cards: a reason, a reading, a state of a value, for each reader.

import type { NoValueReason, ReadingStatus, ValueStatus } from "../model/value.ts";
import type { CardPhrases } from "../words/card-phrases.ts";
import type { Reader } from "../words/readers.ts";
import { cardPhrase, cardPhrases, cards, sentence } from "../words/readers.ts";
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
  const isPart = status === "partial" && asOf !== undefined;
  return isPart ? sentence((words) => words.partUntil(asOf)) : states[status];
}

/** The fixed words for one reader, around an indicator's values; `{…}` stands for what is put in there. */
export function fixedWords(reader: Reader): CardPhrases["fixed"] {
  return cards[reader].fixed;
}
