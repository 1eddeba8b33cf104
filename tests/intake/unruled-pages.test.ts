// Tables without rules as LibreOffice prints them: words to the left, numbers to the right of their columns. Every value is right, or the page is told to be left out.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pageGrids } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";
import { pagesInThread } from "../../packages/publisher/src/disk/reading-thread.ts";
import { heldAgainst, type Told } from "../support/hold-against.ts";
import { converted, libreOffice } from "../support/libreoffice.ts";
import { xlsxOf } from "../support/print-sheets.ts";
import { across, takenIn } from "../support/sheet-cases.ts";
import { workplace } from "../support/workplace.ts";

const header = ["施策", "指標名", "単位", "R4実績", "R5実績", "R6実績", "目標（R8）", "備考"];
const rows = [
  ["農業の振興", "新規就農者数", "人", "5", "7", "6", "10", ""],
  ["農業の振興", "農地の集積率", "％", "38.5", "－", "43.2", "50.0", "R5は調査せず"],
  ["商工業の振興", "創業支援による創業者数", "人", "12", "15", "1,120", "1,400", ""],
  ["商工業の振興", "空き店舗の数", "店", "20", "19", "18", "10", ""],
  ["観光の振興", "観光入込客数", "千人", "集計中", "1,141", "1,202.5", "1,500以上", ""],
  ["観光の振興", "社会増減数", "人", "△ 35", "▲120", "24", "0", ""],
];

const told = (place: (row: readonly string[]) => readonly string[] = ([level = ""]) => [level]): Told[] =>
  rows.map((row) => {
    const [, name = "", unit = "", ...values] = row;
    const shown = (text: string) =>
      text === "－"
        ? "値なし 該当なし"
        : text === "集計中"
          ? "値なし 集計中"
          : text.replace(/[△▲]\s?/u, "-").replaceAll(",", "");
    const [r4 = "", r5 = "", r6 = "", target = ""] = values;
    return {
      name,
      unit: unit.replace("％", "%"),
      place: place(row),
      values: { 2022: shown(r4), 2023: shown(r5), 2024: shown(r6) },
      targets: { 2026: shown(target).replace("以上", " 以上") },
    };
  });

const many = Array.from({ length: 95 }, (_, at) => [
  `施策${"あいうえお"[Math.floor(at / 19)]}の推進`,
  `指標${at + 1}の${at % 2 === 0 ? "数" : "割合"}`,
  at % 2 === 0 ? "件" : "％",
  ...[3, 7, 11].map((step) =>
    at % 2 === 0 ? ((at + 1) * step * 37).toLocaleString("en") : (((at * step) % 97) + 0.5).toFixed(1),
  ),
  "100",
  "",
]);

interface Page {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly merges?: ReturnType<typeof across>;
  /** None: the page is to be told as one that cannot be read. */
  readonly told?: readonly Told[];
}

const pages: readonly Page[] = [
  { name: "words left, numbers right", cells: [["令和6年度　指標一覧"], [], header, ...rows], told: told() },
  {
    name: "levels written once",
    cells: [header, ...rows.map((row, at) => (at % 2 === 1 ? ["", ...row.slice(1)] : row))],
    told: told(),
  },
  {
    name: "headings between the rows and a note below",
    cells: [
      header,
      ["政策１　産業"],
      ...rows.slice(0, 4),
      ["政策２　交流"],
      ...rows.slice(4),
      ["※観光入込客数は暦年"],
    ],
    told: told(([level = ""]) => [level.startsWith("観光") ? "交流" : "産業", level]),
  },
  {
    name: "targets and results below each year",
    cells: [
      ["指標名", "単位", "令和5年度", "", "令和6年度", "", "担当課"],
      ["", "", "目標", "実績", "目標", "実績", ""],
      ["相談件数", "件", "8", "7", "1,009", "986", "福祉課"],
      ["満足度", "％", "70.0", "71.5", "72.0", "73.25", "広報課"],
    ],
    merges: across(0, [2, 3], [4, 5]),
    told: [
      {
        name: "相談件数",
        unit: "件",
        values: { 2023: "7", 2024: "986" },
        targets: { 2023: "8", 2024: "1009" },
      },
      {
        name: "満足度",
        unit: "%",
        values: { 2023: "71.5", 2024: "73.25" },
        targets: { 2023: "70.0", 2024: "72.0" },
      },
    ],
  },
  {
    name: "more pages than one, the header on the first alone",
    cells: [header, ...many],
    told: many.map(([level = "", name = "", unit = "", r4 = "", r5 = "", r6 = ""]) => ({
      name,
      unit: unit.replace("％", "%"),
      place: [level],
      values: {
        2022: r4.replaceAll(",", ""),
        2023: r5.replaceAll(",", ""),
        2024: r6.replaceAll(",", ""),
      },
      targets: { 2026: "100" },
    })),
  },
  {
    name: "a number close to the words of the next cell",
    cells: [
      ["指標名", "単位", "R6実績", "目標（R8）"],
      ["出生率", "", "1.32", "1.50程度"],
      ["満足度", "％", "61.0", "前年度より増加"],
      ["犯罪件数", "件", "120", "現状維持"],
    ],
    told: [
      { name: "出生率", values: { 2024: "1.32" }, targets: { 2026: "1.50程度" } },
      { name: "満足度", values: { 2024: "61.0" }, targets: { 2026: "前年度より増加 増加" } },
      { name: "犯罪件数", values: { 2024: "120" }, targets: { 2026: "現状維持 維持" } },
    ],
  },
  {
    name: "a name in the middle of its rows",
    cells: [
      ["指標名", "区分", "R5", "R6"],
      ["", "男", "120", "118"],
      ["審議会委員", "女", "60", "66"],
      ["", "計", "180", "184"],
    ],
  },
];

test.skipIf(!libreOffice)(
  "tables without rules: right or left out, and never in the wrong year",
  async () => {
    const folder = workplace();
    const files: string[] = [];
    for (const [at, { cells, merges }] of pages.entries()) {
      files.push(join(folder, `${at}.xlsx`));
      const sheet = { name: "一覧", cells: cells.map((row) => [...row]), ...(merges ? { merges } : {}) };
      writeFileSync(files.at(-1) ?? "", await xlsxOf([sheet], { isRuled: false }));
    }
    const out = converted(files, "pdf");
    const found: Record<string, unknown> = {};
    for (const [at, page] of pages.entries()) {
      const file = `${at}.pdf`;
      const known = takenIn(pageGrids(await pagesInThread(readFileSync(join(out, file)), file, true), file));
      if (page.told === undefined) {
        if (known.refused === undefined || known.counts.indicators > 0) found[page.name] = known.counts;
        continue;
      }
      const { wrong, missing } = heldAgainst(known, page.told);
      const lost = known.account.filter(({ leftOut }) => leftOut !== undefined).map(({ place }) => place);
      if (wrong.length + missing.length + lost.length > 0 || known.questions.length > 5)
        found[page.name] = { wrong, missing, lost, refused: known.refused?.ja };
    }
    expect(found).toEqual({});
  },
);
