// How quickly an atlas's search answers at half a million names in a browser, beside kept search libraries on the same names.
//
// node benchmarks/atlas-search.mjs [names] [names for the libraries]   (500000 50000 where none are said)

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { top } from "../scripts/house.mjs";
import { makeCity } from "./atlas/municipalities.mjs";

const [most = 500_000, few = 50_000] = process.argv.slice(2).map(Number);
const place = mkdtempSync(join(tmpdir(), "shihyo-search-"));
const command = join(top, "packages/publisher/bin/shihyo.js");
const { chromium } = createRequire(join(top, "tests/package.json"))("playwright");

const where =
  "中央,東部,西部,南部,北部,駅前,第一小,第二小,市立病院,図書館,公民館,総合体育館,文化会館,山間,臨海,工業団地,商店街,子育て支援拠点,児童館,消防署,防災公園,浄水場,清掃工場,観光案内所,道の駅,農産物直売所,空き家バンク,起業支援,男女共同参画,国際交流".split(
    ",",
  );
const what =
  "交通事故,防災訓練,特定健康診査,がん検診,観光,貸出図書,新規就農,相談,講座,道路整備,橋りょう点検,待機児童,出生,転入,転出,ボランティア,介護予防教室,認知症サポーター,ごみ排出,資源化,再生可能エネルギー,公共交通利用,空き店舗活用,ふるさと納税,移住相談,就職支援,不登校,学校給食,部活動,読書,文化財,スポーツ大会,健康づくり,救急出動,住宅耐震化,下水道接続,農業産出,商談会,企業立地,職員研修".split(
    ",",
  );
const how =
  "件数,参加者数,実施回数,利用者数,受診率,割合,延べ人数,整備延長,満足度,達成率,箇所数,認知度,人口1,000人当たりの数,増加率".split(
    ",",
  );
const nameOf = (at) =>
  `${where[at % where.length]}${["", "における", "地区の", "を通じた"][Math.floor(at / 7) % 4]}${what[Math.floor(at / where.length) % what.length]}${["の", "事業の", "に関する", "（累計）の"][Math.floor(at / 11) % 4]}${how[Math.floor(at / 1200) % how.length]}${at % 5 === 0 ? `（令和${(at % 8) + 1}年度から）` : ""}`;
const questions = [
  "件数",
  "交通事故",
  "ｺｳﾂｳ",
  "待機児童",
  "図書館 貸出",
  "受診率",
  "空き家",
  "認知症サポーター",
  "満足度 スポーツ",
  "無い言葉",
  "令和6年度",
  "東部 橋りょう 延長",
];

const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const server = createServer((request, response) => {
  try {
    const path = new URL(request.url, "http://x").pathname;
    const bytes = readFileSync(join(place, decodeURIComponent(path)));
    response
      .writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" })
      .end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0);
const base = `http://127.0.0.1:${server.address().port}/`;
const row = (name, names, files, ready, times, processor) => {
  const sorted = times.toSorted((a, b) => a - b);
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  console.log(
    `| ${name} | ${names} | ${files.length} | ${(size / 1e6).toFixed(1)} | ${(packed / 1e6).toFixed(1)} | ${Math.round(ready)} | ${Math.round(sorted[Math.floor(sorted.length / 2)])} | ${Math.round(sorted.at(-1))} | ${processor === undefined ? "" : Math.round(processor)} |`,
  );
};

/** Seconds that the page's own thread has worked, whatever else the machine does. */
async function worked(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value;
}

try {
  console.log(`load ${loadavg()[0].toFixed(1)} as it began, ${new Date().toISOString().slice(0, 10)}`);
  console.log(
    "| | names | files | MB | MB gzip | ready, ms | an answer, ms | slowest, ms | slowest by the thread's own time, ms |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });

  // The atlas's own pages, with their names put in place of those of a small atlas.
  const folder = makeCity(join(place, "published"), 1, { indicators: 10, years: 1 });
  const atlas = join(place, "atlas");
  for (const args of [["add", folder], ["update"], ["publish", "--out", join(place, "own")]])
    spawnSync(process.execPath, [command, "atlas", ...args, "--atlas", atlas]);
  const assets = join(place, "own/assets");
  for (const name of readdirSync(assets)) if (/^names-/.test(name)) rmSync(join(assets, name));
  const paths = [];
  for (let from = 0; from < most; from += 40_000) {
    const [names, cities] = [[], []];
    for (let at = from; at < Math.min(most, from + 40_000); at += 300) {
      const count = Math.min(300, most - at);
      for (let own = at; own < at + count; own += 1) names.push(nameOf(own));
      cities.push([
        String(100_000 + at / 300),
        `見本県その${at / 300}市`,
        Array.from({ length: count }, (_, id) => `K${String(id + 1).padStart(4, "0")}`).join(" "),
      ]);
    }
    const path = `assets/names-${paths.length}.js`;
    writeFileSync(
      join(place, "own", path),
      `(self.atlasNames??=[]).push(${JSON.stringify({ names: names.join("\n"), cities })});\n`,
    );
    paths.push(path);
  }
  writeFileSync(join(assets, "names.js"), `self.atlasNameFiles=${JSON.stringify(paths)};\n`);
  {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(`${base}own/index.html`);
    const began = performance.now();
    await page.fill("#q", "件数");
    await page.waitForFunction(() => /[1-9]/.test(document.getElementById("found").textContent), undefined, {
      timeout: 300_000,
    });
    const ready = performance.now() - began;
    const times = [];
    let slowest = 0;
    for (const question of questions) {
      const before = await worked(session);
      times.push(
        await page.evaluate((text) => {
          const input = document.getElementById("q");
          input.value = text;
          const from = performance.now();
          input.dispatchEvent(new Event("input"));
          return performance.now() - from;
        }, question),
      );
      slowest = Math.max(slowest, ((await worked(session)) - before) * 1000);
    }
    row(
      "the atlas's pages",
      most,
      paths.map((path) => join(place, "own", path)),
      ready,
      times,
      slowest,
    );
    await page.close();
  }

  // The libraries, by two letters at a time, since they know no Japanese words.
  const tools = join(place, "tools");
  mkdirSync(tools);
  writeFileSync(join(tools, "package.json"), "{}");
  spawnSync(
    "npm",
    ["install", "--silent", "--prefix", tools, "minisearch@7", "flexsearch@0.8", "pagefind@1"],
    { stdio: "inherit" },
  );
  const require = createRequire(join(tools, "package.json"));
  const pairs = (text) => {
    const folded = text.normalize("NFKC").toLowerCase();
    return Array.from({ length: Math.max(1, folded.length - 1) }, (_, at) => folded.slice(at, at + 2));
  };
  const names = Array.from({ length: few }, (_, at) => nameOf(at));

  {
    const MiniSearch = require(join(tools, "node_modules/minisearch"));
    const index = new MiniSearch({ fields: ["name"], storeFields: ["name"], tokenize: pairs });
    index.addAll(names.map((name, id) => ({ id, name })));
    const file = join(place, "minisearch.json");
    writeFileSync(file, JSON.stringify(index));
    writeFileSync(
      join(place, "minisearch.js"),
      readFileSync(join(tools, "node_modules/minisearch/dist/umd/index.js")),
    );
    writeFileSync(
      join(place, "minisearch.html"),
      `<!doctype html><meta charset="utf-8"><script src="minisearch.js"></script>`,
    );
    const page = await browser.newPage();
    await page.goto(`${base}minisearch.html`);
    const [ready, times] = await page.evaluate(async (asked) => {
      const pairs = (text) => {
        const folded = text.normalize("NFKC").toLowerCase();
        return Array.from({ length: Math.max(1, folded.length - 1) }, (_, at) => folded.slice(at, at + 2));
      };
      const from = performance.now();
      const index = self.MiniSearch.loadJSON(await (await fetch("minisearch.json")).text(), {
        fields: ["name"],
        storeFields: ["name"],
        tokenize: pairs,
      });
      const ready = performance.now() - from;
      return [
        ready,
        asked.map((text) => {
          const at = performance.now();
          index.search(text, { combineWith: "AND" });
          return performance.now() - at;
        }),
      ];
    }, questions);
    row("minisearch", few, [file], ready, times);
    await page.close();
  }
  {
    writeFileSync(join(place, "names.json"), JSON.stringify(names));
    writeFileSync(
      join(place, "flexsearch.js"),
      readFileSync(join(tools, "node_modules/flexsearch/dist/flexsearch.bundle.min.js")),
    );
    writeFileSync(
      join(place, "flexsearch.html"),
      `<!doctype html><meta charset="utf-8"><script src="flexsearch.js"></script>`,
    );
    const page = await browser.newPage();
    await page.goto(`${base}flexsearch.html`);
    const [ready, times] = await page.evaluate(async (asked) => {
      const pairs = (text) => {
        const folded = text.normalize("NFKC").toLowerCase();
        return Array.from({ length: Math.max(1, folded.length - 1) }, (_, at) => folded.slice(at, at + 2));
      };
      const from = performance.now();
      const index = new self.FlexSearch.Index({ encode: pairs, tokenize: "strict" });
      for (const [id, name] of (await (await fetch("names.json")).json()).entries()) index.add(id, name);
      const ready = performance.now() - from;
      return [
        ready,
        asked.map((text) => {
          const at = performance.now();
          index.search(text, 100);
          return performance.now() - at;
        }),
      ];
    }, questions);
    row("flexsearch, indexed in the page", few, [join(place, "names.json")], ready, times);
    await page.close();
  }
  {
    const pagefind = await import(join(tools, "node_modules/pagefind/lib/index.js"));
    const { index } = await pagefind.createIndex({});
    const part = Math.min(few, 5000);
    for (const [id, name] of names.slice(0, part).entries())
      await index.addCustomRecord({
        url: `/cities/x/#K${id}`,
        content: name,
        language: "ja",
        meta: { title: name },
      });
    await index.writeFiles({ outputPath: join(place, "pagefind") });
    await pagefind.close();
    writeFileSync(join(place, "pagefind.html"), `<!doctype html><meta charset="utf-8">`);
    const page = await browser.newPage();
    await page.goto(`${base}pagefind.html`);
    const [ready, times] = await page.evaluate(
      async ([asked, script]) => {
        const from = performance.now();
        const found = await import(script);
        await found.init();
        const ready = performance.now() - from;
        const times = [];
        for (const text of asked) {
          const at = performance.now();
          const { results } = await found.search(text);
          await Promise.all(results.slice(0, 10).map((one) => one.data()));
          times.push(performance.now() - at);
        }
        return [ready, times];
      },
      [questions, "/pagefind/pagefind.js"],
    );
    const files = readdirSync(join(place, "pagefind"), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath ?? one.path, one.name));
    row("pagefind", part, files, ready, times);
    await page.close();
  }
  await browser.close();
} finally {
  server.close();
  rmSync(place, { recursive: true, force: true });
}
