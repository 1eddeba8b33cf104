// `node scripts/screenshots.mjs`: publishes Atsugi's tables and takes the pictures of its pages that stand in the docs.

import { createReadStream, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ready, run, top } from "./house.mjs";

ready();
const folder = join(tmpdir(), "shihyo-screenshots");
const pictures = join(top, "docs/screenshots");
const { chromium } = createRequire(join(top, "tests/package.json"))("playwright");
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

const shots = [
  { name: "landing-360", path: "index.html", width: 360, height: 1600 },
  { name: "landing-768", path: "index.html", width: 768, height: 1400 },
  { name: "landing", path: "index.html", width: 1280, height: 1400 },
  { name: "landing-search", path: "index.html?q=防災#list", width: 1280, height: 900 },
  { name: "landing-cards", path: "index.html?goal=G03&view=cards#list", width: 1280, height: 1000 },
  { name: "landing-forced-colours", path: "index.html", width: 768, height: 1000, forcedColors: "active" },
  { name: "indicator-360", path: "indicators/K0165/index.html", width: 360, height: 1500 },
  { name: "indicator-1280", path: "indicators/K0165/index.html", width: 1280, height: 1500 },
  { name: "goal-768", path: "goals/G01/index.html", width: 768, height: 1400 },
  { name: "project-1280", path: "projects/J0005/index.html", width: 1280, height: 1000 },
  { name: "embed", path: "embed/index.html?of=K0002", width: 1280, height: 900 },
  { name: "easy-360", path: "easy/index.html", width: 360, height: 1000 },
  { name: "english-1280", path: "en/indicators/K0165/index.html", width: 1280, height: 900 },
];
const prints = [
  { name: "landing-print", path: "index.html" },
  { name: "indicator-print", path: "indicators/K0165/index.html" },
];

rmSync(folder, { recursive: true, force: true });
run(
  process.execPath,
  [join(top, "packages/publisher/bin/shihyo.js"), "publish", join(top, "data/142123"), "--out", folder],
  { capture: true },
);
mkdirSync(pictures, { recursive: true });
const server = createServer((request, response) => {
  const file = join(folder, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  const isFile = existsSync(file) && statSync(file).isFile();
  response.writeHead(isFile ? 200 : 404, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
  });
  if (isFile) createReadStream(file).pipe(response);
  else response.end();
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const base = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
const only = process.argv.slice(2);
const wanted = ({ name }) => only.length === 0 || only.some((part) => name.includes(part));
for (const { name, path, width, height, forcedColors } of shots.filter(wanted)) {
  const page = await browser.newPage({ viewport: { width, height }, forcedColors });
  await page.goto(base + path);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.close();
  console.log(`docs/screenshots/${name}.png`);
}
for (const { name, path } of prints.filter(wanted)) {
  const page = await browser.newPage();
  await page.goto(base + path);
  await page.waitForLoadState("networkidle");
  const pdf = join(folder, `${name}.pdf`);
  await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true });
  await page.close();
  run("pdftoppm", ["-png", "-r", "60", "-f", "1", "-l", "1", "-singlefile", pdf, join(pictures, name)], {
    capture: true,
  });
  console.log(`docs/screenshots/${name}.png`);
}
await browser.close();
server.close();
