// A city's page with our elements on it, and the questions that tests ask of it in any engine.

import type { Engine } from "./engines.ts";
import type { Hosts } from "./two-hosts.ts";

export interface PageOptions {
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly lang?: string;
  /** The script's tag; `kpi.js` from the data's host, deferred, where it is not told. */
  readonly script?: string;
}

/** As `querySelectorAll`, in the page's order, and in the shadow roots of the paragraphs that hold a card as well. */
export const deep = `(selector) => [...document.querySelectorAll("*")].flatMap((one) => [
  ...(one.matches(selector) ? [one] : []),
  ...(one.localName.includes("-") ? [] : (one.shadowRoot?.querySelectorAll(selector) ?? [])),
])`;

let count = 0;

/** The page's address. */
export function cardPage(hosts: Hosts, body: string, options: PageOptions = {}): string {
  const { head = "", headers = {}, lang = "ja", script } = options;
  count += 1;
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>市のページ</title>
<meta name="viewport" content="width=device-width">${head}
${script ?? `<script src="${hosts.data}widgets/kpi.js" defer></script>`}</head><body>${body}</body></html>`;
  return hosts.page(`page-${count}.html`, { html, headers });
}

/** Waits until every element of ours has its data or none, and everything is quiet. */
export async function settle(engine: Engine, least = 1): Promise<void> {
  await engine.run(`(async () => {
    const all = () => (${deep})("kpi-card,kpi-value,kpi-grid,kpi-chart,kpi-table,kpi-activities,kpi-compare");
    const deep = () => all().flatMap((one) => [one, ...(one.shadowRoot?.querySelectorAll("kpi-card") ?? [])]);
    for (let tries = 0; tries < 200; tries++) {
      const found = deep();
      if (document.readyState === "complete" && found.length >= ${least} && found.every((one) => one.state && one.state !== "waiting")) break;
      await new Promise((done) => setTimeout(done, 25));
    }
    await new Promise((done) => setTimeout(done, 60));
  })()`);
}

/** The text that is shown of each element that the selector finds: what was drawn, else the page's own. */
export function shown(engine: Engine, selector: string): Promise<string[]> {
  return engine.run(`(${deep})(${JSON.stringify(selector)}).map((one) => {
    const drawn = one.shadowRoot?.querySelector("article, span");
    const text = drawn ? drawn.textContent : one.textContent || one.shadowRoot?.textContent || "";
    return text.replace(/\\s+/g, " ").trim();
  })`);
}

export function states(engine: Engine, selector: string): Promise<(string | null)[]> {
  return engine.run(`(${deep})(${JSON.stringify(selector)}).map((one) => one.getAttribute("state"))`);
}
