// For ears, fingers and the keyboard: what each card is called, where one lands on it, and how many stops it has.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(await publishCardCity());
});
afterAll(() => hosts?.close());

const card = (id: string, more = "") => `<kpi-card indicator="${id}" ${more}>自分の文</kpi-card>`;

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    const open = async (body: string, least: number) => {
      await engine.open(cardPage(hosts, body));
      await settle(engine, least);
    };
    const inCards = <T>(expression: string) =>
      engine.run<T[]>(
        `(${deep})("kpi-card").map((one) => { const root = one.shadowRoot; return ${expression}; })`,
      );

    test("a card is an article by its indicator's name, under a heading whose level can be set", async () => {
      await open(
        `${card("K0001")}${card("K0002", `heading="4"`)}<p><a href="${hosts.data}indicators/K0003/">30件</a></p>`,
        3,
      );
      expect(
        await inCards(`(() => {
          const article = root.querySelector("article");
          const heading = root.querySelector("[role=heading]");
          return [root.getElementById(article.getAttribute("aria-labelledby")).textContent, heading.textContent, heading.getAttribute("aria-level"), root.querySelector("summary").textContent];
        })()`),
      ).toEqual([
        ["図書館の来館者数", "図書館の来館者数", "2", "くわしく：図書館の来館者数"],
        ["健康診査の受診者数", "健康診査の受診者数", "4", "くわしく：健康診査の受診者数"],
        ["交通事故の件数", "交通事故の件数", "2", "くわしく：交通事故の件数"],
      ]);
      // No landmark comes with a card: a page of a hundred would have a hundred.
      expect(
        await inCards(
          `root.querySelectorAll("nav,main,aside,header,footer,section,form,[role=region],[role=navigation],[role=complementary]").length`,
        ),
      ).toEqual([0, 0, 0]);
    });

    test("a chart, a table, a grid and a list of activities are articles by what they are of", async () => {
      const of = `indicator="K0001"`;
      await open(
        `<kpi-chart ${of}></kpi-chart><kpi-table ${of}></kpi-table><kpi-grid project="J0001"></kpi-grid><kpi-activities project="J0001"></kpi-activities>`,
        4,
      );
      const names = await engine.run<string[]>(
        `["kpi-chart", "kpi-table", "kpi-grid", "kpi-activities"].map((one) => document.querySelector(one).shadowRoot.querySelector("article").getAttribute("aria-label"))`,
      );
      const [ofGrid, ofActivities] = names.slice(2);
      expect(names.slice(0, 2)).toEqual(["図書館の来館者数", "図書館の来館者数"]);
      expect(ofGrid).toBeTruthy();
      expect(ofActivities).toBe(ofGrid);
    });

    test("a grid gives its cards the level that it was told", async () => {
      await open(`<kpi-grid project="J0001" heading="3"></kpi-grid>`, 5);
      expect(
        await engine.run(
          `[...new Set([...document.querySelector("kpi-grid").shadowRoot.querySelectorAll("kpi-card")].map((one) => one.shadowRoot.querySelector("[role=heading]").getAttribute("aria-level")))]`,
        ),
      ).toEqual(["3"]);
    });

    test("a finger on the number finds the whole sentence, and not behind a single pixel", async () => {
      await open(card("K0002"), 1);
      const [found] = await inCards<{ role: string; name: string; covers: boolean }>(`(() => {
        const value = root.querySelector(".value").getBoundingClientRect();
        let there = root.elementFromPoint(value.left + 20, value.top + value.height / 2);
        while (there && !there.hasAttribute("role")) there = there.parentElement;
        const room = there.getBoundingClientRect();
        return { role: there.getAttribute("role"), name: there.getAttribute("aria-labelledby").split(" ").map((id) => root.getElementById(id)?.textContent ?? "").join("").trim(), covers: room.height > 60 && room.width > 100 };
      })()`);
      expect(found).toEqual({
        role: "img",
        name: "健康診査の受診者数は、令和6年度は120人です。前年度より20人（20.0%）増えました（良い変化）。",
        covers: true,
      });
    });

    test("a value in a sentence is there for a reader mode, which looks into no shadow", async () => {
      await open(
        `<p>来館者は<kpi-value indicator="K0001"></kpi-value>で、<kpi-value indicator="K0002" show="number">110人</kpi-value>でした。</p>`,
        2,
      );
      expect(await engine.run(`document.querySelector("p").textContent`)).toBe(
        "来館者は1,234人（令和6年度）で、110人でした。",
      );
    });

    test("many cards are one tab stop each, and the arrows lead to what opens and back", async () => {
      const stops = `root.querySelectorAll("a[href], summary:not([tabindex='-1'])").length`;
      await open([1, 2, 3].map((at) => card(`K000${at}`)).join(""), 3);
      expect(await inCards(stops)).toEqual([2, 2, 2]);
      await open(Array.from({ length: 40 }, (_, at) => card(`K000${(at % 9) + 1}`)).join(""), 40);
      expect(new Set(await inCards(stops))).toEqual(new Set([1]));
      expect(
        await engine.run(`(() => {
          const root = document.querySelector("kpi-card").shadowRoot;
          const press = (key) => root.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
          const went = [];
          root.querySelector("a").focus();
          for (const key of ["ArrowDown", "ArrowRight", "ArrowLeft"]) { press(key); went.push(root.activeElement.localName); }
          return went;
        })()`),
      ).toEqual(["a", "summary", "a"]);
    });
  });
}
