// Links and elements as people and editors leave them on a page, scripts that come twice, and pages that change later.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle, shown, states } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

let folder: string;
let hosts: Hosts;
let other: Hosts;
let bundle: string;

/** A page's own bundle with our package in it. */
async function bundled(): Promise<string> {
  const entry = join(mkdtempSync(join(tmpdir(), "shihyo-bundle-")), "entry.js");
  const define = createRequire(import.meta.url).resolve("@shihyo/widgets/define");
  writeFileSync(entry, `import ${JSON.stringify(define)};`);
  const made: unknown = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, lib: { entry, formats: ["iife"], name: "Page", fileName: "page" } },
  });
  const [{ output }] = made as [{ output: [{ code: string }] }];
  return output[0].code;
}

beforeAll(async () => {
  folder = await publishCardCity();
  hosts = await startHosts(folder);
  other = await startHosts(folder);
  bundle = await bundled();
}, 60_000);
afterAll(async () => {
  await hosts?.close();
  await other?.close();
});

const words = "来館者数：1,234人（令和6年度）";
const listening = `<script>self.faults = []; addEventListener("error", (event) => faults.push(event.message)); addEventListener("unhandledrejection", (event) => faults.push(String(event.reason))); console.error = (...all) => faults.push(all.join(" "));</script>`;

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    beforeEach(() => {
      hosts.requests();
      hosts.answer = undefined;
    });
    const open = async (body: string, options: Parameters<typeof cardPage>[2] = {}, least = 1) => {
      await engine.open(cardPage(hosts, body, { ...options, head: listening + (options.head ?? "") }));
      if (least) await settle(engine, least);
      else await engine.run("new Promise((done) => setTimeout(done, 300))");
    };
    const link = (path: string, inner = words) => `<a href="${hosts.data}${path}">${inner}</a>`;
    const cards = () => engine.run<number>(`(${deep})("kpi-card[state=loaded]").length`);
    const faults = () => engine.run<string[]>("self.faults");

    describe("a link as it was pasted becomes a card", () => {
      const pasted: Readonly<Record<string, () => string>> = {
        "with a campaign's mark": () => link("indicators/K0001/?utm_source=letter&amp;utm_medium=mail"),
        "without its last slash": () => link("indicators/K0001"),
        "with the file's name": () => link("indicators/K0001/index.html"),
        "of the English pages": () => link("en/indicators/K0001/"),
        "of the easy pages": () => link("easy/indicators/K0001/"),
        "beside a space without width": () => `\u200b${link("indicators/K0001/")}\u200b`,
        "beside an empty span": () => `<span></span>${link("indicators/K0001/")}<span> </span>`,
        "with XHTML's line ends": () => `<br/>${link("indicators/K0001/")}<br />`,
        "wrapped as Word does": () => `<span style="color:red"><b>${link("indicators/K0001/")}</b></span>`,
        "of one year": () => link("indicators/K0001/FY2023/"),
      };
      for (const [title, html] of Object.entries(pasted)) {
        test(title, async () => {
          await open(`<p>${html()}</p>`);
          expect(await cards()).toBe(1);
          expect((await shown(engine, "kpi-card"))[0]).toMatch(
            title.includes("English") ? /1,234/ : title.includes("year") ? /1,100人/ : /1,234人/,
          );
          expect(await faults()).toEqual([]);
        });
      }

      test("each in the language of its own pages, and leading there", async () => {
        await open(`<p>${link("en/indicators/K0001/")}</p><p>${link("easy/indicators/K0001/")}</p>`, {}, 2);
        expect(
          await engine.run(
            `(${deep})("kpi-card").map((one) => { const a = one.shadowRoot.querySelector("a"); return [one.shadowRoot.querySelector("article").lang, a.href.slice(${hosts.data.length}), a.hreflang]; })`,
          ),
        ).toEqual([
          ["en", "en/indicators/K0001/index.html", "en"],
          ["ja-x-easy", "easy/indicators/K0001/index.html", "ja-x-easy"],
        ]);
      });
    });

    describe("a link to a part of the plan becomes its grid", () => {
      const grids = () =>
        engine.run<string[]>(`(${deep})("kpi-grid").map((one) => one.getAttribute("node"))`);

      test("of any level, in a reader's own folder, each with its cards", async () => {
        await open(
          `<p>${link("goals/G01/", "目標の指標")}</p><p>${link("en/projects/J0001/", "Its figures")}</p>`,
          {},
          3,
        );
        expect(await grids()).toEqual(["goals/G01", "projects/J0001"]);
        const inGrids = `(${deep})("kpi-grid").flatMap((one) => [...one.shadowRoot.querySelectorAll("kpi-card[state=loaded]")]).length`;
        await expect.poll(() => engine.run<number>(inGrids)).toBeGreaterThan(2);
        expect(
          await engine.run(
            `(${deep})("kpi-grid").map((one) => one.shadowRoot.querySelector("article").lang)`,
          ),
        ).toEqual(["ja", "en"]);
        expect(await faults()).toEqual([]);
      });

      test("once beside its own grid, and not of what is no part of a plan", async () => {
        await open(
          `<kpi-grid node="goals/G01"></kpi-grid><p>${link("goals/G01/", "目標の指標")}</p><p>${link("units/U01/", "件")}</p><p>${link("releases/latest/", "版")}</p><p>くわしくは ${link("projects/J0001/", "事業")} を</p>`,
        );
        expect(await grids()).toEqual(["goals/G01"]);
        expect(await faults()).toEqual([]);
      });

      test("and stays a link where the plan has no such part", async () => {
        await open(`<p>${link("goals/G99/", "ない目標")}</p>`, {}, 0);
        expect(await grids()).toEqual([]);
      });
    });

    test("what is no address of an indicator is left alone, without an error", async () => {
      await open(
        `<p>${link("indicators/%E3%/")}</p><p>${link("indicators/")}</p><p>${link("indicators/K0001/#text")}</p><p><a href="http://[">x</a></p>
         <svg width="100" height="20"><a href="${hosts.data}indicators/K0001/"><text y="10">${words}</text></a></svg><p><svg width="9" height="9"><a href="${hosts.data}indicators/K0001/"></a></svg></p>`,
        {},
        0,
      );
      expect(await engine.run(`(${deep})("kpi-card").length`)).toBe(0);
      expect(await faults()).toEqual([]);
    });

    describe("once, where an editor made two of it", () => {
      const twice: Readonly<Record<string, () => string>> = {
        "the link taken out of the element, beside it": () =>
          `<kpi-card indicator="K0001"></kpi-card><p>${link("indicators/K0001/")}</p>`,
        "both in paragraphs (WordPress's classic editor)": () =>
          `<p><kpi-card indicator="K0001"></kpi-card></p>\n<p>${link("indicators/K0001/")}</p>`,
        "the link before the element": () =>
          `<p>${link("indicators/K0001/")}</p><kpi-card indicator="K0001"></kpi-card>`,
        "the link in the element": () =>
          `<kpi-card indicator="K0001">${link("indicators/K0001/")}</kpi-card>`,
        "the link in a paragraph in the element": () =>
          `<kpi-card indicator="K0001"><p>${link("indicators/K0001/")}</p></kpi-card>`,
      };
      for (const [title, html] of Object.entries(twice)) {
        test(title, async () => {
          await open(html());
          expect(await engine.run(`(${deep})("kpi-card").length`)).toBe(1);
        });
      }

      test("what a sanitizer leaves of a fragment stays the text that it is, and its link a link", async () => {
        const fragment = readFileSync(join(folder, "indicators/K0001/fragment.html"), "utf8");
        // Its link, as every sanitizer leaves it, in paragraphs of its own.
        const left = /<a href="([^"]*)"[^>]*>([^<]*)<\/a><\/p>\s*<\/kpi-card>/.exec(fragment) ??
          /<a href="([^"]*#text)"[^>]*>([^<]*)<\/a>/.exec(fragment) ?? ["", "", ""];
        expect(left[1]).toMatch(/indicators\/K0001\/#text$/);
        const address = (left[1] ?? "").replace("https://mihon.test/", hosts.data);
        await open(`<p>図書館の来館者数 1,234人</p><p><a href="${address}">${left[2]}</a></p>`, {}, 0);
        expect(await engine.run(`(${deep})("kpi-card").length`)).toBe(0);
      });
    });

    describe("our script, however it is put on the page", () => {
      const page = (script: string, body = `<p>${link("indicators/K0001/")}</p>`) => open(body, { script });
      const asked = (path: string) => hosts.requests().filter((one) => one === path).length;

      test("data-base without its last slash, and with its page's name", async () => {
        for (const base of [hosts.data.slice(0, -1), `${hosts.data}index.html`]) {
          await page(`<script src="${hosts.data}widgets/kpi.js" data-base="${base}" defer></script>`);
          expect(await cards()).toBe(1);
        }
      });

      test("src of an element with its page's name", async () => {
        await open(
          `<kpi-card indicator="K0001" src="${hosts.data}index.html">文</kpi-card><kpi-card indicator="K0002" src="${hosts.data.slice(0, -1)}">文</kpi-card>`,
          {},
          2,
        );
        expect(await cards()).toBe(2);
      });

      test("under another name: with data-base a card, without it the link as it was", async () => {
        hosts.answer = (path, response) => {
          if (path !== "/assets/numbers.js") return false;
          response
            .writeHead(200, { "content-type": "text/javascript" })
            .end(readFileSync(join(folder, "widgets/kpi.js")));
          return true;
        };
        await page(`<script src="${hosts.data}assets/numbers.js" data-base="${hosts.data}" defer></script>`);
        expect(await cards()).toBe(1);
        await open(
          `<p>${link("indicators/K0001/")}</p>`,
          {
            script: `<script src="${hosts.data}assets/numbers.js" defer></script>`,
          },
          0,
        );
        expect(await cards()).toBe(0);
        expect(await faults()).toEqual([]);
      });

      test("written into the page itself, its neighbours come from beside the data", async () => {
        const text = readFileSync(join(folder, "widgets/kpi.js"), "utf8").replaceAll(
          "</script",
          "<\\/script",
        );
        await open(
          `<p>${link("indicators/K0001/")}</p><kpi-chart indicator="K0001"></kpi-chart>`,
          { script: `<script data-base="${hosts.data}">${text}</script>` },
          2,
        );
        expect(await states(engine, "kpi-card,kpi-chart")).toEqual(["loaded", "loaded"]);
        await open(`<p>${link("indicators/K0001/")}</p>`, { script: `<script>${text}</script>` }, 0);
        expect(await cards()).toBe(0);
        expect(await faults()).toEqual([]);
      });

      test("a second city's beside it: links to both become cards, each with its own numbers", async () => {
        other.requests();
        await open(
          `<p>${link("indicators/K0001/")}</p><p><a href="${other.data}indicators/K0002/">120人</a></p>`,
          {
            script: `<script src="${hosts.data}widgets/kpi.js" defer></script><script src="${other.data}widgets/kpi.js" defer></script>`,
          },
          2,
        );
        expect((await shown(engine, "kpi-card")).map((text) => text.slice(0, 6))).toEqual([
          "図書館の来館",
          "健康診査の受",
        ]);
        expect(other.requests()).toContain("/indicators/K0002/data.js");
      });

      test("an XHTML page with the script in its head", async () => {
        const xhtml = `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="ja"><head><title>page</title>${listening.replaceAll("=>", "=&gt;")}<script src="${hosts.data}widgets/kpi.js" defer="defer"></script></head><body><p><br/>${link("indicators/K0001/")}</p><kpi-card indicator="K0002"></kpi-card></body></html>`;
        await engine.open(
          hosts.page(`page-${name}.xhtml`, {
            html: xhtml,
            headers: { "content-type": "application/xhtml+xml" },
          }),
        );
        await settle(engine, 2);
        expect(await cards()).toBe(2);
        expect(await faults()).toEqual([]);
      });

      test("run once more it looks at what is new, where no eye of ours sees (a shadow root of the page)", async () => {
        await open(`<div id="room"></div>`, {}, 0);
        await engine.run(
          `void (document.querySelector("#room").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(`<p>${link("indicators/K0001/")}</p><p>${link("indicators/K0002/", "120人")}</p>`)})`,
        );
        const inRoom = `document.querySelector("#room").shadowRoot.querySelectorAll("p")`;
        const drawn = (count: number) =>
          engine.run(
            `(async () => { for (let tries = 0; tries < 100; tries++) { const made = [...${inRoom}].filter((one) => one.shadowRoot?.querySelector("kpi-card[state=loaded]")).length; if (made === ${count}) return made; await new Promise((done) => setTimeout(done, 25)); } })()`,
          );
        // The element itself may be given, the link or what holds it.
        await engine.run(`void kpi.upgrade(${inRoom}[0].querySelector("a"))`);
        expect(await drawn(1)).toBe(1);
        await engine.run(`void kpi.upgrade(${inRoom}[1])`);
        expect(await drawn(2)).toBe(2);
      });

      test("a second inclusion turns into cards what came after the first", async () => {
        await open(`<div id="room"></div>`, {}, 0);
        await engine.run(`(async () => {
          document.querySelector("#room").innerHTML = ${JSON.stringify(`<p>${link("indicators/K0001/")}</p><kpi-table indicator="K0002"></kpi-table>`)};
          const again = document.createElement("script");
          again.src = "${hosts.data}widgets/kpi.js";
          await new Promise((done) => { again.onload = done; document.head.append(again); });
        })()`);
        await settle(engine, 2);
        expect(await states(engine, "kpi-card,kpi-table")).toEqual(["loaded", "loaded"]);
        expect(asked("/indicators/K0001/data.js")).toBe(1);
        expect(await faults()).toEqual([]);
      });

      test("kpi.js, kpi.mjs and a bundle of the package share what has come: each file is asked for once", async () => {
        await open(
          `<kpi-card indicator="K0001">文</kpi-card><kpi-chart indicator="K0001"></kpi-chart><p>${link("indicators/K0001/")}</p>`,
          {
            script: `<script src="${hosts.data}widgets/kpi.js" defer></script><script type="module" src="${hosts.data}widgets/kpi.mjs"></script><script data-base="${hosts.data}">${bundle.replaceAll("</script", "<\\/script")}</script>`,
          },
          3,
        );
        expect(await states(engine, "kpi-card,kpi-chart")).toEqual(["loaded", "loaded", "loaded"]);
        await engine.run(
          `document.body.insertAdjacentHTML("beforeend", '<kpi-table indicator="K0001"></kpi-table>')`,
        );
        await settle(engine, 4);
        expect(asked("/indicators/K0001/data.js")).toBe(1);
      });

      test("a bundle alone, with data-base: every element, and no neighbour is asked for", async () => {
        await open(
          `<kpi-card indicator="K0001">文</kpi-card><kpi-chart indicator="K0001"></kpi-chart><kpi-value indicator="K0002"></kpi-value>`,
          {
            script: `<script data-base="${hosts.data}">${bundle.replaceAll("</script", "<\\/script")}</script>`,
          },
          3,
        );
        expect(await states(engine, "kpi-card,kpi-chart,kpi-value")).toEqual(["loaded", "loaded", "loaded"]);
        expect(hosts.requests().filter((path) => path.startsWith("/widgets/"))).toEqual([]);
      });

      test("a language that the page takes later is followed by what stands there", async () => {
        await open(`<kpi-card indicator="K0001">文</kpi-card><p>${link("indicators/K0002/")}</p>`, {}, 2);
        await engine.run(
          `(() => { document.documentElement.lang = "en"; return new Promise((done) => setTimeout(done, 100)); })()`,
        );
        const spoken = await engine.run<string[]>(
          `(${deep})("kpi-card").map((one) => one.shadowRoot.querySelector("article").lang)`,
        );
        expect(spoken).toEqual(["en", "en"]);
      });
    });
  });
}
