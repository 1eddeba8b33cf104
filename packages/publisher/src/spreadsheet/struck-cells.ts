// Letters that are struck through (見え消し) within a cell: the library does not keep them apart from what still holds, so that 100 and 120 become 100120.

import type { CellObject } from "@e965/xlsx";
import { strFromU8, strToU8 } from "fflate";
import { struckFont } from "./cell-looks.ts";
import { unescaped } from "./drawn-texts.ts";

/** Stands before the text of a cell of which all letters are struck through; no text has it. */
export const struckMark = "\uFDD1";

/** Texts that stand in the sheets themselves (as openpyxl writes them), without their struck letters: the library hands over no runs of those. */
export function withoutStruckRuns(
  parts: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, Uint8Array>> {
  const changed: Record<string, Uint8Array> = { ...parts };
  for (const [path, part] of Object.entries(parts)) {
    if (!/(^|\/)worksheets\/[^/]+\.xml$/i.test(path) || !has(part, "strike")) continue;
    changed[path] = strToU8(
      strFromU8(part).replace(
        /<((?:\w+:)?)is\b[^>]*>([\s\S]*?)<\/\1is>/g,
        (whole, prefix: string, inside: string) => {
          if (!struckFont.test(inside)) return whole;
          const kept = inside.replace(runs, (run) => (struckFont.test(run) ? "" : run));
          const isEmpty = !/<(?:\w+:)?t\b/.test(kept);
          const text = isEmpty ? inside.replace(/(<(?:\w+:)?t\b[^>]*>)/, `$1${struckMark}`) : kept;
          return `<${prefix}is>${text}</${prefix}is>`;
        },
      ),
    );
  }
  return changed;
}

const runs = /<((?:\w+:)?)r(?:\s[^>]*)?>[\s\S]*?<\/\1r>/g;

function has(part: Uint8Array, word: string): boolean {
  const letters = strToU8(word);
  for (let at = part.indexOf(letters[0] ?? 0); at !== -1; at = part.indexOf(letters[0] ?? 0, at + 1))
    if (letters.every((letter, index) => part[at + index] === letter)) return true;
  return false;
}

/** A text of which some letters are struck through, without those; nothing where none are. */
export function struckRuns({ r: given }: CellObject): { readonly kept: string } | undefined {
  if (typeof given !== "string" || !struckFont.test(given)) return undefined;
  const all = given.match(runs) ?? [];
  const kept = all
    .filter((run) => !struckFont.test(run))
    .flatMap((run) => /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/.exec(run)?.[1] ?? [])
    .join("");
  return { kept: unescaped(kept) };
}
