// The package of the elements as others use it: in Node, in TypeScript with and without React, and by its manifest.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as widgets from "@shihyo/widgets";
import { expect, test } from "vitest";
import { top } from "../support/places.ts";

const root = dirname(createRequire(import.meta.url).resolve("@shihyo/widgets/package.json"));
const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const compiler = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

/** A folder of somebody who has installed the package. */
function folder(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(tmpdir(), "shihyo-package-"));
  symlinkSync(modules, join(made, "node_modules"));
  for (const [name, text] of Object.entries({ "package.json": `{"type":"module"}`, ...files }))
    writeFileSync(join(made, name), text);
  return made;
}

test("in Node the import of define does nothing and breaks nothing, as does that of the classes", () => {
  const said = execFileSync(
    process.execPath,
    [
      "-e",
      `const before = Object.keys(globalThis).length;
       Promise.all([import("@shihyo/widgets/define"), import("@shihyo/widgets"), import("@shihyo/widgets/markup")]).then(([, classes, markup]) =>
         console.log(typeof classes.KpiCard, typeof markup.toHtml, Object.keys(globalThis).length - before, classes.place.base === "", typeof globalThis.kpi))`,
    ],
    { cwd: folder({}), encoding: "utf8" },
  );
  expect(said.trim()).toBe("function function 0 true undefined");
});

/** What the compiler says of a file of theirs; empty where nothing is wrong. */
function compiled(text: string): string {
  const made = folder({
    "page.tsx": text,
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        jsx: "preserve",
        module: "nodenext",
        target: "es2023",
        lib: ["es2023", "dom", "dom.iterable"],
        types: [],
        skipLibCheck: true,
      },
      files: ["page.tsx"],
    }),
  });
  try {
    execFileSync(process.execPath, [compiler, "-p", made], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test("JSX takes every attribute of HTML beside our own, and tells what is wrong", () => {
  expect(
    compiled(`import type {} from "@shihyo/widgets";
export const all = <kpi-card indicator="K0001" year={2024} heading="3" id="a" class="b" style={{ color: "red" }} title="t" lang="en" dir="ltr" hidden tabIndex={0} data-x="1" aria-label="l" role="group" slot="s" part="p" onClick={() => 1} onkpi-load={() => 1} key="k" ref={null}>words</kpi-card>;
export const rest = [<kpi-value indicator="K0001" show="number" />, <kpi-chart indicator="K0001" src="x" />, <kpi-table indicator="K0001" />, <kpi-grid goal="G01" heading={3} />, <kpi-grid node="policies/S001" />, <kpi-activities project="J0001" year="2024" />, <kpi-compare concept="C034" cities="142123" like="142123" />];
`),
  ).toBe("");
  const wrong = compiled(`import type {} from "@shihyo/widgets";
export const wrong = [<kpi-card />, <kpi-value indicator="K0001" show="all" />, <kpi-grid />, <kpi-compare />];
`);
  expect(wrong.match(/error TS/g)).toHaveLength(4);
});

test("events are typed on document, window and elements, and elements by their names", () => {
  expect(
    compiled(`import type {} from "@shihyo/widgets";
document.addEventListener("kpi-load", (event) => { const id: string = event.detail.id; return id; });
window.addEventListener("kpi-error", (event) => { const reason: "not-found" | "offline" | "malformed" = event.detail.reason; return reason; });
const card = document.querySelector("kpi-card");
card?.addEventListener("kpi-load", (event) => event.detail.id.length);
if (card) { card.year = "2023"; const state: string = card.state; card.indicator = state; }
document.createElement("kpi-chart").indicator = "K0001";
`),
  ).toBe("");
  expect(
    compiled(`import type {} from "@shihyo/widgets";
document.addEventListener("kpi-error", (event) => event.detail.id);
`),
  ).toMatch(/Property 'id' does not exist/);
});

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly {
      readonly name: string;
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
      readonly events?: readonly { readonly name: string }[];
    }[];
    readonly exports?: readonly { readonly declaration: { readonly module?: string } }[];
  }[];
}

const manifest = JSON.parse(readFileSync(join(root, "dist/custom-elements.json"), "utf8")) as Manifest;
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap((element) => (element.tagName === undefined ? [] : [{ ...element, tagName: element.tagName }]));

test("custom-elements.json names files that are there, with each element's events", () => {
  const files = manifest.modules.flatMap(({ path, exports = [] }) => [
    path,
    ...exports.flatMap(({ declaration }) => declaration.module ?? []),
  ]);
  expect(files.length).toBeGreaterThan(6);
  for (const file of files) expect(existsSync(join(root, file.replace(/^\//, ""))), file).toBe(true);
  for (const { tagName, events } of elements)
    expect(
      events?.map(({ name }) => name),
      tagName,
    ).toEqual(expect.arrayContaining(["kpi-load", "kpi-error"]));
});

test("each attribute that an element reads is in the manifest, in the types of JSX and in the page about embedding", () => {
  const classes = widgets as unknown as Readonly<Record<string, { readonly properties: readonly string[] }>>;
  // They show all years: what names one is of no use to them.
  const allYears = new Set(["kpi-chart", "kpi-table"]);
  const page = readFileSync(join(top, "docs/embedding.md"), "utf8");
  const rows = new Map(
    [...page.matchAll(/^\| `<(kpi-[a-z]+)>` +\|[^|]*\|([^|]*)\|$/gm)].map(([, tag, cell]) => [
      tag,
      cell ?? "",
    ]),
  );
  expect(elements.map(({ tagName }) => tagName).toSorted()).toEqual([...rows.keys()].toSorted());
  const written: string[] = [];
  for (const { tagName, name, attributes = [] } of elements) {
    const read = new Set(classes[name]?.properties);
    if (allYears.has(tagName)) read.delete("year");
    expect(new Set(attributes.map((attribute) => attribute.name)), tagName).toEqual(read);
    // The element sets it; a page reads it.
    read.delete("state");
    for (const attribute of read) {
      expect(rows.get(tagName), `docs/embedding.md, ${tagName}`).toContain(`\`${attribute}\``);
      written.push(`const _${written.length}: Takes<KpiJsx["${tagName}"], "${attribute}"> = true;`);
    }
  }
  // An element that takes one of several attributes has a type for each.
  const takes =
    "type Takes<T, K> = true extends (T extends unknown ? (K extends keyof T ? true : never) : never) ? true : false;";
  expect(compiled(`import type { KpiJsx } from "@shihyo/widgets";\n${takes}\n${written.join("\n")}\n`)).toBe(
    "",
  );
});

test("the README has three ways to use it, and every file that they name is exported", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");
  expect(text.match(/^## \d\. .*/gm)).toHaveLength(3);
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };
  const named = [
    ...[...text.matchAll(/widgets\/(kpi[-a-z]*\.m?js)/g)].map(([, file]) => `./${file}`),
    ...[...text.matchAll(/"@shihyo\/widgets(\/[a-z-]+)?"/g)].map(([, path = ""]) => `.${path}`),
  ];
  expect(named.length).toBeGreaterThan(3);
  for (const path of named) expect(Object.keys(exports), path).toContain(path);
});
