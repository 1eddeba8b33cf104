// Approved outputs: files that a person has looked at, compared as text with hashes and sizes masked.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { differences, type Files, filesIn } from "./files.ts";

/** True with `npm test -- --approve`: what is found takes the place of what was approved. */
const approving = process.env.SHIHYO_APPROVE === "1";

/**
 * Compares the chosen files with an approved folder: also what is missing, and what is too much. The rest of the
 * published folder is held by tests of its own; here stands what a reviewer can read.
 */
export function expectApprovedFiles(folder: string, published: Files, chosen: readonly string[]): void {
  const found = new Map(
    chosen.map((path) => {
      const text = published.get(path)?.toString("utf8") ?? "(not there)";
      return [path, Buffer.from(masked(indented(path, text)))];
    }),
  );
  // The names of all files, so that one that comes or goes is seen.
  found.set("files.txt", Buffer.from([...published.keys()].map((path) => `${path}\n`).join("")));
  if (approving) {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, bytes] of found) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  }
  const approved = new Map([...filesIn(folder)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  expect(differences(approved, found)).toEqual([]);
}

export function expectApprovedText(file: string, found: string): void {
  if (approving) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found);
  }
  expect(found).toBe(existsSync(file) ? readFileSync(file, "utf8") : "(nothing was approved yet)");
}

/** Our JSON stands on few long lines: one value a line is what a reviewer can compare. */
function indented(path: string, text: string): string {
  return /(?<!meta)data(set)?\.json$/.test(path)
    ? `${JSON.stringify(JSON.parse(text), undefined, 1)}\n`
    : text;
}

/** What follows from other files' bytes: a change of one file must not show in those that name it. */
function masked(text: string): string {
  return (
    text
      .replaceAll(/\b[0-9a-f]{64}\b/g, "(sha256)")
      .replaceAll(/sha(256|384|512)-[A-Za-z0-9+/]{43,88}={0,2}/g, "sha$1-(hash)")
      .replaceAll(/("(?:bytes|contentSize|byteSize)":\s*)"?[0-9]+"?/g, "$1(size)")
      .replaceAll(/(byteSize(?:>|")?[ :{]*(?:"@value": )?)"[0-9]+"/g, '$1"(size)"')
      .replaceAll(/\b[0-9][0-9.,]* (kB|MB)\b/g, "(size)")
      // In the table of a release's files, and in the rows of a city's list of open data.
      .replaceAll(/<td class="number">[0-9,]+(?=<\/td><td><code>)/g, '<td class="number">(size)')
      .replaceAll(/(?<="配信中",")[0-9]+(?=")/g, "(size)")
  );
}
