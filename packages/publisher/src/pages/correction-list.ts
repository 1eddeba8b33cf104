// Corrections as a list: when, what, from what to what, and why.

import { type Correction, indicatorPath, nodePath, type Phrase } from "@shihyo/core";
import { correctedIndicator, correctedThing } from "../releases/correction-words.ts";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

/** One line a correction: when, what, from what to what, and why. */
export function correctionList(view: View, corrections: readonly Correction[]): Html {
  return html`<ul class="corrections">${corrections.map(
    (one) =>
      html`<li id="${one.id}"><time datetime="${one.date}">${one.date}</time> ${subject(view, one)}<del>${one.from || "－"}</del> → <ins>${one.to || "－"}</ins>${one.reason ? html`<small>${view.say(because)}${asWritten(view, one.reason)}</small>` : ""}</li>`,
  )}</ul>`;
}

/** Reasons are in Japanese alone, also on English pages. */
export function asWritten(view: View, text: string): Html | string {
  return view.reader === "en" ? html`<span lang="ja">${text}</span>` : text;
}

/** 「<u>健診の受診率</u>（令和6年度）の実績値：」; words alone where it is no more. */
function subject(view: View, correction: Correction): Html {
  const { dataset, indicators } = view.site;
  const { name, which, property } = correctedThing(dataset, correction, view.reader);
  const indicator = indicators.get(correctedIndicator(correction));
  const node = dataset.nodes.get(correction.subject);
  const path = indicator ? indicatorPath(indicator.id) : node ? nodePath(node) : undefined;
  const linked = path === undefined ? name : html`<a href="${view.to(path)}">${name}</a>`;
  if (view.reader === "en") return html`${linked}${which && `, ${which}`}, ${property}: `;
  return html`${linked}${which && `（${which}）`}の${view.reader === "easy" ? " " : ""}${property}：`;
}

const because: Phrase = { ja: "理由：", en: "Reason: ", easy: "わけ：" };
