// Search finds a name however it is typed.

import fc from "fast-check";
import { expect, test } from "vitest";
import { searchable, searchWords } from "../../packages/publisher/src/site/search/searchable.ts";

test("hiragana and katakana, full and half width, small and capital letters are one", () => {
  expect(searchable("ｱﾂｷﾞ")).toBe(searchable("あつぎ"));
  expect(searchable("ＤＸ推進")).toBe(searchable("dx推進"));
  expect(searchable("Ｗｉ－Ｆｉ")).toBe(searchable("wifi"));
  expect(searchable("まち・ひと・しごと")).toBe(searchable("まちひとしごと"));
});

test("words are parted by spaces of any width, and each is looked for", () => {
  expect(searchWords(" 防災　訓練、参加 ")).toEqual(["防災", "訓練", "参加"]);
  expect(searchWords(" 　・ ")).toEqual([]);
});

test("what is ready for search stays as it is, and any text can be made ready", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const ready = searchable(text);
      expect(searchable(ready).length).toBeLessThanOrEqual(ready.length);
      for (const word of searchWords(text)) expect(word).toBe(searchable(word));
    }),
  );
});
