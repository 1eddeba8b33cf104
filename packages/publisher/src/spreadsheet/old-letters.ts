// What Excel 5.0 and 95 saved as bytes of Japanese Windows (code page 932), back to letters.

import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";

/** The part of an old container that Excel 97 and later write; those before wrote `Book`, whose text has no Unicode. */
export const newerPart = "Workbook";

/** In place: the library gives one letter for each byte. Returns the sheets' names. */
export function restoreLetters(book: WorkBook): readonly string[] {
  for (const name of book.SheetNames) {
    for (const line of cellsOf(book.Sheets[name])) {
      for (const cell of line ?? []) if (cell) restoreCell(cell);
    }
  }
  return book.SheetNames.map(lettersOf);
}

function cellsOf(sheet: WorkSheet | undefined): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return sheet?.["!data"] ?? [];
}

function restoreCell(cell: CellObject): void {
  if (typeof cell.v === "string") cell.v = lettersOf(cell.v);
  if (typeof cell.w === "string") cell.w = lettersOf(cell.w);
  if (typeof cell.z === "string") cell.z = lettersOf(cell.z);
}

function lettersOf(text: string): string {
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text;
  try {
    return new TextDecoder("shift_jis", { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return text;
  }
}
