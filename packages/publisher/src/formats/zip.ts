// ZIP with fixed times and a JavaScript deflate, so that the same files give the same bytes everywhere.

import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";

export interface ZipEntry {
  readonly path: string;
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
  /** Packed already (XLSX, Parquet): stored as it is. */
  readonly stored?: boolean;
}

/** 1 January 1980 in local time, the first moment that ZIP knows; fflate writes local time as well. */
const fixedTime = new Date(1980, 0, 1);

/** The archive piece by piece, in the order of the entries; no entry is ever held whole. */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { path, chunks, stored } of entries) {
    const entry = stored ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 4, mem: 4 });
    entry.mtime = fixedTime;
    zip.add(entry);
    for await (const chunk of chunks) {
      entry.push(typeof chunk === "string" ? strToU8(chunk) : new Uint8Array(chunk));
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
