// What changed: since the release before, then the releases, newest first, and what was corrected after publication.

import { bracketed, pagePhrases } from "@shihyo/core";
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
<h3>${view.say(texts.releasesTitle)}</h3>
<dl class="facts">${newest.map(({ date, version, note }) => html`<dt>${date === version ? date : date + bracketed(version, view.reader)}</dt><dd>${view.shown(note)}</dd>`)}</dl>
${corrections.length === 0 ? html`<p>${view.say(texts.noCorrections)}</p>` : ""}${recent.length === 0 ? "" : html`<h3>${view.say(texts.correctionsTitle)}</h3>${correctionList(view, recent)}`}
${view.site.written.has(all) && corrections.length > 0 ? html`<p><a href="${view.file(all)}" download>${view.say(texts.allCorrections)}</a></p>` : ""}`;
}

const texts = pagePhrases((words) => words.correctionHistory);
