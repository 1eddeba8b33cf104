// What a workbook says of itself beside its cells: title, author, print areas, filters and the style that cells have by default.

import { type Dataset, textIn } from "@shihyo/core";
import { strFromU8, strToU8 } from "fflate";
import { sanitizeTextContent } from "write-excel-file/utility";
import { type SheetRows, tableRange } from "./sheet-rows.ts";

/** A table's sheet with what it is called. */
interface NamedSheet extends SheetRows {
  readonly name: string;
}

/** The parts of the file as the library made it, with what it leaves out; it fails where the library writes otherwise. */
export function framed(
  parts: Readonly<Record<string, Uint8Array>>,
  dataset: Dataset,
  tables: readonly NamedSheet[],
): ReadonlyMap<string, Uint8Array> {
  const all = new Map(Object.entries(parts));
  const edit = (path: string, found: string, put: string) => {
    const before = strFromU8(all.get(path) ?? new Uint8Array());
    if (!before.includes(found)) throw new Error(`the library writes ${path} otherwise`);
    all.set(path, strToU8(before.replace(found, () => put)));
  };
  edit("xl/workbook.xml", "<definedNames/>", `<definedNames>${namesOf(tables)}</definedNames>`);
  edit(
    "xl/styles.xml",
    "<cellXfs ",
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs ',
  );
  edit(
    "xl/styles.xml",
    "</cellXfs>",
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  );
  edit(
    "[Content_Types].xml",
    "</Types>",
    '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/></Types>',
  );
  edit(
    "_rels/.rels",
    "</Relationships>",
    '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
  );
  all.set("docProps/core.xml", strToU8(coreProperties(dataset)));
  return all;
}

/** A table's sheet as it is printed: landscape, as many pages long as need be, one page wide. */
export function printed(sheet: Uint8Array): string {
  return strFromU8(sheet)
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(
      "</sheetData>",
      '</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
}

/** Which cells are printed, which row stands on every page, and what is filtered; the first sheet is none of the tables. */
function namesOf(tables: readonly NamedSheet[]): string {
  const fixed = (range: string) => range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const names = (kind: string, hidden: string, cells: (table: NamedSheet) => string) =>
    tables.map(
      (table, index) =>
        `<definedName name="_xlnm.${kind}" localSheetId="${index + 1}"${hidden}>${sanitizeTextContent(`'${quoted(table)}'!${cells(table)}`)}</definedName>`,
    );
  return [
    ...names("_FilterDatabase", ' hidden="1"', (table) => fixed(tableRange(table))),
    ...names("Print_Area", "", (table) => fixed(tableRange(table))),
    ...names("Print_Titles", "", () => "$1:$1"),
  ].join("");
}

function quoted({ name }: NamedSheet): string {
  return name.replaceAll("'", "''");
}

/** The release's day in Japan stands for when it was made, so that the same tables give the same bytes. */
function coreProperties({ municipality, releases }: Dataset): string {
  const text = sanitizeTextContent;
  const day = releases.at(-1)?.date;
  const date = (name: string) =>
    day === undefined ? "" : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  const author = textIn(municipality.publisher.name, "ja");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(textIn(municipality.title, "ja"))}</dc:title><dc:creator>${text(author)}</dc:creator><dc:description>${text(textIn(municipality.description, "ja"))}</dc:description><dc:language>ja</dc:language><cp:lastModifiedBy>${text(author)}</cp:lastModifiedBy>${date("created")}${date("modified")}</cp:coreProperties>`;
}
