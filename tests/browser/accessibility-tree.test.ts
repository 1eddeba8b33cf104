// What a screen reader is given of each kind of page: Chromium's own tree, and Firefox's where it is installed.

import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import puppeteer from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { missingOf } from "../support/engines.ts";
import { top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { type Served, serveFolder } from "../support/serve-folder.ts";

/** One thing of the tree that a screen reader can land on. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly level?: number;
}

let served: Served;
beforeAll(async () => {
  const data = join(scratch(), "data");
  cpSync(join(top, "tests/cities/parts/data"), data, { recursive: true });
  served = await serveFolder(await publishInto(join(scratch(), "city"), data));
}, 120_000);
afterAll(() => served?.close());

const pages = [
  "index.html",
  "index.html?view=cards",
  "index.html?q=%E4%BA%8B",
  "indicators/K0001/index.html",
  "goals/G01/index.html",
  "projects/J0001/index.html",
  "embed/index.html?of=K0001",
  "embed/index.html?of=G01",
];
const addresses = ["", "en/", "easy/"].flatMap((folder) => pages.map((page) => folder + page));

const controls = new Set([
  "button",
  "link",
  "textbox",
  "searchbox",
  "combobox",
  "listbox",
  "checkbox",
  "radio",
  "slider",
  "spinbutton",
  "ColorWell",
  "DisclosureTriangle",
  "menuitem",
  "tab",
  "switch",
]);
const landmarks = new Set([
  "banner",
  "main",
  "contentinfo",
  "navigation",
  "region",
  "search",
  "complementary",
  "form",
]);

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("kpi-card, kpi-chart, kpi-grid, kpi-table")].every(
      (one) => one.getAttribute("state") === "loaded",
    ),
  );
}

/** The tree in the order in which it is read, without what is ignored. */
async function treeOf(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (id: string): Told[] => {
    const node = byId.get(id);
    if (!node) return [];
    const level = node.properties?.find(({ name }) => name === "level")?.value.value;
    const own: Told = {
      role: `${node.role?.value ?? ""}`,
      name: `${node.name?.value ?? ""}`.trim(),
      ...(typeof level === "number" ? { level } : {}),
    };
    return [...(node.ignored ? [] : [own]), ...(node.childIds ?? []).flatMap(walk)];
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  return root ? walk(root.nodeId) : [];
}

describe.skipIf(!hasChromium)("Chromium's tree (skipped where there is no Chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const opened = async (address: string, width = 1280) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(served.address + address);
    await settled(page);
    return page;
  };

  test.each(addresses.flatMap((address) => [1280, 390].map((width) => [address, width] as const)))(
    "of %s at %i px: every control has a name, one h1 comes first, no level is skipped, landmarks are told apart",
    async (address, width) => {
      const page = await opened(address, width);
      const tree = await treeOf(page);
      expect(tree.length).toBeGreaterThan(20);
      expect(tree.filter(({ role, name }) => controls.has(role) && name === "")).toEqual([]);
      const headings = tree.filter(({ role }) => role === "heading");
      expect(headings.filter(({ level }) => level === 1).map(({ name }) => name)).toEqual([
        headings[0]?.name,
      ]);
      const skipped = headings.filter(
        ({ level = 0 }, at) => at > 0 && level > (headings[at - 1]?.level ?? 0) + 1,
      );
      expect(skipped).toEqual([]);
      expect(headings.filter(({ name }) => name === "")).toEqual([]);
      // A form without a name is no landmark (HTML-AAM), whatever Chromium calls it.
      const found = tree.filter(({ role, name }) => landmarks.has(role) && !(role === "form" && name === ""));
      const count = (role: string) => found.filter((one) => one.role === role).length;
      expect(["banner", "main", "contentinfo"].map(count)).toEqual([1, 1, 1]);
      const keys = found.map(({ role, name }) => `${role} ${name}`);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
      expect(found.filter(({ role, name }) => name === "" && /navigation|region|form/.test(role))).toEqual(
        [],
      );
      // As one would tell it: who speaks, what it is about, and what is at the end.
      expect(found[0]?.role).toBe("banner");
      expect(found.at(-1)?.role).toBe("contentinfo");
      await page.close();
    },
  );

  test.each(["", "en/", "easy/"])("a search below /%s is told once, when it is done", async (folder) => {
    const page = await opened(`${folder}index.html`);
    await page.evaluate(() => {
      const told: string[] = [];
      (self as unknown as { told: string[] }).told = told;
      for (const one of document.querySelectorAll("output, [role=status], [role=alert], [aria-live]")) {
        new MutationObserver(() => told.push(one.textContent)).observe(one, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      }
    });
    await page.locator("#q").pressSequentially("事業", { delay: 60 });
    await page.waitForTimeout(1500);
    const told = await page.evaluate(() => (self as unknown as { told: string[] }).told);
    expect(told).toHaveLength(1);
    await page.close();
  });
});

const missing = missingOf("firefox") ?? (hasChromium ? undefined : "Chromium");

describe.skipIf(missing)(`Firefox's tree${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
  /** What is counted: a screen reader's own ways through a page. What lies in a shadow root Firefox does not look for. */
  const roles = ["banner", "main", "contentinfo", "navigation", "region", "search", "combobox"];

  test.each([
    "index.html",
    "indicators/K0001/index.html",
    "goals/G01/index.html",
    "en/embed/index.html?of=K0001",
  ])(
    "of %s has the landmarks, headings and controls that Chromium's has, by the same names",
    async (address) => {
      const [chromium, firefox] = await Promise.all([
        openChromium(),
        puppeteer.launch({
          browser: "firefox",
          executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
          headless: true,
          defaultViewport: { width: 1280, height: 900 },
        }),
      ]);
      try {
        const there = await chromium.newPage({ viewport: { width: 1280, height: 900 } });
        await there.goto(served.address + address);
        await settled(there);
        const tree = await treeOf(there);
        const page = await firefox.newPage();
        await page.goto(served.address + address);
        await page.waitForFunction(
          `[...document.querySelectorAll("kpi-card, kpi-chart, kpi-grid, kpi-table")].every((one) => one.getAttribute("state") === "loaded")`,
        );
        const here: Record<string, number> = {};
        for (const role of roles) here[role] = (await page.$$(`::-p-aria([role="${role}"])`)).length;
        expect(here).toEqual(
          Object.fromEntries(roles.map((role) => [role, tree.filter((one) => one.role === role).length])),
        );
        const own = await there.$$eval("h1, h2, h3, button, nav", (all) =>
          all.map((one) => one.getAttribute("aria-label") ?? one.textContent?.trim()),
        );
        const named = tree.filter(
          ({ role, name }) =>
            /^(heading|navigation|button)$/.test(role) && own.includes(name) && !name.includes('"'),
        );
        expect(named.length).toBeGreaterThan(4);
        for (const { role, name } of named.slice(0, 12)) {
          const found = await page.$$(`::-p-aria([name="${name}"][role="${role}"])`);
          expect([role, name, found.length > 0]).toEqual([role, name, true]);
        }
      } finally {
        await Promise.all([chromium.close(), firefox.close()]);
      }
    },
    120_000,
  );
});
