// The frame of every page: head, skip link, header, footer, with links that work from any folder and from disk.

import { type Municipality, textIn } from "@shihyo/core";
import { html, raw } from "hono/html";

export type Html = ReturnType<typeof html>;

export interface Page {
  /** The folder it stands in, below the published folder: `""`, `indicators/K0001/`. */
  readonly folder: string;
  readonly title: string;
  readonly description: string;
  readonly main: Html;
  /** What the page says, as JSON-LD; see `jsonLdScript`, which makes it safe to stand in a script element. */
  readonly jsonLd?: readonly string[];
  /** Other forms of what the page describes. */
  readonly alternates?: readonly { readonly type: string; readonly href: string }[];
}

/** `../../` from `indicators/K0001/`. */
function rootFrom(folder: string): string {
  return "../".repeat(folder.split("/").length - 1);
}

/** The whole document, as text. */
export function pageText(municipality: Municipality, page: Page): string {
  const root = rootFrom(page.folder);
  const { publisher, attribution, licence, official, base } = municipality;
  const document = html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<link rel="canonical" href="${base + page.folder}">
${(page.alternates ?? []).map(({ type, href }) => html`<link rel="alternate" type="${type}" href="${href}">\n`)}<link rel="stylesheet" href="${root}assets/page.css">
<script src="${root}widgets/kpi.js" defer></script>
${(page.jsonLd ?? []).map((text) => html`<script type="application/ld+json">${raw(text)}</script>\n`)}</head>
<body>
<a class="skip" href="#main">本文へ</a>
<header class="site"><p><a href="${root}index.html">${textIn(municipality.title, "ja")}</a>${official ? "" : html` <span class="unofficial">非公式</span>`}</p></header>
<main id="main">
${page.main}
</main>
<footer class="site">
<p>出典：${attribution.ja}</p>
<p>発行：${publisher.name.ja}${official ? "" : `（${municipality.name.ja}の公式のページではありません）`}。データの利用条件：<a href="${licence.iri}">${licence.name}</a></p>
</footer>
</body>
</html>
`;
  return document.toString();
}

export { html };
