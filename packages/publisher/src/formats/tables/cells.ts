// How the model's values are written in a cell: words of the tables, joined notes, readings taken together.

import {
  type Dataset,
  formatDecimal,
  groupDecimal,
  type Observation,
  type ReadingStatus,
  readingWords,
  reasonWords,
  textIn,
  type Unit,
  wordFor,
} from "@shihyo/core";

/** The number as printed, without thousands commas; empty where there is none. */
export function numberCell({ value }: Observation): string {
  return value.kind === "number" ? formatDecimal(value.number) : "";
}

export function wordsCell({ value }: Observation): string {
  return value.kind === "words" ? value.words : "";
}

export function reasonCell({ value }: Observation): string {
  return value.kind === "none" ? wordFor(reasonWords, value.reason) : "";
}

export function readingCell(reading: ReadingStatus): string {
  return wordFor(readingWords, reading);
}

const doubts: readonly ReadingStatus[] = ["certain", "restored", "doubtful"];

/** Of several readings, the least sure. */
export function leastSure(readings: readonly ReadingStatus[]): ReadingStatus {
  return doubts[Math.max(0, ...readings.map((reading) => doubts.indexOf(reading)))] ?? "certain";
}

/** A cell of several parts, for people: 「清水小 5回、妻田小 2回」. */
export function partsCell(dataset: Dataset, parts: readonly Observation[], unit: Unit | undefined): string {
  return parts
    .map((part) => {
      const name = dataset.breakdowns.get(part.breakdown ?? "")?.name.ja ?? "";
      const { value } = part;
      const amount =
        value.kind === "number"
          ? `${groupDecimal(value.number)}${unit ? textIn(unit.name, "ja") : ""}`
          : value.kind === "words"
            ? value.words
            : "値なし";
      return `${name} ${amount}`;
    })
    .join("、");
}

export function joinNotes(notes: readonly (string | undefined)[]): string {
  return [...new Set(notes.filter((note) => note !== undefined && note !== ""))].join("；");
}
