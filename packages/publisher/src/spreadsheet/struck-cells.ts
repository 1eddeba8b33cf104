// Cells and letters that are struck through (見え消し): the library keeps neither apart from what still holds, so that 100 and 120 become 100120.

import type { CellObject } from "@e965/xlsx";
import { strFromU8, strToU8 } from "fflate";

const stylesPath = "xl/styles.xml";

/** The fill that cells get which are struck through as a whole: the library tells nothing of their font. */
const struckFill = "FDD1FDD1";

/** Whether a cell's style, as the library gives it (a colour with its alpha or without), is that of one that is struck through. */
export function isStruck(style: { readonly fgColor?: { readonly rgb?: string } } | undefined): boolean {
  const colour = style?.fgColor?.rgb?.toUpperCase() ?? "";
  return colour === struckFill || colour === struckFill.slice(2);
}

/** The same workbook with that fill for every style whose font is struck through; its number format stays. */
export function withStruckFills(
  parts: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, Uint8Array>> {
  const found = parts[stylesPath];
  const styles = found && strFromU8(found);
  if (!styles || !struckFont.test(styles)) return parts;
  const fonts = elementsOf(styles, "font");
  const struck = new Set(fonts.flatMap((font, at) => (struckFont.test(font) ? [String(at)] : [])));
  if (struck.size === 0) return parts;
  const prefix = /<((?:\w+:)?)cellXfs\b/.exec(styles)?.[1] ?? "";
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${struckFill}"/></${prefix}patternFill></${prefix}fill>`;
  const fills = new RegExp(`</${prefix}fills>`);
  const added = fills.test(styles)
    ? styles.replace(fills, (end) => `${fill}${end}`)
    : styles.replace(
        new RegExp(`<${prefix}cellXfs\\b`),
        (start) => `<${prefix}fills>${fill}</${prefix}fills>${start}`,
      );
  const id = String(elementsOf(styles, "fill").length);
  const marked = added.replace(/<((?:\w+:)?)cellXfs\b[\s\S]*?<\/\1cellXfs>/, (all) =>
    all.replace(/<(?:\w+:)?xf\b[^>]*?(?=\/?>)/g, (xf) => {
      if (!struck.has(/\bfontId="(\d+)"/.exec(xf)?.[1] ?? "")) return xf;
      return `${xf.replace(/\s(?:fillId|applyFill)="[^"]*"/g, "")} fillId="${id}" applyFill="1"`;
    }),
  );
  return { ...parts, [stylesPath]: strToU8(marked) };
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

const struckFont = /<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*\/>/;

/** A text of which some letters are struck through, without those; nothing where none are. */
export function struckRuns({ r: runs }: CellObject): { readonly kept: string } | undefined {
  if (typeof runs !== "string" || !struckFont.test(runs)) return undefined;
  const all = runs.match(/<((?:\w+:)?)r(?:\s[^>]*)?>[\s\S]*?<\/\1r>/g) ?? [];
  const kept = all
    .filter((run) => !struckFont.test(run))
    .flatMap((run) => /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/.exec(run)?.[1] ?? [])
    .join("");
  return { kept: unescaped(kept) };
}

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(x[0-9a-f]+|[0-9]+);/gi, (_, code: string) =>
      String.fromCodePoint(code.startsWith("x") ? Number.parseInt(code.slice(1), 16) : Number(code)),
    )
    .replace(/&amp;/g, "&");
