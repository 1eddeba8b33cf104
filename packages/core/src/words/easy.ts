// What is written in easy Japanese (やさしい日本語): short words, kana, a space between them.

import type { CompareWordsJson } from "../compare/compare-words-json.ts";
import type { Language } from "../model/text.ts";
import type { CardPhrases } from "./card-phrases.ts";
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

export const cards: CardPhrases = {
  reasons: {
    notApplicable: "あてはまりません",
    notCarriedOut: "しませんでした",
    pending: "いま かぞえています",
    confidential: "人の ひみつを まもるため、出しません",
    notSurveyed: "しらべない 年",
    unknown: "わけは わかりません",
  },
  assessments: {
    better: "よい かわりかたです",
    worse: "わるい かわりかたです",
    steady: "おなじです",
  },
  nameReadings: {
    restored: "名前は 直して あります",
    doubtful: "名前は これから たしかめます",
  },
  valueReadings: {
    restored: "数字は 直して あります",
    doubtful: "数字は これから たしかめます",
  },
  readingMarks: {
    restored: "直して あります",
    doubtful: "これから たしかめます",
  },
  lost: "名前の ぶぶんは 読めません",
  states: {
    provisional: "まだ かわるかもしれない 数字です",
    estimated: "だいたいの 数字です",
    expected: "これからの 見こみの 数字です",
    partial: "年の とちゅうの 数字です",
  },
  fixed: {
    unofficial: "役所が 出した ものでは ありません",
    source: "もとの しりょう",
    page: "{page}ページ",
    details: "くわしく",
    table: "年ごとの 数字",
    year: "年",
    value: "数字",
    change: "前の 年との ちがい",
    breakdown: "なかみ",
    whole: "ぜんぶ",
    note: "メモ",
    none: "数字は ありません",
    target: "もくひょう",
    baseline: "はじめの 数字",
    cut: "たての 目もりは 0から はじまりません",
    gap: "数字が ない 年",
    bridge: "点の 線：しらべない 年が あいだに あります",
    hollow: "白い 点：たしかでは ない 数字",
    break: "{before}と {after}は くらべることが できません：{reason}",
  },
  noChart: {
    oneYear: "数字が 1つの 年しか ないので、グラフは ありません。",
    partsAlone: "わけた 数字しか なくて、ぜんぶの 数字が ないので、グラフは ありません。",
    noNumber: "数字が ないので、グラフは ありません。",
  },
  ofWhich: "その中で ",
  qualifiers: {
    about: "だいたい",
    repeated: "のべ（同じ人も 何回も かぞえます）",
    cumulative: "はじめから ぜんぶで",
    ofWhich: "その中で",
  },
  unreadable: "読み取れない内容",
  activities: {
    title: "した こと",
    what: "した こと",
    value: "数字",
    unit: "たんい",
    when: "いつ",
    page: "ページ",
    note: "メモ：",
    none: "した ことの しるした ものは ありません",
    restored: "直して あります",
    doubtful: "これから たしかめます",
  },
};

/** Around cities side by side. */
export const sideBySide: CompareWordsJson = {
  lead: "同じものだと 確かめた 数字だけを、市の 番号の 順に ならべて います。1番、2番という 順では ありません。",
  none: "ならべて 見ることが できる 市は、まだ ありません。",
  scale: "ぜんぶ 同じ めもりです（{low}から {high}{unit}まで）。",
  hollow: "白い 点は、たしかでは ない 数字です。",
  gap: "線が 切れて いる ところは、数字が ないか、前の 年と くらべられません。",
  reference: "点々の 線は くらべるための 数字です：{name}（{source}）。",
  table: "年ごとの 数字",
  body: "市など",
  name: "その市での 名前",
  notes: "たしかでは ない 数字と メモ",
  beside: "にて いるけれど、ならべられない もの",
  source: "もとの 資料",
  unofficial: "市の ページでは ありません",
  byAtlas: "（同じものだと 決めたのは、このアトラスを つくった 人です）",
  more: "くわしい せつめいと、ほかの 市",
  perThousand: "人口 1,000人あたり",
  perThousandAbout:
    "その 市が 出して いる 同じ 年の 人口で わりました。人口が わからない 市と 年は ありません。",
  population: "人口",
};
