// One run without a disk: a city that was read to every published file, in memory, for a page that a clerk works on.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Dataset, type Issue, isError, type ReadResult, withoutBegunYears } from "@shihyo/core";
import type { EarlierFolder, Folders, OutputFile, Provided, WrittenFile } from "../formats/format.ts";
import { formats } from "./all-formats.ts";
import { lostLetterIssues, republishedIssues, uncorrectedIssues } from "./check-release.ts";

export type FileBytes = ReadonlyMap<string, Uint8Array>;

/** Where the files go as they are made; a `Map` is one. */
export interface FilesMade {
  set(path: string, bytes: Uint8Array): unknown;
  get(path: string): Uint8Array | undefined;
}

export interface MakeOptions {
  readonly provided: Provided;
  /** What was published before, by path; empty where nothing was. */
  readonly earlier?: FileBytes;
  /** Takes the place of the base in municipality.json. */
  readonly base?: string;
  /** SHA-256 in lower-case hexadecimal, where the place has one that is quicker than ours. */
  readonly hash?: (bytes: Uint8Array) => Promise<string>;
  /** Told of each file that is made: its format, and how many there are by now. */
  readonly onFile?: (format: string, files: number) => void;
}

export interface Made<Files extends FilesMade = Map<string, Uint8Array>> {
  readonly issues: readonly Issue[];
  /** Absent where an error stands in the tables. */
  readonly dataset?: Dataset;
  /** The published folder, byte for byte as the command line writes it. */
  readonly files?: Files;
}

/** Checks as `shihyo publish` does, and makes nothing where any issue is an error. */
export function makeRelease(read: ReadResult, options: MakeOptions): Promise<Made>;
export function makeRelease<Files extends FilesMade>(
  read: ReadResult,
  options: MakeOptions,
  into: Files,
): Promise<Made<Files>>;
export async function makeRelease(
  read: ReadResult,
  options: MakeOptions,
  into: FilesMade = new Map(),
): Promise<Made<FilesMade>> {
  const issues = [...read.issues];
  if (!read.dataset || issues.some(isError)) return { issues };
  const earlier = folderOf(options.earlier ?? new Map());
  const tables = { dataset: read.dataset, places: read.places };
  issues.push(...uncorrectedIssues(tables, earlier), ...lostLetterIssues(tables, earlier));
  const shown = withoutBegunYears(read.dataset);
  const { base } = options;
  const dataset = base === undefined ? shown : { ...shown, municipality: { ...shown.municipality, base } };
  issues.push(...republishedIssues({ dataset, places: read.places }, earlier));
  await makeFiles(dataset, options, into);
  return { issues, dataset, files: into };
}

/** Every format's files in the order in which they are made. */
async function makeFiles(dataset: Dataset, options: MakeOptions, made: FilesMade): Promise<void> {
  const written = new Map<string, WrittenFile>();
  const folders: Folders = {
    ...readerOf(made),
    provided: options.provided,
    earlier: folderOf(options.earlier ?? new Map()),
  };
  for (const format of formats) {
    // A format sees what the formats before it wrote, not its own files.
    const before = new Map(written);
    for (const file of format.files(dataset, before, folders)) {
      const bytes = await bytesOf(file);
      await made.set(file.path, bytes);
      const hash = options.hash ? await options.hash(bytes) : bytesToHex(sha256(bytes));
      written.set(file.path, { bytes: bytes.byteLength, sha256: hash });
      options.onFile?.(format.name, written.size);
    }
  }
}

/** As large as the pieces that Node reads from a disk: where a ZIP's blocks end depends on it. */
const pieceSize = 1 << 16;

function folderOf(files: FileBytes): EarlierFolder {
  return { ...readerOf(files), paths: [...files.keys()].sort() };
}

function readerOf(files: Pick<FilesMade, "get">): Pick<EarlierFolder, "read" | "text"> {
  const bytes = (path: string) => {
    const found = files.get(path);
    if (!found) throw new Error(`there is no file ${path}`);
    return found;
  };
  return {
    text: (path) => new TextDecoder().decode(bytes(path)),
    async *read(path) {
      const whole = bytes(path);
      for (let at = 0; at < whole.byteLength; at += pieceSize) yield whole.subarray(at, at + pieceSize);
    },
  };
}

async function bytesOf({ chunks }: OutputFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const add = (chunk: string | Uint8Array) =>
    pieces.push(typeof chunk === "string" ? utf8ToBytes(chunk) : chunk);
  if (Symbol.iterator in chunks) for (const chunk of chunks) add(chunk);
  else for await (const chunk of chunks) add(chunk);
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
