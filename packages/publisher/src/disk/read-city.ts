// A city's folder on disk to a dataset, with every issue met on the way.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { documentFiles, fixedTables, type ReadResult } from "@shihyo/core";
import { isTableFile, readCityFiles, yearlyFolders } from "../formats/read/city-files.ts";
import { Refusal } from "../refusal.ts";

/** With `instead`, texts by file that take the place of what is on disk: to see what a change would do. */
export async function readCity(
  folder: string,
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<ReadResult> {
  const files = new Map<string, Uint8Array | string>();
  for (const file of await tableFiles(folder)) {
    files.set(file, instead.get(file) ?? (await bytesOf(join(folder, file))));
  }
  return readCityFiles(files);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      {
        ja: `${path} を読めません（${code}）。ほかのプログラムが開いていないか、読む権限があるかを確かめてください。`,
        en: `${path} cannot be read (${code}). See whether another program holds it open, and who may read it.`,
      },
      3,
    );
  }
}

/** The files of ours that are there. A place that is no folder, or holds none of them, is refused. */
async function tableFiles(folder: string): Promise<string[]> {
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
  const fixed = [...documentFiles, ...fixedTables.map(({ file }) => file)].filter((file) => names.has(file));
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
    .filter(isTableFile)
    .sort();
}
