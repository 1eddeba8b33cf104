// The script that holds the rooms of the house together finds a wrong import of every kind, a circle, Node in a pure room, a language compared with a letter, and one name for two things.

import { expect, test } from "vitest";
// @ts-expect-error A script of the project, without types.
import { faultsOf } from "../../scripts/rooms.mjs";

const faults = (files: Readonly<Record<string, string>>): string[] =>
  faultsOf(new Map(Object.entries(files)));

test("an import that runs back up is told with its line", () => {
  const found = faults({
    "packages/publisher/src/formats/csv.ts": '// A file.\nimport { page } from "../site/page.ts";\n',
    "packages/publisher/src/site/page.ts": "export const page = 1;\n",
  });
  expect(found).toEqual([
    "packages/publisher/src/formats/csv.ts:2 imports ../site/page.ts: publisher/formats stands below publisher/site",
  ]);
});

test("an import that runs back up is told in whatever way it is written", () => {
  const ways = [
    'import type { Page } from "../site/page.ts";',
    'import { a } from "../a.ts"; import { page } from "../site/page.ts";',
    'import {\n  page, // it is "drawn" there\n} from "../site/page.ts";',
    'export * from "../site/page.ts";',
    'export type { Page } from "../site/page.js";',
    'const page = await import(/* later */ "../site/page.ts");',
    "const page = await import(`../site/page.ts`);",
    'type Page = import("../site/page.ts").Page;',
    'import page = require("../site/page.ts");',
    'const text = import.meta.glob("../site/*.ts");',
    'const worker = new Worker(new URL("../site/page.ts", import.meta.url));',
    '/// <reference path="../site/page.ts" />',
    'import page from "../site/page.ts?raw";',
    'import { page } from "@shihyo/publisher/pure";',
    'import { page } from "@shihyo/publisher";',
    'import { page } from "../index.ts";',
    'import { page } from "../../dist/pure/pure.js";',
    'import { desk } from "@shihyo/workbench";',
  ];
  for (const way of ways) {
    expect(faults({ "packages/publisher/src/formats/csv.ts": `${way}\n` }), way).toEqual([
      expect.stringMatching(/^packages\/publisher\/src\/formats\/csv\.ts:\d imports .* stands below /),
    ]);
  }
  const said = '// As import("../site/page.ts") does.\nconst text = `\nimport "../site/page.ts";`;\n';
  expect(faults({ "packages/publisher/src/formats/csv.ts": said })).toEqual([]);
});

test("what stands beside the rooms has its place too, and a package that no room names is told", () => {
  const file = "packages/publisher/src/refusal.ts";
  expect(faults({ [file]: 'import { csv } from "./formats/csv.ts";\n' })).toEqual([
    `${file}:1 imports ./formats/csv.ts: publisher stands below publisher/formats`,
  ]);
  expect(faults({ "packages/other/src/a.ts": "" })).toEqual([
    "packages/other/src/a.ts stands in no room: name its folder in scripts/rooms.mjs",
  ]);
});

test("an import that runs downward is none", () => {
  const found = faults({
    "packages/publisher/src/site/page.ts":
      'import { csv } from "../formats/csv.ts";\nimport "@shihyo/core";\n',
    "packages/publisher/src/formats/csv.ts": "export const csv = 1;\n",
  });
  expect(found).toEqual([]);
});

test("files that import one another are told, also where only types go round", () => {
  const found = faults({
    "packages/core/src/model/a.ts": 'import type { B } from "./b.ts";\n',
    "packages/core/src/model/b.ts": 'import type { A } from "./a.ts";\n',
  });
  expect(found).toEqual(["a circle of files: packages/core/src/model/a.ts, packages/core/src/model/b.ts"]);
});

test("Node in a room that also runs in a browser is told", () => {
  const found = faults({ "packages/core/src/model/a.ts": 'import { readFileSync } from "node:fs";\n' });
  expect(found).toEqual(["packages/core/src/model/a.ts:1 imports node:fs, and its room is pure"]);
  for (const way of [
    'import type { Stats } from "fs";',
    'const fs = process.getBuiltinModule("fs/promises");',
  ])
    expect(faults({ "packages/publisher/src/formats/a.ts": `${way}\n` }), way).toHaveLength(1);
});

test("a room that runs in a browser takes nothing from one that does not, also where that stands below it", () => {
  const page = "packages/workbench/src/main.ts";
  expect(faults({ [page]: 'import { publish } from "@shihyo/publisher";\n' })).toEqual([
    `${page}:1 imports @shihyo/publisher: workbench is pure, and publisher/index.ts is not`,
  ]);
  expect(faults({ [page]: 'import { zipped } from "@shihyo/publisher/pure";\n' })).toEqual([]);
  expect(faults({ "packages/publisher/src/pure.ts": 'export { put } from "./disk/put.ts";\n' })).toHaveLength(
    1,
  );
});

test("a language that is compared with a letter is told with its line, but for the words files", () => {
  const asked = [
    'const end = reader === "en" ? "." : "。";',
    'if ("ja" !== language) return;',
    'switch (reader) {\n  case "easy":\n}',
    'const has = languages.includes("en");',
    'const has = ["en", "ja"].includes(reader);',
    'const has = new Set(["en"]).has(reader);',
    "const is = reader === (`easy` as const);",
    'const is = Object.is(reader, "zh-Hans");',
    'type Words = Record<"ja" | "en", string>;',
  ];
  for (const line of asked) {
    expect(faults({ "packages/publisher/src/site/page.ts": `// A file.\n${line}\n` }), line).toEqual([
      expect.stringMatching(
        /^packages\/publisher\/src\/site\/page\.ts:[23] compares a language with a letter/,
      ),
    ]);
    expect(faults({ "packages/core/src/words/en.ts": `${line}\n` }), line).toEqual([]);
  }
  const keyed = 'const end = { ja: "。", en: ".", easy: "。" }[reader];\nconst tag = \'<p lang="en">\';\n';
  expect(faults({ "packages/publisher/src/site/page.ts": keyed })).toEqual([]);
});

test("a name that two files give to two things is told, types too; each reader's words share theirs", () => {
  const twice = (one: string, other: string) =>
    faults({ [one]: "export function shown() {}\n", [other]: "export const shown = () => 1;\n" });
  expect(twice("packages/publisher/src/site/a.ts", "packages/publisher/src/formats/b.ts")).toEqual([
    "packages/publisher/src/formats/b.ts and packages/publisher/src/site/a.ts both export shown: one name for one thing",
  ]);
  expect(twice("packages/core/src/model/a.ts", "packages/widgets/src/shared/b.ts")).toHaveLength(1);
  expect(twice("packages/workbench/src/a.ts", "packages/widgets/src/shared/b.ts")).toHaveLength(1);
  for (const [one, other] of [
    ["export class Place {}", "export interface Place {}"],
    ["export type Place = 1;", "interface At {}\nexport type { At as Place };"],
    ["export const { Place } = all;", "function Place() {}\nexport { Place };"],
  ] as const)
    expect(faults({ "packages/core/src/a.ts": one, "packages/core/src/b.ts": other }), one).toHaveLength(1);
  const again = {
    "packages/core/src/a.ts": "export const a = 1;",
    "packages/core/src/index.ts": 'export { a } from "./a.ts";',
  };
  expect(faults(again)).toEqual([]);
  expect(twice("packages/core/src/words/ja.ts", "packages/core/src/words/en.ts")).toEqual([]);
  const overloads =
    "export function made(a: string): string;\nexport function made(a: number): number;\nexport function made(a: unknown) {\n  return a;\n}\n";
  expect(faults({ "packages/core/src/model/a.ts": overloads })).toEqual([]);
});
