// Draws the pictures of the workbench's guide (docs/ja/workbench.md): the page with Atsugi's tables and with a made-up city's report, in Chromium.

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

/** A report as a city might keep it; the city and its numbers are made up. */
const report = `見本市 総合計画 指標の実績（作り話）

基本目標,施策,指標名,単位,基準値 R4,R5,R6,目標値 R8,評価,担当課
1 にぎわいのまち,1-1 祭りの充実,（見本）祭りの来場者数,人,"12,000","13,500","14,200","16,000",A,見本課
1 にぎわいのまち,1-1 祭りの充実,（見本）出店の数,店,40,-,45,50,B,見本課
1 にぎわいのまち,1-2 商店街の支援,（見本）空き店舗の割合,%,18.2,17.5,16.9,15.0,B,見本課
2 安心のまち,2-1 防災,（見本）防災訓練の参加者数,人,850,920,△,"1,200",C,見本課
`;

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
  const madeUp = join(place, "made-up");
  execFileSync(process.execPath, [
    shihyo,
    "workbench",
    join(top, "tests/cities/minimal/data"),
    "--out",
    madeUp,
  ]);
  await page.goto(pathToFileURL(join(madeUp, "index.html")).href);
  await page.locator(".grid-cell").first().waitFor({ timeout: 60_000 });
  await step("報告書を取り込む");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "見本の報告書.csv", mimeType: "text/csv", buffer: Buffer.from(report) });
  await page.getByText("質問（").waitFor({ timeout: 60_000 });
  await page.locator("iframe.cards").waitFor({ timeout: 60_000 });
  await draw("report");
  // Three sections of a made-up city, whose year begins.
  const official = join(place, "official");
  execFileSync(process.execPath, [
    shihyo,
    "workbench",
    join(top, "tests/cities/official/data"),
    "--out",
    official,
  ]);
  await page.goto(pathToFileURL(join(official, "index.html")).href);
  await page.locator(".grid-cell").first().waitFor({ timeout: 60_000 });
  await step("年度の実績を集める");
  await page.getByRole("button", { name: /次の年度を始める/ }).click();
  await page.getByText("待っています").first().waitFor();
  await draw("collect");
  await step("訂正と変更点");
  await page.fill("#correct-which", "K0001");
  await page.locator(".choices button").first().click();
  await page.fill("input[name=to]", "2013");
  await draw("changes");
  await step("表を直す");
  await page.selectOption("#table", "*");
  await page.locator(".grid-head", { hasText: "2025年度 実績" }).waitFor();
  await draw("whole");
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
