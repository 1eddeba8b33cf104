// Holds the house together: imports run downward only between the rooms, no circle of files, nothing of Node in the pure rooms, no language compared with a letter, no name for two functions.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { top } from "./house.mjs";

/**
 * From the top down: a file may import from its own room and from the rooms that stand after it in this list.
 * The longest folder that a path begins with is its room.
 */
const rooms = [
  "packages/workbench/src",
  "packages/publisher/src/cli",
  "packages/publisher/src/atlas",
  "packages/publisher/src/outside",
  "packages/publisher/src/reconcile",
  "packages/publisher/src/disk",
  "packages/publisher/src/stars",
  "packages/publisher/src/workbook",
  "packages/publisher/src/release",
  "packages/publisher/src/site",
  "packages/publisher/src/formats",
  "packages/publisher/src/spreadsheet",
  "packages/widgets/src",
  "packages/core/src",
];

/** What the packages' own names lead to. */
const packageRooms = {
  "@shihyo/core": "packages/core/src",
  "@shihyo/widgets": "packages/widgets/src",
};

/** The rooms that run in a browser as they do in Node. */
const pureRooms = [
  "packages/core/src",
  "packages/widgets/src",
  "packages/publisher/src/spreadsheet",
  "packages/publisher/src/formats",
  "packages/publisher/src/site",
  "packages/publisher/src/release",
  "packages/publisher/src/workbook",
  "packages/publisher/src/stars",
];

/** Where what people read and how it is written stands, one file for each reader; elsewhere a language is a key. */
const wordsFiles = ["packages/core/src/words/", "packages/widgets/src/shared/words.ts"];

const letters = String.raw`["'\x60](?:ja|en|easy|zh|ja-x-easy)["'\x60]`;

/** The ways to ask which language it is, and a list of languages written out as a type. */
const languageQuestions = [
  String.raw`[!=]==?\s*${letters}`,
  String.raw`${letters}\s*[!=]==?`,
  String.raw`\bcase\s+${letters}`,
  String.raw`\b(?:includes|indexOf|startsWith|endsWith|has)\(\s*${letters}`,
  String.raw`${letters}\s*\|\s*${letters}`,
].map((pattern) => new RegExp(pattern, "g"));

/** Each place of a file that compares a language with a letter, but for the words files. */
function languageFaults(path, text) {
  if (wordsFiles.some((words) => path.startsWith(words))) return [];
  const found = languageQuestions.flatMap((pattern) => [...text.matchAll(pattern)]);
  return found
    .toSorted((a, b) => a.index - b.index)
    .map((match) => {
      const line = text.slice(0, match.index).split("\n").length;
      return `${path}:${line} compares a language with a letter (${match[0].trim()}): take a word or a rule of ${wordsFiles[0]}`;
    });
}

/** Every import of a source file that is written in it, types included: its line and what it names. */
export function importsOf(text) {
  const found = [];
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s*"([^"]+)"|(?:^|\n)\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;
  for (const match of text.matchAll(pattern)) {
    const line = text.slice(0, match.index + match[0].length).split("\n").length;
    found.push({ line, target: match[1] ?? match[2] ?? match[3] });
  }
  return found;
}

/** Files that give one shape under the same names: each reader's words, and what is written into a page by itself. */
const sharesNames = (path) =>
  path.includes("/words/") || path.endsWith("/words.ts") || path.includes("/site/scripts/");

/** Exported functions whose name another file of their package, or core, gives to something else. */
function nameFaults(files) {
  const places = new Map();
  for (const [path, text] of files) {
    if (sharesNames(path)) continue;
    for (const [, name] of text.matchAll(/^export (?:async )?(?:function\*?|const) (\w+)/gm)) {
      if (!places.get(name)?.includes(path)) places.set(name, [...(places.get(name) ?? []), path]);
    }
  }
  const packageOf = (path) => path.split("/")[1];
  return [...places].flatMap(([name, paths]) =>
    paths.flatMap((path, i) =>
      paths
        .slice(i + 1)
        .filter((other) => [packageOf(path), "core"].includes(packageOf(other)) || packageOf(path) === "core")
        .map((other) => `${other} and ${path} both export ${name}: one name for one thing`),
    ),
  );
}

/** What is wrong with a set of files (path below the project's folder → text), a sentence each. */
export function faultsOf(files) {
  const faults = [];
  const edges = new Map();
  for (const [path, text] of files) {
    const room = roomOf(path);
    const targets = [];
    faults.push(...languageFaults(path, text));
    for (const { line, target } of importsOf(text)) {
      const isPure = pureRooms.some((pure) => path.startsWith(`${pure}/`));
      if (isPure && target.startsWith("node:"))
        faults.push(`${path}:${line} imports ${target}, and its room is pure`);
      const [name] = Object.keys(packageRooms).filter(
        (one) => target === one || target.startsWith(`${one}/`),
      );
      const goesTo = target.startsWith(".") ? below(resolve("/", dirname(path), target)) : undefined;
      const targetRoom = name ? packageRooms[name] : goesTo && roomOf(goesTo);
      if (goesTo && files.has(goesTo)) targets.push(goesTo);
      if (room && targetRoom && rooms.indexOf(targetRoom) < rooms.indexOf(room)) {
        faults.push(`${path}:${line} imports ${target}: ${short(room)} stands below ${short(targetRoom)}`);
      }
    }
    edges.set(path, targets);
  }
  return [...faults, ...circlesOf(edges), ...nameFaults(files)];
}

const below = (path) => relative("/", path).split(sep).join("/");
const short = (room) => room.replace(/^packages\//, "").replace("/src", "");
const roomOf = (path) =>
  rooms.filter((room) => path.startsWith(`${room}/`)).toSorted((a, b) => b.length - a.length)[0];

/** Each group of files that import one another in a circle (Tarjan's strongly connected components). */
function circlesOf(edges) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) circles.push(`a circle of files: ${group.toSorted().join(", ")}`);
  };
  for (const file of edges.keys()) if (!index.has(file)) visit(file);
  return circles;
}

function sources() {
  const files = new Map();
  for (const name of readdirSync(join(top, "packages"))) {
    const folder = join(top, "packages", name, "src");
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(top, path).split(sep).join("/"), readFileSync(path, "utf8"));
    }
  }
  return files;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === resolve(process.argv[1])) {
  const faults = faultsOf(sources());
  for (const fault of faults) console.log(fault);
  console.log(
    faults.length === 0
      ? "Imports run downward, no circles, no language is compared with a letter, no name stands for two functions."
      : `${faults.length} to mend.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
