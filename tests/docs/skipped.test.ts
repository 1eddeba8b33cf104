// Whatever a test run leaves out is named in one line each at its end, with how to get it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lackOf, lacks, skippedLines } from "../support/skipped.ts";

const folder = join(import.meta.dirname, "..");

/** The test files that may leave something out, and the names of what they may leave out. */
const files = readdirSync(folder, { recursive: true })
  .map((path) => String(path).replaceAll("\\", "/"))
  .filter((path) => /^(?!node_modules).*\.test\.ts$/.test(path) && path !== "docs/skipped.test.ts")
  .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }))
  .filter(({ text }) => /\bskipIf\(|\bskip\(/.test(text));

test("every test that may be skipped says what it lacks", () => {
  expect(files.length).toBeGreaterThan(20);
  const unnamed = files.filter(({ path, text }) => {
    const says = /\bskip\((?!\))/.test(text) && !/\bskipIf\(/.test(text);
    return !says && !lacks.some(({ tests }) => tests.some(([file]) => file.test(path)));
  });
  expect(unnamed.map(({ path }) => path)).toEqual([]);
});

test("and no line is about tests that nobody has any more", () => {
  const idle = lacks.filter(
    ({ tests }) => !tests.every(([file]) => files.some(({ path }) => file.test(path))),
  );
  expect(idle.map(({ what }) => what)).toEqual([]);
});

test("a line a reason, the largest first", () => {
  const lines = skippedLines([
    { file: "browser/policies.test.ts", name: "in firefox > a card" },
    { file: "browser/policies.test.ts", name: "in wpe > a card" },
    { file: "browser/elements.test.ts", name: "in firefox > a chart" },
    { file: "browser/elements.test.ts", name: "in chromium > a chart" },
    { file: "faults/folders.test.ts", name: "is told", note: "the project lies elsewhere" },
    { file: "nobody/knows.test.ts", name: "is told" },
  ]);
  expect(lines[0]).toMatch(/^2 skipped, which need Firefox: /);
  expect(lines.slice(1).join("\n")).toMatch(/1 skipped, which need WebKitGTK and WPE: npm run test:engines/);
  expect(lines.slice(1).join("\n")).toMatch(/1 skipped, which need Chromium: apt-get install chromium/);
  expect(lines).toContain("1 skipped: the project lies elsewhere");
  expect(lines).toContain("1 skipped: see tests/nobody/knows.test.ts");
  expect(lackOf({ file: "year/story.test.ts", name: "compares" })?.what).toBe("the printed report");
});
