// What changed: since the release before, then the releases, newest first, and what was corrected after publication.

import { bracketed, type Phrase } from "@shihyo/core";
import { changesBlock } from "./changes.ts";
import { correctionList } from "./correction-list.ts";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

const shownReleases = 5;
const shownCorrections = 10;

export function whatChanged(view: View): Html {
  const { changes, dataset } = view.site;
  const { releases, corrections, municipality } = dataset;
  const newest = releases.toReversed().slice(0, shownReleases);
  // Those that came with this release are told with it.
  const told = new Set(changes.kind === "known" ? changes.corrections : []);
  const recent = corrections
    .filter((one) => !told.has(one))
    .toReversed()
    .slice(0, shownCorrections);
  const all = `${municipality.code}_correction.csv`;
  return html`${changesBlock(view)}
<h3>${view.say(releasesTitle)}</h3>
<dl class="facts">${newest.map(({ date, version, note }) => html`<dt>${date === version ? date : date + bracketed(version, view.reader)}</dt><dd>${view.shown(note)}</dd>`)}</dl>
${corrections.length === 0 ? html`<p>${view.say(noCorrections)}</p>` : ""}${recent.length === 0 ? "" : html`<h3>${view.say(correctionsTitle)}</h3>${correctionList(view, recent)}`}
${view.site.written.has(all) && corrections.length > 0 ? html`<p><a href="${view.file(all)}" download>${view.say(allCorrections)}</a></p>` : ""}`;
}

const noCorrections: Phrase = {
  ja: "公開した後に訂正した値はありません。",
  en: "Nothing has been corrected since it was published.",
  easy: "出した あとで なおした 数字は ありません。",
};
const releasesTitle: Phrase = { ja: "これまでの版", en: "Releases so far", easy: "いままでに 出した もの" };
const correctionsTitle: Phrase = {
  ja: "これまでの訂正",
  en: "Earlier corrections",
  easy: "前に なおした こと",
};
const allCorrections: Phrase = {
  ja: "すべての訂正の記録（CSV）",
  en: "All corrections (CSV)",
  easy: "なおした こと ぜんぶ（CSV）",
};
