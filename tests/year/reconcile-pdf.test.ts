// The report as a PDF: its table is put together by the places of its words, and held against the tables.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCity, reconcileIndicators, renumbered, reportText } from "@shihyo/publisher";
import { chromium } from "playwright";
import { describe, expect, test } from "vitest";
import { top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { put, workplace } from "../support/workplace.ts";

const browser = "/usr/bin/chromium";
const city = join(top, "tests/issues/base/data");

const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

function html(first: string): string {
  return `<!doctype html><meta charset="utf-8"><style>td,th{border:1px solid;font-size:12px;width:6em;vertical-align:middle}</style>
<p>表紙</p><p style="break-before:page">具体的な施策1 健康を支える</p><table><tr>${["取組内容", "事業名", "R6取組実績", "取組指標", "単位", "R5実績値", "R6実績値"].map((cell) => `<th>${cell}</th>`).join("")}</tr>
${row(["相談に応じます。", "健康相談事業", "相談会を開催した。<br>・回数 12回", "相談した人数", "人", "120", first])}
${row(["", "", "健診を実施した。", "健診の受診率", "%", "51.5", "48.0"])}
${row(["", "会館整備事業", "設計を進めた。", "会館の進捗状況", "-", "実施設計", "建設工事"])}</table>`;
}

async function pdfOf(page: string): Promise<string> {
  const chrome = await chromium.launch({ executablePath: browser });
  try {
    const tab = await chrome.newPage();
    await tab.setContent(page);
    return put(workplace(), "report.pdf", await tab.pdf({ format: "A4", landscape: true }));
  } finally {
    await chrome.close();
  }
}

async function reconciled(file: string) {
  const { dataset } = await readCity(city);
  const blocks = (await reportText(file)).split("\f");
  const pages = blocks.map((text, index) => ({ page: index + 1, lines: [], text }));
  const tables = pages.filter(({ text }) => text.includes("取組指標"));
  return reconcileIndicators(dataset!, 2024, renumbered(dataset!, 2024, tables));
}

describe.skipIf(!existsSync(browser))("a report as PDF (skipped where there is no Chromium)", () => {
  test("is held against the tables, value by value", async () => {
    expect(await reconciled(await pdfOf(html("136")))).toEqual({
      printed: 6,
      matched: 6,
      runTogether: [],
      differences: [],
    });
  });

  test("that prints another value is told, with both sides", async () => {
    const { matched, differences } = await reconciled(await pdfOf(html("1,136")));
    expect(matched).toBe(5);
    expect(differences).toMatchObject([
      { page: 2, year: 2024, indicator: "K0001", table: "136", printed: "1,136" },
    ]);
  });

  test("that holds pictures only is refused in a sentence", async () => {
    const file = await pdfOf("<svg width='100' height='100'><rect width='50' height='50'/></svg>");
    const run = await shihyo(["reconcile", city, "--report", file, "--lang", "ja"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("文字がありません");
  });
});

test("a report that is no PDF and no text is refused in a sentence", async () => {
  const file = put(workplace(), "report.pdf", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0xff, 0xfe]));
  const run = await shihyo(["reconcile", city, "--report", file, "--lang", "en"]);
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("cannot be read as a PDF");
  expect((await shihyo(["reconcile", city, "--report", "none.pdf", "--lang", "en"])).stderr).toBe(
    "There is no file none.pdf.\n",
  );
});
