// A city's style sheets, old and new, change nothing inside a card but what is noted.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, settle } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const require = createRequire(import.meta.url);
const installed = (path: string) => readFileSync(require.resolve(path), "utf8");

/** By name; the made-up ones are after what stands on cities' pages. */
const sheets: Readonly<Record<string, string>> = {
  "normalize.css": installed("normalize.css"),
  "Bootstrap reboot": installed("bootstrap/dist/css/bootstrap-reboot.css"),
  "Tailwind preflight": installed("tailwindcss/preflight.css"),
  "Meyer's reset": installed("reset-css/reset.css"),
  "kiso.css": installed("kiso.css/kiso.css"),
  "a root of 62.5 %": "html{font-size:62.5%} body{font-size:1.4rem}",
  "everything !important":
    "*{color:red!important;font-size:9px!important;line-height:1!important;background:#000!important;letter-spacing:3px!important;margin:4px!important;padding:3px!important;box-sizing:content-box!important}",
  "rules for our own elements":
    "kpi-card,kpi-card *{font:700 30px serif;color:red;border:3px solid;text-align:right;line-height:3} kpi-card::part(nothing){color:red}",
  "element selectors":
    "p{margin:2em;text-indent:1em;font:italic 11px serif} a{color:#c00;text-decoration:none} table{width:100%;border:4px double} th,td{background:#ff0} span{display:block} article{float:left;width:50%} details{display:none}",
  "an old CMS":
    "html{font-size:62.5%} *{margin:0;padding:0} body{font:12px/1.2 'MS PGothic',sans-serif;color:#333} dt,dd{float:left} svg{display:none} th{border:1px solid} #main a:link{color:#06c} ul li{list-style:square}",
  "inherited junk":
    "body{text-transform:uppercase;word-spacing:1em;white-space:nowrap;text-shadow:2px 2px red;font-style:italic;text-align:right;letter-spacing:.5em;cursor:wait;line-height:4;font-variant:small-caps;text-indent:5em;word-break:break-all;-webkit-text-stroke:1px red}",
  "a table layout of 1999":
    "td,td *{font-size:10px;vertical-align:middle;line-height:12px} font{color:navy} center{text-align:center}",
  "quirky zoom and text size":
    "html{-webkit-text-size-adjust:150%;zoom:1} body{font-size:200%;tab-size:2;hyphens:auto;quotes:none}",
};

/** Geometry and look of every node inside the card, one line a node. */
const measure = `(async () => {
  const host = document.querySelector("kpi-card");
  const root = host.shadowRoot.querySelector("article");
  const details = root.querySelector("details");
  details.open = true;
  // What opens is made then, and the activities of the card's project are asked for.
  for (let tries = 0; tries < 200 && details.querySelector("kpi-activities")?.state !== "loaded"; tries++) await new Promise((done) => setTimeout(done, 10));
  const box = root.getBoundingClientRect();
  const looks = ["color","fontSize","fontFamily","fontWeight","fontStyle","lineHeight","letterSpacing","wordSpacing","textAlign","textTransform","textIndent","textShadow","whiteSpace","display","visibility","backgroundColor","margin","padding","borderTopWidth","borderTopStyle","direction","writingMode","textDecorationLine"];
  return [root, ...root.querySelectorAll("*")].map((node) => {
    const style = getComputedStyle(node), at = node.getBoundingClientRect();
    const place = [at.left - box.left, at.top - box.top, at.width, at.height].map((length) => Math.round(length * 2) / 2);
    // What has no box has no place.
    return [node.localName + "." + node.className, at.width ? place.join(" ") : "", ...looks.map((look) => style[look])].join("|");
  });
})()`;

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(await publishCardCity());
});
afterAll(() => hosts?.close());

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    let plain: string[];
    const linesUnder = async (sheet: string, around: readonly [string, string] = ["", ""]) => {
      // The page gives the card its room and may put a frame around it; that the room is the same is what makes the nodes comparable.
      const head = `<style>${sheet}</style><style>#room{all:initial!important;display:block!important;width:360px!important}#room kpi-card{margin:0!important;border:0!important;padding:0!important}</style>`;
      const body = `${around[0]}<div id="room"><kpi-card indicator="K0002"><p>自分の文</p></kpi-card></div>${around[1]}`;
      await engine.open(cardPage(hosts, body, { head }));
      await settle(engine);
      return engine.run<string[]>(measure);
    };
    beforeAll(async () => {
      engine = await launch(name);
      plain = await linesUnder("");
    });
    afterAll(() => engine?.close());

    test("a plain page has a card of more than twenty nodes", () => {
      expect(plain.length).toBeGreaterThan(20);
    });

    for (const [title, sheet] of Object.entries(sheets)) {
      test(`${title} changes no node`, async () => {
        expect((await linesUnder(sheet)).filter((line, index) => line !== plain[index])).toEqual([]);
      });
    }

    test("vertical writing around it leaves the card's own text horizontal", async () => {
      const head = "<style>body{writing-mode:vertical-rl}kpi-card{content-visibility:visible}</style>";
      await engine.open(cardPage(hosts, `<kpi-card indicator="K0002"></kpi-card>`, { head }));
      await settle(engine);
      const [mode, ratio] = await engine.run<[string, number]>(
        `(() => { const root = document.querySelector("kpi-card").shadowRoot.querySelector("article"); const label = root.querySelector(".label").getBoundingClientRect(); return [getComputedStyle(root).writingMode, label.width / label.height]; })()`,
      );
      expect(mode).toBe("horizontal-tb");
      expect(ratio).toBeGreaterThan(1);
    });

    test("a tab that hides its panel hides the card, by display, by visibility and by hidden", async () => {
      const tabs = `<div style="display:none"><kpi-card indicator="K0002"></kpi-card></div><div style="visibility:hidden"><kpi-card indicator="K0002"></kpi-card></div><kpi-card hidden indicator="K0002"></kpi-card>`;
      await engine.open(cardPage(hosts, tabs));
      await settle(engine, 3);
      const seen = await engine.run<boolean[]>(
        `[...document.querySelectorAll("kpi-card")].map((one) => { const root = one.shadowRoot.querySelector("article") ?? one; return one.getBoundingClientRect().height > 0 && getComputedStyle(root).visibility === "visible"; })`,
      );
      expect(seen).toEqual([false, false, false]);
    });

    test("a page from right to left keeps the card readable and whole", async () => {
      await engine.open(
        cardPage(hosts, `<div dir="rtl" style="width:320px"><kpi-card indicator="K0002"></kpi-card></div>`),
      );
      await settle(engine);
      const [direction, inside] = await engine.run<[string, boolean]>(
        `(() => { const one = document.querySelector("kpi-card"), root = one.shadowRoot.querySelector("article"), box = one.getBoundingClientRect(); return [getComputedStyle(root).direction, [...root.querySelectorAll("p")].filter((part) => part.offsetWidth > 1).every((part) => part.getBoundingClientRect().left >= box.left - 1)]; })()`,
      );
      expect([direction, inside]).toEqual(["rtl", true]);
    });
  });
}
