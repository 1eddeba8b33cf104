// The one sheet out of a city's folder and back into it: read, compared, checked as a whole, and only then written.

import { basename } from "node:path";
import type { CityTables } from "../../workbook/city-sheet/city-rows.ts";
import { exportSheet } from "../../workbook/city-sheet/export-sheet.ts";
import type { SheetOptions } from "../../workbook/city-sheet/import-sheet.ts";
import { type TakenWhole, takeWhole } from "../../workbook/city-sheet/take-whole.ts";
import { readCity, tableFiles } from "../read-city.ts";
import { largestDocument, readGivenFile } from "../read-file.ts";
import { gridsInThread } from "../reading-thread.ts";
import { readSoundCity } from "../year/sound-city.ts";
import { changeTables } from "./change-tables.ts";
import { type CityFile, readCityFile } from "./city-file.ts";
import { putFiles } from "./put-files.ts";

async function tablesOf(folder: string): Promise<CityTables> {
  const tables = new Map<string, CityFile>();
  for (const file of await tableFiles(folder)) {
    const table = file.endsWith(".csv") ? await readCityFile(folder, file) : undefined;
    if (table) tables.set(file, table);
  }
  return tables;
}

export async function sheetOf(folder: string): Promise<{ bytes: Uint8Array; rows: number }> {
  const { dataset } = await readSoundCity(folder);
  return exportSheet(dataset, await tablesOf(folder));
}

export interface TakenSheet extends TakenWhole {
  readonly written: readonly string[];
}

export function takeSheet(folder: string, book: string, options: SheetOptions = {}): Promise<TakenSheet> {
  return changeTables(folder, async () => {
    const { dataset } = await readSoundCity(folder);
    const { bytes } = await readGivenFile(book, largestDocument);
    const grids = await gridsInThread(bytes, basename(book));
    const city = {
      dataset,
      tables: await tablesOf(folder),
      judge: async (texts: ReadonlyMap<string, string>) => (await readCity(folder, texts)).issues,
    };
    const taken = await takeWhole(city, grids, basename(book), options);
    if (taken.texts.size > 0) await putFiles(folder, taken.texts);
    return { ...taken, written: [...taken.texts.keys()] };
  });
}
