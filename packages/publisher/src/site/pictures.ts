// What the landing page shows as pictures: a bar of how a goal's indicators moved, and the largest moves with their doubt.

import { groupPrinted, type IndicatorJson, indicatorPath, pagePhrases } from "@shihyo/core";
import { smallCourse, toHtml } from "@shihyo/widgets/markup";
import { raw } from "hono/html";
import { amount, doubtsOf, indicative, type Moved, marked } from "./figure.ts";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

const moves: readonly Moved[] = ["up", "down", "same", "other"];

/** How many rose, fell, stayed and do not compare, as one bar; the table beside it has the numbers. */
export function moveBar(counts: Readonly<Record<Moved, number>>): Html | "" {
  const all = moves.reduce((sum, move) => sum + counts[move], 0);
  if (all === 0) return "";
  let x = 0;
  const parts = moves.flatMap((move) => {
    const width = (counts[move] / all) * 400;
    const from = x;
    x += width;
    if (width === 0) return [];
    const arrow = { up: "↑", down: "↓", same: "→", other: "" }[move];
    return [
      html`<rect class="${move}" x="${round(from)}" width="${round(Math.max(0, width - 1))}" height="20"/>${width > 40 ? html`<text class="${move}" x="${round(from + width / 2)}" y="15">${arrow}${counts[move]}</text>` : ""}`,
    ];
  });
  return html`<svg class="moves" viewBox="0 0 400 20" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** How many of the targets that can be told were reached, as a bar; the numbers stand beside it. */
export function reachedBar(reached: number, all: number): Html {
  const width = round((reached / all) * 60);
  return html`<svg class="moves" viewBox="0 0 60 8" preserveAspectRatio="none" aria-hidden="true"><rect class="other" width="60" height="8"/><rect class="up" width="${width}" height="8"/></svg>`;
}

/** The small course of one indicator, for a row of a list. */
export function course(indicator: IndicatorJson): Html | "" {
  const picture = smallCourse(indicator);
  return picture ? html`${raw(toHtml(picture))}` : "";
}

/** From fewer than this many a rate tells nothing; a doubtful one stays, marked. */
const fewest = 20;

/** The change in per cent by which indicators are put in order, doubtful ones included; absent for shares, for places and from a few. */
export function orderingRate(indicator: IndicatorJson, latest: number): number | undefined {
  const year = indicator.years.find((one) => one.year === latest);
  const before = indicator.years.find((one) => one.year === latest - 1);
  const base = before?.observations.find(({ breakdown }) => breakdown === undefined)?.value;
  if (year?.rate === undefined || base === undefined || Math.abs(base) < fewest) return undefined;
  return Number(year.rate);
}

/** `+2,143.9%`, `−90.0%`. */
export function rateWords(rate: number): string {
  return `${rate > 0 ? "+" : "−"}${groupPrinted(Math.abs(rate).toFixed(1))}%`;
}

const most = 5;

/** The five largest moves up and down in per cent, each with its name, its bar, its values and its doubt. */
export function largestMoves(view: View): Html | "" {
  const { indicators, latest } = view.site;
  const ranked = [...indicators.values()].flatMap((indicator) => {
    const rate = orderingRate(indicator, latest);
    return rate === undefined || rate === 0 ? [] : [{ indicator, rate }];
  });
  const up = ranked
    .filter(({ rate }) => rate > 0)
    .toSorted((a, b) => b.rate - a.rate)
    .slice(0, most);
  const down = ranked
    .filter(({ rate }) => rate < 0)
    .toSorted((a, b) => a.rate - b.rate)
    .slice(0, most);
  if (up.length + down.length === 0) return "";
  const largest = Math.max(...[...up, ...down].map(({ rate }) => Math.abs(rate)));
  const scale = scales.find((one) => one >= largest) ?? 100;
  const row = ({ indicator, rate }: (typeof ranked)[number]) => {
    const year = indicator.years.find((one) => one.year === latest);
    const before = indicator.years.find((one) => one.year === latest - 1);
    if (!year || !before) return "";
    const isDoubtful = year.comparability === "tentative";
    const doubts = doubtsOf(view, indicator, latest);
    return html`<tr><th scope="row"><a href="${view.to(indicatorPath(indicator.id))}">${view.shown(indicator.label)}</a>${doubts.name}${doubts.notes}</th><td class="bar">${bar(rate, scale, isDoubtful)}</td><td class="number">${rateWords(rate)}${isDoubtful ? marked(view, [indicative]) : ""}<small>${view.shown(amount(view, { ...view.card(before), unit: "" }))}${doubts.before} → ${view.shown(amount(view, view.card(year)))}${doubts.value}</small></td></tr>
`;
  };
  return html`<section id="moved" aria-labelledby="moves"><h3 id="moves">${view.say(titles.moves)}</h3>
<div class="scroll"><table class="largest"><caption>${view.say(titles.caption)}</caption>
<thead><tr><th scope="col">${view.say(titles.indicator)}</th><th scope="col">${view.say(titles.picture)}</th><th scope="col">${view.say(titles.change)}</th></tr></thead>
<tbody>${up.map(row)}${down.toReversed().map(row)}</tbody></table></div>
<p class="quiet">${view.say(titles.help)} <a href="?sort=rate-down#list">${view.say(titles.all)}</a></p></section>`;
}

/** What a bar's whole room stands for, in per cent: one for all rows, so that they compare. */
const scales: readonly number[] = [10, 20, 50, 100];

/** To the right of the middle where it rose, to the left where it fell; what is longer than the room ends in a point. */
function bar(rate: number, scale: number, isDoubtful: boolean): Html {
  const length = Math.min(100, (Math.abs(rate) / scale) * 100);
  const way = rate > 0 ? "up" : "down";
  const x = rate > 0 ? 100 : 100 - length;
  const isCut = Math.abs(rate) > scale;
  return html`<svg class="moves" viewBox="0 0 210 16" width="210" height="16" aria-hidden="true"><line class="axis" x1="100" x2="100" y1="0" y2="16"/><rect class="${way}${isDoubtful ? " unsure" : ""}" x="${round(x)}" y="2" width="${round(length)}" height="12"/>${isCut ? html`<path class="${way}" d="M201 2L209 8L201 14Z"/>` : ""}</svg>`;
}

function round(length: number): string {
  return String(Math.round(length * 10) / 10);
}

const titles = pagePhrases((words) => words.pictures.titles);
