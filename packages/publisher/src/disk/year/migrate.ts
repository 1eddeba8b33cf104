// Brings a city's folder to the tables' current format, step by step; no value is changed.

import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  currentFormat,
  fixedTables,
  inCurrentFormat,
  migrations,
  ownStatuses,
  type Sheet,
} from "@shihyo/core";
import { Refusal } from "../../refusal.ts";
import { changeTables } from "../edit/change-tables.ts";
import { type CityFile, cityFileText, newCityFile, readCityFile } from "../edit/city-file.ts";
import { putFiles } from "../edit/put-files.ts";
import { readIfThere } from "../read-file.ts";

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
  const bytes = await readIfThere(join(folder, document));
  const text = bytes && Buffer.from(bytes).toString("utf8");
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
    for (const [file, changed] of await changedTables(folder, from, files)) files.set(file, changed);
    files.set(document, withFormat(text ?? ""));
  }
  await putFiles(folder, files);
  const removed = from < currentFormat && (await isOwnScheme(folder)) ? ["statuses.csv"] : [];
  for (const file of removed) await rm(join(folder, file));
  return { from, to: Math.max(from, currentFormat), files: [...files.keys(), ...removed] };
}

/** Whether its statuses are those of our own list, with the same addresses: then the table says nothing more. */
async function isOwnScheme(folder: string): Promise<boolean> {
  const table = await readCityFile(folder, "statuses.csv");
  if (!table) return false;
  const own = new Map(ownStatuses.map(({ id, name }) => [id, name.ja]));
  return table.rows.every((row) => own.get(row.ID ?? "") === row.名称);
}

/** The tables that later formats lay out otherwise, as texts. */
async function changedTables(
  folder: string,
  from: number,
  added: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const before = new Map<string, Sheet>();
  const lineEnds = new Map<string, CityFile["lineEnd"]>();
  for (const file of [
    "nodes.csv",
    "listings.csv",
    "targets.csv",
    "levels.csv",
    "indicator-kinds.csv",
    "evaluations.csv",
    "evaluation-schemes.csv",
  ]) {
    if (added.has(file)) {
      const columns = fixedTables.find((one) => one.file === file)?.columns ?? [];
      before.set(file, { file, header: columns.map(({ header }) => header), rows: [] });
      continue;
    }
    const found = await readCityFile(folder, file);
    if (!found) continue;
    lineEnds.set(file, found.lineEnd);
    const rows = found.rows.map((row, index) => ({
      number: index + 2,
      cells: found.header.map((name) => row[name] ?? ""),
    }));
    before.set(file, { file, header: found.header, rows });
  }
  // Their names tell which years have been reported on.
  for (const name of await readdir(join(folder, "observations")).catch(() => [])) {
    const file = `observations/${name}`;
    before.set(file, { file, header: [], rows: [] });
  }
  const texts = new Map<string, string>();
  for (const [file, { header, rows }] of inCurrentFormat(before, from)) {
    if (before.get(file)?.header.join() === header.join()) continue;
    const records = rows.map(({ cells }) =>
      Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])),
    );
    texts.set(file, cityFileText({ header, rows: records, lineEnd: lineEnds.get(file) ?? "\n" }));
  }
  return texts;
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
