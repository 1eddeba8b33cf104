// Every kind of page as a crawler, a checker and a slow line see it: valid, light, whole and linked.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BuilderData } from "../../packages/publisher/src/site/embed-builder.ts";
import {
  type EmbedForm,
  embedCode,
  embedFile,
  embedForms,
  formFits,
} from "../../packages/publisher/src/site/embeds/embed-codes.ts";
import type { SearchIndex } from "../../packages/publisher/src/site/search/search-index.ts";
import { filesIn } from "../support/files.ts";
import { atsugi } from "../support/places.ts";
import { type ServedCity, serveCity } from "../support/served-city.ts";

let city: ServedCity;
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  city = await serveCity(atsugi);
  pages = new Map(
    [...filesIn(city.folder)]
      .filter(([path]) => path.endsWith("index.html") && !path.startsWith("releases/"))
      .map(([path, bytes]) => [path, bytes.toString("utf8")]),
  );
});
afterAll(() => city?.close());

const kinds = [
  "index.html",
  "embed/index.html",
  "plans/P01/index.html",
  "goals/G01/index.html",
  "policies/S001/index.html",
  "initiatives/T004/index.html",
  "projects/J0005/index.html",
  "indicators/K0002/index.html",
  "indicators/K0140/index.html",
  "indicators/K0168/index.html",
];
const everyKind = kinds.flatMap((path) => ["", "en/", "easy/"].map((folder) => folder + path));

const hasJava = existsSync("/usr/bin/java");

describe.skipIf(!hasJava)(`the Nu HTML checker${hasJava ? "" : " (skipped: Java is not installed)"}`, () => {
  test("finds nothing on any kind of page", () => {
    const jar = join(
      dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")),
      "build/dist/vnu.jar",
    );
    const run = () =>
      execFileSync(
        "java",
        // A page from disk has no origin for the checker, so that it takes every script for another host's.
        [
          "-jar",
          jar,
          "--format",
          "gnu",
          "--filterpattern",
          ".*violates Content Security Policy.*",
          "--Werror",
          ...everyKind.map((path) => join(city.folder, path)),
        ],
        { encoding: "utf8", stdio: "pipe" },
      );
    expect(run).not.toThrow();
  });
});

test("every page has one h1, landmarks, a skip link, its language, its address and Open Graph", () => {
  expect(pages.size).toBeGreaterThan(1200);
  for (const [path, text] of pages) {
    const one = (pattern: RegExp) => expect([path, text.match(pattern)?.length]).toEqual([path, 1]);
    one(/<h1[ >]/g);
    one(/<main id="main"/g);
    one(/<header class="site">/g);
    one(/<footer class="site">/g);
    one(/<a class="skip" href="#main">/g);
    one(/<meta property="og:title"/g);
    one(/<meta property="og:url"/g);
    const language = path.startsWith("en/") ? "en" : path.startsWith("easy/") ? "ja-x-easy" : "ja";
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(
      `<link rel="canonical" href="https://shihyo.example/142123/${path.replace("index.html", "")}">`,
    );
    // Terms (units, periods, statuses …) have one page, in Japanese with English names.
    const isForAll =
      /^(en\/|easy\/)?((plans|goals|policies|initiatives|projects|indicators|embed)\/|index)/.test(path);
    for (const other of isForAll ? ["ja", "en", "ja-x-easy"] : [])
      expect(text).toContain(`hreflang="${other}" href="https://`);
    expect(text).not.toMatch(/ style="| on[a-z]+="|<style|javascript:/);
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    expect(policy?.replaceAll("&#39;", "'")).toMatch(/^default-src 'self'; (?!.*unsafe)/);
  }
});

test("every link within the pages leads to a file that is there, and to a place in it", () => {
  const files = filesIn(city.folder);
  const broken: string[] = [];
  const ids = new Map<string, Set<string>>();
  const idsOf = (path: string) => {
    const before =
      ids.get(path) ?? new Set([...(pages.get(path) ?? "").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
    ids.set(path, before);
    return before;
  };
  for (const [path, text] of pages) {
    for (const [, name, link = ""] of text.matchAll(/ (href|src)="([^"]*)"/g)) {
      if (/^(https?|data):/.test(link)) continue;
      const [place = "", hash = ""] = link.replaceAll("&amp;", "&").split("#");
      const target = posix.join(posix.dirname(path), place.replace(/\?.*$/, "") || posix.basename(path));
      if (!files.has(target)) broken.push(`${path}: ${name}="${link}"`);
      else if (hash && pages.has(target) && !idsOf(target).has(hash)) broken.push(`${path}: ${link}`);
    }
  }
  expect([...new Set(broken)].slice(0, 20)).toEqual([]);
});

test("every address in the search data leads to a page that is there, and to a place in it, for each reader", () => {
  const said = readFileSync(join(city.folder, "assets/search.js"), "utf8");
  const index = JSON.parse(said.slice(said.indexOf("push(") + 5, said.lastIndexOf(")"))) as SearchIndex;
  const things = [...Object.values(index.nodes), ...index.activities];
  expect(index.activities.length).toBeGreaterThan(400);
  // A number that search finds carries its doubt.
  const doubtful = index.activities.filter(
    ({ ja, en = "" }) =>
      /（令和6年度、(名称|値)は要確認/.test(ja) && / \(FY2024 \(Reiwa 6\); (name|value) in doubt/.test(en),
  );
  expect(doubtful.length).toBeGreaterThan(20);
  const lost: string[] = [];
  for (const { path } of things) {
    const [folder = "", place] = path.split("#");
    for (const reader of ["", "en/", "easy/"]) {
      const text = pages.get(`${reader}${folder}index.html`);
      if (text === undefined) lost.push(reader + path);
      // A row of a table, so that it can be marked as the one that was meant.
      else if (place !== undefined && !text.includes(`<tr id="${place}"`)) lost.push(reader + path);
    }
  }
  for (const [id, [, ...nodes]] of Object.entries(index.indicators)) {
    if (!pages.has(`indicators/${id}/index.html`)) lost.push(id);
    for (const node of nodes) if (!index.nodes[node]) lost.push(`${id} ${node}`);
  }
  expect(lost).toEqual([]);
});

test("every address that the builder puts into a code is there, whatever is chosen", () => {
  const files = filesIn(city.folder);
  const base = "https://shihyo.example/142123/";
  const lost = new Set<string>();
  let count = 0;
  for (const folder of ["", "en/", "easy/"]) {
    const page = pages.get(`${folder}embed/index.html`) ?? "";
    const said = / data-of="([^"]*)"/.exec(page)?.[1] ?? "";
    const data = JSON.parse(said.replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as BuilderData;
    const offered = [...page.matchAll(/<option value="([a-z]+)">/g)].map(([, form]) => form as EmbedForm);
    const forms = embedForms.filter((form) => offered.includes(form));
    expect(forms).toEqual(embedForms);
    const options = [...page.matchAll(/ data-path="([^"]*)"/g)].map(([, path = ""]) => path);
    expect(options.filter((path) => path.startsWith("indicators/"))).toHaveLength(225);
    for (const path of options) {
      const indicator = files.get(`${path}data.json`);
      const years: number[] = path.startsWith("indicators/")
        ? JSON.parse(`${indicator}`).indicator.years.map((one: { year: number }) => one.year)
        : [];
      for (const reader of ["ja", "en", "easy"] as const) {
        for (const year of [undefined, ...years]) {
          const choice = {
            base,
            path,
            text: "文",
            sentence: "文",
            label: "名",
            reader,
            own: data.own[reader] ?? [],
          };
          const subject = year === undefined ? choice : { ...choice, year };
          // A form that is a file is offered for an earlier year only where the city pins it.
          const isWritten = year === undefined || data.pinned.includes(year);
          for (const form of forms) {
            const file = embedFile(form, subject);
            if (!formFits(path, form) || (file !== undefined && !isWritten)) continue;
            count += 1;
            if (file !== undefined && !files.has(file)) lost.add(`${folder}${path}: ${file}`);
            const code = form === "fragment" ? `${files.get(file ?? "")}` : (embedCode(form, subject) ?? "");
            for (const [, address = ""] of code.matchAll(/ (?:src|href)="([^"]*)"/g)) {
              const [to = "", place] = address.replace(base, "").split("#");
              const target = to === "" || to.endsWith("/") ? `${to}index.html` : to;
              if (!files.has(target)) lost.add(`${folder}${path}: ${address}`);
              // `#text` asks for no card and is no place.
              if (place && place !== "text" && !pages.get(target)?.includes(` id="${place}`))
                lost.add(`${folder}${path}: ${address}`);
            }
          }
        }
      }
    }
  }
  expect([...lost].slice(0, 20)).toEqual([]);
  expect(count).toBeGreaterThan(3 * 3 * 225 * 8);
});

test("the page of each indicator and node leads to where its embed is made", () => {
  const made = new Set(
    [...(pages.get("embed/index.html") ?? "").matchAll(/ \(([^()"]+)\)"[^>]* data-path/g)].map(
      ([, id]) => id,
    ),
  );
  const lost = [...pages].flatMap(([path, text]) => {
    const [, root = "", id] = /<a data-embed href="([^"]*)embed\/index\.html\?of=([^"]+)"/.exec(text) ?? [];
    if (id !== undefined && (!made.has(id) || !path.includes(`/${id}/`) || !/^(\.\.\/)+/.test(root)))
      return [path];
    return /^(en\/|easy\/)?indicators\/K/.test(path) && id === undefined ? [path] : [];
  });
  expect(made.size).toBeGreaterThan(225);
  expect(lost.slice(0, 10)).toEqual([]);
});

test("the line with a version that never changes bears that file's hash", () => {
  const files = filesIn(city.folder);
  for (const path of ["", "en/", "easy/"].map((reader) => `${reader}embed/index.html`)) {
    const line =
      /src=&quot;https:\/\/shihyo\.example\/142123\/(widgets\/kpi-[0-9.]+\.js)&quot; integrity=&quot;sha256-([^&]+)&quot;/;
    const [, file = "", hash] = line.exec(pages.get(path) ?? "") ?? [];
    expect(createHash("sha256").update(files.get(file)!).digest("base64")).toBe(hash);
  }
});

test("on easy pages the words that are ours are easy: reasons, directions, periods, states", () => {
  const hard =
    /前年度の値がない|当年度の値がない|数値ではないため|理由は不明|判断しない|単年度|（推定）|値なし|該当なし|未実施|集計中|比較できません|名称は|要確認/;
  const found = [...pages].flatMap(([path, text]) => {
    if (!path.startsWith("easy/")) return [];
    // What is quoted stays as it was written: codes to paste, the city's sentences and our notes on the print.
    const own = text
      .replace(/ data-(of|words)="[^"]*"/g, "")
      .replace(/<tr class="note">[\s\S]*?<\/tr>/g, "")
      .replace(/<dd>[^<]{30,}<\/dd>/g, "");
    const [word] = hard.exec(own) ?? [];
    return word === undefined
      ? []
      : [`${path}: ${own.slice(own.indexOf(word) - 60, own.indexOf(word) + 20)}`];
  });
  expect(found.slice(0, 10)).toEqual([]);
});

test("the landing page is under 60 kB of HTML, CSS and JavaScript, gzipped", () => {
  for (const page of ["index.html", "en/index.html", "easy/index.html"]) {
    const text = pages.get(page)!;
    const parts = [...text.matchAll(/<(?:script src|link rel="stylesheet" href)="([^"]+)"/g)].map(
      ([, path]) => readFileSync(join(city.folder, posix.join(posix.dirname(page), path!))),
    );
    expect(parts).toHaveLength(4);
    const size = [Buffer.from(text), ...parts].reduce(
      (sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length,
      0,
    );
    expect(size).toBeLessThan(60_000);
  }
});

test("everything that the tables hold has its page, for each reader", () => {
  const ids = (file: string) =>
    readFileSync(join(atsugi, file), "utf8")
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => /^"?([A-Z][0-9]+)"?,/.exec(line)?.[1] ?? []);
  const folders: Readonly<Record<string, string>> = {
    P: "plans",
    G: "goals",
    S: "policies",
    T: "initiatives",
    J: "projects",
    K: "indicators",
  };
  const all = [...ids("nodes.csv"), ...ids("indicators.csv")];
  expect(all.length).toBeGreaterThan(400);
  for (const id of all) {
    for (const reader of ["", "en/", "easy/"]) {
      expect(pages.has(`${reader}${folders[id[0]!]}/${id}/index.html`)).toBe(true);
    }
  }
});

test("English pages are in English but for what the city has only in Japanese", () => {
  for (const path of everyKind.filter((one) => one.startsWith("en/"))) {
    const text = pages
      .get(path)!
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
      .replace(/<nav class="languages"[\s\S]*?<\/nav>/, "")
      .replace(/ data-words="[^"]*"/g, "");
    const japanese = [
      ...text.matchAll(
        /<(?:h1|h2|h3|caption|th scope="col"|dt|label|button|option)(?![^>]* lang="ja)[^>]*>([^<]*[ぁ-んァ-ン一-龠][^<]*)</g,
      ),
    ];
    expect([path, japanese.map(([, words]) => words)]).toEqual([path, []]);
  }
});
