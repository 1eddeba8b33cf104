// SHA256SUMS: the hash of every published file, in the form that `sha256sum -c` reads.

import type { Format, WrittenFiles } from "./format.ts";

export const checksumFile = "SHA256SUMS";

export const checksumsFormat: Format = {
  name: "checksums",
  *files(_dataset, written) {
    yield { path: checksumFile, chunks: [checksums(written)] };
  },
};

function checksums(written: WrittenFiles): string {
  const lines = [...written].map(([path, { sha256 }]) => `${sha256}  ${path}\n`);
  return lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join("");
}

/** The paths that such a file lists, each with its hash. */
export function listedSums(text: string): Map<string, string> {
  return new Map(
    text
      .split("\n")
      .flatMap((line) => (/^[0-9a-f]{64} {2}./.test(line) ? [[line.slice(66), line.slice(0, 64)]] : [])),
  );
}
