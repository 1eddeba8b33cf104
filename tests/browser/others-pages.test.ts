// On pages that we do not own: names, encodings, frameworks' DOM, outages, focus, dark colours and old libraries.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle, shown, states } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const card = (id: string, more = "") =>
  `<kpi-card indicator="${id}" ${more}><a href="x">自分の文</a></kpi-card>`;

let folder: string;
let hosts: Hosts;
beforeAll(async () => {
  folder = await publishCardCity();
  hosts = await startHosts(folder);
});
afterAll(() => hosts?.close());

/** Waits in the page until the expression is true; gives its value. */
const until = (expression: string, seconds = 8) => `(async () => {
  for (let tries = 0; tries < ${seconds * 40}; tries++) {
    try { if (${expression}) return true; } catch {}
    await new Promise((done) => setTimeout(done, 25));
  }
  return false;
})()`;
const drawn = `(${deep})("kpi-card[state=loaded]").length`;
/** What went wrong on the page without anybody catching it. */
const listening = `<script>self.faults = []; addEventListener("error", (event) => faults.push(event.message)); addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));</script>`;

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    const link = (more = "", words = "来館者数：1,234人（令和6年度）") =>
      `<a href="${hosts.data}indicators/K0001/${more}">${words}</a>`;
    const open = async (body: string, options: Parameters<typeof cardPage>[2] = {}, least = 1) => {
      await engine.open(cardPage(hosts, body, { ...options, head: listening + (options.head ?? "") }));
      await settle(engine, least);
    };
    const faults = () => engine.run<string[]>("self.faults");
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    beforeEach(() => {
      hosts.requests();
      hosts.allowsOrigins = true;
      hosts.answer = undefined;
    });

    describe("names that a page has given to things of its own", () => {
      const owned: Readonly<Record<string, string>> = {
        "a heading with id=kpi": `<h2 id="kpi">指標</h2>`,
        "a form called kpi": `<form name="kpi"></form>`,
        "a variable kpi": "<script>window.kpi = {};</script>",
        "a constant kpi": "<script>const kpi = 1;</script>",
        "an element with id=kpiData": `<p id="kpiData">表</p>`,
        "a variable kpiData": "<script>window.kpiData = { mine: 1 };</script>",
        "a list kpiData of its own": `<script>window.kpiData = ["mine"];</script>`,
        "a constant kpiData": "<script>const kpiData = 1;</script>",
        "a picture called currentScript": `<img name="currentScript" alt="">`,
        "a form called trustedTypes": `<form name="trustedTypes"></form>`,
      };
      for (const [title, thing] of Object.entries(owned)) {
        // A page that takes the name of the running script leaves us no way to know where we came from.
        const isClobbered = title.includes("currentScript");
        test(`${title} switches nothing off`, async () => {
          await open(
            `${thing}${card("K0002", isClobbered ? `src="${hosts.data}"` : "")}${isClobbered ? "" : `<p>${link()}</p><kpi-table indicator="K0001"></kpi-table>`}`,
            {},
            isClobbered ? 1 : 3,
          );
          const texts = await shown(engine, "kpi-card");
          expect(texts[0]).toContain("120人");
          if (!isClobbered) expect(texts[1]).toContain("1,234人");
          expect(new Set(await states(engine, "kpi-card,kpi-table"))).toEqual(new Set(["loaded"]));
          expect(await faults()).toEqual([]);
        });
      }

      test("what the page keeps under those names stays", async () => {
        await open(
          `<script>window.kpi = { mine: 1 }; window.kpiData = ["mine"];</script>${card("K0002")}<kpi-chart indicator="K0001"></kpi-chart>`,
          {},
          2,
        );
        expect(await engine.run("[kpi.mine, kpiData[0]]")).toEqual([1, "mine"]);
        expect(await states(engine, "kpi-chart")).toEqual(["loaded"]);
      });
    });

    describe("a page of another encoding", () => {
      for (const encoding of ["utf-8", "shift_jis", "euc-jp", "iso-2022-jp"]) {
        for (const tells of [true, false]) {
          for (const defer of ["defer", ""]) {
            test(`${encoding}, scripts ${tells ? "with" : "without"} their charset, ${defer || "not deferred"}`, async () => {
              hosts.answer = (path, response) => {
                if (!/\.m?js$/.test(path)) return false;
                response
                  .writeHead(200, { "content-type": `text/javascript${tells ? "; charset=utf-8" : ""}` })
                  .end(readFileSync(join(folder, path)));
                return true;
              };
              // Without the header that lets import() read it, the scripts come as classic ones.
              hosts.allowsOrigins = false;
              const html = `<!doctype html><html lang="ja"><head><meta charset="${encoding}"><title>page</title>${listening}<script src="${hosts.data}widgets/kpi.js" ${defer}></script></head><body>${card("K0002")}<kpi-chart indicator="K0001"></kpi-chart></body></html>`;
              const bytes =
                encoding === "iso-2022-jp"
                  ? Buffer.from(html.replace(/[^ -~\n]/g, ""))
                  : iconv.encode(html, encoding);
              await engine.open(
                hosts.page(`encoding-${encoding}-${tells}-${defer}.html`, {
                  html: bytes,
                  headers: { "content-type": "text/html" },
                }),
              );
              await settle(engine, 2);
              expect((await shown(engine, "kpi-card"))[0]).toContain("120人令和6年度（2024年度）");
              expect(await states(engine, "kpi-chart")).toEqual(["loaded"]);
              expect(await faults()).toEqual([]);
            });
          }
        }
      }
    });

    describe("others' DOM", () => {
      test("a link becomes a card in place: the page's own elements stay as they were", async () => {
        await open(
          `<div id="room"><p id="sec">${link()}</p></div><div id="alone">${link()}</div>`,
          {
            head: `<script>addEventListener("DOMContentLoaded", () => { self.before = document.querySelector("#room").innerHTML; self.paragraph = document.querySelector("#sec"); });</script>`,
          },
          2,
        );
        expect(
          await engine.run(
            `[document.querySelector("#room").innerHTML === before, document.querySelector("#sec") === paragraph, paragraph.querySelector("a").isConnected]`,
          ),
        ).toEqual([true, true, true]);
        expect(await engine.run(drawn)).toBe(2);
      });

      test("what a framework does to the paragraph holds: changed, moved, filled, emptied, taken out", async () => {
        await open(`<div id="room"><p id="one">${link()}</p><p id="two">${link("#FY2023")}</p></div>`, {}, 2);
        // Another address in the same link, as React and Vue write it.
        await engine.run(
          `document.querySelector("#one a").setAttribute("href", "${hosts.data}indicators/K0002/")`,
        );
        expect(
          await engine.run(until(`(${deep})("kpi-card")[0].shadowRoot.textContent.includes("120")`)),
        ).toBe(true);
        await engine.run(`document.querySelector("#room").append(document.querySelector("#one"))`);
        expect((await shown(engine, "kpi-card"))[1]).toContain("120人");
        // Words beside the link: a sentence, which is shown as it is.
        await engine.run(`document.querySelector("#one").append("のとおりです。")`);
        expect(
          await engine.run(
            until(`!(${deep})("kpi-card").some((one) => one.getRootNode().host?.id === "one")`),
          ),
        ).toBe(true);
        await engine.run(`document.querySelector("#one").lastChild.remove()`);
        expect(await engine.run(until(`(${deep})("kpi-card").length === 2`))).toBe(true);
        await engine.run(`document.querySelector("#one").replaceChildren("本文")`);
        expect(await engine.run(until(`(${deep})("kpi-card").length === 1`))).toBe(true);
        expect(await engine.run(`document.querySelector("#one").innerText`)).toBe("本文");
        await engine.run(`void document.querySelector("#room").removeChild(document.querySelector("#two"))`);
        expect(await engine.run(drawn)).toBe(0);
        expect(await faults()).toEqual([]);
      });

      test("what appears later becomes a card, without a word to us: innerHTML, a clone, an element, its neighbour", async () => {
        await open(`<div id="room"></div>`, {}, 0);
        await engine.run(
          `document.querySelector("#room").innerHTML = ${JSON.stringify(`<p>${link()}</p>${card("K0002")}<kpi-chart indicator="K0001"></kpi-chart>`)}`,
        );
        await settle(engine, 3);
        expect(await states(engine, "kpi-card,kpi-chart")).toEqual(["loaded", "loaded", "loaded"]);
        await engine.run(
          `document.querySelector("#room").append(document.querySelector("#room p").cloneNode(true))`,
        );
        expect(await engine.run(until(`${drawn} === 3`))).toBe(true);
      });
    });
  });
}
