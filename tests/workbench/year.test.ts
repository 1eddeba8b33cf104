// A year on the clerk's page: sections' workbooks out and back, one of them wrong; a correction; what changed, in words.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "@protobi/exceljs";
import { beginYear, exportWorkbook, publish, readCity, takeWorkbook } from "@shihyo/publisher";
import { unzipSync } from "fflate";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { differences, filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";
import { faults, openCity, step, tablesOf, taken, upload, zipOf } from "./clerk.ts";

const year = 2025;

/** The made-up city with three sections, each with indicators of its own. */
function threeSections(): string {
  const folder = join(workplace(), "data");
  cpSync(cityData("official"), folder, { recursive: true });
  const change = (file: string, to: (text: string) => string) => {
    const path = join(folder, file);
    writeFileSync(path, to(readFileSync(path, "utf8").trimEnd()));
  };
  change("sections.csv", (text) => `${text}\nD003,企画課,Planning Section,市,\n`);
  change("nodes.csv", (text) => `${text}\nJ0003,事業,催し事業,Events,市,確定,P01,,,,D003,,,,,,\n`);
  change("placements.csv", (text) => `${text}\nJ0003,T002,,2,3\n`);
  change("listings.csv", (text) => `${text.replace("L0009,J0002", "L0009,J0003")}\n`);
  return folder;
}

/** Every row's value filled in; `wrong` types words with a number in the first. */
async function filledBook(bytes: Uint8Array, isWrong = false): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.worksheets[1]!;
  for (let row = 2; row <= sheet.rowCount; row += 1) {
    if (sheet.getCell(`A${row}`).text !== "") sheet.getCell(`H${row}`).value = 100 + row;
  }
  if (isWrong) sheet.getCell("H2").value = "約1o0件";
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe.skipIf(!hasChromium)("a year on the clerk's page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test("sections' workbooks go out and come back, one of them wrong, as by the command", async () => {
    const data = threeSections();
    const { page, wrong } = await openCity(browser, data);
    await step(page, "年度の実績を集める");
    await page.getByRole("button", { name: /次の年度を始める/ }).click();
    await page.locator("#hand-out").waitFor();
    await page.getByText("待っています").first().waitFor();
    expect(await faults(page)).toEqual([]);
    const zip = await taken(page, () =>
      page.getByRole("button", { name: "すべての課の分をZIPで受け取る" }).click(),
    );
    const books = Object.entries(unzipSync(zip.bytes));
    expect(books.length).toBe(3);

    // The same bytes as the command's.
    await beginYear(data, year);
    const { dataset } = await readCity(data);
    const [first] = books;
    const section = /記入用_(.*)\.xlsx$/.exec(first?.[0] ?? "")?.[1] ?? "";
    expect(
      Buffer.from(first?.[1] ?? []).equals(Buffer.from(exportWorkbook(dataset!, { year, section }).bytes)),
    ).toBe(true);

    const back = await Promise.all(
      books.map(async ([name, bytes], at) => ({ name, bytes: await filledBook(bytes, at === 0) })),
    );
    await page.setInputFiles("#books", [
      ...back.map(({ name, bytes }) => upload(name, bytes)),
      upload("写真.xlsx", Buffer.from("no workbook")),
    ]);
    await page.locator(".books > li").nth(back.length).waitFor();
    const told = await page.locator(".books > li").allTextContents();
    expect(told[0]).toContain("まだ取り込んでいません");
    expect(told[0]).toContain("H2");
    expect(told.slice(1, back.length).every((text) => text.includes("✓ 取り込みました"))).toBe(true);
    expect(told.at(-1)).toContain("✕");
    await expect.poll(() => page.locator("section:has(#missing) summary").count()).toBe(1);
    expect(await faults(page)).toEqual([]);
    // The rows of the wrong one that are well.
    await page.getByRole("button", { name: "よい行だけ取り込む" }).click();
    await page.locator(".books > li").first().getByText("✓ 取り込みました").waitFor();
    const tables = await tablesOf(page);

    const place = workplace();
    for (const [at, { name, bytes }] of back.entries()) {
      const file = join(place, name);
      writeFileSync(file, bytes);
      await takeWorkbook(data, file, { partial: at === 0 });
    }
    // The command's order, good ones after the wrong one, gives the same table.
    expect(differences(filesIn(data), tables)).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 120_000);

  test("a published value is corrected with its reason, and the change is told in words", async () => {
    const data = cityData("official");
    const out = join(workplace(), "out");
    await publish(data, out);
    const { page, wrong } = await openCity(browser, data);
    await step(page, "訂正と変更点");
    await page.fill("#correct-which", "K0001");
    await page.locator(".choices button", { hasText: "（2024）" }).first().click();
    // What is no number does not take the place of one without a word.
    await page.fill("input[name=to]", "六五五");
    await page.fill("input[name=reason]", "集計の誤り");
    await page.getByRole("button", { name: "訂正する" }).click();
    await page.getByText("「六五五」は数として読めません").waitFor();
    await page.fill("input[name=to]", "１，２３４");
    await page.fill("input[name=reason]", "集計の誤りを直した");
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "訂正する" }).click();
    await page.getByText("訂正しました：").waitFor();
    await page.setInputFiles("#compare-zip", zipOf(out));
    await page.locator("#notes").waitFor();
    const notes = await page.inputValue("#notes");
    expect(notes).toContain("実績値の訂正");
    expect(notes).toContain("集計の誤りを直した");
    expect(notes).toContain("1,234");
    expect(await faults(page)).toEqual([]);
    const tables = await tablesOf(page);
    expect(tables.get("observations/2024.csv")?.toString()).toContain("1234");
    expect(tables.get("corrections.csv")?.toString()).toContain("集計の誤りを直した");
    // Nothing is told to be wrong by it: no correction contradicts, no published value changed without one.
    const folder = workplace();
    for (const [path, bytes] of tables) {
      cpSync(join(data, path), join(folder, path), { force: true });
      writeFileSync(join(folder, path), bytes);
    }
    const again = await publish(folder, out);
    expect(again.issues.filter(({ code }) => /^(correction|published)-/.test(code))).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 120_000);
});
