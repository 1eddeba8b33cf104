// One indicator's figure as a page shows it before any script has come: the canonical link, the value, the change.

import {
  type CardJson,
  groupDecimal,
  type IndicatorJson,
  type IndicatorYearJson,
  linkText as linkWords,
  type Phrase,
  parseDecimal,
  sayNumber,
  yearToShow,
} from "@shihyo/core";
import type { View } from "./site.ts";

/** The newest year that the indicator has a row for, with a value or without: what lists and counts by year go by. */
export function newestOf(indicator: IndicatorJson): IndicatorYearJson | undefined {
  return indicator.years.at(-1);
}

/** `22件`, `22 cases`, 「実施設計」. */
export function amount(view: View, { value, unit }: CardJson): string {
  return view.reader === "en" && /^[A-Za-z]/.test(unit) ? `${value} ${unit}` : `${value}${unit}`;
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

/** Where a row of a list is doubtful: its name, its value, or the value of the year before it. */
export interface Doubtful {
  readonly name: boolean;
  readonly value: boolean;
  readonly before: boolean;
}

export function doubtfulOf(indicator: IndicatorJson, latest: number): Doubtful {
  const of = (year: number) =>
    indicator.years
      .find((one) => one.year === year)
      ?.observations.some(({ reading }) => reading === "doubtful") ?? false;
  return { name: indicator.reading === "doubtful", value: of(latest), before: of(latest - 1) };
}

export function isDoubtful(indicator: IndicatorJson, latest: number): boolean {
  const { name, value, before } = doubtfulOf(indicator, latest);
  return name || value || before;
}

/** 要確認, in the one word that every page has for it. */
export const inDoubt: Phrase = { ja: "要確認", en: "in doubt", easy: "これから 確かめます" };

/** That a change is no more than a hint. */
export const indicative: Phrase = { ja: "参考", en: "indicative", easy: "めやす" };

/** 「12人増」, `up 12`, 「比較できません」: the change in as few words as a table has room for. */
export function shortChange(view: View, indicator: IndicatorJson, year: IndicatorYearJson): string {
  const { comparable, difference, movement, assessment } = year;
  if (comparable === undefined) return "";
  const size = difference === undefined ? undefined : parseDecimal(difference.replace(/^-/, ""));
  if (size === undefined || movement === undefined) return view.say(notComparable);
  if (movement === "same") return view.say(same);
  const unit = view.site.dataset.units.get(indicator.unit ?? "");
  const name = unit?.differenceUnit
    ? view.reader === "en"
      ? " points"
      : unit.differenceUnit
    : view.reader === "en"
      ? ""
      : unit
        ? unit.name.ja
        : "";
  if (unit?.name.ja === "位") {
    const places = groupDecimal(size);
    return view.say(
      movement === "up"
        ? { ja: `${places}上昇`, en: `up ${places}`, easy: `${places} 上がった` }
        : { ja: `${places}下降`, en: `down ${places}`, easy: `${places} 下がった` },
    );
  }
  const moved = view.say(movement === "up" ? up : down);
  const large = unit?.differenceUnit === undefined ? sayNumber(size, unit, view.reader) : undefined;
  const amount = large ?? `${groupDecimal(size)}${name}`;
  const rate = year.tellingRate?.replace(/^-/, "");
  const percent = rate === undefined ? "" : view.reader === "en" ? ` (${rate}%)` : `（${rate}%）`;
  const words =
    view.reader === "en"
      ? `${moved} ${amount}${percent}`
      : `${amount}${percent}${view.reader === "easy" ? " " : ""}${moved}`;
  const judged = assessment === "better" || assessment === "worse" ? view.card(year).assessment : "";
  return (judged && (view.reader === "en" ? `${words} (${judged})` : `${words}（${judged}）`)) || words;
}

const notComparable: Phrase = {
  ja: "比較できません",
  en: "not comparable",
  easy: "くらべられません",
};
const same: Phrase = { ja: "同じ", en: "the same", easy: "おなじ" };
const up: Phrase = { ja: "増", en: "up", easy: "ふえた" };
const down: Phrase = { ja: "減", en: "down", easy: "へった" };
