// What is written for each reader: the words files have one shape, and the elements write with the same marks.

import {
  bracketed,
  type CardPhrases,
  cards,
  langOf,
  listMarks,
  marks,
  readerFolder,
  readers,
  textFor,
} from "@shihyo/core";
import { expect, test } from "vitest";
import * as draft from "../../packages/core/src/words/drafts/zh.ts";
import * as elements from "../../packages/widgets/src/shared/words.ts";

test.each(readers)("the elements write for %s with the marks that core's words file has", (reader) => {
  const { tag, colon, comma, foreign, hasReadings = false } = marks[reader];
  expect(elements.languageTags[reader]).toBe(tag);
  expect(elements.colon(reader)).toBe(colon);
  expect(elements.comma(reader)).toBe(comma);
  expect(elements.bracketed("3", reader)).toBe(bracketed("3", reader));
  expect(elements.isWestern(reader)).toBe(foreign !== "");
  expect(elements.hasReadings(reader)).toBe(hasReadings);
  expect(elements.isFirst(reader)).toBe(readerFolder(reader) === "");
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

/** Every word of an object by its path: `reasons.pending`. */
const wordsOf = (object: object, path = ""): [string, string][] =>
  Object.entries(object).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[path + name, value] as [string, string]]
      : wordsOf(value, `${path}${name}.`),
  );

test.each([...readers.map((reader) => [reader, cards[reader]] as const), ["zh", draft.cards] as const])(
  "the words of cards in %s are those of the shape, none of them empty, with what is put in",
  (_, own) => {
    const [first, these] = [wordsOf(cards.ja), new Map(wordsOf(own))];
    expect([...these.keys()]).toEqual(first.map(([path]) => path));
    for (const [path, japanese] of first) {
      const words = these.get(path) ?? "";
      expect(words.trim(), path).not.toBe("");
      const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
      expect(holes(words), path).toEqual(holes(japanese));
    }
  },
);

test("the draft in Chinese is published to nobody", () => {
  expect(readers).not.toContain("zh");
  expect(Object.values(marks).map(({ tag }) => tag)).not.toContain(draft.marks.tag);
  expect(Object.keys(draft.listMarks).toSorted()).toEqual(Object.keys(listMarks.ja).toSorted());
});

test("a draft that lacks a word, or has one too many, does not compile", () => {
  const { lost: _, ...without } = draft.cards;
  // @ts-expect-error A word is missing.
  const lacking: CardPhrases = without;
  // @ts-expect-error A word that no card has.
  const more: CardPhrases = { ...draft.cards, farewell: "再见" };
  expect([lacking, more]).toHaveLength(2);
});
