// Builds the page: classic scripts alone, so that it works from a web server and from the local disk alike.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { providedOnDisk } from "@shihyo/publisher";
import { isCityFile, providedFiles } from "@shihyo/publisher/pure";
import { build } from "vite";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = path("dist/page");

/** One classic script, as text. */
async function script(input, name) {
  const result = await build({
    configFile: false,
    root: path("."),
    logLevel: "warn",
    build: {
      write: false,
      minify: "oxc",
      target: "es2022",
      modulePreload: false,
      // As a library: a page's dynamic imports would look for a document, which a worker has not.
      lib: { entry: path(input), formats: ["iife"], name },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output }] = [result].flat();
  const [{ code }] = output;
  return code;
}

/** A part that the page hands to its worker: a script that holds a value, since a page from disk may fetch nothing. */
function part(name, value) {
  const json = JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  mkdirSync(`${out}/parts`, { recursive: true });
  writeFileSync(`${out}/parts/${name}.js`, `(self.shihyoParts ??= {})[${JSON.stringify(name)}] = ${json};\n`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/workbench.js`, await script("src/main.ts", "workbench"));
part("worker", await script("src/worker/worker.ts", "worker"));
part("reader", await script("src/reader/reader.ts", "reader"));
// pdfjs asks for the maps of characters by name; a worker that may fetch nothing holds them.
const maps = join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps");
const characterMaps = Object.fromEntries(
  readdirSync(maps)
    .filter((name) => name.endsWith(".bcmap"))
    .sort()
    .map((name) => [name.slice(0, -".bcmap".length), readFileSync(join(maps, name)).toString("base64")]),
);
part(
  "printed",
  `self.characterMaps = ${JSON.stringify(characterMaps)};\n${await script("src/printed/printed.ts", "printed")}`,
);
part("packer", await script("src/packer/packer.ts", "packer"));
part("auditor", await script("src/auditor/auditor.ts", "auditor"));
part("provided", {
  widgetVersion: providedOnDisk.widgetVersion,
  files: Object.fromEntries(
    providedFiles.map((name) => [name, Buffer.from(providedOnDisk.bytes(name)).toString("utf8")]),
  ),
});
const municipalities = path("../publisher/municipalities/municipalities.csv");
part("municipalities", readFileSync(municipalities, "utf8"));
// Atsugi's tables, to look at on a first visit; they come when they are asked for.
const sample = path("../../data/142123");
part("sample", {
  name: "厚木市",
  files: Object.fromEntries(
    readdirSync(sample, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(sample, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter(isCityFile)
      .sort()
      .map((name) => [name, readFileSync(join(sample, name)).toString("base64")]),
  ),
});
part("city", { name: "", files: {} });
for (const name of ["index.html", "workbench.css"]) cpSync(path(`page/${name}`), `${out}/${name}`);
// The command hands the page out from its own package.
const inPublisher = path("../publisher/dist/workbench");
rmSync(inPublisher, { recursive: true, force: true });
cpSync(out, inPublisher, { recursive: true });
