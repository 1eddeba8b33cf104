// What is written in easy Japanese (やさしい日本語): short words, kana, a space between them.

import * as ja from "./ja.ts";
import type { Marks, NumberWords, Writing } from "./writing.ts";

export const marks: Marks = {
  tag: "ja-x-easy",
  language: "ja",
  folder: "easy/",
  open: "（",
  close: "）",
  colon: "：",
  comma: "、",
  semicolon: "。",
  foreign: "",
  hasReadings: true,
};

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
