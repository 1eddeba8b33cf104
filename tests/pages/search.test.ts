// Search finds a name however it is typed.

import fc from "fast-check";
import { expect, test } from "vitest";
import { hasWord, searchable, searchWords } from "../../packages/publisher/src/site/search/searchable.ts";

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

test("a polite word before another is not asked for, and a word that begins with it is", () => {
  const found = (text: string, typed: string) => hasWord(searchable(text), searchable(typed));
  expect(found("あつぎ鮎まつり来場者数 あゆまつり", "おまつり")).toBe(true);
  expect(found("市民相談の件数 しみんそうだん", "ご相談")).toBe(true);
  expect(found("商店の数", "お店")).toBe(true);
  expect(found("温泉の利用者", "おんせん")).toBe(false);
  expect(found("温泉の利用者 おんせん", "おんせん")).toBe(true);
  // A single kana is in nearly every name.
  expect(found("市の花", "おの")).toBe(false);
});
