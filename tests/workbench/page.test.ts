// The clerk's page in Chromium, opened from the local disk: from a city's ZIP to a published ZIP with the command line's bytes.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isError } from "@shihyo/core";
import { publish } from "@shihyo/publisher";
import { zipSync } from "fflate";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { differences, filesIn } from "../support/files.ts";
import { atsugi, cityData, command, top } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";
import {
  address,
  downloaded,
  faults,
  pageFolder as folder,
  openPage,
  step,
  tablesOf,
  zipOf,
} from "./clerk.ts";

/** A real city's own spreadsheet, where the project has it beside itself. */
const report = join(top, "../shared/cities/ofunato-13-projects.xlsx");

describe.skipIf(!hasChromium)("the clerk's page, opened from the local disk", () => {
  let browser: Browser;
  let page: Page;
  let asked: readonly string[];
  let wrong: readonly string[];

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const open = async () => {
    ({ page, asked, wrong } = await openPage(browser));
  };

  test("publishes a city from its ZIP with the bytes of the command line", async () => {
    await open();
    const data = cityData("parts");
    const out = join(workplace(), "out");
    await publish(data, out);
    expect(await faults(page)).toEqual([]);
    await page.setInputFiles("#zip", zipOf(data));
    await page.waitForSelector(".grid-cell");
    expect(await faults(page)).toEqual([]);
    await step(page, "公開する");
    await page.click("wb-publish button.main");
    await page.getByText("できました").waitFor();
    expect(await faults(page)).toEqual([]);
    const files = await downloaded(page, "text=公開フォルダーをZIPで受け取る");
    const inside = new Map([...files].map(([path, bytes]) => [path.replace(/^\d{6}\//, ""), bytes]));
    expect(differences(filesIn(out), inside)).toEqual([]);
    await step(page, "見てみる");
    const frame = page.frameLocator("iframe");
    await frame.locator("h1").waitFor();
    await page.selectOption("wb-look select", "indicators/K0001/index.html");
    // The real card, drawn by the elements from what was made just now.
    await frame.locator("kpi-card details").first().waitFor();
    expect(await faults(page)).toEqual([]);
    // Nothing but the page's own files and what it made itself.
    const own = address.replace(/index\.html$/, "");
    expect(asked.filter((url) => !url.startsWith(own) && !/^(?:blob|data|about):/.test(url))).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test("a cell is changed by keyboard, told where it is wrong, and taken back", async () => {
    await open();
    await page.setInputFiles("#zip", zipOf(cityData("parts")));
    await page.waitForSelector(".grid-cell");
    await page.locator(".grid-row").nth(1).locator(".grid-cell").nth(2).click();
    await page.keyboard.type("1o");
    await page.keyboard.press("Enter");
    await page.locator(".grid-cell.has-error").waitFor();
    await expect.poll(() => page.locator(".grid-cell.has-error").textContent()).toContain("1o");
    await expect.poll(() => page.locator("#issues").textContent()).toContain("誤り 1");
    expect(await faults(page)).toEqual([]);
    await step(page, "公開する");
    await expect.poll(() => page.locator("wb-publish").textContent()).toContain("誤りが残っている");
    await step(page, "表を直す");
    await page.getByRole("button", { name: "元に戻す" }).click();
    await page.locator(".grid-cell.has-error").waitFor({ state: "detached" });
    const files = await downloaded(page, "text=表をZIPで保存");
    expect(differences(filesIn(cityData("parts")), files)).toEqual([]);
  });

  test("cells go to and from Excel by the clipboard", async () => {
    await open();
    await page.setInputFiles("#zip", zipOf(cityData("parts")));
    await page.waitForSelector(".grid-cell");
    await page.locator(".grid-row").nth(1).locator(".grid-cell").nth(2).click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "71\r\n72\r\n");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true }),
      );
    });
    await page.locator(".grid-cell", { hasText: /^(△ )?72$/ }).waitFor();
    const column = page.locator(".grid-row .grid-cell:nth-child(4)");
    expect((await column.allTextContents()).slice(0, 2).map((text) => text.replace("△ ", ""))).toEqual([
      "71",
      "72",
    ]);
  });

  test("work is there again after the page was closed, and can be thrown away", async () => {
    await open();
    await page.setInputFiles("#zip", zipOf(cityData("parts")));
    await page.waitForSelector(".grid-cell");
    await page.locator(".grid-row").nth(1).locator(".grid-cell").nth(2).click();
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await page.locator(".grid-cell", { hasText: "77" }).waitFor();
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole("button", { name: "続ける" }).click();
    await page.locator(".grid-cell", { hasText: "77" }).waitFor();
    await step(page, "はじめる");
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "捨てる" }).click();
    await page.reload();
    await page.waitForSelector("#zip");
    await page.waitForTimeout(300);
    await expect.poll(() => page.getByRole("button", { name: "続ける" }).count()).toBe(0);
  });

  test("a union of municipalities, whose code is in no list, begins with its name", async () => {
    await open();
    await page.fill("#municipality", "148431");
    await page.fill("#unlisted-name", "架空広域連合");
    // Without its prefecture it is told in a sentence, and the work does not begin.
    await page.getByRole("button", { name: /この団体で始める/ }).click();
    await page.getByText(/都道府県からの名前.*も書いてください/).waitFor();
    await page.fill("#unlisted-name", "神奈川県架空広域連合");
    await page.getByRole("button", { name: /この団体で始める/ }).click();
    await page.waitForSelector("#report");
    await page.setInputFiles("#report", join(top, "docs/examples/mihon-shinchoku.xlsx"));
    await page.getByRole("button", { name: "残りはすべて案のとおりにする" }).click();
    await page.getByRole("button", { name: "この内容で表に取り込む" }).click();
    await page.getByText("取り込みました").waitFor();
    const tables = await tablesOf(page);
    const told = (name: string) => JSON.parse(tables.get(name)?.toString() ?? "{}");
    const name = { ja: "架空広域連合" };
    expect(told("municipality.json")).toMatchObject({ code: "148431", name, prefecture: { ja: "神奈川県" } });
    expect(told("sources.json")[0].body).toEqual(name);
    expect(tables.get("indicators.csv")?.toString()).toContain("祭りの来場者数");
  });

  test("a municipality is found by its name, a wrong code is told, and a new city publishes", async () => {
    await open();
    await page.fill("#municipality", "142078");
    await expect.poll(() => page.locator("wb-begin [role=status]").textContent()).toContain("検査数字");
    for (const reading of ["ちがさき", "チガサキ", "かながわ ちがさき"]) {
      await page.fill("#municipality", reading);
      await page.getByRole("button", { name: "神奈川県茅ヶ崎市" }).first().waitFor();
    }
    await page.fill("#municipality", "茅ヶ崎");
    await page.getByRole("button", { name: "神奈川県茅ヶ崎市" }).first().click();
    await page.getByRole("button", { name: /この団体で始める/ }).click();
    await page.waitForSelector("#report");
    expect(await faults(page)).toEqual([]);
    await step(page, "公開する");
    await page.click("wb-publish button.main");
    await page.getByText("できました").waitFor();
  });

  test("a folder is read and written in place, and what changed there meanwhile is told", async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.route("https://workbench.test/**", (route) =>
      route.fulfill({ path: join(folder, new URL(route.request().url()).pathname.slice(1)) }),
    );
    // The browser's own folder for pages stands for the one that a person would choose.
    await page.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
      Object.assign(FileSystemHandle.prototype, { requestPermission: async () => "granted" });
    });
    await page.goto("https://workbench.test/index.html");
    const put = (files: readonly (readonly [string, string])[]) =>
      page.evaluate(async (all) => {
        for (const [path, text] of all) {
          const parts = path.split("/");
          let parent = await navigator.storage.getDirectory();
          for (const part of parts.slice(0, -1))
            parent = await parent.getDirectoryHandle(part, { create: true });
          const file = await parent.getFileHandle(parts.at(-1) ?? "", { create: true });
          const writable = await file.createWritable();
          await writable.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
          await writable.close();
        }
      }, files);
    const there = (path: string) =>
      page.evaluate(async (name) => {
        const parts = name.split("/");
        let parent = await navigator.storage.getDirectory();
        for (const part of parts.slice(0, -1)) parent = await parent.getDirectoryHandle(part);
        return (await (await parent.getFileHandle(parts.at(-1) ?? "")).getFile()).text();
      }, path);
    await put([...filesIn(cityData("parts"))].map(([path, bytes]) => [path, bytes.toString("base64")]));
    await page.getByRole("button", { name: "フォルダーを開く" }).click();
    await page.waitForSelector(".grid-cell");
    await page.locator(".grid-row").nth(1).locator(".grid-cell").nth(2).click();
    await page.keyboard.type("71");
    await page.keyboard.press("Enter");
    await page.locator(".grid-cell", { hasText: "71" }).waitFor();
    // A save that was cut off before its plan was written leaves nothing behind.
    await put([[".shihyo-new/indicators.csv", ""]]);
    await page.getByRole("button", { name: /開いたフォルダーに保存/ }).click();
    await page.getByText("保存しました").waitFor();
    expect(await there("observations/2024.csv")).toContain(",71,");
    expect(await there("indicators.csv")).toContain("K0001");
    // One that was cut off after it is carried through when the folder is opened next.
    const plan = Buffer.from(JSON.stringify({ put: ["units.csv"], remove: [] })).toString("base64");
    await put([
      [".shihyo-new/units.csv", Buffer.from("ID\n").toString("base64")],
      [".shihyo-new/journal.json", plan],
    ]);
    await page.getByRole("button", { name: /開いたフォルダーに保存/ }).click();
    await page.getByRole("alert").getByText("units.csv").waitFor();
    expect(await there("units.csv")).toBe("ID\n");
  });

  test("warnings of one kind are acknowledged with one reason, and a year begins", async () => {
    await open();
    await page.setInputFiles("#zip", zipOf(cityData("parts")));
    await page.waitForSelector(".grid-cell");
    const count = async () =>
      Number(/警告 (\d+)/.exec((await page.locator("#issues").textContent()) ?? "")?.[1]);
    const before = await count();
    await page.getByRole("button", { name: "同じ種類をまとめて確認済みにする" }).first().click();
    await page.fill("input[name=reason]", "内訳の重なりを確かめた");
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "確認済みにする", exact: true }).click();
    await expect.poll(count).toBeLessThan(before);
    await step(page, "年度の実績を集める");
    await page.getByRole("button", { name: /次の年度を始める/ }).click();
    await page.locator("#hand-out").waitFor();
    const files = await tablesOf(page);
    expect(files.get("acknowledgements.csv")?.toString("utf8")).toContain("内訳の重なりを確かめた");
    expect(files.get("observations/2025.csv")?.toString("utf8")).toContain("集計中");
  });

  test("what the city says of itself is changed in a form, and the rest of the document stays", async () => {
    await open();
    await page.setInputFiles("#zip", zipOf(cityData("parts")));
    await page.waitForSelector(".grid-cell");
    await step(page, "村のこと");
    expect(await faults(page)).toEqual([]);
    await page.getByLabel("公開する場所のアドレス").fill("https://data.example/999962/");
    await page.getByRole("button", { name: "この内容にする" }).click();
    await page.getByText("変えました").waitFor();
    await step(page, "表を直す");
    const files = await downloaded(page, "text=表をZIPで保存");
    const before = JSON.parse(readFileSync(join(cityData("parts"), "municipality.json"), "utf8"));
    const after = JSON.parse(files.get("municipality.json")?.toString("utf8") ?? "");
    expect(after).toEqual({ ...before, base: "https://data.example/999962/" });
  });

  test.skipIf(!existsSync(report))(
    "a new city's spreadsheet becomes its tables and a published folder, as by the command",
    async () => {
      const place = workplace();
      execFileSync(process.execPath, [
        ...[command, "intake", report, "--data", join(place, "data"), "--code", "032034", "--accept"],
      ]);
      const { issues } = await publish(join(place, "data"), join(place, "out"));
      await open();
      await page.fill("#municipality", "032034");
      await page
        .getByRole("button", { name: /大船渡市/ })
        .first()
        .click();
      await page.getByRole("button", { name: /この団体で始める/ }).click();
      await page.setInputFiles("#report", report);
      await page.locator("#questions").waitFor({ timeout: 60_000 });
      expect(await faults(page)).toEqual([]);
      // The first indicators as cards, by the answers so far; and a column is said to be something else, and back.
      const card = page.frameLocator("iframe.cards").locator("article").first();
      await card.waitFor();
      expect(await card.textContent()).toContain("調査地点数");
      await page.locator(".sheet tbody tr").nth(3).locator("td").nth(7).click();
      await page.selectOption("#column-is", "読まない");
      expect(await faults(page)).toEqual([]);
      await page.locator(".beside form button.main").first().click();
      await page.locator(".sheet thead").getByText("読まない").first().waitFor();
      await page.getByRole("button", { name: "1つ前の答えに戻す" }).click();
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
      expect(differences(filesIn(join(place, "data")), tables)).toEqual([]);
      // Tables with errors publish neither here nor there.
      await step(page, "公開する");
      if (issues.some(isError)) {
        await expect.poll(() => page.locator("wb-publish").textContent()).toContain("誤りが残っている");
        return;
      }
      await page.click("wb-publish button.main");
      await page.getByText("できました").waitFor({ timeout: 120_000 });
      const files = await downloaded(page, "text=公開フォルダーをZIPで受け取る");
      const inside = new Map([...files].map(([path, bytes]) => [path.replace(/^\d{6}\//, ""), bytes]));
      expect(differences(filesIn(join(place, "out")), inside)).toEqual([]);
    },
    300_000,
  );

  test("Atsugi's tables open, and the page can be read in English", async () => {
    await open();
    await page.setInputFiles("#zip", zipOf(atsugi));
    await page.waitForSelector(".grid-cell");
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => page.locator("h1").textContent()).toBe("Workbench");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await faults(page)).toEqual([]);
  });

  test.each([
    ["text that is no ZIP", Buffer.from("<script>alert(1)</script>")],
    ["a ZIP without a city", Buffer.from(zipSync({ "readme.txt": new Uint8Array(3) }))],
  ])("%s is refused in a sentence", async (_name, buffer) => {
    await open();
    await page.setInputFiles("#zip", { name: "x.zip", mimeType: "application/zip", buffer });
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/ZIP/);
  });
});
