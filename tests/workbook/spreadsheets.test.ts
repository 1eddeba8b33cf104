// Workbooks as Excel and other programs really save them are read as a person sees them, or told; none is misread.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CFB, read, utils, write } from "@e965/xlsx";
import { readCity, takeWorkbook } from "@shihyo/publisher";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readGrids } from "../../packages/publisher/src/spreadsheet/read-grid.ts";
import { excel95 } from "../support/old-workbook.ts";
import { top } from "../support/places.ts";
import { copyOf, rewrite, workplace } from "../support/workplace.ts";
import { begunCity, exportTo, tableOf, year } from "./filled.ts";

function gridsOf(file: string) {
  const found = readGrids(readFileSync(file), file);
  if ("refused" in found) throw new Error(found.refused.en);
  return found.grids;
}

const sheetPath = "xl/worksheets/sheet2.xml";
type Edit = Readonly<Record<string, (xml: string) => string>>;

/** The workbook with its parts' XML changed. */
function edited(file: string, edit: Edit): string {
  const files = unzipSync(readFileSync(file));
  for (const [path, change] of Object.entries(edit)) {
    const before = strFromU8(files[path]!);
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${path}`);
    files[path] = strToU8(after);
  }
  const out = join(workplace(), "r7.xlsx");
  writeFileSync(out, zipSync(files));
  return out;
}

/** Cells by address, each as its whole element. */
const withCells = (cells: Readonly<Record<string, string>>) => (xml: string) =>
  Object.entries(cells).reduce(
    (text, [address, cell]) => text.replace(new RegExp(`<c r="${address}"[^>]*?(/>|>.*?</c>)`), () => cell),
    xml,
  );
const inline = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const well = { H2: inline("H2", "141"), H3: inline("H3", "49.5"), I4: inline("I4", "竣工") };

/** A format for the last style, which the cells use as `s="…"`. */
function withFormat(format: string, id: number, cells: (style: number) => Record<string, string>): Edit {
  let style = 0;
  return {
    "xl/styles.xml": (xml) => {
      style = Number(/<cellXfs count="([0-9]+)"/.exec(xml)?.[1]);
      const own =
        id < 164 ? "" : `<numFmts count="1"><numFmt numFmtId="${id}" formatCode="${format}"/></numFmts>`;
      return xml
        .replace("<fonts", `${own}<fonts`)
        .replace(
          "</cellXfs>",
          `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs>`,
        );
    },
    [sheetPath]: (xml) => withCells({ ...well, ...cells(style) })(xml),
  };
}

async function taken(edit: Edit, partial = false) {
  const folder = await begunCity();
  const result = await takeWorkbook(folder, edited(await exportTo(folder), edit), { partial });
  return {
    ...result,
    table: tableOf(folder),
    told: result.issues.map(({ code, cell, found }) => ({ code, cell, found })),
  };
}
const at = (cell: string) => `記入 令和7年度!${cell}`;

describe("a workbook as a spreadsheet saves it", () => {
  test.each([
    ["Excel's own Japanese dates", "", 31],
    ["Excel's own era dates", "", 57],
    ["a year of an era", "ggge&quot;年&quot;", 190],
    ["a year of an era alone", "e", 190],
    ["a day of the week", "aaa", 190],
    ["hours that run on", "[h]:mm", 190],
  ])("tells a date in the format of %s", async (_, format, id) => {
    const { told, written } = await taken(
      withFormat(format, id, (style) => ({ H2: `<c r="H2" s="${style}"><v>45748</v></c>` })),
    );
    expect(told).toEqual([{ code: "cell-broken", cell: at("H2"), found: "2025-04-01" }]);
    expect(written).toBe(false);
  });

  test("tells a date in a note", async () => {
    const { told } = await taken(
      withFormat("", 30, (style) => ({ L2: `<c r="L2" s="${style}"><v>45748</v></c>` })),
    );
    expect(told).toEqual([{ code: "cell-broken", cell: at("L2"), found: "2025-04-01" }]);
  });

  test("gives a rounded number as shown, and keeps the finer one in the note", async () => {
    const { table, told } = await taken(
      withFormat("0.0", 190, (style) => ({ H3: `<c r="H3" s="${style}"><v>49.4600733496333</v></c>` })),
    );
    expect(told).toEqual([]);
    expect(table).toContain("K0002,,49.5,,確定,,,,確定,セルの中の値は49.4600733496333,");
  });

  test("tells a scaled number whose unit is another", async () => {
    const { told, written } = await taken(
      withFormat("#,##0,&quot;千円&quot;", 190, (style) => ({
        H2: `<c r="H2" s="${style}"><v>141000</v></c>`,
      })),
    );
    expect(told).toEqual([{ code: "cell-other-unit", cell: at("H2"), found: "141千円" }]);
    expect(written).toBe(false);
  });

  test("reads a formula's 0 and a formula's nothing", async () => {
    const zero = await taken({
      [sheetPath]: withCells({ ...well, H2: '<c r="H2"><f>A1-A1</f><v>0</v></c>' }),
    });
    expect(zero.table).toContain("K0001,,0,,確定");
    const nothing = await taken({
      [sheetPath]: withCells({ ...well, H2: '<c r="H2" t="str"><f>IF(1,"","")</f><v></v></c>' }),
    });
    expect(nothing.told).toEqual([{ code: "workbook-not-filled", cell: at("H2"), found: "相談した人数" }]);
  });

  test("reads at once though a row or column far away is used", async () => {
    const begun = Date.now();
    const { written } = await taken({
      [sheetPath]: (xml) =>
        withCells(well)(xml).replace(
          "</sheetData>",
          '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>',
        ),
    });
    expect(written).toBe(true);
    expect(Date.now() - begun).toBeLessThan(30_000);
  });

  test("gives a merged cell's value to the first row only", async () => {
    const { told } = await taken({
      [sheetPath]: (xml) =>
        withCells({ ...well, H3: "" })(xml).replace(
          "<pageMargins",
          '<mergeCells count="1"><mergeCell ref="H2:H3"/></mergeCells><pageMargins',
        ),
    });
    expect(told).toEqual([{ code: "workbook-not-filled", cell: at("H3"), found: "健診の受診率" }]);
  });

  test("tells a state that is merged over several rows, in which all but the first would be final", async () => {
    const { told, written } = await taken({
      [sheetPath]: (xml) =>
        withCells({ ...well, J2: inline("J2", "速報") })(xml).replace(
          "<pageMargins",
          '<mergeCells count="1"><mergeCell ref="J2:J4"/></mergeCells><pageMargins',
        ),
    });
    expect(told).toEqual([
      { code: "cell-merged", cell: at("J3"), found: "速報" },
      { code: "cell-merged", cell: at("J4"), found: "速報" },
    ]);
    expect(written).toBe(false);
  });

  test.each([
    ["H2", "14\u200B1"],
    ["J2", "確定\u200B"],
    ["L2", "備考\u3164"],
    ["L2", "\u200E2025年度の集計"],
  ])("names the letter that nobody sees in %s", async (cell, text) => {
    const { told } = await taken({ [sheetPath]: withCells({ ...well, [cell]: inline(cell, text) }) });
    expect(told).toMatchObject([{ code: "invisible-character", cell: at(cell) }]);
  });

  test("keeps ふりがな out of the text, and loses no row by it", async () => {
    const { table, written } = await taken({
      [sheetPath]: withCells({
        ...well,
        I4: '<c r="I4" t="inlineStr"><is><t>竣工</t><rPh sb="0" eb="2"><t>シュンコウ</t></rPh><phoneticPr fontId="0"/></is></c>',
      }),
    });
    expect(written).toBe(true);
    expect(table).toContain("K0003,,,竣工,確定");
  });

  test("reads cells without addresses", async () => {
    const { table } = await taken({
      [sheetPath]: (xml) => withCells(well)(xml).replace(/<(row|c) r="[^"]+"/g, "<$1"),
    });
    expect(table).toContain("K0001,,141,,確定");
  });

  test.each(["#REF!", "#N/A", "########", "#VALUE!"])("tells %s typed or pasted as a word", async (word) => {
    const { told } = await taken({ [sheetPath]: withCells({ ...well, L2: inline("L2", word) }) });
    expect(told).toEqual([{ code: "cell-broken", cell: at("L2"), found: word }]);
  });

  test.each(["biff8", "ods", "xlml", "fods"] as const)("of another kind (%s) is read", async (bookType) => {
    const folder = await begunCity();
    const book = read(readFileSync(edited(await exportTo(folder), { [sheetPath]: withCells(well) })));
    const file = join(workplace(), "r7.other");
    writeFileSync(file, write(book, { type: "buffer", bookType }));
    const { issues, written } = await takeWorkbook(folder, file);
    expect(issues).toEqual([]);
    expect(written).toBe(true);
    expect(tableOf(folder)).toContain("K0001,,141,,確定");
  });

  test("of Excel 95, whose letters are bytes of code page 932", async () => {
    const folder = await begunCity();
    const book = read(readFileSync(edited(await exportTo(folder), { [sheetPath]: withCells(well) })));
    const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets[book.SheetNames[1] ?? ""]!, {
      header: 1,
      defval: "",
    });
    const file = join(workplace(), "r7.xls");
    writeFileSync(file, excel95("記入（令和7年度）", rows));
    const [grid] = gridsOf(file);
    expect(grid?.sheet).toBe("記入（令和7年度）");
    expect(grid?.rows[0]?.map((cell) => cell?.text)).toEqual(rows[0]);
    const { issues, written } = await takeWorkbook(folder, file);
    expect(issues).toEqual([]);
    expect(written).toBe(true);
    expect(tableOf(folder)).toContain("K0001,,141,,確定");
    expect(tableOf(folder)).toContain("竣工");
  });

  test("of Excel 95 keeps letters of which a byte looks like a sign, and text of no Japanese", () => {
    const file = join(workplace(), "signs.xls");
    const rows = [
      ["ソ表能予十申", "café", "㈱", "ﾊﾝｶｸ"],
      ["plain", "△1,200", "～", "髙橋"],
    ];
    writeFileSync(file, excel95("ソ", rows));
    const [grid] = gridsOf(file);
    expect(grid?.rows.map((row) => row.map((cell) => cell?.text))).toEqual([
      ["ソ表能予十申", "caf?", "㈱", "ﾊﾝｶｸ"],
      ["plain", "△1,200", "～", "髙橋"],
    ]);
  });

  test.each([
    ["RC4", [1, 0, 1, 0, 1, 0, ...Array<number>(48).fill(7)]],
    ["XOR", [0, 0, 0x12, 0x34, 0x56, 0x78]],
    ["RC4 of Windows", [1, 0, 2, 0, 2, 0, ...Array<number>(180).fill(9)]],
  ])("of Excel 97 locked by %s is told to have a password", async (_, lock) => {
    const folder = await begunCity();
    const book = read(readFileSync(await exportTo(folder)));
    const container = CFB.read(write(book, { type: "buffer", bookType: "biff8" }) as Buffer, {
      type: "buffer",
    });
    const stream = CFB.find(container, "/Workbook")!;
    const content = Buffer.from(stream.content as Uint8Array);
    const begun = 4 + content.readUInt16LE(2);
    const head = Buffer.from([0x2f, 0, lock.length % 256, lock.length >> 8]);
    // The head of each record stays readable; what is in it does not.
    for (let at = begun; at + 4 <= content.length; at += 4 + content.readUInt16LE(at + 2)) {
      const end = Math.min(content.length, at + 4 + content.readUInt16LE(at + 2));
      for (let place = at + 4; place < end; place += 1) content[place] = (content[place] ?? 0) ^ 0x5a;
    }
    stream.content = Buffer.concat([
      content.subarray(0, begun),
      head,
      Buffer.from(lock),
      content.subarray(begun),
    ]);
    stream.size = stream.content.length;
    const file = join(workplace(), "locked.xls");
    writeFileSync(file, CFB.write(container, { type: "buffer" }) as Buffer);
    await expect(takeWorkbook(folder, file)).rejects.toThrow("password");
  });

  test("with a password is told to have one", async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, "/EncryptionInfo", Buffer.alloc(200));
    CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.alloc(4096));
    const file = join(workplace(), "locked.xlsx");
    writeFileSync(file, CFB.write(container, { type: "buffer" }) as Buffer);
    await expect(takeWorkbook(await begunCity(), file)).rejects.toThrow("password");
  });

  test("that is damaged is not said to have a password", async () => {
    const bytes = Buffer.alloc(4024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.write("Workbook", 2008, "utf16le");
    const file = join(workplace(), "damaged.xls");
    writeFileSync(file, bytes);
    await expect(takeWorkbook(await begunCity(), file)).rejects.toThrow("damaged");
  });

  test("keeps letters that a spreadsheet would read as the number of one", async () => {
    const folder = await begunCity();
    rewrite(join(folder, `observations/${year}.csv`), (text) =>
      text.replace("K0001,,,,値なし,集計中,,,確定,,", "K0001,,141,,確定,,,,確定,様式_x0041_の集計,"),
    );
    const { issues, changes } = await takeWorkbook(folder, await exportTo(folder), { partial: true });
    expect(issues.map(({ code }) => code)).toEqual(["workbook-not-filled", "workbook-not-filled"]);
    expect(changes).toEqual([]);
  });
});

const cases = join(top, "../shared/cases");
const town = join(cases, "town");

/** Cases from the field, where they are at hand: what is told, or the table's rows. */
describe.skipIf(!existsSync(town))("cases from the field (../shared/cases)", () => {
  test.each([
    ["01-xlsx-builtin-japanese-date-formats/note31.xlsx", ["cell-broken"]],
    ["01-xlsx-builtin-japanese-date-formats/b31.xlsx", ["cell-broken"]],
    ["03-xlsx-scaling-comma/scale2.xlsx", []],
    ["04-xlsx-formula-zero/f0.xlsx", []],
    ["04-xlsx-formula-zero/fempty.xlsx", []],
    ["05-xlsx-format-at-row-1048576/lastrow.xlsx", []],
    ["06-xlsx-merged-cells/merged6.xlsx", ["workbook-not-filled"]],
    ["07-xlsx-inline-phonetic-run/rph_nomem.xlsx", []],
    ["07-xlsx-inline-phonetic-run/rph_inline.xlsx", []],
    ["14-excel-error-words/err_text.xlsx", ["cell-broken", "cell-broken"]],
    ["14-excel-error-words/err.csv", ["cell-broken", "cell-broken"]],
  ])("%s", async (file, codes) => {
    const folder = copyOf(town);
    const { issues, taken } = await takeWorkbook(folder, join(cases, file), { year: 2025, partial: true });
    const stopping = issues.filter(({ code, level }) => level === "error" || code.startsWith("workbook-"));
    expect(stopping.map(({ code }) => code)).toEqual(codes);
    expect(taken + codes.length).toBe(6);
    expect((await readCity(folder)).dataset).toBeDefined();
  });

  test.each([
    ["locked.xlsx", "password"],
    ["old.xls", "damaged"], // a container without a workbook in it: it has no password
  ])("10 %s", async (file, reason) => {
    const path = join(cases, "10-xlsx-locked-or-old", file);
    await expect(takeWorkbook(copyOf(town), path)).rejects.toThrow(reason);
  });
});
