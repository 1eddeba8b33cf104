// Refuses to carry a placeholder address, which nobody can open, out of the folder.

import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { isPlaceholder } from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { type Option, switchOption } from "./commands.ts";

export const placeholderOption: Option = switchOption("allow-placeholder", [
  "仮のアドレスのままでも行う（練習用）",
  "Go on although the base is a placeholder (for a rehearsal)",
]);

/** Refuses a published folder whose base is a placeholder, unless it is a rehearsal. */
export async function refusePlaceholder(
  folder: string,
  options: Readonly<Record<string, string | boolean | undefined>>,
): Promise<void> {
  const base = await publishedBase(folder);
  if (base === undefined || !isPlaceholder(base) || options["allow-placeholder"] === true) return;
  throw new Refusal({
    ja: `このフォルダーのアドレス（${base}）は仮のもので、誰も開けません。municipality.json の base に公開する場所を書くか、shihyo publish に --base-iri を付けて書き出し直してください。練習なら --allow-placeholder を付けてください。`,
    en: `The folder's base (${base}) is a placeholder that nobody can open. Write the real address as "base" in municipality.json, or publish again with --base-iri. For a rehearsal, add --allow-placeholder.`,
  });
}

/** The base that the folder was published under; absent where there is no published folder, which others tell. */
async function publishedBase(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const name = names.find((one) => /^\d{6}_dataset\.json$/.test(one));
  if (name === undefined) return undefined;
  const file = await open(join(folder, name));
  try {
    // It stands among the first things of a file that may be large.
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const found = /"base":\s*("(?:[^"\\]|\\.)*")/.exec(buffer.toString("utf8", 0, bytesRead))?.[1];
    return found === undefined ? undefined : (JSON.parse(found) as string);
  } finally {
    await file.close();
  }
}
