// Pages of printed tables: a break that somebody typed in a cell stays, a page's own year is asked, and a number that may be of several years is not read unasked.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Understanding } from "@shihyo/core";
import { pageGrids } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";
import { pagesInThread } from "../../packages/publisher/src/disk/reading-thread.ts";
import { heldAgainst, type Told } from "../support/hold-against.ts";
import { converted, libreOffice } from "../support/libreoffice.ts";
import { xlsxOf } from "../support/print-sheets.ts";
import type { PrintedSheet } from "../support/printed-city.ts";
import { across, takenIn } from "../support/sheet-cases.ts";
import { workplace } from "../support/workplace.ts";

const described: PrintedSheet = {
  name: "一覧",
  cells: [
    ["指標", "単位", "R5", "R6"],
    ["受講者の数\n講座を終えた市民を足した数", "人", "412", "530"],
    ["備えの割合\n三日分の食べ物がある世帯の割合", "％", "41.2", "44.8"],
  ],
};
const yearly = (name: string, rows: readonly (readonly [string, string])[]): PrintedSheet => ({
  name,
  cells: [["施策", "指標名", "実績値"], ...rows.map(([indicator, value]) => ["防災", indicator, value])],
});
const pages = [
  yearly("R5", [
    ["訓練の回数", "12"],
    ["防災士の数", "133"],
  ]),
  yearly("R6", [
    ["訓練の回数", "15"],
    ["防災士の数", "151"],
  ]),
];
const joined: PrintedSheet = {
  name: "一覧",
  cells: [
    ["指標名", "単位", "R4実績", "R5実績", "R6実績"],
    ["来場者数", "人", "1,200", "1,550", "1,604"],
    ["新しい催し", "件", "7", "", "3"],
    ["案内所の満足度", "％", "88.0", "90.1", "91.0"],
  ],
  merges: across(2, [2, 3]),
};

const rightOf = (known: Understanding, told: readonly Told[]) => {
  const { wrong, missing } = heldAgainst(known, told);
  return { wrong, missing };
};

test.skipIf(!libreOffice)("typed breaks, pages of a year each, and numbers over several years", async () => {
  const folder = workplace();
  const files = ["described", "pages", "joined"].map((name) => join(folder, `${name}.xlsx`));
  const [first = "", second = "", third = ""] = files;
  writeFileSync(first, await xlsxOf([described]));
  writeFileSync(second, await xlsxOf(pages));
  writeFileSync(third, await xlsxOf([joined], { isRuled: false }));
  const out = converted(files, "pdf");
  const gridsOf = async (name: string) =>
    pageGrids(await pagesInThread(readFileSync(join(out, name)), name, true), name);

  const explained = takenIn(await gridsOf("described.pdf"));
  expect(explained.questions.map(({ id }) => id)).toContain("指標名:改行の後");
  expect(
    rightOf(explained, [
      { name: "受講者の数", unit: "人", values: { 2023: "412", 2024: "530" } },
      { name: "備えの割合", unit: "%", values: { 2023: "41.2", 2024: "44.8" } },
    ]),
  ).toEqual({ wrong: [], missing: [] });

  const grids = await gridsOf("pages.pdf");
  const asked = takenIn(grids);
  const open = asked.questions.filter(({ id }) => id.startsWith("年度:実績値:")).map(({ id }) => id);
  expect(open).toHaveLength(2);
  expect(asked.account.map(({ keptAs }) => keptAs)).not.toContain("実績値");
  const [one = "", two = ""] = open;
  expect(
    rightOf(takenIn(grids, { [one]: "令和5年度", [two]: "令和6年度" }), [
      { name: "訓練の回数", place: ["防災"], values: { 2023: "12", 2024: "15" } },
      { name: "防災士の数", place: ["防災"], values: { 2023: "133", 2024: "151" } },
    ]),
  ).toEqual({ wrong: [], missing: [] });

  const unsure = takenIn(await gridsOf("joined.pdf"));
  expect(unsure.questions.some(({ id }) => id.startsWith("左の空いた数"))).toBe(true);
  expect(unsure.account.filter(({ leftOut }) => leftOut).map(({ shown }) => shown)).toEqual(["7"]);
  expect(
    rightOf(unsure, [
      { name: "来場者数", values: { 2022: "1200", 2023: "1550", 2024: "1604" } },
      { name: "新しい催し", values: { 2024: "3" } },
      { name: "案内所の満足度", values: { 2022: "88.0", 2023: "90.1", 2024: "91.0" } },
    ]),
  ).toEqual({ wrong: [], missing: [] });
});
