// How to read the numbers: what 年度, 累計, 比較できません and 要確認 mean, for each reader.

import type { Phrase } from "@shihyo/core";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

export function howToRead(view: View): Html {
  return html`<dl class="facts">${terms.filter(({ key }) => !onPages.has(key)).map(({ term, meaning }) => html`<dt>${view.say(term)}</dt><dd>${view.say(meaning)}</dd>`)}</dl>`;
}

/** What is told on the pages that have it, and not on the first. */
const onPages: ReadonlySet<Explained> = new Set(["activity", "outcome", "reached", "indicative"]);

/** What a page explains where it is needed. */
export type Explained =
  | "year"
  | "cumulative"
  | "notComparable"
  | "noValue"
  | "doubt"
  | "indicative"
  | "again"
  | "change"
  | "activity"
  | "outcome"
  | "reached"
  | "translation";

/** The meaning of what stands on this very page, a paragraph each; open on paper. */
export function explained(view: View, keys: ReadonlySet<Explained>): Html | "" {
  const used = terms.filter(({ key }) => keys.has(key));
  if (used.length === 0) return "";
  return html`<details class="plain explained"><summary>${view.say(title)}</summary><dl class="facts">${used.map(({ term, meaning }) => html`<dt>${view.say(term)}</dt><dd>${view.say(meaning)}</dd>`)}</dl></details>`;
}

const title: Phrase = {
  ja: "この数字と記号の読み方",
  en: "How to read these numbers and marks",
  easy: "数字と しるしの 読み方",
};

const terms: readonly { readonly key: Explained; readonly term: Phrase; readonly meaning: Phrase }[] = [
  {
    key: "year",
    term: { ja: "年度", en: "Fiscal year", easy: "年度（ねんど）" },
    meaning: {
      ja: "4月から次の年の3月までの1年です。令和6年度は2024年4月1日から2025年3月31日まで。1月から12月までで数える指標は「年」と書きます（暦年）。",
      en: "April to March: FY2024 (Reiwa 6) is 1 April 2024 to 31 March 2025. What is counted from January to December is written without “FY”.",
      easy: "4月から つぎの 年の 3月までの 1年です。令和6年度は 2024年4月1日から 2025年3月31日までです。",
    },
  },
  {
    key: "cumulative",
    term: { ja: "累計", en: "Cumulative", easy: "るいけい" },
    meaning: {
      ja: "始めた年からの合計です。減らないのがふつうで、1年に増えた分は前年度との差で見ます。",
      en: "A total since the count began. It does not normally fall; what one year added is the difference from the year before.",
      easy: "はじめた 年から ぜんぶ たした 数です。",
    },
  },
  {
    key: "notComparable",
    term: { ja: "比較できません", en: "Not comparable", easy: "くらべられません" },
    meaning: {
      ja: "数え方が変わった、数値ではない、どちらかの年度に値がない、のいずれかです。理由は指標のページにあります。",
      en: "The way of counting changed, it is not a number, or one of the years has no value. The indicator's page says which.",
      easy: "かぞえ方が かわったか、数字が ない ときです。わけは それぞれの ページに あります。",
    },
  },
  {
    key: "noValue",
    term: { ja: "値なし", en: "No value", easy: "数字は ありません" },
    meaning: {
      ja: "ゼロではありません。該当なし・未実施・集計中・秘匿などの理由を（ ）に書きます。",
      en: "This is not zero. The reason stands in brackets: not applicable, not carried out, not yet counted, withheld.",
      easy: "0では ありません。わけを（ ）に 書きます。",
    },
  },
  {
    key: "doubt",
    term: {
      ja: "復元・要確認",
      en: "Restored, in doubt",
      easy: "「直して あります」「これから たしかめます」",
    },
    meaning: {
      ja: "報告書の文字がくずれていたところです。「復元」は前後から組み立て直したもの、「要確認」はまだ疑いが残るものです。「…」は読めなかった文字です。",
      en: "Where the report's text was scrambled: “restored” was put together again from what stands around it, “in doubt” still needs checking, and “…” marks letters that could not be read.",
      easy: "もとの しりょうの 字が よく 読めなかった ところです。まわりの 字から わかった ものは、「直して あります」と 書いて あります。まだ わからない ものは、「これから たしかめます」と 書いて あります。「…」は 読めなかった 字です。",
    },
  },
  {
    key: "change",
    term: { ja: "前年度からの増減（↑ ↓ →）", en: "Change (↑ ↓ →)", easy: "前の 年から（↑ ↓ →）" },
    meaning: {
      ja: "前の年度の値との差です。矢印は数が増えたか減ったかだけを表し、良し悪しではありません。割合（%）の差はポイントで書きます。",
      en: "The difference from the year before. An arrow says that the number rose or fell, not that this is good or bad. Differences of shares are in percentage points.",
      easy: "前の 年の 数字との ちがいです。↑は ふえた、↓は へった、→は おなじです。よい わるいでは ありません。",
    },
  },
  {
    key: "indicative",
    term: { ja: "参考", en: "Indicative", easy: "めやす" },
    meaning: {
      ja: "どちらかの年度の値に疑いがあるため、増減はおよその目安です。",
      en: "A value of either year is in doubt, so the change is no more than a hint.",
      easy: "どちらかの 年の 数字が たしかでは ないので、だいたいの めやすです。",
    },
  },
  {
    key: "activity",
    term: { ja: "活動の指標", en: "Indicator of activity", easy: "した ことの 数字" },
    meaning: {
      ja: "行ったことの量（開いた回数、配った数など）です。それで暮らしがどう変わったかは、成果の指標で見ます。",
      en: "How much was done (meetings held, leaflets given out). What changed because of it is told by indicators of outcome.",
      easy: "どれだけ したかの 数字です（何回 したか、いくつ くばったかなど）。",
    },
  },
  {
    key: "outcome",
    term: { ja: "成果の指標", en: "Indicator of outcome", easy: "よく なったかの 数字" },
    meaning: {
      ja: "行ったことの結果、まちや暮らしがどうなったかです。ほかの事情（天気、景気など）でも動きます。",
      en: "What became of the place and its life. It also moves for other reasons than what was done (weather, the economy).",
      easy: "まちや くらしが どう なったかの 数字です。天気などでも かわります。",
    },
  },
  {
    key: "reached",
    term: { ja: "目標・基準", en: "Target, baseline", easy: "もくひょう・はじめの 数字" },
    meaning: {
      ja: "基準は計画を始めたときの値、目標は計画で決めた値です。評価と達成率は、報告書に印刷されたとおりで、計算し直していません。",
      en: "The baseline is where the plan began, the target what it set itself. Grades and rates of achievement are as the report prints them, never worked out anew.",
      easy: "はじめの 数字は、計画を はじめた ときの 数字です。もくひょうは、めあての 数字です。点は、もとの しりょうの とおりです。",
    },
  },
  {
    key: "again",
    term: { ja: "再掲", en: "Listed again", easy: "もう いちど" },
    meaning: {
      ja: "同じ指標が、別のところにも印刷されているものです。値は一つです。",
      en: "The same indicator, printed in another place as well. It has one set of values.",
      easy: "おなじ 数字が、ほかの ところにも 書いて あります。",
    },
  },
  {
    key: "translation",
    term: { ja: "仮訳", en: "Translations", easy: "えい語" },
    meaning: {
      ja: "英語の名称は、{body}が示したものでないかぎり、発行者による仮の訳です。",
      en: "English names are the publisher's own translations unless the {body} gave them.",
      easy: "えい語の なまえは、この ページを つくった 人が つけました。",
    },
  },
];
