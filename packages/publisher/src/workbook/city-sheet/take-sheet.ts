// The one sheet out of a city's folder and back into it: read, compared, checked as a whole, and only then written.

import { basename } from "node:path";
import { type Issue, isError } from "@shihyo/core";
import { changeTables } from "../../disk/edit/change-tables.ts";
import { type CityFile, cityFileText, readCityFile } from "../../disk/edit/city-file.ts";
import { putFiles } from "../../disk/edit/put-files.ts";
import { readCity, tableFiles } from "../../disk/read-city.ts";
import { largestDocument, readGivenFile } from "../../disk/read-file.ts";
import { readSoundCity } from "../../disk/year/sound-city.ts";
import { Refusal } from "../../refusal.ts";
import { readGrids } from "../../spreadsheet/read-grid.ts";
import type { CityTables } from "./city-rows.ts";
import { exportSheet } from "./export-sheet.ts";
import { importSheet, type SheetImport, type SheetOptions } from "./import-sheet.ts";

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

export interface TakenSheet extends SheetImport {
  readonly written: readonly string[];
}

export function takeSheet(folder: string, book: string, options: SheetOptions = {}): Promise<TakenSheet> {
  return changeTables(folder, async () => {
    const { dataset } = await readSoundCity(folder);
    const { bytes } = await readGivenFile(book, largestDocument);
    const read = readGrids(bytes, basename(book));
    if ("refused" in read) throw new Refusal(read.refused);
    const result = importSheet(dataset, await tablesOf(folder), read.grids, basename(book), options);
    const texts = new Map([...result.tables].map(([file, table]) => [file, cityFileText(table)]));
    const judged: readonly Issue[] =
      result.changes.length > 0 ? (await readCity(folder, texts)).issues.filter(isError) : [];
    const issues = [...result.issues, ...judged];
    const isWell = !issues.some(isError) && result.changes.length > 0;
    if (isWell) await putFiles(folder, texts);
    return { ...result, issues, written: isWell ? [...texts.keys()] : [] };
  });
}
