// Puts our rows into a municipality's own list of open data; every byte of every other row stays as it was.

import { parse } from "csv-parse/sync";
import { Refusal } from "../refusal.ts";
import { wholeBytes } from "./bytes.ts";
import { listKey } from "./open-data-list.ts";
import { encodeShiftJis } from "./shift-jis.ts";

export interface MergedList {
  readonly bytes: Uint8Array;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Columns of ours that the list does not have; what they would hold is left out. */
  readonly missingColumns: readonly string[];
  /** Columns of the list that we do not know; they stay as they are, and empty in new rows. */
  readonly ownColumns: readonly string[];
  /** Files that the list names under our dataset and that are no longer published. */
  readonly gone: readonly string[];
}

type Encoding = "utf-8" | "cp932";

/** One record of the list: the bytes it came as, its line end apart, and its cells. */
interface ListRecord {
  readonly bytes: Uint8Array;
  readonly end: Uint8Array;
  readonly cells: readonly string[];
}

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];
const utf8Mark = Uint8Array.of(0xef, 0xbb, 0xbf);

/** `list` and `rows` are whole CSV files: the municipality's, and ours (UTF-8). `name` is what a refusal calls it. */
export function mergeList(list: Uint8Array, rows: Uint8Array, name: string): MergedList {
  const encoding = encodingOf(list, name);
  const mark = utf8Mark.every((byte, at) => list[at] === byte) ? utf8Mark.length : 0;
  const [header, ...records] = recordsOf(list.subarray(mark), encoding, name);
  const columns = columnsOf(header?.cells ?? [], name);
  const [ourHeader, ...ourRecords] = recordsOf(withoutMark(rows), "utf-8", "rows");
  const names = ourHeader?.cells ?? [];
  const style = {
    encoding,
    lineEnd: header && header.end.length > 0 ? header.end : Uint8Array.of(carriageReturn, lineFeed),
    width: header?.cells.length ?? 0,
    quoted: header !== undefined && isQuotedThroughout(header, encoding),
  };

  const counts = { added: 0, updated: 0, unchanged: 0 };
  const merged: ListRecord[] = [...records];
  const ours = ourRecords.map(({ cells }) => new Map(names.map((one, at) => [plain(one), cells[at] ?? ""])));
  for (const row of ours) {
    const found = merged.flatMap((record, at) => (isSame(record, row, columns) ? [at] : []));
    for (const at of found) {
      const record = merged[at];
      if (!record) continue;
      const cells = filled(record.cells, row, columns, style.width);
      const isUnchanged = cells.every((cell, index) => cell === (record.cells[index] ?? ""));
      if (!isUnchanged) {
        const quoted = isQuotedThroughout(record, encoding);
        merged[at] = { ...written(cells, { ...style, quoted }, name), end: record.end };
      }
      counts[isUnchanged ? "unchanged" : "updated"] += 1;
    }
    if (found.length > 0) continue;
    const after = lastOfDataset(merged, row, columns);
    merged.splice(after + 1, 0, written(filled([], row, columns, style.width), style, name));
    counts.added += 1;
  }

  const published = new Set(ours.map((row) => row.get(plain(listKey.file))));
  const ids = new Set(ours.map((row) => row.get(plain(listKey.dataset))));
  const known = new Set(names.map(plain));
  const all = header ? [header, ...merged] : merged;
  return {
    bytes: wholeBytes([list.subarray(0, mark), ...joined(all, style.lineEnd, endsWithLine(list))]),
    ...counts,
    missingColumns: names.filter((one) => !columns.has(plain(one))),
    ownColumns: (header?.cells ?? []).filter((one) => !known.has(plain(one))),
    gone: records
      .filter((record) => ids.has(cellOf(record, listKey.dataset, columns)))
      .map((record) => cellOf(record, listKey.file, columns))
      .filter((address) => !published.has(address)),
  };
}

type Row = ReadonlyMap<string, string>;
type Columns = ReadonlyMap<string, number>;

interface Style {
  readonly encoding: Encoding;
  readonly lineEnd: Uint8Array;
  readonly width: number;
  readonly quoted: boolean;
}

/** Some lists write `ファイル形式` for `ファイル_形式`, and in full or half width. */
function plain(column: string): string {
  return column.normalize("NFKC").replace(/[\s_]/g, "").toLowerCase();
}

function columnsOf(header: readonly string[], name: string): Columns {
  const columns = new Map<string, number>();
  header.forEach((column, at) => {
    if (!columns.has(plain(column))) columns.set(plain(column), at);
  });
  const missing = Object.values(listKey).filter((column) => !columns.has(plain(column)));
  if (missing.length > 0) {
    throw new Refusal({
      ja: `${name} の1行目に、列「${missing.join("」「")}」がありません。オープンデータ一覧のCSVを指定してください。`,
      en: `The first row of ${name} has no column ${missing.join(", ")}. Name the CSV of a list of open data.`,
    });
  }
  return columns;
}

function cellOf({ cells }: ListRecord, column: string, columns: Columns): string {
  return cells[columns.get(plain(column)) ?? -1] ?? "";
}

function isSame(record: ListRecord, row: Row, columns: Columns): boolean {
  return Object.values(listKey).every((column) => cellOf(record, column, columns) === row.get(plain(column)));
}

/** Our rows stand together: behind the last row of the same dataset, else behind the last that holds anything. */
function lastOfDataset(records: readonly ListRecord[], row: Row, columns: Columns): number {
  const id = row.get(plain(listKey.dataset));
  const at = records.findLastIndex((record) => cellOf(record, listKey.dataset, columns) === id);
  // Spreadsheets leave empty rows at the end; ours stand before them.
  return at < 0 ? records.findLastIndex(({ cells }) => cells.some((cell) => cell.trim() !== "")) : at;
}

/** What we know takes the place of what stood there; what we do not know stays as the municipality wrote it. */
function filled(cells: readonly string[], row: Row, columns: Columns, width: number): string[] {
  const result = Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? "");
  for (const [column, at] of columns) {
    const known = row.get(column);
    if (known) result[at] = known;
  }
  return result;
}

function written(cells: readonly string[], { encoding, lineEnd, quoted }: Style, name: string): ListRecord {
  const text = cells
    .map((cell) => (quoted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
  return { bytes: encoded(text, encoding, name), end: lineEnd, cells };
}

/** cp932 has two marks under other code points than Unicode's tables of JIS; a character it lacks is told. */
function encoded(text: string, encoding: Encoding, name: string): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const mapped = text.replaceAll("\u301c", "\uff5e").replaceAll("\u2212", "\uff0d");
  const bytes = encodeShiftJis(mapped);
  if (!bytes) {
    const lacking = [...mapped].find((one) => encodeShiftJis(one) === undefined);
    throw new Refusal({
      ja: `「${lacking}」は、${name} の文字コード（Shift_JIS）で書けません。一覧をUTF-8で保存してから、もう一度実行してください。`,
      en: `“${lacking}” cannot be written in the encoding of ${name} (Shift_JIS). Save the list as UTF-8, then run this again.`,
    });
  }
  return bytes;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const label = encoding === "utf-8" ? "utf-8" : "shift_jis";
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

/** The records with their line ends; only a last row without one is given one, where a row follows it. */
function joined(records: readonly ListRecord[], lineEnd: Uint8Array, closed: boolean): Uint8Array[] {
  return records.flatMap(({ bytes, end }, at) => {
    const isLast = at === records.length - 1;
    return [bytes, isLast && !closed ? new Uint8Array(0) : end.length > 0 ? end : lineEnd];
  });
}

function endsWithLine(bytes: Uint8Array): boolean {
  const last = bytes.at(-1);
  return last === lineFeed || last === carriageReturn;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return utf8Mark.every((byte, at) => bytes[at] === byte) ? bytes.subarray(utf8Mark.length) : bytes;
}

function encodingOf(bytes: Uint8Array, name: string): Encoding {
  const candidates = [
    ["utf-8", "utf-8"],
    ["shift_jis", "cp932"],
  ] as const;
  for (const [label, encoding] of candidates) {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes);
      return encoding;
    } catch {
      // Not this one.
    }
  }
  throw new Refusal({
    ja: `${name} の文字コードが、UTF-8でもShift_JISでもありません。`,
    en: `${name} is neither UTF-8 nor Shift_JIS.`,
  });
}

/**
 * Cut at the bytes: in UTF-8 and in cp932 a quotation mark or a line end is never part of another character,
 * so that what is not touched need not be encoded again.
 */
function recordsOf(bytes: Uint8Array, encoding: Encoding, name: string): ListRecord[] {
  const records: ListRecord[] = [];
  let start = 0;
  let inQuotes = false;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) inQuotes = !inQuotes;
    const isEnd = byte === undefined || (!inQuotes && (byte === lineFeed || byte === carriageReturn));
    if (!isEnd || (byte === undefined && start === at)) continue;
    const length = byte === undefined ? 0 : byte === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
    const own = bytes.subarray(start, at);
    records.push({ bytes: own, end: bytes.subarray(at, at + length), cells: cellsOf(own, encoding, name) });
    start = at + length;
    at = start - 1;
  }
  return records;
}

function cellsOf(bytes: Uint8Array, encoding: Encoding, name: string): string[] {
  const text = decoded(bytes, encoding);
  try {
    const [cells = []] = parse(text, { relax_column_count: true }) as string[][];
    return cells;
  } catch {
    throw new Refusal({
      ja: `${name} の「${text.slice(0, 40)}」の行は、引用符（"）の使い方が正しくありません。直してから、もう一度実行してください。`,
      en: `In ${name}, the quotation marks of the row “${text.slice(0, 40)}” do not pair. Mend it, then run this again.`,
    });
  }
}

function isQuotedThroughout({ bytes, cells }: ListRecord, encoding: Encoding): boolean {
  const text = decoded(bytes, encoding);
  return text === cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
}
