// Packs a workbook again so that the same content gives the same bytes, on any machine and at any time.

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Cells where a number is kept as text on purpose, so that no green corner warns of it. */
interface TextCells {
  /** The sheet's place in the workbook, from 1. */
  readonly sheet: number;
  readonly range: string;
}

/** ZIP keeps local time without a zone; this is 1980-01-01 everywhere. */
const fixedTime = new Date(1980, 0, 1);

export function packAgain(bytes: Uint8Array, { sheet, range }: TextCells): Uint8Array {
  const files = unzipSync(bytes);
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const xml = files[path];
  if (xml) files[path] = strToU8(withTextCells(strFromU8(xml), range));
  const sorted = Object.entries(files).sort(
    ([a], [b]) => order(a) - order(b) || (a < b ? -1 : a > b ? 1 : 0),
  );
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime: fixedTime });
}

/** Readers that stream want the list of content types first. */
function order(path: string): number {
  return path === "[Content_Types].xml" ? 0 : path.startsWith("_rels/") ? 1 : 2;
}

/** `ignoredErrors` stands after the page set-up and before what is drawn (ECMA-376, CT_Worksheet). */
function withTextCells(xml: string, range: string): string {
  const mark = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
  const later =
    /<(smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;
  return xml.replace(later, (found) => `${mark}${found}`);
}
