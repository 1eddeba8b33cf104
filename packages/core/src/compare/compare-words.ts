// The words around cities side by side, for readers of Japanese, English and easy Japanese.

import type { Phrase } from "../figures/phrases.ts";
import type { CommonMatch } from "../model/indicator.ts";
import { sideBySide } from "../words/readers.ts";
import type { Reader } from "../words/writing.ts";
import type { CompareWordsJson } from "./compare-words-json.ts";

/** The fixed words for one reader. */
export function compareWords(reader: Reader): CompareWordsJson {
  return sideBySide[reader];
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
