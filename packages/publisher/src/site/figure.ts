// One indicator's figure as a page shows it before any script has come: the canonical link, the value, the change.

import {
  amountText,
  bracketed,
  type CardJson,
  formatEnglishYear,
  formatJapaneseYear,
  groupDecimal,
  type IndicatorJson,
  type IndicatorYearJson,
  isRank,
  linkText as linkWords,
  notesOf,
  noValueReasonText,
  numberWords,
  type Phrase,
  parseDecimal,
  type ReadingStatus,
  readingMarks,
  sayNumber,
  textFor,
  valueMarks,
  yearToShow,
} from "@shihyo/core";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

/** The newest year that the indicator has a row for, with a value or without: what lists and counts by year go by. */
export function newestOf(indicator: IndicatorJson): IndicatorYearJson | undefined {
  return indicator.years.at(-1);
}

/** `22件`, `22 cases`, 「実施設計」. */
export function amount(view: View, { value, unit }: Pick<CardJson, "value" | "unit">): string {
  return amountText(value, unit, view.reader);
}

/** 「海外友好都市との交流活動件数：22件（令和6年度）」: the text of the canonical link. */
export function linkText(view: View, indicator: IndicatorJson): string {
  const label = view.name(indicator.label);
  const year = yearToShow(indicator);
  return year ? linkWords(label, view.card(year), view.reader) : label;
}

/** How the figure moved, in the words by which a list is filtered; `other` where nothing is compared. */
export type Moved = "up" | "down" | "same" | "other";

export function movedOf({ movement }: IndicatorYearJson): Moved {
  return movement ?? "other";
}

/** What kind of value it is, in the words by which a list is filtered. */
export type State = "number" | "words" | "none";

export function stateOf({ observations }: IndicatorYearJson): State {
  if (observations.some(({ printed }) => printed !== undefined)) return "number";
  return observations.some(({ words }) => words !== undefined) ? "words" : "none";
}

/** What a row of a list says beside its numbers: each mark beside what is not certain, and the notes on both years. */
export interface Doubts {
  readonly name: Html | "";
  readonly value: Html | "";
  readonly before: Html | "";
  readonly notes: Html | "";
}

export function doubtsOf(view: View, indicator: IndicatorJson, latest: number): Doubts {
  const own = view.site.series.get(indicator.id)?.observations ?? [];
  const of = (year: number) => own.filter((one) => one.year === year);
  const yearsOf = new Map<string, number[]>();
  for (const year of [latest - 1, latest]) {
    for (const note of notesOf(of(year))) yearsOf.set(note, [...(yearsOf.get(note) ?? []), year]);
  }
  return {
    name: nameMark(view, indicator.reading),
    value: marked(view, valueMarks(of(latest))),
    before: marked(view, valueMarks(of(latest - 1))),
    notes: html`${[...yearsOf].map(([note, years]) => html`<small class="noted">${view.say(noteOn(years, indicator.period === "calendar"))}${view.shown(note)}</small>`)}`,
  };
}

/** The badge beside a name that was put together again, or that is in doubt. */
export function nameMark(view: View, reading: ReadingStatus): Html | "" {
  return reading === "certain" ? "" : marked(view, [readingMarks[reading]]);
}

export function marked(view: View, marks: readonly Phrase[]): Html {
  return html`${marks.map((mark) => html` <span class="mark">${view.say(mark)}</span>`)}`;
}

/** 「備考（令和6年度）：」, `Note on FY2024 (Reiwa 6), in Japanese: `. */
function noteOn(years: readonly number[], calendar: boolean): Phrase {
  const japanese = years.map((year) => formatJapaneseYear(year, calendar)).join("・");
  const english = years.map((year) => formatEnglishYear(year, calendar)).join(" and ");
  return {
    ja: `備考（${japanese}）：`,
    en: `Note on ${english}, in Japanese: `,
    easy: `メモ（${japanese}）：`,
  };
}

/** What the filter 要確認 finds: a doubtful name, value, or value of the year before. */
export function isDoubtful({ reading, years }: IndicatorJson, latest: number): boolean {
  const seen = years.filter(({ year }) => year === latest || year === latest - 1);
  return (
    reading === "doubtful" ||
    seen.some(({ observations }) => observations.some((one) => one.reading === "doubtful"))
  );
}

/** That a change is no more than a hint. */
export const indicative: Phrase = { ja: "参考", en: "indicative", easy: "めやす" };

/** 「12人増」, `up 12`, 「比較できません」: the change in as few words as a table has room for. */
export function shortChange(view: View, indicator: IndicatorJson, year: IndicatorYearJson): string {
  const { comparable, movement, assessment, sinceSurvey, unsurveyed } = year;
  if (unsurveyed) return view.say(noValueReasonText("notSurveyed"));
  if (comparable === undefined && !sinceSurvey) return "";
  const calendar = indicator.period === "calendar";
  const since = (words: string) =>
    sinceSurvey ? `${words}${view.say(sinceYear(sinceSurvey.year, calendar))}` : words;
  const difference = sinceSurvey?.difference ?? year.difference;
  const size = difference === undefined ? undefined : parseDecimal(difference.replace(/^-/, ""));
  if (size === undefined || movement === undefined) return view.say(notComparable);
  if (movement === "same") return since(view.say(same));
  const unit = view.site.dataset.units.get(indicator.unit ?? "");
  const { points, hasUnitInShort } = numberWords[view.reader];
  const name = unit?.differenceUnit
    ? (points ?? unit.differenceUnit)
    : unit && hasUnitInShort
      ? textFor(unit.name, view.reader)
      : "";
  const own = view.site.dataset.indicators.get(indicator.id);
  if (own && isRank(view.site.dataset, own)) {
    const places = groupDecimal(size);
    return since(
      view.say(
        movement === "up"
          ? { ja: `${places}上昇`, en: `up ${places}`, easy: `${places} 上がった` }
          : { ja: `${places}下降`, en: `down ${places}`, easy: `${places} 下がった` },
      ),
    );
  }
  const moved = view.say(movement === "up" ? up : down);
  const large = unit?.differenceUnit === undefined ? sayNumber(size, unit, view.reader) : undefined;
  const amount = large ?? `${groupDecimal(size)}${name}`;
  const words = since(view.say({ ja: amount + moved, en: `${moved} ${amount}`, easy: `${amount} ${moved}` }));
  const judged = assessment === "better" || assessment === "worse" ? view.card(year).assessment : "";
  return words + (judged && bracketed(judged, view.reader));
}

/** From which survey on, where the year before had none. */
function sinceYear(year: number, calendar: boolean): Phrase {
  const japanese = formatJapaneseYear(year, calendar);
  return {
    ja: `（${japanese}から）`,
    en: ` since ${formatEnglishYear(year, calendar)}`,
    easy: `（${japanese}から）`,
  };
}

/** `+25.0%`, where the rate says something. */
export function shortRate({ tellingRate }: IndicatorYearJson): string {
  if (tellingRate === undefined) return "";
  return tellingRate.startsWith("-") ? `−${tellingRate.slice(1)}%` : `+${tellingRate}%`;
}

const notComparable: Phrase = {
  ja: "比較できません",
  en: "not comparable",
  easy: "くらべられません",
};
const same: Phrase = { ja: "同じ", en: "the same", easy: "おなじ" };
const up: Phrase = { ja: "増", en: "up", easy: "ふえた" };
const down: Phrase = { ja: "減", en: "down", easy: "へった" };
