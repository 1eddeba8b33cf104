// Beside React, Vue, Turbo, htmx, idiomorph, morphdom and jQuery: what they make, move, sort and take out stays theirs.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";
import { cardPage, deep, settle, shown } from "../support/card-page.ts";
import { type Engine, engineNames, launch, missingOf } from "../support/engines.ts";
import { type Hosts, startHosts } from "../support/two-hosts.ts";

const modules = join(dirname(fileURLToPath(import.meta.url)), "../node_modules");
const file = (path: string) => readFileSync(join(modules, path), "utf8");

/** React 19 comes as modules alone. */
async function react19(): Promise<string> {
  const entry = join(mkdtempSync(join(tmpdir(), "shihyo-react-")), "entry.js");
  writeFileSync(
    entry,
    `export * as React from ${resolved("react")}; export * as Client from ${resolved("react-dom/client")}; export { flushSync } from ${resolved("react-dom")};`,
  );
  const made: unknown = await build({
    configFile: false,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ["iife"], name: "React19", fileName: "react" },
    },
  });
  const [{ output }] = made as [{ output: [{ code: string }] }];
  return output[0].code;
}
const resolved = (id: string) => JSON.stringify(createRequire(import.meta.url).resolve(id));

/** In the page: a thing of the list as each library makes it. A link by its ID, an element after `+`. */
const things = (data: string) => `
  self.words = (id) => "来館者数：1,234人（令和6年度）" + id;
  self.parts = (one) => ({ id: one.replace("+", ""), isElement: one[0] === "+", href: ${JSON.stringify(data)} + "indicators/" + one.replace("+", "") + "/" });
  self.html = (list) => list.map((one) => { const { id, isElement, href } = parts(one); const a = '<a href="' + href + '">' + words(id) + "</a>"; return isElement ? '<div id="' + id + '"><kpi-card indicator="' + id + '">' + a + "</kpi-card></div>" : '<p id="' + id + '">' + a + "</p>"; }).join("");
  self.make = (h) => (list) => list.map((one) => { const { id, isElement, href } = parts(one); const a = h("a", { href }, words(id)); return isElement ? h("div", { key: id, id }, h("kpi-card", { indicator: id }, a)) : h("p", { key: id, id }, a); });`;

interface Library {
  readonly files: readonly string[];
  /** Defines `show(list)` in the page. */
  readonly begin: string;
  /** Makes the things of the page that the server sent its own; gives what it complained of. */
  readonly hydrate?: string;
  /** What its server writes around a list. */
  readonly around?: readonly [string, string];
  /** Whether a thing that stays on the list stays the same element. */
  readonly keeps: boolean;
}

const reactBegin = (client: string, react: string, sync: string) => ({
  begin: `const list = make(${react}.createElement); let root; self.show = (items) => { root ??= ${client}.createRoot(room); ${sync}(() => root.render(list(items))); };`,
  hydrate: `(async () => { const told = []; const root = ${client}.hydrateRoot(room, make(${react}.createElement)(first), { onRecoverableError: (error) => told.push(String(error)) }); self.show = (items) => ${sync}(() => root.render(make(${react}.createElement)(items))); await new Promise((done) => setTimeout(done, 100)); return told; })()`,
});

const libraries: Readonly<Record<string, Library>> = {
  "React 18.3.1": {
    files: ["react-18/umd/react.production.min.js", "react-dom-18/umd/react-dom.production.min.js"],
    ...reactBegin("ReactDOM", "React", "ReactDOM.flushSync"),
    keeps: true,
  },
  "React 19.3.1": {
    files: ["react"],
    ...reactBegin("React19.Client", "React19.React", "React19.flushSync"),
    keeps: true,
  },
  "Vue 3.5.45": {
    files: ["vue/dist/vue.global.js"],
    begin: `const items = Vue.ref([]); let app; const start = (create, list) => { items.value = list; app = create({ render: () => make(Vue.h)(items.value) }); app.config.compilerOptions.isCustomElement = (name) => name.startsWith("kpi-"); app.mount(room); }; self.show = (list) => { if (app) items.value = list; else start(Vue.createApp, list); return Vue.nextTick(); }; self.begin = start;`,
    hydrate: `(async () => { const told = []; for (const name of ["warn", "error"]) console[name] = (...words) => told.push(words.map(String).join(" ")); begin(Vue.createSSRApp, first); await Vue.nextTick(); return told; })()`,
    around: ["<!--[-->", "<!--]-->"],
    keeps: true,
  },
  "morphdom 2.7.8": {
    files: ["morphdom/dist/morphdom-umd.js"],
    begin: `self.show = (list) => morphdom(room, '<div id="room">' + html(list) + "</div>");`,
    keeps: true,
  },
  "idiomorph 0.8.0": {
    files: ["idiomorph/dist/idiomorph.js"],
    begin: `self.show = (list) => Idiomorph.morph(room, html(list), { morphStyle: "innerHTML" });`,
    keeps: true,
  },
  "htmx 2.0.11": {
    files: ["htmx.org/dist/htmx.js"],
    begin: `self.show = (list) => htmx.swap("#room", html(list), { swapStyle: "innerHTML" });`,
    keeps: false,
  },
  "jQuery 3.8.0": {
    files: ["jquery/dist/jquery.js"],
    begin: `self.show = (list) => new Promise((done) => jQuery("#room").load(URL.createObjectURL(new Blob([html(list)], { type: "text/html" })), done));`,
    keeps: false,
  },
  "Turbo 8.0.23, morphing": {
    files: ["@hotwired/turbo/dist/turbo.es2017-umd.js"],
    begin: `self.show = async (list) => { Turbo.renderStreamMessage('<turbo-stream action="update" method="morph" target="room"><template>' + html(list) + "</template></turbo-stream>"); await new Promise((done) => setTimeout(done, 100)); };`,
    keeps: true,
  },
};

/** What went wrong without anybody catching it, and what a library said of it. */
const listening = `<script>self.faults = []; addEventListener("error", (event) => faults.push(event.message)); addEventListener("unhandledrejection", (event) => faults.push(String(event.reason))); console.error = (...words) => faults.push(words.join(" "));</script>`;
const names: Readonly<Record<string, string>> = {
  K0001: "図書館の来館者数",
  K0002: "健康診査の受診者数",
  K0003: "交通事故の件数",
};

let hosts: Hosts;
beforeAll(async () => {
  hosts = await startHosts(await publishCardCity());
  const react = await react19();
  for (const { files } of Object.values(libraries)) {
    for (const path of files) {
      hosts.page(path, {
        html: path === "react" ? react : file(path),
        headers: { "content-type": "text/javascript; charset=utf-8" },
      });
    }
  }
}, 60_000);
afterAll(() => hosts?.close());

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
    });
    const head = ({ files, begin }: Library) =>
      `${listening}${files.map((path) => `<script src="${hosts.city}${path}"></script>`).join("")}
      <script>${things(hosts.data)} addEventListener("DOMContentLoaded", () => { self.room = document.querySelector("#room"); ${begin} });</script>`;
    /** The names of the cards that are drawn, in the page's order, once there are as many as that. */
    const drawn = async (count: number) => {
      await engine.run(`(async () => {
        for (let tries = 0; tries < 200; tries++) {
          if ((${deep})("kpi-card[state=loaded]").length === ${count}) break;
          await new Promise((done) => setTimeout(done, 25));
        }
      })()`);
      return (await shown(engine, "kpi-card")).map(
        (text) => Object.keys(names).find((id) => text.startsWith(names[id] ?? "")) ?? text,
      );
    };
    /** Shows the list and holds what then stands on the page against it. */
    const expectShown = async (...list: string[]) => {
      await engine.run(`(async () => { await show(${JSON.stringify(list)}); return 1; })()`);
      const ids = list.map((one) => one.replace("+", ""));
      expect(await drawn(list.length)).toEqual(ids);
      // What the library wrote is there as it wrote it.
      expect(await engine.run(`[...room.children].map((one) => one.id + one.textContent)`)).toEqual(
        ids.map((id) => `${id}来館者数：1,234人（令和6年度）${id}`),
      );
      expect(await engine.run("faults")).toEqual([]);
    };

    for (const [title, library] of Object.entries(libraries)) {
      test(`${title}: things appear, change places, leave and come back`, async () => {
        await engine.open(cardPage(hosts, `<div id="room"></div>`, { head: head(library) }));
        await expectShown("K0001", "+K0002");
        if (library.keeps) {
          await engine.run(
            `(() => { self.kept = [...room.children]; for (const one of (${deep})("kpi-card")) one.shadowRoot.querySelector("details").open = true; })()`,
          );
        }
        await expectShown("+K0002", "K0001");
        if (library.keeps) {
          expect(
            await engine.run(
              `[kept.every((one) => [...room.children].includes(one)), (${deep})("kpi-card").every((one) => one.shadowRoot.querySelector("details").open)]`,
            ),
          ).toEqual([true, true]);
        }
        await expectShown("K0003", "+K0002", "K0001");
        await expectShown("K0001");
        await expectShown();
        await expectShown("+K0002", "K0003");
      });

      if (library.hydrate) {
        test(`${title}: a page that the server made is taken over after its links became cards`, async () => {
          const [before, after] = library.around ?? ["", ""];
          const page = `<div id="room">${before}<p id="K0001"><a href="${hosts.data}indicators/K0001/">来館者数：1,234人（令和6年度）K0001</a></p><div id="K0002"><kpi-card indicator="K0002"><a href="${hosts.data}indicators/K0002/">来館者数：1,234人（令和6年度）K0002</a></kpi-card></div>${after}</div>`;
          await engine.open(
            cardPage(hosts, page, {
              head: `${head(library)}<script>self.first = ["K0001", "+K0002"];</script>`,
            }),
          );
          await settle(engine, 2);
          expect(await drawn(2)).toEqual(["K0001", "K0002"]);
          await engine.run("void (self.kept = [...room.children])");
          expect(await engine.run(library.hydrate ?? "")).toEqual([]);
          expect(await engine.run("kept.every((one, at) => room.children[at] === one)")).toBe(true);
          await expectShown("+K0002", "K0001");
          await expectShown("K0003");
          await expectShown();
        });
      }
    }

    test("Turbo 8.0.23: another page, the one before again from what it kept, and things by streams", async () => {
      const library = libraries["Turbo 8.0.23, morphing"] as Library;
      const script = `<script src="${hosts.data}widgets/kpi.js" defer></script>`;
      const page = (file: string, id: string) =>
        hosts.page(file, {
          html: `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${id}</title>${head(library)}${script}</head><body><div id="room"><p id="${id}"><a href="${hosts.data}indicators/${id}/">来館者数：1,234人（令和6年度）${id}</a></p></div></body></html>`,
        });
      const [first, second] = [page("turbo-1.html", "K0001"), page("turbo-2.html", "K0002")];
      await engine.open(first);
      expect(await drawn(1)).toEqual(["K0001"]);
      const at = (title: string) =>
        engine.run(
          `(async () => { for (let tries = 0; tries < 200 && document.title !== "${title}"; tries++) await new Promise((done) => setTimeout(done, 25)); })()`,
        );
      await engine.run(`void Turbo.visit("${second}")`);
      await at("K0002");
      expect(await drawn(1)).toEqual(["K0002"]);
      await engine.run("void history.back()");
      await at("K0001");
      expect(await drawn(1)).toEqual(["K0001"]);
      const stream = (text: string) =>
        engine.run(
          `void Turbo.renderStreamMessage(${JSON.stringify(text)}.replace("…", html(["K0003", "+K0002"])))`,
        );
      await stream(`<turbo-stream action="append" target="room"><template>…</template></turbo-stream>`);
      expect(await drawn(3)).toEqual(["K0001", "K0003", "K0002"]);
      await stream(`<turbo-stream action="remove" target="K0003"></turbo-stream>`);
      expect(await drawn(2)).toEqual(["K0001", "K0002"]);
      expect(await engine.run("faults")).toEqual([]);
    });

    test("htmx 2.0.11 and jQuery 3.8.0: what is fetched becomes cards, what is moved and taken out stays whole", async () => {
      const files = ["htmx.org/dist/htmx.js", "jquery/dist/jquery.js"];
      await engine.open(
        cardPage(hosts, `<div id="room"></div><div id="other"></div>`, {
          head: head({ files, begin: "", keeps: false }),
        }),
      );
      const part = hosts.page("part.html", {
        html: `<p id="K0001"><a href="${hosts.data}indicators/K0001/">1,234人</a></p><script src="${hosts.data}widgets/kpi.js"></script>`,
      });
      await engine.run(`htmx.ajax("GET", "${part}", { target: "#room", swap: "beforeend" }).then(() => 1)`);
      expect(await drawn(1)).toEqual(["K0001"]);
      await engine.run(`new Promise((done) => jQuery("#other").load("${part} #K0001", () => done(1)))`);
      expect(await drawn(2)).toEqual(["K0001", "K0001"]);
      await engine.run(`void jQuery("#other > p").detach().appendTo("#room")`);
      expect(await drawn(2)).toEqual(["K0001", "K0001"]);
      await engine.run(`void jQuery("#room").empty()`);
      expect(await drawn(0)).toEqual([]);
      expect(await engine.run("faults")).toEqual([]);
    });
  });
}
