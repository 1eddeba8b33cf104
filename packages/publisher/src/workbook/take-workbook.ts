// Takes a filled workbook into a city's folder: read, merged, checked as a whole, and only then written.

import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type FiscalYear, type Issue, isError, latestYear } from "@shihyo/core";
import { changeTables } from "../disk/edit/change-tables.ts";
import { cityFileText, readCityFile } from "../disk/edit/city-file.ts";
import { putFiles } from "../disk/edit/put-files.ts";
import { readCity } from "../disk/read-city.ts";
import { largestDocument, readGivenFile } from "../disk/read-file.ts";
import { readSoundCity } from "../disk/year/sound-city.ts";
import { Refusal } from "../refusal.ts";
import { type ImportResult, importFilled } from "./import-workbook.ts";
import { readFilled } from "./sheet-cells.ts";

export interface TakenWorkbook extends ImportResult {
  readonly file: string;
  readonly year: FiscalYear;
  readonly written: boolean;
}

export interface TakeOptions {
  readonly year?: FiscalYear;
  /** Rows that are well are written though others are not. */
  readonly partial?: boolean;
}

export function takeWorkbook(
  folder: string,
  book: string,
  options: TakeOptions = {},
): Promise<TakenWorkbook> {
  return changeTables(folder, () => take(folder, book, options));
}

async function take(
  folder: string,
  book: string,
  { year: said, partial = false }: TakeOptions,
): Promise<TakenWorkbook> {
  const { dataset } = await readSoundCity(folder);
  if (!existsSync(book)) {
    throw new Refusal({ ja: `ファイル ${book} がありません。`, en: `There is no file ${book}.` });
  }
  const { bytes } = await readGivenFile(book, largestDocument);
  const name = basename(book);
  const filled = readFilled(bytes, name);
  const year = said ?? filled.memory?.year ?? latestYear(dataset) ?? 0;
  const file = `observations/${year}.csv`;
  const table = await readCityFile(folder, file);
  if (!table) {
    throw new Refusal({
      ja: `${year}年度はまだ始まっていません。先に shihyo year で始めてください。`,
      en: `${year} has not begun. Begin it with shihyo year first.`,
    });
  }
  const first = importFilled(dataset, year, table, filled, name);
  const judged = await judge(folder, file, first, name);
  const wrong = new Set(judged.filter(isError).flatMap((issue) => idAt(first, issue)));
  // Where a row breaks a rule of the whole, it is left out as one that could not be read is.
  const result = wrong.size === 0 ? first : importFilled(dataset, year, table, filled, name, wrong);
  const told = judged.filter((issue) => isError(issue) || !idAt(first, issue).some((id) => wrong.has(id)));
  const issues = [...result.issues, ...told];
  const isWell = result.issues.length === 0 && !judged.some(isError);
  const written = (isWell || partial) && result.changes.length > 0;
  if (written) await putFiles(folder, new Map([[file, cityFileText(result.table)]]));
  return { ...result, issues, file, year, written };
}

/** What the checks say of the rows that changed, told at the cells of the workbook. */
async function judge(folder: string, file: string, result: ImportResult, book: string): Promise<Issue[]> {
  if (result.changes.length === 0) return [];
  const { issues } = await readCity(folder, new Map([[file, cityFileText(result.table)]]));
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
