// What editors and sanitizers that city CMSs use keep of each embed, and what that becomes on a page: docs/embedding-matrix.md.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frameSize } from "../../packages/publisher/src/site/embed-forms/frame-size.ts";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage } from "../support/card-page.ts";
import { configuredEditors, firstEditors, kept as keptBy, moreEditors } from "../support/editors.ts";
import { missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const matrix = fileURLToPath(new URL("../../docs/embedding-matrix.md", import.meta.url));

const base = "https://mihon.test/";
const address = `${base}indicators/K0002/`;
const words = "健康診査の受診者数：120人（令和6年度）";

interface Embed {
  readonly title: string;
  readonly html: string;
  /** Whether what is kept still does what the embed is for. */
  readonly works: RegExp;
}

function embeds(fragment: string): Embed[] {
  const script = `<script src="${base}widgets/kpi.js" defer></script>`;
  return [
    {
      title: "text link",
      html: `<p><a href="${address}">${words}</a></p>`,
      works: /<a[^>]* href="https:\/\/mihon\.test\/indicators\/K0002\/"/,
    },
    {
      title: "element, with its script in the template",
      html: `<kpi-card indicator="K0002"><a href="${address}">${words}</a></kpi-card>`,
      works: /<kpi-card[^>]* indicator="K0002"/,
    },
    {
      title: "element and script pasted together",
      html: `<kpi-card indicator="K0002"><a href="${address}">${words}</a></kpi-card>${script}`,
      works: /<kpi-card[^>]* indicator="K0002"[\s\S]*<script[^>]* src=/,
    },
    {
      title: "fragment drawn beforehand",
      html: fragment,
      works: /<template[^>]* shadowrootmode="open"[\s\S]*<article[\s\S]*<\/template>/,
    },
    {
      title: "image link",
      html: `<p><a href="${address}"><img src="${address}card.svg" alt="${words}"></a></p>`,
      works: /<img[^>]*alt="健康診査/,
    },
    {
      title: "frame",
      html: `<iframe src="${address}embed.html" title="${words}" width="${frameSize.width}" height="${frameSize.height}"></iframe>`,
      works: /<iframe(?![^>]*sandbox="")[^>]*title="健康診査/,
    },
  ];
}

let browser: Browser;
let hosts: Hosts;
const missing = missingOf("chromium");

describe.skipIf(missing)(
  `editors and sanitizers${missing ? ` (skipped: ${missing} is not installed)` : ""}`,
  () => {
    /** By editor, by embed. */
    const kept = new Map<string, Map<string, string>>();
    const became = new Map<string, Map<string, string>>();
    let list: Embed[];

    beforeAll(async () => {
      const folder = await publishCardCity();
      hosts = await startHosts(folder);
      list = embeds(readFileSync(join(folder, "indicators/K0002/fragment.html"), "utf8").trim());
      browser = await chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
        args: ["--no-sandbox"],
      });
      const titles = list.map(({ title }) => title);
      const byTitle = (results: readonly string[]) =>
        new Map(titles.map((title, at) => [title, results[at] ?? ""]));
      const found = await keptBy(
        browser,
        list.map(({ html }) => html),
      );
      for (const [name, results] of found) kept.set(name, byTitle(results));
      const results = await onPages([...found.values()].flat());
      for (const [at, name] of [...found.keys()].entries())
        became.set(name, byTitle(results.slice(at * list.length, (at + 1) * list.length)));
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      await hosts?.close();
    });

    test("the text link keeps its number and its address in every one, and becomes one card", () => {
      for (const [name, results] of kept) {
        expect(results.get("text link"), name).toContain(words);
        expect(results.get("text link"), name).toMatch(list[0]?.works ?? /$^/);
        expect(became.get(name)?.get("text link"), name).toBe("card");
      }
    });

    test("nothing that was pasted once becomes two cards", () => {
      for (const [name, results] of became)
        for (const [title, one] of results) expect(one, `${title} in ${name}`).not.toMatch(/cards/);
    });

    test("the number stays as text wherever the element or the fragment goes", () => {
      for (const name of firstEditors) {
        for (const title of [
          "element, with its script in the template",
          "element and script pasted together",
          "fragment drawn beforehand",
        ]) {
          expect(kept.get(name)?.get(title), `${title} in ${name}`).toContain(words);
        }
      }
    });

    test("docs/embedding-matrix.md says what was found (npm run approve writes it anew)", async () => {
      await expect(document(list, kept, became)).toMatchFileSnapshot(matrix);
    });
  },
);

/** What each becomes on a page with kpi.js in its template: all on one page, each in a section of its own. */
async function onPages(htmls: readonly string[]): Promise<string[]> {
  const page = await browser.newPage();
  const sections = htmls.map(
    (html) =>
      `<section>${html.replaceAll(base, hosts.data).replaceAll(/<script[\s\S]*?<\/script>/g, "")}</section>`,
  );
  await page.goto(cardPage(hosts, sections.join("\n")));
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const found = (await page.evaluate(`[...document.querySelectorAll("section")].map((section) => {
    const cards = [...section.querySelectorAll("*")].reduce((count, one) => count + (one.localName === "kpi-card" ? one.shadowRoot?.querySelector("article") ? 1 : 0 : one.shadowRoot?.querySelector("kpi-card") ? 1 : 0), section.shadowRoot?.querySelector("kpi-card") ? 1 : 0);
    if (cards) return cards === 1 ? "card" : cards + " cards";
    if (section.querySelector("img[src][alt*='120']")) return "picture";
    const frame = section.querySelector("iframe[src]");
    if (frame) return frame.title ? "frame" : "frame without title";
    const links = [...section.querySelectorAll("a[href*='K0002']")];
    if (links.some((link) => link.textContent.includes("120人"))) return "link";
    return section.textContent.includes("120人") ? "text" : links.length ? "empty link" : "lost";
  })`)) as string[];
  await page.close();
  return found;
}

function document(
  list: readonly Embed[],
  kept: ReadonlyMap<string, ReadonlyMap<string, string>>,
  became: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const names = firstEditors.toSorted();
  const fate = ({ title, works }: Embed, name: string) => {
    const found = kept.get(name)?.get(title) ?? "";
    if (works.test(found)) return "works";
    if (/<iframe[^>]*sandbox=""/.test(found)) return "sandboxed (works: no script needed)";
    if (/<iframe/.test(found)) return "without its title";
    return found.includes(words) ? "text stays" : "lost";
  };
  const rows = list.map((embed) => {
    const fates = names.map((name) => fate(embed, name));
    return `| ${embed.title} | ${fates.filter((one) => one.includes("works")).length} of ${names.length} | ${fates.join(" | ")} |`;
  });
  // With the script in the template it is no matter whether a pasted one stays.
  const shown = list.filter(({ title }) => title !== "element and script pasted together");
  const heads = ["text link", "element", "fragment", "image link", "frame"];
  const becomes = (all: readonly string[], mark: string) =>
    all
      .toSorted()
      .map(
        (name) =>
          `| ${name} | ${mark} | ${shown.map(({ title }) => became.get(name)?.get(title)).join(" | ")} |`,
      );
  const all = [...firstEditors, ...moreEditors, ...configuredEditors];
  const counted = shown.map(({ title }, at) => {
    const ways = all.map((name) => became.get(name)?.get(title) ?? "");
    const count = (way: string) => ways.filter((one) => one === way).length;
    return `${heads[at]}: ${[...new Set(ways)]
      .toSorted((one, two) => count(two) - count(one))
      .map((way) => `${way} ${count(way)}`)
      .join(", ")}`;
  });
  return `# What editors keep of each embed

Made by \`npm run approve -- browser/editors\`; \`npm test\` holds it to what the editors do. Each embed was given to the editor or sanitizer as a page editor would paste it, and what it would store was read back. "Text stays" means that the card is gone and its number and link are still there as text.

| embed | works in | ${names.join(" | ")} |
| --- | --- | ${names.map(() => "---").join(" | ")} |
${rows.join("\n")}

Settings: DOMPurify, sanitize-html, js-xss, TinyMCE and CKEditor 4 as they come; SHIRASAGI's CKEditor 4 with \`allowedContent: true\`; Joruri's without scripts, \`on…\` and \`data-…\`; CKEditor 5 with the usual plugins, and with General HTML Support allowing everything. They are installed for the tests alone and are no part of what is published.

## With the template's script in place

What each of these stores, put on a page whose template has kpi.js (in Chromium). "code": the editor's or sanitizer's own code ran. "configuration": no registry that we reach has its code; what its configuration allows was held to it by sanitize-html, so this is what it says, not what it was seen to do.

| editor or sanitizer | by | ${heads.join(" | ")} |
| --- | --- | ${heads.map(() => "---").join(" | ")} |
${[...becomes([...firstEditors, ...moreEditors], "code"), ...becomes(configuredEditors, "configuration")].join("\n")}

Of ${all.length}: ${counted.join("; ")}. "Link" and "text": the number can be read, without a card. Nothing becomes two cards. A picture that is taken out of its link leaves an empty link, which becomes a card. Two sanitizers drop what stands in an element that they do not know, its text with it: there the text link is the one to paste.

Settings of the others: as they come, with these exceptions. Editor.js: what its own paragraph and inline tools allow. MediumEditor: its paste cleaner (\`cleanPastedHTML\`). Summernote: through its code view with its filter on. Squire: with DOMPurify, as it asks. Lexical: with links, headings and quotes. wysihtml: its "advanced" rules.
`;
}
