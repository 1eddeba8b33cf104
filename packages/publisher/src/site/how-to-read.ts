// How to read the numbers: what 年度, 累計, 比較できません and 要確認 mean, for each reader.

import { type PageWords, pagePhrase, pageWords } from "@shihyo/core";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

/** What a page explains where it is needed. */
export type Explained = keyof PageWords["howToRead"]["terms"];

/** What is told on the pages that have it, and not on the first. */
const onPages: ReadonlySet<Explained> = new Set(["activity", "outcome", "reached", "indicative"]);

export function howToRead(view: View): Html {
  return list(view, (key) => !onPages.has(key));
}

/** The meaning of what stands on this very page, a paragraph each; open on paper. */
export function meaningsHere(view: View, keys: ReadonlySet<Explained>): Html | "" {
  if (keys.size === 0) return "";
  const { title } = pageWords[view.reader].howToRead;
  return html`<details class="plain explained"><summary>${title}</summary>${list(view, (key) => keys.has(key))}</details>`;
}

function list(view: View, isShown: (key: Explained) => boolean): Html {
  const { terms } = pageWords[view.reader].howToRead;
  const shown = (Object.keys(terms) as Explained[]).filter(isShown);
  return html`<dl class="facts">${shown.map((key) => html`<dt>${terms[key].term}</dt><dd>${view.say(pagePhrase((words) => words.howToRead.terms[key].meaning))}</dd>`)}</dl>`;
}
