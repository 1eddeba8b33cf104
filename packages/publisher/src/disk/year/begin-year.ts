// Begins a year in a city's folder.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FiscalYear } from "@shihyo/core";
import { begunAlready, yearToBegin } from "../../formats/read/begun-year.ts";
import { changeTables } from "../edit/change-tables.ts";
import { putFiles } from "../edit/put-files.ts";
import { readSoundCity } from "./sound-city.ts";

export interface BegunYear {
  readonly file: string;
  readonly rows: number;
  readonly source: string;
}

export function beginYear(folder: string, year: FiscalYear): Promise<BegunYear> {
  return changeTables(folder, () => begin(folder, year));
}

async function begin(folder: string, year: FiscalYear): Promise<BegunYear> {
  const { dataset } = await readSoundCity(folder);
  if (await exists(join(folder, `observations/${year}.csv`))) throw begunAlready(year);
  const sources = await readFile(join(folder, "sources.json"), "utf8");
  const { files, ...begun } = yearToBegin(dataset, year, sources);
  await putFiles(folder, files);
  return begun;
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
