// Puts gathered folders in place, all or none: what is to be moved stands in a journal, and a run that was cut off is carried on by the next.

import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asRefusal } from "../disk/disk-refusal.ts";
import { takeLock } from "../disk/lock.ts";
import { Refusal } from "../refusal.ts";

/** What is put in place: from below the folder of what is new, to below the atlas. */
export type Move = readonly [from: string, to: string];

const newFolder = ".new";
const journalFile = ".moves.json";

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** One run at a time; what an earlier one left is finished or thrown away first. What the disk refuses is a `Refusal`. `work` gathers into the folder it is given. */
export async function withAtlas<Result>(
  atlas: string,
  work: (staging: string, put: (moves: readonly Move[]) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  try {
    return await locked(atlas, work);
  } catch (error) {
    throw asRefusal(error, atlas);
  }
}

async function locked<Result>(
  atlas: string,
  work: (staging: string, put: (moves: readonly Move[]) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  await mkdir(atlas, { recursive: true });
  const lock = await takeLock(join(atlas, ".lock"), {
    busy: (path) =>
      new Refusal(
        {
          ja: `別の実行が ${atlas} を集めています。終わってからもう一度実行してください。動いているものがなければ、${path} を消してください。`,
          en: `Another run is gathering ${atlas}. Wait for it, then run this again. If there is none, delete ${path}.`,
        },
        3,
      ),
  });
  const staging = join(atlas, newFolder);
  try {
    await carryOn(atlas);
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    return await work(staging, async (moves) => {
      lock.hold();
      const beside = join(staging, journalFile);
      const file = await open(beside, "w");
      await file.writeFile(JSON.stringify(moves));
      await file.sync();
      await file.close();
      await rename(beside, join(atlas, journalFile));
      await carryOn(atlas);
    });
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    lock.release();
  }
}

/** A journal comes into being whole: what cannot be read is none of ours, and goes. */
function movesIn(text: string): readonly Move[] {
  try {
    const moves: unknown = JSON.parse(text);
    const isMove = (one: unknown) => Array.isArray(one) && one.length === 2 && one.every(isBelow);
    return Array.isArray(moves) && moves.every(isMove) ? (moves as Move[]) : [];
  } catch {
    return [];
  }
}

const isBelow = (path: unknown): boolean =>
  typeof path === "string" && path !== "" && !path.split(/[\\/]/).includes("..");

/** May be begun again at any point: a folder that is not there any more was moved already. */
async function carryOn(atlas: string): Promise<void> {
  const journal = join(atlas, journalFile);
  const text = await readFile(journal, "utf8").catch(() => undefined);
  if (text === undefined) return;
  for (const [from, to] of movesIn(text)) {
    const [source, target] = [join(atlas, newFolder, from), join(atlas, to)];
    if (!(await exists(source))) continue;
    await rm(target, { recursive: true, force: true });
    await mkdir(dirname(target), { recursive: true });
    await rename(source, target);
  }
  await rm(journal, { force: true });
}
