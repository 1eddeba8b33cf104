// 300 cards on one page, measured in one run: plain HTML, our elements, Shoelace's card, an `<iframe>` per card.
//
// `node benchmarks/cards/run.mjs [ROUNDS]` after `npm start`; prints the table that docs/benchmarks.md holds. What is
// measured is the processor time of the page's own process, its start included (Chromium's `SystemInfo.getProcessInfo`;
// the spare process that Chromium keeps ready is left out), in a fresh browser each time, the variants in turn so
// that other work on the machine falls on all of them. Each is scrolled to the end twice over, in two browsers: in
// jumps of 2,000 px a frame, as by dragging the scroll bar, and by 300 px a frame, as by the wheel.

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

const linksIndex = Object.keys(variants).indexOf("text links, upgraded");

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

/** Resolves in the page once every card has told that it is there; asking again and again would cost the page time. */
const whenLoaded = `new Promise((done) => {
  const inShadow = [...document.querySelectorAll("p")].flatMap((one) => one.shadowRoot?.firstElementChild ?? []);
  const waiting = () => [...document.querySelectorAll("kpi-card"), ...inShadow].filter((one) => one.state !== "loaded").length;
  let left = waiting();
  if (left === 0) done();
  addEventListener("kpi-load", () => { left -= 1; if (left <= 0) done(); });
})`;

async function measure(index, step) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const client = await browser.newBrowserCDPSession();
  const renderers = async () => {
    const { processInfo } = await client.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").map(({ cpuTime }) => cpuTime * 1000);
  };
  // Links become cards later than the page is loaded; the others are elements from the beginning.
  const isLinks = index === linksIndex;
  await page.goto(`${origin}/bench-${index}.html`, { waitUntil: isLinks ? "load" : "domcontentloaded" });
  if (isLinks)
    await page.waitForFunction(
      "[...document.querySelectorAll('p')].filter((one) => one.shadowRoot).length >= 300",
      undefined,
      {
        polling: 200,
      },
    );
  await page.evaluate(whenLoaded);
  await page.waitForLoadState("load");
  await page.waitForTimeout(300);
  // Frames of the page's own site are in its process, which is the busiest by far.
  const loaded = Math.max(...(await renderers()));
  await page.evaluate(
    `(async () => { for (let y = 0; y < document.documentElement.scrollHeight; y += ${step}) { scrollTo(0, y); await new Promise(requestAnimationFrame); } scrollTo(0, 1e9); await new Promise((done) => setTimeout(done, 300)); })()`,
  );
  const scrolled = Math.max(...(await renderers()));
  await browser.close();
  return { loaded, scrolled };
}

const results = Object.keys(variants).map(() => ({ loaded: [], jumped: [], read: [] }));
for (let round = 0; round < rounds; round++)
  for (const [index, found] of results.entries()) {
    const jumped = await measure(index, 2000);
    const read = await measure(index, 300);
    found.loaded.push(jumped.loaded, read.loaded);
    found.jumped.push(jumped.scrolled);
    found.read.push(read.scrolled);
  }
server.close();
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const of = (index, name) => median(results[index][name]);
const size = (text) => `${(gzipSync(text, { level: 9 }).length / 1000).toFixed(1)} kB`;
console.log(
  `Chromium, ${cpus().length} × ${cpus()[0].model}, median of ${rounds} rounds. kpi.js: ${size(readFileSync(join(published, "widgets/kpi.js")))} gzip.\n`,
);
console.log(
  "| 300 cards | loaded, ms | × plain | to the end in jumps, ms | × plain | to the end by the wheel, ms | × plain | HTML, gzip |\n| --- | --- | --- | --- | --- | --- | --- | --- |",
);
Object.keys(variants).forEach((name, index) => {
  const part = (key) => `${Math.round(of(index, key))} | ${(of(index, key) / of(0, key)).toFixed(2)}`;
  console.log(
    `| ${name} | ${part("loaded")} | ${part("jumped")} | ${part("read")} | ${size(pages[`/bench-${index}.html`])} |`,
  );
});
