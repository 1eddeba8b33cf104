// What a reader was doing when a card came, moved or changed: focus stays, what was open stays open, languages keep their pages.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(await publishCardCity());
});
afterAll(() => hosts?.close());

/** Where the focus stands, through the shadow roots. */
const focused = `(() => { let one = document.activeElement, way = []; while (one) { way.push(one.id || one.localName); one = one.shadowRoot?.activeElement; } return way.join(" "); })()`;

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    beforeEach(() => {
      hosts.answer = undefined;
    });
    const open = async (body: string, least = 1) => {
      await engine.open(cardPage(hosts, body));
      await settle(engine, least);
    };

    test("the focus on a link goes to the card's link when the card comes", async () => {
      await open(`<p id="room"></p><p><a href="x" id="other">ほか</a></p>`, 0);
      await engine.run(`(async () => {
        const room = document.querySelector("#room");
        room.innerHTML = '<a href="${hosts.data}indicators/K0001/">1,234人</a>';
        room.firstChild.focus();
        for (let tries = 0; tries < 200 && !room.shadowRoot?.querySelector("kpi-card[state=loaded]"); tries++) await new Promise((done) => setTimeout(done, 25));
      })()`);
      expect(await engine.run(focused)).toBe("room kpi-card a");
    });

    test("the focus elsewhere stays where it is", async () => {
      await open(`<p id="room"></p><p><a href="x" id="other">ほか</a></p>`, 0);
      await engine.run(`(async () => {
        document.querySelector("#other").focus();
        const room = document.querySelector("#room");
        room.innerHTML = '<a href="${hosts.data}indicators/K0001/">1,234人</a>';
        for (let tries = 0; tries < 200 && !room.shadowRoot?.querySelector("kpi-card[state=loaded]"); tries++) await new Promise((done) => setTimeout(done, 25));
      })()`);
      expect(await engine.run(focused)).toBe("other");
    });

    for (const [title, change] of Object.entries({
      "another year": `one.setAttribute("year", "2023")`,
      "another language": `one.lang = "en"`,
      "moved to another place": `document.querySelector("#there").append(one)`,
      "moved before its neighbour, as a list that is sorted": `one.parentNode.insertBefore(one, document.querySelector("#first"))`,
    })) {
      test(`${title}: the details stay open, and the focus where it was`, async () => {
        await open(
          `<div><kpi-card id="first" indicator="K0001">文</kpi-card><kpi-card id="second" indicator="K0002">文</kpi-card></div><div id="there"></div>`,
          2,
        );
        const after = await engine.run<[boolean, number, string]>(`(async () => {
          const one = document.querySelector("#second"), root = one.shadowRoot;
          root.querySelector("details").open = true;
          root.querySelector("summary").focus();
          await new Promise((done) => setTimeout(done, 100));
          ${change};
          await new Promise((done) => setTimeout(done, 200));
          return [root.querySelector("details").open, root.querySelectorAll("details table").length, ${focused}];
        })()`);
        expect(after[0]).toBe(true);
        expect(after[1]).toBeGreaterThan(0);
        expect(after[2]).toBe("second summary");
      });
    }

    test("what a page opened in the slot for more is left as the page made it", async () => {
      await open(
        `<kpi-card indicator="K0001">文<details slot="more"><summary>市から</summary>ひとこと</details></kpi-card>`,
      );
      expect(
        await engine.run(`(async () => {
          const one = document.querySelector("kpi-card"), theirs = one.querySelector("details");
          one.shadowRoot.querySelector("details").open = true;
          await new Promise((done) => setTimeout(done, 100));
          theirs.open = true;
          await new Promise((done) => setTimeout(done, 100));
          return theirs.innerHTML;
        })()`),
      ).toBe("<summary>市から</summary>ひとこと");
    });

    test("readers of each language are led to their own pages, and told so", async () => {
      const card = (lang: string) => `<kpi-card lang="${lang}" indicator="K0001">文</kpi-card>`;
      await open(["ja", "en", "ja-x-easy", "de"].map(card).join(""), 4);
      expect(
        await engine.run(
          `(${deep})("kpi-card").map((one) => { const a = one.shadowRoot.querySelector("a"); return [a.href.slice(${hosts.data.length}), a.hreflang]; })`,
        ),
      ).toEqual([
        ["indicators/K0001/index.html", ""],
        ["en/indicators/K0001/index.html", "en"],
        ["easy/indicators/K0001/index.html", "ja-x-easy"],
        ["en/indicators/K0001/index.html", "en"],
      ]);
    });
  });
}
