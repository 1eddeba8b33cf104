// The downloads of a release, sorted by who needs them, with format, size and date; only what is really there.

import { type Phrase, pagePhrase, pagePhrases } from "@shihyo/core";
import { dataFileKinds, type OfferedFile, otherFiles, pathOf } from "../formats/published-files.ts";
import type { Audience } from "../formats/tables/published-table.ts";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

const audiences: readonly Audience[] = ["excel", "statistics", "developers", "linked"];

export function downloads(view: View): Html {
  const { dataset, written } = view.site;
  const { code } = dataset.municipality;
  const present = [...dataFileKinds, ...otherFiles].filter((file) => written.has(pathOf(code, file)));
  const date = dataset.releases.at(-1)?.date ?? "";
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="files"><table class="files"><caption id="files">${view.say(caption)}</caption>
<thead><tr><th scope="col">${view.say(heads.what)}</th><th scope="col">${view.say(heads.format)}</th><th scope="col">${view.say(heads.size)}</th><th scope="col">${view.say(heads.date)}</th></tr></thead>
${audiences.map((audience) => group(view, audience, present, date))}</table></div>`;
}

function group(view: View, audience: Audience, files: readonly OfferedFile[], date: string): Html | "" {
  const { dataset, written } = view.site;
  const mine = files.filter((file) => file.offered.to === audience);
  if (mine.length === 0) return "";
  return html`<tbody><tr><th colspan="4" scope="rowgroup">${view.say(names[audience])}</th></tr>
${mine.map((file) => {
  const path = pathOf(dataset.municipality.code, file);
  return html`<tr><th scope="row"><a href="${view.file(path)}" download>${view.say(file.offered.as)}</a></th><td>${file.label}</td><td class="number">${sizeWords(written.get(path)?.bytes ?? 0)}</td><td>${date}</td></tr>
`;
})}</tbody>
`;
}

/** `812 B`, `3.4 kB`, `118 kB`, `2.1 MB`: in thousands, as file managers count. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

const names: Readonly<Record<Audience, Phrase>> = pagePhrases((words) => words.downloads.names);

const caption: Phrase = pagePhrase((words) => words.downloads.caption);

const heads = pagePhrases((words) => words.downloads.heads);
