// A folder of its own for each test, which is gone when the test is over.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A new, empty folder. */
export function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of a city's tables that a test may spoil. */
export function copyOf(data: string): string {
  const folder = join(workplace(), "data");
  cpSync(data, folder, { recursive: true });
  return folder;
}

/** Rewrites one file; a replacement that finds nothing is a fault of the test. */
export function rewrite(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${file}`);
  writeFileSync(file, after);
}

export function put(folder: string, path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
