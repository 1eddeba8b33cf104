// For every reader: axe in every state and engine, the keyboard alone, print, forced colours, narrow and large, no shift.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicators, publishCardCity } from "../support/card-city.ts";
import { cardPage, settle } from "../support/card-page.ts";
import { engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const card = (id: string) => `<kpi-card indicator="${id}"><p><a href="x">指標${id}</a></p></kpi-card>`;
const everything = `<main><h1>市のページ</h1>${Object.values(indicators).map(card).join("")}${card("K0999")}
<p>値は<kpi-value indicator="K0001">1</kpi-value>です。</p><kpi-chart indicator="K0010"></kpi-chart><kpi-chart indicator="K0012"></kpi-chart>
<kpi-table indicator="K0007"></kpi-table><kpi-grid goal="G01"></kpi-grid><div lang="en">${card("K0002")}</div></main>`;

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(await publishCardCity());
});
afterAll(() => hosts?.close());

for (const name of engineNames) {
  const missing = missingOf(name);
  test.skipIf(missing)(
    `axe finds nothing in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`,
    async () => {
      const engine = await launch(name);
      try {
        await engine.open(
          cardPage(hosts, everything, {
            head: "<style>kpi-card,kpi-chart{content-visibility:visible}</style>",
          }),
        );
        await settle(engine, 40);
        const violations = await engine.run<
          string[]
        >(`(() => { const script = document.createElement("script"); script.textContent = ${JSON.stringify(axe)}; document.head.append(script);
          return axe.run({ runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"] }).then((found) => found.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.target.flat().join(" ")).slice(0, 3).join(", "))); })()`);
        expect(violations).toEqual([]);
      } finally {
        await engine.close();
      }
    },
  );
}

const missing = missingOf("chromium");
describe.skipIf(missing)(`in Chromium${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
  });
  afterAll(() => browser?.close());
  const open = async (body: string, context: Parameters<Browser["newContext"]>[0] = {}, head = "") => {
    const page = await (await browser.newContext(context)).newPage();
    await page.goto(cardPage(hosts, body, { head }));
    await page.waitForFunction(
      `[...document.querySelectorAll("kpi-card,kpi-chart")].every((one) => one.state === "loaded")`,
    );
    return page;
  };

  test("one sentence is spoken, and the pieces that eyes see are not said again", async () => {
    const page = await open(card("K0002"));
    const tree = await page.locator("kpi-card").ariaSnapshot();
    expect(tree).toContain(
      "健康診査の受診者数は、令和6年度は120人です。前年度より20人増えました（良い変化）。",
    );
    expect(tree.match(/120人/g)).toHaveLength(1);
  });

  test("the keyboard reaches the link and the details, opens them, and shows where it is", async () => {
    const page = await open(card("K0002"));
    await page.keyboard.press("Tab");
    const focused = () =>
      page.evaluate(
        `(() => { const one = document.querySelector("kpi-card").shadowRoot.activeElement; const style = getComputedStyle(one); return [one.localName, style.outlineStyle, parseFloat(style.outlineWidth) >= 3]; })()`,
      );
    expect(await focused()).toEqual(["a", "solid", true]);
    await page.keyboard.press("Tab");
    expect(await focused()).toEqual(["summary", "solid", true]);
    await page.keyboard.press("Enter");
    expect(
      await page.evaluate(`document.querySelector("kpi-card").shadowRoot.querySelector("details").open`),
    ).toBe(true);
  });

  test("at 320 px, at a letter size of 32 px, and with the text spacing of WCAG 1.4.12, nothing runs out", async () => {
    const spacing = `for (const one of document.querySelectorAll("kpi-card,kpi-chart,kpi-table")) { const style = document.createElement("style"); style.textContent = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}"; one.shadowRoot.append(style); one.shadowRoot.querySelector("details")?.setAttribute("open", ""); }`;
    const page = await open(
      `<main>${Object.values(indicators).map(card).join("")}<kpi-chart indicator="K0012"></kpi-chart></main>`,
      { viewport: { width: 320, height: 640 } },
    );
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    await page.evaluate(spacing);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    await page.context().close();
  });

  test("printed, closed tables are open and the address of the source stands there", async () => {
    const page = await open(card("K0002"));
    await page.emulateMedia({ media: "print" });
    expect(
      await page.evaluate(
        `(() => { const root = document.querySelector("kpi-card").shadowRoot; return [root.querySelector("table").getBoundingClientRect().height > 50, getComputedStyle(root.querySelector(".address")).display, root.querySelector(".address").textContent]; })()`,
      ),
    ).toEqual([true, "block", "https://mihon.test/indicators/K0002/#it"]);
  });

  test("in forced colours the chart's lines take the reader's colours", async () => {
    const page = await open(`<kpi-chart indicator="K0012"></kpi-chart>`, { forcedColors: "active" });
    const [line, text] = await page.evaluate<[string, string]>(
      `(() => { const root = document.querySelector("kpi-chart").shadowRoot; return [getComputedStyle(root.querySelector("path.line")).stroke, getComputedStyle(root.querySelector("p")).color]; })()`,
    );
    expect(line).toBe(text);
  });

  test("elements and fragments do not shift the page; a link's shift is told", async () => {
    const shiftOf = async (body: string) => {
      const page = await (await browser.newContext({ viewport: { width: 800, height: 900 } })).newPage();
      await page.addInitScript(
        "self.shift = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) self.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });",
      );
      await page.goto(cardPage(hosts, `<h1>題</h1>${body}<p>後の文</p>`));
      await page.waitForTimeout(600);
      const shift = await page.evaluate<number>("self.shift");
      await page.context().close();
      return shift;
    };
    const fragment = readFileSync(`${hosts.folder}/indicators/K0002/fragment.html`, "utf8").replaceAll(
      "https://mihon.test/",
      hosts.data,
    );
    expect(await shiftOf(card("K0002") + card("K0001"))).toBe(0);
    expect(await shiftOf(fragment)).toBe(0);
    const link = await shiftOf(
      `<p><a href="${hosts.data}indicators/K0002/">受診者数：120人（令和6年度）</a></p>`,
    );
    console.log(`layout shift of a link that becomes a card: ${link.toFixed(3)}`);
    expect(link).toBeLessThan(1);
  });
});
