// A city whose published folder is packed while it is made: it comes back as the command writes it, and the next release is made from it.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { atsugiTables, bytesIn, publishInto, scratch } from "../support/published-city.ts";
import { copyOf, rewrite } from "../support/workplace.ts";
import { openCity, step, taken, upload } from "./clerk.ts";

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const hashes = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path.replace(/^\d{6}\//, ""), hash(bytes)]).sort());

describe.skipIf(!hasChromium)("a large city on the clerk's page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const made = async (page: Page) => {
    await step(page, "公開する");
    await page.click("wb-publish button.main");
    await page.getByText("できました").waitFor({ timeout: 120_000 });
    return taken(page, () => page.click("text=公開フォルダーをZIPで受け取る"));
  };

  test("is published with the command's bytes, and again over what was published", async () => {
    const out = join(scratch(), "142123");
    await publishInto(out, atsugiTables);
    const { page, wrong } = await openCity(browser, atsugiTables);
    const first = await made(page);
    // More than is held as it is (16 MB), so that the packer had its part in it.
    const files = new Map(Object.entries(unzipSync(first.bytes)));
    expect([...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeGreaterThan(48e6);
    expect(page.workers().length).toBeGreaterThan(0);
    expect(hashes(files)).toEqual(hashes(bytesIn(out)));

    const changed = copyOf(atsugiTables);
    const releases = join(changed, "releases.csv");
    rewrite(releases, (text) => text.replace(/\s*$/, "\n2027-03-01,2027-03-01,次の版,\n"));
    await publishInto(out, changed);
    const next = await openCity(browser, changed);
    await step(next.page, "公開する");
    const earlier = upload("142123-published.zip", first.bytes);
    await next.page.setInputFiles("wb-publish input[type=file]", earlier);
    await next.page.getByText(earlier.name).waitFor();
    const second = await made(next.page);
    expect(hashes(new Map(Object.entries(unzipSync(second.bytes))))).toEqual(hashes(bytesIn(out)));
    expect([...wrong, ...next.wrong]).toEqual([]);
    for (const one of [page, next.page]) await one.context().close();
  }, 300_000);
});
