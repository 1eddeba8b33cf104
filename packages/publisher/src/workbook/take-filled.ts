// What a filled workbook changes in a city's tables: read, merged, and judged together with all the rest, before anything is kept.

import { type Dataset, type FiscalYear, type Grid, type Issue, isError, latestYear } from "@shihyo/core";
import { type CityFile, cityFileText } from "../formats/read/city-file-text.ts";
import { notBegun } from "./fill-rows.ts";
import { type ImportResult, importFilled } from "./import-workbook.ts";
import { readFilled } from "./sheet-cells.ts";

/** The city into which it comes, from a disk or from a page's memory. */
export interface CityAtHand {
  readonly dataset: Dataset;
  /** One of its tables as it stands; `undefined` where it has none of that name. */
  readonly table: (file: string) => Promise<CityFile | undefined> | CityFile | undefined;
  /** What the checks say of the city with these texts in the place of its own. */
  readonly judge: (texts: ReadonlyMap<string, string>) => Promise<readonly Issue[]> | readonly Issue[];
  /** Reads a workbook where it can do no harm; else it is read here. */
  readonly grids?: (bytes: Uint8Array, name: string) => Promise<readonly Grid[]>;
}

export interface TakeOptions {
  readonly year?: FiscalYear;
  /** Rows that are well are taken though others are not. */
  readonly partial?: boolean;
}

export interface TakenFilled extends ImportResult {
  readonly file: string;
  readonly year: FiscalYear;
  /** The tables to be put in place; none where nothing is taken. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function takeFilled(
  city: CityAtHand,
  bytes: Uint8Array,
  name: string,
  { year: said, partial = false }: TakeOptions = {},
): Promise<TakenFilled> {
  const { dataset } = city;
  const filled = await readFilled(bytes, name, city.grids);
  const year = said ?? filled.memory?.year ?? latestYear(dataset) ?? 0;
  const file = `observations/${year}.csv`;
  const table = await city.table(file);
  if (!table) throw notBegun(year);
  const first = importFilled(dataset, year, table, filled, name);
  const judged = await judge(city, file, first, name);
  const wrong = new Set(judged.filter(isError).flatMap((issue) => idAt(first, issue)));
  // Where a row breaks a rule of the whole, it is left out as one that could not be read is.
  const result = wrong.size === 0 ? first : importFilled(dataset, year, table, filled, name, wrong);
  const told = judged.filter((issue) => isError(issue) || !idAt(first, issue).some((id) => wrong.has(id)));
  const issues = [...result.issues, ...told];
  const isWell = result.issues.length === 0 && !judged.some(isError);
  const isTaken = (isWell || partial) && result.changes.length > 0;
  const texts = new Map(isTaken ? [[file, cityFileText(result.table)]] : []);
  return { ...result, issues, file, year, texts };
}

/** What the checks say of the rows that changed, told at the cells of the workbook. */
async function judge(city: CityAtHand, file: string, result: ImportResult, book: string): Promise<Issue[]> {
  if (result.changes.length === 0) return [];
  const issues = await city.judge(new Map([[file, cityFileText(result.table)]]));
  return issues.flatMap((issue) => {
    const row =
      issue.file === file && issue.row !== undefined ? result.changedRows.get(issue.row) : undefined;
    if (!row) return [];
    const cell = row.cells.get(issue.column ?? "実績値")?.address;
    return [{ ...issue, file: book, ...(cell === undefined || cell === "" ? {} : { cell }) }];
  });
}

function idAt(result: ImportResult, issue: Issue): string[] {
  const row = result.changedRows.get(issue.row ?? 0);
  const id = row?.cells.get("ID")?.text.normalize("NFKC").trim();
  return id === undefined ? [] : [id];
}
