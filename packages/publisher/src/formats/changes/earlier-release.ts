// The release that stands in a published folder before a run: its version, and the files that make it up.

import { listedSums } from "../checksums.ts";
import { describesData } from "../data-files.ts";
import type { EarlierFolder } from "../format.ts";

export const releasesFolder = "releases/";

/** `releases/2026-11-22/`: the address to cite a release by. */
export function releaseFolder(version: string): string {
  return `${releasesFolder}${version}/`;
}

/** Whether a run reads the file of an earlier one: its data, its releases, its elements; all else is made anew. */
export function isReadAgain(path: string): boolean {
  return (
    !path.includes("/") ||
    describesData(path) ||
    path.startsWith(releasesFolder) ||
    path.startsWith("widgets/")
  );
}

export interface EarlierRelease {
  readonly version: string;
  /** Its data files and what describes them, as they lay at the top of the folder. */
  readonly paths: readonly string[];
  /** Lower-case hexadecimal SHA-256 of each. */
  readonly sums: ReadonlyMap<string, string>;
}

/** `undefined` where nothing of ours was published yet. */
export function earlierRelease(code: string, earlier: EarlierFolder): EarlierRelease | undefined {
  const version = publishedVersion(code, earlier);
  if (version === undefined) return undefined;
  const isOfTheData = (path: string) => path.startsWith(`${code}_`) || describesData(path);
  return {
    version,
    paths: earlier.paths.filter(isOfTheData),
    sums: listedSums(earlier.text("SHA256SUMS")),
  };
}

/** The pointer says it in a few bytes; a folder without one is older than the pointer. */
export function publishedVersion(code: string, { paths, text }: EarlierFolder): string | undefined {
  if (paths.includes("releases/latest/release.json")) {
    return (JSON.parse(text("releases/latest/release.json")) as { version: string }).version;
  }
  const dataset = `${code}_dataset.json`;
  if (!paths.includes(dataset)) return undefined;
  return (JSON.parse(text(dataset)) as { release: { version: string } }).release.version;
}
