// Draws the pictures of the workbench's guide (docs/ja/workbench.md): the page with Atsugi's tables, in Chromium.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { top } from "./house.mjs";

const { chromium } = createRequire(join(top, "tests/package.json"))("playwright");
const place = mkdtempSync(join(tmpdir(), "shihyo-pictures-"));
const pictures = join(top, "docs/ja/images");
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const shihyo = join(top, "packages/publisher/bin/shihyo.js");
  const written = join(place, "page");
  const empty = join(place, "empty");
  execFileSync(process.execPath, [shihyo, "workbench", join(top, "data/142123"), "--out", written]);
  execFileSync(process.execPath, [shihyo, "workbench", "--out", empty]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const draw = (name) => page.screenshot({ path: join(pictures, `workbench-${name}.png`) });
  const step = (name) => page.getByRole("navigation").getByRole("button", { name }).click();
  await page.goto(pathToFileURL(join(empty, "index.html")).href);
  await page.fill("#municipality", "茅ヶ崎");
  await page.getByRole("button", { name: "神奈川県茅ヶ崎市" }).first().click();
  await draw("begin");
  await page.goto(pathToFileURL(join(written, "index.html")).href);
  await page.locator(".grid-cell").first().waitFor({ timeout: 60_000 });
  await page.locator(".grid-row").nth(1).locator(".grid-cell").nth(2).click();
  await page.keyboard.type("12o");
  await page.keyboard.press("Enter");
  await page.locator(".grid-cell.has-error").waitFor();
  await draw("sheet");
  await page.getByRole("button", { name: "元に戻す" }).click();
  await page.locator(".grid-cell.has-error").waitFor({ state: "detached" });
  await step("見てみる");
  await page.locator("wb-look button.main").click();
  await page.locator("iframe").waitFor({ timeout: 120_000 });
  await page.locator("wb-look select").first().selectOption("indicators/K0002/index.html");
  await page.frameLocator("iframe").locator("kpi-card details").first().waitFor();
  await page.waitForTimeout(500);
  await draw("look");
  await step("公開する");
  await page.locator("wb-publish button.main").first().scrollIntoViewIfNeeded();
  await draw("publish");
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}
