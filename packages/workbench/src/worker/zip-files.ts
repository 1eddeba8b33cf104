// A folder's files as one ZIP and back; a ZIP that would unpack to more than a city's data ever is, is refused.

import { checksumFile, isReadAgain, Refusal, wholeBytes, zipped } from "@shihyo/publisher/pure";
import { type Unzipped, unzipSync } from "fflate";
import type { Bytes, FileMap } from "./protocol.ts";

/** What a ZIP may unpack to, in bytes and in files: a city's published folder of many years, and far from what fills a computer. */
const mostBytes = 400 * 1024 * 1024;
const mostFiles = 60_000;

/** Files by their paths, in memory: a `Map`, or a published folder that is packed. */
export interface Files {
  keys(): Iterable<string>;
  get(path: string): Bytes | undefined;
  /** A large file in its pieces. */
  pieces?(path: string): Iterable<Bytes>;
}

export async function zippedFiles(files: Files, folder: string): Promise<Bytes> {
  const entries = [...files.keys()].sort().map((path) => ({
    path: folder === "" ? path : `${folder}/${path}`,
    // One after the other: all of them at once may be more than fits.
    get chunks() {
      return files.pieces?.(path) ?? [files.get(path) ?? new Uint8Array()];
    },
    stored: /\.(xlsx|parquet|zip)$/.test(path),
  }));
  const pieces: Uint8Array[] = [];
  for await (const piece of zipped(entries)) pieces.push(piece);
  return wholeBytes(pieces);
}

/** Of a published folder what the next run reads of it: pages and the files of single indicators are made anew. */
export function unzippedPublished(bytes: Bytes): FileMap {
  const names: string[] = [];
  unzippedOr(bytes, ({ name }) => {
    names.push(name);
    return false;
  });
  const sums = names.filter((name) => name === checksumFile || name.endsWith(`/${checksumFile}`));
  const [whole = checksumFile] = sums.sort((a, b) => a.length - b.length);
  const folder = whole.slice(0, -checksumFile.length);
  return unzipped(bytes, (name) => name.startsWith(folder) && isReadAgain(name.slice(folder.length)));
}

/** This is a worker already: the library's own way with large entries would begin another, which the page's policy refuses. */
export function unzipped(bytes: Bytes, isWanted = (_name: string) => true): FileMap {
  let [total, count] = [0, 0];
  let isTooMuch = false;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!isWanted(name)) return false;
    total += originalSize;
    count += 1;
    isTooMuch ||= total > mostBytes || count > mostFiles;
    return !isTooMuch;
  };
  const files = unzippedOr(bytes, filter);
  if (isTooMuch) throw tooLarge();
  return new Map(Object.entries(files).filter(([path]) => !path.endsWith("/")) as [string, Bytes][]);
}

function unzippedOr(
  bytes: Bytes,
  filter: (entry: { name: string; originalSize: number }) => boolean,
): Unzipped {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw noZip();
  }
}

function tooLarge(): Refusal {
  return new Refusal({
    ja: "このZIPは、開くと大きすぎます（400 MBまで）。市の表だけのZIPを選んでください。",
    en: "This ZIP unpacks to too much (the limit is 400 MB). Choose a ZIP with the city's tables alone.",
  });
}

function noZip(): Refusal {
  return new Refusal({
    ja: "このファイルはZIPとして開けません。ファイルが壊れていないか確かめてください。",
    en: "This file cannot be opened as a ZIP. See whether it is whole.",
  });
}
