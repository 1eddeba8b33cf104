// The targets of an indicator on its page, each at the address by which it is cited; nothing where the city has set none.

import {
  bracketed,
  earlierTargetPath,
  forReaders,
  type Indicator,
  type IndicatorYearJson,
  type Phrase,
  pagePhrases,
  setLine,
  type Target,
  type Text,
  targetId,
  targetKey,
  targetsByIndicator,
  writing,
} from "@shihyo/core";
import { amount, marked } from "./figure.ts";
import { type Html, html } from "./page.ts";
import { detailLines } from "./parts.ts";
import type { View } from "./site.ts";

export function targetList(view: View, indicator: Indicator): Html | "" {
  const { dataset } = view.site;
  const targets = targetsByIndicator(dataset).get(indicator.id) ?? [];
  if (targets.length === 0) return "";
  const said = (phrase: Phrase, text: string | undefined) =>
    text === undefined ? "" : html`<p>${view.say(phrase)}${view.shown(text)}</p>`;
  const earlier = (target: Target) => {
    const before = dataset.earlierTargets.get(targetId(target)) ?? [];
    return before.map(
      (one) =>
        html`<p id="${earlierTargetPath(one).split("#")[1]}"><small>${view.say(words.earlier)}${view.shown(setLine(dataset, one, view.reader))}${view.shown(settled(view, dataset.sources.get(one.source)?.title))}</small></p>`,
    );
  };
  // Where all of them start from one place, it is told once.
  const starts = new Set(targets.map((target) => setLine(dataset, baseOf(target), view.reader)));
  const [start = ""] = starts;
  const isShared = targets.length > 1 && starts.size === 1 && start !== "";
  const line = (target: Target) =>
    setLine(dataset, isShared && target.scope !== "base" ? withoutBase(target) : target, view.reader);
  const years = view.site.indicators.get(indicator.id)?.years ?? [];
  return html`<section aria-labelledby="targets"><h2 id="targets">${view.say(words.title)}</h2>
${isShared ? html`<p>${view.shown(start)}</p>\n` : ""}<ul class="targets">${targets.map(
    (target) => html`<li id="target-${targetKey(target)}">${view.shown(line(target))}${resultOf(
      view,
      target,
      years.find(({ year }) => year === target.year),
    )}
${said(words.formula, target.formula)}${said(words.note, target.note)}${detailLines(view, "targets", target)}${earlier(target)}</li>
`,
  )}</ul></section>
`;
}

/** What became of a target of that very year, and that it was reached, where that can be told. */
function resultOf(view: View, { scope }: Target, year: IndicatorYearJson | undefined): Html | "" {
  if (!year || scope === "base") return "";
  const card = view.card(year);
  if (!card.unit && !year.observations.some(({ printed, words: said }) => printed ?? said)) return "";
  const { apart } = writing[view.reader];
  const mark = year.reached === undefined ? "" : view.say(year.reached ? words.reached : words.missed);
  return html`${apart}${view.say(words.result)}${view.shown(amount(view, card))}${marked(
    view,
    (card.valueMarks ?? []).map((one) => forReaders(() => one)),
  )}${mark && html` <b>${mark}</b>`}`;
}

function withoutBase(target: Target): Target {
  const { baseYear, baseYearText, baseNumber, baseWords, ...rest } = target;
  return rest;
}

function baseOf({ indicator, source, baseYear, baseYearText, baseNumber, baseWords }: Target): Target {
  return {
    indicator,
    source,
    scope: "base",
    ...(baseYear === undefined ? {} : { baseYear }),
    ...(baseYearText === undefined ? {} : { baseYearText }),
    ...(baseNumber === undefined ? {} : { baseNumber }),
    ...(baseWords === undefined ? {} : { baseWords }),
  };
}

/** Which document had set it. */
function settled(view: View, title: Text | undefined): string {
  return title ? bracketed(view.name(title), view.reader) : "";
}

const words = pagePhrases((words) => words.targetList.labels);
