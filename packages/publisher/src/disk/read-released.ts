// What a folder holds, published or still tables, as the JSON that is published.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type DatasetJson, datasetJson, withoutBegunYears } from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { settle } from "./write-files.ts";
import { readSoundCity } from "./year/sound-city.ts";

/** A published folder has its `…_dataset.json`; a city's folder its `municipality.json`. */
export async function readReleased(folder: string): Promise<DatasetJson> {
  await settle(folder);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new Refusal({ ja: `フォルダー ${folder} がありません。`, en: `There is no folder ${folder}.` });
  }
  const names = await readdir(folder);
  if (names.includes("municipality.json")) {
    return datasetJson(withoutBegunYears((await readSoundCity(folder)).dataset));
  }
  const file = names.find((name) => /^[0-9]{6}_dataset\.json$/.test(name));
  if (file === undefined) {
    throw new Refusal({
      ja: `${folder} は、公開フォルダー（…_dataset.json）でも表のフォルダー（municipality.json）でもありません。`,
      en: `${folder} is neither a published folder (…_dataset.json) nor one of tables (municipality.json).`,
    });
  }
  const json: unknown = JSON.parse(await readFile(join(folder, file), "utf8"));
  if ((json as Partial<DatasetJson>).format !== "shihyo-dataset") {
    throw new Refusal({
      ja: `${join(folder, file)} は、このソフトが書いたものではありません。`,
      en: `${join(folder, file)} was not written by this software.`,
    });
  }
  return json as DatasetJson;
}
