// Puts changed tables into a city's folder: each is written beside its place first, then all are moved in.

import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asRefusal } from "../write-files.ts";

/** Texts by file below the folder. What cannot be written leaves every table as it was. */
export async function putFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const staged: (readonly [string, string])[] = [];
  try {
    for (const [file, text] of files) {
      const target = join(folder, ...file.split("/"));
      await mkdir(dirname(target), { recursive: true });
      const beside = join(dirname(target), `.${file.split("/").at(-1)}.new`);
      await writeFile(beside, text);
      staged.push([beside, target]);
    }
    for (const [beside, target] of staged) await rename(beside, target);
  } catch (error) {
    for (const [beside] of staged) await rm(beside, { force: true });
    throw asRefusal(error, folder);
  }
}
