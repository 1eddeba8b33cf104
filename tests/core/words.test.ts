// What is written for each reader: the words files have one shape, and the elements write with the same marks.

import { bracketed, folderFor, langOf, marks, readers, textFor } from "@shihyo/core";
import { expect, test } from "vitest";
import * as elements from "../../packages/widgets/src/shared/words.ts";

test.each(readers)("the elements write for %s with the marks that core's words file has", (reader) => {
  const { tag, colon, comma, foreign, hasReadings = false } = marks[reader];
  expect(elements.languageTags[reader]).toBe(tag);
  expect(elements.colon(reader)).toBe(colon);
  expect(elements.comma(reader)).toBe(comma);
  expect(elements.bracketed("3", reader)).toBe(bracketed("3", reader));
  expect(elements.isWestern(reader)).toBe(foreign !== "");
  expect(elements.hasReadings(reader)).toBe(hasReadings);
  expect(elements.isFirst(reader)).toBe(folderFor(reader) === "");
  expect(elements.readerFor(tag)).toBe(reader);
  for (const text of [{ ja: "市" }, { ja: "市", en: "City" }])
    expect(elements.textFor(text, reader)).toBe(textFor(text, reader));
});

test("a text that a reader's language lacks is given in Japanese", () => {
  expect(readers.map((reader) => textFor({ ja: "市", en: "City" }, reader))).toEqual(["市", "City", "市"]);
  expect(readers.map((reader) => textFor({ ja: "市" }, reader))).toEqual(["市", "市", "市"]);
});

test("the language of the first pages is not named, the others' is", () => {
  expect(readers.map(langOf)).toEqual([undefined, "en", "ja-x-easy"]);
});
