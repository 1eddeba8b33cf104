// A workbook as Excel 5.0 and 95 wrote it in Japan (BIFF5): strings are bytes of code page 932, in a stream called Book.

import { CFB } from "@e965/xlsx";
import iconv from "iconv-lite";

type Cell = string | number;

const bytesOf = (text: string): Buffer => iconv.encode(text, "cp932");

/** [MS-XLS] 2.1.4, and the Excel 5.0 SDK: type and length before each body. */
function record(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

function words(...values: readonly number[]): Buffer {
  const made = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) made.writeUInt16LE(value, at * 2);
  return made;
}

const begin = (kind: number) => record(0x0809, words(0x0500, kind, 0x096c, 0x07c9));
const end = record(0x000a);

function sheetStream(rows: readonly (readonly Cell[])[]): Buffer {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.flatMap((row, at) =>
    row.map((cell, column) => {
      if (typeof cell === "string") {
        const text = bytesOf(cell);
        return record(0x0204, words(at, column, 0, text.length), text);
      }
      const number = Buffer.alloc(8);
      number.writeDoubleLE(cell);
      return record(0x0203, words(at, column, 0), number);
    }),
  );
  return Buffer.concat([begin(0x10), record(0x0200, words(0, rows.length, 0, width, 0)), ...cells, end]);
}

/** One sheet of words and numbers. */
export function excel95(name: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const title = bytesOf(name);
  const sheet = (at: number) => {
    const place = Buffer.alloc(6);
    place.writeUInt32LE(at, 0);
    return record(0x0085, place, Buffer.from([title.length]), title);
  };
  const style = record(0x00e0, words(0, 0, 0xfff5, 0x0020, 0, 0, 0, 0));
  const font = record(
    0x0031,
    words(200, 0, 0x7fff, 400, 0, 0x8000),
    Buffer.from([0x80, 5]),
    Buffer.from("Arial"),
  );
  const before = Buffer.concat([begin(0x05), record(0x0042, words(932)), font, style]);
  const at = before.length + sheet(0).length + end.length;
  const stream = Buffer.concat([before, sheet(at), end, sheetStream(rows)]);
  // Short streams stand in a place of their own; real files are longer than that.
  const padded = Buffer.concat([stream, Buffer.alloc(Math.max(0, 8192 - stream.length))]);
  const file = CFB.utils.cfb_new({ root: "Root Entry" });
  CFB.utils.cfb_add(file, "/Book", padded);
  return CFB.write(file, { type: "buffer" }) as Uint8Array;
}
