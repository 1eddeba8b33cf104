// Files that cannot be taken in, or only in part: each is told in a plain sentence, and the folder stays as it was.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CFB } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { takeIn } from "../../packages/publisher/src/cli/intake.ts";
import { Refusal } from "../../packages/publisher/src/refusal.ts";
import { filesIn } from "../support/files.ts";
import { csvOf, xlsxOf } from "../support/print-sheets.ts";
import type { PrintedSheet } from "../support/printed-city.ts";
import { takingIn } from "../support/taking-in.ts";
import { workplace } from "../support/workplace.ts";

type Bytes = Uint8Array | Promise<Uint8Array>;
type Damage = readonly [name: string, file: string, bytes: () => Bytes, told: RegExp];

const text = (words: string) => strToU8(words);
const sheet = (cells: readonly (readonly string[])[]): PrintedSheet => ({ name: "Sheet1", cells });
const good = sheet([
  ["施策", "指標名", "単位", "R5", "R6"],
  ["防災", "訓練の回数", "回", "3", "4"],
  ["防災", "参加者数", "人", "120", "140"],
]);
const part = async (from: number, to: number) => {
  const bytes = await xlsxOf([good]);
  return bytes.slice(Math.floor(bytes.length * from), Math.floor(bytes.length * to));
};
const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, words]) => [path, text(words)])));
const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const csv = (cells: readonly (readonly string[])[]) => csvOf(sheet(cells));

/** A workbook one part of which unpacks to more than any table of a city. */
const bomb = () =>
  zipSync(
    { "[Content_Types].xml": text("<Types/>"), "xl/workbook.xml": new Uint8Array(320 << 20) },
    { level: 1 },
  );

function locked(): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/EncryptionInfo", Buffer.from("info"));
  CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.from("package"));
  return new Uint8Array(CFB.write(container, { type: "buffer" }) as Uint8Array);
}

/** A page on which something is drawn, and no text. */
const picturePdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj
4 0 obj<</Length 24>>stream
10 10 100 100 re f
endstream endobj
trailer<</Root 1 0 R>>
`;

const empty = /中身がありません|何も書かれていません|文字や数の入ったセルがありません/;
const noTable = /指標の表が見つかりません/;
const picture = /画像です/;
const broken = /壊れて|開けません/;

/** Nothing can be made of these. */
const refused: readonly Damage[] = [
  ["no bytes, called a workbook", "a.xlsx", () => new Uint8Array(), empty],
  ["no bytes, called a CSV", "a.csv", () => new Uint8Array(), empty],
  ["no bytes, called a PDF", "a.pdf", () => new Uint8Array(), empty],
  ["a byte order mark alone", "a.csv", () => Uint8Array.from([0xef, 0xbb, 0xbf]), empty],
  ["line ends alone", "a.csv", () => text("\r\n\r\n\r\n"), empty],
  ["commas alone", "a.csv", () => text(",,,,\n,,,,\n"), empty],
  ["a workbook without a cell", "a.xlsx", () => xlsxOf([sheet([[]])]), empty],
  [
    "a PNG called a workbook",
    "a.xlsx",
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    picture,
  ],
  ["a JPEG called a CSV", "a.csv", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), picture],
  ["a GIF called a PDF", "a.pdf", () => text("GIF89a\u0001\u0001"), picture],
  ["the first half of a workbook", "a.xlsx", () => part(0, 0.5), broken],
  ["a workbook without its last bytes", "a.xlsx", () => part(0, 0.98), broken],
  [
    "the second half of a workbook",
    "a.xlsx",
    () => part(0.5, 1),
    /文字のファイルではありません|読めません|見つかりません/,
  ],
  [
    "a workbook whose parts are noise",
    "a.xlsx",
    () => zip({ "xl/workbook.xml": "<<<", "[Content_Types].xml": "<" }),
    broken,
  ],
  ["a ZIP of a text", "a.xlsx", () => zip({ "readme.txt": "hello" }), broken],
  [
    "a Word document called a workbook",
    "a.xlsx",
    () => zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" }),
    broken,
  ],
  ["an empty ZIP", "a.xlsx", () => zipSync({}), broken],
  ["a workbook that unpacks to 320 MB", "a.xlsx", bomb, /MB|大きすぎ|多すぎ/],
  ["a workbook with a password", "a.xlsx", locked, /パスワード/],
  ["an old workbook, cut off", "a.xls", () => Uint8Array.from([...old, 0, 0]), broken],
  [
    "an old workbook, noise",
    "a.xls",
    () => Uint8Array.from([...old, ...Array.from({ length: 2000 }, (_, at) => (at * 37) % 256)]),
    broken,
  ],
  [
    "the owner file that Excel leaves",
    "~$a.xlsx",
    () => Uint8Array.from([5, 116, 97, 110, 97, 107, 97, ...Array.from({ length: 158 }, () => 0)]),
    /文字のファイルではありません|読めません/,
  ],
  ["a PDF of its first line", "a.pdf", () => text("%PDF-1.7\n"), /PDFとして読めません/],
  ["a PDF cut off", "a.pdf", () => text(picturePdf.slice(0, 120)), /PDFとして読めません/],
  ["a PDF of a picture", "a.pdf", () => text(picturePdf), /画像だけのPDF/],
  ["a picture's PDF called a workbook", "a.xlsx", () => text(picturePdf), /画像だけのPDF/],
  [
    "bytes that are no text",
    "a.csv",
    () => Uint8Array.from({ length: 400 }, (_, at) => (at * 31) % 27),
    /文字のファイルではありません|読めません/,
  ],
  [
    "text with zero bytes",
    "a.csv",
    () => text("指標名\u0000,R5\n\u0000,1\n"),
    /文字のファイルではありません/,
  ],
  [
    "a quotation mark that never closes",
    "a.csv",
    () => text('指標名,R5\n"訓練の回数,3\n参加者数,4\n'),
    /引用符|見つかりません/,
  ],
  [
    "a page without a table",
    "a.html",
    () => text("<!doctype html><title>実績</title><p>準備中です</p>"),
    noTable,
  ],
  [
    "a page with another table",
    "a.html",
    () => text("<table><tr><th>日</th><th>行事</th></tr><tr><td>1</td><td>朝市</td></tr></table>"),
    noTable,
  ],
  ["JSON", "a.json", () => text('{"指標":[1,2,3]}'), noTable],
  ["XML", "a.xml", () => text('<?xml version="1.0"?><data><a>1</a></data>'), noTable],
  ["RTF", "a.rtf", () => text("{\\rtf1\\ansi hello}"), noTable],
  ["a letter", "a.txt", () => text("拝啓　時下ますますご清栄のこととお喜び申し上げます。\n敬具\n"), noTable],
  [
    "a list of addresses",
    "a.csv",
    () =>
      csv([
        ["氏名", "住所"],
        ["a", "b"],
        ["c", "d"],
      ]),
    noTable,
  ],
  [
    "a wrong sheet",
    "a.xlsx",
    () =>
      xlsxOf([
        sheet([
          ["月", "火", "水"],
          ["1", "2", "3"],
          ["8", "9", "10"],
        ]),
      ]),
    noTable,
  ],
  [
    "half a header: names alone",
    "a.csv",
    () =>
      csv([
        ["施策", "指標名", "単位"],
        ["防災", "訓練の回数", "回"],
      ]),
    noTable,
  ],
  [
    "half a header: years alone",
    "a.csv",
    () =>
      csv([
        ["R4", "R5", "R6"],
        ["1", "2", "3"],
      ]),
    noTable,
  ],
  ["a header without rows", "a.csv", () => csv([["施策", "指標名", "単位", "R5", "R6"]]), noTable],
  [
    "rows without a header",
    "a.csv",
    () =>
      csv([
        ["防災", "訓練の回数", "回", "3", "4"],
        ["防災", "参加者数", "人", "1", "2"],
      ]),
    noTable,
  ],
  [
    "totals alone",
    "a.csv",
    () =>
      csv([
        ["施策", "指標名", "単位", "R5"],
        ["", "合計", "", "12"],
      ]),
    noTable,
  ],
  [
    "notes alone",
    "a.csv",
    () => csv([["施策", "指標名", "単位", "R5"], ["※1 暫定値"], ["※2 推計値"]]),
    noTable,
  ],
  [
    "numbers where names should be",
    "a.csv",
    () =>
      csv([
        ["施策", "指標名", "単位", "R5"],
        ["防災", "0", "", "0"],
        ["防災", "0", "", "0"],
      ]),
    noTable,
  ],
  ["a question mark for every letter", "a.csv", () => text("??,???,??,R5,R6\n??,?????,?,3,4\n"), noTable],
];

const report = `施策,指標名,単位,R4,R5
防災,訓練の回数,回,2,3
`;

/** The sentence; the command prints it and ends with 2, or with 3 where the disk is to blame. */
async function refusalOf(files: readonly string[], folder: string): Promise<Refusal["sentence"]> {
  const failure = await takeIn(files, takingIn(folder)).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof Refusal)) throw failure ?? new Error("It was taken in.");
  expect([2, 3]).toContain(failure.status);
  return failure.sentence;
}

async function cityFolder(): Promise<{ readonly at: string; readonly folder: string }> {
  const at = workplace();
  const folder = join(at, "data");
  const file = join(at, "実績.csv");
  writeFileSync(file, report);
  await takeIn([file], takingIn(folder));
  return { at, folder };
}

describe("refused in a sentence, the folder untouched", () => {
  test.each(refused)("%s", async (_, name, make, told) => {
    const { at, folder } = await cityFolder();
    const before = filesIn(folder);
    writeFileSync(join(at, name), await make());
    const said = await refusalOf([join(at, name)], folder);
    expect(said.ja).toMatch(told);
    expect(said.ja).toContain(name);
    expect(said.ja).toMatch(/。$/);
    expect(said.en.length).toBeGreaterThan(10);
    expect(filesIn(folder)).toEqual(before);
  });

  test("a file that is not there, and a folder in its place", async () => {
    const { at, folder } = await cityFolder();
    const before = filesIn(folder);
    mkdirSync(join(at, "空.xlsx"));
    expect((await refusalOf([join(at, "ない.xlsx")], folder)).ja).toMatch(/ありません/);
    expect((await refusalOf([join(at, "空.xlsx")], folder)).ja).toMatch(/フォルダー/);
    expect(filesIn(folder)).toEqual(before);
  });

  test("one good file and one that is damaged: neither is taken in", async () => {
    const { at, folder } = await cityFolder();
    const before = filesIn(folder);
    writeFileSync(join(at, "良い.xlsx"), await xlsxOf([good]));
    writeFileSync(join(at, "悪い.xlsx"), await part(0, 0.5));
    const said = await refusalOf([join(at, "良い.xlsx"), join(at, "悪い.xlsx")], folder);
    expect(said.ja).toContain("悪い.xlsx");
    expect(filesIn(folder)).toEqual(before);
  });

  test("a folder of another kind in the place of the city's", async () => {
    const at = workplace();
    writeFileSync(join(at, "良い.xlsx"), await xlsxOf([good]));
    writeFileSync(join(at, "data"), "a file");
    expect((await refusalOf([join(at, "良い.xlsx")], join(at, "data"))).ja).toMatch(/フォルダー/);
    expect(readFileSync(join(at, "data"), "utf8")).toBe("a file");
  });
});

/** Something can be made of these; what cannot is told, and no number is invented. */
const inPart: readonly (readonly [name: string, cells: PrintedSheet["cells"], told: RegExp])[] = [
  [
    "a row whose cells are shifted",
    [
      ["", "施策", "指標名", "単位", "R4", "R5"],
      ["", "A", "件数", "件", "1", "2"],
      ["A", "人数", "件", "3", "4", ""],
    ],
    /列がずれた行/,
  ],
  [
    "two tables run together",
    [
      ["施策", "指標名", "単位", "R5"],
      ["A", "件数", "件", "1"],
      ["事業", "KPI", "基準値", "目標値"],
      ["B", "率", "30%", "40%"],
    ],
    /指標 2/,
  ],
  [
    "errors for values",
    [
      ["施策", "指標名", "単位", "R5"],
      ["A", "件数", "件", "#REF!"],
      ["A", "人数", "人", "3"],
    ],
    /計算式/,
  ],
  [
    "rows without names",
    [
      ["施策", "指標名", "単位", "R5"],
      ["A", "件数", "件", "1"],
      ["A", "", "人", "3"],
    ],
    /指標名のない行/,
  ],
  [
    "a column that nothing tells about",
    [
      ["施策", "指標名", "単位", "R5", "謎"],
      ["A", "件数", "件", "1", "77"],
      ["A", "人数", "人", "3", "78"],
    ],
    /読まないと答えたため 2/,
  ],
];

test.each(inPart)("in part: %s", async (_, cells, told) => {
  const at = workplace();
  writeFileSync(join(at, "実績.csv"), csv(cells));
  const { status, text: said } = await takeIn([join(at, "実績.csv")], {
    ...takingIn(join(at, "data")),
    isDry: true,
  });
  expect(status).toBe(0);
  expect(said).toMatch(told);
  expect(filesIn(at).size).toBe(1);
});

test("a format in the last of a million rows costs nothing", async () => {
  const at = workplace();
  const { Workbook } = await import("@protobi/exceljs").then((one) => one.default ?? one);
  const book = new Workbook();
  await book.xlsx.load((await xlsxOf([good])).buffer as ArrayBuffer);
  const [first] = book.worksheets;
  if (first) first.getCell("A1048576").font = { bold: true };
  writeFileSync(join(at, "実績.xlsx"), new Uint8Array(await book.xlsx.writeBuffer()));
  const start = performance.now();
  const { text: said } = await takeIn([join(at, "実績.xlsx")], {
    ...takingIn(join(at, "data")),
    isDry: true,
  });
  expect(said).toContain("指標 2");
  expect(performance.now() - start).toBeLessThan(60_000);
});
