// One indicator's figure as a page shows it before any script has come: the canonical link, the value, the change.

import {
  amountText,
  bracketed,
  type CardJson,
  dateWords,
  groupDecimal,
  type IndicatorJson,
  type IndicatorYearJson,
  isRank,
  linkText as linkWords,
  notesOf,
  noValueReasonText,
  numberWords,
  type Phrase,
  pagePhrase,
  pagePhrases,
  pageWords,
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
export function indicatorLinkText(view: View, indicator: IndicatorJson): string {
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
export type ValueKind = "number" | "words" | "none";

export function stateOf({ observations }: IndicatorYearJson): ValueKind {
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
    notes: html`${[...yearsOf].map(([note, years]) => html`<small class="noted">${noteOn(view, years, indicator.period === "calendar")}${view.shown(note)}</small>`)}`,
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
function noteOn(view: View, years: readonly number[], calendar: boolean): string {
  const { year } = dateWords[view.reader];
  return pageWords[view.reader].figure.noteOn(years.map((each) => year(each, calendar)));
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
export const indicative: Phrase = pagePhrase((words) => words.figure.indicative);

/** 「12人増」, `up 12`, 「比較できません」: the change in as few words as a table has room for. */
export function shortChange(view: View, indicator: IndicatorJson, year: IndicatorYearJson): string {
  const { comparable, movement, assessment, sinceSurvey, unsurveyed } = year;
  if (unsurveyed) return view.say(noValueReasonText("notSurveyed"));
  if (comparable === undefined && !sinceSurvey) return "";
  const calendar = indicator.period === "calendar";
  const { figure } = pageWords[view.reader];
  const since = (words: string) =>
    sinceSurvey ? words + figure.sinceYear(dateWords[view.reader].year(sinceSurvey.year, calendar)) : words;
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
    return since(figure[movement === "up" ? "placesUp" : "placesDown"](places));
  }
  const moved = view.say(movement === "up" ? up : down);
  const large = unit?.differenceUnit === undefined ? sayNumber(size, unit, view.reader) : undefined;
  const amount = large ?? `${groupDecimal(size)}${name}`;
  const words = since(figure.moved(moved, amount));
  const judged = assessment === "better" || assessment === "worse" ? view.card(year).assessment : "";
  return words + (judged && bracketed(judged, view.reader));
}

/** `+25.0%`, where the rate says something. */
export function shortRate({ tellingRate }: IndicatorYearJson): string {
  if (tellingRate === undefined) return "";
  return tellingRate.startsWith("-") ? `−${tellingRate.slice(1)}%` : `+${tellingRate}%`;
}

const { notComparable, same, up, down } = pagePhrases((words) => words.figure);
