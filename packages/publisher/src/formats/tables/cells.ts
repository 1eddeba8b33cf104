// How the model's values are written in a cell: words of the tables, joined notes, readings taken together.

import {
  type Comparison,
  comparabilityOf,
  comparabilityWords,
  type Dataset,
  formatDecimal,
  groupDecimal,
  type Observation,
  partName,
  type ReadingStatus,
  readingWords,
  reasonWords,
  textIn,
  type Unit,
  wordFor,
} from "@shihyo/core";
import { type FilledColumn, worded } from "./published-table.ts";

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

/** 可, 参考, 不可, and why; empty for the first year, which has nothing to be compared with. */
export function comparabilityColumns<Row extends { readonly comparison?: Comparison | undefined }>(
  english: string,
): FilledColumn<Row>[] {
  const cell = ({ comparison }: Row) => {
    const comparability = comparison && comparabilityOf(comparison);
    return comparability && comparabilityWords[comparability];
  };
  const reason = ({ comparison }: Row) => comparison?.reason?.ja ?? comparison?.tentative?.ja;
  return [
    worded("比較可否", english, "string", cell, {
      description: {
        ja: "可、参考（どちらかの年度の値に疑いがあり、増減は目安）、不可",
        en: "可 yes; 参考 indicative only, since a value of either year is in doubt or not final; 不可 no",
      },
    }),
    worded("比較不可の理由", "Why not comparable", "string", reason, {
      description: {
        ja: "比較可否が「不可」か「参考」の場合の理由",
        en: "Why, where the years do not compare or the change is indicative only",
      },
    }),
  ];
}

/** A cell of several parts, for people: 「清水小 5回、妻田小 2回」. */
export function partsCell(dataset: Dataset, parts: readonly Observation[], unit: Unit | undefined): string {
  return parts
    .map((part) => {
      const breakdown = dataset.breakdowns.get(part.breakdown ?? "");
      const name = breakdown ? partName(breakdown, "ja") : "";
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
