// Releases: every earlier release kept as it was, an index of all, and addresses that stay.

import type { Dataset, LatestReleaseJson, Release } from "@shihyo/core";
import { changesFile, changesJson, changesSince } from "../formats/changes/changes.ts";
import { earlierRelease, releaseFolder, releasesFolder } from "../formats/changes/earlier-release.ts";
import { dataFiles } from "../formats/data-files.ts";
import type { Folders, Format, OutputFile, WrittenFiles } from "../formats/format.ts";
import { pageHtml } from "../site/page.ts";
import { currentPage, indexPage, keptPage, latestPage } from "./release-pages.ts";

export const releasesFormat: Format = {
  name: "releases",
  *files(dataset, written, folders) {
    const current = dataset.releases.at(-1);
    if (!current) return;
    const kept = new Map<string, OutputFile>();
    for (const file of folders ? keptFiles(dataset, current, folders) : []) kept.set(file.path, file);
    yield* kept.values();
    const changes = changesSince(dataset, folders);
    const path = `${releaseFolder(current.version)}${changesFile}`;
    // A release that was kept stays as it was kept.
    if (changes.kind === "known" && !kept.has(`${releaseFolder(current.version)}${keptMark}`)) {
      const json = changesJson(current.version, changes);
      yield { path, chunks: [`${JSON.stringify(json, undefined, 1)}\n`] };
    }
    yield* pointers(dataset, current, written, [...kept.keys()], changes.kind === "known");
  },
};

/** What already lies below `releases/`, and the release that this run takes the place of. */
function* keptFiles(dataset: Dataset, current: Release, { earlier }: Folders): Iterable<OutputFile> {
  const before = earlierRelease(dataset.municipality.code, earlier);
  const isKept = (version: string) => earlier.paths.includes(`${releaseFolder(version)}${keptMark}`);
  for (const path of earlier.paths) {
    const version = /^releases\/([^/]+)\//.exec(path)?.[1];
    if (version !== undefined && isKept(version)) yield { path, chunks: earlier.read(path) };
  }
  if (!before || before.version === current.version || isKept(before.version)) return;

  const folder = releaseFolder(before.version);
  for (const path of before.paths) yield { path: folder + path, chunks: earlier.read(path) };
  const changes = folder + changesFile;
  if (earlier.paths.includes(changes)) yield { path: changes, chunks: earlier.read(changes) };
  const sums = before.paths.map((path) => `${before.sums.get(path)}  ${path}\n`).join("");
  yield { path: folder + keptMark, chunks: [sums] };
  yield {
    path: `${folder}index.html`,
    chunks: [pageHtml(dataset.municipality, keptPage(dataset, before, earlier.paths.includes(changes)))],
  };
}

/** In the folder of a release that is no longer the current one: its files and their hashes. */
const keptMark = "SHA256SUMS";

/** The pages and the pointer that stay at their addresses whichever release is the current one. */
function* pointers(
  dataset: Dataset,
  current: Release,
  written: WrittenFiles,
  kept: readonly string[],
  hasChanges: boolean,
): Iterable<OutputFile> {
  const { municipality } = dataset;
  const files = dataFiles(dataset, written);
  const versions = new Set(kept.flatMap((path) => /^releases\/([^/]+)\/SHA256SUMS$/.exec(path)?.[1] ?? []));
  const pointer: LatestReleaseJson = {
    format: "shihyo-release",
    formatVersion: 1,
    version: current.version,
    date: current.date,
    address: `${municipality.base}${releaseFolder(current.version)}`,
    files: files.map(({ path, bytes, sha256, mediaType }) => ({
      path,
      address: municipality.base + path,
      mediaType,
      bytes,
      sha256,
    })),
  };
  yield {
    path: `${releasesFolder}latest/release.json`,
    chunks: [`${JSON.stringify(pointer, undefined, 2)}\n`],
  };
  const pages = [indexPage(dataset, current, versions), latestPage(dataset, current, files)];
  // A release that was kept stays as it was kept, also where the tables go back to it.
  if (!versions.has(current.version)) pages.push(currentPage(dataset, current, files, hasChanges));
  for (const page of pages) {
    yield { path: `${page.folder}index.html`, chunks: [pageHtml(municipality, page)] };
  }
}
