// The pages of an atlas: what may stand in one picture and what beside it, doubt with every number, search without a server.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CommonIndicatorFileJson } from "@shihyo/core";
import jsonld from "jsonld";
import { Parser, type Quad } from "n3";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readCatalogue } from "../../packages/publisher/src/atlas/city-catalogue.ts";
import { withAtlas } from "../../packages/publisher/src/atlas/moves.ts";
import { atlasPage, commonMain } from "../../packages/publisher/src/atlas/pages/pages.ts";
import { similarScript } from "../../packages/publisher/src/atlas/pages/similar-script.ts";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { accidentsFile } from "../support/compared.ts";
import { command, top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { sampleCity } from "../support/sample-city.ts";
import { shihyo } from "../support/shihyo.ts";

const folder = scratch();
const [atlas, out] = [join(folder, "atlas"), join(folder, "out")];
const page = (path: string) => readFileSync(join(out, path), "utf8");

beforeAll(async () => {
  const cities = ["official", "parts", "words"].map((name) => join(folder, name));
  for (const city of cities)
    await publishInto(city, join(top, "tests/cities", city.slice(folder.length + 1), "data"));
  const sample = join(folder, "sample");
  await publishInto(sample, sampleCity(join(folder, "sample-data")));
  mkdirSync(atlas);
  // 交通事故の件数 of one; 参加した児童の数 and 派遣回数 of another, in other units or only a part.
  writeFileSync(
    join(atlas, "alignments.csv"),
    "全国地方公共団体コード,指標ID,共通指標,一致\n999989,K0002,C034,完全\n999971,K0008,C034,完全\n999962,K0002,C034,狭い\n999962,K0005,C001,完全\n",
  );
  writeFileSync(
    join(atlas, "references.csv"),
    '\uFEFF全国地方公共団体コード,年度,値,出典,共通指標,名称\r\n000000,2023,28,見本統計,C034,全国平均\r\n000000,2024,"1,027",見本統計,C034,全国平均\r\n',
  );
  for (const args of [
    ["atlas", "add", ...cities, sample],
    ["atlas", "update"],
    ["atlas", "publish", "--out", out],
  ]) {
    const { status, stderr } = await shihyo([...args, "--atlas", atlas]);
    if (status !== 0) throw new Error(stderr);
  }
});

test("what is the same in one unit and on one basis of time stands in one picture, in the order of codes", () => {
  const text = page("common-indicators/C034/index.html");
  const [, pictures = ""] = /<div class="multiples">(.*?)<\/div>/s.exec(text) ?? [];
  expect(pictures.match(/<figcaption>[^<]*/g)).toEqual(["<figcaption>架空県手本市"]);
  const [, beside = ""] = /並べられないもの<\/h2>(.*?)<\/ul>/s.exec(text) ?? [];
  expect(beside).toContain("参加した児童の数");
  expect(beside).toContain("これの一部だけを数えています");
  expect(beside).toContain("救急出動回数");
  expect(beside).toContain("単位が回");
});

test("whose an alignment is, what a city may be used for and where it comes from is said", () => {
  expect(page("common-indicators/C034/index.html")).toContain("このアトラスの作成者");
  expect(page("index.html")).toContain("CC BY 4.0");
  expect(page("cities/999962/index.html")).toContain("出典：");
  expect(page("cities/999962/index.html")).toContain("非公式");
});

test("what the pages link to is there, and nothing leads to a placeholder", () => {
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
  expect(pages.length).toBeGreaterThan(5);
  for (const name of pages) {
    for (const [, link = ""] of page(name).matchAll(/(?:href|src)="([^"#]+)"/g)) {
      if (link.startsWith("data:")) continue;
      if (/^https?:/.test(link)) expect(link).not.toContain("shihyo.example");
      else expect(existsSync(join(out, name, "..", link)), `${name}: ${link}`).toBe(true);
    }
  }
});

test("the same stands in English, and each page leads to the other language", () => {
  const text = page("en/common-indicators/C034/index.html");
  expect(text).toContain("<figcaption>Tehon City");
  expect(text).toContain("it counts a part of this only");
  expect(text).toContain('href="../../../common-indicators/C034/index.html"');
  expect(page("common-indicators/C034/index.html")).toContain(
    'href="../../en/common-indicators/C034/index.html"',
  );
  expect(page("en/index.html")).toContain("All values (Parquet)");
  // Japanese words on an English page are marked as such.
  expect(page("en/cities/999962/index.html")).toMatch(/<span lang="ja">[^<]*内訳/);
});

test("reference values stand in the pictures, in the table and in the file for elements, with their source", () => {
  const text = page("common-indicators/C034/index.html");
  expect(text).toContain("破線は参考値です：全国平均（見本統計）");
  expect(text).toMatch(/<tr class="reference"><th scope="row">全国平均<\/th>.*?1,027/s);
  expect(text).toContain('class="beside"');
  const file = JSON.parse(page("common-indicators/C034/data.json")) as CommonIndicatorFileJson;
  expect(file.references).toMatchObject([{ name: "全国平均", source: "見本統計" }]);
  expect(page("common-indicators/C034/data.js")).toMatch(
    /^\uFEFF\(self\.kpiData \?\?= \[\]\)\.push\(\{[^<\u2028\u2029]*\}\);\n$/,
  );
});

test.each([
  ["142123,2024,x,源,C034", "4行目：「x」は数ではありません"],
  ["142123,2024,1,,C034", "4行目：出典がありません"],
  ["142123,令和6,1,源,C034", "4行目：「令和6」は西暦の年ではありません"],
  ["14212,2024,1,源,C034", "4行目：「14212」は6桁のコードではありません"],
  ["142123,2024,1,源,C999", "4行目：「C999」という共通指標はありません"],
])(
  "a row of reference values that cannot be read (%s) is told, and nothing is published",
  async (row, told) => {
    const file = join(atlas, "references.csv");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, `${before}${row}\r\n`);
    const { status, stderr } = await shihyo([
      "atlas",
      "publish",
      "--atlas",
      atlas,
      "--out",
      out,
      "--lang",
      "ja",
    ]);
    writeFileSync(file, before);
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  },
);

test("the cities page says how many stars each city's catalogue stands for", () => {
  const text = page("index.html");
  // The made-up cities stand under addresses that nobody can open: the fourth star is not theirs.
  expect(text.match(/5つのうち3/g)).toHaveLength(4);
  const turtle = readFileSync(join(folder, "official/catalog.ttl"), "utf8");
  expect(readCatalogue(turtle.replaceAll("tehon.example", "data.tehon.lg.jp")).stars).toBe(5);
  expect(readCatalogue(turtle.replaceAll(/dct:license <[^>]*> ;/g, "")).stars).toBe(0);
  expect(
    readCatalogue(
      turtle.replaceAll("text/turtle", "x/x").replaceAll(/application\/(n-triples|ld\+json)/g, "x/x"),
    ).stars,
  ).toBe(3);
});

test("the scheme and the catalogue are Turtle, and the alignments are in the scheme", () => {
  const quads = new Parser().parse(page("common-indicators/scheme.ttl"));
  expect(quads.filter(({ predicate }) => predicate.value.endsWith("exactMatch"))).toHaveLength(3);
  expect(quads.filter(({ predicate }) => predicate.value.endsWith("broadMatch"))).toHaveLength(1);
  expect(new Parser().parse(page("catalog.ttl")).length).toBeGreaterThan(10);
});

test("JSON-LD and Turtle of the scheme are one graph, and every common indicator has its page", async () => {
  const turtle = new Parser().parse(page("common-indicators/scheme.ttl"));
  const quads = await jsonld.toRDF(JSON.parse(page("common-indicators/scheme.jsonld")), {
    format: "application/n-quads",
  });
  const text = ({ subject, predicate, object }: Quad) =>
    `${subject.value} ${predicate.value} ${object.value} ${object.termType === "Literal" ? object.language : ""}`;
  const found = new Parser().parse(String(quads)).map(text);
  expect(found.toSorted()).toEqual(turtle.map(text).toSorted());
  const concepts = turtle.filter(({ object }) => object.value.endsWith("core#Concept"));
  expect(concepts).toHaveLength(74);
  for (const { subject } of concepts) {
    const [, path = ""] = /(common-indicators\/C\d+\/)#it$/.exec(subject.value) ?? [];
    expect(page(`${path}index.html`)).toContain('id="it"');
    expect(page(`en/${path}index.html`)).toContain('id="it"');
  }
  expect(page("common-indicators/index.html")).toContain("出生数");
});

test.skipIf(process.platform !== "linux" || spawnSync("script", ["-qec", "true", "/dev/null"]).status !== 0)(
  "the pages are opened in a browser at a terminal, and only there",
  async () => {
    const place = join(folder, "browser");
    mkdirSync(place);
    const [opened, pages] = [join(place, "opened"), join(place, "pages")];
    writeFileSync(join(place, "xdg-open"), `#!/bin/sh\necho "$1" > ${opened}\n`, { mode: 0o755 });
    const env = { PATH: `${place}:${process.env.PATH}` };
    const args = ["atlas", "publish", "--atlas", atlas, "--out", pages, "--open"];
    expect((await shihyo(args, { env })).status).toBe(0);
    expect(existsSync(opened)).toBe(false);
    const line = [process.execPath, command, ...args].join(" ");
    expect(spawnSync("script", ["-qec", line, "/dev/null"], { env }).status).toBe(0);
    await vi.waitFor(() =>
      expect(readFileSync(opened, "utf8")).toBe(`${pathToFileURL(join(pages, "index.html")).href}\n`),
    );
  },
);

test("a folder that is somebody else's is left alone", async () => {
  const other = join(folder, "other");
  mkdirSync(other);
  writeFileSync(join(other, "mine.txt"), "mine");
  const { status } = await shihyo(["atlas", "publish", "--atlas", atlas, "--out", other]);
  expect(status).toBe(2);
  expect(readdirSync(other)).toEqual(["mine.txt"]);
});

test("an address of another kind than the web's is shown as words", async () => {
  const hostile = join(folder, "hostile");
  mkdirSync(hostile);
  cpSync(join(folder, "parts"), join(hostile, "city"), { recursive: true });
  const sly = "javascript:alert(1)//";
  const files = ["999962_indicator_result.csv", "999962_indicator.csv"];
  const hashes = files.map((name) => {
    const file = join(hostile, "city", name);
    const text = readFileSync(file, "utf8").replace(/"https?:\/\/[^"]*indicators\//g, `"${sly}`);
    expect(text).toContain(sly);
    writeFileSync(file, text);
    return [name, text] as const;
  });
  const file = join(hostile, "city/catalog.ttl");
  let turtle = readFileSync(file, "utf8").replace(/dct:license <[^>]*>/g, `dct:license <${sly}>`);
  for (const [name, text] of hashes) {
    const id = name.includes("result") ? "csv-indicator-result" : "csv-indicator";
    const bytes = Buffer.from(text);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    turtle = turtle
      .replace(
        new RegExp(`(<catalog/#${id}> a dcat:Distribution[^]*?dcat:byteSize ")\\d+`),
        `$1${bytes.length}`,
      )
      .replace(new RegExp(`(<catalog/#${id}-checksum> a [^]*?checksumValue ")[0-9a-f]+`), `$1${sha256}`);
  }
  writeFileSync(file, turtle);
  const [store, pages] = [join(hostile, "atlas"), join(hostile, "out")];
  for (const args of [["add", join(hostile, "city")], ["update"], ["publish", "--out", pages]]) {
    const { status, stderr } = await shihyo(["atlas", ...args, "--atlas", store]);
    expect([status, stderr]).toEqual([0, ""]);
  }
  const shown = readFileSync(join(pages, "cities/999962/index.html"), "utf8");
  expect(shown).toContain("参加した児童の数");
  expect(shown).not.toMatch(/href="(?!https?:|[.#]|data:,")/);
  expect(readFileSync(join(pages, "index.html"), "utf8")).not.toMatch(/href="javascript/);
});

test("what a run left that was cut off while it put the folder in place is put right", async () => {
  const place = join(folder, "cut");
  await shihyo(["atlas", "publish", "--atlas", atlas, "--out", place]);
  renameSync(place, join(folder, ".cut.old"));
  const { status } = await shihyo(["atlas", "publish", "--atlas", atlas, "--out", place]);
  expect(status).toBe(0);
  expect(existsSync(join(place, "index.html"))).toBe(true);
  expect(existsSync(join(folder, ".cut.old"))).toBe(false);
});

test("it waits for nobody: while the atlas is gathered nothing is published", async () => {
  await withAtlas(atlas, async () => {
    const { status, stderr } = await shihyo(["atlas", "publish", "--atlas", atlas, "--out", out]);
    expect(status).toBe(3);
    expect(stderr).toContain(atlas);
  });
});

describe.skipIf(!hasChromium)("search, from disk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  test("similar bodies alone can be chosen, where there are several", async () => {
    const place = join(folder, "similar/common-indicators/C034");
    mkdirSync(place, { recursive: true });
    mkdirSync(join(folder, "similar/assets"));
    writeFileSync(join(folder, "similar/assets/similar.js"), similarScript);
    const main = commonMain("ja", accidentsFile(), new Map());
    const scripts = ["assets/similar.js"];
    const shownPage = { reader: "ja", title: "x", folder: "common-indicators/C034/", main, scripts } as const;
    writeFileSync(join(place, "index.html"), atlasPage(shownPage));
    const view = await browser.newPage();
    await view.goto(pathToFileURL(join(place, "index.html")).href);
    const seen = () =>
      view
        .locator("figure:visible")
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.code));
    expect(await seen()).toEqual(["999962", "999989", "999997"]);
    await view.selectOption("#like", "999989");
    expect(await seen()).toEqual(["999962", "999989"]);
    expect(await view.textContent("#shown")).toBe("2団体を表示しています。");
    await view.selectOption("#like", "999997");
    expect(await seen()).toEqual(["999997"]);
    await view.selectOption("#like", "");
    expect(await seen()).toHaveLength(3);
    await view.close();
  });

  test("the element draws from the atlas's own folder, and knows what is not there from what cannot be reached", async () => {
    const view = await browser.newPage();
    const place = join(out, "own.html");
    writeFileSync(
      place,
      `<!doctype html><meta charset="utf-8"><html lang="ja"><script src="widgets/kpi.js" defer></script><kpi-compare concept="C034"></kpi-compare><kpi-compare concept="C999"></kpi-compare>`,
    );
    await view.goto(pathToFileURL(place).href);
    await expect
      .poll(() =>
        view.locator("kpi-compare").evaluateAll((all) => all.map((one) => one.getAttribute("state"))),
      )
      .toEqual(["loaded", "not-found"]);
    rmSync(place);
    await view.close();
  });

  test("finds names of all cities by any word, and leads to the very row", async () => {
    const view = await browser.newPage();
    await view.goto(pathToFileURL(join(out, "index.html")).href);
    await view.fill("#q", "件数");
    await expect.poll(() => view.textContent("#found")).toMatch(/^[0-9]+件/);
    const links = await view
      .locator("#results a")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(links.some((href) => href.endsWith("cities/999989/index.html#K0002"))).toBe(true);
    await view.fill("#q", "ｺｳﾂｳ 無い言葉");
    await expect.poll(() => view.textContent("#found")).toBe("0件");
    await view.close();
  });
});
