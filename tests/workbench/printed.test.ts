// A report as PDF on the clerk's page: the tables that the command makes of it, and nothing is asked of the network.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { differences, filesIn } from "../support/files.ts";
import { command } from "../support/places.ts";
import { printedReport } from "../support/printed-report.ts";
import { workplace } from "../support/workplace.ts";
import { address, downloaded, faults, openPage, step, upload } from "./clerk.ts";

/** A ruled table whose font is not in the file: without pdfjs's character maps it seems empty. */
function withoutFont(): Buffer {
  const cells = [
    ["施策", "指標名", "単位", "R5実績", "R6実績"],
    ["健康", "検診の受診者数", "人", "1,234", "1,300"],
    ["安全", "訓練の参加率", "％", "45.6", "47.0"],
  ];
  const columns = [50, 130, 300, 350, 430, 510];
  const rules = [700, 670, 640, 610]
    .map((y) => `50 ${y} m 510 ${y} l S`)
    .concat(columns.map((x) => `${x} 610 m ${x} 700 l S`));
  const texts = cells.flatMap((row, down) =>
    row.map((text, across) => {
      const hex = iconv.encode(text, "shift_jis").toString("hex");
      return `BT /F1 10 Tf ${(columns[across] ?? 0) + 5} ${680 - down * 30} Td <${hex}> Tj ET`;
    }),
  );
  const content = [...rules, ...texts].join("\n");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type0/BaseFont/MS-Gothic/Encoding/90ms-RKSJ-H/DescendantFonts[6 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/MS-Gothic/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/MS-Gothic/Flags 4/FontBBox[0 -137 1000 859]/ItalicAngle 0/Ascent 859/Descent -137/CapHeight 769/StemV 78>>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

describe.skipIf(!hasChromium)("a report as PDF on the clerk's page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const printed = async (): Promise<Buffer> => {
    const view = await browser.newPage();
    await view.setContent(printedReport(true));
    const bytes = await view.pdf({ format: "A4", landscape: true });
    await view.close();
    return bytes;
  };

  const begin = async (): Promise<{ page: Page; asked: readonly string[]; wrong: readonly string[] }> => {
    const opened = await openPage(browser);
    const { page } = opened;
    await page.fill("#municipality", "032034");
    const city = page.getByRole("button", { name: /大船渡市/ });
    await city.first().click();
    await page.getByRole("button", { name: /この団体で始める/ }).click();
    await page.waitForSelector("#report");
    return opened;
  };

  test.each([
    ["ruled, with joined cells over several pages", printed],
    ["of which the font is not in the file", async () => withoutFont()],
  ])(
    "%s: the tables are the command's, byte for byte",
    async (_name, make) => {
      const file = join(workplace(), "報告書.pdf");
      writeFileSync(file, await make());
      const data = join(workplace(), "032034");
      execFileSync(process.execPath, [
        ...[command, "intake", file, "--data", data, "--code", "032034", "--accept"],
      ]);
      expect(readFileSync(join(data, "indicators.csv"), "utf8").split("\n").length).toBeGreaterThan(2);
      const { page, asked, wrong } = await begin();
      await page.setInputFiles("#report", file);
      await page.locator("#questions").waitFor({ timeout: 60_000 });
      expect(await faults(page)).toEqual([]);
      const bring = page.getByRole("button", { name: "この内容で表に取り込む" });
      while (await bring.isDisabled()) {
        const before = await page.locator("#questions").textContent();
        await page.getByRole("button", { name: "残りはすべて案のとおりにする" }).click();
        await expect
          .poll(() => page.locator("#questions").textContent(), { timeout: 30_000 })
          .not.toBe(before);
      }
      await bring.click();
      await page.getByText("取り込みました").waitFor({ timeout: 60_000 });
      await step(page, "表を直す");
      const tables = await downloaded(page, "text=表をZIPで保存");
      expect(differences(filesIn(data), tables)).toEqual([]);
      const own = address.replace(/index\.html$/, "");
      expect(asked.filter((url) => !url.startsWith(own) && !/^(?:blob|data|about):/.test(url))).toEqual([]);
      expect(wrong).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  test("a PDF of pictures is told as that, and the step stays as it was", async () => {
    const view = await browser.newPage();
    await view.setContent(
      `<svg width="200" height="100"><rect width="200" height="100" fill="#ccc"/><path d="M0 0L200 100" stroke="#000"/></svg>`,
    );
    const pictures = await view.pdf({ format: "A4" });
    await view.close();
    const { page, wrong } = await begin();
    await page.setInputFiles("#report", upload("写真.pdf", pictures));
    await page.getByRole("alert").waitFor({ timeout: 60_000 });
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("画像だけのPDFです");
    await expect.poll(() => page.locator("#questions").count()).toBe(0);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 90_000);
});
