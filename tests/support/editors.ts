// Twenty-nine editors and sanitizers (and three by their configuration) as city CMSs use them: each takes what an editor pastes and gives what it would store.

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import insane from "insane";
import type { Browser } from "playwright";
import { rehype } from "rehype";
import rehypeSanitize from "rehype-sanitize";
import caja from "sanitize-caja";
import sanitizeHtml from "sanitize-html";
import { build } from "vite";
import xss from "xss";

const require = createRequire(import.meta.url);
const home = (name: string) => {
  const found = require.resolve
    .paths(name)
    ?.map((path) => join(path, name))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
};

const script = (path: string) => `<script src="/${path}"></script>`;
const jquery = script("jquery/dist/jquery.min.js");
const keep = (text: string) => `<script>${text}</script>`;

function ckeditor4(config: string): string {
  return `<textarea id="area"></textarea><script src="/ckeditor4/ckeditor.js"></script><script>CKEDITOR.config.versionCheck = false; self.ready = new Promise((done) => { const editor = CKEDITOR.replace("area", ${config}); editor.on("instanceReady", () => done(editor)); }); self.keep = async (html) => { const editor = await self.ready; await new Promise((done) => editor.setData(html, { callback: done })); return editor.getData(); }</script>`;
}

function ckeditor5(plugins: string, support: string): string {
  return `<div id="area"></div><script src="/ckeditor5/dist/browser/ckeditor5.umd.js"></script><script>const { ClassicEditor, Essentials, Paragraph, Heading, Bold, Italic, Link, List, Table, TableCaption, ImageBlock, ImageInline, GeneralHtmlSupport } = CKEDITOR; self.ready = ClassicEditor.create(document.querySelector("#area"), { licenseKey: "GPL", plugins: ${plugins}, htmlSupport: ${support} }); self.keep = async (html) => { const editor = await self.ready; editor.setData(html); return editor.getData(); }</script>`;
}

/** The nine of the contract: a page that holds one editor; `self.keep(html)` gives what it would store. */
const firstPages: Readonly<Record<string, string>> = {
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

/** More of them, each by its own code. */
const morePages: Readonly<Record<string, string>> = {
  "Quill 2.0.3": `<div id="area"></div>${script("quill/dist/quill.js")}${keep(`const quill = new Quill("#area"); self.keep = async (html) => { quill.setText(""); quill.clipboard.dangerouslyPasteHTML(html); return quill.root.innerHTML; }`)}`,
  "Tiptap 3.35.0": `<div id="area"></div>${script("modules.js")}${keep(`self.keep = async (html) => { const editor = new Modules.Editor({ element: document.querySelector("#area"), extensions: [Modules.StarterKit], content: html }); const kept = editor.getHTML(); editor.destroy(); return kept; }`)}`,
  "Trix 2.1.19": `<input id="x" type="hidden"><trix-editor input="x"></trix-editor>${script("trix/dist/trix.umd.min.js")}${keep(`const area = document.querySelector("trix-editor"); self.keep = async (html) => { while (!area.editor) await new Promise((done) => setTimeout(done, 20)); area.editor.loadHTML(html); return area.value; }`)}`,
  "Jodit 4.15.13": `<textarea id="area"></textarea>${script("jodit/es2021/jodit.min.js")}${keep(`const editor = Jodit.make("#area"); self.keep = async (html) => { editor.value = html; await new Promise((done) => setTimeout(done, 400)); return editor.value; }`)}`,
  "Summernote 0.9.1": `<div id="area"></div>${jquery}${script("summernote/dist/summernote-lite.js")}${keep(`jQuery("#area").summernote({ codeviewFilter: true }); self.keep = async (html) => { jQuery("#area").summernote("codeview.activate"); const editor = jQuery("#area"); jQuery(".note-codable").val(html); editor.summernote("codeview.deactivate"); return editor.summernote("code"); }`)}`,
  "SunEditor 3.3.3": `<textarea id="area"></textarea>${script("suneditor/dist/suneditor.min.js")}${keep(`const editor = SUNEDITOR.create("#area", {}); self.keep = async (html) => { await new Promise((done) => setTimeout(done, 200)); editor.$.html.set(html); return editor.$.html.get(); }`)}`,
  "Lexical 0.52.0": `${script("modules.js")}${keep(`self.keep = async (html) => { const { createEditor, nodes, generateNodes, generateHtml, root, insert } = Modules.Lexical; const editor = createEditor({ nodes, onError(error) { throw error; } }); const dom = new DOMParser().parseFromString(html, "text/html"); await new Promise((done) => editor.update(() => { root().select(); insert(generateNodes(editor, dom)); }, { onUpdate: done, discrete: true })); return editor.read(() => generateHtml(editor)); }`)}`,
  "ProseMirror with its basic schema": `${script("modules.js")}${keep(`self.keep = async (html) => { const { DOMParser: Parser, DOMSerializer, schema } = Modules.ProseMirror; const from = document.createElement("div"); from.innerHTML = html; const to = document.createElement("div"); to.append(DOMSerializer.fromSchema(schema).serializeFragment(Parser.fromSchema(schema).parse(from).content)); return to.innerHTML; }`)}`,
  "Editor.js (its html-janitor 2.0.4)": `${script("html-janitor/src/html-janitor.js")}${keep(`const janitor = new HTMLJanitor({ tags: { a: { href: true, target: "_blank", rel: "nofollow" }, b: {}, i: {}, br: {}, p: {} } }); self.keep = async (html) => janitor.clean(html);`)}`,
  "MediumEditor 5.23.3": `<div id="area"><p>x</p></div>${script("medium-editor/dist/js/medium-editor.js")}${keep(`const editor = new MediumEditor("#area", { paste: { forcePlainText: false, cleanPastedHTML: true } }); self.keep = async (html) => { editor.setContent("<p>x</p>"); editor.selectElement(document.querySelector("#area p")); editor.cleanPaste(html); return editor.getContent(); }`)}`,
  "Squire 2.4.8": `<div id="area"></div>${script("dompurify/dist/purify.min.js")}${script("squire-rte/dist/squire-raw.js")}${keep(`const editor = new Squire(document.querySelector("#area")); self.keep = async (html) => { editor.setHTML(html); return editor.getHTML(); }`)}`,
  "Trumbowyg 2.31.0": `<div id="area"></div>${jquery}${script("trumbowyg/dist/trumbowyg.min.js")}${keep(`jQuery("#area").trumbowyg({ svgPath: false }); self.keep = async (html) => { jQuery("#area").trumbowyg("html", html); return jQuery("#area").trumbowyg("html"); }`)}`,
  "wysihtml 0.5.5": `${script("wysihtml/dist/wysihtml.js")}${script("wysihtml/parser_rules/advanced.js")}${keep(`self.keep = async (html) => { const area = document.createElement("div"); area.innerHTML = html; return wysihtml5.dom.parse(area, { rules: wysihtml5ParserRules, context: document }).innerHTML; }`)}`,
  "Toast UI Editor 3.2.2": `<div id="area"></div>${script("modules.js")}${keep(`const editor = new Modules.Toast({ el: document.querySelector("#area"), initialEditType: "wysiwyg", usageStatistics: false }); self.keep = async (html) => { editor.setHTML(html); return editor.getHTML(); }`)}`,
  "wangEditor 5.1.23": `<div id="area" style="height: 300px"></div>${script("@wangeditor/editor/dist/index.js")}${keep(`const editor = wangEditor.createEditor({ selector: "#area", html: "" }); self.keep = async (html) => { editor.setHtml(html); await new Promise((done) => setTimeout(done, 100)); return editor.getHtml(); }`)}`,
  "roosterjs 9.7.0": `<div id="area"></div>${script("modules.js")}${keep(`self.keep = async (html) => { const { createModelFromHtml, exportContent, Editor } = Modules.Rooster; const editor = new Editor(document.querySelector("#area"), { initialModel: createModelFromHtml(html) }); const kept = exportContent(editor); editor.dispose(); return kept; }`)}`,
  "the browser's own Sanitizer (setHTML)": keep(
    `self.keep = async (html) => { const area = document.createElement("div"); area.setHTML(html); return area.innerHTML; }`,
  ),
};

/** What runs in Node. */
const firstFilters: Readonly<Record<string, (html: string) => string>> = {
  "sanitize-html 2.17.5": (html) => sanitizeHtml(html),
  "js-xss 1.0.17": (html) => xss(html),
};
const moreFilters: Readonly<Record<string, (html: string) => string>> = {
  "rehype-sanitize 6.0.0": (html) =>
    String(rehype().data("settings", { fragment: true }).use(rehypeSanitize).processSync(html)),
  "insane 2.6.2": (html) => insane(html),
  "sanitize-caja 0.1.4": (html) => caja(html),
};

const listed = (text: string) => text.split(" ");
const only = (allowedTags: string[], allowedAttributes: Record<string, string[]>) => (html: string) =>
  sanitizeHtml(html, { allowedTags, allowedAttributes, nonTextTags: ["script", "style", "textarea"] });

/** No registry we reach has their filters: what their configuration allows, held to it by sanitize-html. */
const configured: Readonly<Record<string, (html: string) => string>> = {
  "Drupal's Basic HTML": only(
    listed("a em strong cite blockquote code ul ol li dl dt dd h2 h3 h4 h5 h6 p br span img"),
    { a: ["href", "hreflang"], img: ["src", "alt", "width", "height"] },
  ),
  "Movable Type's GlobalSanitizeSpec": only(listed("a b i br p strong em ul ol li blockquote pre"), {
    a: ["href"],
  }),
  "WordPress for authors (wp_kses_post)": only(
    listed(
      "a abbr address article aside b blockquote br code details summary div em figure figcaption footer h1 h2 h3 h4 h5 h6 header hr i img li main nav ol p pre section small span strong sub sup table caption thead tbody tr th td u ul",
    ),
    {
      a: ["href", "rel", "target", "title"],
      img: ["src", "alt", "width", "height", "loading"],
      "*": ["class", "id", "lang", "dir", "role", "aria-*", "data-*", "hidden", "title"],
    },
  ),
};

export const firstEditors = [...Object.keys(firstPages), ...Object.keys(firstFilters)];
export const moreEditors = [...Object.keys(morePages), ...Object.keys(moreFilters)];
export const configuredEditors = Object.keys(configured);

/** What comes as modules alone, in one file. */
async function modules(): Promise<string> {
  const entry = join(mkdtempSync(join(tmpdir(), "shihyo-editors-")), "entry.js");
  const from = (name: string) => JSON.stringify(require.resolve(name));
  writeFileSync(
    entry,
    `import StarterKit from ${from("@tiptap/starter-kit")};
import { createEditor, $getRoot, $insertNodes } from ${from("lexical")};
import { $generateNodesFromDOM, $generateHtmlFromNodes } from ${from("@lexical/html")};
import { LinkNode, AutoLinkNode } from ${from("@lexical/link")};
import { HeadingNode, QuoteNode } from ${from("@lexical/rich-text")};
import Toast from ${from("@toast-ui/editor")};
export * as Rooster from ${from("roosterjs")};
export { DOMParser, DOMSerializer } from ${from("@tiptap/pm/model")};
export { schema } from ${from("prosemirror-schema-basic")};
export { Editor } from ${from("@tiptap/core")};
export { StarterKit, Toast };
export const Lexical = { createEditor, nodes: [LinkNode, AutoLinkNode, HeadingNode, QuoteNode], generateNodes: $generateNodesFromDOM, generateHtml: $generateHtmlFromNodes, root: $getRoot, insert: $insertNodes };`,
  );
  const made: unknown = await build({
    configFile: false,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ["iife"], name: "Modules", fileName: "modules" },
    },
  });
  const [{ output }] = made as [{ output: [{ code: string }] }];
  return `${output[0].code}\nModules.ProseMirror = { DOMParser: Modules.DOMParser, DOMSerializer: Modules.DOMSerializer, schema: Modules.schema };`;
}

/** What each would store of each HTML: by its name, in the order of the HTMLs. */
export async function kept(browser: Browser, htmls: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const pages = { ...firstPages, ...morePages };
  const files = new Map([["modules.js", await modules()]]);
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "").split("?")[0]?.slice(1) ?? "");
    const page = /^page(\d+)$/.exec(path)?.[1];
    if (page) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(
        `<!doctype html><meta charset="utf-8"><title>editor</title><body>${Object.values(pages)[Number(page)]}`,
      );
      return;
    }
    const name = /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? "";
    const made = files.get(path);
    const file = made || !/\.(js|css)$/.test(path) ? "" : join(home(name), path.slice(name.length));
    if (!made && (!file || !existsSync(file))) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": extname(path) === ".css" ? "text/css" : "text/javascript; charset=utf-8",
    });
    response.end(made ?? readFileSync(file));
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", () => done()));
  const { port } = server.address() as { port: number };
  try {
    for (const [index, name] of Object.keys(pages).entries()) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/page${index}`);
      const results: string[] = [];
      for (const html of htmls) {
        results.push((await page.evaluate(`self.keep(${JSON.stringify(html)})`)) as string);
      }
      found.set(name, results);
      await page.close();
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  for (const [name, filter] of Object.entries({ ...firstFilters, ...moreFilters, ...configured })) {
    found.set(name, htmls.map(filter));
  }
  return found;
}
