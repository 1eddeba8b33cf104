// For every reader: axe in every state and engine, the keyboard alone, print, forced colours, narrow and large, no shift.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicators, publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle } from "../support/card-page.ts";
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
      "健康診査の受診者数は、令和6年度は120人です。前年度より20人（20.0%）増えました（良い変化）。",
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

  test("at 320 px, and with the text spacing of WCAG 1.4.12, nothing runs out", async () => {
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
    // What a browser tells before it prints; the emulation of print tells nobody.
    await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
    await page.emulateMedia({ media: "print" });
    expect(
      await page.evaluate(
        `(() => { const root = document.querySelector("kpi-card").shadowRoot; return [root.querySelector("table").getBoundingClientRect().height > 50, getComputedStyle(root.querySelector(".address")).display, root.querySelector(".address").textContent]; })()`,
      ),
    ).toEqual([true, "block", "https://mihon.test/indicators/K0002/#it"]);
  });

  test("a reader's own letter size makes the whole card larger, and cuts nothing", async () => {
    const measured: Record<number, { number: number; height: number; cut: string[] }> = {};
    for (const size of [16, 24, 32]) {
      const own = await chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
        args: ["--no-sandbox", `--blink-settings=defaultFontSize=${size}`],
      });
      const page = await own.newPage({ viewport: { width: 360, height: 900 } });
      await page.goto(
        cardPage(hosts, Object.values(indicators).map(card).join(""), {
          head: "<style>html{font-size:62.5%} kpi-card{content-visibility:visible}</style>",
        }),
      );
      await page.waitForFunction(
        `[...document.querySelectorAll("kpi-card")].every((one) => one.state === "loaded")`,
      );
      measured[size] = await page.evaluate(`(() => {
        const cards = [...document.querySelectorAll("kpi-card")].map((one) => one.shadowRoot.querySelector("article"));
        // The name of the indicator after "details" is for ears: eyes see none of it. A long note shows its first lines.
        const cut = cards.flatMap((root) => [...root.querySelectorAll("p:not(.spoken, .note, .address), span:not(summary span, .note span), summary")].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 || one.getBoundingClientRect().bottom > root.getBoundingClientRect().bottom + 1).map((one) => one.className + ": " + one.textContent.slice(0, 20)));
        return { number: parseFloat(getComputedStyle(cards[0].querySelector(".number")).fontSize), height: cards[0].getBoundingClientRect().height, cut };
      })()`);
      await own.close();
    }
    expect([16, 24, 32].map((size) => measured[size]?.number)).toEqual([32, 48, 64]);
    expect(measured[32]!.height).toBeGreaterThan(measured[16]!.height * 1.9);
    expect([16, 24, 32].map((size) => measured[size]?.cut)).toEqual([[], [], []]);
  });

  test("without a network the page's own text stays, and the card comes by itself once there is one", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const link = `<p><a href="${hosts.data}indicators/K0001/">来館者数：1,234人（令和6年度）</a></p>`;
    // The script is there; what it would load is not.
    await context.route(/data\.js$/, async (route) => {
      await context.setOffline(true);
      await route.abort("internetdisconnected");
    });
    await page.goto(cardPage(hosts, card("K0002") + link));
    await page.waitForFunction(`document.querySelector("kpi-card").state === "offline"`);
    expect(
      await page.evaluate(
        `[navigator.onLine, document.querySelector("kpi-card").innerText, document.querySelectorAll("kpi-card").length]`,
      ),
    ).toEqual([false, "指標K0002", 1]);
    await context.unroute(/data\.js$/);
    await context.setOffline(false);
    await page.waitForFunction(`(${deep})("kpi-card[state=loaded]").length === 2`);
    await expect.poll(() => page.locator("kpi-card").first().locator(".number").textContent()).toBe("120");
    await context.close();
  });

  test("cards beyond the first ones are skipped until somebody scrolls, in a shadow too; then all are drawn", async () => {
    const many = (count: number) => Array.from({ length: count }, () => card("K0002")).join("");
    const page = await open(`${many(60)}<div><template shadowrootmode="open">${many(3)}</template></div>`);
    const skipped = () =>
      page.evaluate(
        `[...document.querySelectorAll("kpi-card"), ...document.querySelector("div").shadowRoot.querySelectorAll("kpi-card")].filter((one) => getComputedStyle(one).contentVisibility === "auto").length`,
      );
    expect(await skipped()).toBe(39);
    await page.evaluate("scrollBy(0, 100)");
    await expect.poll(skipped).toBe(0);
    await page.context().close();
  });

  test("a page's own style decides whether cards are skipped", async () => {
    const many = Array.from({ length: 40 }, () => card("K0002")).join("");
    const page = await open(many, {}, "<style>kpi-card { content-visibility: visible }</style>");
    expect(
      await page.evaluate(
        `[...document.querySelectorAll("kpi-card")].every((one) => getComputedStyle(one).contentVisibility === "visible")`,
      ),
    ).toBe(true);
    await page.context().close();
  });

  test("in forced colours the chart's lines take the reader's colours", async () => {
    const page = await open(`<kpi-chart indicator="K0012"></kpi-chart>`, { forcedColors: "active" });
    const [line, text] = await page.evaluate<[string, string]>(
      `(() => { const root = document.querySelector("kpi-chart").shadowRoot; return [getComputedStyle(root.querySelector("path.line")).stroke, getComputedStyle(root.querySelector("p")).color]; })()`,
    );
    expect(line).toBe(text);
  });
});
