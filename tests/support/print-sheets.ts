// Sheets of cells written as a clerk would have them: XLSX with merges and rules, CSV in any encoding.

import { Workbook } from "@protobi/exceljs";
import iconv from "iconv-lite";
import type { PrintedSheet } from "./printed-city.ts";

/** A number and how it is shown, where the text is one. */
function numberOf(text: string): { readonly value: number; readonly format: string } | undefined {
  const match = /^([△▲-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?(%?)$/u.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", decimals = "", percent = ""] = match;
  if (/^0[0-9]/.test(whole)) return undefined;
  const size = Number(`${whole.replaceAll(",", "")}${decimals === "" ? "" : `.${decimals}`}`);
  const value = (sign === "" ? size : -size) / (percent === "" ? 1 : 100);
  const digits = `${whole.includes(",") ? "#,##0" : "0"}${decimals === "" ? "" : `.${"0".repeat(decimals.length)}`}${percent}`;
  return { value, format: sign === "" || sign === "-" ? digits : `${digits};"${sign}"${digits}` };
}

export async function xlsxOf(
  sheets: readonly PrintedSheet[],
  { isRuled = true }: { readonly isRuled?: boolean } = {},
): Promise<Uint8Array> {
  const book = new Workbook();
  for (const { name, cells, merges = [], hiddenColumns = [], hiddenRows = [], repeated, hidden } of sheets) {
    const sheet = book.addWorksheet(name, {
      ...(hidden ? { state: "hidden" as const } : {}),
      pageSetup: {
        paperSize: 9,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        ...(repeated ? { printTitlesRow: `${repeated[0] + 1}:${repeated[1] + 1}` } : {}),
      },
    });
    const width = Math.max(...cells.map((row) => row.length));
    const isFilled = (row: readonly string[]) =>
      row.filter((text) => text !== "").length > 1 || row.length > 2;
    const [first, last] = [cells.findIndex(isFilled), cells.findLastIndex(isFilled)];
    for (const [at, row] of cells.entries()) {
      const isTable =
        isFilled(row) ||
        merges.some(({ top, left, right }) => top === at && right > left && at > first && at < last);
      const lines = Math.max(1, ...row.map((text) => text.split("\n").length));
      if (lines > 1) sheet.getRow(at + 1).height = lines * 14;
      for (let column = 0; column < width; column++) {
        const text = row[column] ?? "";
        const cell = sheet.getCell(at + 1, column + 1);
        const number = numberOf(text);
        if (number) {
          cell.value = number.value;
          cell.numFmt = number.format;
        } else if (text !== "") cell.value = text;
        cell.font = { name: "Noto Sans CJK JP", size: 9 };
        cell.alignment = { wrapText: isTable, vertical: "middle" };
        if (isTable && isRuled) {
          const side = { style: "thin" as const };
          cell.border = { top: side, left: side, bottom: side, right: side };
        }
      }
    }
    for (let column = 0; column < width; column++) {
      const longest = Math.max(
        ...cells.map((row) => {
          const filled = row.filter((text) => text !== "").length;
          return filled > 1 ? Math.max(...(row[column] ?? "").split("\n").map(({ length }) => length)) : 0;
        }),
      );
      sheet.getColumn(column + 1).width = Math.min(34, Math.max(5, longest * 2 + 2));
      if (hiddenColumns.includes(column)) sheet.getColumn(column + 1).hidden = true;
    }
    for (const row of hiddenRows) sheet.getRow(row + 1).hidden = true;
    for (const { top, left, bottom, right } of merges)
      sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export function csvOf(
  { cells }: PrintedSheet,
  encoding: "utf8" | "cp932" | "eucjp" | "utf16" = "utf8",
): Uint8Array {
  const width = Math.max(...cells.map((row) => row.length));
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = cells
    .map((row) => Array.from({ length: width }, (_, at) => quoted(row[at] ?? "")).join(","))
    .join("\r\n");
  return new Uint8Array(
    iconv.encode(`${text}\r\n`, encoding, { addBOM: encoding !== "cp932" && encoding !== "eucjp" }),
  );
}
