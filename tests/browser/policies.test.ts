// A city's content-security policies and Trusted Types: what is drawn under each, in every engine.

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

type Outcome = "styled" | "unstyled" | "text";

/** WPE 2.38 knows neither adopted style sheets nor shadow roots in HTML. */
interface Row {
  readonly title: string;
  readonly policy: (cdn: string) => string;
  readonly body?: (cdn: string) => string;
  readonly script?: (cdn: string) => string;
  readonly cors?: boolean;
  readonly modern: Outcome;
  readonly wpe: Outcome;
}

const element = () => `<kpi-card indicator="K0001"><p>自分の文</p></kpi-card>`;
const link = (cdn: string) => `<p><a href="${cdn}indicators/K0001/">自分の文</a></p>`;
const fragment = (cdn: string) =>
  `<kpi-card indicator="K0001"><template shadowrootmode="open"><link rel="stylesheet" href="${cdn}widgets/kpi-card.css"><article>1,234人</article></template><p>自分の文</p></kpi-card>`;

const rows: readonly Row[] = [
  {
    title: "script-src and style-src 'self'",
    policy: (cdn) => `script-src ${cdn}; style-src 'self'`,
    modern: "styled",
    wpe: "unstyled",
  },
  {
    title: "default-src 'none'; script-src alone",
    policy: (cdn) => `default-src 'none'; script-src ${cdn}`,
    modern: "styled",
    wpe: "unstyled",
  },
  {
    title: "the same for a link",
    policy: (cdn) => `default-src 'none'; script-src ${cdn}`,
    body: link,
    modern: "styled",
    wpe: "unstyled",
  },
  {
    title: "the same without CORS headers",
    policy: (cdn) => `default-src 'none'; script-src ${cdn}`,
    cors: false,
    modern: "styled",
    wpe: "unstyled",
  },
  {
    title: "Trusted Types required",
    policy: (cdn) => `default-src 'none'; script-src ${cdn}; require-trusted-types-for 'script'`,
    modern: "styled",
    wpe: "unstyled",
  },
  {
    title: "Trusted Types with no policy allowed",
    policy: (cdn) =>
      `default-src 'none'; script-src ${cdn}; require-trusted-types-for 'script'; trusted-types 'none'`,
    modern: "styled",
    wpe: "unstyled",
  },
  {
    title: "Trusted Types with our policy allowed, without CORS headers",
    policy: (cdn) => `script-src ${cdn}; require-trusted-types-for 'script'; trusted-types kpi`,
    cors: false,
    modern: "styled",
    wpe: "styled",
  },
  { title: "no script allowed", policy: () => "script-src 'none'", modern: "text", wpe: "text" },
  {
    title: "no script allowed, for a link",
    policy: () => "script-src 'none'",
    body: link,
    modern: "text",
    wpe: "text",
  },
  {
    title: "a wrong integrity hash",
    policy: () => "img-src 'self'",
    script: (cdn) =>
      `<script src="${cdn}widgets/kpi-0.1.0.js" integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" crossorigin="anonymous" defer></script>`,
    modern: "text",
    wpe: "text",
  },
  {
    title: "a fragment with its linked sheet, without script",
    policy: (cdn) => `script-src 'none'; style-src ${cdn}`,
    body: fragment,
    modern: "styled",
    wpe: "text",
  },
  {
    title: "strict-dynamic with a nonce",
    policy: () => "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
    script: (cdn) => `<script nonce="abc" src="${cdn}widgets/kpi.js" defer></script>`,
    modern: "styled",
    wpe: "styled",
  },
];

for (const name of engineNames) {
  const missing = missingOf(name);
  describe.skipIf(missing)(`in ${name}${missing ? ` (skipped: ${missing} is not installed)` : ""}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await launch(name);
    });
    afterAll(() => engine?.close());
    beforeEach(() => {
      hosts.allowsOrigins = true;
    });

    for (const { title, policy, body = element, script, cors = true, modern, wpe } of rows) {
      const expected = name === "wpe" ? wpe : modern;
      test(`${title}: ${expected}`, async () => {
        hosts.allowsOrigins = cors;
        const cdn = hosts.data;
        const page = cardPage(hosts, `<div id="room">${body(cdn)}</div>`, {
          headers: { "content-security-policy": policy(cdn) },
          ...(script ? { script: script(cdn) } : {}),
        });
        await engine.open(page);
        if (expected === "text") await new Promise((done) => setTimeout(done, 400));
        else await settle(engine);
        const found = await engine.run<Outcome>(`(() => {
          const one = (${deep})("kpi-card")[0];
          const drawn = one?.shadowRoot?.querySelector("article");
          if (!drawn?.textContent.includes("1,234")) return document.querySelector("#room").textContent.includes("自分の文") ? "text" : "nothing";
          return getComputedStyle(drawn).borderTopStyle === "solid" ? "styled" : "unstyled";
        })()`);
        expect(found).toBe(expected);
      });
    }
  });
}
