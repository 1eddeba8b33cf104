// Scripts and data that cannot change under a city's hands: nonces, hashes as the page about embeds gives them, isolation and Integrity-Policy.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { versionCode } from "../../packages/publisher/src/site/embeds/version-code.ts";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle, shown, states } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

let folder: string;
let hosts: Hosts;
/** The lines that the page about embeds offers, and that of the data of K0001, with the test's address in place of the city's. */
let offered: (name: string) => string;

beforeAll(async () => {
  folder = await publishCardCity();
  hosts = await startHosts(folder);
  const page = readFileSync(join(folder, "embed/index.html"), "utf8");
  const data = createHash("sha256")
    .update(readFileSync(join(folder, "indicators/K0001/data.js")))
    .digest("hex");
  const own = versionCode("https://mihon.test/", "indicators/K0001/data.js", data);
  offered = (name) =>
    (name === "data" ? own : (new RegExp(`<pre id="code-${name}"[^>]*>([^<]*)</pre>`).exec(page)?.[1] ?? ""))
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("https://mihon.test/", hosts.data);
});
afterAll(() => hosts?.close());

const body = () =>
  `<div id="room"><p><a href="${hosts.data}indicators/K0001/">自分の文</a></p></div><kpi-chart indicator="K0001">グラフ</kpi-chart>`;

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
    const open = async (script: string, headers: Record<string, string> = {}, least = 0) => {
      await engine.open(cardPage(hosts, body(), { script, headers }));
      if (least) await settle(engine, least);
      else await engine.run("new Promise((done) => setTimeout(done, 900))");
    };
    const drawn = () =>
      engine.run<number>(`(${deep})("kpi-card[state=loaded],kpi-chart[state=loaded]").length`);
    const asked = () => hosts.requests().filter((path) => path.endsWith(".js"));

    test("the nonce goes to every script that ours brings, where import() does not work", async () => {
      hosts.allowsOrigins = false;
      await open(
        `<script nonce="abc" src="${hosts.data}widgets/kpi.js" defer></script>`,
        { "content-security-policy": "script-src 'nonce-abc'" },
        2,
      );
      expect(await drawn()).toBe(2);
    });

    test("another nonce lets nothing run, and the page's own text stays", async () => {
      await open(`<script nonce="other" src="${hosts.data}widgets/kpi.js" defer></script>`, {
        "content-security-policy": "script-src 'nonce-abc'",
      });
      expect(await drawn()).toBe(0);
      expect(await engine.run(`document.querySelector("#room").innerText.trim()`)).toBe("自分の文");
    });

    test("the offered lines for neighbours and data are enough: nothing else is asked for", async () => {
      expect(offered("data")).toMatch(
        /^<script src="[^"]*indicators\/K0001\/data\.js" integrity="sha256-[^"]{44}"/,
      );
      expect(offered("neighbours").split("\n")).toHaveLength(6);
      await open(`${offered("data")}${offered("version")}${offered("neighbours")}`, {}, 2);
      expect(await drawn()).toBe(2);
      expect((await shown(engine, "kpi-card"))[0]).toContain("1,234人");
      expect(asked().toSorted()).toEqual(
        [
          "/indicators/K0001/data.js",
          ...["", "-activities", "-chart", "-compare", "-grid", "-table", "-value"].map(
            (one) => `/widgets/kpi${one}-0.1.0.js`,
          ),
        ].toSorted(),
      );
    });

    test("under Integrity-Policy what is pinned so works", async () => {
      await open(
        `${offered("data")}${offered("version")}${offered("neighbours")}`,
        { "integrity-policy": "blocked-destinations=(script)" },
        2,
      );
      expect(await drawn()).toBe(2);
    });

    test("under Integrity-Policy kpi.js without its hash, or what it would bring itself, is refused: the text stays", async () => {
      await open(offered("version"), { "integrity-policy": "blocked-destinations=(script)" });
      // Engines that do not know the header show the card.
      const count = await drawn();
      expect(name === "chromium" ? [0] : [0, 2]).toContain(count);
      expect(await engine.run(`document.querySelector("#room").textContent.includes("自分の文")`)).toBe(true);
    });

    test("data that were corrected since fit their hash no longer: the text of the link stays, and nothing newer is shown", async () => {
      hosts.answer = (path, response) => {
        if (path !== "/indicators/K0001/data.js") return false;
        response
          .writeHead(200, { "content-type": "text/javascript; charset=utf-8" })
          .end(`${readFileSync(join(folder, path), "utf8").replaceAll("1,234", "1,235")}\n`);
        return true;
      };
      await open(`${offered("data")}${offered("version")}`);
      expect(await engine.run(`(${deep})("kpi-card").length`)).toBe(0);
      expect(await engine.run(`document.body.innerText`)).toContain("自分の文");
      expect(await states(engine, "kpi-chart")).not.toContain("loaded");
      expect(asked().filter((path) => path.includes("K0001"))).toHaveLength(1);
    });

    test("a page of its own kind (require-corp): with CORS and crossorigin all of it works", async () => {
      const isolated = {
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-opener-policy": "same-origin",
      };
      await open(
        `<script src="${hosts.data}widgets/kpi.js" crossorigin="anonymous" defer></script>`,
        isolated,
        2,
      );
      expect(await drawn()).toBe(2);
      // Without CORS neither script nor data may come; the text is there.
      hosts.allowsOrigins = false;
      await open(
        `<script src="${hosts.data}widgets/kpi.js" crossorigin="anonymous" defer></script>`,
        isolated,
      );
      expect(await drawn()).toBe(0);
      expect(await engine.run(`document.querySelector("#room").innerText.trim()`)).toBe("自分の文");
    });
  });
}
