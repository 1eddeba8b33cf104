// What is written for readers of Japanese.

import type { CompareWordsJson } from "../compare/compare-words-json.ts";
import { groupDecimal } from "../model/decimal.ts";
import { formatJapaneseYear } from "../model/fiscal-year.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/text.ts";
import type { CardPhrases } from "./card-phrases.ts";
import { type DateParts, dateParts, isMonths } from "./dates.ts";
import type {
  DateWords,
  LargeNumber,
  ListMarks,
  Marks,
  NumberWords,
  PlaceWords,
  Writing,
} from "./writing.ts";

/** Which text of the city's tables is read. */
export const language: Language = "ja";

export const marks: Marks = {
  tag: "ja",
  open: "（",
  close: "）",
  colon: "：",
  comma: "、",
  foreign: "",
};

export const listMarks: ListMarks = { inJapanese: "", semicolon: "。", clause: "、", entry: "；" };

export const writing: Writing = {
  name: "日本語",
  locale: "ja_JP",
  isMain: true,
  suffix: "",
  hasPictures: true,
  stop: "。",
  gap: "",
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
  largeNumber,
  isLargeNumberExact: true,
  perThousand: (number) => `1,000あたり${number}`,
  hasUnitInShort: true,
  points: undefined,
};

export const dateWords: DateWords = {
  year: formatJapaneseYear,
  yearInFull: (year, calendar = false) =>
    `${formatJapaneseYear(year, calendar)}（${year}${calendar ? "年" : "年度"}）`,
  yearInBoth: (year, calendar) => `${formatJapaneseYear(year, calendar)}（${year}）`,
  days: daysInJapanese,
  asOf: (date) => `${dayInJapanese(dateParts(date))}現在`,
  page: (page) => `${page}頁`,
};

export const cards: CardPhrases = {
  reasons: {
    notApplicable: "該当なし",
    notCarriedOut: "未実施",
    pending: "集計中",
    confidential: "秘匿",
    notSurveyed: "調査年でない",
    unknown: "理由は不明",
  },
  assessments: {
    better: "良い変化",
    worse: "悪い変化",
    steady: "横ばい",
  },
  nameReadings: {
    restored: "名称は復元",
    doubtful: "名称は要確認",
  },
  valueReadings: {
    restored: "値は復元",
    doubtful: "値は要確認",
  },
  readingMarks: {
    restored: "復元",
    doubtful: "要確認",
  },
  lost: "名称の一部は読めません",
  states: {
    provisional: "速報",
    estimated: "推計",
    expected: "見込",
    partial: "年度途中の値",
  },
  fixed: {
    unofficial: "非公式",
    source: "出典",
    page: "{page}頁",
    details: "くわしく",
    table: "年度ごとの値",
    year: "年度",
    value: "値",
    change: "前の年との差",
    breakdown: "内訳",
    whole: "全体",
    note: "備考",
    none: "指標はありません",
    target: "目標",
    baseline: "基準値",
    cut: "縦の目盛りは0から始まりません",
    gap: "値のない年度",
    bridge: "点線：調査をしない年度をはさんで結んだところ",
    hollow: "白ぬきの点：値に疑いがある年度",
    break: "{before}と{after}は比較できません：{reason}",
  },
  noChart: {
    oneYear: "数値が1つの年度にしかないため、グラフはありません。",
    partsAlone: "値が内訳ごとにしかなく、全体の数値がないため、グラフはありません。",
    noNumber: "数値で表される値がないため、グラフはありません。",
  },
  ofWhich: "うち",
  qualifiers: {
    about: "約",
    repeated: "延べ",
    cumulative: "累計",
    ofWhich: "うち",
  },
  unreadable: "読み取れない内容",
  activities: {
    title: "活動実績",
    what: "内容",
    value: "数値",
    unit: "単位",
    when: "時期",
    page: "頁",
    note: "備考：",
    none: "活動実績はありません",
    restored: "復元",
    doubtful: "要確認",
  },
};

/** Around cities side by side. */
export const sideBySide: CompareWordsJson = {
  lead: "「同じもの」と確かめられ、単位と数え方が同じものだけを、コードの順に並べています。順位ではありません。",
  none: "同じものとして並べられる団体は、まだありません。",
  scale: "すべて同じ目盛りです（{low}から{high}{unit}まで）。",
  hollow: "白い点は、確かでない値です。",
  gap: "線の切れ目は、値がないか、前の年度と比べられないところです。",
  reference: "破線は参考値です：{name}（{source}）。",
  table: "年度ごとの値",
  body: "団体",
  name: "その団体での名称",
  notes: "確かでない値と注記",
  beside: "似ているが、並べられないもの",
  source: "出典",
  unofficial: "非公式",
  byAtlas: "（同じものとしたのは、このアトラスの作成者）",
  more: "定義と、ほかの団体",
  perThousand: "人口1,000人当たり",
  perThousandAbout:
    "その団体が公開している同じ年度の人口で割りました。人口を公開していない団体と年度は出していません。",
  population: "人口",
};

function daysInJapanese(interval: Interval): string {
  const [first, last] = [dateParts(interval.start), dateParts(interval.end)];
  const isSameYear = first.year === last.year;
  const isSameMonth = isSameYear && first.month === last.month;
  if (isMonths(interval)) {
    const from = `${first.year}年${first.month}月`;
    return isSameMonth ? from : `${from}～${isSameYear ? "" : `${last.year}年`}${last.month}月`;
  }
  const from = dayInJapanese(first);
  if (interval.start === interval.end) return from;
  return `${from}～${isSameYear ? "" : `${last.year}年`}${isSameMonth ? "" : `${last.month}月`}${last.day}日`;
}

function dayInJapanese({ year, month, day }: DateParts): string {
  return `${year}年${month}月${day}日`;
}

const steps: readonly (readonly [name: string, size: bigint])[] = [
  ["京", 10n ** 16n],
  ["兆", 10n ** 12n],
  ["億", 10n ** 8n],
  ["万", 10n ** 4n],
];

export function largeNumber({ sign, size, plain, printed }: LargeNumber): string | undefined {
  const said = sign + inMyriads(size) + plain;
  return said === printed ? undefined : said;
}

/** 26587536000: 265億8,753万6千. */
function inMyriads(size: bigint): string {
  let rest = size;
  let words = "";
  for (const [name, step] of steps) {
    const count = rest / step;
    rest %= step;
    if (count > 0n) words += `${groupDecimal({ digits: count, scale: 0 })}${name}`;
  }
  if (rest === 0n) return words;
  return (
    words +
    (rest % 1000n === 0n && rest > 0n ? `${rest / 1000n}千` : groupDecimal({ digits: rest, scale: 0 }))
  );
}

export const placeWords: PlaceWords = {
  row: (row) => `${row}行目`,
  column: (column, isTable) => `「${column}」${isTable ? "の列" : ""}`,
  apart: " ",
};
