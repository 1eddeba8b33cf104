// Where a folder really is, also behind a link or while it is away for a moment, and what a run puts beside it.

import { readFileSync, readlinkSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Refusal } from "../refusal.ts";

/** Follows every link on the way, also one that leads to nothing: a swap takes the folder away for a moment. */
export function standsAt(folder: string, hops = { left: 40 }): string {
  const path = resolve(folder);
  const parent = dirname(path);
  if (parent === path) return path;
  const at = join(standsAt(parent, hops), basename(path));
  const target = linkTarget(at);
  if (target === undefined) return at;
  hops.left -= 1;
  if (hops.left < 0) {
    throw new Refusal({
      ja: `${folder} のリンクが輪になっていて、行き先がありません。`,
      en: `The link ${folder} leads back to itself.`,
    });
  }
  return standsAt(resolve(dirname(at), target), hops);
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

export function isInside(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** The names beside a published folder `out` that belong to runs. */
export interface Workplace {
  readonly out: string;
  readonly parent: string;
  readonly lock: string;
  readonly journal: string;
  /** Held while the folder goes up to a portal. */
  readonly uploadLock: string;
  /** What the folder was written from. */
  readonly state: string;
  /** A name of one run's own. */
  own(kind: "new" | "old" | "journal", run: string): string;
}

export function workplaceOf(folder: string): Workplace {
  const out = standsAt(folder);
  const parent = dirname(out);
  const beside = (ending: string) => join(parent, `.${basename(out)}.${ending}`);
  return {
    out,
    parent,
    lock: beside("lock"),
    uploadLock: beside("upload"),
    journal: beside("journal"),
    state: beside("state"),
    own: (kind, run) => beside(`${kind}.${run}`),
  };
}

/** What runs left beside the folder: folders half built or moved aside, and journals. */
export async function leftBeside({ out, parent }: Workplace): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  const start = `.${basename(out)}.`;
  return names
    .filter((name) => name.startsWith(start) && /^(?:new|old|journal)(?:\.|$)/.test(name.slice(start.length)))
    .map((name) => join(parent, name));
}

/** A disk of its own (a container's volume) cannot be renamed, so a folder there cannot be swapped. */
export function isMountPoint(path: string): boolean {
  try {
    if (statSync(path).dev !== statSync(dirname(path)).dev) return true;
    const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    const plain = (text: string) =>
      text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    // Bytes of names outside ASCII stand in it as they are.
    return mounts.some((line) => plain(line.split(" ")[4] ?? "") === path);
  } catch {
    return false;
  }
}
