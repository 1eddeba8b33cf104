// A file that stands alone (a list, a workbook) put in place whole: written beside it, then moved in one step, by one run at a time.

import { randomBytes } from "node:crypto";
import { chmod, chown, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";
import { asRefusal } from "./disk-refusal.ts";
import { ownedLike } from "./foreign-files.ts";
import { isBesideLock, takeLock } from "./lock.ts";
import { standsAt } from "./place.ts";

/** Reading a file and writing it anew as one: no other run changes it meanwhile, however its link is called. */
export async function inTurnAt<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const target = standsAt(file);
  const [folder, name] = [dirname(target), `.${basename(target)}.lock`];
  const busy = (path: string) =>
    new Refusal(
      {
        ja: `別の実行が ${file} を書き換えています。終わってからもう一度実行してください。動いているものがなければ、${path} を消してください。`,
        en: `Another run is changing ${file}. Wait for it, then run this again. If there is none, delete ${path}.`,
      },
      3,
    );
  try {
    const lock = await takeLock(join(folder, name), { busy });
    try {
      // What a run that was killed left beside.
      for (const one of await readdir(folder)) {
        if (isBesideLock(name, one, lock.run) || isBeside(basename(target), one))
          await rm(join(folder, one), { force: true });
      }
      return await work();
    } finally {
      lock.release();
    }
  } catch (error) {
    throw asRefusal(error, file);
  }
}

/** The mode and owner of the file stay, and a link to it stays a link; what cannot be written leaves it as it was. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const target = standsAt(file);
  const beside = join(dirname(target), `.${basename(target)}.new.${randomBytes(6).toString("hex")}`);
  try {
    const before = await stat(target).catch(() => undefined);
    if (before && !before.isFile()) throw noFile(file);
    const made = await open(beside, "wx");
    try {
      await made.writeFile(content);
      await made.sync();
    } finally {
      await made.close();
    }
    if (before) {
      await ownedLike(before, (uid, gid) => chown(beside, uid, gid), await stat(beside));
      await chmod(beside, before.mode & 0o7777);
    }
    await rename(beside, target);
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    if (fault.path === beside) fault.path = file;
    throw asRefusal(error, file);
  } finally {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** A pipe would be waited for, a device takes anything, and a folder is none. */
const noFile = (file: string) =>
  new Refusal(
    {
      ja: `${file} は普通のファイルではありません（フォルダー、パイプ、装置など）。別の名前を指定してください。`,
      en: `${file} is not a regular file (it is a folder, a pipe, a device). Name another file.`,
    },
    3,
  );

const isBeside = (name: string, other: string): boolean =>
  other.startsWith(`.${name}.new.`) && /^[0-9a-f]{12}$/.test(other.slice(name.length + 6));
