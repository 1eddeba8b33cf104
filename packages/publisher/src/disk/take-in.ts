// An intake on disk: files are understood in a thread, answers are kept beside the tables, and all tables are written or none.

import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { documentFiles, type TableRow } from "@shihyo/core";
import {
  answersFile,
  answersIn,
  type IntakeCity,
  nameOfCity,
  saysTheSame,
  sourceRows,
} from "../formats/intake-files.ts";
import { Refusal } from "../refusal.ts";
import { changeTables, settleTables } from "./edit/change-tables.ts";
import { type CityFile, readCityFile } from "./edit/city-file.ts";
import { putFiles } from "./edit/put-files.ts";
import { listedMunicipalities } from "./municipality-list.ts";
import { largestDocument, readGivenFile, readIfThere } from "./read-file.ts";
import { ReadingThread } from "./reading-thread.ts";

/** The files read in a thread of their own, which is then asked what they say; to be ended by whoever asks. */
export async function readInThread(files: readonly string[], onWait?: () => void): Promise<ReadingThread> {
  const apart = new ReadingThread(files.join("、"), onWait);
  try {
    for (const path of files) {
      const { bytes } = await readGivenFile(path, largestDocument);
      await apart.ask("file", { bytes, file: basename(path), path });
    }
    return apart;
  } catch (error) {
    await apart.end();
    throw error;
  }
}

/** The city's tables as they stand; empty for a folder that is not there yet. */
export async function existingTables(folder: string): Promise<ReadonlyMap<string, readonly TableRow[]>> {
  await settleTables(folder);
  await settleTables(folder);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Refusal({
      ja: `${folder} をフォルダーとして開けません。`,
      en: `${folder} cannot be opened as a folder.`,
    });
  });
  const years = await readdir(join(folder, "observations")).catch(() => []);
  const files = [...names, ...years.map((name) => `observations/${name}`)].filter(
    (name) => name.endsWith(".csv") && name !== answersFile,
  );
  const tables = new Map<string, readonly TableRow[]>();
  for (const file of files) tables.set(file, (await readCityFile(folder, file))?.rows ?? []);
  tables.set("sources.json", sourceRows(await documentsOf(folder)));
  return tables;
}

async function documentsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const documents = new Map<string, string>();
  for (const file of documentFiles) {
    const bytes = await readIfThere(join(folder, file));
    if (bytes !== undefined) documents.set(file, Buffer.from(bytes).toString("utf8"));
  }
  return documents;
}

export async function readAnswers(folder: string, file: string): Promise<ReadonlyMap<string, string>> {
  return answersIn(await readCityFile(folder, file));
}

/** The name of the city: of its folder, else of its code, else as it was given. */
export async function cityName(
  folder: string,
  city: Pick<IntakeCity, "code" | "name">,
): Promise<string | undefined> {
  const documents = await documentsOf(folder);
  return nameOfCity({ documents, ...city, listed: listedMunicipalities() });
}

/**
 * Puts everything into the folder at once; what stood there and says the same stays as it is. `understood` are the
 * tables as they stood when the files were understood: what another run wrote since would be lost, so that is told.
 */
export async function putTables(
  folder: string,
  apart: ReadingThread,
  city: Pick<IntakeCity, "code" | "name" | "date">,
  understood: ReadonlyMap<string, readonly TableRow[]>,
): Promise<readonly string[]> {
  const put = async () => {
    if (!isDeepStrictEqual(understood, await existingTables(folder))) throw changedMeanwhile(folder);
    return putSame(folder, apart, city);
  };
  return changeTables(folder, put, { isNew: true });
}

const changedMeanwhile = (folder: string) =>
  new Refusal(
    {
      ja: `ファイルを読み取っている間に、別の実行（または人）が ${folder} の表を書き換えました。何も書き込んでいません。もう一度実行してください。`,
      en: `The tables in ${folder} were changed by another run, or by hand, while the files were being understood. Nothing was written. Run this again.`,
    },
    3,
  );

async function putSame(
  folder: string,
  apart: ReadingThread,
  city: Pick<IntakeCity, "code" | "name" | "date">,
): Promise<readonly string[]> {
  const answers = await readCityFile(folder, answersFile);
  const files = await apart.ask("files", {
    ...city,
    ...(answers ? { answers } : {}),
    documents: await documentsOf(folder),
    listed: listedMunicipalities(),
  });
  const changed = new Map<string, string>();
  for (const [file, text] of files) {
    const before = await readIfThere(join(folder, ...file.split("/")));
    if (!saysTheSame(file, before, text)) changed.set(file, text);
  }
  if (changed.size > 0) await putFiles(folder, changed);
  return [...changed.keys()];
}

/** The questions with their answers, beside what other runs have written there. */
export async function putAnswers(
  folder: string,
  file: string,
  textOf: (before: CityFile | undefined) => string,
): Promise<void> {
  const put = async () => putFiles(folder, new Map([[file, textOf(await readCityFile(folder, file))]]));
  await changeTables(folder, put, { isNew: true });
}
