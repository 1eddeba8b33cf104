// Words typed in kana, or as people say them, find what the report writes in kanji.

import { expect, test } from "vitest";
import { everydayWords } from "../../packages/publisher/src/site/search/everyday.ts";
import { searchable } from "../../packages/publisher/src/site/search/searchable.ts";

const found = (text: string, typed: string) =>
  [text, ...everydayWords(text)].some((one) => searchable(one).includes(searchable(typed)));

test.each([
  ["あつぎ鮎まつり 来場者数", "あゆまつり"],
  ["交通事故発生件数", "こうつうじこ"],
  ["交通事故発生件数", "じこ"],
  ["高齢者スイミング教室", "お年寄り"],
  ["保育所等利用待機児童数", "たいきじどう"],
  ["家庭系廃棄物の量", "ゴミ"],
  ["リサイクルした量", "ごみ"],
  ["あつぎ鮎まつり 来場者数", "祭り"],
  ["小中学校の教員の数", "せんせい"],
  ["木造住宅耐震診断の件数", "じしん"],
  ["就労支援の利用者数", "しごと"],
  ["外国籍市民交流委員会", "がいこくじん"],
  ["妊産婦の健康診査", "あかちゃん"],
  ["老人クラブの会員数", "おじいさん"],
  ["防犯カメラの台数", "どろぼう"],
  ["地場農産物の直売", "やさい"],
])("%s is found by %s", (text, typed) => {
  expect(found(text, typed)).toBe(true);
});

test("what has no such word gains nothing", () => {
  expect(everydayWords("SDGs")).toEqual([]);
});
