// One upload of a published folder at a time: whoever comes second is told, and nothing goes up twice.

import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Refusal } from "../refusal.ts";
import { isBesideLock, type Lock, takeLock } from "./lock.ts";
import { workplaceOf } from "./place.ts";

export async function inTurn<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const { uploadLock, parent } = workplaceOf(folder);
  const lock = await lockAt(uploadLock, folder);
  try {
    for (const name of lock ? await readdir(parent) : []) {
      if (lock && isBesideLock(basename(uploadLock), name, lock.run))
        await rm(join(parent, name), { force: true });
    }
    return await work();
  } finally {
    lock?.release();
  }
}

/** None where nothing may be written beside the folder: the portal is looked at again after the upload. */
async function lockAt(path: string, folder: string): Promise<Lock | undefined> {
  const busy = () =>
    new Refusal(
      {
        ja: `別の実行が ${folder} をポータルに載せています。終わってからもう一度実行してください。動いているものがなければ、${path} を消してください。`,
        en: `Another run is uploading ${folder}. Wait for it, then run this again. If there is none, delete ${path}.`,
      },
      3,
    );
  try {
    return await takeLock(path, { busy });
  } catch (error) {
    if (/^E(?:ACCES|ROFS|PERM)$/.test((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
