// `node benchmarks/landing/run.mjs`: how soon the landing page answers under 4× CPU throttle, beside the same rows as one plain table.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ensureBrowser } from "../../scripts/browser.mjs";
import { ready, run, top } from "../../scripts/house.mjs";
import { writeLargeCity } from "./large-city.mjs";
import { plainTable } from "./plain-table.mjs";

ready();
const { chromium } = createRequire(join(top, "tests/package.json"))("playwright");
const rounds = Number(process.argv[2] ?? 7);
const throttle = 4;
const work = join(tmpdir(), "shihyo-benchmark-landing");
const large = join(work, "data");
writeLargeCity(
  join(top, "tests/cities/minimal/data"),
  large,
  1000,
  [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
);
const cities = [
  { name: "Atsugi (225 indicators, 2 years)", data: join(top, "data/142123") },
  { name: "made up (1,000 indicators, 10 years)", data: large },
];
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
const rows = [];
for (const { name, data } of cities) {
  const out = join(work, "published");
  const { status, output } = run(
    process.execPath,
    [join(top, "packages/publisher/bin/shihyo.js"), "publish", data, "--out", out],
    { capture: true },
  );
  if (status !== 0) throw new Error(output);
  writeFileSync(join(out, "assets/plain.html"), plainTable(readFileSync(join(out, "index.html"), "utf8")));
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (!existsSync(join(out, path))) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": path.endsWith(".js")
        ? "text/javascript"
        : path.endsWith(".css")
          ? "text/css"
          : "text/html; charset=utf-8",
    });
    response.end(readFileSync(join(out, path)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${server.address().port}/`;
  const times = { plain: [], ours: [], typed: [] };
  // Turn by turn, so that what else the machine does falls on both alike; the first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const plain = await interactive(`${base}assets/plain.html`);
    const ours = await interactive(`${base}index.html`);
    if (round > 0) {
      times.plain.push(plain.ready);
      times.ours.push(ours.ready);
      times.typed.push(ours.typed);
    }
  }
  server.close();
  const bytes = ["index.html", "assets/page.css", "assets/page.js", "assets/landing.js", "widgets/kpi.js"]
    .map((file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
  rows.push({
    name,
    plain: median(times.plain),
    ours: median(times.ours),
    ratio: median(times.ours.map((time, at) => time / times.plain[at])),
    typed: median(times.typed),
    bytes,
  });
}
await browser.close();
console.log(
  `| city | plain table, ms | landing page, ms | ratio | first answer to a search, ms | page gzipped, kB |\n| --- | --- | --- | --- | --- | --- |`,
);
for (const { name, plain, ours, ratio, typed, bytes } of rows) {
  console.log(
    `| ${name} | ${plain.toFixed(0)} | ${ours.toFixed(0)} | ${ratio.toFixed(2)} | ${typed.toFixed(0)} | ${(bytes / 1000).toFixed(1)} |`,
  );
}
console.log(
  `\nMedians of ${rounds} rounds, ${throttle}× CPU throttle, ${cpus().length} cores, Node ${process.versions.node}.`,
);

/**
 * Interactive: loaded, laid out, and the main thread free for the first time after that. `typed` is how long
 * the list then takes to answer three letters typed into the search field, the index included.
 */
async function interactive(address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.goto(address, { waitUntil: "load" });
  const readyAt = await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestIdleCallback(() => done(performance.now())))),
  );
  const typed = await page.evaluate(async () => {
    const field = document.querySelector("#q");
    if (!field) return 0;
    const start = performance.now();
    field.focus();
    field.value = "見本1";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    while (!self.shihyoSearch) await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  });
  await context.close();
  return { ready: readyAt, typed };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
