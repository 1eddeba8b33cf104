// Corrections as a list: when, what, from what to what, and why.

import {
  type Correction,
  indicatorPath,
  marks,
  nodePath,
  pagePhrase,
  pagePhrases,
  writing,
} from "@shihyo/core";
import { correctedIndicator, correctedThing } from "../formats/changes/correction-words.ts";
import { type Html, html, shownText } from "./page.ts";
import { detailLines } from "./parts.ts";
import type { View } from "./site.ts";

/** One line a correction: when, what, from what to what, and why. */
export function correctionList(view: View, corrections: readonly Correction[]): Html {
  return html`<ul class="corrections">${corrections.map(
    (one) =>
      html`<li id="${one.id}"><time datetime="${one.date}">${one.date}</time> ${subject(view, one)}<del>${view.shown(one.from || nothing(view))}</del> → <ins>${view.shown(one.to || nothing(view))}</ins>${one.reason ? html`<small>${view.say(because)}${view.shown(one.reason)}</small>` : ""}${detailLines(view, "corrections", one)}</li>`,
  )}</ul>`;
}

function nothing({ reader }: View): string {
  return writing[reader].dash;
}

/** 「<u>健診の受診率</u>（令和6年度）の実績値：」; words alone where it is no more. */
function subject(view: View, correction: Correction): Html {
  const { dataset, indicators } = view.site;
  const { name, which, property } = correctedThing(dataset, correction, view.reader);
  const indicator = indicators.get(correctedIndicator(correction));
  const node = dataset.nodes.get(correction.subject);
  const path = indicator ? indicatorPath(indicator.id) : node ? nodePath(node) : undefined;
  const shown = view.shown(name);
  const linked = path === undefined ? shown : html`<a href="${view.to(path)}">${shown}</a>`;
  const place = which && view.say(pagePhrase((words) => words.correctionList.which(which)));
  return html`${linked}${shownText(place, view.reader)}${view.say(its)}${shownText(property, view.reader)}${marks[view.reader].colon}`;
}

const { between: its, because } = pagePhrases((words) => words.correctionList);
