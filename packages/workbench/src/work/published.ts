// The files of a published folder among those that a person chose: its list of hashes names what a run wrote.

import { checksumFile, listedSums } from "@shihyo/publisher/pure";
import type { FileMap } from "../worker/protocol.ts";

/** Wherever in a ZIP the folder lies; nothing where there is none. */
export function publishedIn(files: FileMap): FileMap {
  const sums = [...files.keys()]
    .filter((path) => path === checksumFile || path.endsWith(`/${checksumFile}`))
    .sort((a, b) => a.length - b.length)[0];
  if (sums === undefined) return new Map();
  const before = sums.slice(0, -checksumFile.length);
  const listed = listedSums(new TextDecoder().decode(files.get(sums)));
  const ours = [...listed.keys(), checksumFile].flatMap((path) => {
    const bytes = files.get(before + path);
    return bytes ? [[path, bytes] as const] : [];
  });
  return new Map(ours.sort(([a], [b]) => (a < b ? -1 : 1)));
}
