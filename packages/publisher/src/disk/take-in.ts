// Takes a city's own files into its folder: understood apart, answers kept beside the tables, and all tables put at once or none.

import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
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
import { Apart } from "./apart.ts";
import { readCityFile } from "./edit/city-file.ts";
import { putFiles } from "./edit/put-files.ts";
import { listedMunicipalities } from "./municipality-list.ts";
import { largestDocument, readGivenFile, readIfThere } from "./read-file.ts";

/** The files read in a thread of their own, which is then asked what they say; to be ended by whoever asks. */
export async function readApart(files: readonly string[], onWait?: () => void): Promise<Apart> {
  const apart = new Apart(files.join("、"), onWait);
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

/** Puts everything into the folder at once; what stood there and says the same stays as it is. */
export async function putTables(
  folder: string,
  apart: Apart,
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
