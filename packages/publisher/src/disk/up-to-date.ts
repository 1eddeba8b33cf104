// Whether a published folder already is what a run would write: the same tables and program, and every file's true hash.
//
// Beside the folder (`.142123.state`) stands what it was written from. With it, a run that would change nothing
// leaves the files as they are, so that web servers go on answering "not modified". Nothing is taken on trust:
// every file is read and hashed.

import { createHash, hash as hashOf } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checksumFile, listedSums } from "../formats/checksums.ts";
import type { WrittenFile, WrittenFiles } from "../formats/format.ts";
import { workplaceOf } from "./place.ts";

const require = createRequire(import.meta.url);

/** One hash over the very bytes of the tables that were read, what was said on the command line, and the program. */
export function inputDigest(tables: string, said: string): string {
  const hash = createHash("sha256").update(`${tables}\0${said}`);
  const core = dirname(dirname(require.resolve("@shihyo/core/schema/dataset.schema.json")));
  const widgets = dirname(require.resolve("@shihyo/widgets/kpi.js"));
  const publisher = fileURLToPath(new URL("..", import.meta.url));
  for (const folder of [join(core, "dist"), join(core, "schema"), widgets, publisher])
    addFolder(hash, folder);
  hash.update(readFileSync(join(publisher, "../package.json")));
  return hash.digest("hex");
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(d\.ts|map|tsbuildinfo)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
}

/** The files of the folder, where it was written from the same and is as it was written; else nothing. */
export function upToDate(out: string, input: string): WrittenFiles | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(statePath(out), "utf8"));
    const sums = readFileSync(join(out, checksumFile));
    if (typeof state !== "object" || state === null) return undefined;
    const { input: before, sums: then } = state as { input?: unknown; sums?: unknown };
    if (before !== input || then !== sha256(sums)) return undefined;
    const written = new Map<string, WrittenFile>();
    for (const [path, expected] of listedSums(sums.toString("utf8"))) {
      const content = readFileSync(join(out, ...path.split("/")));
      if (sha256(content) !== expected) return undefined;
      written.set(path, { bytes: content.byteLength, sha256: expected });
    }
    written.set(checksumFile, { bytes: sums.byteLength, sha256: sha256(sums) });
    return written;
  } catch {
    // Whatever cannot be read is not known to be right; the run writes it anew.
    return undefined;
  }
}

/** Notes what the folder was just written from. */
export async function remember(out: string, input: string): Promise<void> {
  const sums = sha256(readFileSync(join(out, checksumFile)));
  // Without the note the next run writes anew what need not be written: no reason to fail.
  await writeFile(statePath(out), `${JSON.stringify({ input, sums })}\n`).catch(() => undefined);
}

export async function forget(out: string): Promise<void> {
  await rm(statePath(out), { force: true });
}

function statePath(out: string): string {
  return workplaceOf(out).state;
}

function sha256(content: Uint8Array): string {
  return hashOf("sha256", content, "hex");
}
