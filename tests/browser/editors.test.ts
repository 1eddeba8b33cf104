// What editors and sanitizers that city CMSs use keep of each embed: the table of docs/embedding-matrix.md.

import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import sanitizeHtml from "sanitize-html";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import xss from "xss";
import { frameSize } from "../../packages/publisher/src/site/embed-forms/frame-size.ts";
import { publishCardCity } from "../support/card-city.ts";
import { missingOf } from "../support/engines.ts";

const require = createRequire(import.meta.url);
const home = (name: string) => {
  const found = require.resolve
    .paths(name)
    ?.map((path) => join(path, name))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
};
const matrix = fileURLToPath(new URL("../../docs/embedding-matrix.md", import.meta.url));

/** A page that holds one editor; `self.keep(html)` gives what it would store. */
const editors: Readonly<Record<string, string>> = {
  "DOMPurify 3.4.18": `<script src="/dompurify/dist/purify.min.js"></script><script>self.keep = async (html) => DOMPurify.sanitize(html)</script>`,
  "TinyMCE 8.9.2": `<textarea></textarea><script src="/tinymce/tinymce.min.js"></script><script>self.ready = tinymce.init({ selector: "textarea", license_key: "gpl", promotion: false }); self.keep = async (html) => { await self.ready; tinymce.activeEditor.setContent(html); return tinymce.activeEditor.getContent(); }</script>`,
  "CKEditor 4.22.1": ckeditor4("{}"),
  "CKEditor 4 as SHIRASAGI sets it": ckeditor4("{ allowedContent: true }"),
  "CKEditor 4 as Joruri sets it": ckeditor4(
    `{ allowedContent: { $1: { elements: CKEDITOR.dtd, attributes: true, styles: true, classes: true } }, disallowedContent: "script; *[on*]; *[data-*]" }`,
  ),
  "CKEditor 5 48.5.2": ckeditor5(
    "[Essentials, Paragraph, Heading, Bold, Italic, Link, List, Table, TableCaption, ImageBlock, ImageInline]",
    "{}",
  ),
  "CKEditor 5 with General HTML Support": ckeditor5(
    "[Essentials, Paragraph, Heading, Bold, Italic, Link, List, Table, TableCaption, ImageBlock, ImageInline, GeneralHtmlSupport]",
    "{ allow: [{ name: /.*/, attributes: true, classes: true, styles: true }] }",
  ),
};

function ckeditor4(config: string): string {
  return `<textarea id="area"></textarea><script src="/ckeditor4/ckeditor.js"></script><script>CKEDITOR.config.versionCheck = false; self.ready = new Promise((done) => { const editor = CKEDITOR.replace("area", ${config}); editor.on("instanceReady", () => done(editor)); }); self.keep = async (html) => { const editor = await self.ready; await new Promise((done) => editor.setData(html, { callback: done })); return editor.getData(); }</script>`;
}

function ckeditor5(plugins: string, support: string): string {
  return `<div id="area"></div><script src="/ckeditor5/dist/browser/ckeditor5.umd.js"></script><script>const { ClassicEditor, Essentials, Paragraph, Heading, Bold, Italic, Link, List, Table, TableCaption, ImageBlock, ImageInline, GeneralHtmlSupport } = CKEDITOR; self.ready = ClassicEditor.create(document.querySelector("#area"), { licenseKey: "GPL", plugins: ${plugins}, htmlSupport: ${support} }); self.keep = async (html) => { const editor = await self.ready; editor.setData(html); return editor.getData(); }</script>`;
}

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
      html: `<kpi-card indicator="K0002"><p><a href="${address}">${words}</a></p></kpi-card>`,
      works: /<kpi-card[^>]* indicator="K0002"/,
    },
    {
      title: "element and script pasted together",
      html: `<kpi-card indicator="K0002"><p><a href="${address}">${words}</a></p></kpi-card>${script}`,
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

let server: Server;
let browser: Browser;
let origin: string;
const missing = missingOf("chromium");

describe.skipIf(missing)(
  `editors and sanitizers${missing ? ` (skipped: ${missing} is not installed)` : ""}`,
  () => {
    const kept = new Map<string, Map<string, string>>();
    let list: Embed[];

    beforeAll(async () => {
      const folder = await publishCardCity();
      list = embeds(readFileSync(join(folder, "indicators/K0002/fragment.html"), "utf8").trim());
      server = createServer((request, response) => {
        const [, name = "", ...rest] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
        if (name.startsWith("page")) {
          response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
          response.end(
            `<!doctype html><meta charset="utf-8"><title>editor</title>${Object.values(editors)[Number(name.slice(4))]}`,
          );
          return;
        }
        const file = ["dompurify", "tinymce", "ckeditor4", "ckeditor5"].includes(name)
          ? join(home(name), ...rest)
          : "";
        if (!file || !existsSync(file)) return void response.writeHead(404).end();
        response.writeHead(200, {
          "content-type": extname(file) === ".css" ? "text/css" : "text/javascript",
        });
        response.end(readFileSync(file));
      });
      await new Promise<void>((done) => void server.listen(0, "127.0.0.1", () => done()));
      origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
      browser = await chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
        args: ["--no-sandbox"],
      });
      const keepIn = async (page: Page, html: string) =>
        (await page.evaluate(`self.keep(${JSON.stringify(html)})`)) as string;
      for (const [index, name] of Object.keys(editors).entries()) {
        const page = await browser.newPage();
        await page.goto(`${origin}/page${index}`);
        const results = new Map<string, string>();
        for (const { title, html } of list) results.set(title, await keepIn(page, html));
        kept.set(name, results);
        await page.close();
      }
      kept.set("sanitize-html 2.17.5", new Map(list.map(({ title, html }) => [title, sanitizeHtml(html)])));
      kept.set("js-xss 1.0.17", new Map(list.map(({ title, html }) => [title, xss(html)])));
    });
    afterAll(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });

    test("the text link keeps its number and its address in every one", () => {
      for (const [name, results] of kept) {
        expect(results.get("text link"), name).toContain(words);
        expect(results.get("text link"), name).toMatch(list[0]?.works ?? /$^/);
      }
    });

    test("the number stays as text wherever the element or the fragment goes", () => {
      for (const [name, results] of kept) {
        for (const title of [
          "element, with its script in the template",
          "element and script pasted together",
          "fragment drawn beforehand",
        ]) {
          expect(results.get(title), `${title} in ${name}`).toContain(words);
        }
      }
    });

    test("docs/embedding-matrix.md says what was found (npm run approve writes it anew)", async () => {
      await expect(table(list, kept)).toMatchFileSnapshot(matrix);
    });
  },
);

function table(list: readonly Embed[], kept: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const names = [...kept.keys()].toSorted();
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
  return `# What editors keep of each embed

Made by \`npm run approve -- browser/editors\`; \`npm test\` holds it to what the editors do. Each embed was given to the editor or sanitizer as a page editor would paste it, and what it would store was read back. "Text stays" means that the card is gone and its number and link are still there as text.

| embed | works in | ${names.join(" | ")} |
| --- | --- | ${names.map(() => "---").join(" | ")} |
${rows.join("\n")}

Settings: DOMPurify, sanitize-html, js-xss, TinyMCE and CKEditor 4 as they come; SHIRASAGI's CKEditor 4 with \`allowedContent: true\`; Joruri's without scripts, \`on…\` and \`data-…\`; CKEditor 5 with the usual plugins, and with General HTML Support allowing everything. They are installed for the tests alone and are no part of what is published.
`;
}
