// Holds the house together: imports run downward only between the rooms, no circle of files, nothing of Node in the pure rooms, no language compared with a letter, no exported name for two things.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { top } from "./house.mjs";

// The parser of the bundler that builds the packages: what it reads as an import is one, wherever it stands.
const { parseSync } = await import(
  createRequire(join(top, "packages/publisher/package.json")).resolve("vite")
);

/**
 * From the top down: a file may import from its own room and from the rooms that stand after it in this list.
 * The longest folder (or the file itself) that a path begins with is its room.
 */
const rooms = [
  "packages/workbench/src",
  "packages/publisher/src/index.ts",
  "packages/publisher/src/cli",
  "packages/publisher/src/atlas",
  "packages/publisher/src/outside",
  "packages/publisher/src/reconcile",
  "packages/publisher/src/disk",
  "packages/publisher/src/pure.ts",
  "packages/publisher/src/stars.ts",
  "packages/publisher/src/stars",
  "packages/publisher/src/workbook",
  "packages/publisher/src/release",
  "packages/publisher/src/site",
  "packages/publisher/src/formats",
  "packages/publisher/src/spreadsheet",
  // What every room of the publisher may say: a refusal, and a secret masked.
  "packages/publisher/src",
  "packages/widgets/src",
  "packages/core/src",
];

/** What the packages' own names lead to. */
const packageDoors = {
  "@shihyo/core": "packages/core/src/index.ts",
  "@shihyo/widgets": "packages/widgets/src/index.ts",
  "@shihyo/publisher": "packages/publisher/src/index.ts",
  "@shihyo/publisher/pure": "packages/publisher/src/pure.ts",
  "@shihyo/publisher/stars": "packages/publisher/src/stars.ts",
  "@shihyo/workbench": "packages/workbench/src/main.ts",
};

/** The rooms that run in Node and in a browser alike, and the clerk's page, which runs in a browser alone. */
const pureRooms = new Set([
  "packages/core/src",
  "packages/widgets/src",
  "packages/publisher/src",
  "packages/publisher/src/spreadsheet",
  "packages/publisher/src/formats",
  "packages/publisher/src/site",
  "packages/publisher/src/release",
  "packages/publisher/src/workbook",
  "packages/publisher/src/stars",
  "packages/publisher/src/stars.ts",
  "packages/publisher/src/pure.ts",
  "packages/workbench/src",
]);

/** Where what people read and how it is written stands, one file for each reader; elsewhere a language is a key. */
const wordsFiles = ["packages/core/src/words/", "packages/widgets/src/shared/words.ts"];

/** A reader's language by its letters, with or without what follows them (`ja-x-easy`). */
const isLetters = (text) => /^(?:ja|en|easy|zh)(?:-|$)/.test(text);

/** Every node of a parsed file. */
function* nodesOf(node) {
  if (Array.isArray(node)) for (const child of node) yield* nodesOf(child);
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") yield node;
    for (const child of Object.values(node)) yield* nodesOf(child);
  }
}

/** The text of a literal, of a template that has no gap in it, or of either behind `as` or in brackets. */
function textOf(node) {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked;
  if (/^(?:TSAsExpression|TSSatisfiesExpression|ParenthesizedExpression)$/.test(node?.type))
    return textOf(node.expression);
  return node?.type === "TSLiteralType" ? textOf(node.literal) : undefined;
}

const nameOf = (node) => (node?.type === "MemberExpression" ? node.property.name : node?.name);

/** Calls that load what their first argument names, whatever they are called on; `resolve` only of `import.meta`. */
const loads = /^(?:require|getBuiltinModule|glob)$/;
const loadsBy = ({ callee }) =>
  loads.test(nameOf(callee)) || (nameOf(callee) === "resolve" && callee.object?.type === "MetaProperty");

/** What a node imports, if it imports: in a statement, a type, a call or an address beside the file. */
function targetOf(node) {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return textOf(node.source);
    case "TSExternalModuleReference":
      return textOf(node.expression);
    case "CallExpression":
      return loadsBy(node) ? textOf(node.arguments[0]) : undefined;
    case "NewExpression":
      return nameOf(node.callee) === "URL" ? textOf(node.arguments[0]) : undefined;
  }
}

const asks = /^(?:includes|indexOf|startsWith|endsWith|has|is|equals)$/;
const holdsLetters = (list) => list?.elements?.some((entry) => isLetters(textOf(entry) ?? ""));

/** Whether a node asks which language it is, or writes a list of languages out as a type. */
function asksForLanguage(node) {
  const isLanguage = (part) => isLetters(textOf(part) ?? "");
  switch (node.type) {
    case "BinaryExpression":
      return /^[!=]==?$/.test(node.operator) && (isLanguage(node.left) || isLanguage(node.right));
    case "SwitchCase":
      return isLanguage(node.test);
    case "TSUnionType":
      return node.types.filter(isLanguage).length > 1;
    case "CallExpression": {
      if (!asks.test(nameOf(node.callee))) return false;
      const { object } = node.callee;
      return (
        node.arguments.some(isLanguage) ||
        (object && isLanguage(object)) ||
        holdsLetters(object) ||
        holdsLetters(object?.arguments?.[0])
      );
    }
    default:
      return false;
  }
}

/** Files that give one shape under the same names: each reader's words, and what is written into a page by itself. */
const sharesNames = (path) =>
  path.includes("/words/") || path.endsWith("/words.ts") || path.includes("/site/scripts/");

/** What a file is to the rules: what it imports, where it asks for a language, which names it gives away. */
function readSource(path, text) {
  const { program, comments, module } = parseSync(path, text);
  const lineAt = (index) => text.slice(0, index).split("\n").length;
  const imports = [];
  const questions = [];
  for (const node of nodesOf(program)) {
    const target = targetOf(node);
    if (target) imports.push({ line: lineAt(node.end), target });
    if (asksForLanguage(node))
      questions.push({ line: lineAt(node.start), found: text.slice(node.start, node.end) });
  }
  for (const { value, start } of comments) {
    const reference = /^\/\s*<reference\s+(?:path|types)="([^"]+)"/.exec(value)?.[1];
    if (reference) imports.push({ line: lineAt(start), target: reference });
  }
  const names = module.staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ moduleRequest }) => !moduleRequest)
    .map(({ exportName }) => exportName.name ?? "default");
  return { imports, questions, names: new Set(names) };
}

/** Each place of a file that compares a language with a letter, but for the words files. */
function languageFaults(path, questions) {
  if (wordsFiles.some((words) => path.startsWith(words))) return [];
  return questions.map(
    ({ line, found }) =>
      `${path}:${line} compares a language with a letter (${found.trim().split("\n")[0]}): take a word or a rule of ${wordsFiles[0]}`,
  );
}

/** Exported functions, constants, classes and types whose name another file gives to something else. */
function nameFaults(sources) {
  const places = new Map();
  for (const [path, { names }] of sources) {
    if (sharesNames(path)) continue;
    for (const name of names) places.set(name, [...(places.get(name) ?? []), path]);
  }
  return [...places].flatMap(([name, paths]) =>
    paths.flatMap((path, i) =>
      paths.slice(i + 1).map((other) => `${other} and ${path} both export ${name}: one name for one thing`),
    ),
  );
}

/** What is wrong with a set of files (path below the project's folder → text), a sentence each. */
export function faultsOf(files) {
  const faults = [];
  const edges = new Map();
  const sources = new Map([...files].map(([path, text]) => [path, readSource(path, text)]));
  for (const [path, { imports, questions }] of sources) {
    const room = roomOf(path);
    if (!room) faults.push(`${path} stands in no room: name its folder in scripts/rooms.mjs`);
    const targets = [];
    faults.push(...languageFaults(path, questions));
    for (const { line, target } of imports) {
      if (pureRooms.has(room) && isBuiltin(target))
        faults.push(`${path}:${line} imports ${target}, and its room is pure`);
      const goesTo = fileOf(path, target, files);
      const targetRoom = goesTo && roomOf(goesTo);
      if (goesTo && files.has(goesTo)) targets.push(goesTo);
      if (!room || !targetRoom) continue;
      if (rooms.indexOf(targetRoom) < rooms.indexOf(room))
        faults.push(`${path}:${line} imports ${target}: ${short(room)} stands below ${short(targetRoom)}`);
      else if (pureRooms.has(room) && !pureRooms.has(targetRoom))
        faults.push(
          `${path}:${line} imports ${target}: ${short(room)} is pure, and ${short(targetRoom)} is not`,
        );
    }
    edges.set(path, targets);
  }
  return [...faults, ...circlesOf(edges), ...nameFaults(sources)];
}

/** The source file that an import leads to, below the project's folder; nothing for other people's packages. */
function fileOf(path, target, files) {
  const name = Object.keys(packageDoors)
    .filter((door) => target === door || target.startsWith(`${door}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  if (name) return packageDoors[name];
  if (!target.startsWith(".")) return undefined;
  const written = below(resolve("/", dirname(path), target.replace(/\?.*$/, ""))).replace(
    /\/dist\/(?:bundle\/|pure\/)?/,
    "/src/",
  );
  const [source] = [written, `${written}.ts`, written.replace(/\.[cm]?js$/, ".ts")].filter((file) =>
    files.has(file),
  );
  return source ?? written.replace(/\.[cm]?js$/, ".ts");
}

const below = (path) => relative("/", path).split(sep).join("/");
const short = (room) => room.replace(/^packages\//, "").replace("/src", "");
const roomOf = (path) =>
  rooms
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0];

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
      ? "Imports run downward, no circles, no language is compared with a letter, no name stands for two things."
      : `${faults.length} to mend.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
