// A first visit to the clerk's page by keyboard alone, on small screens, and with the browser closed in the middle of each step.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { atsugi, cityData, top } from "../support/places.ts";
import { address, downloaded, faults, openCity, openPage, step, tablesOf, zipOf } from "./clerk.ts";

const steps = [
  "はじめる",
  "報告書を取り込む",
  "市のこと",
  "年度の実績を集める",
  "表を直す",
  "訂正と変更点",
  "見てみる",
  "公開する",
];

/** Goes on with Tab until the focus is where the words are, and presses a key there. */
async function tabTo(page: Page, words: RegExp, key = "Enter"): Promise<void> {
  for (let at = 0; at < 120; at += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const { activeElement: one } = document;
      return `${one?.textContent ?? ""} ${one?.id ?? ""} ${one?.getAttribute("aria-label") ?? ""}`;
    });
    if (words.test(here)) {
      await page.keyboard.press(key);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${words}`);
}

describe.skipIf(!hasChromium)("a first visit to the clerk's page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test("by keyboard alone, from the practice report to published files", async () => {
    const { page, wrong } = await openPage(browser);
    await tabTo(page, /practise/);
    await page.locator("#questions").waitFor();
    await page.getByText("【練習】").waitFor();
    expect(await faults(page)).toEqual([]);
    const bring = page.getByRole("button", { name: "この内容で表に取り込む" });
    while (await bring.isDisabled()) {
      const before = await page.locator("#questions").textContent();
      await tabTo(page, /残りはすべて案のとおりにする/);
      await expect.poll(() => page.locator("#questions").textContent()).not.toBe(before);
    }
    await tabTo(page, /この内容で表に取り込む/);
    await page.getByText("取り込みました").waitFor();
    await tabTo(page, /^\s*公開する/);
    await tabTo(page, /公開ファイルを作る/);
    await page.getByText("できました").waitFor();
    expect(await faults(page)).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("the workbook that the docs practise with, from the municipality's name to the published ZIP", async () => {
    const { page, asked, wrong } = await openPage(browser);
    const shots = process.env.SHOTS;
    const shot = async (name: string) => {
      if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
    };
    await page.fill("#municipality", "さむかわ");
    await page.locator(".choices li button, .choices li input").first().click();
    await shot("1");
    await page.getByRole("button", { name: /寒川町：/ }).click();
    await page.setInputFiles("#report", join(top, "docs/examples/mihon-shinchoku.xlsx"));
    await page.locator("#questions").waitFor();
    await shot("2");
    const bring = page.getByRole("button", { name: "この内容で表に取り込む" });
    if (await bring.isDisabled()) await page.getByText("残りはすべて案のとおりにする").click();
    await expect.poll(() => bring.isDisabled()).toBe(false);
    await bring.click();
    await page.getByText("取り込みました").waitFor();
    await shot("3");
    // A town is spoken of as one.
    await step(page, "町のこと");
    await expect.poll(() => page.locator("main h2").textContent()).toBe("町のこと");
    await shot("4");
    await step(page, "公開する");
    await page.getByRole("button", { name: "公開ファイルを作る" }).click();
    await page.getByText("できました").waitFor();
    await expect.poll(() => page.locator("#letter").inputValue()).toContain("町の一覧に加える");
    await shot("5");
    const files = await downloaded(page, "text=ZIPで受け取る");
    const [page1] = [...files].filter(([path]) => /indicators\/K0*1\/index\.html$/.test(path));
    expect(page1?.[1].toString()).toContain("寒川町");
    expect(await faults(page)).toEqual([]);
    expect(wrong).toEqual([]);
    expect(asked.filter((url) => /^https?:/.test(url))).toEqual([]);
    await page.context().close();
  }, 60_000);

  test.each([
    ["1366×768", { width: 1366, height: 768 }, cityData("official")],
    ["1366×768 at 200 %", { width: 683, height: 384 }, cityData("official")],
    ["a narrow window", { width: 390, height: 800 }, cityData("official")],
    // With issues of many kinds, whose sentences are long.
    ["a small phone, with Atsugi's tables,", { width: 320, height: 640 }, atsugi],
  ])(
    "on %s nothing runs over the side, and axe finds nothing at any step",
    async (_name, size, city) => {
      const { page, wrong } = await openPage(browser, size);
      await page.setInputFiles("#zip", zipOf(city));
      await page.waitForSelector(".grid-cell");
      for (const name of steps) {
        await step(page, name);
        await page.waitForTimeout(150);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([name, over <= 0]).toEqual([name, true]);
        expect([name, await faults(page)]).toEqual([name, []]);
      }
      expect(wrong).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test("a prefecture shows its municipalities, words narrow, and a wrong code has the right one told", async () => {
    const { page } = await openPage(browser);
    await page.selectOption("#prefecture", "神奈川県");
    await expect.poll(() => page.locator(".choices li").count()).toBeGreaterThan(30);
    expect(await faults(page)).toEqual([]);
    await page.fill("#municipality", "寒川");
    await expect.poll(() => page.locator(".choices li").count()).toBe(1);
    await page.selectOption("#prefecture", "");
    await page.fill("#municipality", "神奈川　茅ヶ崎");
    await expect.poll(() => page.locator(".choices li").count()).toBe(1);
    await page.fill("#municipality", "142078");
    await page.getByText("142077 神奈川県茅ヶ崎市").waitFor();
    await page.context().close();
  }, 60_000);

  test("Atsugi's tables are there to be looked at", async () => {
    const { page } = await openPage(browser);
    await page.click("#sample");
    await page.waitForSelector(".grid-cell");
    await expect.poll(() => page.locator("nav .open").textContent()).toContain("厚木市");
    await page.context().close();
  }, 60_000);

  test("the browser is closed in the middle of each step, and the work is there again", async () => {
    // A profile of its own, as a person's browser has; each visit ends without a word.
    const profile = mkdtempSync(join(tmpdir(), "shihyo-profile-"));
    const visit = async (work: (page: Page) => Promise<void>) => {
      const context = await browser.browserType().launchPersistentContext(profile, {
        executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
        args: ["--no-sandbox"],
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(address);
      await page.waitForSelector("#zip");
      const goOn = page.getByRole("button", { name: "続ける" });
      await goOn.waitFor({ timeout: 2000 }).then(
        () => goOn.click(),
        () => undefined,
      );
      await work(page);
      await context.close();
    };
    const answers = async (page: Page) => page.locator(".questions > li").count();
    let open = 0;
    // In the middle of a report: its questions, what was answered.
    await visit(async (page) => {
      await page.click("#practise");
      await page.locator("#questions").waitFor();
      open = await answers(page);
      await page.locator(".questions button").first().click();
      await expect.poll(() => answers(page)).toBe(open - 1);
      // Looking at another step meanwhile loses nothing either.
      await step(page, "市のこと");
      await step(page, "報告書を取り込む");
      await expect.poll(() => answers(page)).toBe(open - 1);
      await page.waitForTimeout(300);
    });
    await visit(async (page) => {
      await page.locator("#questions").waitFor();
      expect(await answers(page)).toBe(open - 1);
      const bring = page.getByRole("button", { name: "この内容で表に取り込む" });
      while (await bring.isDisabled()) {
        const before = await page.locator("#questions").textContent();
        await page.getByRole("button", { name: "残りはすべて案のとおりにする" }).click();
        await expect.poll(() => page.locator("#questions").textContent()).not.toBe(before);
      }
      await bring.click();
      await page.getByText("取り込みました").waitFor();
      await page.waitForTimeout(300);
    });
    // In the middle of typing: what is in the tables, and what cannot be yet.
    await visit(async (page) => {
      await step(page, "年度の実績を集める");
      await page.getByRole("button", { name: /次の年度を始める/ }).click();
      await page.locator("#hand-out").waitFor();
      await step(page, "表を直す");
      await page.selectOption("#table", "*");
      await page.locator(".grid-head", { hasText: "2025年度 実績" }).waitFor();
      const headers = await page.locator(".grid-head > div").allTextContents();
      await page
        .locator(".grid-space .grid-row")
        .first()
        .locator(".grid-cell")
        .nth(headers.indexOf("2025年度 実績") - 1)
        .click();
      await page.keyboard.type("15100");
      await page.keyboard.press("Enter");
      await page.keyboard.type("約4o件");
      await page.keyboard.press("Enter");
      await page.locator("#not-in").waitFor();
      await page.waitForTimeout(300);
    });
    // In the middle of publishing.
    await visit(async (page) => {
      await page.selectOption("#table", "*");
      await page.locator("#not-in").waitFor();
      await expect.poll(() => page.locator(".grid-cell.has-error", { hasText: "約4o件" }).count()).toBe(1);
      expect((await tablesOf(page)).get("observations/2025.csv")?.toString()).toContain("15100");
      await step(page, "公開する");
      await page.click("wb-publish button.main");
    });
    await visit(async (page) => {
      expect((await tablesOf(page)).get("observations/2025.csv")?.toString()).toContain("15100");
      await step(page, "公開する");
      await page.click("wb-publish button.main");
      await page.getByText("できました").waitFor();
    });
  }, 120_000);

  test("switching steps keeps what came of the workbooks", async () => {
    const { page } = await openCity(browser, cityData("official"));
    await step(page, "年度の実績を集める");
    await page.setInputFiles("#books", { name: "x.xlsx", mimeType: "x", buffer: Buffer.from("no workbook") });
    await page.locator(".books > li").waitFor();
    await step(page, "市のこと");
    await step(page, "年度の実績を集める");
    await expect.poll(() => page.locator(".books > li").count()).toBe(1);
    await page.context().close();
  }, 60_000);
});
