// <kpi-compare> on a city's page, in every engine that is installed: loaded when first used, from an atlas elsewhere.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, settle, shown, states } from "../support/card-page.ts";
import { accidentsFile, writeAtlasFolder } from "../support/compared.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let hosts: Hosts;
let src = "";

beforeAll(async () => {
  const folder = await publishCardCity();
  const atlas = join(folder, "atlas");
  mkdirSync(atlas);
  writeAtlasFolder(atlas);
  // What no page may run or be broken by.
  const hostile = accidentsFile();
  const [first] = hostile.cities;
  if (!first) throw new Error("no city");
  writeAtlasFolder(atlas, {
    ...hostile,
    id: "C035",
    cities: [{ ...first, name: { ja: "<img src=x onerror=self.ran=1>市" }, label: { ja: "</script><b>名" } }],
  });
  writeAtlasFolder(atlas, { ...hostile, id: "C036", cities: undefined as never });
  hosts = await startHosts(folder);
  src = `${hosts.data}atlas/`;
});
afterAll(() => hosts?.close());

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    const open = async (body: string, options: Parameters<typeof cardPage>[2] = {}) => {
      await engine.open(cardPage(hosts, body, options));
      await settle(engine, 1);
    };
    const compare = (more = "") =>
      `<kpi-compare concept="C034" src="${src}" ${more}><a href="x">自分の文</a></kpi-compare>`;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());

    test("its script is asked for when a page first has one, and its data once, from the atlas", async () => {
      hosts.requests();
      await open(`<kpi-card indicator="K0001">1</kpi-card>`);
      expect(hosts.requests().some((path) => path.includes("kpi-compare"))).toBe(false);
      await open(compare() + compare());
      const asked = hosts.requests().filter((path) => /compare|atlas/.test(path));
      expect(asked).toEqual(["/widgets/kpi-compare.js", "/atlas/common-indicators/C034/data.js"]);
      expect(await states(engine, "kpi-compare")).toEqual(["loaded", "loaded"]);
    });

    test("every number comes with its doubt, in the order of codes, for each reader", async () => {
      await open(`${compare()}<div lang="en">${compare()}</div><div lang="ja-x-easy">${compare()}</div>`);
      const [ja = "", en = "", easy = ""] = await shown(engine, "kpi-compare");
      expect(ja).toContain(
        "架空県北市は2023年度に80件（速報）。架空県東市は2023年度に100件（値は要確認。備考：台風により中止）。架空県西町は2023年度に1,234件。",
      );
      expect(ja).toContain("順位ではありません");
      expect(ja).toContain("破線は参考値です：全国（統計局）");
      expect(ja).toContain("2022：前の年度と比べられません（数え方が変わったため）");
      expect(ja).toContain("出典：架空県北市（架空県北市「実績報告書」；CC BY 4.0）");
      expect(en).toContain(
        "Higashi City, FY2023: 100 cases (value in doubt; note (in Japanese): 台風により中止).",
      );
      expect(en).toContain("It is no ranking");
      expect(easy).toContain("1番、2番という 順では ありません");
      const japanese = await engine.run<string[]>(
        `[...document.querySelectorAll("div[lang=en] kpi-compare")[0].shadowRoot.querySelectorAll("span[lang=ja]")].map((one) => one.textContent)`,
      );
      expect(japanese.join()).toContain("台風により中止");
    });

    test("a picture for each: hollow where it is not sure, no line over a gap or a break, a dash for what is national", async () => {
      await open(compare());
      const drawn = await engine.run<{ unsure: number; path: string; dashes: number }[]>(
        `[...document.querySelector("kpi-compare").shadowRoot.querySelectorAll("svg")].map((one) => ({ unsure: one.querySelectorAll(".unsure").length, path: one.querySelector(".line").getAttribute("d"), dashes: one.querySelectorAll(".beside").length }))`,
      );
      expect(drawn.map(({ unsure }) => unsure)).toEqual([1, 1, 0]);
      expect(drawn[0]?.path.match(/[ML]/g)?.join("")).toBe("MLLL");
      // 2020, nothing, 2022 that does not compare, 2023.
      expect(drawn[1]?.path.match(/[ML]/g)?.join("")).toBe("MML");
      expect(drawn.map(({ dashes }) => dashes > 0)).toEqual([true, true, true]);
      expect(
        await engine.run(
          `[...document.querySelector("kpi-compare").shadowRoot.querySelectorAll("svg")].every((one) => one.getAttribute("aria-hidden") === "true")`,
        ),
      ).toBe(true);
    });

    test("cities can be chosen by code, or as those of one's own kind and size", async () => {
      await open(compare(`cities="999997 999989"`) + compare(`like="999989"`) + compare(`cities="111111"`));
      const [two = "", like = "", none = ""] = await shown(engine, "kpi-compare");
      expect(two).not.toContain("北市");
      expect(two.indexOf("東市")).toBeLessThan(two.indexOf("西町"));
      expect(like).toContain("北市");
      expect(like).not.toContain("西町");
      expect(none).toBe("自分の文");
      expect(await states(engine, "kpi-compare")).toEqual(["loaded", "loaded", "not-found"]);
    });

    test("changing the concept draws anew; what is not there, broken or hostile leaves the page's own text or plain words", async () => {
      const of = (concept: string) => `<kpi-compare concept="${concept}" src="${src}">自分の文</kpi-compare>`;
      await open(of("C099") + of("C036") + of("C035") + of("../x"));
      const [gone, broken, hostile = "", none] = await shown(engine, "kpi-compare");
      expect([gone, broken, none]).toEqual(["自分の文", "自分の文", "自分の文"]);
      expect((await states(engine, "kpi-compare")).slice(0, 3)).toEqual(["not-found", "malformed", "loaded"]);
      expect(hostile).toContain("<img src=x onerror=self.ran=1>市");
      expect(await engine.run("self.ran")).toBeFalsy();
      await engine.run(`document.querySelector("kpi-compare").concept = "C034"`);
      await settle(engine, 1);
      expect((await shown(engine, "kpi-compare"))[0]).toContain("架空県北市");
    });

    test("its links lead to the city's own page, or where nobody can open that, to the atlas", async () => {
      await open(`${compare()}<div lang="en">${compare()}</div>`);
      const links = await engine.run<string[]>(
        `[...document.querySelectorAll("kpi-compare")].flatMap((one) => [...one.shadowRoot.querySelectorAll("a")].map((a) => a.href))`,
      );
      expect(links).toEqual([
        `${src}common-indicators/C034/index.html`,
        "https://data.example.lg.jp/999962/indicators/K0002/#it",
        "https://data.example.lg.jp/999989/indicators/K0001/#it",
        `${src}cities/999997/index.html#K0003`,
        `${src}en/common-indicators/C034/index.html`,
        "https://data.example.lg.jp/999962/indicators/K0002/#it",
        "https://data.example.lg.jp/999989/indicators/K0001/#it",
        `${src}en/cities/999997/index.html#K0003`,
      ]);
    });

    test("axe finds nothing, with the table open", async () => {
      await open(`<main><h1>市のページ</h1>${compare()}</main>`, { lang: "ja" });
      const found = await engine.run<string[]>(
        `(() => { document.querySelector("kpi-compare").shadowRoot.querySelector("details").open = true; const script = document.createElement("script"); script.textContent = ${JSON.stringify(axe)}; document.head.append(script);
        return axe.run({ runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"] }).then((all) => all.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.target.flat().join(" ")).slice(0, 3).join(", "))); })()`,
      );
      expect(found).toEqual([]);
    });

    test("on a narrow page nothing is cut off, and a host's style does not come in", async () => {
      await open(`<div style="width: 220px">${compare()}</div>`, {
        head: "<style>* { font-size: 40px !important; letter-spacing: 1em } table { width: 2000px } body { margin: 0 }</style>",
      });
      const { wide, letter } = await engine.run<{ wide: number; letter: string }>(
        `(() => { const root = document.querySelector("kpi-compare").shadowRoot; const box = root.querySelector("article").getBoundingClientRect(); return { wide: [...root.querySelectorAll("li, svg, p")].filter((one) => one.getBoundingClientRect().right > box.right + 1).length, letter: getComputedStyle(root.querySelector("article")).letterSpacing }; })()`,
      );
      expect(wide).toBe(0);
      expect(letter).not.toBe("40px");
    });
  });
}
