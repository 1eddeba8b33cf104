// What of the publisher makes files from a dataset is bundled for a browser, whole, and fails where anything of Node is in it, also within other people's packages.

import { readdirSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { join } from "node:path";
import { top } from "./house.mjs";

const publisher = join(top, "packages/publisher");
const { build } = await import(createRequire(join(publisher, "package.json")).resolve("vite"));

const builtin = new Set(builtinModules);
const asked = new Set();

/** Tells who asks for a module of Node's, before a bundler puts an empty one in its place. */
const watch = {
  name: "of-node",
  enforce: "pre",
  resolveId(id, importer) {
    if (id.startsWith("node:") || builtin.has(id)) asked.add(`${importer} asks for ${id}`);
  },
};

/** Every file of some folders, also one that no door leads to yet. */
function filesIn(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(publisher, "src", folder), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
}

/** Bundles files as the door of a mode is bundled for browsers, and notes what of Node's is in them. */
async function bundle(mode, files) {
  const made = await build({
    root: publisher,
    mode,
    logLevel: "silent",
    plugins: [watch],
    build: { write: false, lib: { entry: files, formats: ["es"] } },
  });
  for (const { fileName, code = "" } of [made].flat().flatMap(({ output }) => output)) {
    // The stand-in for `process` that a reader of RDF brings is set up in the bundle itself: that asks for nothing.
    if (/\brequire\(["']|\bprocess\.(?:env|platform|cwd)\b(?!\s*=[^=])/.test(code))
      asked.add(`${fileName} holds require() or process`);
  }
}

const rooms = ["formats", "site", "release", "workbook", "spreadsheet"];
await bundle("pure", [join(publisher, "src/pure.ts"), ...filesIn(...rooms)]);
await bundle("stars", [join(publisher, "src/stars.ts"), ...filesIn("stars")]);

if (asked.size > 0) {
  console.error([...asked].join("\n"));
  process.exitCode = 1;
}
