// The pages of releases: the index of all, the latest, the current one, and one that is kept.

import { type Dataset, grouped, type Release, textIn } from "@shihyo/core";
import { changesFile } from "../formats/changes/changes.ts";
import { type EarlierRelease, releaseFolder, releasesFolder } from "../formats/changes/earlier-release.ts";
import type { DataFile } from "../formats/data-files.ts";
import { type Html, html, type Page } from "../site/page.ts";

/** `releases/`: newest first. */
export function indexPage(dataset: Dataset, current: Release, kept: ReadonlySet<string>): Page {
  const told = new Set(dataset.releases.map(({ version }) => version));
  const newestFirst = dataset.releases.toReversed();
  // A release that releases.csv no longer names keeps its folder, and so its line.
  const untold = [...kept].filter((version) => !told.has(version)).sort();
  return {
    folder: releasesFolder,
    title: `公開の版｜${textIn(dataset.municipality.title, "ja")}`,
    description: "これまでに公開した版の一覧。",
    main: html`<h1>公開の版</h1>
<p>版ごとのアドレスは変わりません。引用するときは、版のアドレスを使ってください。最新の版は、いつも<a href="latest/index.html">latest</a>にあります。</p>
<table class="releases"><caption>公開した版</caption><thead><tr><th scope="col">版</th><th scope="col">公開日</th><th scope="col">内容</th></tr></thead><tbody>
${newestFirst.map((release) => {
  const isThere = release === current || kept.has(release.version);
  return html`<tr><th scope="row">${isThere ? html`<a href="${release.version}/index.html">${release.version}</a>` : release.version}${release === current ? "（最新）" : ""}</th><td>${release.date}</td><td>${release.note.ja}${isThere ? "" : "（このフォルダーには残っていません）"}</td></tr>\n`;
})}${untold.map((version) => html`<tr><th scope="row"><a href="${version}/index.html">${version}</a></th><td></td><td></td></tr>\n`)}</tbody></table>`,
  };
}

/** `releases/latest/`: an address that stays, with links to the files that change. */
export function latestPage(dataset: Dataset, current: Release, files: readonly DataFile[]): Page {
  return {
    folder: `${releasesFolder}latest/`,
    title: `最新の版 ${current.version}｜${textIn(dataset.municipality.title, "ja")}`,
    description: `最新の版は ${current.version} です。`,
    main: html`<h1>最新の版：${current.version}</h1>
<p>このアドレスは変わりません。中身は、新しい版が公開されるたびに変わります。この版だけを指すアドレスは<a href="../${current.version}/index.html">${current.version}</a>です。機械で読むには<a href="release.json">release.json</a>。</p>
${about(current)}
${fileTable(files.map(({ path, title, bytes, sha256 }) => ({ path: `../../${path}`, name: path, title: title.ja, bytes, sha256 })))}`,
  };
}

/** `releases/2026-11-22/` while it is the current one: its files still lie at the top. */
export function currentPage(
  dataset: Dataset,
  current: Release,
  files: readonly DataFile[],
  hasChanges: boolean,
): Page {
  const { municipality } = dataset;
  return {
    folder: releaseFolder(current.version),
    title: `${current.version} 版｜${textIn(municipality.title, "ja")}`,
    description: `${current.date} に公開した版。`,
    main: html`<h1>${current.version} 版</h1>
<p>今の最新の版です。次の版が公開されると、この版のファイルはこのアドレスの下に、1バイトも変わらずに残ります。</p>
${about(current)}${hasChanges ? changed : ""}
${citation(dataset, current.version, current.date)}
${fileTable(files.map(({ path, title, bytes, sha256 }) => ({ path: `../../${path}`, name: path, title: title.ja, bytes, sha256 })))}`,
  };
}

/** `releases/2026-11-22/` once another has come: its files lie beside the page. */
export function keptPage(
  dataset: Dataset,
  { version, paths, sums }: EarlierRelease,
  hasChanges: boolean,
): Page {
  const release = dataset.releases.find((one) => one.version === version);
  return {
    folder: releaseFolder(version),
    title: `${version} 版｜${textIn(dataset.municipality.title, "ja")}`,
    description: `前に公開した版 ${version}。`,
    main: html`<h1>${version} 版</h1>
<p>前の版です。ファイルは公開したときのままで、変わりません。今の版は<a href="../latest/index.html">最新の版</a>にあります。</p>
${release ? about(release) : ""}${hasChanges ? changed : ""}
${citation(dataset, version, release?.date)}
${fileTable(paths.map((path) => ({ path, name: path, sha256: sums.get(path) ?? "" })))}
<p>ファイルが公開したときのままであることは、<a href="SHA256SUMS">SHA256SUMS</a>で確かめられます（<code>sha256sum -c SHA256SUMS</code>）。</p>`,
  };
}

const changed = html`<p><a href="${changesFile}" download>その前の版との違い（JSON）</a></p>`;

function about({ date, note }: Release): Html {
  return html`<p>${date} 公開。${note.ja}</p>`;
}

function citation({ municipality }: Dataset, version: string, date: string | undefined): Html {
  const { publisher, title, base } = municipality;
  const parts = [publisher.name.ja, `「${textIn(title, "ja")}」`, `${version} 版`, date].filter(Boolean);
  return html`<p>引用の例：${parts.join("、")}、${base}${releaseFolder(version)}</p>`;
}

interface ListedFile {
  readonly path: string;
  readonly name: string;
  readonly title?: string;
  readonly bytes?: number;
  readonly sha256: string;
}

/** Without the columns that nothing is known for. */
function fileTable(files: readonly ListedFile[]): Html {
  if (files.every(({ title }) => title === undefined)) return hashTable(files);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="ファイル"><table><caption>ファイル</caption><thead><tr><th scope="col">ファイル</th><th scope="col">内容</th><th scope="col">バイト</th><th scope="col">SHA-256</th></tr></thead><tbody>
${files.map(({ path, name, title, bytes, sha256 }) => html`<tr><th scope="row"><a href="${path}">${name}</a></th><td>${title ?? ""}</td><td class="number">${bytes === undefined ? "" : grouped(bytes)}</td><td><code>${sha256}</code></td></tr>\n`)}</tbody></table></div>`;
}

function hashTable(files: readonly ListedFile[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="ファイル"><table><caption>ファイル</caption><thead><tr><th scope="col">ファイル</th><th scope="col">SHA-256</th></tr></thead><tbody>
${files.map(({ path, name, sha256 }) => html`<tr><th scope="row"><a href="${path}">${name}</a></th><td><code>${sha256}</code></td></tr>\n`)}</tbody></table></div>`;
}
