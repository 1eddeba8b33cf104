// A page as it is shown before it is published: from memory, with all that its elements need, and saying that it is not published.

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { previewPage } from "../../packages/workbench/src/worker/preview-page.ts";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";

let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  files = filesIn(await publishInto(join(scratch(), "out"), cityData("parts")));
});

/** The page with its files in it, as the clerk's page puts them there. */
function shown(path: string): string {
  const { html, assets } = previewPage(files, path);
  const texts = new Map(assets.map(({ mark, type, text }) => [mark, { type, text }]));
  return html.replace(/"(shihyo-asset:([^"]*))"/g, (_, mark: string, file: string) => {
    const { type = "", text = "" } = texts.get(mark) ?? {};
    return `"data:${type};charset=utf-8,${encodeURIComponent(text)}#/${file.split("/").at(-1)}"`;
  });
}

test("has every script that kpi.js would bring", () => {
  const brought = previewPage(files, "index.html").assets.map(({ mark }) => mark);
  const scripts = [...files.keys()].filter((path) => /^widgets\/kpi-[a-z]+\.js$/.test(path));
  expect(scripts.length).toBeGreaterThan(5);
  expect(brought).toEqual(expect.arrayContaining(scripts.map((path) => `shihyo-asset:${path}`)));
});

describe.skipIf(!hasChromium)("in a browser", () => {
  test("an embed is made and drawn, and it is said that nothing is published yet", async () => {
    const browser = await openChromium();
    try {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      await page.setContent(shown("embed/index.html"));
      const thing = await page
        .locator("#b-things option[data-path^=indicators]")
        .first()
        .getAttribute("value");
      await page.locator("#b-what").fill(thing ?? "");
      await page.locator("#b-form").selectOption("element");
      await expect.poll(() => page.locator("#b-result kpi-card").getAttribute("state")).toBe("loaded");
      await expect.poll(() => page.locator("#b-status").textContent()).toContain("公開前");
      await page.locator("#b-form").selectOption("image");
      await expect.poll(() => page.locator("#b-code").textContent()).toContain("card.svg");
      await expect.poll(() => page.locator("#b-result").textContent()).toContain("公開した後");
      await page.locator("#b-form").selectOption("fragment");
      await expect.poll(() => page.locator("#b-code").textContent()).toContain("公開した後");
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
