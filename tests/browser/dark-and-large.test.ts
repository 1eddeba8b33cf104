// On dark pages, under the largest letters, beside old libraries and under resets: everything of ours can be read.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indicators, publishCardCity } from "../support/card-city.ts";
import { cardPage, settle, shown, states } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(await publishCardCity());
});
afterAll(() => hosts?.close());

const everything = `<kpi-card indicator="K0002"></kpi-card><kpi-card indicator="K0008"></kpi-card><kpi-card indicator="K0018"></kpi-card><kpi-card indicator="K0999"></kpi-card><kpi-chart indicator="K0012"></kpi-chart><kpi-table indicator="K0007"></kpi-table><kpi-activities project="J0001"></kpi-activities><kpi-grid project="J0002"><p>文</p></kpi-grid>`;

/** Every text of ours that is seen, with its contrast on what lies behind it. */
const contrasts = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;
  const paint = (colours) => { canvas.clearRect(0, 0, 1, 1); for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); } return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => { const [x, y, z] = [r, g, b].map((one) => one / 255).map((one) => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4); return 0.2126 * x + 0.7152 * y + 0.0722 * z; };
  const up = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
  const behind = (node) => { const layers = []; for (let one = node; one; one = up(one)) layers.unshift(getComputedStyle(one).backgroundColor); return paint(["#fff", ...layers]); };
  const found = [];
  const look = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) look(one.shadowRoot);
      if (root === document || !one.getClientRects().length) continue;
      const isOwn = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!isOwn || one.closest(".spoken, summary span")) continue;
      const style = getComputedStyle(one);
      const back = behind(one);
      const fore = paint(["rgb(" + back.slice(0, 3) + ")", one instanceof SVGElement ? style.fill : style.color]);
      const [a, b] = [light(fore), light(back)].sort((x, y) => y - x);
      found.push([one.localName + "." + (one.getAttribute("class") ?? "") + " " + one.textContent.trim().slice(0, 12), (a + 0.05) / (b + 0.05)]);
    }
  };
  look(document);
  return found;
})()`;

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    const open = async (body: string, head: string, least: number) => {
      await engine.open(cardPage(hosts, body, { head }));
      await settle(engine, least);
      await engine.run(
        `(async () => { for (const one of document.querySelectorAll("*")) { const details = one.shadowRoot?.querySelector("details"); if (details) details.open = true; } await new Promise((done) => setTimeout(done, 200)); })()`,
      );
    };

    for (const [title, style] of Object.entries({
      "a light page": "",
      "a dark page that says nothing of it": "body{background:#111;color:#eee}",
      "a dark page that says so": ":root{color-scheme:dark}body{background:#111;color:#eee}",
      "a page with white letters on a picture": "body{background:#234 linear-gradient(#012,#234);color:#fff}",
    })) {
      test(`${title}: card, chart, table, activities and what cannot be shown have a contrast of 4.5`, async () => {
        await open(everything, `<style>${style}</style>`, 8);
        const found = await engine.run<[string, number][]>(contrasts);
        expect(found.length).toBeGreaterThan(60);
        expect(found.map(([words]) => words).join("|")).toMatch(/K0999/);
        expect(found.filter(([, contrast]) => contrast < 4.5)).toEqual([]);
      });
    }

    test("a page that follows the reader's dark screen has dark cards, others light ones", async () => {
      // WPE 2.38 does not know light-dark().
      const knows = await engine.run<boolean>(`CSS.supports("color: light-dark(#000, #fff)")`);
      for (const [style, isDark] of [
        [":root{color-scheme:dark}", knows],
        ["", false],
      ] as const) {
        await open(`<kpi-card indicator="K0001"></kpi-card>`, `<style>${style}</style>`, 1);
        const back = await engine.run<string>(
          `getComputedStyle(document.querySelector("kpi-card").shadowRoot.querySelector("article")).backgroundColor`,
        );
        expect(back).toBe(isDark ? "rgb(38, 38, 38)" : "rgb(255, 255, 255)");
      }
    });

    describe("beside old libraries and resets", () => {
      const libraries: Readonly<Record<string, string>> = {
        // Prototype 1.6 and 1.7 and MooTools 1.2 put these in place of the language's own.
        "prototype.js's arrays and elements": `Array.prototype.find = Array.prototype.detect = function (iterator) { for (var i = 0; i < this.length; i++) if (iterator(this[i], i)) return this[i]; throw "break"; };
          Array.from = function (list) { var found = []; for (var i = 0; i < list.length; i++) found.push(list[i]); return found; };
          Array.prototype.each = function () {}; Array.prototype.toJSON = function () { return "[]"; }; String.prototype.toJSON = function () { return "x"; }; Object.prototype.extend = undefined; delete Object.prototype.extend;
          Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; }; Element.prototype.update = Element.prototype.show = Element.prototype.hide = Element.prototype.select = function () { throw new Error("prototype"); };
          Function.prototype.bind = function (self) { var made = this, first = [].slice.call(arguments, 1); return function () { return made.apply(self, first.concat([].slice.call(arguments))); }; };`,
        "an old find that gives an index, and a flat that copies": `Array.prototype.find = function (one) { return this.indexOf(one); }; Array.prototype.findLast = Array.prototype.contains = function () { return -1; }; Array.prototype.flat = function () { return this.slice(); };`,
        "arrays with more than their own": `Array.prototype.unique = function () { return this; }; Array.prototype.max = function () { return 0; }; Object.defineProperty(String.prototype, "format", { value: function () { return ""; } });`,
        "a Symbol of the page's own and an old setImmediate": `self.setImmediate = function () {}; self.kpi_loaded = 1; self.define = function () { throw new Error("define"); }; self.module = {}; self.exports = {}; self.require = function () { throw new Error("require"); };`,
      };
      for (const [title, library] of Object.entries(libraries)) {
        test(title, async () => {
          const listening =
            "self.faults = []; addEventListener('error', function (event) { faults.push(event.message); }); addEventListener('unhandledrejection', function (event) { faults.push(String(event.reason)); });";
          await open(
            `${everything}<p><a href="${hosts.data}indicators/K0001/">1,234人</a></p><kpi-value indicator="K0001">1</kpi-value>`,
            `<script>${listening}${library}</script>`,
            10,
          );
          // WebKit's driver itself writes JSON in the page.
          await engine.run("void (delete Array.prototype.toJSON, delete String.prototype.toJSON)");
          expect((await shown(engine, "kpi-card")).join("|")).toMatch(/120人.*1,234人/);
          expect(await states(engine, "kpi-chart,kpi-table,kpi-activities,kpi-value")).toEqual([
            "loaded",
            "loaded",
            "loaded",
            "loaded",
          ]);
          expect(await engine.run("faults")).toEqual([]);
        });
      }

      for (const [title, style] of Object.entries({
        "all: unset for everything": "*{all:unset!important}",
        "all: revert for everything": "*{all:revert!important}",
        "all: initial for our elements": "kpi-card,kpi-chart,kpi-table{all:initial!important}",
        "three columns": "body{columns:3}",
      })) {
        test(`${title}: whole, beside nothing, and read`, async () => {
          await open(
            `<div>${["K0001", "K0002", "K0003"].map((id) => `<kpi-card indicator="${id}"></kpi-card>`).join("")}<p><a href="${hosts.data}indicators/K0013/">93.5%</a></p><kpi-chart indicator="K0012"></kpi-chart><kpi-table indicator="K0007"></kpi-table></div>`,
            `<style>${style}</style>`,
            6,
          );
          const found = await engine.run<
            { name: string; wide: boolean; high: boolean; apart: boolean }[]
          >(`(() => {
            const all = [...document.querySelectorAll("kpi-card,kpi-chart,kpi-table"), document.querySelector("p").shadowRoot.querySelector("kpi-card")];
            const boxes = all.map((one) => one.shadowRoot.querySelector("article").getBoundingClientRect());
            return all.map((one, at) => {
              const box = boxes[at];
              const inner = [...one.shadowRoot.querySelectorAll("p:not(.spoken), summary")].map((part) => part.getBoundingClientRect()).filter(({ width }) => width);
              return { name: one.localName, wide: box.width > 150, high: inner.every((part) => part.bottom <= box.bottom + 1 && part.right <= box.right + 1), apart: boxes.every((two, other) => other === at || box.right <= two.left + 1 || two.right <= box.left + 1 || box.bottom <= two.top + 1 || two.bottom <= box.top + 1) };
            });
          })()`);
          for (const one of found)
            expect(one).toEqual({ name: one.name, wide: true, high: true, apart: true });
          expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
        });
      }
    });

    test("data are data: what a page or a file pushes is shown as text, whatever it looks like", async () => {
      await engine.open(
        cardPage(
          hosts,
          `<kpi-card indicator="K0001"></kpi-card><kpi-chart indicator="K0001"></kpi-chart><kpi-table indicator="K0001"></kpi-table>`,
          {
            // What the page pushes comes first, so it is what is shown.
            script: `<script>
            const given = kpiData => kpiData;
          </script><script src="${hosts.data}indicators/K0001/data.js"></script><script>
            const [shared, file] = [kpiData.find((one) => one.format === "shihyo-shared"), kpiData.find((one) => one.indicator)];
            const evil = { name: "script", attributes: {}, children: ["self.ran = 1"] };
            file.indicator.note = evil;
            for (const year of file.indicator.years) { year.card.ja.notes = [evil, { name: "img", attributes: { src: "x", onerror: "self.ran = 1" }, children: [] }]; year.card.ja.change = evil; year.card.ja.marks = [evil]; }
            file.indicator.targets = [{ year: 99999999, value: 1e9, scope: "final" }, { year: -5, value: 2 }, { year: 2026.5, value: 3 }];
          </script><script src="${hosts.data}widgets/kpi.js" defer></script>`,
          },
        ),
      );
      await settle(engine, 3);
      expect(await engine.run(`self.ran === undefined`)).toBe(true);
      expect(
        await engine.run(
          `[...document.querySelectorAll("kpi-card,kpi-chart,kpi-table")].map((one) => [one.state, one.shadowRoot.querySelectorAll("script, img").length])`,
        ),
      ).toEqual([
        ["loaded", 0],
        ["loaded", 0],
        ["loaded", 0],
      ]);
      // A target in a year without end is no reason to draw a hundred million years.
      expect(
        await engine.run<number>(
          `document.querySelector("kpi-chart").shadowRoot.querySelectorAll("svg *").length`,
        ),
      ).toBeLessThan(200);
    });
  });

  // WebKit's drivers let no test choose the reader's letters.
  const isChosen = name === "chromium" || name === "firefox";
  test.skipIf(missing || !isChosen)(
    `in ${name}, letters of 32 px in a window of 320: tables scroll, and no number is broken${missing ? ` (skipped: ${missing} is not installed)` : ""}`,
    async () => {
      const engine = await launch(name, { letter: 32, width: 320 });
      try {
        for (const lang of ["ja", "en"]) {
          await engine.open(
            cardPage(
              hosts,
              `${Object.values(indicators)
                .map((id) => `<kpi-card indicator="${id}"></kpi-card>`)
                .join(
                  "",
                )}<kpi-table indicator="K0007"></kpi-table><kpi-activities project="J0001"></kpi-activities>`,
              { lang, head: "<style>kpi-card{content-visibility:visible}body{margin:0}</style>" },
            ),
          );
          await settle(engine, 20);
          const found = await engine.run<{
            cut: string[];
            broken: string[];
            tables: number;
            letter: string;
          }>(`(async () => {
            const all = [...document.querySelectorAll("kpi-card,kpi-table,kpi-activities")];
            for (const one of all) { const details = one.shadowRoot.querySelector("details"); if (details) details.open = true; }
            await new Promise((done) => setTimeout(done, 300));
            const cut = [], broken = [];
            let tables = 0;
            for (const one of all) {
              const edge = one.getBoundingClientRect().right + 1;
              for (const table of one.shadowRoot.querySelectorAll("table")) {
                tables += 1;
                const scroll = table.closest(".scroll");
                if (table.getBoundingClientRect().right > edge && !(scroll && getComputedStyle(scroll).overflowX === "auto" && scroll.tabIndex === 0)) cut.push(table.textContent.slice(0, 30));
              }
              const walker = document.createTreeWalker(one.shadowRoot, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.parentElement.closest(".spoken, style, .note, summary span, .address")) continue;
                for (const { index, 0: number } of node.data.matchAll(/[0-9][0-9,.]*[0-9]/g)) {
                  const range = document.createRange();
                  range.setStart(node, index);
                  range.setEnd(node, index + number.length);
                  const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top));
                  if (new Set(tops).size > 1) broken.push(one.getAttribute("indicator") + " " + node.parentElement.className + " " + number);
                }
              }
            }
            return { cut, broken, tables, letter: getComputedStyle(all[0].shadowRoot.querySelector("article")).fontSize };
          })()`);
          expect(found.letter).toBe("32px");
          expect(found.tables).toBeGreaterThan(15);
          expect(found.cut).toEqual([]);
          expect(found.broken).toEqual([]);
        }
      } finally {
        await engine.close();
      }
    },
  );
}
