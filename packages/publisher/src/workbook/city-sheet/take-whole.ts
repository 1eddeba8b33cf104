// What the one sheet changes in a city's tables: compared cell by cell, and checked with all the rest before anything is kept.

import { type Dataset, type Grid, type Issue, isError } from "@shihyo/core";
import { cityFileText } from "../../formats/read/city-file-text.ts";
import type { CityTables } from "./city-rows.ts";
import { importSheet, type SheetImport, type SheetOptions } from "./import-sheet.ts";

/** The city into which it comes, from a disk or from a page's memory. */
export interface WholeCity {
  readonly dataset: Dataset;
  readonly tables: CityTables;
  /** What the checks say of the city with these texts in the place of its own. */
  readonly judge: (texts: ReadonlyMap<string, string>) => Promise<readonly Issue[]> | readonly Issue[];
}

export interface TakenWhole extends SheetImport {
  /** The tables to be put in place; none where nothing is taken. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function takeWhole(
  city: WholeCity,
  grids: readonly Grid[],
  name: string,
  options: SheetOptions = {},
): Promise<TakenWhole> {
  const result = importSheet(city.dataset, city.tables, grids, name, options);
  const texts = new Map([...result.tables].map(([file, table]) => [file, cityFileText(table)]));
  const judged = result.changes.length > 0 ? (await city.judge(texts)).filter(isError) : [];
  const issues = [...result.issues, ...judged];
  const isWell = !issues.some(isError) && result.changes.length > 0;
  return { ...result, issues, texts: isWell ? texts : new Map() };
}
