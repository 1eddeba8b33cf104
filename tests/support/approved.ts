// Approved outputs: a folder or file that a person has looked at, compared byte for byte.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { differences, type Files, filesIn } from "./files.ts";

/** True with `npm test -- --approve`: what is found takes the place of what was approved. */
const approving = process.env.SHIHYO_APPROVE === "1";

/** Built files; they change with their sources and have tests of their own. */
const isBuilt = (path: string) =>
  /^widgets\/.*\.m?js$|^assets\/(page|landing|doctor|take-away)\.js$/.test(path);

/** Compares files with an approved folder: also what is missing, and what is too much. */
export function expectApprovedFolder(folder: string, published: Files): void {
  const found = withoutBuiltFiles(published);
  if (approving) {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, bytes] of found) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  }
  expect(differences(filesIn(folder), found)).toEqual([]);
}

export function expectApprovedText(file: string, found: string): void {
  if (approving) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found);
  }
  expect(found).toBe(existsSync(file) ? readFileSync(file, "utf8") : "(nothing was approved yet)");
}

/**
 * Leaves the built files out, and puts a word in place of their hashes wherever other files carry them,
 * so that a change of an element does not change every approved folder.
 */
function withoutBuiltFiles(published: Files): Files {
  const words = new Map<string, string>();
  for (const [path, bytes] of published) {
    if (!isBuilt(path)) continue;
    for (const kind of ["sha256", "sha384", "sha512"]) {
      const digest = createHash(kind).update(bytes).digest();
      words.set(digest.toString("hex"), `(${kind} of ${path})`);
      words.set(digest.toString("base64"), `(${kind} of ${path})`);
    }
  }
  const kept = new Map<string, Buffer>();
  // SHA256SUMS is the last to be written and stands for all of them: its lines follow what was replaced.
  const paths = [...published.keys()].filter((path) => !isBuilt(path) && path !== "SHA256SUMS");
  for (const path of [...paths, ...(published.has("SHA256SUMS") ? ["SHA256SUMS"] : [])]) {
    const bytes = published.get(path)!;
    const text = bytes.toString("utf8");
    const replaced = [...words].reduce((all, [hash, word]) => all.replaceAll(hash, word), text);
    if (replaced === text) kept.set(path, bytes);
    else {
      kept.set(path, Buffer.from(replaced));
      words.set(
        createHash("sha256").update(bytes).digest("hex"),
        `(sha256 of ${path}, which names a built file)`,
      );
    }
  }
  return kept;
}
