// What a cell looks like where that may mean something (its fill, the colour of its letters, struck through): the library tells of the fill alone, and of no font.

import { strFromU8, strToU8 } from "fflate";

/** How the cells of one style look; what is usual is left out. */
export interface Look {
  /** `#FFFF00`, 「theme:4:0.6」, or a pattern before either (`gray125:#000000`). */
  readonly fill?: string;
  /** The colour of the letters, likewise. */
  readonly letters?: string;
  readonly struck?: true;
  /** How far its text is set in, in steps. */
  readonly indent?: number;
}

const stylesPath = "xl/styles.xml";
/** The styles' numbers are written into the colours of fills, which the library hands over with each cell. */
const mark = "FD";

/** The same workbook with a fill of its own for every style, that says the style's number, and what each looks like; number formats stay. */
export function withLooks(parts: Readonly<Record<string, Uint8Array>>): {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly looks: readonly Look[];
} {
  const found = parts[stylesPath];
  const styles = found && strFromU8(found);
  const [all, prefix = ""] = /<((?:\w+:)?)cellXfs\b[\s\S]*?<\/\1cellXfs>/.exec(styles ?? "") ?? [];
  if (!styles || all === undefined) return { parts, looks: [] };
  const fonts = elementsOf(styles, "font").map(fontLook);
  const fills = elementsOf(styles, "fill").map(fillLook);
  const indents = xfsIn(all).map(indentOf);
  const looks: Look[] = [];
  const first = fills.length;
  const marked = all.replace(/<(?:\w+:)?xf\b[^>]*?(?=\/?>)/g, (xf) => {
    const at = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(xf)?.[1] ?? -1);
    const indent = indents[looks.length] ?? 0;
    looks.push({ ...fills[at("fillId")], ...fonts[at("fontId")], ...(indent > 0 ? { indent } : {}) });
    const bare = xf.replace(/\s(?:fillId|applyFill)="[^"]*"/g, "");
    return `${bare} fillId="${first + looks.length - 1}" applyFill="1"`;
  });
  if (looks.every((look) => Object.keys(look).length === 0) || looks.length > 0xffff)
    return { parts, looks: [] };
  const own = looks.map((_, at) => {
    const number = at.toString(16).toUpperCase().padStart(4, "0");
    return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${mark}${number}"/></${prefix}patternFill></${prefix}fill>`;
  });
  const end = new RegExp(`</${prefix}fills>`);
  const added = end.test(styles)
    ? styles.replace(end, (tag) => `${own.join("")}${tag}`)
    : styles.replace(
        new RegExp(`<${prefix}cellXfs\\b`),
        (tag) => `<${prefix}fills>${own.join("")}</${prefix}fills>${tag}`,
      );
  return { parts: { ...parts, [stylesPath]: strToU8(added.replace(all, () => marked)) }, looks };
}

/** The styles of cells, each up to where the next begins: what stands inside it is in that. */
function xfsIn(all: string): readonly string[] {
  const starts = [...all.matchAll(/<(?:\w+:)?xf\b/g)].map(({ index }) => index);
  return starts.map((start, at) => all.slice(start, starts[at + 1]));
}

function indentOf(xf: string): number {
  return Number(/<(?:\w+:)?alignment\b[^>]*\bindent="(\d{1,2})"/.exec(xf)?.[1] ?? 0);
}

/** The look of a cell by what the library says of its fill. */
export function lookOf(
  style: { readonly fgColor?: { readonly rgb?: string } } | undefined,
  looks: readonly Look[],
): Look | undefined {
  const colour = style?.fgColor?.rgb?.toUpperCase().slice(-6) ?? "";
  return colour.startsWith(mark) ? looks[Number.parseInt(colour.slice(2), 16)] : undefined;
}

/** The elements of a name that the styles list in one of its plural: `font` in `fonts`. */
function elementsOf(styles: string, name: string): readonly string[] {
  const list = new RegExp(`<((?:\\w+:)?)${name}s\\b[^>]*>([\\s\\S]*?)</\\1${name}s>`).exec(styles)?.[2] ?? "";
  const one = new RegExp(
    `<(?:\\w+:)?${name}(?:\\s[^>]*)?/>|<((?:\\w+:)?)${name}(?:\\s[^>]*)?>[\\s\\S]*?</\\1${name}>`,
    "g",
  );
  return list.match(one) ?? [];
}

export const struckFont = /<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*\/>/;

function fontLook(font: string): Look {
  const colour = colourOf(font, "color");
  const isUsual = colour === undefined || colour === "#000000" || /^theme:[01]$/.test(colour);
  return { ...(isUsual ? {} : { letters: colour }), ...(struckFont.test(font) ? { struck: true } : {}) };
}

function fillLook(fill: string): Look {
  const pattern = /\bpatternType="(\w+)"/.exec(fill)?.[1] ?? "none";
  if (pattern === "none" && !/gradientFill/.test(fill)) return {};
  const colour = colourOf(fill, "fgColor") ?? "#000000";
  if (pattern !== "solid") return { fill: `${pattern}:${colour}` };
  return colour === "#FFFFFF" || colour === "theme:0" ? {} : { fill: colour };
}

/** `#RRGGBB`, or the theme's number with its tint. */
function colourOf(element: string, name: string): string | undefined {
  const tag = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`).exec(element)?.[0];
  if (tag === undefined) return undefined;
  const said = (attribute: string) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1];
  const [rgb, theme, indexed, tint] = [said("rgb"), said("theme"), said("indexed"), said("tint")];
  if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
  if (theme !== undefined) return `theme:${theme}${tint === undefined ? "" : `:${Number(tint).toFixed(2)}`}`;
  return indexed === undefined ? undefined : paletteColour(Number(indexed));
}

/** The colours that old workbooks number (ECMA-376 Part 1, 18.8.27); of the later ones, those that people use to mark. */
const palette: Readonly<Record<number, string>> = {
  0: "000000",
  1: "FFFFFF",
  2: "FF0000",
  3: "00FF00",
  4: "0000FF",
  5: "FFFF00",
  6: "FF00FF",
  7: "00FFFF",
  13: "FFFF00",
  22: "C0C0C0",
  23: "808080",
  26: "FFFFCC",
  27: "CCFFFF",
  34: "CCFFFF",
  35: "CCFFCC",
  36: "FFFF99",
  37: "99CCFF",
  38: "FF99CC",
  40: "00CCFF",
  41: "33CCCC",
  42: "99CC00",
  43: "FFCC00",
  44: "FF9900",
  45: "FF6600",
  47: "FFCC99",
  48: "3366FF",
  55: "969696",
};

function paletteColour(index: number): string | undefined {
  if (index >= 64) return undefined;
  return `#${palette[index >= 8 && index < 16 ? index - 8 : index] ?? `I${index}`}`;
}
