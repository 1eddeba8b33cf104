// A spreadsheet's ZIP unpacked within limits, by the bytes that really come out and not by what the file says of itself.

import type { WorkSheet } from "@e965/xlsx";
import type { Bilingual } from "@shihyo/core";
import { Inflate, zipSync } from "fflate";

/** What is too much in a file, in words for people. */
export type TooMuch = Bilingual;

/** What a workbook may hold; 5,000 indicators of twenty years are some 250,000 cells. */
const bookLimits = {
  /** Bytes of all parts together, unpacked; pictures do not count, since they are not unpacked. */
  unpacked: 300 << 20,
  parts: 5_000,
  cells: 1_000_000,
  merges: 100_000,
  /** Places that merges cover, as far as the sheet is written. */
  merged: 1_000_000,
  validations: 100_000,
  /** As far as a sheet of Excel goes. */
  rows: 1_048_576,
  columns: 16_384,
  /** Places in rows up to their last cell, empty ones with them. */
  places: 10_000_000,
  /** Lines of a text file, as in a city's tables. */
  lines: 300_000,
} as const;

/** Parts that people cannot fill with numbers, and that readers of XML take whole. */
const partLimits: readonly (readonly [RegExp, number])[] = [
  [/(^|\/)theme\/[^/]*$/i, 2 << 20],
  [/(^|\/)(styles|workbook)\.[^/]*$/i, 16 << 20],
  [/\.rels$|(^|\/)\[Content_Types\]\.xml$/i, 4 << 20],
];

/** What is drawn and shown, but holds no cell. */
const pictures =
  /(^|\/)(media|pictures|thumbnails|printerSettings|embeddings)\/|\.(png|jpe?g|gif|emf|wmf|bmp|tiff?)$/i;

export type Unpacked =
  | { readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly tooMuch: TooMuch }
  | "damaged";

interface Entry {
  readonly path: string;
  readonly isPacked: boolean;
  readonly from: number;
  readonly to: number;
}

/** The parts of a workbook that hold its cells. */
export function unpackBook(bytes: Uint8Array): Unpacked {
  const entries = entriesOf(bytes);
  if (entries === undefined) return "damaged";
  if (entries.length > bookLimits.parts) {
    return tooMuch(`${entries.length}個の部品`, `${entries.length} parts`, bookLimits.parts, "個", "");
  }
  const parts: Record<string, Uint8Array> = {};
  let left: number = bookLimits.unpacked;
  for (const { path, isPacked, from, to } of entries) {
    if (pictures.test(path) || path.endsWith("/")) continue;
    const own = partLimits.find(([pattern]) => pattern.test(path))?.[1] ?? bookLimits.unpacked;
    const most = Math.min(own, left);
    const part = isPacked ? inflated(bytes.subarray(from, to), most) : bytes.subarray(from, to);
    if (part === undefined || part.length > most) {
      const megabytes = (own <= left ? own : bookLimits.unpacked) >> 20;
      return own <= left
        ? tooMuch(`広げた部品 ${path}`, `its part ${path} unpacked`, megabytes, " MB", " MB")
        : tooMuch("広げた大きさ", "its unpacked size", megabytes, " MB", " MB");
    }
    if (part === "damaged") return "damaged";
    left -= part.length;
    parts[path] = part;
  }
  return { parts };
}

/** Told by whoever opens the parts: more cells, merges or drop-downs than any table has. */
export function tooMuchInside(parts: Readonly<Record<string, Uint8Array>>): TooMuch | undefined {
  const found = { c: 0, mergeCell: 0, dataValidation: 0, col: 0 };
  for (const [path, part] of Object.entries(parts)) {
    if (/(^|\/)worksheets\/[^/]+\.xml$/i.test(path)) countTags(part, found);
    if (/(^|\/)content\.xml$/i.test(path)) found.c += openDocumentCells(new TextDecoder().decode(part));
  }
  return firstOver([
    [found.c, bookLimits.cells, "セル", "cells"],
    [found.mergeCell, bookLimits.merges, "結合", "merged ranges"],
    [found.dataValidation, bookLimits.validations, "入力規則", "data validations"],
    [found.col, bookLimits.columns, "列", "columns"],
  ]);
}

/** Told of a sheet whose cells lie further apart than a sheet goes, before rows are made of them. */
export function spreadTooFar(sheet: WorkSheet | undefined): TooMuch | undefined {
  const rows = sheet?.["!data"] ?? [];
  let [columns, places, merged] = [0, 0, 0];
  // `forEach` goes from one row that is there to the next.
  if (rows.length <= bookLimits.rows) {
    rows.forEach((row) => {
      columns = Math.max(columns, row.length);
      places += row.length;
    });
  }
  for (const { s, e } of sheet?.["!merges"] ?? []) {
    const height = Math.min(e.r + 1, rows.length) - s.r;
    const width = Math.min(e.c + 1, columns) - s.c;
    if (height > 0 && width > 0) merged += height * width;
  }
  return firstOver([
    [rows.length, bookLimits.rows, "行", "rows"],
    [columns, bookLimits.columns, "列", "columns"],
    [places, bookLimits.places, "セル", "cells"],
    [merged, bookLimits.merged, "結合したセル", "merged cells"],
  ]);
}

/** Told of a text that has more lines, or more separated values, than any table. */
export function tooMuchText(text: string): TooMuch | undefined {
  let [lines, values, begun, widest] = [1, 1, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === 0x0a || (letter === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) {
      lines += 1;
      begun = values;
    }
    // What may lie between two values: comma, tab, semicolon, or the beginning of a tag.
    else if (letter === 0x2c || letter === 0x09 || letter === 0x3b || letter === 0x3c) {
      values += 1;
      if (letter !== 0x3c) widest = Math.max(widest, values - begun);
    }
  }
  return firstOver([
    [lines, bookLimits.lines, "行", "lines"],
    [widest, bookLimits.columns, "1行の値", "values in a line"],
    [values, bookLimits.places, "値", "values"],
  ]);
}

function firstOver(
  told: readonly (readonly [count: number, most: number, ja: string, en: string])[],
): TooMuch | undefined {
  for (const [count, most, ja, en] of told) {
    if (count > most) return tooMuch(`${ja} ${count}`, `${count} ${en}`, most, "", "");
  }
  return undefined;
}

/** The parts as a ZIP again, for a reader that opens nothing else. */
export const packed = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(parts, { level: 0 });

function tooMuch(
  ja: string,
  en: string,
  most: number,
  unitJa: string,
  unitEn: string,
): { tooMuch: TooMuch } & TooMuch {
  const sentence = {
    ja: `が大きすぎるので開きません：${ja}（上限 ${most}${unitJa}）。表のあるシートだけにしてください。`,
    en: `is too large and was not opened: ${en} (the limit is ${most}${unitEn}). Keep only the sheets that hold tables.`,
  };
  return { ...sentence, tooMuch: sentence };
}

/** Counts opening tags by their local names (`<c r="A1">`, `<x:c>`), without making a text of the bytes. */
function countTags(bytes: Uint8Array, found: Record<string, number>): void {
  const names = Object.keys(found).map((name) => [name, new TextEncoder().encode(name)] as const);
  for (let at = bytes.indexOf(0x3c); at !== -1; at = bytes.indexOf(0x3c, at + 1)) {
    let start = at + 1;
    let end = start;
    while (isNameByte(bytes[end])) {
      if (bytes[end] === 0x3a) start = end + 1;
      end += 1;
    }
    for (const [name, letters] of names) {
      if (letters.length !== end - start) continue;
      if (!letters.every((letter, index) => bytes[start + index] === letter)) continue;
      // `<col min="1" max="16384">` stands for so many columns; it may come again.
      if (name === "col") found.col = Math.max(found.col ?? 0, lastColumn(bytes, end));
      else found[name] = (found[name] ?? 0) + 1;
    }
  }
}

function lastColumn(bytes: Uint8Array, from: number): number {
  const tag = new TextDecoder().decode(bytes.subarray(from, from + 400)).split(">")[0] ?? "";
  return Number(/\bmax\s*=\s*["']\s*(\d+)/.exec(tag)?.[1] ?? 0);
}

const isNameByte = (byte = 0): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x30 && byte <= 0x39) ||
  byte === 0x3a ||
  byte === 0x5f;

/** Cells with content of an OpenDocument, each as often as it and its row are repeated. */
function openDocumentCells(xml: string): number {
  let sum = 0;
  let rows = 1;
  for (const [tag, name] of xml.matchAll(/<table:table-(row|cell)\b[^>]*>/g)) {
    if (name === "row") rows = repeats(tag, "rows");
    else if (!tag.endsWith("/>") || tag.includes("office:value")) sum += rows * repeats(tag, "columns");
  }
  return sum;
}

const repeats = (tag: string, what: "rows" | "columns"): number =>
  Number(new RegExp(`number-${what}-repeated="(\\d+)"`).exec(tag)?.[1] ?? 1);

/** `undefined` where more comes out than may. */
function inflated(bytes: Uint8Array, most: number): Uint8Array | "damaged" | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
  });
  // A little at a time: a kilobyte becomes a megabyte at most.
  const step = 16 << 10;
  try {
    for (let at = 0; at < bytes.length && size <= most; at += step) {
      inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    }
  } catch {
    return "damaged";
  }
  if (size > most) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A ZIP's list of contents; `undefined` where it has none that holds together. */
function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const is = (at: number, mark: number) =>
    at >= 0 && at + 4 <= bytes.length && view.getUint32(at, true) === mark;
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && !is(end, 0x06054b50)) end -= 1;
  if (!is(end, 0x06054b50)) return undefined;
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (!is(at, 0x02014b50) || at + 46 > bytes.length) return undefined;
    const [packedSize, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
    if (!is(offset, 0x04034b50) || offset + 30 > bytes.length) return undefined;
    const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const to = from + packedSize;
    if (to > bytes.length) return undefined;
    entries.push({ path, isPacked: view.getUint16(at + 10, true) !== 0, from, to });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
