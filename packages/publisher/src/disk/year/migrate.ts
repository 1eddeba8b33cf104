// Brings a city's folder to the tables' current format, step by step; no value is changed.

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { currentFormat, fixedTables, migrations } from "@shihyo/core";
import { Refusal } from "../../refusal.ts";
import { changeTables } from "../edit/change-tables.ts";
import { cityFileText, newCityFile } from "../edit/city-file.ts";
import { putFiles } from "../edit/put-files.ts";

export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** The files that were added or changed. */
  readonly files: readonly string[];
}

const document = "municipality.json";

export function migrate(folder: string): Promise<Migrated> {
  return changeTables(folder, () => bringOver(folder));
}

async function bringOver(folder: string): Promise<Migrated> {
  const text = await readFile(join(folder, document), "utf8").catch(() => undefined);
  const municipality = text === undefined ? undefined : parsed(text);
  if (municipality === undefined) {
    throw new Refusal({
      ja: `${join(folder, document)} を読めません。市の表のフォルダーを指定してください。`,
      en: `${join(folder, document)} cannot be read. Name the folder that holds a city's tables.`,
    });
  }
  const from = typeof municipality.format === "number" ? municipality.format : 1;
  const files = new Map<string, string>();
  for (const { to, addedTables } of migrations) {
    if (to <= from) continue;
    for (const file of addedTables) {
      const isThere = await stat(join(folder, file)).then(
        () => true,
        () => false,
      );
      const table = fixedTables.find((one) => one.file === file);
      if (table && !isThere) files.set(file, cityFileText(newCityFile(table.columns.map((c) => c.header))));
    }
  }
  if (from < currentFormat) {
    files.set(document, withFormat(text ?? ""));
  }
  await putFiles(folder, files);
  return { from, to: Math.max(from, currentFormat), files: [...files.keys()] };
}

/** Only the number is changed; people laid out the rest. */
function withFormat(text: string): string {
  const said = /("format"\s*:\s*)[0-9]+/;
  return said.test(text)
    ? text.replace(said, `$1${currentFormat}`)
    : text.replace("{", `{\n  "format": ${currentFormat},`);
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
