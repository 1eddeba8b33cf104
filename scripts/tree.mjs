// `npm run tree`: the folders with each source file's first sentence; with --check, that every file has one.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { top } from "./house.mjs";

const roots = [
  "packages/core/src",
  "packages/publisher/src",
  "packages/widgets/src",
  "packages/workbench/src",
  "scripts",
  "benchmarks",
  "tests",
];
const skipped = new Set(["node_modules", "dist", ".output", "published", "data", "cities", "issues"]);

/** The comment that opens a file, as one sentence. */
export function firstSentence(text) {
  const lines = text.replace(/^#!.*\n/, "").split("\n");
  const first = [];
  for (const line of lines) {
    const words = /^(?:\/\/|#) ?(.*)$/.exec(line)?.[1];
    if (words === undefined || words === "") break;
    first.push(words.trim());
  }
  return /^.*?[.](?= |$)/.exec(first.join(" "))?.[0] ?? "";
}

function folderLines(path, depth) {
  const entries = readdirSync(join(top, path), { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .sort((a, b) =>
      a.isDirectory() === b.isDirectory() ? (a.name < b.name ? -1 : 1) : a.isDirectory() ? 1 : -1,
    );
  return entries.flatMap((entry) => {
    const indent = "  ".repeat(depth);
    if (entry.isDirectory()) {
      const below = folderLines(`${path}/${entry.name}`, depth + 1);
      return below.length > 0 ? [`${indent}${entry.name}/`, ...below] : [];
    }
    if (!/\.(ts|mjs)$/.test(entry.name)) return [];
    const sentence = firstSentence(readFileSync(join(top, path, entry.name), "utf8"));
    return [`${`${indent}${entry.name}`.padEnd(34)} ${sentence}`];
  });
}

export function tree() {
  return roots
    .flatMap((root) => [`${root}/`, ...folderLines(root, 1), ""])
    .join("\n")
    .trimEnd();
}

if (process.argv[2] === "--check") {
  const silent = tree()
    .split("\n")
    .filter((line) => /^\s+[\w.-]+\.(ts|mjs)\s*$/.test(line));
  if (silent.length > 0) {
    console.error(`These files do not open with a sentence that says what they are:\n${silent.join("\n")}`);
    process.exitCode = 1;
  }
} else if (process.argv[1]?.endsWith("tree.mjs")) console.log(tree());
