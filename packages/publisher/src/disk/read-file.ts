// Reads a file that people gave: a regular file, within a size that is far above any real one, and once.

import { constants, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Refusal } from "../refusal.ts";

export interface FileRead {
  readonly bytes: Uint8Array;
  /** Changes when the file does: which file it is, how large, and when it was changed. */
  readonly mark: string;
}

/** A table of 5,000 indicators in one year takes about 1 MB. */
export const largestTable = 64 << 20;
/** A report or workbook as people send them; real ones have up to some 30 MB. */
export const largestDocument = 256 << 20;

/** A pipe or a device is not even opened: it may never end, and it may wait for ever. */
export async function readGivenFile(path: string, most: number): Promise<FileRead> {
  try {
    refuseStrange(path, await stat(path), most);
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      refuseStrange(path, found, most);
      const pieces: Uint8Array[] = [];
      let size = 0;
      // A file may grow while it is read.
      for (;;) {
        const piece = Buffer.allocUnsafe(Math.min(1 << 20, Math.max(1 << 12, found.size - size + 1)));
        const { bytesRead } = await file.read(piece, 0, piece.length, null);
        if (bytesRead === 0) break;
        size += bytesRead;
        if (size > most) throw tooLarge(path, most);
        pieces.push(piece.subarray(0, bytesRead));
      }
      const [only] = pieces;
      return { bytes: pieces.length === 1 && only ? only : Buffer.concat(pieces), mark: markOf(found) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof Refusal ? error : cannotRead(path, error);
  }
}

/** The same; `undefined` where no file is there. */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  const isThere = await stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT" && error.code !== "ENOTDIR",
  );
  return isThere ? (await readGivenFile(path, largestTable)).bytes : undefined;
}

/** The mark of a file as it stands now; empty where it is not there. */
export async function markNow(path: string): Promise<string> {
  return stat(path).then(markOf, () => "");
}

function markOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}

function refuseStrange(path: string, found: Stats, most: number): void {
  if (!found.isFile()) {
    throw new Refusal(
      {
        ja: `${path} は普通のファイルではありません（フォルダー、パイプ、装置など）。ファイルを置いてください。`,
        en: `${path} is not a regular file (a folder, a pipe, a device). Put a file there.`,
      },
      3,
    );
  }
  if (found.size > most) throw tooLarge(path, most);
}

function tooLarge(path: string, most: number): Refusal {
  const megabytes = most / (1 << 20);
  return new Refusal(
    {
      ja: `${path} は大きすぎます（上限 ${megabytes} MB）。分けるか、要らない部分を除いてください。`,
      en: `${path} is too large (the limit is ${megabytes} MB). Split it, or take out what is not needed.`,
    },
    3,
  );
}

function cannotRead(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (code === "ENOENT") {
    return new Refusal({ ja: `ファイル ${path} がありません。`, en: `There is no file ${path}.` });
  }
  return new Refusal(
    {
      ja: `${path} を読めません（${code}）。ほかのプログラムが開いていないか、読む権限があるかを確かめてください。`,
      en: `${path} cannot be read (${code}). See whether another program holds it open, and who may read it.`,
    },
    3,
  );
}
