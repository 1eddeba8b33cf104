// What a legend says of colours (「網掛けは見込値」「赤字は速報値」), and which cells are of those colours.

import { keyOf, nameOf } from "./cell-text.ts";
import type { Grid, GridCell } from "./grid.ts";

/** What the colour of a value means. */
export interface ColourMeaning {
  readonly state?: string;
  /** What it means beside a state that the tables know. */
  readonly remark?: string;
}

export interface Legend {
  /** As printed. */
  readonly text: string;
  readonly meaning: ColourMeaning;
  isOf(cell: GridCell): boolean;
}

const look =
  "網掛け|網かけ|網掛|アミかけ|着色|色付き|色つき|塗りつぶし|(?:黄|赤|青|緑|水|桃|橙|灰)(?:色|字|い?文字|い数字|い?セル|塗り|マーカー)|ピンク|オレンジ|グレー|紫|太字|斜体|下線";
const letters = /(字|文字|数字|フォント)/u;
const legendLine = new RegExp(`(${look})(.{0,14}?)(?:は|が|：|:|＝|=|…)、?(.{0,16})`, "u");
const marked =
  /(網掛|網かけ|アミかけ|着色|色付|色つき|塗りつぶ|[黄赤青緑水桃橙灰]色|赤字|青字|緑字|ピンク|オレンジ|グレー|太字|斜体|下線)/u;

/** Whether a text says what a colour or the look of letters means. */
export function saysLooks(text: string): boolean {
  return marked.test(text);
}

function meaningOf(words: string): ColourMeaning | undefined {
  const key = keyOf(words);
  if (/^.{0,8}?見込/u.test(key)) return { state: "見込" };
  if (/^.{0,8}?速報/u.test(key)) return { state: "速報" };
  if (/^.{0,8}?(推計|推定)/u.test(key)) return { state: "推計" };
  const other = /^.{0,6}?(要確認|確認中|未確定|暫定|概算|概数|参考)値?/u.exec(key)?.[0];
  return other === undefined ? undefined : { remark: other };
}

/** Colours by their words: hue in degrees from, to; the greys have none. */
const hues: readonly (readonly [word: RegExp, from: number, to: number])[] = [
  [/^黄/u, 42, 70],
  [/^(橙|オレンジ)/u, 15, 45],
  [/^赤/u, 345, 375],
  [/^(桃|ピンク)/u, 290, 365],
  [/^紫/u, 255, 300],
  [/^水/u, 170, 215],
  [/^青/u, 180, 255],
  [/^緑/u, 75, 165],
];

function isCalled(colour: string, word: string): boolean {
  const [, red = "", green = "", blue = ""] = /#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/u.exec(colour) ?? [];
  if (blue === "") return false;
  const [r, g, b] = [red, green, blue].map((one) => Number.parseInt(one, 16)) as [number, number, number];
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (/^(灰|グレー)/u.test(word)) return most - least < 16;
  const range = hues.find(([one]) => one.test(word));
  if (!range || most - least < 16) return false;
  const [, from, to] = range;
  const part = 60 / (most - least);
  const hue = most === r ? (g - b) * part : most === g ? (b - r) * part + 120 : (r - g) * part + 240;
  return [hue, hue + 360].some((one) => one >= from && one <= to);
}

/** The legends of a sheet, of those colours that the cells of values have; what no legend is sure of is left. */
export function legendsIn(grid: Grid, values: readonly GridCell[]): readonly Legend[] {
  if (!values.some(({ fill, letters: colour }) => fill !== undefined || colour !== undefined)) return [];
  const isValue = new Set(values);
  const found = grid.rows.flatMap((row) =>
    row.flatMap((cell, column): Legend[] =>
      cell?.kind !== "text" || cell.text.length > 120 || isValue.has(cell)
        ? []
        : legendsOf(cell, row[column - 1], values),
    ),
  );
  for (const { text } of grid.drawn ?? [])
    found.push(...legendsOf({ text, kind: "text" }, undefined, values));
  // One colour with two meanings means none.
  return found.filter((one) =>
    found.every(
      (other) =>
        nameOf(other.text) === nameOf(one.text) ||
        values.every((cell) => !(one.isOf(cell) && other.isOf(cell))),
    ),
  );
}

function legendsOf(cell: GridCell, left: GridCell | undefined, values: readonly GridCell[]): Legend[] {
  const has = (of: "fill" | "letters", colour: string) => (one: GridCell) => one[of] === colour;
  const legend = (meaning: ColourMeaning, isOf: (one: GridCell) => boolean): Legend[] =>
    values.some(isOf) ? [{ text: cell.text, meaning, isOf }] : [];
  const clauses = cell.text.split(/[。\n]|(?<=[値みる])[、，,]|(?<=値)\s+/u);
  const read = clauses.flatMap((clause): Legend[] => {
    const [, word = "", more = "", words = ""] = legendLine.exec(clause.normalize("NFKC")) ?? [];
    const meaning = word === "" ? undefined : meaningOf(words);
    if (!meaning || /(太字|斜体|下線)/u.test(word)) return [];
    const of = letters.test(word + more) ? "letters" : "fill";
    // The legend's own cell, or the one beside it, shows the colour.
    const sample = of === "fill" ? (cell.fill ?? cell.sample ?? sampleOf(left)) : cell.letters;
    if (sample !== undefined && values.some(has(of, sample)) && clauses.filter(Boolean).length === 1)
      return legend(meaning, has(of, sample));
    const colours = new Set(values.flatMap((one) => one[of] ?? []));
    const isShade = /^(網|アミ)/u.test(word);
    const called = [...colours].filter((colour) =>
      isShade ? !/^(#|theme:[2-9])/u.test(colour) || isCalled(colour, "灰") : isCalled(colour, word),
    );
    if (called.length > 0) return legend(meaning, (one) => called.includes(one[of] ?? ""));
    const [only] = colours;
    const isPlain = /^(網|アミ|着色|色付|色つ|塗り)/u.test(word);
    const share = values.filter((one) => one[of] !== undefined).length;
    return isPlain && only !== undefined && colours.size === 1 && share < values.length
      ? legend(meaning, has(of, only))
      : [];
  });
  if (read.length > 0) return read;
  // A sample of the colour with its meaning beside it or in it: 「■ 見込値」.
  const bare = cell.text.replace(/^[\s　]*[■●◆▲★]?[\s　：:…＝=・]*/u, "");
  const meaning = bare.length < 16 ? meaningOf(bare) : undefined;
  if (!meaning || /[0-9０-９]/u.test(bare)) return [];
  const fill = cell.fill ?? cell.sample ?? sampleOf(left);
  if (fill !== undefined && values.some(has("fill", fill))) return legend(meaning, has("fill", fill));
  return cell.letters !== undefined ? legend(meaning, has("letters", cell.letters)) : [];
}

/** The cell beside, where it holds a sample alone. */
function sampleOf(left: GridCell | undefined): string | undefined {
  return left && /^[\s　■□●◆★例]*$/u.test(left.text) ? (left.fill ?? left.letters) : undefined;
}
