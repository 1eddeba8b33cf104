// A city's folder on disk to a dataset, with every issue met on the way.

import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { documentFiles, fixedTables, type ReadResult } from "@shihyo/core";
import { intendedTable, isTableFile, readCityFiles, yearlyFolders } from "../formats/read/city-files.ts";
import { Refusal } from "../refusal.ts";
import { settleTables } from "./edit/change-tables.ts";
import { type FileRead, largestTable, markNow, readGivenFile } from "./read-file.ts";

export interface ReadCity extends ReadResult {
  /** One hash over the names and the very bytes that were taken apart: what tells that nothing has changed. */
  readonly digest: string;
}

/** With `instead`, texts by file that take the place of what is on disk: to see what a change would do. */
export async function readCity(
  folder: string,
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<ReadCity> {
  const files = new Map<string, Uint8Array | string>();
  const hash = createHash("sha256");
  for (const [file, bytes] of await bytesTogether(folder)) {
    hash.update(`${file}\0${bytes.byteLength}\0`).update(bytes);
    files.set(file, instead.get(file) ?? bytes);
  }
  return { ...readCityFiles(files), digest: hash.digest("hex") };
}

/** Every table as it stood at one moment, as far as a disk can tell: read again where one changed meanwhile. */
async function bytesTogether(folder: string): Promise<Map<string, Uint8Array>> {
  for (let attempt = 1; ; attempt += 1) {
    await settleTables(folder);
    const files = await tableFiles(folder);
    const read = new Map<string, FileRead>();
    for (const file of files) read.set(file, await readGivenFile(join(folder, file), largestTable));
    const isSteady = await unchanged(folder, read);
    if (isSteady || attempt === 3) return new Map([...read].map(([file, { bytes }]) => [file, bytes]));
  }
}

async function unchanged(folder: string, read: ReadonlyMap<string, FileRead>): Promise<boolean> {
  for (const [file, { mark }] of read) if ((await markNow(join(folder, file))) !== mark) return false;
  return true;
}

/** The files of ours that are there. A place that is no folder, or holds none of them, is refused. */
export async function tableFiles(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found)
    throw new Refusal({ ja: `フォルダー ${folder} がありません。`, en: `There is no folder ${folder}.` });
  if (!found.isDirectory()) {
    throw new Refusal({
      ja: `${folder} はフォルダーではなくファイルです。表の入ったフォルダーを指定してください。`,
      en: `${folder} is a file. Name the folder that holds the tables.`,
    });
  }
  const names = new Set(await readdir(folder));
  const fixed = [
    ...[...documentFiles, ...fixedTables.map(({ file }) => file)].filter((file) => names.has(file)),
    ...[...names].filter(
      (file) => intendedTable(file) !== undefined && !names.has(intendedTable(file) ?? ""),
    ),
  ];
  const yearly = await Promise.all(
    yearlyFolders.map((name) => (names.has(name) ? filesOfYears(folder, name) : [])),
  );
  if (fixed.length === 0 && yearly.flat().length === 0) {
    throw new Refusal({
      ja: `${folder} に表（municipality.json、indicators.csv など）が1つもありません。`,
      en: `${folder} holds none of the tables (municipality.json, indicators.csv …).`,
    });
  }
  return [...fixed, ...yearly.flat()];
}

async function filesOfYears(folder: string, name: string): Promise<string[]> {
  const files = await readdir(join(folder, name)).catch(() => []);
  return files
    .map((file) => `${name}/${file}`)
    .filter((file) => isTableFile(file) || intendedTable(file) !== undefined)
    .sort();
}
