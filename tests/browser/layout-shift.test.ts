// How far what follows a card moves when the card comes: for each place of the script, on a slow network.

import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage } from "../support/card-page.ts";
import { missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const docs = readFileSync(fileURLToPath(new URL("../../docs/embedding.md", import.meta.url)), "utf8");
const missing = missingOf("chromium");

/** Where a page may have the script, as docs/embedding.md names the places. */
const places = {
  "in the head, `defer`": (script: string) => ({
    head: script.replace("></", " defer></"),
    after: "",
    end: "",
  }),
  "in the head, without `defer`": (script: string) => ({ head: script, after: "", end: "" }),
  "at the end of the body": (script: string) => ({ head: "", after: "", end: script }),
  "after the card, `defer`": (script: string) => ({
    head: "",
    after: script.replace("></", " defer></"),
    end: "",
  }),
} as const;

describe.skipIf(missing)(`layout shift${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
  let hosts: Hosts;
  let browser: Browser;
  beforeAll(async () => {
    hosts = await startHosts(await publishCardCity());
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await hosts?.close();
  });

  /** Scripts come half a second late, so that the page is painted before each of them. */
  async function shiftOf(body: string, head = "", { letter = 16, end = "" } = {}): Promise<number> {
    hosts.answer = (path, response) => {
      if (!path.endsWith(".js")) return false;
      setTimeout(() => {
        response.writeHead(200, { "content-type": "text/javascript" });
        createReadStream(join(hosts.folder, path)).pipe(response);
      }, 500);
      return true;
    };
    const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(
      "self.shift = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) self.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });",
    );
    const style = `<style>body{font-size:${letter}px}</style>`;
    await page.goto(
      cardPage(hosts, `<h1>題</h1>${body}<p>後の文</p>${end}`, {
        head: style + head,
        script: "",
      }),
    );
    await page.waitForFunction(
      "[...document.querySelectorAll('kpi-card')].length > 0 && [...document.querySelectorAll('kpi-card')].every((one) => one.state === 'loaded')",
    );
    await page.waitForTimeout(150);
    const shift = await page.evaluate<number>("self.shift");

    await context.close();
    hosts.answer = undefined;
    return shift;
  }

  const card = `<kpi-card indicator="K0002"><p><a href="x">健康診査の受診者数：120人（令和6年度）</a></p></kpi-card>`;
  const said = (shift: number) => (shift === 0 ? "0" : "moves");

  for (const [place, put] of Object.entries(places)) {
    test(`an element with its script ${place}: as the table in docs/embedding.md says`, async () => {
      const script = `<script src="${hosts.data}widgets/kpi.js"></script>`;
      const sheet = `<link rel="stylesheet" href="${hosts.data}widgets/kpi.css">`;
      const { head, after, end } = put(script);
      const alone = await shiftOf(card + after, head, { end });
      const inHead = await shiftOf(card + after, sheet + head, { end });
      const inCode = await shiftOf(sheet + card + after, head, { end });
      console.log(
        `${place}: alone ${alone.toFixed(3)}, with kpi.css ${inHead} in the head, ${inCode} in the code`,
      );
      expect([inHead, inCode]).toEqual([0, 0]);
      const row = new RegExp(
        `^\\| ${place.replace(/[.*]/g, "\\$&")} +\\| ${said(alone)} +\\| 0 +\\| 0 +\\|$`,
        "m",
      );
      expect(row.test(docs), `${place} | ${said(alone)}`).toBe(true);
    });
  }

  test("the room is right whatever the size of the page's own text", async () => {
    const sheet = `<link rel="stylesheet" href="${hosts.data}widgets/kpi.css">`;
    const script = `<script src="${hosts.data}widgets/kpi.js" defer></script>`;
    expect(await shiftOf(sheet + card + script, "", { letter: 11 })).toBe(0);
    expect(await shiftOf(sheet + card + script, "", { letter: 23 })).toBe(0);
  });

  test("a fragment moves nothing, whether its script comes or not", async () => {
    const fragment = readFileSync(join(hosts.folder, "indicators/K0002/fragment.html"), "utf8").replaceAll(
      "https://mihon.test/",
      hosts.data,
    );
    expect(await shiftOf(fragment, `<script src="${hosts.data}widgets/kpi.js" defer></script>`)).toBe(0);
  });
});
