// The dataset of an earlier release, as the published folder holds it: in its own folder, or still at the top.

import type { Dataset, DatasetJson, Release } from "@shihyo/core";
import type { EarlierFolder } from "../format.ts";
import { publishedVersion, releaseFolder } from "./earlier-release.ts";

/**
 * The nearest release that releases.csv names before the current one and whose dataset the folder holds: kept
 * in its own folder, or still at the top. The kept one comes first, since a repeated run finds it there.
 */
export function releaseBefore(
  { releases, municipality }: Dataset,
  earlier: EarlierFolder,
): { readonly release: Release; readonly path: string } | undefined {
  const file = `${municipality.code}_dataset.json`;
  const present = new Set(earlier.paths);
  const top = publishedVersion(municipality.code, earlier);
  for (const release of releases.slice(0, -1).reverse()) {
    const kept = releaseFolder(release.version) + file;
    if (present.has(kept)) return { release, path: kept };
    if (release.version === top && present.has(file)) return { release, path: file };
  }
  return undefined;
}

/** `undefined` where it is not a dataset as this program writes it. */
export function releasedJson(text: string): DatasetJson | undefined {
  try {
    const json = JSON.parse(text) as Partial<DatasetJson>;
    return json.format === "shihyo-dataset" && json.formatVersion === 1 ? (json as DatasetJson) : undefined;
  } catch {
    return undefined;
  }
}
