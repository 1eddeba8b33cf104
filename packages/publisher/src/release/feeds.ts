// sitemap.xml and feed.atom: every page for search engines; every release and correction for who follows them.

import { type ChangesJson, correctionPath, type Dataset, textIn, thing } from "@shihyo/core";
import { changesFile, changesSentence } from "../formats/changes/changes.ts";
import { correctedThing, correctionSentence } from "../formats/changes/correction-words.ts";
import { releaseFolder } from "../formats/changes/earlier-release.ts";
import { escapeXml } from "../formats/escape.ts";
import type { Folders, Format, WrittenFiles } from "../formats/format.ts";
import { releaseIri } from "../formats/rdf/dcat.ts";

export const sitemapFormat: Format = {
  name: "sitemap",
  *files(dataset, written) {
    yield { path: "sitemap.xml", chunks: [sitemap(dataset, written)] };
  },
};

export const feedFormat: Format = {
  name: "feed",
  *files(dataset, written, folders) {
    yield { path: "feed.atom", chunks: [feed(dataset, written, folders)] };
  },
};

/** sitemaps.org's limit for one file. */
const mostAddresses = 50_000;

function sitemap({ municipality, releases }: Dataset, written: WrittenFiles): string {
  const date = releases.at(-1)?.date;
  const modified = date === undefined ? "" : `<lastmod>${date}</lastmod>`;
  const pages = [...written.keys()]
    .filter(
      (path) => (path === "index.html" || path.endsWith("/index.html")) && !path.startsWith("releases/"),
    )
    .map((path) => path.slice(0, -"index.html".length))
    .sort()
    .slice(0, mostAddresses);
  const addresses = pages.map(
    (path) => `<url><loc>${escapeXml(municipality.base + path)}</loc>${modified}</url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join("")}</urlset>\n`;
}

interface Entry {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly summary: string;
  readonly link: string;
}

/** Newest first. The only dates are those of releases and corrections; the hour is not known, so midnight in Japan. */
function feed(dataset: Dataset, written: WrittenFiles, folders: Folders | undefined): string {
  const { municipality, releases, corrections } = dataset;
  const { base } = municipality;
  const entries: Entry[] = [
    ...releases.map(({ version, date, note }) => ({
      id: releaseIri(dataset, version),
      date,
      title: `${textIn(municipality.title, "ja")} ${version}`,
      summary: [note.ja, changedIn(version, written, folders)].filter(Boolean).join("。"),
      link: base,
    })),
    ...corrections.map((correction) => ({
      id: base + thing(correctionPath(correction.id)),
      date: correction.date,
      title: `訂正：${correctedThing(dataset, correction, "ja").name}`,
      summary: correctionSentence(dataset, correction),
      link: base + correctionPath(correction.id),
    })),
  ].sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  const lines = entries.map(
    ({ id, date, title, summary, link }) =>
      `<entry><id>${escapeXml(id)}</id><title>${escapeXml(title)}</title><updated>${moment(date)}</updated><link href="${escapeXml(link)}"/><summary>${escapeXml(summary)}</summary></entry>\n`,
  );
  const updated = moment(entries[0]?.date ?? "1970-01-01");
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>${escapeXml(`${base}feed.atom`)}</id>
<title>${escapeXml(textIn(municipality.title, "ja"))}</title>
<updated>${updated}</updated>
<author><name>${escapeXml(municipality.publisher.name.ja)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(`${base}feed.atom`)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(base)}"/>
<rights>${escapeXml(municipality.licence.name)}</rights>
${lines.join("")}</feed>
`;
}

/** What a release changed, by its own file, so that its entry stays as it was when another one comes. */
function changedIn(version: string, written: WrittenFiles, folders: Folders | undefined): string {
  const path = `${releaseFolder(version)}${changesFile}`;
  if (!folders || !written.has(path)) return "";
  const { since, counts } = JSON.parse(folders.text(path)) as ChangesJson;
  return changesSentence(since, counts);
}

function moment(date: string): string {
  return `${date}T00:00:00+09:00`;
}
