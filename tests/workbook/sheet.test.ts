// The whole city as one sheet, out and back: unchanged it changes nothing, changed it changes that alone.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import ExcelJS from "@protobi/exceljs";
import { isError } from "@shihyo/core";
import { readCity, sheetOf, takeSheet } from "@shihyo/publisher";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filesIn } from "../support/files.ts";
import { converted, libreOffice } from "../support/libreoffice.ts";
import { atsugi, cityData } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, rewrite, workplace } from "../support/workplace.ts";
import { smallCity } from "./filled.ts";

async function exported(folder: string): Promise<string> {
  const file = join(workplace(), "all.xlsx");
  writeFileSync(file, (await sheetOf(folder)).bytes);
  return file;
}

type Change = (
  sheet: ExcelJS.Worksheet,
  at: (row: number, header: string) => ExcelJS.Cell,
  book: ExcelJS.Workbook,
) => void;

/** Opens the sheet with another library, changes it, and saves it. */
async function changed(file: string, change: Change): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet("指標一覧")!;
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  const at = (row: number, header: string) => {
    const column = headers.indexOf(header);
    if (column < 0) throw new Error(`no column ${header}: ${headers.join(" ")}`);
    return sheet.getRow(row).getCell(column + 1);
  };
  change(sheet, at, book);
  await book.xlsx.writeFile(file);
  return file;
}

/** Something typed into one cell. */
const typed =
  (row: number, header: string, text: string): Change =>
  (_, at) => {
    at(row, header).value = text;
  };

const texts = (folder: string) =>
  new Map([...filesIn(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")]));
const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

describe("one sheet", () => {
  test.each([
    ["Atsugi", atsugi],
    ["a city with parts", cityData("parts")],
    ["a city of words", cityData("words")],
    ["the smallest city", cityData("minimal")],
    ["a city with grades, values of elsewhere and costs", cityData("plans")],
  ])("of %s that nobody changed changes nothing", async (_, data) => {
    const folder = copyOf(data);
    const before = texts(folder);
    const result = await takeSheet(folder, await exported(folder));
    expect(result).toMatchObject({ issues: [], changes: [], added: [], written: [] });
    expect(texts(folder)).toEqual(before);
  });

  test("saved by another program changes nothing either", async () => {
    const folder = copyOf(atsugi);
    const before = texts(folder);
    const result = await takeSheet(folder, await changed(await exported(folder), () => undefined));
    expect(result).toMatchObject({ issues: [], changes: [], written: [] });
    expect(texts(folder)).toEqual(before);
  });

  test.skipIf(!libreOffice)(
    "saved by LibreOffice changes nothing (skipped where there is none)",
    async () => {
      const folder = copyOf(smallCity);
      const file = await exported(folder);
      const result = await takeSheet(folder, join(converted(file, "xlsx"), basename(file)));
      expect(result).toMatchObject({ issues: [], changes: [] });
    },
  );

  test("explains itself: IDs are locked, words are chosen from lists, the memory is hidden", async () => {
    await changed(await exported(copyOf(smallCity)), (sheet, at, book) => {
      expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
        ["指標一覧", "visible"],
        ["_lists", "veryHidden"],
        ["_shihyo_sheet", "veryHidden"],
      ]);
      expect(sheet.getRow(2).getCell(1).protection?.locked).not.toBe(false);
      expect(at(2, "2024年度 実績").protection?.locked).toBe(false);
      expect(at(2, "単位").dataValidation?.formulae).toEqual(["'_lists'!$A$1:$A$2"]);
      expect(at(2, "事業").text).toBe("健康相談事業");
      expect(at(2, "2024年度 実績").text).toBe("136");
    });
  });

  test("with changed cells changes those cells in the tables, and nothing else", async () => {
    const folder = copyOf(smallCity);
    const before = texts(folder);
    const file = await changed(await exported(folder), (_, at) => {
      at(2, "2024年度 実績").value = "１４０人";
      at(3, "2024年度 状態").value = "速報";
      at(4, "2024年度 実績").value = "竣工";
      at(4, "指標の備考").value = "新しい会館";
    });
    const { issues, changes, written } = await takeSheet(folder, file);
    expect(codes(issues)).toEqual([]);
    expect(changes.map(({ column }) => column)).toEqual([
      "2024年度 実績",
      "2024年度 状態",
      "2024年度 実績",
      "指標の備考",
    ]);
    expect([...written].sort()).toEqual(["indicators.csv", "observations/2024.csv"]);
    const after = texts(folder);
    const bare = (text = "") => text.replace(/^\uFEFF/, "");
    expect(bare(after.get("observations/2024.csv"))).toBe(
      bare(before.get("observations/2024.csv"))
        .replace("K0001,,136,", "K0001,,140,")
        .replace("K0002,,48.0,,確定,", "K0002,,48.0,,速報,")
        .replace("K0003,,,建設工事,", "K0003,,,竣工,"),
    );
    expect(after.get("indicators.csv")).toMatch(/^K0003,.*新しい会館$/m);
    for (const [path, text] of after) {
      if (!written.includes(path)) expect(text).toBe(before.get(path));
    }
  });

  describe("with evaluations, values of elsewhere and costs", () => {
    /** The row of a listing. */
    const rowOf = (sheet: ExcelJS.Worksheet, listing: string): number => {
      for (let row = 2; row <= sheet.rowCount; row++)
        if (sheet.getRow(row).getCell(1).text === listing) return row;
      throw new Error(`no row of ${listing}`);
    };
    const written =
      (...cells: readonly (readonly [listing: string, header: string, text: string])[]): Change =>
      (sheet, at) => {
        for (const [listing, header, text] of cells) at(rowOf(sheet, listing), header).value = text;
      };
    const lines = (folder: string, file: string) => texts(folder).get(file)?.split(/\r?\n/) ?? [];

    test("shows each once: an indicator's in its row, a node's in the first row below it", async () => {
      await changed(await exported(cityData("plans")), (sheet, at) => {
        const shown = (listing: string, header: string) => at(rowOf(sheet, listing), header).text;
        expect(shown("L0001", "2024年度 評価（進み具合）")).toBe("順調");
        expect(shown("L0001", "2024年度 達成率（進み具合）")).toBe("100.7");
        expect(shown("L0001", "2024年度 事務事業の評価（今後の方向性）")).toBe("改革改善");
        expect(shown("L0002", "2024年度 事務事業の評価（今後の方向性）")).toBe("");
        expect(shown("L0001", "2024年度 事務事業の事業費（決算、千円）")).toBe("2015");
        expect(shown("L0011", "2023年度 参考値（全国平均）")).toBe("1.20");
        expect(shown("L0008", "2024年度 参考値（国の目標）")).toBe("70%をめざす");
      });
    });

    test("changes those facts in their tables, makes what is new, takes out what is emptied", async () => {
      const folder = copyOf(cityData("plans"));
      const before = texts(folder);
      const file = await changed(
        await exported(folder),
        written(
          ["L0013", "2024年度 評価（進み具合）", "順調"],
          ["L0001", "2024年度 達成率（進み具合）", "101.5%"],
          ["L0002", "2024年度 評価（進み具合）", "遅れ"],
          ["L0001", "2024年度 事務事業の評価（今後の方向性）", ""],
          ["L0001", "2024年度 事務事業の事業費（決算、千円）", "2,016"],
          ["L0011", "2023年度 参考値（全国平均）", "1.21"],
        ),
      );
      const result = await takeSheet(folder, file);
      expect(codes(result.issues)).toEqual([]);
      expect(result.changes).toHaveLength(6);
      const evaluations = lines(folder, "evaluations.csv");
      expect(evaluations).toContain("K0006,2024,進み具合,順調,,,SR05,10");
      expect(evaluations).toContain("K0001,2024,進み具合,順調,101.5,,SR05,4");
      expect(evaluations.some((line) => line.startsWith("K0008,2024,進み具合,遅れ,,"))).toBe(true);
      expect(evaluations.some((line) => line.startsWith("J01,2024,今後の方向性"))).toBe(false);
      expect(evaluations).toHaveLength((before.get("evaluations.csv") ?? "").split(/\r?\n/).length);
      expect(lines(folder, "costs.csv")).toContain("J01,2024,事業費,決算,2016,U07,,,SR05,4");
      expect(lines(folder, "references.csv")).toContain("K0002,2023,全国,全国平均,1.21,,,SR03,8");
      expect(texts(folder).get("observations/2024.csv")).toBe(before.get("observations/2024.csv"));
    });

    test("tells a grade that its scheme does not have, and words in place of an amount", async () => {
      const folder = copyOf(cityData("plans"));
      const file = await changed(
        await exported(folder),
        written(
          ["L0001", "2024年度 評価（進み具合）", "とても順調"],
          ["L0001", "2024年度 事務事業の事業費（決算、千円）", "未定"],
        ),
      );
      const { issues, written: files } = await takeSheet(folder, file);
      expect(codes(issues).toSorted()).toEqual(["cell-words-for-number", "not-a-choice"]);
      expect(files).toEqual([]);
    });

    test("gives a new indicator its facts, and its project's", async () => {
      const folder = copyOf(cityData("plans"));
      const file = await changed(await exported(folder), (sheet, at) => {
        const row = sheet.rowCount + 1;
        const model = rowOf(sheet, "L0001");
        for (const level of ["将来像", "政策", "施策", "基本事業"])
          at(row, level).value = at(model, level).text;
        at(row, "事務事業").value = "見守りの輪事業";
        at(row, "指標名").value = "見守り協力店の数";
        at(row, "単位").value = at(model, "単位").text;
        at(row, "2024年度 実績").value = 12;
        at(row, "2024年度 評価（進み具合）").value = "順調";
        at(row, "2024年度 事務事業の事業費（決算、千円）").value = 90;
      });
      const { issues, added } = await takeSheet(folder, file);
      expect(issues.filter(isError)).toEqual([]);
      const [node = "", indicator = ""] = [
        added.find((id) => !id.startsWith("K")),
        added.find((id) => id.startsWith("K")),
      ];
      expect(
        lines(folder, "evaluations.csv").some((line) => line.startsWith(`${indicator},2024,進み具合,順調`)),
      ).toBe(true);
      expect(
        lines(folder, "costs.csv").some((line) => line.startsWith(`${node},2024,事業費,決算,90,U07`)),
      ).toBe(true);
    });
  });

  test("gives a rounded number as shown, and keeps the finer one in the note", async () => {
    const folder = copyOf(smallCity);
    const file = await changed(await exported(folder), (_, at) => {
      at(2, "2024年度 実績").value = 141.2648;
      at(2, "2024年度 実績").numFmt = "0.0";
    });
    const { issues } = await takeSheet(folder, file);
    expect(codes(issues)).toEqual([]);
    expect(texts(folder).get("observations/2024.csv")).toMatch(/^K0001,,141\.3,.*セルの中の値は141\.2648/m);
  });

  test("puts a finer number anew where it stands in the note already, and takes it out with its value", async () => {
    const folder = copyOf(smallCity);
    const value = (number: number) => async () =>
      takeSheet(
        folder,
        await changed(await exported(folder), (_, at) => {
          at(2, "2024年度 実績").value = number;
          at(2, "2024年度 実績").numFmt = "0.0";
        }),
      );
    const note = () => /^K0001,,[^\n]*/m.exec(texts(folder).get("observations/2024.csv") ?? "")?.[0] ?? "";
    await value(141.2648)();
    await value(142.2749)();
    expect(note().match(/セルの中の値は[0-9.]+/g)).toEqual(["セルの中の値は142.2749"]);
    await value(143.5)();
    expect(note()).not.toContain("セルの中の値");
  });

  test("keeps what targets, rates and values of elsewhere hold besides what their cells show", async () => {
    const folder = copyOf(cityData("plans"));
    const headers: string[] = [];
    const file = await changed(await exported(folder), (sheet, at) => {
      const all = (sheet.getRow(1).values as string[]).slice(1);
      const wanted = [/年度 目標（/u, /^[0-9]+年度 達成率/u, /参考値（全国平均）/u];
      for (const [nth, pattern] of wanted.entries()) {
        const header = all.find((one) => pattern.test(one)) ?? "";
        headers.push(header);
        for (let row = 2; row <= sheet.rowCount; row++) {
          if (at(row, header).text === "") continue;
          at(row, header).value = 99.126 + nth;
          at(row, header).numFmt = "0.0";
          break;
        }
      }
    });
    const { issues } = await takeSheet(folder, file);
    expect([codes(issues), headers.includes("")]).toEqual([[], false]);
    for (const [nth, table] of ["targets.csv", "evaluations.csv", "references.csv"].entries())
      expect(texts(folder).get(table)).toContain(`セルの中の値は${99.126 + nth}`);
  });

  test("tells a letter that nobody sees, and a state that is merged over rows", async () => {
    const folder = copyOf(smallCity);
    const unseen = await changed(await exported(folder), typed(2, "2024年度 状態", "確定\u200B"));
    expect(codes((await takeSheet(folder, unseen)).issues)).toContain("invisible-character");
    const merged = await changed(await exported(folder), (sheet, at) => {
      at(2, "2024年度 状態").value = "速報";
      sheet.mergeCells(`${at(2, "2024年度 状態").address}:${at(3, "2024年度 状態").address}`);
    });
    expect(codes((await takeSheet(folder, merged)).issues)).toContain("cell-merged");
  });

  test("with a new row is a new indicator, and its place is made where it is new", async () => {
    const folder = copyOf(smallCity);
    const file = await changed(await exported(folder), (_, at) => {
      for (const [header, text] of Object.entries({
        基本目標: "元気なまち",
        具体的な施策: "健康を支える",
        主な取組: "相談",
        事業: "訪問事業",
        指標名: "訪問した軒数",
        単位: "人",
        "2024年度 実績": "12",
      }))
        at(5, header).value = text;
    });
    const { issues, added } = await takeSheet(folder, file);
    expect(codes(issues)).toEqual([]);
    expect(added).toEqual(["J0003", "K0004"]);
    const { dataset, issues: left } = await readCity(folder);
    expect(left.filter(isError)).toEqual([]);
    expect(dataset?.indicators.get("K0004")?.name.ja).toBe("訪問した軒数");
    expect(dataset?.placements.find(({ node }) => node === "J0003")?.parent).toBe("T001");
    const again = await takeSheet(folder, await exported(folder));
    expect(again.changes).toEqual([]);
  });

  test("with a new row that is taken in again (a run was killed, two people had it) adds none a second time", async () => {
    const folder = copyOf(smallCity);
    const table = (value: string, name = "散歩した人") =>
      Object.entries({
        掲載ID: "",
        指標ID: "",
        基本目標: "元気なまち",
        事業: "散歩の会",
        指標名: name,
        単位: "人",
        "2024年度 実績": value,
      });
    const book = (value: string, ...names: string[]) => {
      const lines = names.map((name) =>
        table(value, name)
          .map(([, text]) => text)
          .join(","),
      );
      const file = join(workplace(), "a.csv");
      writeFileSync(
        file,
        [
          table("")
            .map(([header]) => header)
            .join(","),
          ...lines,
          "",
        ].join("\n"),
      );
      return file;
    };
    expect((await takeSheet(folder, book("7", "散歩した人"))).added).toEqual(["J0003", "K0004"]);
    const once = texts(folder);
    const again = await takeSheet(folder, book("7", "散歩した人"));
    expect([again.added, again.changes, again.written]).toEqual([[], [], []]);
    expect(texts(folder)).toEqual(once);
    // Its value may be another by now; a second row of that name is an indicator of its own, and so is another name.
    const more = await takeSheet(folder, book("8", "散歩した人", "走った人"));
    expect(more.added).toEqual(["K0005"]);
    expect(more.changes.map(({ from, to }) => [from, to])).toEqual([
      ["7", "8"],
      ["", "走った人"],
    ]);
  });

  test("asks about a changed name, and takes it with --renamed", async () => {
    const folder = copyOf(smallCity);
    const file = await changed(await exported(folder), (_, at) => {
      at(2, "指標名").value = "相談者数";
    });
    const before = texts(folder);
    expect(codes((await takeSheet(folder, file)).issues)).toEqual(["workbook-name-changed"]);
    expect(texts(folder)).toEqual(before);
    const { status, stdout } = await shihyo(["sheet", "import", folder, file, "--renamed", "--lang", "ja"]);
    expect(status).toBe(0);
    expect(stdout).toContain("1か所を取り込みました");
    expect((await readCity(folder)).dataset?.indicators.get("K0001")?.name.ja).toBe("相談者数");
  });

  test("tells a moved place, an unknown unit, an approximate number, a lost row, an ID twice", async () => {
    const folder = copyOf(smallCity);
    const before = texts(folder);
    const told = async (change: Change) =>
      codes((await takeSheet(folder, await changed(await exported(folder), change))).issues);
    expect(await told(typed(2, "事業", "ほかの事業"))).toEqual(["workbook-place-changed"]);
    expect(await told(typed(2, "単位", "台"))).toContain("not-a-choice");
    expect(await told(typed(2, "2024年度 実績", "約140"))).toEqual(["cell-approximate"]);
    expect(await told((sheet) => sheet.spliceRows(3, 1))).toEqual(["workbook-row-gone"]);
    expect(await told(typed(3, "掲載ID", "L0001"))).toContain("workbook-id-twice");
    expect(await told(typed(3, "掲載ID", "L9999"))).toContain("workbook-id-unknown");
    expect(texts(folder)).toEqual(before);
  });

  test("keeps what the tables changed meanwhile, and tells where both changed", async () => {
    const folder = copyOf(smallCity);
    const file = await changed(await exported(folder), (_, at) => {
      at(2, "2024年度 備考").value = "窓口のみ";
    });
    rewrite(join(folder, "observations/2024.csv"), (text) => text.replace("K0001,,136,", "K0001,,137,"));
    expect(codes((await takeSheet(folder, file)).issues)).toEqual([]);
    expect(texts(folder).get("observations/2024.csv")).toContain("K0001,,137,,確定,,,確定,窓口のみ,");
    const both = await changed(await exported(folder), (_, at) => {
      at(2, "2024年度 実績").value = "138";
    });
    rewrite(join(folder, "observations/2024.csv"), (text) => text.replace("K0001,,137,", "K0001,,139,"));
    expect(codes((await takeSheet(folder, both)).issues)).toEqual(["workbook-conflict"]);
  });

  test("takes any values there and back: what is written into the sheet is what the next sheet shows", async () => {
    const folder = copyOf(smallCity);
    const original = texts(folder).get("observations/2024.csv")!;
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map((number): [string, string] => [String(number), "確定"]),
      fc.constantFrom<[string, string]>(
        ["実施設計", "確定"],
        ["", "未実施"],
        ["", "秘匿"],
        ["", "集計中"],
        ["-3", "速報"],
      ),
    );
    await fc.assert(
      fc.asyncProperty(cell, async ([value, state]) => {
        writeFileSync(join(folder, "observations/2024.csv"), original);
        const file = await changed(await exported(folder), (_, at) => {
          at(2, "2024年度 実績").value = value;
          at(2, "2024年度 状態").value = state;
        });
        const { issues } = await takeSheet(folder, file);
        expect(codes(issues)).toEqual([]);
        await changed(await exported(folder), (_, at) => {
          expect([at(2, "2024年度 実績").text, at(2, "2024年度 状態").text]).toEqual([value, state]);
        });
      }),
      { numRuns: 15 },
    );
  });

  test.skipIf(!hasOpenpyxl())("opens in openpyxl and comes back (skipped where there is none)", async () => {
    const folder = copyOf(smallCity);
    const file = await exported(folder);
    const script = `import openpyxl; b=openpyxl.load_workbook(r"${file}"); b.save(r"${file}")`;
    execFileSync("python3", ["-c", script]);
    expect(await takeSheet(folder, file)).toMatchObject({ issues: [], changes: [] });
  });
});

function hasOpenpyxl(): boolean {
  try {
    execFileSync("python3", ["-c", "import openpyxl"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
