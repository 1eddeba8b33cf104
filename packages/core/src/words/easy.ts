// What is written in easy Japanese (やさしい日本語): short words, kana, a space between them.

import type { Language } from "../model/text.ts";
import * as ja from "./ja.ts";
import type { Marks, NumberWords, Writing } from "./writing.ts";

/** Which text of the city's tables is read. */
export const language: Language = "ja";

export const marks: Marks = { ...ja.marks, tag: "ja-x-easy", hasReadings: true };

export const listMarks = ja.listMarks;

export const writing: Writing = {
  name: "やさしい日本語",
  locale: "ja_JP",
  isMain: false,
  suffix: ".easy",
  hasPictures: false,
  stop: "。",
  gap: " ",
  beside: "　",
  apart: "　",
  dot: "・",
  within: "・",
  bar: "｜",
  dash: "－",
  questionMark: "？",
  quotes: ["「", "」"],
  unitSpace: "",
  numberSpace: "",
  singular: undefined,
};

export const numberWords: NumberWords = {
  largeNumber: ja.largeNumber,
  isLargeNumberExact: true,
  perThousand: (number) => `1000の うち ${number}`,
  points: undefined,
  hasUnitInShort: true,
};

export const dateWords = ja.dateWords;
