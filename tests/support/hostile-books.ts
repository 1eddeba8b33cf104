// Files that nobody made with a spreadsheet: small ones that unpack to much, reach far, or say other sizes than they have.

import { zipSync } from "fflate";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const parts = "http://schemas.openxmlformats.org/package/2006";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;

export const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

/** A table of one indicator, with more rows below it, or something before and after its cells. */
export function sheetWith({ rows = "", before = "", after = "", name = "会議の回数" } = {}): string {
  const first = ["施策", "指標名", "単位", "令和5年度", "令和6年度"].map((words, at) =>
    text(`${"ABCDE"[at]}1`, words),
  );
  const second = `${text("A2", "子育て")}${text("B2", name)}${text("C2", "回")}<c r="D2"><v>12</v></c><c r="E2"><v>13</v></c>`;
  return `${before}<sheetData>${row(1, first.join(""))}${row(2, second)}${rows}</sheetData>${after}`;
}

/** A workbook of one sheet, and whatever else is put into its ZIP. */
export function bookOf(sheet: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const theme = Object.keys(more).some((path) => path.includes("theme"))
    ? `<Relationship Id="rId2" Type="${relation}/theme" Target="theme/theme1.xml"/>`
    : "";
  const override = (path: string, kind: string) => `<Override PartName="${path}" ContentType="${kind}+xml"/>`;
  const files = {
    "[Content_Types].xml": `${head}<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("/xl/workbook.xml", `${kinds}.sheet.main`)}${override("/xl/worksheets/sheet1.xml", `${kinds}.worksheet`)}${theme ? override("/xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme") : ""}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/>${theme}</Relationships>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet ${main}>${sheet}</worksheet>`,
    ...more,
  };
  const bytes = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes), { level: 1 });
}

/** The same, and every size in the list of contents is said to be one byte. */
export function lying(book: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(book);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
  }
  return bytes;
}

/** A sheet of OpenDocument whose one cell is repeated to a thousand million. */
export function repeatedCells(): Uint8Array {
  const space = (name: string) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  const content = `<office:document-content ${space("office")} ${space("table")} ${space("text")}><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="1024"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: new TextEncoder().encode("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": new TextEncoder().encode(content),
  });
}

/** A PDF of a page whose text is packed three times over: 881 bytes that unpack to 1.5 GB. */
export const nestedPdf = (): Uint8Array => Buffer.from(nested, "base64");

const nested =
  "JVBERi0xLjUKMSAwIG9iago8PCAvVHlwZSAvQ2F0YWxvZyAvUGFnZXMgMiAwIFIgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL1R5cGUgL1BhZ2VzIC9LaWRzIFszIDAgUl0gL0NvdW50IDEgPj4KZW5kb2JqCjMgMCBvYmoKPDwgL1R5cGUgL1BhZ2UgL1BhcmVudCAyIDAgUiAvTWVkaWFCb3ggWzAgMCA2MTIgNzkyXSAvQ29udGVudHMgNCAwIFIgL1Jlc291cmNlcyA8PCAvRm9udCA8PCAvRjEgNSAwIFIgPj4gPj4gPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0xlbmd0aCAyODggL0ZpbHRlciBbL0ZsYXRlRGVjb2RlIC9GbGF0ZURlY29kZSAvRmxhdGVEZWNvZGVdID4+CnN0cmVhbQp42qu49faOYvbVRJm2h4qnZh5qMkg82Kmg3bSAR0dsdcS0a6yzHQ1XZFxcOIPNODqMbdMjgdmJZ/gVOJZN9ruwzSrR2ezmT4n/v3ddml3/8eHTOsN793eXfvx69mexdfd0uf229vd2fa4pLqrftGFT0Y6C9y9f3c+PZt9v9y/G7teHT6f7pdnrt01PY2BgaFj4a/v+72m/blhUlry9bMbAwGBQYr344szLug/efXz+1fc5SM3B33VPP735knzg4bu3phCR3R9enbz6UuzD7xSb1zIgXRXXWZkZGBgWuBoA5RmiWDA4Cm6jMqMyozKjMqMyozKjMqMyQ0jm2esXf29e1k14W/H95u6dkgwMDLPUPrvzm8v9YXcxCLgJAL1NU2AKZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9UeXBlIC9Gb250IC9TdWJ0eXBlIC9UeXBlMSAvQmFzZUZvbnQgL0hlbHZldGljYSA+PgplbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDA5IDAwMDAwIG4gCjAwMDAwMDAwNTggMDAwMDAgbiAKMDAwMDAwMDExNSAwMDAwMCBuIAowMDAwMDAwMjQxIDAwMDAwIG4gCjAwMDAwMDA2MjkgMDAwMDAgbiAKdHJhaWxlcgo8PCAvU2l6ZSA2IC9Sb290IDEgMCBSID4+CnN0YXJ0eHJlZgo2OTkKJSVFT0Y=";
