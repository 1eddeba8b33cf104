// A report as a word processor makes it: tables with columns of their own one below the other, joined cells, Latin letters set apart from Japanese ones, printed to PDF by LibreOffice.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pageGrids } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";
import { pagesInThread } from "../../packages/publisher/src/disk/reading-thread.ts";
import { heldAgainst, type Told } from "../support/hold-against.ts";
import { converted, libreOffice } from "../support/libreoffice.ts";
import { takenIn } from "../support/sheet-cases.ts";
import { workplace } from "../support/workplace.ts";

const table = (widths: readonly number[], rows: readonly (readonly string[])[]) =>
  `<table border="1" cellspacing="0" cellpadding="2" width="100%">${widths.map((width) => `<col width="${width}%">`).join("")}${rows.map((row) => `<tr>${row.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>`).join("")}</table>`;

const report = `<html><head><meta charset="utf-8"><style>@page { size: A4 landscape; margin: 15mm } td, p { font-family: 'Noto Sans CJK JP'; font-size: 9pt }</style></head><body>
<p>第３期みどり市総合戦略　進捗状況（令和６年度）</p>
<p>基本目標１　しごとをつくる</p>
${table(
  [40, 10, 10, 10, 15, 15],
  [
    ["数値目標", "単位", "R4", "R5", "R6", "目標値（R8）"],
    ["市内従業者数のうちIT企業で働く人", "人", "1,204", "1,188", "1,215", "1,400"],
  ],
)}
<p>（１）企業誘致</p>
${table(
  [20, 12, 12, 12, 12, 12, 20],
  [
    [
      `<td rowspan="2">KPI</td>`,
      `<td rowspan="2">単位</td>`,
      `<td colspan="2">令和5年度</td>`,
      `<td colspan="2">令和6年度</td>`,
      `<td rowspan="2">担当課</td>`,
    ],
    ["目標", "実績", "目標", "実績"],
    ["誘致企業数", "社", "5", "4", "6", "7", "商工課"],
    ["LED化した街路灯の割合", "％", "80.0", "79.5", "90.0", "91.25", "道路課"],
    ["Wi-Fi設置数", "か所", "10", "9", "12", "R7.3公表予定", "情報課"],
  ],
)}
<p>基本目標２　ひとを呼ぶ</p>
${table(
  [30, 8, 8, 27, 27],
  [
    ["数値目標", "単位", "R6", "進み具合", "備考"],
    ["移住者数", "人", "約1.2千人", "順調", "1人1日当たりの数は調べていない"],
    ["相談件数", "件", "230", "順調", "R7.3に公表予定"],
  ],
)}
</body></html>`;

const told: readonly Told[] = [
  {
    name: "市内従業者数のうちIT企業で働く人",
    unit: "人",
    place: ["しごとをつくる"],
    values: { 2022: "1204", 2023: "1188", 2024: "1215" },
    targets: { 2026: "1400" },
  },
  {
    name: "誘致企業数",
    place: ["しごとをつくる", "企業誘致"],
    unit: "社",
    values: { 2023: "4", 2024: "7" },
    targets: { 2023: "5", 2024: "6" },
  },
  {
    name: "LED化した街路灯の割合",
    unit: "%",
    values: { 2023: "79.5", 2024: "91.25" },
    targets: { 2023: "80.0", 2024: "90.0" },
  },
  {
    name: "Wi-Fi設置数",
    unit: "か所",
    values: { 2023: "9", 2024: "R7.3公表予定" },
    targets: { 2023: "10", 2024: "12" },
  },
  { name: "移住者数", unit: "人", place: ["ひとを呼ぶ"], values: { 2024: "約1.2千人" }, targets: {} },
  { name: "相談件数", unit: "件", place: ["ひとを呼ぶ"], values: { 2024: "230" }, targets: {} },
];

test.skipIf(!libreOffice)("every table has its own columns, and no letter is set apart", async () => {
  const html = join(workplace(), "報告書.html");
  writeFileSync(html, report);
  const pdf = join(converted(html, "pdf:writer_web_pdf_Export"), "報告書.pdf");
  const known = takenIn(pageGrids(await pagesInThread(readFileSync(pdf), "報告書.pdf", true), "報告書.pdf"));
  const { wrong, missing } = heldAgainst(known, told);
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
});
