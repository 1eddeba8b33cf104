// `node benchmarks/workbench.mjs [INDICATORS] [YEARS]`: the clerk's page with a large city in Chromium: first load, opening, a keystroke, publishing, memory.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { ensureBrowser } from "../scripts/browser.mjs";
import { ready, top } from "../scripts/house.mjs";
import { writeLargeCity } from "./landing/large-city.mjs";

ready();
const from = createRequire(join(top, "tests/package.json"));
const { chromium } = from("playwright");
const { zipSync } = createRequire(join(top, "packages/workbench/package.json"))("fflate");
const [count, span] = [Number(process.argv[2] ?? 2151), Number(process.argv[3] ?? 6)];
const years = Array.from({ length: span }, (_, at) => 2024 - span + 1 + at);
const data = join(tmpdir(), "shihyo-benchmark-workbench");
writeLargeCity(join(top, "tests/cities/minimal/data"), data, count, years);
const paths = readdirSync(data, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(data, join(entry.parentPath, entry.name)).split(sep).join("/"));
const zip = zipSync(
  Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(join(data, path)))])),
);

const folder = join(top, "packages/workbench/dist/page");
const size = (name) => gzipSync(readFileSync(join(folder, name))).length;
const first = [
  "index.html",
  "workbench.css",
  "workbench.js",
  "parts/city.js",
  "parts/municipalities.js",
  "parts/worker.js",
];
const later = readdirSync(join(folder, "parts"))
  .map((name) => `parts/${name}`)
  .filter((name) => !first.includes(name));

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
/** The resident memory of the largest process of this browser: the page with its workers. */
const memory = async () => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const sizes = processInfo.map(({ id }) => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  });
  return Math.round(Math.max(...sizes));
};
let most = 0;
const watch = setInterval(
  () =>
    void memory().then(
      (now) => (most = Math.max(most, now)),
      () => undefined,
    ),
  500,
);
const timed = async (work) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

await page.goto(pathToFileURL(join(folder, "index.html")).href);
await page.waitForSelector("#zip");
const buffer = Buffer.from(zip);
const opening = await timed(async () => {
  await page.setInputFiles("#zip", { name: "large.zip", mimeType: "application/zip", buffer });
  await page.waitForSelector(".grid-cell", { timeout: 120_000 });
});
const whole = await timed(async () => {
  await page.selectOption("#table", "*");
  await page.locator(".grid-head", { hasText: "2024年度 実績" }).waitFor({ timeout: 120_000 });
});
// What the browser itself says of each key: from the press to the next picture, in steps of 8 ms.
await page.evaluate(() => {
  self.keystrokes = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === "keydown") self.keystrokes.push(entry.duration);
    }
  }).observe({ type: "event", durationThreshold: 16 });
});
const keys = async (table) => {
  await page.selectOption("#table", table);
  await page.waitForTimeout(3000);
  const cell = page
    .locator(".grid-space .grid-row")
    .nth(2)
    .locator(".grid-cell")
    .nth(table === "*" ? 12 : 2);
  await cell.click();
  await page.evaluate(() => {
    self.keystrokes.length = 0;
  });
  let pressed = 0;
  for (let row = 0; row < 10; row += 1) {
    for (const key of ["1", "2", "3", "4", "Enter"]) {
      await page.keyboard.press(key);
      pressed += 1;
      await page.waitForTimeout(60);
    }
  }
  await page.waitForTimeout(500);
  const slow = await page.evaluate(() => [...self.keystrokes]);
  // What took less than two pictures is not told at all.
  const all = [...slow, ...Array(Math.max(0, pressed - slow.length)).fill(8)].sort((a, b) => a - b);
  return { median: all[Math.floor(all.length / 2)], most: all.at(-1) };
};
const [inTable, inWhole] = [await keys("observations/2024.csv"), await keys("*")];
await page.waitForTimeout(8000);
await page
  .getByRole("navigation")
  .getByRole("button", { name: /公開する/ })
  .click();
const publishing = await timed(async () => {
  await page.click("wb-publish button.main");
  await page.locator("wb-publish", { hasText: "できました" }).waitFor({ timeout: 300_000 });
});
const made = await page.locator("#make ~ p[role=status]").textContent();
clearInterval(watch);
most = Math.max(most, await memory());
await browser.close();

const sum = (names) => Math.round(names.reduce((total, name) => total + size(name), 0) / 1000);
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
console.log(
  `${count} indicators × ${span} years, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Chromium ${browser.version()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
);
console.log(
  `first load          ${sum(first)} kB gzip; what comes when needed: ${later.map((name) => `${name.slice(6, -3)} ${sum([name])} kB`).join(", ")}`,
);
console.log(`open                ${seconds(opening)}`);
console.log(`whole as one sheet  ${seconds(whole)}`);
console.log(`keystroke, a table  ${inTable.median} ms (at most ${inTable.most} ms)`);
console.log(`keystroke, whole    ${inWhole.median} ms (at most ${inWhole.most} ms)`);
console.log(`publish             ${seconds(publishing)} (${made?.trim()})`);
console.log(`memory              ${most} MB at most, of the page with its workers`);
console.log(
  `tables as ZIP       ${Math.round(statSync(join(data, "indicators.csv")).size / 1000)} kB indicators.csv, ${Math.round(zip.length / 1000)} kB in all`,
);
