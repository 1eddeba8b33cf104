// How the elements look in every state: approved pictures, exact in the browser and font that they were recorded with.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicators, publishCardCity } from "../support/card-city.ts";
import { cardPage } from "../support/card-page.ts";
import { missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const folder = fileURLToPath(new URL("screenshots/", import.meta.url));
const recorded = `${folder}elements.json`;
/** Set by `npm run approve`. */
const approve = process.env.SHIHYO_APPROVE === "1";
const card = (id: string, more = "") =>
  `<kpi-card indicator="${id}" ${more}><p><a href="x">自分の文：1件（令和5年度）</a></p></kpi-card>`;
const all = Object.values(indicators).filter((id) => id !== "K0016");
const grid =
  "<style>body{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:1rem}</style>";

interface Picture {
  readonly body: string;
  readonly head?: string;
  readonly width?: number;
  readonly context?: Parameters<Browser["newContext"]>[0];
}

const pictures: Readonly<Record<string, Picture>> = {
  "elements-values": { body: all.map((id) => card(id)).join(""), head: grid, width: 1280 },
  "elements-languages": {
    body: `<div lang="en">${card("K0002")}</div><div lang="ja-x-easy">${card("K0002")}</div>${card("K0001", 'year="2023"')}${card("K0999")}`,
    width: 480,
  },
  "elements-narrow": { body: card("K0008") + card("K0010"), width: 320 },
  "elements-chart": {
    body: `<kpi-chart indicator="K0012"></kpi-chart><kpi-chart indicator="K0011"></kpi-chart><kpi-chart indicator="K0010"></kpi-chart>`,
    width: 640,
  },
  "elements-table": {
    body: `<kpi-table indicator="K0007"></kpi-table><kpi-table indicator="K0006"></kpi-table>`,
    width: 800,
  },
  "elements-forced-colors": {
    body: `${card("K0002")}<kpi-chart indicator="K0010"></kpi-chart>`,
    width: 480,
    context: { forcedColors: "active" },
  },
};

const missing = missingOf("chromium");
describe.skipIf(missing)(
  `approved pictures${missing ? ` (skipped: ${missing} is not installed)` : ""}`,
  () => {
    let hosts: Hosts;
    let browser: Browser;
    /** Why the pictures cannot be compared here: other versions draw other edges, and break lines elsewhere. */
    let otherwise: string | undefined;
    beforeAll(async () => {
      hosts = await startHosts(await publishCardCity());
      browser = await chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
        args: ["--no-sandbox"],
      });
      const here = JSON.stringify({ chromium: browser.version(), font: font() });
      mkdirSync(folder, { recursive: true });
      if (approve) writeFileSync(recorded, `${here}\n`);
      const there = existsSync(recorded) ? readFileSync(recorded, "utf8").trim() : "";
      otherwise =
        there === here ? undefined : `the pictures were recorded with ${there}, and here is ${here}`;
    });
    afterAll(async () => {
      await browser?.close();
      await hosts?.close();
    });

    for (const [name, { body, head = "", width = 800, context = {} }] of Object.entries(pictures)) {
      test(name, async ({ skip }) => {
        const page = await (
          await browser.newContext({ viewport: { width, height: 900 }, ...context })
        ).newPage();
        await page.goto(
          cardPage(hosts, body, {
            head: `${head}<style>kpi-card,kpi-chart{content-visibility:visible}</style>`,
          }),
        );
        await page.waitForFunction(
          `[...document.querySelectorAll("kpi-card,kpi-chart,kpi-table")].every((one) => one.state && one.state !== "waiting")`,
        );
        await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))");
        const picture = await page.screenshot({ fullPage: true, animations: "disabled" });
        const file = `${folder}${name}.png`;
        if (approve) writeFileSync(file, picture);
        const isWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
        const count = await differing(page, readFileSync(file), picture);
        await page.context().close();
        expect(isWide).toBe(false);
        if (otherwise !== undefined) skip(otherwise);
        expect(count).toBe(0);
      });
    }
  },
);

/** The Japanese font that is drawn with, and its version where the system tells. */
function font(): string {
  try {
    return execFileSync("fc-match", ["Noto Sans CJK JP", "--format", "%{family[0]} %{fontversion}"], {
      encoding: "utf8",
    });
  } catch {
    return "unknown";
  }
}

/** How many pixels differ visibly between two pictures, counted by the browser itself. */
function differing(page: Page, before: Buffer, after: Buffer): Promise<number> {
  const address = (picture: Buffer) => `data:image/png;base64,${picture.toString("base64")}`;
  return page.evaluate(`(async () => {
    const pixels = async (source) => { const image = new Image(); image.src = source; await image.decode(); const canvas = document.createElement("canvas"); canvas.width = image.width; canvas.height = image.height; const context = canvas.getContext("2d"); context.drawImage(image, 0, 0); return context.getImageData(0, 0, image.width, image.height); };
    const [a, b] = [await pixels(${JSON.stringify(address(before))}), await pixels(${JSON.stringify(address(after))})];
    if (a.width !== b.width) return a.width * a.height;
    const rows = Math.min(a.height, b.height), cells = rows * a.width;
    let count = Math.abs(a.height - b.height) * a.width;
    for (let i = 0; i < cells * 4; i += 4) if (Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1]) + Math.abs(a.data[i + 2] - b.data[i + 2]) > 60) count += 1;
    return count;
  })()`) as Promise<number>;
}
