// Puts changed tables into a city's folder: each is written beside its place first, then all are moved in.

import { chmod, chown, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { asRefusal } from "../disk-refusal.ts";
import { ownedLike } from "../foreign-files.ts";
import type { Lock } from "../lock.ts";
import { standsAt } from "../place.ts";
import { besideName, changeTables, moveIn } from "./change-tables.ts";

/** Texts by file below the folder. What cannot be written leaves every table as it was; a link stays a link. */
export async function putFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if (files.size === 0) return;
  const put = async (lock: Lock) => {
    const besides: string[] = [];
    let isWhole = false;
    try {
      for (const [file, text] of files) {
        const target = standsAt(join(folder, ...file.split("/")));
        await mkdir(dirname(target), { recursive: true });
        const beside = join(dirname(target), besideName(basename(target), lock.run));
        besides.push(beside);
        await writeFile(beside, text);
        await likeBefore(target, beside);
      }
      isWhole = true;
      await moveIn(folder, lock, besides);
    } catch (error) {
      // Once the journal stands, the next command goes on.
      if (!isWhole) for (const beside of besides) await rm(beside, { force: true });
      throw asRefusal(error, folder);
    }
  };
  await changeTables(folder, put, { isNew: true });
}

/** The mode and owner of the table whose place it takes. */
async function likeBefore(target: string, beside: string): Promise<void> {
  const before = await stat(target).catch(() => undefined);
  if (!before) return;
  await ownedLike(before, (uid, gid) => chown(beside, uid, gid), await stat(beside));
  await chmod(beside, before.mode & 0o7777);
}
