// Takes a filled workbook into a city's folder: read, merged, checked as a whole, and only then written.

import { existsSync } from "node:fs";
import { basename } from "node:path";
import { Refusal } from "../../refusal.ts";
import { type TakenFilled, type TakeOptions, takeFilled } from "../../workbook/take-filled.ts";
import { readCity } from "../read-city.ts";
import { largestDocument, readGivenFile } from "../read-file.ts";
import { gridsInThread } from "../reading-thread.ts";
import { readSoundCity } from "../year/sound-city.ts";
import { changeTables } from "./change-tables.ts";
import { readCityFile } from "./city-file.ts";
import { putFiles } from "./put-files.ts";

export interface TakenWorkbook extends TakenFilled {
  readonly written: boolean;
}

export function takeWorkbook(
  folder: string,
  book: string,
  options: TakeOptions = {},
): Promise<TakenWorkbook> {
  return changeTables(folder, async () => {
    const { dataset } = await readSoundCity(folder);
    if (!existsSync(book)) {
      throw new Refusal({ ja: `ファイル ${book} がありません。`, en: `There is no file ${book}.` });
    }
    const { bytes } = await readGivenFile(book, largestDocument);
    const city = {
      dataset,
      table: (file: string) => readCityFile(folder, file),
      grids: gridsInThread,
      judge: async (texts: ReadonlyMap<string, string>) => (await readCity(folder, texts)).issues,
    };
    const taken = await takeFilled(city, bytes, basename(book), options);
    if (taken.texts.size > 0) await putFiles(folder, taken.texts);
    return { ...taken, written: taken.texts.size > 0 };
  });
}
