// Builds the files that a page includes: kpi.js and its neighbours as classic scripts, kpi.mjs as a module.

import { fileURLToPath } from "node:url";
import { build } from "vite";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const runtime = path("src/shared/runtime.ts");

/** Style sheets are text in the code: their line ends and indents are not sent. */
const lean = {
  name: "lean-style-sheets",
  enforce: "pre",
  transform(code, id) {
    if (!/(\.css|\/style|far|kpi-grid)\.ts$/.test(id)) return undefined;
    const text = code.replace(/`:?[^`]*\{[^`]*`/g, (sheet) =>
      sheet
        .replace(/\s*\n\s*/g, "")
        .replace(/ \{ ?/g, "{")
        .replace(/;? \}|;\}/g, "}")
        .replace(/: /g, ":")
        .replace(/; /g, ";")
        .replace(/, (?=[^"])/g, ",")
        .replace(/(?<=[:, (-])0\./g, "."),
    );
    return { code: text, map: null };
  },
};

/** A page of another encoding reads the scripts as its own where their server does not say which they have. */
const ascii = {
  name: "ascii",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      chunk.code = chunk.code.replace(
        /[\u007f-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    }
  },
};

/** One file. The classic neighbours of kpi.js take what it holds already from the key that `begin.ts` names. */
async function file(input, name, { format = "iife", isNeighbour = false } = {}) {
  await build({
    configFile: false,
    root: path("."),
    logLevel: "warn",
    plugins: [lean, ascii],
    build: {
      outDir: "dist",
      emptyOutDir: false,
      modulePreload: false,
      minify: "oxc",
      target: "safari16",
      rollupOptions: {
        input,
        external: isNeighbour ? (id) => id.endsWith("/shared/runtime.ts") || id === runtime : [],
        preserveEntrySignatures: "strict",
        output: {
          format,
          entryFileNames: name,
          ...(isNeighbour ? { globals: () => `self[Symbol.for("shihyo.kpi")]` } : {}),
        },
      },
    },
  });
}

await file("src/kpi.ts", "kpi.js");
for (const name of ["value", "chart", "grid", "table", "activities", "compare"]) {
  await file(`src/kpi-${name}/define-${name}.ts`, `kpi-${name}.js`, { isNeighbour: true });
}
await file("src/kpi-module.ts", "kpi.mjs", { format: "es" });
