// The words around cities side by side, for readers of Japanese, English and easy Japanese.

import type { Phrase } from "../figures/phrases.ts";
import type { CommonMatch } from "../model/indicator.ts";
import type { Reader } from "../words/writing.ts";

/** The fixed words around a comparison; `{…}` stands for what is put in there. */
export interface CompareWordsJson {
  /** What stands side by side, and in which order. */
  lead: string;
  none: string;
  /** What the pictures' scale is. */
  scale: string;
  hollow: string;
  /** Where the lines have a gap, and why. */
  gap: string;
  reference: string;
  table: string;
  body: string;
  name: string;
  notes: string;
  beside: string;
  source: string;
  unofficial: string;
  /** Where whoever keeps the atlas said that it is the same. */
  byAtlas: string;
  more: string;
  perThousand: string;
  perThousandAbout: string;
  population: string;
}

const words: Readonly<Record<keyof CompareWordsJson, Phrase>> = {
  lead: {
    ja: "「同じもの」と確かめられ、単位と数え方が同じものだけを、コードの順に並べています。順位ではありません。",
    en: "Only what was found to be the same, in one unit and counted one way, stands here, in the order of the cities' codes. It is no ranking.",
    easy: "同じものだと 確かめた 数字だけを、市の 番号の 順に ならべて います。1番、2番という 順では ありません。",
  },
  none: {
    ja: "同じものとして並べられる団体は、まだありません。",
    en: "No cities can be set side by side yet.",
    easy: "ならべて 見ることが できる 市は、まだ ありません。",
  },
  scale: {
    ja: "すべて同じ目盛りです（{low}から{high}{unit}まで）。",
    en: "All have one scale, from {low} to {high} {unit}.",
    easy: "ぜんぶ 同じ めもりです（{low}から {high}{unit}まで）。",
  },
  hollow: {
    ja: "白い点は、確かでない値です。",
    en: "A hollow dot is a value that is not certain.",
    easy: "白い 点は、たしかでは ない 数字です。",
  },
  gap: {
    ja: "線の切れ目は、値がないか、前の年度と比べられないところです。",
    en: "Where the line breaks there is no value, or it does not compare with the year before.",
    easy: "線が 切れて いる ところは、数字が ないか、前の 年と くらべられません。",
  },
  reference: {
    ja: "破線は参考値です：{name}（{source}）。",
    en: "The dashed line is a reference value: {name} ({source}).",
    easy: "点々の 線は くらべるための 数字です：{name}（{source}）。",
  },
  table: { ja: "年度ごとの値", en: "Values by year", easy: "年ごとの 数字" },
  body: { ja: "団体", en: "Body", easy: "市など" },
  name: { ja: "その団体での名称", en: "What the body calls it", easy: "その市での 名前" },
  notes: {
    ja: "確かでない値と注記",
    en: "What is not certain, and notes",
    easy: "たしかでは ない 数字と メモ",
  },
  beside: {
    ja: "似ているが、並べられないもの",
    en: "Alike, but not to be set beside them",
    easy: "にて いるけれど、ならべられない もの",
  },
  source: { ja: "出典", en: "Sources", easy: "もとの 資料" },
  unofficial: { ja: "非公式", en: "Unofficial", easy: "市の ページでは ありません" },
  byAtlas: {
    ja: "（同じものとしたのは、このアトラスの作成者）",
    en: " (that it is the same was said by the keeper of this atlas)",
    easy: "（同じものだと 決めたのは、このアトラスを つくった 人です）",
  },
  more: {
    ja: "定義と、ほかの団体",
    en: "Its definition, and other bodies",
    easy: "くわしい せつめいと、ほかの 市",
  },
  perThousand: { ja: "人口1,000人当たり", en: "Per 1,000 people", easy: "人口 1,000人あたり" },
  perThousandAbout: {
    ja: "その団体が公開している同じ年度の人口で割りました。人口を公開していない団体と年度は出していません。",
    en: "Divided by the population of the same year that the body itself publishes; bodies and years without one are left out.",
    easy: "その 市が 出して いる 同じ 年の 人口で わりました。人口が わからない 市と 年は ありません。",
  },
  population: { ja: "人口", en: "Population", easy: "人口" },
};

export function compareWords(reader: Reader): CompareWordsJson {
  return Object.fromEntries(Object.entries(words).map(([key, phrase]) => [key, phrase[reader]])) as {
    [Key in keyof CompareWordsJson]: string;
  };
}

const matches: Readonly<Record<Exclude<CommonMatch, "exact">, Phrase>> = {
  close: {
    ja: "ほぼ同じですが、同じではありません",
    en: "nearly the same, but not the same",
    easy: "にて いますが、同じでは ありません",
  },
  broader: {
    ja: "これより広い範囲を数えています",
    en: "it counts more than this",
    easy: "これより 広く かぞえて います",
  },
  narrower: {
    ja: "これの一部だけを数えています",
    en: "it counts a part of this only",
    easy: "これの 一部だけを かぞえて います",
  },
};

export function matchText(match: Exclude<CommonMatch, "exact">): Phrase {
  return matches[match];
}

/** That the unit is another; `unit` is empty where there is none. */
export function otherUnitText(unit: string): Phrase {
  return unit === ""
    ? { ja: "単位がありません", en: "it has no unit", easy: "単位が ありません" }
    : { ja: `単位が${unit}`, en: `its unit is ${unitText(unit).en}`, easy: `単位が ${unit}です` };
}

/** `basis` is 年度・累計, as the tables have it. */
export function otherBasisText(period: string, aggregation: string): Phrase {
  return {
    ja: `数え方が違います（${period}・${aggregation}）`,
    en: `it is counted another way (${bases[period] ?? period}, ${bases[aggregation] ?? aggregation})`,
    easy: `かぞえかたが ちがいます（${period}・${aggregation}）`,
  };
}

const bases: Readonly<Record<string, string>> = {
  年度: "fiscal year",
  暦年: "calendar year",
  単年度: "within the year",
  累計: "since it began",
  時点: "at a point of time",
};

export const notComparedText: Phrase = {
  ja: "前の年度と比べられません",
  en: "does not compare with the year before",
  easy: "前の 年と くらべられません",
};

export const tentativeText: Phrase = {
  ja: "前の年度との差は参考",
  en: "the change from the year before is indicative only",
  easy: "前の 年との ちがいは めやすです",
};

const units: Readonly<Record<string, string>> = {
  人: "persons",
  件: "cases",
  冊: "books",
  年: "years",
  か所: "places",
  箇所: "places",
  戸: "dwellings",
  経営体: "farms",
  回: "times",
  円: "yen",
  万円: "ten thousand yen",
  千円: "thousand yen",
  世帯: "households",
  団体: "bodies",
};

/** A unit's name; what has no English word of ours stays as it is printed. */
export function unitText(unit: string): Phrase {
  return { ja: unit, en: units[unit] ?? unit, easy: unit };
}

/** 2024年度, FY2024; a calendar year is no fiscal one. */
export function yearText(year: number, isCalendar: boolean): Phrase {
  return isCalendar
    ? { ja: `${year}年`, en: `${year}`, easy: `${year}年` }
    : { ja: `${year}年度`, en: `FY${year}`, easy: `${year}年度` };
}

/** One city's newest value for ears, with all doubt in the same breath; without the name where that stands before it. */
export function spokenText(
  name: Phrase | undefined,
  year: Phrase,
  value: Phrase,
  doubt: Phrase | undefined,
): Phrase {
  return {
    ja: `${name ? `${name.ja}は` : ""}${year.ja}に${value.ja}${doubt ? `（${doubt.ja}）` : ""}`,
    en: `${name ? `${name.en}, ` : ""}${year.en}: ${value.en}${doubt ? ` (${doubt.en})` : ""}`,
    easy: `${name ? `${name.easy}は ` : ""}${year.easy}に ${value.easy}${doubt ? `（${doubt.easy}）` : ""}`,
  };
}
