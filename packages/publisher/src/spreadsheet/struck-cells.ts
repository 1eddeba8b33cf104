// Cells and letters that are struck through (見え消し): the library keeps neither apart from what still holds, so that 100 and 120 become 100120.

import type { CellObject } from "@e965/xlsx";
import { strFromU8, strToU8 } from "fflate";

const stylesPath = "xl/styles.xml";

/** The number format that cells get which are struck through as a whole: the library tells nothing of their font. */
export const struckFormat = '"\uFDD1"General';

/** The same workbook with that format for every style whose font is struck through. */
export function withStruckFormats(
  parts: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, Uint8Array>> {
  const found = parts[stylesPath];
  const styles = found && strFromU8(found);
  if (!styles || !struckFont.test(styles)) return parts;
  const fonts = /<((?:\w+:)?)fonts\b[^>]*>([\s\S]*?)<\/\1fonts>/.exec(styles)?.[2] ?? "";
  const list =
    fonts.match(/<(?:\w+:)?font(?:\s[^>]*)?\/>|<((?:\w+:)?)font(?:\s[^>]*)?>[\s\S]*?<\/\1font>/g) ?? [];
  const struck = new Set(list.flatMap((font, at) => (struckFont.test(font) ? [String(at)] : [])));
  if (struck.size === 0) return parts;
  const id = "9999";
  const code = struckFormat.replaceAll('"', "&quot;");
  const marked = styles.replace(/<((?:\w+:)?)cellXfs\b[\s\S]*?<\/\1cellXfs>/, (all) =>
    all.replace(/<(?:\w+:)?xf\b[^>]*/g, (xf) =>
      struck.has(/\bfontId="(\d+)"/.exec(xf)?.[1] ?? "")
        ? xf.replace(/\bnumFmtId="\d+"/, `numFmtId="${id}"`)
        : xf,
    ),
  );
  const format = `<numFmt numFmtId="${id}" formatCode="${code}"/>`;
  const withFormat = /<numFmts\b[^>]*>/.test(marked)
    ? marked.replace(/<numFmts\b[^>]*>/, (open) => `${open}${format}`)
    : marked.replace(/(<styleSheet\b[^>]*>)/, `$1<numFmts count="1">${format}</numFmts>`);
  return { ...parts, [stylesPath]: strToU8(withFormat) };
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
