// What changed: the releases, newest first, and what was corrected after publication.

import { type Correction, indicatorPath, nodePath, type Phrase } from "@shihyo/core";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

const shownReleases = 5;
const shownCorrections = 10;

export function whatChanged(view: View): Html {
  const { releases, corrections, municipality } = view.site.dataset;
  const newest = releases.toReversed().slice(0, shownReleases);
  const recent = corrections.toReversed().slice(0, shownCorrections);
  const all = `${municipality.code}_correction.csv`;
  return html`<dl class="facts">${newest.map(({ date, version, note }) => html`<dt>${date === version ? date : `${date}（${version}）`}</dt><dd>${view.name(note)}</dd>`)}</dl>
${recent.length === 0 ? html`<p>${view.say(noCorrections)}</p>` : html`<h3>${view.say(correctionsTitle)}</h3>${correctionList(view, recent)}`}
${view.site.written.has(all) ? html`<p><a href="${view.file(all)}" download>${view.say(allCorrections)}</a></p>` : ""}`;
}

/** One line a correction: when, what, from what to what, and why. */
export function correctionList(view: View, corrections: readonly Correction[]): Html {
  return html`<ul class="corrections">${corrections.map(
    (one) =>
      html`<li id="${one.id}"><time datetime="${one.date}">${one.date}</time> ${subject(view, one)} ${one.property}：<del>${one.from || "－"}</del> → <ins>${one.to || "－"}</ins>。${one.reason}</li>`,
  )}</ul>`;
}

/** The indicator that a correction is about, whether it names the indicator or one of its values. */
export function correctedIndicator({ subject: id }: Correction): string {
  return id.replace(/FY[0-9]{4}.*$/, "");
}

function subject(view: View, correction: Correction): Html | string {
  const { dataset, indicators } = view.site;
  const indicator = indicators.get(correctedIndicator(correction));
  if (indicator)
    return html`<a href="${view.to(indicatorPath(indicator.id))}">${view.name(indicator.label)}</a>`;
  const node = dataset.nodes.get(correction.subject);
  return node ? html`<a href="${view.to(nodePath(node))}">${view.name(node.name)}</a>` : correction.subject;
}

const noCorrections: Phrase = {
  ja: "公開した後に訂正した値はありません。",
  en: "Nothing has been corrected since it was published.",
  easy: "出した あとで なおした 数字は ありません。",
};
const correctionsTitle: Phrase = { ja: "訂正", en: "Corrections", easy: "なおした こと" };
const allCorrections: Phrase = {
  ja: "すべての訂正の記録（CSV）",
  en: "All corrections (CSV)",
  easy: "なおした こと ぜんぶ（CSV）",
};
