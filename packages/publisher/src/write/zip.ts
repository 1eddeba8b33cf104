// ZIP with fixed times and a JavaScript deflate, so that the same files give the same bytes everywhere.

import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

export interface ZipEntry {
  readonly path: string;
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
  /** Packed already (XLSX, Parquet): stored as it is. */
  readonly stored?: boolean;
}

/** 1 January 1980 in local time, the first moment that ZIP knows; fflate writes local time as well. */
const fixedTime = new Date(1980, 0, 1);

/** The fields of a ZIP's directory entries that carry the time (APPNOTE 4.3.7, 4.3.12). */
const fixedDosTime = { time: 0, date: (0 << 9) | (1 << 5) | 1 } as const;

/** The archive piece by piece, in the order of the entries; no entry is ever held whole. */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { path, chunks, stored } of entries) {
    const entry = stored ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = fixedTime;
    zip.add(entry);
    for await (const chunk of chunks) {
      entry.push(typeof chunk === "string" ? Buffer.from(chunk, "utf8") : new Uint8Array(chunk));
      yield* ready;
      ready = [];
    }
    entry.push(new Uint8Array(0), true);
    yield* ready;
    ready = [];
  }
  zip.end();
  yield* ready;
}

/** The same archive with its clock times overwritten, without packing it again; changes it in place. */
export function withFixedTimes(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const stamp = (at: number) => {
    view.setUint16(at, fixedDosTime.time, true);
    view.setUint16(at + 2, fixedDosTime.date, true);
  };
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("the ZIP's directory is broken");
    stamp(at + 12);
    stamp(view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Error("the ZIP has no directory");
}
