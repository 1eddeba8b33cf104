// Puts a new city's files into a folder of their own.

import { readdir } from "node:fs/promises";
import { type NewCity, newCityFiles } from "../formats/new-city.ts";
import { Refusal } from "../refusal.ts";
import { changeTables, isOfChange, settleTables } from "./edit/change-tables.ts";
import { putFiles } from "./edit/put-files.ts";
import { listedMunicipalities } from "./municipality-list.ts";

interface InitialisedCity {
  readonly name: string;
  readonly files: readonly string[];
  /** False where the code is not in our list; its check digit fits all the same. */
  readonly listed: boolean;
}

export async function initCity(folder: string, city: NewCity): Promise<InitialisedCity> {
  const municipalities = listedMunicipalities();
  const { name, files } = newCityFiles(city, municipalities);
  await settleTables(folder);
  await refuseFull(folder);
  const put = async () => {
    // What a run that was killed left half written is away by now, or moved in: then the city is there.
    await refuseFull(folder);
    await putFiles(folder, files);
  };
  await changeTables(folder, put, { isNew: true });
  return { name, files: [...files.keys()], listed: municipalities.has(city.code) };
}

/** The lock and the unfinished tables of a run, and folders with nothing else in them, are nobody's files. */
async function refuseFull(folder: string): Promise<void> {
  const present = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  if (present.every((one) => one.isDirectory() || isOfChange(one.name))) return;
  throw new Refusal({
    ja: `${folder} にはもうファイルがあります。新しいフォルダーを指定してください。`,
    en: `${folder} is not empty. Name a new folder.`,
  });
}
