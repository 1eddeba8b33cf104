// What a clerk does with the page in Chromium: opens it from the local disk, goes through its steps, takes files from it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright";
import { filesIn } from "../support/files.ts";
import { top } from "../support/places.ts";

export const pageFolder = join(top, "packages/workbench/dist/page");
export const address = pathToFileURL(join(pageFolder, "index.html")).href;
const axe = join(top, "tests/node_modules/axe-core/axe.min.js");

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function upload(name: string, bytes: Uint8Array): Upload {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
}

/** A folder's files as one ZIP, in a folder of its own as Windows packs them. */
export function zipOf(data: string): Upload {
  const files = Object.fromEntries([...filesIn(data)].map(([path, bytes]) => [`data/${path}`, bytes]));
  return upload("data.zip", zipSync(files));
}

export interface Opened {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly asked: readonly string[];
  /** What the browser's console has as errors. */
  readonly wrong: readonly string[];
}

export async function openPage(browser: Browser, size = { width: 1366, height: 768 }): Promise<Opened> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  await page.goto(address);
  await page.waitForSelector("#zip");
  return { page, asked, wrong };
}

/** The page with a city's tables open. */
export async function openCity(browser: Browser, data: string): Promise<Opened> {
  const opened = await openPage(browser);
  await opened.page.setInputFiles("#zip", zipOf(data));
  await opened.page.waitForSelector(".grid-cell");
  return opened;
}

export async function taken(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export async function downloaded(page: Page, press: string): Promise<Map<string, Buffer>> {
  const { bytes } = await taken(page, () => page.click(press));
  return new Map(Object.entries(unzipSync(bytes)).map(([path, one]) => [path, Buffer.from(one)]));
}

/** The tables as they are now. */
export async function tablesOf(page: Page): Promise<Map<string, Buffer>> {
  await step(page, "表を直す");
  return downloaded(page, "text=表をZIPで保存");
}

export const step = (page: Page, name: string) =>
  page
    .getByRole("navigation")
    .getByRole("button", { name: new RegExp(name) })
    .click();

/** What axe says of the page as it is. */
export async function faults(page: Page): Promise<string[]> {
  if (!existsSync(axe)) throw new Error(`there is no ${axe}`);
  // As a script of the browser's own: the page lets nobody put one in.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: readFileSync(axe, "utf8") });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { iframes: false, preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map(({ html }) => html).join(" ").slice(0, 300)))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as string[];
}
