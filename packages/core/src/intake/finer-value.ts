// The number that a spreadsheet's cell holds, where the cell shows it rounded or scaled, and what a note says of it.

import type { Entry } from "./entries.ts";
import type { GridCell } from "./grid.ts";

/** The number in a cell that shows it rounded or scaled; `undefined` where it shows all of it. */
export function finerOf({ text, kind, number }: GridCell): string | undefined {
  if (kind !== "number" || number === undefined || text === String(number)) return undefined;
  const plain = text.normalize("NFKC");
  // A format may say more than the number: 「R6：85.3」, 「85.3%」 of 85.3.
  const shown = (plain.match(/[0-9][0-9,]*(?:\.[0-9]+)?/g) ?? []).map((one) =>
    Number(one.replaceAll(",", "")),
  );
  // Fifteen digits, as a spreadsheet shows at most, so that 0.1 + 0.2 is 0.3.
  const held = [number, ...(/%/.test(plain) ? [number * 100] : [])].map((one) => Number(one.toPrecision(15)));
  if (held.some((one) => shown.includes(Math.abs(one)))) return undefined;
  const far = (one: number) => Math.min(...shown.map((digits) => Math.abs(digits - Math.abs(one))));
  const [nearest = number] = held.toSorted((a, b) => far(a) - far(b));
  return plainNumber(nearest);
}

/** What an entry's cell holds besides what it shows, for the note: 85.3300733496333 where 85.3 is shown. */
export function finerIn({ grid, row, column }: Entry): string | undefined {
  const cell = grid.rows[row]?.[column];
  return cell && finerOf(cell);
}

/** What a note says of a finer number: of the row's value, or of what `of` names (「基準値の」). */
const sentence = (of: string) => `${of}セルの中の値は`;

/**
 * A note with the number that a cell holds besides what it shows (`finerOf`), in place of what was said of that cell
 * before. What a person wrote stays, and a note that says it already is not touched.
 */
export function noteWith(note: string | undefined, finer: string | undefined, of = ""): string {
  const before = note ?? "";
  const isSaid = finer !== undefined && before.split(/[。、]/u).includes(`${sentence(of)}${finer}`);
  const kept = isSaid ? before : noteWithoutFiner(before, of);
  return finer === undefined || isSaid ? kept : noteAnd(kept, `${sentence(of)}${finer}`);
}

function noteWithoutFiner(note: string, of: string): string {
  const own = new RegExp(`^${sentence(of)}-?[0-9]+(?:\\.[0-9]+)?$`, "u");
  const parts = note.split(/([。、])/u);
  const kept = parts.flatMap((part, at) => {
    const isOwn = at % 2 === 0 && own.test(part);
    const isAfterOwn = at % 2 === 1 && own.test(parts[at - 1] ?? "");
    return isOwn || isAfterOwn ? [] : [part];
  });
  const isLast = own.test(parts.at(-1) ?? "");
  return isLast ? kept.join("").replace(/[。、]$/u, "") : kept.join("");
}

const stateAlone = /^(?:見込み?|速報|推計|暫定|概算|概数)値?$/u;

/** A note without what it says of how sure an earlier value was (「速報値」): of the value that came for it, that is said anew. */
export function noteWithoutState(note: string | undefined): string {
  const parts = (note ?? "").split(/(?<=[。、])/u);
  return parts
    .filter((part) => !stateAlone.test(part.replace(/[。、]$/u, "").trim()))
    .join("")
    .replace(/[。、]$/u, "");
}

/** A note and one thing more, where it does not say that yet. */
export function noteAnd(note: string | undefined, more: string | undefined): string {
  const before = note ?? "";
  if (!more || before.includes(more)) return before;
  return before === "" ? more : `${before}。${more}`;
}

/** Without an exponent: 0.0000001 is not 1e-7. */
function plainNumber(number: number): string {
  const text = String(number);
  const match = /^(-?)([0-9])(?:\.([0-9]+))?e-([0-9]+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${whole}${fraction}`;
}
