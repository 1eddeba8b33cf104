// A year in the planning section, on Atsugi's own tables: begun, handed out, taken back, mended, checked, compared
// with the report, published, corrected, published again, and told what changed.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "@protobi/exceljs";
import { type DatasetJson, isError } from "@shihyo/core";
import { readCity } from "@shihyo/publisher";
import { beforeAll, describe, expect, test } from "vitest";
import { expectApprovedText } from "../support/approved.ts";
import { atsugi, report, top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { rewrite } from "../support/workplace.ts";

const approved = (step: string) => join(top, "tests/year/approved", `${step}.txt`);

describe("a year in the planning section", () => {
  let place = "";
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "shihyo-year-"));
    cpSync(atsugi, join(place, "data"), { recursive: true });
    return () => rmSync(place, { recursive: true, force: true });
  });

  /** The command as a clerk gives it, in the folder; what it said is what a person approved. */
  async function step(name: string, args: readonly string[], status = 0): Promise<string> {
    const run = await shihyo([...args, "--lang", "ja"], { cwd: place });
    // How many files a release has is no part of this story, nor is what is said of the achievements.
    const said = run.stdout.replace(/ファイル [0-9]+件/, "ファイル …件").replace(/\n\n取組実績[\s\S]*/, "\n");
    expectApprovedText(approved(name), said + run.stderr);
    expect(run.status).toBe(status);
    return run.stdout;
  }

  /** Last year's numbers, a little different, for every row that is not touched otherwise. */
  async function fillAll(file: string, typed: Readonly<Record<string, string>>): Promise<void> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(place, file));
    const sheet = book.worksheets[1]!;
    sheet.eachRow((row, number) => {
      if (number === 1) return;
      const before = row.getCell(7).text.replaceAll(",", "");
      const isNumber = /^[0-9.]+$/.test(before);
      if (isNumber) row.getCell(8).value = moved(before);
      else if (before.startsWith("値なし")) row.getCell(11).value = "該当なし";
      else row.getCell(9).value = before;
    });
    for (const [address, value] of Object.entries(typed)) sheet.getCell(address).value = value;
    await book.xlsx.writeFile(join(place, file));
  }

  /** One more in the last digit; a share at 100 stays. */
  function moved(before: string): string {
    const scale = before.split(".")[1]?.length ?? 0;
    const next = (Number(before) + 1 / 10 ** scale).toFixed(scale);
    return scale > 0 && Number(before) >= 100 ? before : next;
  }

  test("begins with the year's rows", async () => {
    await step("01-year", ["year", "data", "令和7"]);
    await step("02-year-again", ["year", "data", "2025"], 2);
    const { dataset, issues } = await readCity(join(place, "data"));
    expect(issues.filter(isError)).toEqual([]);
    expect(dataset?.years).toEqual([2023, 2024, 2025]);
  });

  test("hands out a workbook and takes it back with mistakes in it, each told at its cell", async () => {
    await step("03-export", ["workbook", "export", "data", "--year", "2025", "-o", "r7.xlsx"]);
    await fillAll("r7.xlsx", {
      H2: "２６件",
      H3: "約23",
      H6: "34,500,000千円",
      H7: "27,793百万円",
      H9: "▲5",
      H14: "101.5",
      H15: "集計中",
      H16: "",
    });
    const before = readFileSync(join(place, "data/observations/2025.csv"));
    await step("04-import-with-mistakes", ["workbook", "import", "data", "r7.xlsx"], 1);
    expect(readFileSync(join(place, "data/observations/2025.csv")).equals(before)).toBe(true);
  });

  test("takes it once it is mended", async () => {
    await fillAll("r7.xlsx", { H2: "２６件", H3: "23", H6: "34,500,000千円", H9: "999,060" });
    await step("05-import", ["workbook", "import", "data", "r7.xlsx"]);
  });

  test("asks what a careful clerk would ask, and takes an answer", async () => {
    rewrite(join(place, "data/observations/2025.csv"), (text) => text.replace("K0003,,52,", "K0003,,520,"));
    await step("06-check", ["check", "data"]);
    rewrite(
      join(place, "data/acknowledgements.csv"),
      (text) => `${text}jump,K0003,2025,協議会の数え方を会議ごとから議題ごとに改めた\n`,
    );
    await step("07-check-acknowledged", ["check", "data"]);
    rewrite(join(place, "data/observations/2025.csv"), (text) => text.replace("K0003,,520,", "K0003,,52,"));
    const { issues } = await readCity(join(place, "data"));
    expect(issues.map(({ code }) => code)).toContain("acknowledgement-idle");
    rewrite(join(place, "data/acknowledgements.csv"), (text) => text.replace(/jump,.*\n/, ""));
  });

  test.skipIf(!report)("compares last year's values with the printed report", async () => {
    const found = await step(
      "08-reconcile",
      ["reconcile", "data", "--report", report ?? "", "--year", "2024"],
      1,
    );
    expect(found).toContain("印刷された488の値のうち、480が表と一致");
  });

  test("publishes, with a target beside its indicator", async () => {
    rewrite(
      join(place, "data/targets.csv"),
      (text) => `${text}K0001,2026,最終,30,,以上,2023,20,実績値÷目標値×100,,SR01,\n`,
    );
    rewrite(
      join(place, "data/releases.csv"),
      (text) => `${text}2026-12-01,2026-12-01,令和7年度の実績を公開,The results of FY2025\n`,
    );
    await step("09-publish", ["publish", "data", "--out", "first"]);
    const json: DatasetJson = JSON.parse(readFileSync(join(place, "first/142123_dataset.json"), "utf8"));
    expect(json.indicators[0]?.targets).toMatchObject([
      { id: "K0001T2026", year: 2026, printed: "30", bound: "atLeast", baseYear: 2023, basePrinted: "20" },
    ]);
    expect(readFileSync(join(place, "first/142123_target.csv"), "utf8")).toContain('"K0001T2026"');
  });

  test("corrects a number, and publishes again with what was changed and why", async () => {
    rewrite(join(place, "data/observations/2025.csv"), (text) => text.replace("K0002,,23,", "K0002,,24,"));
    rewrite(
      join(place, "data/corrections.csv"),
      (text) => `${text}C0001,2026-12-10,K0002FY2025,実績値,23,24,年度末の1件を数えていなかった\n`,
    );
    rewrite(
      join(place, "data/releases.csv"),
      (text) => `${text}2026-12-10,2026-12-10,海外友好都市との交流活動件数を訂正,One value corrected\n`,
    );
    await step("10-publish-again", ["publish", "data", "--out", "second"]);
    expect(readFileSync(join(place, "second/142123_correction.csv"), "utf8")).toContain('"K0002FY2025"');
  });

  test("keeps both prints where a later report prints another value", async () => {
    rewrite(join(place, "data/sources.json"), (text) =>
      text.replace(
        /\]\s*$/,
        ', { "id": "SR03", "title": { "ja": "主な取組 令和7年度の実績" }, "body": { "ja": "厚木市" }, "year": 2025 }]\n',
      ),
    );
    const file = join(place, "data/observations/2024.csv");
    writeFileSync(file, `${readFileSync(file, "utf8")}K0001,,27,,確定,,,確定,,SR03,2\n`);
    const { dataset, issues } = await readCity(join(place, "data"));
    expect(issues.filter(({ code }) => code === "reprinted-differently").length).toBe(1);
    expect(dataset?.earlierPrints.get("K0001FY2024")?.map(({ source }) => source)).toEqual(["SR01"]);
    await shihyo(["publish", "data", "--out", "third"], { cwd: place });
    const json: DatasetJson = JSON.parse(readFileSync(join(place, "third/142123_dataset.json"), "utf8"));
    const observation = json.indicators[0]?.years.find(({ year }) => year === 2024)?.observations[0];
    expect(observation).toMatchObject({
      printed: "27",
      source: "SR03",
      earlierPrints: [{ printed: "25", source: "SR01", page: 2 }],
    });
  });

  test("shows what changed, as a table and as news", async () => {
    await step("11-diff", ["diff", "first", "second"]);
    await step("12-notes", ["diff", "first", "second", "--notes"]);
    await shihyo(["publish", atsugi, "--out", "before"], { cwd: place });
    await step("13-notes-of-the-year", ["diff", "before", "first", "--notes"]);
    expect(existsSync(join(place, "second/142123_dataset.json"))).toBe(true);
  });
});
