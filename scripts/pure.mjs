// What of the publisher makes files from a dataset is bundled for a browser, and fails where anything of Node is in it.

import { builtinModules, createRequire } from "node:module";
import { join } from "node:path";
import { top } from "./house.mjs";

const publisher = join(top, "packages/publisher");
const { build } = await import(createRequire(join(publisher, "package.json")).resolve("vite"));

const builtin = new Set(builtinModules);
const asked = [];

/** Tells who asks for a module of Node's, before a bundler puts an empty one in its place. */
const watch = {
  name: "of-node",
  enforce: "pre",
  resolveId(id, importer) {
    if (id.startsWith("node:") || builtin.has(id)) asked.push(`${importer} asks for ${id}`);
  },
};

const [{ output }] = await build({
  root: publisher,
  mode: "pure",
  logLevel: "silent",
  plugins: [watch],
  build: { write: false },
}).then((result) => (Array.isArray(result) ? result : [result]));

for (const { fileName, code = "" } of output) {
  if (/\brequire\(["']|\bprocess\.(?:env|platform|cwd)\b/.test(code))
    asked.push(`${fileName} holds require() or process`);
}
if (asked.length > 0) {
  console.error(asked.join("\n"));
  process.exitCode = 1;
}
