// The help page about embeds: what can be put on a page, in what order to try it, and the Embed doctor.

import { isPlaceholder, marks, type Phrase, pagePhrase, pagePhrases } from "@shihyo/core";
import { neighbours } from "../formats/provided-files.ts";
import { copy } from "./cite.ts";
import { embedBuilder, embedTitle } from "./embed-builder.ts";
import { aboutEmbeds, embedKinds, policyLine, templateCode } from "./embeds/embed-codes.ts";
import { findingWords } from "./embeds/embed-doctor-words.ts";
import { versionCode } from "./embeds/version-code.ts";
import { type Html, html } from "./page.ts";
import { crumbs } from "./parts.ts";
import type { View } from "./site.ts";

export function embedMain(view: View): Html {
  const { base } = view.site.dataset.municipality;
  const said = {
    findings: Object.fromEntries(
      Object.entries(findingWords).map(([finding, phrase]) => [finding, view.say(phrase)]),
    ),
    folders: [...new Set(view.site.dataset.levels.map(({ folder }) => folder))],
    kinds: Object.fromEntries(embedKinds.map((kind) => [kind, view.say(aboutEmbeds[kind].title)])),
    ...Object.fromEntries(Object.entries(results).map(([key, phrase]) => [key, view.say(phrase)])),
  };
  return html`${crumbs(view, [], view.say(embedTitle))}
<h1>${view.say(embedTitle)}</h1>
<p class="lead">${view.say(texts.lead)}</p>
${isPlaceholder(base) ? html`<p class="notice">${view.say(placeholderWords(base))}</p>` : ""}
${embedBuilder(view)}
<section aria-labelledby="ways"><h2 id="ways">${view.say(texts.ways)}</h2>
<ol class="ways">${embedKinds.map((kind) => {
    const { title, survives, otherwise } = aboutEmbeds[kind];
    return html`<li id="way-${kind}"><h3>${view.say(title)}</h3>
<p>${view.say(survives)}</p>
<p>${view.say(texts.taken)}${view.say(otherwise)}</p>
<p class="quiet">CSP${marks[view.reader].colon}<code>${policyLine(kind, base)}</code></p></li>
`;
  })}</ol></section>
<section aria-labelledby="template"><h2 id="template">${view.say(texts.templateTitle)}</h2>
<p>${view.say(texts.template)}</p>
<div class="copyable"><pre id="code-template" tabindex="0" role="group" aria-label="HTML">${templateCode(base)}</pre><button type="button" data-copy="code-template" hidden>${view.say(copy)}</button></div>
${unchanging(view)}</section>
<section aria-labelledby="doctor"><h2 id="doctor">${view.say(texts.doctorTitle)}</h2>
<p>${view.say(texts.doctor)}</p>
<form id="examine" data-words="${JSON.stringify(said)}" hidden><p><label for="html">${view.say(texts.label)}</label><textarea id="html" rows="10" spellcheck="false" autocomplete="off"></textarea></p>
<p><button type="submit" class="main">${view.say(texts.examineIt)}</button></p></form>
<div id="diagnosis" role="status"></div>
<noscript><p>${view.say(texts.needsScript)}</p></noscript></section>`;
}

/** The lines for a web team that wants scripts and data which cannot change under its hands. */
function unchanging({ site, say }: View): Html | "" {
  const { base } = site.dataset.municipality;
  const script = (name: string) => {
    const path = `widgets/${name}-${site.widgetVersion}.js`;
    const file = site.written.get(path);
    return file && versionCode(base, path, file.sha256);
  };
  const code = script("kpi");
  if (!code) return "";
  const shown = (name: string, lines: readonly (string | undefined)[]) =>
    html`<div class="copyable"><pre id="code-${name}" tabindex="0" role="group" aria-label="HTML">${lines.filter((one) => one !== undefined).join("\n")}</pre><button type="button" data-copy="code-${name}" hidden>${say(copy)}</button></div>`;
  return html`<p>${say(pins.version)}</p>${shown("version", [code])}<details class="plain" id="pin"><summary>${say(pins.title)}</summary><p>${say(pins.neighbours)}</p>${shown("neighbours", neighbours.map(script))}<p>${say(pins.data)}</p>${shown("data", [])}</details>`;
}

/** That what is copied here leads nowhere yet. */
function placeholderWords(base: string): Phrase {
  return pagePhrase((words) => words.embedHelp.placeholder(base));
}

const pins = pagePhrases((words) => words.embedHelp.pins);

const texts = pagePhrases((words) => words.embedHelp);
const results = pagePhrases((words) => words.embedHelp.results);
