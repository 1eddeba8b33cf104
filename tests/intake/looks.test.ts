// What a workbook says by colours, by boxes over its cells and by struck letters: read where it is sure, told where it is not.

import { Workbook } from "@protobi/exceljs";
import { tablesOf, type Understanding } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { parse } from "csv-parse/sync";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { takenIn } from "../support/sheet-cases.ts";

type Paint = Readonly<Record<string, string>>;

const rows = [
  ["施策", "指標名", "単位", "R5", "R6"],
  ["道路", "舗装の割合", "％", 81.2, 82.4],
  ["道路", "点検した橋", "橋", 4, 6],
  ["河川", "堤防の延長", "m", 130, 150],
];

async function book(
  legend: readonly string[],
  { fills = {}, letters = {}, patterns = {} }: { fills?: Paint; letters?: Paint; patterns?: Paint },
): Promise<Uint8Array> {
  const made = new Workbook();
  const sheet = made.addWorksheet("一覧");
  sheet.addRow(["道路と河川の指標"]);
  for (const row of rows) sheet.addRow(row);
  sheet.addRow(legend);
  for (let column = 1; column <= 5; column++)
    sheet.getCell(2, column).fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E1F2" } };
  for (const [at, argb] of Object.entries(fills))
    sheet.getCell(at).fill = { type: "pattern", pattern: "solid", fgColor: { argb } };
  for (const [at, pattern] of Object.entries(patterns))
    sheet.getCell(at).fill = { type: "pattern", pattern: pattern as "gray125" };
  for (const [at, argb] of Object.entries(letters)) sheet.getCell(at).font = { color: { argb } };
  return new Uint8Array(await made.xlsx.writeBuffer());
}

function understood(bytes: Uint8Array): Understanding {
  const read = readGrids(bytes, "進捗.xlsx");
  if ("refused" in read) throw new Error(read.refused.en);
  return takenIn(read.grids);
}

/** 「82.4 速報」 of each indicator, by where it stands. */
function states(known: Understanding): Readonly<Record<string, string>> {
  const files = [...tablesOf(known).files].filter(([file]) => file.startsWith("observations/"));
  const all = files.flatMap(
    ([, text]) => parse(text, { columns: true, bom: true }) as Readonly<Record<string, string>>[],
  );
  return Object.fromEntries(
    all
      .filter((row) => row.値の状態 !== "確定" || row.備考)
      .map((row) => [row.出典_位置 ?? "", `${row.実績値} ${row.値の状態}${row.備考 ? ` ${row.備考}` : ""}`]),
  );
}

const told = (known: Understanding) => known.notices.map(({ text }) => text.ja).join("\n");

test.each([
  [
    "shaded cells are expected ones",
    ["※網掛けは見込値"],
    { fills: { E3: "FFD9D9D9", E5: "FFD9D9D9" } },
    { "一覧!E3": "82.4 見込", "一覧!E5": "150 見込" },
  ],
  [
    "a pattern is a shade, another colour is none",
    ["網かけ部分は、推計値である。"],
    { patterns: { E4: "gray125" }, fills: { D4: "FFFFC7CE" } },
    { "一覧!E4": "6 推計" },
  ],
  [
    "two colours of letters in one line",
    ["注）赤字は速報値、青字は見込み"],
    { letters: { E3: "FFFF0000", E4: "FF0070C0" } },
    { "一覧!E3": "82.4 速報", "一覧!E4": "6 見込" },
  ],
  [
    "a colour by its name among others",
    ["※黄色のセルは速報値です"],
    { fills: { E4: "FFFFFF00", D4: "FFFFC7CE", E5: "FFFFF2CC" } },
    { "一覧!E4": "6 速報", "一覧!E5": "150 速報" },
  ],
  [
    "samples with their meaning to the right",
    ["凡例", "", "見込値", "", "要確認"],
    { fills: { B6: "FFFFC000", D6: "FF92D050", E3: "FFFFC000", D5: "FF92D050" } },
    { "一覧!E3": "82.4 見込", "一覧!D5": "130 確定 要確認" },
  ],
])("%s", async (_, legend, paint, expected) => {
  const known = understood(await book(legend, paint));
  expect(states(known)).toEqual(expected);
  expect(told(known)).toContain("凡例「");
  expect(told(known)).not.toContain("読んでいません");
  expect(known.counts.indicators).toBe(3);
});

test.each([
  ["what is no state of a value", ["※着色部分は目標を達成した指標"], { fills: { E4: "FFFFFF00" } }],
  ["a colour that no value has", ["※赤字は速報値"], { letters: { B3: "FFFF0000" } }],
  [
    "a shade that may be either of two colours",
    ["※色付きのセルは見込値"],
    { fills: { E4: "FFFFFF00", E3: "FF92D050" } },
  ],
])("%s is told and not read", async (_, legend, paint) => {
  const known = understood(await book(legend, paint));
  expect(states(known)).toEqual({});
  expect(told(known)).toContain("読んでいません");
});

test("colours without a legend mean nothing, and the water rate is no colour of water", async () => {
  const known = understood(
    await book(["※水道の数値は見込値を含む"], { fills: { E4: "FFB7DEE8", E3: "FFB7DEE8" } }),
  );
  expect(states(known)).toEqual({});
});

test("what stands in a text box is told word for word with its place, and a legend in it is read", async () => {
  const parts = unzipSync(await book([], { fills: { E3: "FFFFFF00" } }));
  const shape = (column: number, row: number, lines: readonly string[]) =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="図形 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join("")}</xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`;
  const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${shape(6, 1, ["満足度は", "78.5％ &amp; 上昇"])}${shape(6, 4, ["黄色のセルは速報値"])}</xdr:wsDr>`;
  const path = "xl/worksheets/sheet1.xml";
  const link = `<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId7"/></worksheet>`;
  const bytes = zipSync({
    ...parts,
    [path]: strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace("</worksheet>", link)),
    "xl/drawings/drawing1.xml": strToU8(drawing),
    "xl/worksheets/_rels/sheet1.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    ),
  });
  const known = understood(bytes);
  expect(told(known)).toContain("「満足度は 78.5％ & 上昇」、「黄色のセルは速報値」");
  expect(known.notices.find(({ text }) => text.ja.includes("図形"))?.places).toEqual(["一覧!G2", "一覧!G5"]);
  expect(states(known)).toEqual({ "一覧!E3": "82.4 速報" });
});

test("letters struck through in texts that stand in the sheet itself are left out, also where all its elements have a prefix", async () => {
  const parts = unzipSync(await book([], {}));
  const path = "xl/worksheets/sheet1.xml";
  const run = (text: string, isStruck: boolean) =>
    `<r><rPr>${isStruck ? "<strike/>" : `<color rgb="FFFF0000"/>`}</rPr><t>${text}</t></r>`;
  const plain = strFromU8(parts[path] ?? new Uint8Array())
    .replace(
      /<c r="E3"[^>]*>.*?<\/c>/,
      `<c r="E3" t="inlineStr"><is>${run("82.4", true)}${run("83.1", false)}</is></c>`,
    )
    .replace(/<c r="E4"[^>]*>.*?<\/c>/, `<c r="E4" t="inlineStr"><is>${run("6", true)}</is></c>`);
  const prefixed = (text: string) =>
    text.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace(/xmlns="(?=[^"]*spreadsheetml)/, 'xmlns:x="');
  const all = Object.fromEntries(
    Object.entries({ ...parts, [path]: strToU8(plain) }).map(([name, part]) => [
      name,
      /^xl\/(workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml$/.test(name)
        ? strToU8(prefixed(strFromU8(part)))
        : part,
    ]),
  );
  for (const bytes of [zipSync({ ...parts, [path]: strToU8(plain) }), zipSync(all)]) {
    const known = understood(bytes);
    const year = tablesOf(known).files.get("observations/2024.csv") ?? "";
    expect(year).toContain("83.1");
    expect(year).not.toContain("82.4");
    expect(known.counts.leftOut).toEqual({ 取り消し線のあるセル: 1 });
  }
});
