// After publishing on the clerk's page: stars with the command's evidence, rows in the city's list as by the command.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit, publish } from "@shihyo/publisher";
import iconv from "iconv-lite";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { cityData, command } from "../support/places.ts";
import { copyOf, workplace } from "../support/workplace.ts";
import { faults, openCity, step, taken, upload } from "./clerk.ts";

describe.skipIf(!hasChromium)("after publishing on the clerk's page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  test("the stars have the command's evidence, and the city's list its rows byte for byte", async () => {
    const data = copyOf(cityData("official"));
    const document = join(data, "municipality.json");
    const base = "https://data.example.jp/tehon/";
    writeFileSync(document, readFileSync(document, "utf8").replace(/"base": "[^"]*"/, `"base": "${base}"`));
    const out = join(workplace(), "out");
    await publish(data, out);
    const { page, asked, wrong } = await openCity(browser, data);
    await step(page, "公開する");
    await page.click("wb-publish button.main");
    await page.locator("#stars").waitFor();
    await page.getByRole("button", { name: "星を確かめる" }).click();
    await page.getByText("★★★★★ 5/5").waitFor();
    const evidence = await page.locator("wb-after .evidence").allTextContents();
    expect(evidence).toEqual((await audit(out)).findings.map(({ found }) => found.ja));

    const rows = readFileSync(join(out, "999989_open_data_list_rows.csv"), "utf8").replace("\ufeff", "");
    const header = rows.split("\r\n")[0] ?? "";
    const list = iconv.encode(`${header}\r\n"011002","","1","北海道","髙﨑の一覧"\r\n`, "cp932");
    const file = join(workplace(), "list.csv");
    writeFileSync(file, list);
    execFileSync(process.execPath, [command, "list", out, "--append-to", file]);
    await page.setInputFiles("#city-list", upload("一覧.csv", list));
    await page.getByText("加えた行").waitFor();
    const back = await taken(page, () =>
      page.getByRole("button", { name: "行を加えた一覧を受け取る" }).click(),
    );
    expect(back.bytes.equals(readFileSync(file))).toBe(true);
    await expect.poll(() => page.inputValue("#letter")).toContain(base);
    expect(await faults(page)).toEqual([]);
    expect(asked.filter((url) => /^https?:/.test(url))).toEqual([]);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);
});
