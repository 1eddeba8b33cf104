// How to cite: the words that must stand beside the data, and the address that stays, to be copied as they are.

import { type Phrase, pagePhrase, takeAwayWords } from "@shihyo/core";
import { releaseFolder } from "../formats/changes/earlier-release.ts";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

/**
 * A citation of the whole, or of one page of it: title, publisher, release, licence, address, source. The page's
 * address shows the newest values; the release's own is where what was cited stays as it was.
 */
export function citation(view: View, address: string, title?: string): string {
  const { municipality, releases } = view.site.dataset;
  const { publisher, licence, attribution } = municipality;
  const version = releases.at(-1)?.version ?? "";
  const kept = version === "" ? "" : `${municipality.base}${releaseFolder(version)}`;
  const whole = view.name(municipality.title);
  const [by, source] = [view.name(publisher.name), view.name(attribution)];
  const cited = { title, whole, by, version, kept, licence: licence.name, address, source };
  return takeAwayWords[view.reader].citation(cited);
}

/** Text with a button beside it, which a script brings, that copies it. */
export function copyable(view: View, id: string, text: string): Html {
  return html`<div class="copyable"><p id="${id}">${view.shown(text)}</p><button type="button" data-copy="${id}" hidden>${view.say(copy)}</button></div>`;
}

export const copy: Phrase = pagePhrase((words) => words.cite.copy);
