// What is written in easy Japanese (やさしい日本語): short words, kana, a space between them.

import * as ja from "./ja.ts";
import type { Marks, NumberWords, Writing } from "./writing.ts";

export const marks: Marks = { ...ja.marks, tag: "ja-x-easy", folder: "easy/", hasReadings: true };

export const { listMarks, dateWords } = ja;

export const writing: Writing = {
  ...ja.writing,
  name: "やさしい日本語",
  isMain: false,
  suffix: ".easy",
  hasPictures: false,
  gap: " ",
};

export const numberWords: NumberWords = {
  ...ja.numberWords,
  perThousand: (number) => `1000の うち ${number}`,
};
