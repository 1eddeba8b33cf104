// A city held in the page's memory, as the publisher's parts ask for it: its dataset, its tables, and what the checks would say.

import type { Dataset, Issue, ReadResult } from "@shihyo/core";
import { type CityFile, Refusal, readCityFiles, takeCityFile } from "@shihyo/publisher/pure";
import type { FileMap } from "./protocol.ts";

export interface CityInMemory {
  readonly dataset: Dataset;
  readonly tables: ReadonlyMap<string, CityFile>;
  table(file: string): CityFile | undefined;
  judge(texts: ReadonlyMap<string, string>): readonly Issue[];
}

/** `read` is what is known of the files already. Tables with errors are refused: what comes in would be lost in them. */
export function atHand(files: FileMap, read: ReadResult = readCityFiles(files)): CityInMemory {
  const { dataset } = read;
  if (!dataset) {
    throw new Refusal({
      ja: "表に誤りがあるので、まだできません。「表を直す」で✕のところを先に直してください。",
      en: "There are errors in the tables. Mend those marked ✕ under “Edit the tables” first.",
    });
  }
  const tables = new Map<string, CityFile>();
  for (const [file, bytes] of files) if (file.endsWith(".csv")) tables.set(file, takeCityFile(file, bytes));
  return {
    dataset,
    tables,
    table: (file) => tables.get(file),
    judge: (texts) => readCityFiles(new Map<string, Uint8Array | string>([...files, ...texts])).issues,
  };
}

export function encoded(files: ReadonlyMap<string, string>): FileMap {
  const utf8 = new TextEncoder();
  return new Map([...files].map(([path, text]) => [path, utf8.encode(text)]));
}
