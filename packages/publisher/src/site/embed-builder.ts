// 「自分で作る」: one place to make an embed, with the choices, the live result on pretended pages and the code to paste.

import {
  indicatorPath,
  languages,
  marks,
  nodePath,
  type Phrase,
  pagePhrase,
  pagePhrases,
  pageWords,
  type Reader,
  writing,
} from "@shihyo/core";
import { japaneseParts } from "@shihyo/widgets/markup";
import { copy } from "./cite.ts";
import { usualColours } from "./embeds/colours.ts";
import { type EmbedForm, type EmbedKind, embedFile, embedForms, embedKinds } from "./embeds/embed-codes.ts";
import { type Html, html } from "./page.ts";
import { nodeTitle, type Site, type View, viewOf } from "./site.ts";

/** What the script needs beside the data of the indicator: nothing else is asked for. */
export interface BuilderData {
  readonly base: string;
  /** The years that have pictures, frames and fragments of their own. */
  readonly pinned: readonly number[];
  /** The embeds whose file is there in each language. */
  readonly own: Readonly<Partial<Record<Reader, readonly EmbedKind[]>>>;
  readonly words: { readonly weak: string; readonly unknown: string; readonly node: string };
}

/** On the page of each thing: the way to the one place where its embed is made. */
export function embedLink(view: View, id: string): Html {
  return html`<a data-embed href="${view.to("embed/")}?of=${id}">${view.say(embedTitle)}</a>`;
}

export const embedTitle: Phrase = pagePhrase((words) => words.embedBuilder.embedTitle);

export function embedBuilder(view: View): Html {
  const { dataset, plan, indicators, latest, readers } = view.site;
  const { base, pinned = [] } = dataset.municipality;
  const others = languages
    .filter((language) => readers.includes(language) && language !== view.reader)
    .map((reader) => viewOf(view.site, reader, "embed/"));
  const things: readonly Thing[] = [
    ...[...indicators.values()].map((one) => ({
      id: one.id,
      path: indicatorPath(one.id),
      name: view.name(one.label),
      others: "",
    })),
    ...plan.nodes
      .filter((node) => plan.listingsUnder(node).length > 0)
      .map((node) => ({
        id: node.id,
        path: nodePath(node),
        name: nodeTitle(view, node),
        others: html`${others.map((other) => html` data-${other.reader}="${nodeTitle(other, node)}"`)}`,
      })),
  ];
  const language = (name: string) =>
    marks[view.reader].foreign && japaneseParts(name).length > 1 ? html` lang="ja"` : "";
  const years = dataset.years.filter((year) => year <= latest);
  const option = (value: string, phrase: Phrase | string) =>
    html`<option value="${value}">${typeof phrase === "string" ? phrase : view.say(phrase)}</option>`;
  const colour = (name: string, phrase: Phrase, value: string) =>
    html`<p><label for="b-${name}">${view.say(phrase)}</label><input id="b-${name}" type="color" name="${name}" value="${value}"></p>`;
  const data: BuilderData = {
    base,
    pinned,
    own: Object.fromEntries(readers.map((reader) => [reader, ownFiles(view.site, reader)])),
    words: { weak: view.say(words.weak), unknown: view.say(words.unknown), node: view.say(words.node) },
  };
  // What a release does not hold is not offered.
  const offered = embedForms.filter(
    (form) =>
      embedFile(form, { path: "", reader: "ja", own: [] }) === undefined ||
      data.own.ja?.some((kind) => kind === form),
  );
  return html`<section aria-labelledby="make"><h2 id="make">${view.say(words.title)}</h2>
<p>${view.say(words.lead)}</p>
<noscript><p>${view.say(words.needsScript)}</p></noscript>
<form id="builder" data-root="${view.root}" data-of="${JSON.stringify(data)}" hidden>
<p class="wide"><label for="b-what">${view.say(words.what)}</label><input id="b-what" name="what" list="b-things" autocomplete="off" type="search"><datalist id="b-things">${things.map(({ id, path, name, others }) => html`<option value="${name} (${id})"${language(name)} data-path="${path}"${others}></option>`)}</datalist></p>
<p class="status wide" id="b-status" role="status"></p>
<div id="b-matches" class="wide tools"></div>
<p><label for="b-form">${view.say(words.form)}</label><select id="b-form" name="form">${offered.map((form) => option(form, forms[form]))}</select></p>
<p><label for="b-year">${view.say(words.year)}</label><select id="b-year" name="year">${option("", words.latest)}${years.map((year) => option(`${year}`, pageWords[view.reader].embedBuilder.always(year)))}</select></p>
<p><label for="b-reader">${view.say(words.language)}</label><select id="b-reader" name="reader">${readers.map((reader) => html`<option value="${reader}" lang="${marks[reader].tag}"${reader === view.reader ? html` selected` : ""}>${writing[reader].name}</option>`)}</select></p>
${colour("--kpi-color", words.ink, usualColours.text)}${colour("--kpi-background", words.back, usualColours.back)}${colour("--kpi-link", words.key, usualColours.link)}
<p><label for="b-page">${view.say(words.page)}</label><select id="b-page" name="page">${option("wide", words.wide)}${option("narrow", words.narrow)}${option("dark", words.dark)}${option("large", words.large)}</select></p>
<p class="quiet wide">${view.say(words.keeps)}</p>
</form>
<div id="b-result" class="pretended" hidden></div>
<div class="copyable" hidden><pre id="b-code" tabindex="0" role="group" aria-label="HTML"></pre><button type="button" data-copy="b-code" hidden>${view.say(copy)}</button></div>
<div id="b-about"></div></section>`;
}

interface Thing {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** Its name for the other readers, as attributes; an indicator's stands in its own data. */
  readonly others: Html | string;
}

/** The kinds whose file some indicator has in the reader's language. */
function ownFiles({ written, indicators }: Site, reader: Reader): readonly EmbedKind[] {
  const ids = [...indicators.keys()];
  return embedKinds.filter((kind) =>
    ids.some((id) => {
      const file = embedFile(kind, { path: indicatorPath(id), reader, own: embedKinds });
      return file !== undefined && written.has(file);
    }),
  );
}

const forms: Readonly<Record<EmbedForm, Phrase>> = pagePhrases((words) => words.embedBuilder.forms);

const words = pagePhrases((words) => words.embedBuilder.labels);
