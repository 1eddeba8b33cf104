// Puts a new city's files into a folder of their own.

import { readdir } from "node:fs/promises";
import { type NewCity, newCityFiles } from "../formats/new-city.ts";
import { Refusal } from "../refusal.ts";
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
  const present = await readdir(folder).catch(() => []);
  if (present.length > 0) {
    throw new Refusal({
      ja: `${folder} にはもうファイルがあります。新しいフォルダーを指定してください。`,
      en: `${folder} is not empty. Name a new folder.`,
    });
  }
  await putFiles(folder, files);
  return { name, files: [...files.keys()], listed: municipalities.has(city.code) };
}
