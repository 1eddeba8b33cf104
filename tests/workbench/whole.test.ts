// The whole city as one sheet on the clerk's page: typed, pasted, refused and kept, out to Excel and back.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "@protobi/exceljs";
import { sheetOf, takeSheet } from "@shihyo/publisher";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { differences, filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { copyOf, workplace } from "../support/workplace.ts";
import { faults, openCity, tablesOf, taken, upload } from "./clerk.ts";

const rows = (page: Page) => page.locator(".grid-space .grid-row");

/** Goes to the cell of a column in the row from 0. */
async function goTo(page: Page, row: number, header: string): Promise<void> {
  const headers = await page.locator(".grid-head > div").allTextContents();
  const at = headers.indexOf(header) - 1;
  await rows(page).nth(row).locator(".grid-cell").first().click();
  await page.keyboard.press("Home");
  for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowRight");
}

describe.skipIf(!hasChromium)("the whole as one sheet", () => {
  let browser: Browser;
  let page: Page;
  let wrong: readonly string[];
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const open = async (data: string) => {
    ({ page, wrong } = await openCity(browser, data));
    await page.selectOption("#table", "*");
    await page.locator(".grid-head", { hasText: "2024年度 実績" }).waitFor();
  };

  test("a value is typed and stands in the year's table; what cannot be taken is kept, told and not lost", async () => {
    const data = cityData("official");
    await open(data);
    expect(await faults(page)).toEqual([]);
    await goTo(page, 0, "2024年度 実績");
    await page.keyboard.type("123456");
    await page.keyboard.press("Enter");
    // At once, before the checks have spoken; the next row is typed without waiting.
    await page.keyboard.type("約1o0件");
    await page.keyboard.press("Enter");
    await page.locator("#not-in").waitFor();
    expect(await faults(page)).toEqual([]);
    await expect.poll(() => page.locator(".grid-cell.has-error").first().textContent()).toContain("約1o0件");
    await goTo(page, 1, "2024年度 実績");
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await page.locator("#not-in").waitFor({ state: "detached" });
    await expect.poll(async () => rows(page).nth(1).textContent()).toContain("77");
    const tables = await tablesOf(page);
    expect(tables.get("observations/2024.csv")?.toString()).toContain("123456");
    expect(differences(filesIn(data), tables)).toHaveLength(1);
    // Each of them is taken back by one step.
    await page.getByRole("button", { name: "元に戻す" }).click();
    await page.getByRole("button", { name: "元に戻す" }).click();
    expect(differences(filesIn(data), await tablesOf(page))).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("a new row is a new indicator once it is whole; a column that is locked takes nothing", async () => {
    await open(cityData("official"));
    await goTo(page, 0, "指標ID");
    await page.keyboard.type("X1");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".grid-cell", { hasText: "X1" }).count()).toBe(0);
    await page.getByRole("button", { name: "行を加える" }).click();
    const last = (await rows(page).count()) - 1;
    await goTo(page, last, "指標名");
    await page.keyboard.type("夜間の見回りの回数");
    await page.keyboard.press("Tab");
    // Left half typed, it is kept beside the tables and told.
    await page.keyboard.press("ArrowUp");
    await page.locator("#not-in").waitFor();
    await goTo(page, last, "事業");
    await page.keyboard.type("交通安全事業");
    await page.keyboard.press("Tab");
    await goTo(page, last, "取組");
    await page.keyboard.type("交通安全");
    await page.keyboard.press("Tab");
    await goTo(page, last, "方針");
    await page.keyboard.type("事故と犯罪を減らす");
    await page.keyboard.press("Tab");
    await goTo(page, last, "柱");
    await page.keyboard.type("安心して暮らせるまち");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowUp");
    await page.locator("#not-in").waitFor({ state: "detached" });
    await expect.poll(() => rows(page).nth(last).textContent()).toContain("K0010");
    const tables = await tablesOf(page);
    expect(tables.get("indicators.csv")?.toString()).toContain("夜間の見回りの回数");
    expect(tables.get("listings.csv")?.toString().trim().split("\n").at(-1)).toContain("J0001");
    await page.context().close();
  }, 60_000);

  test("out to Excel with the command's bytes, and back as the command takes it", async () => {
    const data = cityData("official");
    await open(data);
    const book = await taken(page, () => page.getByRole("button", { name: "1枚のExcelで受け取る" }).click());
    expect(book.bytes.equals(Buffer.from((await sheetOf(data)).bytes))).toBe(true);
    const changed = new ExcelJS.Workbook();
    await changed.xlsx.load(book.bytes as unknown as ArrayBuffer);
    const sheet = changed.worksheets[0]!;
    const header = (sheet.getRow(1).values as string[]).indexOf("2024年度 実績");
    sheet.getRow(3).getCell(header).value = 4321;
    const file = join(workplace(), "back.xlsx");
    const bytes = Buffer.from(await changed.xlsx.writeBuffer());
    writeFileSync(file, bytes);
    await page.setInputFiles("#whole-back", upload("back.xlsx", bytes));
    await page.getByText("取り込んだところ：1").waitFor();
    const copy = copyOf(data);
    await takeSheet(copy, file);
    expect(differences(filesIn(copy), await tablesOf(page))).toEqual([]);
    await page.context().close();
  }, 60_000);
});
