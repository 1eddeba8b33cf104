// A page of a document as pieces of text and rules with their places, as a person sees them who turns it the right way up.

import type { GridCell, Merge } from "@shihyo/core";

/** A piece of text: where it begins and ends, the line it stands on (larger is higher), and how large its letters are. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** A straight line of a table: from one point to another, in the measure of the pieces. */
export interface RuledLine {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A string as it is drawn: where, in which direction (the page's own turn included), and how wide. */
export interface DrawnText {
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly matrix: readonly number[];
}

/** A box that is drawn, by two of its corners. */
export type DrawnBox = readonly [x: number, y: number, otherX: number, otherY: number];

export interface PageText {
  readonly pieces: readonly Piece[];
  readonly rules: readonly RuledLine[];
}

/** A column by the words of its header. */
export interface Leaf {
  readonly piece: Piece;
  readonly middle: number;
}

/** Columns of a page, by which those of the next are known where it has no header. */
export interface KnownColumns {
  readonly leaves: readonly Leaf[];
  /** Where the numbers of each end. */
  readonly ends: ReadonlyMap<number, readonly number[]>;
}

/** A page's cells, and the cells that are joined. */
export interface PageRows {
  readonly rows: (GridCell | undefined)[][];
  readonly merges: Merge[];
  /** The places at which the columns begin and end. */
  readonly edges: readonly number[];
  /** Those of the first table, where the page has several with columns of their own. */
  readonly begins?: readonly number[];
  /** Set where no rules made the cells; unsure where nothing tells which header a column has. */
  readonly gaps?: "sure" | "unsure";
  /** Set where the header's words made the columns: by these the next page is read, where it has no header. */
  readonly known?: KnownColumns;
}

/** Thicker than that is no rule but a filled cell. */
const thickest = 3;

/** One transformation after another, as PDF writes them: a b c d e f. */
export function product(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
  other: readonly number[],
): number[] {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The page as a person reads it who turns it so that most of its text runs from left to right. */
export function asRead(strings: readonly DrawnText[], boxes: readonly DrawnBox[] = []): PageText {
  const letters = new Map<number, number>();
  const turnOf = ({ matrix: [a = 1, b = 0] }: DrawnText) =>
    (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  for (const one of strings) letters.set(turnOf(one), (letters.get(turnOf(one)) ?? 0) + one.text.length);
  const [most = [0, 0]] = [...letters].toSorted(([, a], [, b]) => b - a);
  const [cos, sin] = [[1, 0, -1, 0][most[0]] ?? 1, [0, 1, 0, -1][most[0]] ?? 0];
  // The page's own measure runs downward.
  const across = (x: number, y: number) => x * cos + y * sin;
  const upward = (x: number, y: number) => x * sin - y * cos;
  const pieces = strings.map(({ text, width, size, matrix: [, , , , x = 0, y = 0] }) => {
    const left = across(x, y);
    return { text: withoutRadicals(text), left, right: left + width, base: upward(x, y), size };
  });
  const rules = boxes.flatMap(([x, y, otherX, otherY]): RuledLine[] => {
    const [a, b] = [across(x, y), across(otherX, otherY)];
    const [c, d] = [upward(x, y), upward(otherX, otherY)];
    const rule = {
      left: Math.min(a, b),
      right: Math.max(a, b),
      bottom: Math.min(c, d),
      top: Math.max(c, d),
    };
    const isThin = rule.right - rule.left <= thickest || rule.top - rule.bottom <= thickest;
    if (isThin) return [rule];
    // A box that is drawn, or a cell that is filled, ends where its cell ends.
    return [
      { ...rule, right: rule.left },
      { ...rule, left: rule.right },
      { ...rule, top: rule.bottom },
      { ...rule, bottom: rule.top },
    ];
  });
  return { pieces: printedOnce(pieces), rules };
}

/** Bold that was made by printing twice, a hair apart, is one print. */
function printedOnce(pieces: readonly Piece[]): Piece[] {
  const kept = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const alike = kept.get(piece.text) ?? [];
    const near = piece.size * 0.2;
    const isAgain = alike.some(
      ({ left, base }) => Math.abs(left - piece.left) < near && Math.abs(base - piece.base) < near,
    );
    if (!isAgain) kept.set(piece.text, [...alike, piece]);
    return !isAgain;
  });
}

/** From the top down, each from the left. */
export function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.base - a.base || a.left - b.left)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (first && Math.abs(first.base - piece.base) < Math.min(first.size, piece.size) / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left));
}

/** One line as text: a space where there is a gap that one can see. */
export function joined(line: readonly Piece[]): string {
  return line
    .map(({ text, left, size }, index) => {
      const before = line[index - 1];
      return before && left - before.right > size * 0.4 ? ` ${text}` : text;
    })
    .join("");
}

const japanese = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々（）「」]";
/** Word processors set Latin letters and digits apart from Japanese ones; a space that only this made is none. */
const beforeLatin = new RegExp(
  `(?<=${japanese}) (?=[0-9]|[A-Z][A-Z0-9.-]*(?![A-Za-z])|(?:t|kg|km|cm|m|ha|kWh|kW|pt)(?![A-Za-z]))`,
  "gu",
);
const behindLatin = new RegExp(
  `(?<=${japanese}[A-Za-z0-9.,%+-]{1,24}) (?=${japanese})|(?<=(?:^|[①-⑳\\n/／ ])(?:[A-Z]{2,6}|Wi-Fi)) (?=${japanese})|(?<=[0-9]) (?=まで|公表|年度?|月末?|日(?!本)|歳|級|秒|時間|分[0-9]|人(?:[0-9当あ]|$)|万|億|千(?!葉)|程度|以[上下])`,
  "gu",
);

const numberedLevel =
  /^[【〔]?(?:(?:基本)?(?:目標|政策|施策|方針|方向|事業|取組)|分野|柱|第)\s*[0-9０-９IVXⅠ-Ⅹ-]{1,5}\s+/u;

/** A cell of a page; `undefined` where it is empty. */
export function pageCell(text: string): GridCell | undefined {
  // 「政策 1 活力…」: the number of a level stands apart from its name.
  const head = numberedLevel.exec(text)?.[0] ?? "";
  const plain = head + text.slice(head.length).replace(beforeLatin, "").replace(behindLatin, "");
  return plain.trim() === "" ? undefined : { text: plain, kind: "text" };
}

/** PDFs made by browsers write some characters as the radicals that look like them. */
function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (radical) => radical.normalize("NFKC"));
}

/** Where the spaces of a string stand, each letter as wide as its kind is. */
export function spacesIn({ text, left, right }: Piece): { readonly at: number; readonly x: number }[] {
  const widths = [...text].map((letter) => (/[\u0020-\u007E\uFF61-\uFF9F]/u.test(letter) ? 1 : 2));
  const scale =
    (right - left) /
    Math.max(
      1,
      widths.reduce((sum, width) => sum + width, 0),
    );
  let [at, passed] = [0, 0];
  return [...text].flatMap((letter, index) => {
    const x = left + (passed + (widths[index] ?? 0) / 2) * scale;
    const here = at;
    at += letter.length;
    passed += widths[index] ?? 0;
    return /[\s\u3000]/u.test(letter) ? [{ at: here, x }] : [];
  });
}
