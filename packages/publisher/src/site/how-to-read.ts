// How to read the numbers: what 年度, 累計, 比較できません and 要確認 mean, for each reader.

import type { Phrase } from "@shihyo/core";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

export function howToRead(view: View): Html {
  return html`<dl class="facts">${terms.map(({ term, meaning }) => html`<dt>${view.say(term)}</dt><dd>${view.say(meaning)}</dd>`)}</dl>`;
}

const terms: readonly { readonly term: Phrase; readonly meaning: Phrase }[] = [
  {
    term: { ja: "年度", en: "Fiscal year", easy: "年度（ねんど）" },
    meaning: {
      ja: "4月から次の年の3月までの1年です。令和6年度は2024年4月1日から2025年3月31日まで。1月から12月までで数える指標は「年」と書きます（暦年）。",
      en: "April to March: FY2024 (Reiwa 6) is 1 April 2024 to 31 March 2025. What is counted from January to December is written without “FY”.",
      easy: "4月から つぎの 年の 3月までの 1年です。令和6年度は 2024年4月1日から 2025年3月31日までです。",
    },
  },
  {
    term: { ja: "累計", en: "Cumulative", easy: "累計（るいけい）" },
    meaning: {
      ja: "始めた年からの合計です。減らないのがふつうで、1年に増えた分は前年度との差で見ます。",
      en: "A total since the count began. It does not normally fall; what one year added is the difference from the year before.",
      easy: "はじめた 年から ぜんぶ たした 数です。",
    },
  },
  {
    term: { ja: "比較できません", en: "Not comparable", easy: "くらべられません" },
    meaning: {
      ja: "数え方が変わった、数値ではない、どちらかの年度に値がない、のいずれかです。理由は指標のページにあります。",
      en: "The way of counting changed, it is not a number, or one of the years has no value. The indicator's page says which.",
      easy: "かぞえ方が かわったか、数字が ない ときです。わけは それぞれの ページに あります。",
    },
  },
  {
    term: { ja: "値なし", en: "No value", easy: "数字は ありません" },
    meaning: {
      ja: "ゼロではありません。該当なし・未実施・集計中・秘匿などの理由を（ ）に書きます。",
      en: "This is not zero. The reason stands in brackets: not applicable, not carried out, not yet counted, withheld.",
      easy: "0では ありません。わけを（ ）に 書きます。",
    },
  },
  {
    term: {
      ja: "復元・要確認",
      en: "Restored, in doubt",
      easy: "「直して あります」「これから 確かめます」",
    },
    meaning: {
      ja: "報告書の文字がくずれていたところです。「復元」は前後から組み立て直したもの、「要確認」はまだ疑いが残るものです。「…」は読めなかった文字です。",
      en: "Where the report's text was scrambled: “restored” was put together again from what stands around it, “in doubt” still needs checking, and “…” marks letters that could not be read.",
      easy: "もとの 資料の 字が よく 読めなかった ところです。まわりの 字から わかった ものは「直して あります」、まだ わからない ものは「これから 確かめます」と 書いて あります。「…」は 読めなかった 字です。",
    },
  },
  {
    term: { ja: "再掲", en: "Listed again", easy: "もう いちど" },
    meaning: {
      ja: "同じ指標が、別の取組のところにも印刷されているものです。値は一つです。",
      en: "The same indicator, printed under another initiative as well. It has one set of values.",
      easy: "おなじ 数字が、ほかの ところにも 書いて あります。",
    },
  },
  {
    term: { ja: "仮訳", en: "Translations", easy: "英語" },
    meaning: {
      ja: "英語の名称は、市が示したものでないかぎり、発行者による仮の訳です。",
      en: "English names are the publisher's own translations unless the city gave them.",
      easy: "英語の なまえは、この ページを つくった 人が 訳しました。",
    },
  },
];
