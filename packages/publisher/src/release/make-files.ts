// One run without a disk: a city that was read to every published file, in memory, for a page that a clerk works on.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Dataset, type Issue, isError, type ReadResult, withoutBegunYears } from "@shihyo/core";
import { wholeBytes } from "../formats/bytes.ts";
import type { EarlierFolder, Folders, OutputFile, Provided, WrittenFile } from "../formats/format.ts";
import { formats } from "./all-formats.ts";
import { lostLetterIssues, republishedIssues, uncorrectedIssues } from "./check-release.ts";

export type FileBytes = ReadonlyMap<string, Uint8Array>;

/** Where the files go as they are made; a `Map` is one. */
export interface FilesMade {
  set(path: string, bytes: Uint8Array): unknown;
  get(path: string): Uint8Array | undefined;
  /** Takes a large file a piece at a time, each but the last of 4 MiB; without it such a file comes whole. */
  append?(path: string, piece: Uint8Array): unknown;
  /** A file a piece at a time, each but the last a multiple of 64 KiB. */
  pieces?(path: string): Iterable<Uint8Array>;
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
  const room = new Uint8Array(largePiece);
  const folders: Folders = {
    ...readerOf(made),
    provided: options.provided,
    earlier: folderOf(options.earlier ?? new Map()),
  };
  for (const format of formats) {
    // A format sees what the formats before it wrote, not its own files.
    const own: [string, WrittenFile][] = [];
    for (const file of format.files(dataset, written, folders)) {
      own.push([file.path, await make(file, options, made, room)]);
      options.onFile?.(format.name, written.size + own.length);
    }
    for (const [path, file] of own) written.set(path, file);
  }
}

/** Puts a file where the files go; a large one goes there, and into its hash, a piece at a time. */
async function make(
  file: OutputFile,
  { hash }: MakeOptions,
  made: FilesMade,
  room: Uint8Array,
): Promise<WrittenFile> {
  const pieces: Uint8Array[] = [];
  const sum = sha256.create();
  let bytes = 0;
  for await (const piece of piecesOf(file, room)) {
    if (piece.byteLength === largePiece || bytes > 0) sum.update(piece);
    bytes += piece.byteLength;
    if (made.append && bytes >= largePiece) await made.append(file.path, piece);
    else pieces.push(piece);
  }
  if (made.append && bytes >= largePiece) return { bytes, sha256: bytesToHex(sum.digest()) };
  const [only] = pieces;
  const whole = only && pieces.length === 1 ? only : wholeBytes(pieces);
  await made.set(file.path, whole);
  if (bytes >= largePiece) return { bytes, sha256: bytesToHex(sum.digest()) };
  return { bytes, sha256: hash ? await hash(whole) : bytesToHex(sha256(whole)) };
}

const largePiece = 1 << 22;

/** The file in pieces of its own, each but the last of `largePiece` bytes; they are put together in `room`. */
async function* piecesOf({ chunks }: OutputFile, room: Uint8Array): AsyncIterable<Uint8Array> {
  const full: Uint8Array[] = [];
  let [used, whole] = [0, 0];
  const add = (chunk: string | Uint8Array) => {
    const bytes = typeof chunk === "string" ? utf8ToBytes(chunk) : chunk;
    whole += bytes.byteLength;
    for (let at = 0; at < bytes.byteLength; ) {
      const part = bytes.subarray(at, at + largePiece - used);
      room.set(part, used);
      used += part.byteLength;
      at += part.byteLength;
      if (used < largePiece) continue;
      full.push(room.slice());
      used = 0;
    }
  };
  // What comes at once is not waited for, piece by piece.
  if (Symbol.iterator in chunks) {
    for (const chunk of chunks) {
      add(chunk);
      if (full.length > 0) yield* full.splice(0);
    }
  } else {
    for await (const chunk of chunks) {
      add(chunk);
      if (full.length > 0) yield* full.splice(0);
    }
  }
  if (used > 0 || whole === 0) yield room.slice(0, used);
}

/** As large as the pieces that Node reads from a disk: where a ZIP's blocks end depends on it. */
const pieceSize = 1 << 16;

function folderOf(files: FileBytes): EarlierFolder {
  return { ...readerOf(files), paths: [...files.keys()].sort() };
}

function readerOf(files: Pick<FilesMade, "get" | "pieces">): Pick<EarlierFolder, "read" | "text"> {
  const bytes = (path: string) => {
    const found = files.get(path);
    if (!found) throw new Error(`there is no file ${path}`);
    return found;
  };
  return {
    text: (path) => new TextDecoder().decode(bytes(path)),
    async *read(path) {
      for (const whole of files.pieces?.(path) ?? [bytes(path)])
        for (let at = 0; at < whole.byteLength; at += pieceSize) yield whole.subarray(at, at + pieceSize);
    },
  };
}
