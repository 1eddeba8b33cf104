// The published page in Chromium: from disk and over http every indicator is a row or a card; without scripts its text is there.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Dataset } from "@shihyo/core";
import { publish } from "@shihyo/publisher";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { atsugi } from "../support/places.ts";
import { type Served, serveFolder } from "../support/serve-folder.ts";

describe.skipIf(!hasChromium)("the landing page (skipped where there is no Chromium)", () => {
  let browser: Browser;
  let folder: string;
  let out: string;
  let served: Served;
  let dataset: Dataset;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "shihyo-browser-"));
    out = join(folder, "published");
    dataset = (await publish(atsugi, out)).dataset!;
    served = await serveFolder(out, "/open/data/142123/");
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const addresses = [
    { from: "disk", address: () => pathToFileURL(join(out, "index.html")).href },
    { from: "a subfolder of a web server", address: () => `${served.address}index.html` },
  ];

  test.each(addresses)(
    "opened from $from shows every indicator as a card where the reader likes",
    async ({ address }) => {
      const page = await browser.newPage();
      const faults = faultsOf(page);
      await page.goto(`${address()}?view=cards`);
      await page.waitForSelector("#cards kpi-card");
      await page.waitForFunction(() =>
        [...document.querySelectorAll("kpi-card")].every((card) => card.shadowRoot?.querySelector("article")),
      );
      const cards = await page.$$eval("kpi-card", (elements) =>
        elements.map((card) => ({
          id: card.getAttribute("indicator"),
          text: card.shadowRoot?.querySelector("article")?.textContent?.replace(/\s+/g, " ").trim() ?? "",
          height: card.getBoundingClientRect().height,
        })),
      );
      expect(cards.map(({ id }) => id).sort()).toEqual([...dataset.indicators.keys()].sort());
      expect(new Set(cards.map(({ id }) => id)).size).toBe(dataset.indicators.size);
      for (const { id, text, height } of cards) {
        expect(text).toContain(dataset.labels.get(id!)!.ja);
        expect(text).toContain("令和6年");
        expect(height).toBeGreaterThan(50);
      }
      expect(cards.find(({ id }) => id === "K0002")!.text).toMatch(/22 ?件.*前年度より6件増/);
      expect(cards.find(({ id }) => id === "K0168")!.text).toContain("比較できません");
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  test.each(addresses)(
    "opened from $from with scripts off shows every indicator's own text",
    async ({ address }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(address());
      const rows = page.locator("#rows tbody tr:has(th[scope=row])");
      const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
      expect(texts).toHaveLength(dataset.indicators.size);
      expect(texts.some((text) => /^海外友好都市との交流活動件数 .*16件 22件/.test(text))).toBe(true);
      const links = rows.getByRole("link");
      await links.first().click();
      await expect.poll(() => page.locator("h1").textContent()).toBe("国内友好都市との交流活動件数");
      await expect.poll(() => page.locator("table").first().textContent()).toContain("25");
      await context.close();
    },
  );

  test.each(addresses)(
    "leads from $from to the indicator's page and back, and to every file it offers",
    async ({ address }) => {
      const page = await browser.newPage();
      const faults = faultsOf(page);
      await page.goto(`${address()}?view=cards`);
      await page.waitForFunction(() =>
        document.querySelector("kpi-card")?.shadowRoot?.querySelector("article a"),
      );
      await page.locator('kpi-card[indicator="K0001"] article a').first().click();
      await page.waitForURL(/indicators\/K0001\/index\.html/);
      await page.waitForFunction(() =>
        document.querySelector("kpi-card")?.shadowRoot?.querySelector("article"),
      );
      await page.locator("nav a", { hasText: "一覧" }).first().click();
      await page.waitForURL(/142123\/index\.html|published\/index\.html/);
      const files = await page.$$eval("table a", (links) => links.map((link) => link.getAttribute("href")!));
      expect(files.length).toBeGreaterThan(5);
      if (page.url().startsWith("http")) {
        for (const file of files)
          expect((await page.request.get(new URL(file, page.url()).href)).status()).toBe(200);
      }
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  test("a search finds activities with their doubt in the reader's words, and marks what is Japanese", async () => {
    const page = await browser.newPage();
    const found = async (folder: string, words: string) => {
      await page.goto(pathToFileURL(join(out, folder, "index.html")).href);
      await page.locator("#q").fill(words);
      const link = page.locator('#found a[href$="#A0016"]');
      await link.waitFor();
      return link;
    };
    expect(await (await found("", "団体への補助")).textContent()).toContain(
      "2件（令和6年度、名称は要確認。備考：前の文字が崩れている。",
    );
    expect(await (await found("easy", "団体への補助")).textContent()).toContain(
      "2件（令和6年度、名前は これから たしかめます。メモ：前の文字が崩れている。",
    );
    const link = await found("en", "revitalising tourism");
    expect(await link.textContent()).toContain(
      "2 cases (FY2024 (Reiwa 6); name in doubt; note (in Japanese): 前",
    );
    expect(await link.getAttribute("lang")).toBeNull();
    const spans = await link
      .locator("span")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("lang"), one.textContent]));
    expect(spans.length).toBeGreaterThan(0);
    for (const [lang, text] of spans)
      expect([lang, text]).toEqual(["ja", expect.not.stringMatching(/[a-z]/)]);
    await page.close();
  });

  test("on a phone every row looks alike, in the report's order and in any other", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const query of ["?q=防災", "?sort=rate-down", "?sort=name"]) {
      await page.goto(`${served.address}index.html${query}`);
      const seen = page.locator('#rows tbody tr:has(> [scope="row"]):visible');
      await expect.poll(() => seen.count()).toBeGreaterThan(3);
      const shapes = await seen.evaluateAll((rows) =>
        rows.map((row) => {
          const { width } = row.querySelector("th")?.getBoundingClientRect() ?? { width: 0 };
          return `${getComputedStyle(row).display} ${Math.round(width)}`;
        }),
      );
      expect([query, new Set(shapes).size]).toEqual([query, 1]);
    }
    await page.close();
  });

  test("with the elements blocked still has the text", async () => {
    const page = await browser.newPage();
    await page.route("**/widgets/**", (route) => route.abort());
    await page.goto(`${served.address}index.html?view=cards`);
    const first = page.locator("kpi-card a:visible").first();
    expect(await first.textContent()).toBe("国内友好都市との交流活動件数：25件（令和6年度）");
    await page.close();
  });
});

/** What goes wrong in the page: errors, and files that do not come. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("requestfailed", (request) => faults.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(response.url());
  });
  return faults;
}
