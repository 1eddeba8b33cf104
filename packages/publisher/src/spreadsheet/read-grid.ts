// The bytes of a spreadsheet (xlsx, xls, ods), a CSV or a web page's tables to grids of cells as they are shown.

import { type CellObject, type ColInfo, type RowInfo, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Bilingual, Grid, GridCell, Merge } from "@shihyo/core";
import { parse } from "csv-parse/sync";
import { strFromU8, strToU8 } from "fflate";
import { type Look, lookOf, withLooks } from "./cell-looks.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { japaneseDate } from "./japanese-date.ts";
import { newerPart, restoreLetters } from "./old-letters.ts";
import { struckMark, struckRuns, withoutStruckRuns } from "./struck-cells.ts";
import { packed, spreadTooFar, tooMuchInside, tooMuchText, unpackBook } from "./unpack.ts";

/** What the library tells of a cell's look. */
type CellStyle = { readonly fgColor?: { readonly rgb?: string }; readonly patternType?: string } | undefined;

/** The grids, or in one sentence why there are none. */
export type GridsRead = { readonly grids: readonly Grid[] } | { readonly refused: Bilingual };

export function readGrids(bytes: Uint8Array, file: string): GridsRead {
  if (bytes.length === 0) return refuse(file, "の中身がありません（0バイト）。", "is empty (0 bytes).");
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse(file, "はPDFです。", "is a PDF.");
  const isZip = startsWith(bytes, [0x50, 0x4b]);
  const isOld = startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
  if (isZip || isOld || isBareBook(bytes)) return readBook(bytes, file, isZip);
  const picture = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
  ];
  if (picture.some((mark) => startsWith(bytes, mark))) {
    return refuse(
      file,
      "は画像です。文字のある元のファイル（Excel、CSV、PDF）を指定してください。",
      "is a picture. Name the file it was made from (Excel, CSV, PDF).",
    );
  }
  const text = decodeAny(bytes);
  const much = text === undefined ? undefined : tooMuchText(text);
  if (much) return refuse(file, much.ja, much.en);
  if (text === undefined) {
    return refuse(
      file,
      "の文字を読めません（UTF-8、Shift_JIS、EUC-JP、UTF-16のどれでもありません）。",
      "cannot be read as text (neither UTF-8, Shift_JIS, EUC-JP nor UTF-16).",
    );
  }
  if (isXmlBook(text)) return readBook(bytes, file, false, text);
  if (/<table[\s>]/i.test(text.slice(0, 200_000))) return readHtml(text, file);
  return readCsv(text, file);
}

/** What Excel wrote before there were containers: a record that begins a workbook or a sheet, of version 2, 3, 4 or 5. */
function isBareBook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0;
}

/** 「XMLスプレッドシート2003」, which many systems write and call `.xls`, and a flat ODS. */
function isXmlBook(text: string): boolean {
  const head = text.slice(0, 3000).trimStart();
  return (
    /^<(\?xml|\w+:)/.test(head) &&
    /urn:schemas-microsoft-com:office:spreadsheet|<office:document\s/.test(head)
  );
}

/** Whether `readGrids` takes it for a workbook, rather than for a text with commas. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const isContainer = startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
  if (isContainer || isBareBook(bytes)) return true;
  const letters = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : "utf-8";
  return isXmlBook(new TextDecoder(letters).decode(bytes.subarray(0, 6000)));
}

function readBook(bytes: Uint8Array, file: string, isZip: boolean, text?: string): GridsRead {
  let content = bytes;
  let looks: readonly Look[] = [];
  let drawn: ReturnType<typeof drawnTexts> = new Map();
  if (isZip) {
    const unpacked = unpackBook(bytes);
    if (unpacked === "damaged") {
      return refuse(
        file,
        "は壊れていて開けません（途中で切れています）。元のファイルをもう一度保存してください。",
        "is damaged (it is cut off). Save the original once more.",
      );
    }
    const much = "parts" in unpacked ? tooMuchInside(unpacked.parts) : unpacked.tooMuch;
    if (much) return refuse(file, much.ja, much.en);
    if ("parts" in unpacked) {
      const looked = withLooks(withDateFormats(unpacked.parts));
      looks = looked.looks;
      drawn = drawnTexts(unpacked.parts);
      content = packed(withMarkedDates(withoutStruckRuns(looked.parts)));
    }
  }
  let book: WorkBook;
  try {
    book = quietly(() =>
      read(text ?? content, {
        type: text === undefined ? "array" : "string",
        dense: true,
        cellStyles: true,
        cellNF: true,
        cellHTML: false,
        // Empty cells that are filled: a legend's samples.
        sheetStubs: looks.length > 0,
        dateNF: "yyyy/mm/dd",
      }),
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    // An old file that is damaged is taken for a ZIP by the library, and then called an encrypted one.
    if (
      /password/i.test(message) ||
      (isZip ? /encrypt/i.test(message) : hasPart(bytes, lockedPart) || hasLock(bytes))
    ) {
      return refuse(
        file,
        "にはパスワードがかかっています。パスワードを外して保存してから、もう一度取り込んでください。",
        "is locked with a password. Save it without one and try again.",
      );
    }
    return refuse(
      file,
      "を表計算のファイル（xlsx、xls、ods）として開けません。壊れているか、別の種類のファイルです。",
      "cannot be opened as a spreadsheet (xlsx, xls, ods): it is damaged or something else.",
    );
  }
  const much = book.SheetNames.map((name) => spreadTooFar(book.Sheets[name])).find(
    (one) => one !== undefined,
  );
  if (much) return refuse(file, much.ja, much.en);
  const names = isZip || hasPart(bytes, newerPart) ? book.SheetNames : restoreLetters(book);
  const grids = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (!sheet?.["!ref"]) return [];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    const words = drawn.get(name);
    const grid = gridOf(sheet, file, names[index] ?? name, hidden, looks);
    return [words ? { ...grid, drawn: words } : grid];
  });
  if (grids.every((grid) => grid.rows.length === 0)) {
    return refuse(
      file,
      "には、文字や数の入ったセルがありません（画像だけのシートかもしれません）。",
      "has no cell with text or a number (a sheet of pictures, perhaps).",
    );
  }
  return { grids };
}

/** The library tells programmers on the console what a clerk can do nothing about (a number format of an ODS). */
function quietly<Made>(make: () => Made): Made {
  const { error } = console;
  console.error = () => undefined;
  try {
    return make();
  } finally {
    console.error = error;
  }
}

/** What Excel locks with a password is a container of the old kind with this part in it. */
const lockedPart = "EncryptedPackage";

/** An old workbook that is locked says so in its second record (FilePass, [MS-XLS] 2.4.117), behind the one that begins it. */
function hasLock(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => {
    const length = bytes[at + 2] ?? 0;
    const isBegin = byte === 0x09 && bytes[at + 1] === 0x08 && [8, 16].includes(length);
    const next = at + 4 + length;
    return isBegin && bytes[at + 3] === 0 && bytes[next] === 0x2f && bytes[next + 1] === 0;
  });
}

/** Whether a container of the old kind has a part of that name, which stands there in UTF-16. */
function hasPart(bytes: Uint8Array, part: string): boolean {
  const name = [...part].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return bytes.some((byte, at) => byte === name[0] && name.every((one, index) => bytes[at + index] === one));
}

function gridOf(
  sheet: WorkSheet,
  file: string,
  name: string,
  hidden: boolean,
  looks: readonly Look[] = [],
): Grid {
  const data = sheet["!data"] ?? [];
  const rows = Array.from(data, (line) =>
    withoutEmptyEnd(Array.from(line ?? [], (cell) => cellOf(cell, looks))),
  );
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  if (looks.length > 0) withSamples(rows, data, looks);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  // A merge goes on to the end of what is written; some reach over the whole sheet.
  const merges: Merge[] = (sheet["!merges"] ?? [])
    .filter(({ s }) => s.r < rows.length && s.c < width)
    .map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, rows.length - 1),
      right: Math.min(e.c, width - 1),
    }));
  const hiddenAt = (infos: readonly (RowInfo | ColInfo | undefined)[] | undefined) =>
    new Set([...(infos ?? [])].flatMap((info, index) => (info?.hidden ? [index] : [])));
  return {
    file,
    sheet: name,
    source: "spreadsheet",
    rows,
    merges,
    hiddenRows: hiddenAt(sheet["!rows"]),
    hiddenColumns: hiddenAt(sheet["!cols"]),
    hidden,
  };
}

/** A text with an empty cell to its left that is filled: in a legend, the sample of what the text is about. */
function withSamples(
  rows: (GridCell | undefined)[][],
  data: readonly ((CellObject | undefined)[] | undefined)[],
  looks: readonly Look[],
): void {
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const left = row[column - 1] === undefined ? data[at]?.[column - 1] : undefined;
      const fill = cell?.kind === "text" && left ? lookOf(left.s as CellStyle, looks)?.fill : undefined;
      if (cell && fill !== undefined && fill !== cell.fill) row[column] = { ...cell, sample: fill };
    }
  }
}

function withoutEmptyEnd<Cell>(line: (Cell | undefined)[]): (Cell | undefined)[] {
  return line.slice(0, line.findLastIndex((cell) => cell !== undefined) + 1);
}

function cellOf(cell: CellObject | undefined, looks: readonly Look[]): GridCell | undefined {
  if (!cell) return undefined;
  const formula = typeof cell.f === "string" ? { formula: true } : {};
  const style = cell.s as CellStyle;
  const ownFill =
    style?.patternType === "solid" && style.fgColor?.rgb ? { fill: `#${style.fgColor.rgb.slice(-6)}` } : {};
  const look: Look = looks.length === 0 ? ownFill : (lookOf(style, looks) ?? {});
  const commented = Array.isArray(cell.c) && cell.c.length > 0 ? { commented: true as const } : {};
  const more = { ...formula, ...look, ...commented };
  switch (cell.t) {
    case "n": {
      const number = Number(cell.v);
      const format = typeof cell.z === "string" ? cell.z : "General";
      const isDate = isDateFormat(format);
      const shown = (cell.w ?? String(number)).trim();
      const japanese = isDate ? japaneseDate(number, format) : undefined;
      const plain = format === "General" ? shownGeneral(number) : (japanese ?? shown);
      return {
        text: plain,
        number,
        kind: isDate ? "date" : "number",
        ...(format === "General" ? { unformatted: true } : {}),
        ...more,
      };
    }
    case "d":
      return { text: cell.w ?? String(cell.v), kind: "date", ...more };
    case "b":
      return { text: cell.v === true ? "TRUE" : "FALSE", kind: "yes-no", ...more };
    case "z":
      // A formula whose result was never saved: what it shows cannot be known.
      return cell.f === undefined ? undefined : { text: `=${cell.f}`, kind: "error", ...more };
    case "e":
      return { text: cell.w ?? "#N/A", kind: "error", ...more };
    default: {
      const text = typeof cell.v === "string" ? cell.v : String(cell.v ?? "");
      const runs = struckRuns(cell);
      if (runs && runs.kept.trim() !== "")
        return { text: runs.kept.replace(/\r\n?/g, "\n"), kind: "text", ...more };
      if (runs) return { text, kind: "text", ...more, struck: true };
      if (text.startsWith(struckMark)) return { text: text.slice(1), kind: "text", ...more, struck: true };
      if (text.startsWith(dateMark)) return { text: isoAsShown(text.slice(1)), kind: "date", ...more };
      return text.trim() === "" ? undefined : { text: text.replace(/\r\n?/g, "\n"), kind: "text", ...more };
    }
  }
}

const stylesPath = "xl/styles.xml";
/** Built-in formats 27–36 and 50–58: in Excel's Japanese they are dates, and no file says so. */
const eastAsianDates = /\bnumFmtId="(?:2[7-9]|3[0-6]|5[0-8])"/g;

/** The same workbook with those formats as the date format that the library knows. */
function withDateFormats(parts: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const found = parts[stylesPath];
  const styles = found && strFromU8(found);
  if (!styles?.match(eastAsianDates)) return parts;
  return { ...parts, [stylesPath]: strToU8(styles.replace(eastAsianDates, 'numFmtId="14"')) };
}

/** Stands before the text of a cell that the file itself calls a date; no text has it. */
const dateMark = "\uFDD0";

/** Cells of type `d` (ISO 8601) as marked text: the library makes plain numbers of them, 45383 of 2024-04-01. */
function withMarkedDates(parts: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const changed: Record<string, Uint8Array> = { ...parts };
  for (const [path, part] of Object.entries(parts)) {
    if (!/(^|\/)worksheets\/[^/]+\.xml$/i.test(path) || !holds(part, "d")) continue;
    const marked = strFromU8(part).replace(
      /<((?:\w+:)?c)\b([^>]*?)\st\s*=\s*(?:"d"|'d')([^>]*)>([\s\S]*?)<\/\1>/g,
      (_, name: string, before: string, after: string, inside: string) =>
        `<${name}${before} t="str"${after}>${inside.replace(/(<(?:\w+:)?v\b[^>]*>)/, `$1${dateMark}`)}</${name}>`,
    );
    changed[path] = strToU8(marked);
  }
  return changed;
}

/** Whether a sheet has cells of a type, looked for in its bytes: `t="d"`. */
function holds(part: Uint8Array, type: string): boolean {
  const [t, equals, letter] = [0x74, 0x3d, type.charCodeAt(0)];
  for (let at = part.indexOf(equals); at !== -1; at = part.indexOf(equals, at + 1)) {
    const quote = part[at + 1];
    if (part[at - 1] === t && part[at + 2] === letter && part[at + 3] === quote) return true;
  }
  return false;
}

/** 2024-04-01T00:00:00Z as 2024/04/01, as dates without a format of their own are shown. */
const isoAsShown = (iso: string): string =>
  iso
    .trim()
    .replace(/^(\d{4})-(\d\d)-(\d\d)/, "$1/$2/$3")
    .replace(/T(?:00:00(?::00(?:\.0+)?)?)?Z?$/, "")
    .replace("T", " ");

/** Whether a format shows a date, a time, a year of an era (`ggge`) or a day of the week (`aaa`). */
function isDateFormat(format: string): boolean {
  if (/\[(h+|m+|s+)\]/i.test(format)) return true;
  const letters = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").replace(/general|標準|E[+-]/gi, "");
  return /[ymdhsgeab]/i.test(letters);
}

/** As a cell without a format shows it where the column is wide: ten digits behind the point at most, no exponent. */
function shownGeneral(number: number): string {
  if (Number.isInteger(number)) return Math.abs(number) < 1e21 ? number.toFixed(0) : String(number);
  return number.toFixed(10).replace(/0+$/, "").replace(/\.$/, "");
}

function readHtml(text: string, file: string): GridsRead {
  try {
    const book = read(text, { type: "string", raw: true, dense: true });
    const much = book.SheetNames.map((name) => spreadTooFar(book.Sheets[name])).find(
      (one) => one !== undefined,
    );
    if (much) return refuse(file, much.ja, much.en);
    const grids = book.SheetNames.flatMap((name) => {
      const sheet = book.Sheets[name];
      return sheet?.["!ref"] ? [gridOf(sheet, file, name, false)] : [];
    });
    if (grids.length > 0) return { grids };
  } catch {
    // Told below.
  }
  return refuse(file, "の中の表を読めません。", "holds no table that can be read.");
}

function readCsv(text: string, file: string): GridsRead {
  const delimiter = delimiterOf(text);
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch {
    return refuse(
      file,
      "はCSVとして読めません（引用符が閉じていないところがあります）。",
      "cannot be read as CSV (a quotation mark is not closed).",
    );
  }
  const rows = records.map((record) =>
    record.map((value): GridCell | undefined =>
      value.trim() === "" ? undefined : { text: value.replace(/\r\n?/g, "\n"), kind: "text" },
    ),
  );
  if (rows.every((row) => row.every((cell) => cell === undefined))) {
    return refuse(file, "には何も書かれていません。", "holds nothing.");
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes that no text has tell a file of another kind
  if (/[\u0000-\u0008\u000E-\u001A]/.test(text.slice(0, 4000))) {
    return refuse(
      file,
      "は文字のファイルではありません（Excel、CSV、PDFを指定してください）。",
      "is no text file (name an Excel, CSV or PDF file).",
    );
  }
  const grid: Grid = {
    file,
    sheet: "",
    source: "csv",
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    hidden: false,
  };
  return { grids: [grid] };
}

function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/).slice(0, 30);
  const count = (sign: string) => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  const [best = ","] = [",", "\t", ";"].sort((a, b) => count(b) - count(a));
  return best;
}

/** Every encoding that Japanese offices save in; a mark at the beginning decides, else whatever fits. */
function decodeAny(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs("utf-16le", bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs("utf-16be", bytes);
  const wide = wideOrder(bytes);
  if (wide !== undefined) return decodeAs(wide, bytes);
  // What mail made of it: an escape begins each run of Japanese.
  if (bytes.some((byte, at) => byte === 0x1b && bytes[at + 1] === 0x24))
    return decodeAs("iso-2022-jp", bytes);
  const utf8 = decodeAs("utf-8", bytes);
  if (utf8 !== undefined) return utf8;
  const fits = ["shift_jis", "euc-jp"].flatMap((encoding) => decodeAs(encoding, bytes) ?? []);
  // Both may fit the same bytes; the right one has kana and common signs, the wrong one half-width kana and rarities.
  return fits.sort((a, b) => oddness(a) - oddness(b))[0];
}

/** UTF-16 without a mark at its beginning: every other byte of its commas and digits is 0. */
function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const head = bytes.subarray(0, 2000);
  const zeros = (first: number) => head.filter((byte, at) => at % 2 === first && byte === 0).length;
  const [high, low] = [zeros(0), zeros(1)];
  if (
    bytes.length % 2 !== 0 ||
    Math.max(high, low) < head.length / 20 ||
    Math.min(high, low) * 4 > Math.max(high, low)
  )
    return undefined;
  return high > low ? "utf-16be" : "utf-16le";
}

function oddness(text: string): number {
  const sample = text.slice(0, 20_000);
  const odd = sample.match(/[\uFF61-\uFF9F\uE000-\uF8FF\u0080-\u00A0]/gu)?.length ?? 0;
  const usual = sample.match(/[\u3040-\u30FF\u4E00-\u9FFF]/gu)?.length ?? 0;
  return (odd + 1) / (usual + 1);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function refuse(file: string, ja: string, en: string): GridsRead {
  return { refused: { ja: `${file} ${ja}`, en: `${file} ${en}` } };
}
