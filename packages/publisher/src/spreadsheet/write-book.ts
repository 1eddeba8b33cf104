// A workbook as an XLSX file, with what people need to fill it in: drop-downs, locked cells, frozen headers, a filter.

import { columnName } from "@shihyo/core";
import { strToU8, zipSync } from "fflate";

import { xmlText } from "./xml-text.ts";

/** How a cell looks and whether it may be written in; colours are `RRGGBB`. */
export interface CellStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly middle?: boolean;
  readonly wrap?: boolean;
  /** A thin line around it; `group` with a heavier one above. */
  readonly line?: "thin" | "group";
  /** May be written in though the sheet is protected. */
  readonly open?: boolean;
}

interface BookCell {
  readonly text: string;
  readonly style?: CellStyle;
}

export interface BookRow {
  readonly cells: readonly BookCell[];
  readonly height?: number;
}

interface BookColumn {
  /** In characters of the usual font. */
  readonly width: number;
  /** What the drop-down offers below the first row. */
  readonly choices?: Choices;
}

/** Words of a short list, or a column of another sheet for a long one: 255 letters is the most that a list may have. */
type Choices =
  | { readonly title: string; readonly words: readonly string[] }
  | { readonly title: string; readonly range: string };

export interface BookSheet {
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly BookRow[];
  /** Not shown, and not to be shown by a click. */
  readonly isHidden?: boolean;
  /** Only open cells may be written in. `free` lets rows be added, moved and sorted. */
  readonly protect?: "cells" | "free";
  /** Columns and rows that stay in sight. */
  readonly frozen?: { readonly columns: number; readonly rows: number };
  readonly filter?: boolean;
  readonly gridLines?: boolean;
  /** Rows below the last that have the last row's look: for what is added. */
  readonly spare?: { readonly rows: number; readonly styles: readonly CellStyle[] };
}

export interface Book {
  readonly title: string;
  readonly font: string;
  /** `YYYY-MM-DD`: the only date in the file. */
  readonly date: string;
  readonly sheets: readonly BookSheet[];
}

/** ZIP keeps local time without a zone; this is 1980-01-01 everywhere. */
const fixedTime = new Date(1980, 0, 1);
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The same book gives the same bytes, on any machine and at any time. */
export function writeBook(book: Book): Uint8Array {
  const styles = new Styles(book.font);
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, styles));
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(book.sheets.length),
    "_rels/.rels": relationshipsXml([
      [`${relationships}/officeDocument`, "xl/workbook.xml"],
      [
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
      ],
    ]),
    "docProps/core.xml": coreProperties(book),
    "xl/workbook.xml": workbookXml(book),
    "xl/_rels/workbook.xml.rels": relationshipsXml([
      ...book.sheets.map((_, index): [string, string] => [
        `${relationships}/worksheet`,
        `worksheets/sheet${index + 1}.xml`,
      ]),
      [`${relationships}/styles`, "styles.xml"],
    ]),
    "xl/styles.xml": styles.xml(),
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
  const bytes = Object.fromEntries(
    Object.entries(files).map(([path, xml]) => [path, strToU8(declaration + xml)]),
  );
  return zipSync(bytes, { level: 6, mtime: fixedTime });
}

function contentTypes(sheets: number): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = [
    ["/xl/workbook.xml", `${kind}.sheet.main+xml`],
    ["/xl/styles.xml", `${kind}.styles+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ...Array.from({ length: sheets }, (_, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${kind}.worksheet+xml`,
    ]),
  ];
  const overrides = parts
    .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
    .join("");
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelationships}">${all.join("")}</Relationships>`;
}

function coreProperties({ title, date }: Book): string {
  const when = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Shihyo</dc:creator><cp:lastModifiedBy>Shihyo</cp:lastModifiedBy>${when("created")}${when("modified")}</cp:coreProperties>`;
}

function workbookXml({ sheets }: Book): string {
  const all = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${isHidden ? ' state="veryHidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;
  const names = sheets.flatMap(({ name, frozen, filter, columns, rows }, index) => [
    ...(filter
      ? [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xmlText(`${quoted(name)}!$A$1:$${columnName(columns.length - 1)}$${rows.length}`)}</definedName>`,
        ]
      : []),
    ...(frozen && frozen.rows > 0
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${quoted(name)}!$1:$${frozen.rows}`)}</definedName>`,
        ]
      : []),
  ]);
  const defined = names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
  return `<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>${all.join("")}</sheets>${defined}</workbook>`;
}

function sheetXml(sheet: BookSheet, styles: Styles): string {
  const { columns, rows, frozen, protect, filter, gridLines = true, spare } = sheet;
  const last = columnName(Math.max(columns.length, 1) - 1);
  const bottom = rows.length + (spare?.rows ?? 0);
  const lines = rows.map((row, index) => rowXml(row, index + 1, styles));
  for (let more = 0; more < (spare?.rows ?? 0); more += 1) {
    const cells = (spare?.styles ?? []).map((style) => ({ text: "", style }));
    lines.push(rowXml({ cells }, rows.length + more + 1, styles));
  }
  // The order of these is the schema's (ECMA-376 Part 1, CT_Worksheet).
  return [
    `<worksheet xmlns="${main}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${gridLines ? "" : ' showGridLines="0"'} workbookViewId="0">${pane(frozen)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="17"/>',
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData>${lines.join("")}</sheetData>`,
    protect ? protection(protect) : "",
    filter ? `<autoFilter ref="A1:${last}${rows.length}"/>` : "",
    validations(columns, Math.max(bottom, 2)),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    // A number kept as text on purpose: no green corner warns of it.
    `<ignoredErrors><ignoredError sqref="A1:${last}${Math.max(bottom, 1)}" numberStoredAsText="1"/></ignoredErrors>`,
    "</worksheet>",
  ].join("");
}

function pane(frozen: BookSheet["frozen"]): string {
  if (!frozen) return "";
  const { columns, rows } = frozen;
  const corner = `${columnName(columns)}${rows + 1}`;
  const which = columns > 0 ? "bottomRight" : "bottomLeft";
  return `<pane${columns > 0 ? ` xSplit="${columns}"` : ""} ySplit="${rows}" topLeftCell="${corner}" activePane="${which}" state="frozen"/><selection pane="${which}" activeCell="${corner}" sqref="${corner}"/>`;
}

function protection(protect: "cells" | "free"): string {
  const free = protect === "free" ? ' insertRows="0" deleteRows="0" sort="0"' : "";
  return `<sheetProtection sheet="1" formatColumns="0" formatRows="0" autoFilter="0"${free}/>`;
}

function validations(columns: readonly BookColumn[], bottom: number): string {
  const all = columns.flatMap(({ choices }, index) => {
    if (!choices) return [];
    const letters = columnName(index);
    const isShort = "words" in choices;
    const formula = isShort ? `"${choices.words.join(",")}"` : choices.range;
    const told = isShort ? `：${choices.words.join("、")}` : "。";
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${xmlText(choices.title.slice(0, 32))}" error="${xmlText(`一覧から選んでください${told}`.slice(0, 225))}" sqref="${letters}2:${letters}${bottom}"><formula1>${xmlText(formula)}</formula1></dataValidation>`,
    ];
  });
  return all.length > 0 ? `<dataValidations count="${all.length}">${all.join("")}</dataValidations>` : "";
}

function rowXml({ cells, height }: BookRow, number: number, styles: Styles): string {
  const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  const all = cells.map(({ text, style }, index) => {
    const at = `<c r="${columnName(index)}${number}" s="${styles.index(style ?? {})}"`;
    if (text === "") return `${at}/>`;
    const space = text.trim() === text && !/\n/.test(text) ? "" : ' xml:space="preserve"';
    return `${at} t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
  });
  return `<row r="${number}"${size}>${all.join("")}</row>`;
}

/** Each look once, as the file numbers them. */
class Styles {
  private readonly fonts = new Map<string, number>();
  private readonly fills = new Map<string, number>();
  private readonly formats = new Map<string, number>();
  private readonly known = new Map<CellStyle, number>();
  private readonly font: string;

  constructor(font: string) {
    this.font = font;
    this.fontOf({});
    numberOf(this.fills, '<fill><patternFill patternType="none"/></fill>');
    numberOf(this.fills, '<fill><patternFill patternType="gray125"/></fill>');
    numberOf(this.formats, '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  index(style: CellStyle): number {
    const found = this.known.get(style);
    if (found !== undefined) return found;
    const { fill, align = "left", middle, wrap, line, open } = style;
    const fillId =
      fill === undefined
        ? 0
        : numberOf(
            this.fills,
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const borderId = line === undefined ? 0 : line === "thin" ? 1 : 2;
    // `@` (49): what is typed stays as typed; 90.0 keeps its decimal, 85% and 1-1 are not turned into others.
    const number = numberOf(
      this.formats,
      `<xf numFmtId="49" fontId="${this.fontOf(style)}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="${align}" vertical="${middle ? "center" : "top"}"${wrap ? ' wrapText="1"' : ""}/><protection locked="${open ? 0 : 1}"/></xf>`,
    );
    this.known.set(style, number);
    return number;
  }

  private fontOf({ size = 11, bold, colour }: CellStyle): number {
    const xml = `<font>${bold ? "<b/>" : ""}<sz val="${size}"/>${colour === undefined ? "" : `<color rgb="FF${colour}"/>`}<name val="${xmlText(this.font)}"/></font>`;
    return numberOf(this.fonts, xml);
  }

  xml(): string {
    const side = (name: string, style: string, colour: string) =>
      `<${name} style="${style}"><color rgb="FF${colour}"/></${name}>`;
    const thin = (top: string) =>
      `<border>${side("left", "thin", "B3B3B3")}${side("right", "thin", "B3B3B3")}${top}${side("bottom", "thin", "B3B3B3")}<diagonal/></border>`;
    const borders = [
      "<border><left/><right/><top/><bottom/><diagonal/></border>",
      thin(side("top", "thin", "B3B3B3")),
      thin(side("top", "medium", "4D4D4D")),
    ];
    const list = (name: string, all: readonly string[]) =>
      `<${name} count="${all.length}">${all.join("")}</${name}>`;
    return [
      `<styleSheet xmlns="${main}">`,
      list("fonts", [...this.fonts.keys()]),
      list("fills", [...this.fills.keys()]),
      list("borders", borders),
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list("cellXfs", [...this.formats.keys()]),
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      "</styleSheet>",
    ].join("");
  }
}

function numberOf(all: Map<string, number>, xml: string): number {
  const found = all.get(xml);
  if (found !== undefined) return found;
  all.set(xml, all.size);
  return all.size - 1;
}
