// Outages: a server that is out for a moment, a network that comes back, a file that is not there, and what is kept meanwhile.

import { chromium } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle, states } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(await publishCardCity());
});
afterAll(() => hosts?.close());

const card = (id: string) => `<kpi-card indicator="${id}">自分の文</kpi-card>`;
/** Answers so in place of every file of data. */
const answering = (status: number, which = /data\.js$/) => {
  hosts.answer = (path, response) => {
    if (!which.test(path)) return false;
    response.writeHead(status, { "content-type": "text/html" }).end("<!doctype html><p>out</p>");
    return true;
  };
};

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
      hosts.allowsOrigins = true;
    });
    const open = async (body: string, least: number) => {
      await engine.open(cardPage(hosts, body));
      await settle(engine, least);
    };
    const loaded = (count: number, seconds = 6) =>
      engine.run<number>(`(async () => {
        let found = 0;
        for (let tries = 0; tries < ${seconds * 40}; tries++) {
          found = (${deep})("kpi-card[state=loaded],kpi-chart[state=loaded]").length;
          if (found === ${count}) break;
          await new Promise((done) => setTimeout(done, 25));
        }
        return found;
      })()`);
    const link = () => `<p><a href="${hosts.data}indicators/K0003/">42件</a></p>`;

    test("a server that is out is no missing indicator: elements and links come by themselves once it is back", async () => {
      answering(503);
      await open(`${card("K0001")}${link()}`, 1);
      expect(await states(engine, "kpi-card")).toEqual(["offline"]);
      expect(await engine.run(`document.body.innerText`)).toContain("42件");
      hosts.answer = undefined;
      expect(await loaded(2)).toBe(2);
    });

    test("a neighbour that did not come is asked for again as well", async () => {
      answering(503, /kpi-chart\.js$/);
      await engine.open(cardPage(hosts, `<kpi-chart indicator="K0001"></kpi-chart>`));
      await engine.run(`new Promise((done) => setTimeout(done, 300))`);
      expect(await engine.run(`customElements.get("kpi-chart") === undefined`)).toBe(true);
      hosts.answer = undefined;
      expect(await loaded(1)).toBe(1);
    });

    test("when a network comes it is asked for at once, whatever pause it was in", async () => {
      answering(503);
      await open(card("K0001"), 1);
      // The first pause is over and the second, of four seconds, has begun.
      await engine.run(`new Promise((done) => setTimeout(done, 1800))`);
      hosts.answer = undefined;
      await engine.run(`void dispatchEvent(new Event("online"))`);
      expect(await loaded(1, 1.5)).toBe(1);
    });

    test("only a real 404 is remembered: it is not asked for again", async () => {
      await open(card("K0999"), 1);
      expect(await states(engine, "kpi-card")).toEqual(["not-found"]);
      hosts.requests();
      await engine.run(
        `(async () => { dispatchEvent(new Event("online")); document.body.insertAdjacentHTML("beforeend", '<kpi-card indicator="K0999">文</kpi-card>'); await new Promise((done) => setTimeout(done, 400)); })()`,
      );
      expect(hosts.requests().filter((path) => path.includes("K0999"))).toEqual([]);
      expect(await states(engine, "kpi-card")).toEqual(["not-found", "not-found"]);
    });

    test("it is asked for a few times with growing pauses, and by one timer for the whole page", async () => {
      answering(503);
      await engine.open(
        cardPage(hosts, `${card("K0001")}${card("K0002")}${link()}`, {
          // Time runs faster in our pauses; those of a driver are whole numbers.
          head: `<script>const wait = setTimeout; self.pauses = []; self.setTimeout = (task, pause, ...more) => { if (pause < 1000 || Number.isInteger(pause)) return wait(task, pause, ...more); pauses.push(pause); return wait(task, pause / 40, ...more); };</script>`,
        }),
      );
      await engine.run(`new Promise((done) => wait(done, 4500))`);
      const pauses = await engine.run<number[]>("pauses");
      expect(pauses).toHaveLength(4);
      for (const [at, least] of [1000, 4000, 16_000, 64_000].entries()) {
        expect(pauses[at]).toBeGreaterThanOrEqual(least);
        expect(pauses[at]).toBeLessThanOrEqual(least * 1.5);
      }
    });
  });
}

const missing = missingOf("chromium");
test.skipIf(missing)(
  `500 insertions without a network leave nothing behind${missing ? ` (skipped: ${missing} is not installed)` : ""}`,
  async () => {
    hosts.answer = undefined;
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(cardPage(hosts, `<div id="room"></div>`));
      await page.waitForFunction("Boolean(self.kpi)");
      await context.setOffline(true);
      const session = await context.newCDPSession(page);
      const insert = (count: number) =>
        page.evaluate(`(async () => {
          const room = document.querySelector("#room");
          for (let at = 0; at < ${count}; at++) {
            room.innerHTML = '<kpi-card indicator="K0001">文</kpi-card><p><a href="${hosts.data}indicators/K0002/">120人</a></p>';
            await new Promise((done) => setTimeout(done));
          }
          room.replaceChildren();
        })()`);
      const nodes = async () => {
        await session.send("HeapProfiler.collectGarbage");
        return (await session.send("Memory.getDOMCounters")).nodes;
      };
      await insert(50);
      const before = await nodes();
      await insert(500);
      expect((await nodes()) - before).toBeLessThan(100);
    } finally {
      await browser.close();
    }
  },
);
