// The frame of every page: head, skip link, header, footer, with links that work from any folder and from disk.

import {
  type Municipality,
  marks,
  type Phrase,
  pagePhrases,
  pageWords,
  type Reader,
  readerFolder,
  textFor,
  writing,
} from "@shihyo/core";
import { japaneseParts } from "@shihyo/widgets/markup";
import { html, raw } from "hono/html";

export type Html = ReturnType<typeof html>;

export interface Page {
  /** The folder it stands in, below the published folder: `""`, `indicators/K0001/`, `en/goals/G01/`. */
  readonly folder: string;
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** Whom it is written for; Japanese where nothing is said. */
  readonly reader?: Reader;
  /** Where the same page stands for each reader, this one included. */
  readonly versions?: readonly { readonly reader: Reader; readonly folder: string }[];
  /** What the page says, as JSON-LD; see `jsonLdScript`, which makes it safe to stand in a script element. */
  readonly jsonLd?: readonly string[];
  /** Other forms of what the page describes. */
  readonly alternates?: readonly { readonly type: string; readonly href: string }[];
  /** Scripts of this page alone, beside `page.js`: their names in `assets/`. */
  readonly scripts?: readonly string[];
  /** That readings stand over names that no person has looked at yet (仮). */
  readonly hasDraftReadings?: boolean;
  /** What crawlers call it. */
  readonly type?: "website" | "article";
}

/** Words of the city's as the page's own text; what is Japanese on a page in English bears that language. */
export function shownText(text: string, reader: Reader): Html | string {
  const parts = marks[reader].foreign ? japaneseParts(text) : [text];
  if (parts.length === 1) return text;
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<span lang="ja">${part}</span>` : part))}`;
}

/** For what can hold text alone: the language where that is not the page's. */
function languageOf(text: string, reader: Reader): Html | "" {
  const isJapanese = marks[reader].foreign !== "" && japaneseParts(text).length > 1 && !/[A-Za-z]/.test(text);
  return isJapanese ? html` lang="ja"` : "";
}

/** `../../` from `indicators/K0001/`. */
function rootFrom(folder: string): string {
  return "../".repeat(folder.split("/").length - 1);
}

/**
 * Nothing inline runs and nothing comes from another host. Pictures may also be made by the page itself:
 * a card's picture is drawn from text that the page already has.
 */
const policy =
  "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; object-src 'none'";

/** The whole document, as text. */
export function pageHtml(municipality: Municipality, page: Page): string {
  const { folder, reader = "ja", versions = [], scripts = [] } = page;
  const root = rootFrom(folder);
  const home = `${root}${readerFolder(reader)}index.html`;
  const { official, base } = municipality;
  const say = (phrase: Phrase) => phrase[reader];
  const siteName = textFor(municipality.title, reader);
  const document = html`<!doctype html>
<html lang="${marks[reader].tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title${languageOf(page.title, reader)}>${page.title}</title>
<meta name="description" content="${page.description}">
<link rel="canonical" href="${base + folder}">
${versions.map((version) => html`<link rel="alternate" hreflang="${marks[version.reader].tag}" href="${base + version.folder}">\n`)}${(page.alternates ?? []).map(({ type, href }) => html`<link rel="alternate" type="${type}" href="${href}">\n`)}<meta property="og:type" content="${page.type ?? "article"}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${base + folder}">
<meta property="og:site_name" content="${siteName}">
<meta name="dcterms.publisher" content="${textFor(municipality.publisher.name, reader)}">
<meta property="og:locale" content="${writing[reader].locale}">
<meta name="twitter:card" content="summary">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}assets/page.css">
<script src="${root}widgets/kpi.js" defer></script>
${["page.js", ...scripts].map((script) => html`<script src="${root}assets/${script}" defer></script>\n`)}${(page.jsonLd ?? []).map((text) => html`<script type="application/ld+json">${raw(text)}</script>\n`)}</head>
<body>
<a class="skip" href="#main">${say(skip)}</a>
<header class="site">
<p><a href="${home}">${shownText(siteName, reader)}</a>${official ? "" : html` <span class="unofficial">${say(unofficial)}</span>`}</p>
${languages(page, root)}</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer class="site">
<p>${say(source)}${shownText(textFor(municipality.attribution, reader), reader)}</p>
${
  page.hasDraftReadings
    ? html`<p>${draftReadings}</p>
`
    : ""
}<p>${shownText(footer(municipality, reader), reader)}<a href="${municipality.licence.iri}">${shownText(municipality.licence.name, reader)}</a></p>
</footer>
</body>
</html>
`;
  return document.toString();
}

function languages({ versions = [], reader = "ja" }: Page, root: string): Html | "" {
  if (versions.length < 2) return "";
  return html`<nav class="languages" aria-label="${pageWords[reader].page.language}"><ul>${versions.map(
    (version) =>
      version.reader === reader
        ? html`<li><span aria-current="page">${writing[reader].name}</span></li>`
        : html`<li><a href="${root}${version.folder}index.html" lang="${marks[version.reader].tag}" hreflang="${marks[version.reader].tag}">${writing[version.reader].name}</a></li>`,
  )}</ul></nav>
`;
}

function footer({ publisher, name, official }: Municipality, reader: Reader): string {
  return pageWords[reader].page.footer(textFor(publisher.name, reader), textFor(name, reader), official);
}

const { skip, unofficial, source } = pagePhrases((words) => words.page);

/** Furigana stands on pages of easy Japanese alone. */
const draftReadings =
  "かん字の 上の ひらがなは、コンピューターが つけました。まだ 人が 見て いません。まちがいが あるかも しれません。";

export { html };
