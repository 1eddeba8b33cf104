// Hostile files on the clerk's page: refused in a sentence or shown as text, and the work is kept.

import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { cityData } from "../support/places.ts";
import { copyOf, workplace } from "../support/workplace.ts";
import { openCity, step, tablesOf, upload } from "./clerk.ts";

const markup = `<img src=x onerror=alert(1)><script>alert(2)</script>`;

/** A file of a gigabyte and a tenth of nothing, packed. */
let nothing: Buffer | undefined;
const size = 1_100_000_000;

/** A ZIP in which a file of that size stands under a name; written by hand, since packing it each time takes long. */
function packed(name: string): Buffer {
  nothing ??= deflateRawSync(Buffer.alloc(size), { level: 1 });
  const path = Buffer.from(name);
  // Signature, versions, method 8; then no date, no checksum, sizes, the name's length.
  const common = (signature: number[], before: number[]) => {
    const head = Buffer.alloc(signature.length + before.length + 26);
    Buffer.from([...signature, ...before, 20, 0, 0, 0, 8, 0]).copy(head);
    const at = signature.length + before.length + 14;
    head.writeUInt32LE(nothing?.length ?? 0, at);
    head.writeUInt32LE(size, at + 4);
    head.writeUInt16LE(path.length, at + 8);
    return head;
  };
  const local = Buffer.concat([common([0x50, 0x4b, 3, 4], []), path, nothing]);
  const central = Buffer.concat([common([0x50, 0x4b, 1, 2], [20, 0]), Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  Buffer.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]).copy(end);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

describe.skipIf(!hasChromium)("hostile files on the clerk's page", () => {
  let browser: Browser;
  let page: Page;
  let wrong: readonly string[];
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const open = async (data: string) => {
    ({ page, wrong } = await openCity(browser, data));
    page.on("dialog", (dialog) => {
      throw new Error(`a script ran: ${dialog.message()}`);
    });
  };

  test("names with markup are text at every step, in the preview as well", async () => {
    const data = copyOf(cityData("official"));
    const change = (file: string, from: string, to: string) => {
      const path = join(data, file);
      const text = readFileSync(path, "utf8");
      expect(text).toContain(from);
      writeFileSync(path, text.replaceAll(from, to));
    };
    change("indicators.csv", "交通事故の件数", markup);
    change("sections.csv", "商業課", markup);
    await open(data);
    await expect.poll(() => page.locator(".grid-note", { hasText: markup }).count()).toBeGreaterThan(0);
    await step(page, "年度の実績を集める");
    await page.getByText(markup).first().waitFor();
    await step(page, "訂正と変更点");
    await page.fill("#correct-which", "onerror");
    await page.locator(".choices button", { hasText: markup }).first().waitFor();
    await step(page, "公開する");
    await page.click("wb-publish button.main");
    await page.getByText("できました").waitFor();
    await step(page, "見てみる");
    await page.selectOption("wb-look select", "indicators/K0002/index.html");
    await page.frameLocator("iframe").locator("kpi-card details").first().waitFor();
    await expect.poll(() => page.frameLocator("iframe").locator("img[src=x]").count()).toBe(0);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("a report that names another city is told beside what was read of it", async () => {
    await open(cityData("official"));
    await step(page, "報告書を取り込む");
    const table = "大船渡市総合計画 進捗状況,,\n施策,指標名,令和6年度\n産業,来客数,12\n産業,店舗数,3\n";
    await page.setInputFiles("#report", upload("実績.csv", Buffer.from(table)));
    await page.locator(".note", { hasText: "大船渡市／" }).waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("a file larger than any report is told by its name and size, and is not read", async () => {
    await open(cityData("official"));
    const file = join(workplace(), "巨大.xlsx");
    writeFileSync(file, "");
    truncateSync(file, 300_000_000);
    await step(page, "報告書を取り込む");
    await page.setInputFiles("#report", file);
    const told = page
      .getByRole("alert")
      .filter({ hasText: "巨大.xlsx は大きすぎて読めません（300 MB、100 MBまで）" });
    await told.waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);

  test.each([
    ["a workbook that unpacks to a gigabyte", "爆弾.xlsx", () => packed("xl/worksheets/sheet1.xml")],
    ["a PDF with a script", "報告.pdf", () => pdf],
    ["a workbook cut in half", "半分.xlsx", () => packed("xl/worksheets/sheet1.xml").subarray(0, 2000)],
    [
      "markup named as a spreadsheet",
      `${markup.replace(/[/]/g, "")}.xls`,
      () => Buffer.from(`<html>${markup}<table><tr><td>指標名<td>単位</table>`),
    ],
  ])(
    "%s is told in a sentence wherever it is dropped, and the work stays",
    async (_name, name, make) => {
      await open(cityData("official"));
      const before = await tablesOf(page);
      const file = upload(name, make());
      await step(page, "報告書を取り込む");
      await page.setInputFiles("#report", file);
      const told = page.getByRole("alert").or(page.locator("#questions"));
      await told.first().waitFor({ timeout: 30_000 });
      await step(page, "年度の実績を集める");
      await page.setInputFiles("#books", file);
      await page.locator(".books > li.has-error").waitFor({ timeout: 30_000 });
      expect((await page.locator(".books > li").textContent())?.length).toBeGreaterThan(20);
      expect(await tablesOf(page)).toEqual(before);
      expect(wrong).toEqual([]);
      await page.context().close();
    },
    90_000,
  );

  test("a ZIP that unpacks to a gigabyte is refused, and the open city stays", async () => {
    await open(cityData("official"));
    await step(page, "はじめる");
    await page.setInputFiles("#zip", upload("大きい.zip", packed("municipality.json")));
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("大きすぎます");
    expect((await tablesOf(page)).has("indicators.csv")).toBe(true);
    await page.context().close();
  }, 60_000);
});
