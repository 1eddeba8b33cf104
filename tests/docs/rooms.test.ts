// The script that holds the rooms of the house together finds a wrong import, a circle, Node in a pure room, and a language compared with a letter.

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
});

test("a language that is compared with a letter is told with its line, but for the words files", () => {
  const asked = [
    'const end = reader === "en" ? "." : "。";',
    'if ("ja" !== language) return;',
    'switch (reader) {\n  case "easy":\n}',
    'const has = languages.includes("en");',
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

test("a name that two files of a package, or a file and core, give to two functions is told; each reader's words share theirs", () => {
  const twice = (one: string, other: string) =>
    faults({ [one]: "export function shown() {}\n", [other]: "export const shown = () => 1;\n" });
  expect(twice("packages/publisher/src/site/a.ts", "packages/publisher/src/formats/b.ts")).toEqual([
    "packages/publisher/src/formats/b.ts and packages/publisher/src/site/a.ts both export shown: one name for one thing",
  ]);
  expect(twice("packages/core/src/model/a.ts", "packages/widgets/src/shared/b.ts")).toHaveLength(1);
  expect(twice("packages/core/src/words/ja.ts", "packages/core/src/words/en.ts")).toEqual([]);
  const overloads =
    "export function made(a: string): string;\nexport function made(a: number): number;\nexport function made(a: unknown) {\n  return a;\n}\n";
  expect(faults({ "packages/core/src/model/a.ts": overloads })).toEqual([]);
});
