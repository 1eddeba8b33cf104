// 300 cards on one page, measured in one run: plain HTML, our elements, Shoelace's card, an `<iframe>` per card.
//
// `node benchmarks/cards/run.mjs [ROUNDS]` after `npm start`; prints the table that docs/benchmarks.md holds. What is
// measured is the processor time of the page's own process (Chromium's `SystemInfo.getProcessInfo`), in a fresh
// browser each time, the variants in turn so that other work on the machine falls on all of them.

import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const top = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const published = join(top, "published/142123");
const shoelace = join(top, "tests/node_modules/@shoelace-style/shoelace/cdn");
const { chromium } = createRequire(join(top, "tests/package.json"))("playwright");
const rounds = Number(process.argv[2] ?? 7);
const count = 300;

const ids = readdirSync(join(published, "indicators")).filter((name) => /^K\d+$/.test(name));
const chosen = Array.from({ length: count }, (_, index) => ids[index % ids.length]);
const body = (id) =>
  /<article[\s\S]*<\/article>/.exec(readFileSync(join(published, "indicators", id, "embed.html"), "utf8"))[0];
const bodies = new Map(ids.map((id) => [id, body(id)]));
const link = (id) =>
  /<p><a href="[^"]*">[^<]*<\/a><\/p>/.exec(
    readFileSync(join(published, "indicators", id, "fragment.html"), "utf8"),
  )[0];
const links = new Map(ids.map((id) => [id, link(id)]));
const sheet = `<link rel="stylesheet" href="/widgets/kpi-card.css">`;
const script = `<script src="/widgets/kpi.js" defer></script>`;

const variants = {
  "plain HTML, one style sheet": [sheet, (id) => bodies.get(id)],
  "`<kpi-card>` with kpi.css": [
    `<link rel="stylesheet" href="/widgets/kpi.css">${script}`,
    (id) => `<kpi-card indicator="${id}">${links.get(id)}</kpi-card>`,
  ],
  "text links, upgraded": [
    script,
    (id) => links.get(id).replace(/href="[^"]*"/, `href="/indicators/${id}/"`),
  ],
  "Shoelace `sl-card`": [
    `${sheet}<link rel="stylesheet" href="/shoelace/themes/light.css"><script type="module" src="/shoelace/components/card/card.js"></script>`,
    (id) => `<sl-card>${bodies.get(id)}</sl-card>`,
  ],
  "an `<iframe>` per card": [
    "",
    (id) => `<iframe src="/indicators/${id}/embed.html" title="${id}" width="400" height="320"></iframe>`,
  ],
};

const html = (head, one) =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>300</title>${head}</head><body>${chosen.map(one).join("\n")}</body></html>`;
const pages = Object.fromEntries(
  Object.values(variants).map(([head, one], index) => [`/bench-${index}.html`, html(head, one)]),
);
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };
const server = createServer((request, response) => {
  const path = request.url.split("?")[0];
  const file = path.startsWith("/shoelace/") ? join(shoelace, path.slice(10)) : join(published, path);
  if (pages[path]) response.writeHead(200, { "content-type": types[".html"] }).end(pages[path]);
  else if (existsSync(file) && statSync(file).isFile()) {
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "text/plain",
      "cache-control": "max-age=60",
    });
    createReadStream(file).pipe(response);
  } else response.writeHead(404).end();
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

async function measure(index) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const client = await browser.newBrowserCDPSession();
  const cpu = async () => {
    const { processInfo } = await client.send("SystemInfo.getProcessInfo");
    return processInfo
      .filter(({ type }) => type === "renderer")
      .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const before = await cpu();
  await page.goto(`${origin}/bench-${index}.html`, { waitUntil: "load" });
  await page.waitForFunction(
    "[...document.querySelectorAll('kpi-card')].every((one) => one.state === 'loaded')",
  );
  await page.waitForTimeout(300);
  const loaded = (await cpu()) - before;
  await page.evaluate(
    `(async () => { for (let y = 0; y < document.documentElement.scrollHeight; y += 2000) { scrollTo(0, y); await new Promise(requestAnimationFrame); } scrollTo(0, 1e9); await new Promise((done) => setTimeout(done, 300)); })()`,
  );
  const scrolled = (await cpu()) - before;
  await browser.close();
  return { loaded, scrolled };
}

const results = Object.keys(variants).map(() => []);
for (let round = 0; round < rounds; round++)
  for (const index of results.keys()) results[index].push(await measure(index));
server.close();
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const of = (index, name) => median(results[index].map((one) => one[name]));
const size = (text) => `${(gzipSync(text, { level: 9 }).length / 1000).toFixed(1)} kB`;
console.log(
  `Chromium, ${cpus().length} × ${cpus()[0].model}, median of ${rounds} rounds. kpi.js: ${size(readFileSync(join(published, "widgets/kpi.js")))} gzip.\n`,
);
console.log(
  "| 300 cards | loaded, ms | × plain | after scrolling to the end, ms | × plain | HTML, gzip |\n| --- | --- | --- | --- | --- | --- |",
);
Object.keys(variants).forEach((name, index) => {
  const part = (key) => `${Math.round(of(index, key))} | ${(of(index, key) / of(0, key)).toFixed(2)}`;
  console.log(
    `| ${name} | ${part("loaded")} | ${part("scrolled")} | ${size(pages[`/bench-${index}.html`])} |`,
  );
});
