// What is less than sure about a value and about a change that rests on it, in words that go wherever the number goes.

import type { Indicator } from "../model/indicator.ts";
import { lost } from "../model/label.ts";
import type { Observation } from "../model/observation.ts";
import type { Reader } from "../words/readers.ts";
import { listMarks, marks as marksOfReaders, sentence, sentences } from "../words/readers.ts";
import type { Comparison } from "./comparison.ts";
import { lostText, type Phrase, readingMarks, readingText, stateText } from "./phrases.ts";

/** Whether two years may be compared: 可, 参考 (a value of either year is not sure), 不可. */
export type Comparability = "comparable" | "tentative" | "notComparable";

/** As the published tables have it (比較可否). */
export const comparabilityWords: Readonly<Record<Comparability, string>> = {
  comparable: "可",
  tentative: "参考",
  notComparable: "不可",
};

export function comparabilityOf({ comparable, tentative }: Comparison): Comparability | undefined {
  if (comparable === undefined) return undefined;
  return comparable ? (tentative ? "tentative" : "comparable") : "notComparable";
}

/** What is not certain of the name. */
export function nameMarksOf({ name, reading }: Indicator): Phrase[] {
  const marks = [readingText("name", reading), name.ja.includes(lost) ? lostText : undefined];
  return marks.filter((mark) => mark !== undefined);
}

/** What is not certain: of the name first, then of the values, each thing once. */
export function marksOf(indicator: Indicator, observations: readonly Observation[]): Phrase[] {
  const marks = [
    ...nameMarksOf(indicator),
    ...observations.flatMap(({ reading, status, asOf }) => [
      readingText("value", reading),
      stateText(status, asOf),
    ]),
  ];
  return eachOnce(marks);
}

/** What is not certain of the values themselves, in a word or two each: 要確認, 速報. */
export function valueMarks(observations: readonly Observation[]): Phrase[] {
  const marks = observations.flatMap(({ reading, status, asOf }) => [
    reading === "certain" ? undefined : readingMarks[reading],
    stateText(status, asOf),
  ]);
  return eachOnce(marks);
}

function eachOnce(marks: readonly (Phrase | undefined)[]): Phrase[] {
  return [...new Map(marks.flatMap((mark) => (mark ? [[mark.ja, mark] as const] : []))).values()];
}

/** What the tables say beside these values, in the city's or our Japanese, each note once. */
export function notesOf(observations: readonly Observation[]): string[] {
  const notes = observations.map(({ note }) => note);
  return [...new Set(notes)].filter((note) => note !== undefined && note !== "") as string[];
}

/** What must be said in the same breath as a change: why it is no more than a hint, and how last year's value was read and noted. */
export function changeDoubts(
  { current, previous, change, tentative }: Comparison,
  calendar: boolean,
): Phrase[] {
  if (!change || !previous) return [];
  const restored = !tentative && previous.reading === "restored" && current.reading !== "restored";
  const note = previous.note !== undefined && previous.note !== current.note ? previous.note : "";
  return [
    ...(tentative ? [tentative] : []),
    ...(restored ? [sentence((words) => words.restoredBefore(calendar))] : []),
    ...(note ? [sentence((words) => words.noteBefore(calendar, note))] : []),
  ];
}

/** Marks and notes as the inside of a pair of brackets: 「値は要確認。備考：桁が落ちた疑いがある」. */
export function doubtWords(marks: readonly string[], notes: readonly string[], reader: Reader): string {
  const { comma } = marksOfReaders[reader];
  const { semicolon } = listMarks[reader];
  const noted = notes.join(semicolon);
  const note = noted && sentences[reader].noteHead + noted;
  return [marks.join(comma), note].filter(Boolean).join(semicolon);
}
