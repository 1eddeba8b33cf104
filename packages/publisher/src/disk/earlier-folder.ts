// What a published folder on disk says was published before, for whoever asks before a run begins.

import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checksumFile, listedSums } from "../formats/checksums.ts";
import type { EarlierFolder } from "../formats/format.ts";

/** The list of hashes names the files; what is gone meanwhile is left out, and empty where nothing is ours. */
export function folderOnDisk(out: string): EarlierFolder {
  const inside = (path: string) => join(out, ...path.split("/"));
  const text = (path: string) => readFileSync(inside(path), "utf8");
  const sums = existsSync(inside(checksumFile)) ? text(checksumFile) : "";
  const named = [...listedSums(sums).keys(), ...(sums === "" ? [] : [checksumFile])];
  const paths = named.filter((path) => telling.test(path) && existsSync(inside(path))).sort();
  return { paths, text, read: (path) => createReadStream(inside(path)) };
}

/** The files that say what was published: datasets, lists of hashes, the pointer to the latest release. */
const telling = /(?:^|\/)(?:[0-9]{6}_dataset\.json|SHA256SUMS|release\.json)$/;
