// A small city whose next year has begun, and its workbook, filled in as people do.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "@protobi/exceljs";
import { beginYear, exportWorkbook, readCity } from "@shihyo/publisher";
import { top } from "../support/places.ts";
import { copyOf, workplace } from "../support/workplace.ts";

export const year = 2025;
/** K0001 in persons, K0002 in percent with one decimal, K0003 in words. */
export const smallCity = join(top, "tests/issues/base/data");

export async function begunCity(data = smallCity): Promise<string> {
  const folder = copyOf(data);
  await beginYear(folder, year);
  return folder;
}

export function tableOf(folder: string): string {
  return readFileSync(join(folder, `observations/${year}.csv`), "utf8");
}

export async function exportTo(folder: string, ofYear = year): Promise<string> {
  const { dataset } = await readCity(folder);
  const { bytes } = exportWorkbook(dataset!, { year: ofYear });
  const file = join(workplace(), `r${ofYear}.xlsx`);
  writeFileSync(file, bytes);
  return file;
}

/** By address on the sheet to be filled (`H2`): what is typed there. */
export type Typed = Readonly<Record<string, ExcelJS.CellValue>>;

/** Types into the sheet to be filled, and saves it. */
export async function fillIn(
  file: string,
  typed: Typed,
  also: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[1]!;
  for (const [address, value] of Object.entries(typed)) sheet.getCell(address).value = value;
  also(sheet, book);
  await book.xlsx.writeFile(file);
  return file;
}

/** All three indicators of the small city, filled in without a slip. */
export const wellFilled: Typed = { H2: "141", H3: "49.5", I4: "竣工" };
