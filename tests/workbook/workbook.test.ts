// The workbook that goes out and comes back: what it looks like, what it takes, what it tells, what it never loses.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "@protobi/exceljs";
import { isError, issueCodes } from "@shihyo/core";
import { exportWorkbook, readCity, takeWorkbook } from "@shihyo/publisher";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { converted, libreOffice } from "../support/libreoffice.ts";
import { atsugi, command } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";
import { begunCity, exportTo, fillIn, smallCity, type Typed, tableOf, wellFilled, year } from "./filled.ts";

async function opened(file: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return book;
}

describe("the workbook that goes out", () => {
  test("explains, offers choices, and locks what is not to be filled in", async () => {
    const book = await opened(await exportTo(await begunCity()));
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ["はじめに", "visible"],
      ["記入 令和7年度", "visible"],
      ["_shihyo", "veryHidden"],
    ]);
    const sheet = book.worksheets[1]!;
    expect(sheet.getRow(1).values).toEqual([
      undefined,
      ...["ID", "所管", "事業", "指標名", "内訳", "単位", "前年度の値"],
      ...["実績値", "進捗状況", "値の状態", "値なしの理由", "備考"],
    ]);
    expect(sheet.getCell("A2").text).toBe("K0001");
    expect(sheet.getCell("D2").text).toBe("相談した人数");
    expect(sheet.getCell("G2").text).toBe("136");
    // @ts-expect-error the types leave out what is there
    expect(sheet.sheetProtection?.sheet).toBe(true);
    const isLocked = (address: string) => sheet.getCell(address).protection?.locked !== false;
    expect(
      "ABCDEFGHIJKL"
        .split("")
        .filter((letter) => isLocked(`${letter}2`))
        .join(""),
    ).toBe("ABCDEFG");
    expect(sheet.getCell("J2").dataValidation.formulae).toEqual(['"確定,速報,推計,見込,途中,値なし"']);
    expect(sheet.getCell("K2").dataValidation.formulae).toEqual([
      '"該当なし,未実施,集計中,調査年でない,秘匿,不明"',
    ]);
    expect(sheet.getCell("H2").alignment.horizontal).toBe("right");
    expect(sheet.getCell("H2").numFmt).toBe("@");
  });

  test("is the same, byte for byte, at another time and in another time zone", async () => {
    const folder = await begunCity();
    const hashes = ["Asia/Tokyo", "America/New_York"].map((TZ) => {
      const out = join(workplace(), "r7.xlsx");
      execFileSync(process.execPath, [command, "workbook", "export", folder, "-o", out], {
        env: { ...process.env, TZ },
      });
      return createHash("sha256").update(readFileSync(out)).digest("hex");
    });
    expect(new Set(hashes).size).toBe(1);
  });

  test("is split by section where the tables name sections", async () => {
    const folder = copyOf(smallCity);
    put(folder, "sections.csv", "ID,名称,名称_英語,英語_根拠,備考\nD001,健康課,,,\nD002,建設課,,,\n");
    rewrite(join(folder, "nodes.csv"), (text) =>
      text.replace(",,,,,社会保障・衛生", ",,,,D001,社会保障・衛生"),
    );
    const { dataset } = await readCity(folder);
    const { rows } = exportWorkbook(dataset!, { year: 2024, section: "健康課" });
    expect(rows).toBe(2);
    expect(() => exportWorkbook(dataset!, { year: 2024, section: "税務課" })).toThrow("税務課");
  });
});

describe("a filled workbook", () => {
  test("is taken into the table", async () => {
    const folder = await begunCity();
    const before = tableOf(folder);
    const result = await takeWorkbook(folder, await fillIn(await exportTo(folder), wellFilled));
    expect(result.issues).toEqual([]);
    expect(result).toMatchObject({ written: true, taken: 3 });
    expect(tableOf(folder)).toBe(
      before
        .replace("K0001,,,,値なし,集計中", "K0001,,141,,確定,")
        .replace("K0002,,,,値なし,集計中", "K0002,,49.5,,確定,")
        .replace("K0003,,,,値なし,集計中", "K0003,,,竣工,確定,"),
    );
    expect((await readCity(folder)).issues.filter(isError)).toEqual([]);
  });

  test("that nobody touched changes nothing, on Atsugi's own tables", async () => {
    const folder = copyOf(atsugi);
    const file = join(folder, "observations/2024.csv");
    const before = readFileSync(file);
    const result = await takeWorkbook(folder, await exportTo(folder, 2024));
    expect(result).toMatchObject({ issues: [], changes: [], readings: [], written: false, taken: 227 });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("reads what was typed in another way, and says how", async () => {
    const folder = await begunCity();
    const book = await fillIn(await exportTo(folder), {
      H2: "１，１４１人",
      H3: "９０．０％",
      K4: " 未実施 ",
    });
    const result = await takeWorkbook(folder, book);
    expect(result.readings).toEqual([
      { cell: "記入 令和7年度!H2", found: "１，１４１人", read: "1141" },
      { cell: "記入 令和7年度!H3", found: "９０．０％", read: "90.0" },
      { cell: "記入 令和7年度!K4", found: " 未実施 ", read: "未実施" },
    ]);
    expect(result.written).toBe(true);
    // The jump is asked about, at the cell; a question stops nothing.
    expect(result.issues.map(({ code, cell }) => [code, cell])).toEqual([["jump", "記入 令和7年度!H2"]]);
    expect(tableOf(folder)).toContain("K0003,,,,値なし,未実施");
  });

  test("with numbers that Excel made of what was typed is read as a person sees it", async () => {
    const folder = await begunCity();
    const book = await fillIn(
      await exportTo(folder),
      { H2: 141, H3: 0.49500000000000005, I4: "竣工" },
      (sheet) => {
        sheet.getCell("H3").numFmt = "0.0%";
      },
    );
    const result = await takeWorkbook(folder, book);
    expect(result.issues).toEqual([]);
    expect(tableOf(folder)).toContain("K0002,,49.5,,確定");
  });

  const cases: readonly (readonly [code: string, typed: Typed, cell: string])[] = [
    ["cell-approximate", { ...wellFilled, H2: "約140" }, "H2"],
    ["cell-other-unit", { ...wellFilled, H2: "141件" }, "H2"],
    ["cell-unclear-number", { ...wellFilled, H2: "140〜150" }, "H2"],
    ["cell-words-for-number", { ...wellFilled, H2: "集計中です" }, "H2"],
    ["cell-broken", { ...wellFilled, H2: { error: "#REF!" } }, "H2"],
    ["value-and-words", { ...wellFilled, I2: "141人" }, "I2"],
    ["value-and-reason", { ...wellFilled, K2: "不明" }, "K2"],
    ["reason-missing", { ...wellFilled, H2: "-" }, "K2"],
    ["not-a-choice", { ...wellFilled, J2: "決定" }, "J2"],
    ["platform-character", { ...wellFilled, I4: "第①期竣工" }, "I4"],
    ["control-character", { ...wellFilled, I4: "竣工\n検査" }, "I4"],
    ["formula-text", { ...wellFilled, L2: "=1+1" }, "L2"],
    ["share-over-limit", { ...wellFilled, H3: "495" }, "H3"],
    ["number-too-long", { ...wellFilled, H2: "1234567890123456" }, "H2"],
    ["workbook-id-unknown", { ...wellFilled, A2: "K9999" }, "A2"],
    ["workbook-id-twice", { ...wellFilled, A3: "K0001" }, "A3"],
    ["workbook-not-filled", { H3: "49.5", I4: "竣工" }, "H2"],
  ];

  test.each(cases)("is told %s at its cell (%#), and nothing is written", async (code, typed, cell) => {
    const folder = await begunCity();
    const before = tableOf(folder);
    const result = await takeWorkbook(folder, await fillIn(await exportTo(folder), typed));
    const told = result.issues.find((issue) => issue.code === code);
    expect(told?.cell).toBe(`記入 令和7年度!${cell}`);
    expect(told?.file).toBe("r2025.xlsx");
    expect(result.written).toBe(false);
    expect(tableOf(folder)).toBe(before);
  });

  test("is told of a date that a spreadsheet made of what was typed", async () => {
    const folder = await begunCity();
    const typed = { ...wellFilled, H2: new Date("2025-01-05") };
    const book = await fillIn(await exportTo(folder), typed, (sheet) => {
      sheet.getCell("H2").numFmt = "m/d";
    });
    const { issues } = await takeWorkbook(folder, book);
    expect(issues.map(({ code, found }) => [code, found])).toEqual([["cell-broken", "2025-01-05"]]);
  });

  test("with --partial gives the rows that are well, and leaves the others as they were", async () => {
    const folder = await begunCity();
    const book = await fillIn(await exportTo(folder), { ...wellFilled, H2: "約140", H3: "495" });
    const result = await takeWorkbook(folder, book, { partial: true });
    expect(result.issues.map(({ code }) => code).sort()).toEqual(["cell-approximate", "share-over-limit"]);
    expect(result.written).toBe(true);
    const table = tableOf(folder);
    expect(table).toContain("K0001,,,,値なし,集計中");
    expect(table).toContain("K0002,,,,値なし,集計中");
    expect(table).toContain("K0003,,,竣工,確定");
  });

  test("with blanks left says how many, where and what to do; never only that there is no error", async () => {
    const folder = await begunCity();
    const before = tableOf(folder);
    const book = await fillIn(await exportTo(folder), { I4: "竣工" });
    const run = (...args: string[]) => shihyo(["workbook", "import", folder, book, ...args]);
    const japanese = await run("--lang", "ja");
    expect(japanese.status).toBe(1);
    expect(japanese.stdout).toMatch(/^未記入 r2025\.xlsx 記入 令和7年度!H2 「実績値」の列：/);
    expect(japanese.stdout.trimEnd().split("\n").at(-1)).toBe(
      "誤り 0件、未記入 2行、警告 0件。まだ何も書き込んでいません。未記入の2行（記入 令和7年度!H2、H3）に値か「値なしの理由」を記入して、もう一度取り込んでください。よい行だけを先に取り込むには、--partial を付けます。",
    );
    const english = await run("--lang", "en");
    expect(english.stdout.trimEnd().split("\n").at(-1)).toBe(
      "0 errors, 2 rows not filled in, 0 warnings. Nothing is written yet: fill in a value or a 値なしの理由 in the 2 rows left blank (記入 令和7年度!H2, H3), then import it again. To take in only the rows that are well, add --partial.",
    );
    expect(tableOf(folder)).toBe(before);
    const partial = await run("--partial", "--lang", "ja");
    expect(partial.status).toBe(0);
    expect(partial.stdout).toContain(
      `誤り 0件、未記入 2行、警告 0件。observations/${year}.csv に取り込みました（1行、2か所）。ほかの行は、表にあるままです。\n`,
    );
    // Nothing is well that was not taken in already.
    expect((await run("--partial", "--lang", "ja")).stdout).toContain(
      "取り込める行はありません。未記入の2行（",
    );
  });

  test("with errors, blanks and rows gone names each as what it is", async () => {
    const folder = await begunCity();
    await takeWorkbook(folder, await fillIn(await exportTo(folder), wellFilled));
    const book = await fillIn(await exportTo(folder), { H2: null, J2: null, H3: "約49" }, (sheet) =>
      sheet.spliceRows(4, 1),
    );
    const { status, stdout } = await shihyo(["workbook", "import", folder, book, "--lang", "en"]);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(
      /^1 error, 1 row not filled in, 1 row gone, 0 warnings\. Nothing is written yet: mend the errors, fill in .* in the row left blank \(.*!H2\), put back the rows that are gone, then import it again\./,
    );
  });

  test("that lost a row, a column or a value takes nothing away", async () => {
    const folder = await begunCity();
    await takeWorkbook(folder, await fillIn(await exportTo(folder), wellFilled));
    const before = tableOf(folder);
    const emptied = await fillIn(await exportTo(folder), { H2: null, J2: null }, (sheet) =>
      sheet.spliceRows(4, 1),
    );
    const result = await takeWorkbook(folder, emptied, { partial: true });
    expect(result.issues.map(({ code }) => code)).toEqual(["workbook-emptied", "workbook-row-gone"]);
    const without = await fillIn(await exportTo(folder), { H1: "実績" });
    await expect(takeWorkbook(folder, without)).rejects.toThrow("no sheet to be filled in");
    const cut = await fillIn(await exportTo(folder), { K1: "理由" });
    expect((await takeWorkbook(folder, cut)).issues.map(({ code }) => code)).toEqual([
      "workbook-column-missing",
    ]);
    expect(tableOf(folder)).toBe(before);
  });

  test("made before the table changed is told where the two differ", async () => {
    const folder = await begunCity();
    const book = await fillIn(await exportTo(folder), wellFilled);
    rewrite(join(folder, `observations/${year}.csv`), (text) =>
      text.replace("K0001,,,,値なし,集計中", "K0001,,150,,確定,"),
    );
    const result = await takeWorkbook(folder, book);
    expect(result.issues.map(({ code, cell }) => [code, cell])).toEqual([
      ["workbook-conflict", "記入 令和7年度!H2"],
    ]);
    expect(tableOf(folder)).toContain("K0001,,150,,確定");
  });

  test("of another city, another year or no workbook at all is refused", async () => {
    const folder = await begunCity();
    await expect(takeWorkbook(folder, await exportTo(copyOf(atsugi), 2024))).rejects.toThrow("142123");
    await expect(takeWorkbook(folder, await exportTo(folder, 2024), { year })).rejects.toThrow("2024");
    const text = put(workplace(), "r7.xlsx", "PK this is no workbook");
    await expect(takeWorkbook(folder, text)).rejects.toThrow("is damaged");
    await expect(takeWorkbook(folder, join(folder, "none.xlsx"))).rejects.toThrow("There is no file");
  });

  test("has a case here for everything that only a workbook can be told", () => {
    const covered = new Set([
      ...cases.map(([code]) => code),
      ...["workbook-emptied", "workbook-row-gone", "workbook-column-missing", "workbook-conflict"],
      // In sheet.test.ts and spreadsheets.test.ts.
      ...["workbook-name-changed", "workbook-place-changed", "cell-merged"],
    ]);
    expect(issueCodes.filter((code) => /^(cell|workbook)-/.test(code) && !covered.has(code))).toEqual([]);
  });
});

describe("any cells whatever", () => {
  const header = "ID,所管,事業,指標名,内訳,単位,前年度の値,実績値,進捗状況,値の状態,値なしの理由,備考";
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const likely = fc.oneof(
    fc.constantFrom(
      "",
      "",
      "141",
      "１４１",
      "約3",
      "-",
      "▲5",
      "90.0",
      "85%",
      "①",
      "確定",
      "値なし",
      "未実施",
      "竣工",
      " ",
      "=1",
      "\t",
    ),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  );
  const cells = fc.array(likely, { minLength: 5, maxLength: 5 });

  test("are values or issues: never a crash, never another number, never other words", async () => {
    const folder = await begunCity();
    const before = tableOf(folder);
    await fc.assert(
      fc.asyncProperty(cells, cells, async (first, second) => {
        writeFileSync(join(folder, `observations/${year}.csv`), before);
        const rows = [
          ["K0001", "", "", "", "", "人", "", ...first],
          ["K0003", "", "", "", "", "", "", ...second],
        ];
        const text = [header, ...rows.map((row) => row.map(quoted).join(","))].join("\r\n");
        const book = put(folder, "../r7.csv", text);
        const result = await takeWorkbook(folder, book, { year, partial: true });
        const { dataset, issues } = await readCity(folder);
        expect(issues.filter(isError)).toEqual([]);
        for (const [id, typed] of [
          ["K0001", first],
          ["K0003", second],
        ] as const) {
          const told = result.issues.some(
            (issue) =>
              issue.row === (id === "K0001" ? 2 : 3) || issue.cell?.endsWith(id === "K0001" ? "2" : "3"),
          );
          const value = [...dataset!.observations()].find(
            (one) => one.indicator === id && one.year === year,
          )?.value;
          const taken = result.changes.some((change) => change.id === id);
          expect(told || taken || typed.every((cell) => cell.trim() === "")).toBe(true);
          if (taken && value?.kind === "words") expect(value.words).toBe(typed[1]?.trim());
        }
      }),
      { numRuns: 150 },
    );
  });

  test("written by us are read back the same: out and in is the identity", async () => {
    const words = fc.constantFrom("竣工", "実施設計", "90%程度完了", "1の1", "'引用'", 'a,b"c', "２期工事");
    const amount = fc
      .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 3 }))
      .map(([digits, scale]) => (scale === 0 ? String(digits) : (digits / 10 ** scale).toFixed(scale)));
    const reason = fc.constantFrom("該当なし", "未実施", "秘匿", "不明");
    const note = fc.constantFrom("", "速報値を含む", "対象が変わった, 注意", " ".trim());
    const row = fc.oneof(
      fc
        .tuple(amount, fc.constantFrom("確定", "速報", "推計"), note)
        .map(([value, state, remark]) => [value, "", state, "", remark]),
      fc.tuple(words, note).map(([value, remark]) => ["", value, "確定", "", remark]),
      fc.tuple(reason, note).map(([why, remark]) => ["", "", "値なし", why, remark]),
    );
    const field = (text: string) => (/[",]/.test(text) ? quoted(text) : text);
    await fc.assert(
      fc.asyncProperty(row, row, async (first, second) => {
        const full = await begunCity();
        rewrite(join(full, `observations/${year}.csv`), (text) => {
          const head = text.split("\n")[0];
          const line = (id: string, [value, progress, state, why, remark]: string[]) =>
            `${id},,${value},${field(progress ?? "")},${state},${why},,,確定,${field(remark ?? "")},SR02,,`;
          return `${head}\n${line("K0001", first)}\nK0002,,49.5,,確定,,,,確定,,SR02,,\n${line("K0003", second)}\n`;
        });
        rewrite(join(full, "indicators.csv"), (text) =>
          text
            .replace("会館の進捗状況,,,取組指標,,,", "会館の進捗状況,,,取組指標,U01,,")
            .replace("U01,0,", "U01,,"),
        );
        const { dataset } = await readCity(full);
        const file = join(workplace(), "r.xlsx");
        writeFileSync(file, exportWorkbook(dataset!, { year }).bytes);
        const again = await takeWorkbook(full, file);
        expect(again).toMatchObject({ changes: [], issues: [] });
        // Into a table that has nothing yet: the same table comes out.
        const expected = tableOf(full);
        const fresh = copyOf(full);
        rewrite(join(fresh, `observations/${year}.csv`), (text) =>
          text.replace(/^(K000[0-9]),.*$/gm, "$1,,,,値なし,集計中,,,確定,,SR02,,"),
        );
        const csv = await exportedAsNew(full, file);
        await takeWorkbook(fresh, csv, { year });
        expect(tableOf(fresh)).toBe(expected);
      }),
      { numRuns: 25 },
    );
  });
});

/** The same sheet without its memory, as a section that got the file from a colleague would send it. */
async function exportedAsNew(folder: string, file: string): Promise<string> {
  const book = await opened(file);
  book.removeWorksheet(book.getWorksheet("_shihyo")!.id);
  const out = join(folder, "../again.xlsx");
  await book.xlsx.writeFile(out);
  return out;
}

describe.skipIf(!libreOffice)("through LibreOffice (skipped where it is not installed)", () => {
  test("a filled workbook saved as XLSX is taken in as it was", async () => {
    const folder = await begunCity();
    const book = await fillIn(await exportTo(folder), { H2: "１，１４１人", H3: "90.0", I4: "竣工" });
    const saved = converted(book, "xlsx:Calc MS Excel 2007 XML");
    const result = await takeWorkbook(folder, join(saved, "r2025.xlsx"));
    expect(result.issues.map(({ code }) => code)).toEqual(["jump"]);
    expect(tableOf(folder)).toContain("K0002,,90.0,,確定");
    expect(tableOf(folder)).toContain("K0001,,1141,,確定");
  });

  test.each([
    ["UTF-8", 76],
    ["Shift_JIS", 64],
  ])("a filled workbook saved as CSV in %s is taken in as it was", async (_, code) => {
    const folder = await begunCity();
    const book = await fillIn(await exportTo(folder), { ...wellFilled, L2: "①を除く".replace("①", "一部") });
    const out = converted(
      book,
      `csv:Text - txt - csv (StarCalc):44,34,${code},1,,0,false,true,false,false,false,2`,
    );
    const csv = readdirSync(out).map((name) => join(out, name))[0]!;
    const result = await takeWorkbook(folder, csv, { year });
    expect(result.issues).toEqual([]);
    expect(tableOf(folder)).toContain("K0001,,141,,確定,,,,確定,一部を除く");
    expect(tableOf(folder)).toContain("K0003,,,竣工,確定");
  });

  test("the whole of Atsugi's year comes back unchanged", async () => {
    const folder = copyOf(atsugi);
    const saved = converted(await exportTo(folder, 2024), "xlsx:Calc MS Excel 2007 XML");
    const result = await takeWorkbook(folder, join(saved, "r2024.xlsx"));
    expect(result).toMatchObject({ issues: [], changes: [], taken: 227 });
  });
});
