// The rows of a workbook's sheet: hostile text comes back as it was, and what a spreadsheet would misread is kept as text.

import { strToU8, zipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { formatsOf, withRows } from "../../packages/publisher/src/formats/sheet-rows.ts";
import type { PublishedTable } from "../../packages/publisher/src/formats/tables/published-table.ts";

const table = {
  columns: [
    { name: "text", type: "string" },
    { name: "number", type: "decimal" },
  ],
} as unknown as PublishedTable;

/** A sheet as the library makes it: a header, and a second row with a cell of each format, of style 5, 6, … */
function frame(formats: readonly string[]): string {
  const cells = formats.map((_, index) => `<c r="${"ABCDEFGH"[index]}2" s="${5 + index}"><v>0</v></c>`);
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>0</v></c></row><row r="2">${cells.join("")}</row></sheetData></worksheet>`;
}

function sheetOf(records: string[][]): string {
  const formats = formatsOf(table, records);
  return [...withRows(frame(formats), { table, records, formats })].join("");
}

/** The smallest workbook that holds the sheet, read by another library. */
async function readBack(sheet: string): Promise<unknown[][]> {
  const relations = (target: string, type: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const file = zipSync({
    "_rels/.rels": strToU8(relations("xl/workbook.xml", "officeDocument")),
    "xl/_rels/workbook.xml.rels": strToU8(relations("worksheets/sheet1.xml", "worksheet")),
    "xl/workbook.xml": strToU8(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
  });
  const [found] = (await readExcelFile(Buffer.from(file), { trim: false } as object)) as unknown as [
    { data: unknown[][] },
  ];
  return found.data.slice(1);
}

test("any text comes back as it was", async () => {
  const texts = [
    "<script>alert(1)</script>",
    "a & b &amp; c",
    "\"quoted\" and 'so'",
    "two\nlines",
    "𠮷野家、髙橋、﨑",
    "\ue000 of a municipality's own",
    "＜全角＞",
    "ends in ]]>",
    "～〜−－",
  ];
  expect(await readBack(sheetOf(texts.map((text) => [text, ""])))).toEqual(texts.map((text) => [text]));
});

test("what XML cannot hold is left out, and the rest stays", async () => {
  expect(await readBack(sheetOf([["a\u0001b\ud800c", ""]]))).toEqual([["abc"]]);
});

test("spaces at either end are kept by XML's own sign", () => {
  expect(sheetOf([[" 前 ", ""]])).toContain('<t xml:space="preserve"> 前 </t>');
});

test.each([
  ["000001", 5],
  ["1-1", 5],
  ["1/2", 5],
  ["4月1日", 5],
  ["R6.4.1", 5],
  ["1E05", 5],
  ["50%", 5],
  ["=A1", 5],
  ["+神", 5],
  ["@x", 5],
  ["12:30", 5],
  ["１２", 5],
  ["－３", 5],
  ["＝1+1", 5],
  ["TRUE", 5],
  ["厚木市", undefined],
  ["https://opendata.example.jp/142123/indicators/K0001/", undefined],
])("%s is kept as text where it could be read as something else", (text, style) => {
  const mark = style === undefined ? "" : ` s="${style}"`;
  expect(sheetOf([[text, ""]])).toContain(`<c r="A2"${mark} t="inlineStr"><is><t>${text}</t></is></c>`);
});

test("a number keeps its decimals, and one that a double cannot hold is text", () => {
  const sheet = sheetOf([
    ["", "90.0"],
    ["", "12"],
    ["", "123456789012"],
    ["", "-0.25"],
    ["", "12345678901234567"],
  ]);
  expect(sheet).toContain('<row r="2"><c r="B2" s="6"><v>90</v></c></row>');
  expect(sheet).toContain('<row r="3"><c r="B3" s="7"><v>12</v></c></row>');
  expect(sheet).toContain('<row r="4"><c r="B4" s="7"><v>123456789012</v></c></row>');
  expect(sheet).toContain('<row r="5"><c r="B5" s="8"><v>-0.25</v></c></row>');
  expect(sheet).toContain('<c r="B6" s="5" t="inlineStr"><is><t>12345678901234567</t></is></c>');
});

test("a sheet that the library writes in another way is not filled by guess", () => {
  const records = [["a", "1.5"]];
  expect(() => [...withRows(frame(["@"]), { table, records, formats: formatsOf(table, records) })]).toThrow(
    "the library writes its rows otherwise",
  );
});
