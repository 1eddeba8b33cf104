// The page that a host shows where it has no file (`404.html`): it leads on from an address of an earlier layout, and else to the first page.

import { type Dataset, marks, pageWords, readerFolder, readersOf } from "@shihyo/core";
import { raw } from "hono/html";
import { pinnedFile } from "../formats/earlier-addresses.ts";
import { scriptJson } from "../formats/rdf/json-ld.ts";
import { html } from "./page.ts";

/**
 * GitHub Pages, Netlify, Cloudflare Pages and S3 show `404.html` of the top folder at whatever address was asked for,
 * so nothing in it can be found from where it stands: its style and script are its own. For hosts with rules of
 * their own (`serve`, `deploy-config`) the script has nothing left to do.
 */
export function missingPage({ municipality, levels }: Dataset): string {
  const readers = readersOf(municipality);
  const folders = [...new Set(["plans", "indicators", "units", ...levels.map(({ folder }) => folder)])];
  const document = html`<!doctype html>
<html lang="${marks[readers[0] ?? "ja"].tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<title>404</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<main>
${readers.map((reader) => {
  const { missing, first } = pageWords[reader].page;
  return html`<section lang="${marks[reader].tag}"><h1>${missing}</h1>
<p><a data-page="${readerFolder(reader)}" href="${municipality.base}${readerFolder(reader)}">${first}</a></p></section>
`;
})}</main>
<script type="module">${raw(script(folders, municipality.base))}</script>
</body>
</html>
`;
  return document.toString();
}

const style =
  "body{font:1rem/1.7 sans-serif;margin:3rem auto;max-width:40rem;padding:0 1rem;color:#1a1a1a;background:#fff}" +
  "h1{font-size:1.5rem;margin:2rem 0 0}p{margin:0}a{color:#0017c1}" +
  "@media(prefers-color-scheme:dark){body{color:#f2f2f2;background:#1a1a1a}a{color:#9db7f9}}";

/**
 * Changes the path alone, never the host: an address such as `//elsewhere/indicators/K1/FY2023/` stays here. The
 * links lead to the base, or, where the folder stands elsewhere, above the first folder that is one of ours.
 */
function script(folders: readonly string[], base: string): string {
  const ours = `/(?=(?:en/|easy/)?(?:${folders.join("|")})/)`;
  return `const here = new URL(location.href);
const { year, file } = ${pinnedFile}.exec(here.pathname)?.groups ?? {};
if (year) {
  const bare = !file || file === "index.html";
  here.pathname = here.pathname.replace(/FY[0-9]{4}[/][^/]*$/, bare ? "" : file);
  if (bare) here.hash = "FY" + year;
  location.replace(here);
}
const base = new URL(${scriptJson(base)});
const top = here.pathname.search(new RegExp(${scriptJson(ours)}));
for (const link of document.querySelectorAll("[data-page]")) {
  const page = new URL(here);
  page.hash = page.search = "";
  page.pathname = (top < 0 ? (base.host === here.host ? base.pathname : "/") : here.pathname.slice(0, top + 1)) + link.dataset.page;
  link.href = page;
}`;
}
