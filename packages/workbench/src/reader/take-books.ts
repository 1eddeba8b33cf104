// Workbooks that sections sent back, many at once: each is taken into what the ones before it left, or refused with the reason.

import { Refusal, takeFilled } from "@shihyo/publisher/pure";
import { atHand, encoded } from "../worker/at-hand.ts";
import type { Bytes, FileMap } from "../worker/protocol.ts";
import type { ReaderAsked, TakenBook } from "./protocol.ts";

interface Book {
  readonly name: string;
  readonly bytes: Bytes;
}

export async function takeBooks(
  city: FileMap,
  books: readonly Book[],
  partial: readonly string[],
  onProgress: (done: number) => void,
): Promise<ReaderAsked["takeBooks"]["answer"]> {
  const taken: TakenBook[] = [];
  let files = city;
  for (const { name, bytes } of books) {
    const before = atHand(files);
    try {
      const {
        issues,
        readings,
        changes,
        taken: rows,
        texts,
      } = await takeFilled(before, bytes, name, {
        partial: partial.includes(name),
      });
      files = new Map([...files, ...encoded(texts)]);
      const isTaken = texts.size > 0;
      taken.push({ name, issues, readings, changes: isTaken ? changes.length : 0, rows, isTaken });
    } catch (error) {
      const refused = error instanceof Refusal ? { ...error.sentence } : unreadable(name);
      taken.push({ name, refused, issues: [], readings: [], changes: 0, rows: 0, isTaken: false });
    }
    onProgress(taken.length);
  }
  const changed = new Map([...files].filter(([path, bytes]) => city.get(path) !== bytes));
  return { books: taken, changed };
}

function unreadable(name: string): { ja: string; en: string } {
  return {
    ja: `${name} を読めません。ファイルが壊れていないか確かめ、Excelで開いて保存し直してください。`,
    en: `${name} cannot be read. See whether it is whole; open it in Excel and save it again.`,
  };
}
