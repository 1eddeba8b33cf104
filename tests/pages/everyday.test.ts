// Words typed in kana, or as people say them, find what the report writes in kanji.

import { expect, test } from "vitest";
import { everydayWords } from "../../packages/publisher/src/site/search/everyday.ts";
import { hasWord, searchable } from "../../packages/publisher/src/site/search/searchable.ts";

const found = (text: string, typed: string) =>
  hasWord([text, ...everydayWords(text)].map(searchable).join(" "), searchable(typed));

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
  ["あつぎ鮎まつり 来場者数", "鮎祭り"],
  ["あつぎ鮎まつり 来場者数", "あゆ祭り"],
  ["天然アユ遡上数", "さかな"],
  ["高齢者スイミング教室", "プール"],
  ["高齢者スイミング教室", "おじいちゃん"],
  ["子ども医療費助成件数", "おいしゃさん"],
  ["子ども医療費助成件数", "こども"],
  ["学習支援の参加者数", "べんきょう"],
  ["観光客数", "りょこう"],
  ["火災件数", "かじ"],
  ["障がい者の就労", "障害者"],
  ["空家の解体", "空き家"],
  ["まちづくり交流会", "街作り"],
  ["Swimming classes for older persons", "elderly"],
  ["Swimming classes for older persons", "pool"],
  ["Bicycle accidents (calendar year)", "bike"],
  ["Bicycle accidents (calendar year)", "accident"],
  ["Volunteer fire corps: members", "corps"],
  ["Amount of waste", "garbage"],
  ["Community buses: passengers", "bus"],
  ["Repair of the facility", "facilities"],
])("%s is found by %s", (text, typed) => {
  expect(found(text, typed)).toBe(true);
});

test.each([
  ["Business location incentives", "bus"],
  ["Restraint at work", "train"],
  ["Fees waived", "wave"],
])("%s is not found by %s", (text, typed) => {
  expect(found(text, typed)).toBe(false);
});

test("what has no such word gains nothing", () => {
  expect(everydayWords("SDGs")).toEqual([]);
});
