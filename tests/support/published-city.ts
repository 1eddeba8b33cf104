// A published folder for a whole test file: Atsugi's, or one of tables that a test has written.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isError } from "@shihyo/core";
import { publish } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import { afterAll } from "vitest";

export const atsugiTables = fileURLToPath(new URL("../../data/142123", import.meta.url));

/** A folder that is gone when the test file is through. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Publishes, and fails with the issues where there are errors. */
export async function publishInto(out: string, tables: string): Promise<string> {
  const { issues, written } = await publish(tables, out);
  if (!written)
    throw new Error(
      issues
        .filter(isError)
        .map(({ message }) => message.en)
        .join("\n"),
    );
  return out;
}

/** Every file below the folder, by its path with `/`. */
export function bytesIn(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Header and records of a published CSV. */
export function csvCells(file: string): { header: string[]; records: string[][] } {
  const [header = [], ...records] = parse(readFileSync(file), { bom: true }) as string[][];
  return { header, records };
}
