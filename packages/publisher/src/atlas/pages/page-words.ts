// The words on the pages of an atlas, in Japanese and English.

import { type Language, textFor } from "@shihyo/core";

type Said = Readonly<Record<Language, string>>;

/** The languages that an atlas has pages in. */
export type PageReader = Language;

export const atlasWords = {
  atlas: { ja: "指標アトラス", en: "Atlas of indicators" },
  skip: { ja: "本文へ", en: "Skip to the main text" },
  footer: {
    ja: "数字は、各団体が公開したデータを集めたものです。出典と利用条件は団体ごとに示しています。順位は付けていません。",
    en: "The numbers were gathered from what each body publishes; source and licence stand with each. Nothing is ranked.",
  },
  elsewhere: { ja: "ほかの市では", en: "And elsewhere?" },
  gathered: {
    ja: "{cities}の団体の、{indicators}の指標を集めています。",
    en: "{indicators} indicators of {cities} bodies.",
  },
  search: { ja: "指標を探す", en: "Find an indicator" },
  word: { ja: "ことば", en: "Word (in Japanese)" },
  noScript: {
    ja: "検索にはスクリプトが要ります。団体のページに、すべての指標があります。",
    en: "The search needs a script. Each body's page has all its indicators.",
  },
  commons: { ja: "共通の指標", en: "Common indicators" },
  noCommons: {
    ja: "共通の指標に結び付けられた指標は、まだありません（shihyo align）。",
    en: "No indicator is aligned to a common one yet (shihyo align).",
  },
  bodies: { ja: "{n}団体", en: "{n} bodies" },
  oneBody: { ja: "1団体", en: "1 body" },
  cities: { ja: "団体", en: "Bodies" },
  code: { ja: "コード", en: "Code" },
  data: { ja: "データ", en: "Data" },
  version: { ja: "版", en: "Version" },
  indicators: { ja: "指標", en: "Indicators" },
  values: { ja: "値", en: "Values" },
  licence: { ja: "利用条件", en: "Licence" },
  stars: { ja: "オープンデータの段階", en: "Stars of open data" },
  starsOf: { ja: "5つのうち{n}", en: "{n} of 5" },
  starsAbout: {
    ja: "段階（五つ星）は、団体の目録に書かれていることから数えています。ファイルまで調べるのは shihyo stars です。",
    en: "The stars are counted from what each catalogue says of itself; shihyo stars looks into the files.",
  },
  kept: { ja: "前に集めたもの", en: "gathered before" },
  unofficial: { ja: "非公式", en: "Unofficial" },
  allValues: { ja: "すべての値（Parquet）", en: "All values (Parquet)" },
  allIndicators: { ja: "すべての指標（CSV）", en: "All indicators (CSV)" },
  allCities: { ja: "団体（CSV）", en: "Bodies (CSV)" },
  scheme: { ja: "共通の指標と結び付け（SKOS）", en: "Common indicators and alignments (SKOS)" },
  schemeJson: { ja: "共通の指標と結び付け（JSON-LD）", en: "Common indicators and alignments (JSON-LD)" },
  everyCommon: { ja: "共通の指標のすべて", en: "All common indicators" },
  schemeAbout: {
    ja: "多くの計画に共通する指標です。定義はこのプロジェクトの言葉で、市の指標は市（またはアトラスの作成者）が結び付けたものだけを並べます。",
    en: "What many plans count. The definitions are in this project's own words; a city's indicator stands there only if the city (or whoever keeps the atlas) has aligned it.",
  },
  catalogue: { ja: "目録（DCAT）", en: "Catalogue (DCAT)" },
  unit: { ja: "単位：", en: "Unit: " },
  noUnit: { ja: "なし", en: "none" },
  more: { ja: "多いほど良いとされるもの。", en: "More is held to be better." },
  less: { ja: "少ないほど良いとされるもの。", en: "Less is held to be better." },
  pictures: { ja: "団体ごとの推移", en: "Body by body" },
  course: { ja: "{name}の推移", en: "{name} over the years" },
  inOrder: { ja: "コードの順です。", en: "In the order of codes." },
  nationally: { ja: "参考値", en: "Reference values" },
  oneFile: { ja: "この指標のデータ（JSON）", en: "The data of this page (JSON)" },
  embed: {
    ja: "市のページに置くには：",
    en: "To show this on a page: ",
  },
  similar: { ja: "似た団体だけを見る", en: "Similar bodies only" },
  like: { ja: "次の団体と、種類と人口の段階が同じもの", en: "Of the same kind and size as" },
  everyone: { ja: "すべての団体", en: "All bodies" },
  shownOf: { ja: "{n}団体を表示しています。", en: "{n} bodies are shown." },
  sizeAbout: {
    ja: "人口は、その団体が公開しているものです（1万、5万、10万、20万、50万人で区切ります）。公開していない団体は、同じく公開していない団体とだけ比べます。",
    en: "The population is what each body publishes, in steps of 10, 50, 100, 200 and 500 thousand people; bodies that publish none are held against one another alone.",
  },
  among: { ja: "ほかの市にもある指標", en: "What other bodies count, too" },
  every: { ja: "すべての指標（{n}）", en: "All indicators ({n})" },
  indicator: { ja: "指標", en: "Indicator" },
  newest: { ja: "新しい値", en: "Newest value" },
  common: { ja: "共通の指標", en: "Common indicator" },
  source: { ja: "出典：", en: "Source: " },
  hits: { ja: "{n}件", en: "{n} found" },
  hitsFirst: { ja: "{n}件（初めの{most}件）", en: "{n} found (the first {most})" },
  nobody: { ja: "まだありません", en: "nobody yet" },
  year: { ja: "{year}年度", en: "{year}" },
  language: { ja: "言語", en: "Language" },
} as const satisfies Readonly<Record<string, Said>>;

export function atlasPhrase(
  reader: PageReader,
  key: keyof typeof atlasWords,
  put: Readonly<Record<string, string | number>> = {},
): string {
  return atlasWords[key][reader].replace(/\{(\w+)\}/g, (whole, name: string) => `${put[name] ?? whole}`);
}

/** How closely, in the words of the tables. */
export function matchWord(reader: PageReader, match: string): string {
  return textFor({ ja: match, en: englishMatches[match] }, reader);
}

const englishMatches: Readonly<Record<string, string>> = {
  完全: "exact",
  近い: "close",
  広い: "broader",
  狭い: "narrower",
};
