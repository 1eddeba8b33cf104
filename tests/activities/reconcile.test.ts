// Figures printed in the achievements are found, matched with the table and the list, and told where neither has them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Activity, Dataset } from "@shihyo/core";
import { printedFigures } from "@shihyo/core";
import { readCity, reconcileActivities, reportPages } from "@shihyo/publisher";
import { beforeAll, describe, expect, test } from "vitest";
import { atsugi, report } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const numbers = (text: string) => printedFigures(text).map(({ number }) => number);

describe("a printed figure", () => {
  test.each([
    ["来場者数 290,000人", ["290000"]],
    ["1, 189日、中学校693日", ["1189", "693"]],
    ["12億2,313万円", ["1223130000"]],
    ["7,944万7千円", ["79447000"]],
    ["約4万人", ["40000"]],
    ["満足度 94. 9", ["94.9"]],
    ["小学校 3回(3校)", ["3", "3"]],
    ["助成した。", []],
  ])("%s holds %j", (text, found) => {
    expect(numbers(text)).toEqual(found);
  });
});

const header = "取組内容\t事業名\tR6取組実績\t取組指標\t単位\tR5実績値\tR6実績値";

describe("a report's text", () => {
  const city = {
    levels: ["分野", "方針"].map((ja, at) => ({ plan: "P01", order: at + 1, name: { ja }, folder: "" })),
  };

  test("is numbered by its contents, in the city's words for its levels, where the form feeds were lost", () => {
    const text = [
      "分野1\t1\n方針1 元気\t2\n方針2 安心\t4",
      "【分野 1】",
      `方針 1\t元気\n${header}\nイ`,
      `方針 1\t元気\n${header}\nロ`,
      `方針 2\t安心\n${header}\nハ`,
    ].join("\n\n");
    expect(reportPages(text, city).map(({ page }) => page)).toEqual([2, 3, 4]);
  });

  test("is numbered by its form feeds where they are there", () => {
    expect(reportPages(`表紙\f目次\f${header}\nイ\f`, city).map(({ page }) => page)).toEqual([3]);
  });

  test("without either is refused in a plain sentence", async () => {
    const file = put(workplace(), "report.txt", `${header}\nイ`);
    const run = await shihyo(["reconcile", atsugi, "--report", file, "--lang", "en"]);
    expect({ status: run.status, err: run.stderr }).toEqual({
      status: 2,
      err: expect.stringMatching(/^The report's text has neither form feeds nor contents.*\n$/),
    });
  });

  test("that is no report is refused", async () => {
    const file = put(workplace(), "report.txt", "何もない");
    const run = await shihyo(["reconcile", atsugi, "--report", file, "--lang", "ja"]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("「取組実績」の表のある頁が見つかりません");
  });
});

describe.skipIf(report === undefined)("the report beside the project (skipped where it is not there)", () => {
  let dataset: Dataset;
  let pages: ReturnType<typeof reportPages>;
  beforeAll(async () => {
    dataset = (await readCity(atsugi)).dataset!;
    pages = reportPages(readFileSync(report!, "utf8"), dataset);
  });

  test("has 51 pages of tables, one of them run together", () => {
    expect(pages).toHaveLength(51);
    expect(pages.filter(({ lines }) => lines.length === 0).map(({ page }) => page)).toEqual([36]);
  });

  test("prints no figure in its achievements that stands neither in the table nor on the list", () => {
    const { printed, inTable, leftOut, unaccounted, idle } = reconcileActivities(dataset, 2024, pages);
    expect(unaccounted).toEqual([]);
    expect(idle).toEqual([]);
    expect(printed).toBe(inTable + [...leftOut.values()].reduce((sum, count) => sum + count, 0));
  });

  test("shows every value of the table as digits, but for one zero and one figure that counts twice", () => {
    const { notFound } = reconcileActivities(dataset, 2024, pages);
    expect(notFound.map(({ what, breakdown }) => `${what.ja} ${breakdown?.ja ?? ""}`.trim())).toEqual([
      "幼稚園教諭復職等奨励助成金 交付件数",
      "ひよこ園 1日の定員 半日グループ（午後）",
    ]);
    expect(notFound.every(({ reading }) => reading !== "certain")).toBe(true);
  });

  test("would show every figure that is missing from the table, on every page with columns", () => {
    const base = reconcileActivities(dataset, 2024, pages);
    const shown = base.notFound;
    const missed: string[] = [];
    for (const activity of dataset.activities) {
      if (!activity.value || activity.page === 36 || shown.includes(activity)) continue;
      if (unaccountedWithout(activity) === 0) missed.push(activity.id);
    }
    // 各5名 is printed once for two groups: either of them accounts for it.
    expect(missed).toEqual(["A0147"]);
  });

  function unaccountedWithout(activity: Activity): number {
    const activities = dataset.activities.filter((one) => one !== activity);
    const page = pages.filter((one) => one.page === activity.page);
    return reconcileActivities({ ...dataset, activities }, 2024, page).unaccounted.length;
  }

  test("is told by the command, and a missing figure with status 1", async () => {
    const run = await shihyo(["reconcile", atsugi, "--report", report!, "--lang", "ja"]);
    expect(run.stdout).toContain("どちらにもないもの 0。");
    const data = copyOf(atsugi);
    rewrite(join(data, "activities/2024.csv"), (text) => text.replace(/^A0012,.*\n/m, ""));
    const without = await shihyo(["reconcile", data, "--report", report!, "--lang", "en"]);
    expect(without.status).toBe(1);
    expect(without.stdout).toContain("In neither: p. 4, 290000");
    const json = await shihyo(["reconcile", atsugi, "--report", report!, "--json"]);
    expect(JSON.parse(json.stdout).activities).toMatchObject({ unaccounted: [], runTogether: [36] });
  });
});
