// Builds what `--mode` names: `bundle` is the package in a few files, `pure` its part for browsers, the others a page script as one classic file.

import { createRequire } from "node:module";
import { defineConfig, type UserConfig } from "vite";

/** Bundled, as for browsers: installed, it brings types of Node and nine packages more. */
const readersOfRdfXml = [
  "rdfxml-streaming-parser",
  "@rubensworks/saxes",
  "xmlchars",
  "rdf-data-factory",
  "relative-to-absolute-iri",
  "validate-iri",
];

/** Finding and linking 250 modules takes Node twice as long as these few; other people's packages stay packages. */
const bundle: UserConfig = {
  ssr: { noExternal: [/^@shihyo\//, ...readersOfRdfXml] },
  build: {
    ssr: true,
    // Paths beside the code (`../../package.json`) are the same as from a folder of `dist` that tsc writes.
    outDir: "dist/bundle",
    target: "node20",
    minify: false,
    rollupOptions: {
      input: {
        index: "src/index.ts",
        command: "src/cli/main.ts",
        "reading-worker": "src/disk/reading-worker.ts",
        // Doors for benchmarks, which load what one command does and no more.
        "short-process": "src/cli/short-process.ts",
        "read-city": "src/disk/read-city.ts",
        formats: "src/release/all-formats.ts",
        publish: "src/disk/publish.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
};

/** For browsers: one module that asks for nothing of Node, with all that it needs. */
const pure: UserConfig = {
  // Beside the code, so that the package has it: the common indicators.
  publicDir: "../../data/common-indicators",
  // Both have a build for browsers under another name, with the same results.
  resolve: {
    alias: [
      { find: "csv-parse/sync", replacement: "csv-parse/browser/esm/sync" },
      { find: "csv-stringify/sync", replacement: "csv-stringify/browser/esm/sync" },
    ],
  },
  build: {
    outDir: "dist/pure",
    target: "es2023",
    minify: false,
    lib: { entry: "src/pure.ts", formats: ["es"], fileName: "pure" },
  },
};

/** What reads RDF asks for streams, whose own package brings what a browser lacks. */
const ofStreams = createRequire(
  createRequire(createRequire(import.meta.url).resolve("rdfxml-streaming-parser")).resolve("readable-stream"),
);

/** The audit for browsers, apart: whoever asks for no stars loads no readers of RDF. */
const stars: UserConfig = {
  resolve: {
    alias: [
      { find: "csv-parse/sync", replacement: "csv-parse/browser/esm/sync" },
      ...["buffer", "events", "string_decoder"].map((name) => ({
        find: new RegExp(`^${name}/?$`),
        replacement: ofStreams.resolve(`${name}/`),
      })),
      { find: /^process\/?$/, replacement: ofStreams.resolve("process/browser.js") },
    ],
  },
  build: {
    outDir: "dist/pure",
    emptyOutDir: false,
    target: "es2023",
    minify: false,
    lib: { entry: "src/stars.ts", formats: ["es"], fileName: "stars" },
    rollupOptions: { output: { chunkFileNames: "stars-[name].js" } },
  },
};

const pageScript = (name: string): UserConfig => ({
  build: {
    outDir: "dist/page-scripts",
    emptyOutDir: false,
    modulePreload: false,
    minify: "oxc",
    rollupOptions: {
      input: `src/site/scripts/${name}.ts`,
      output: { format: "iife", entryFileNames: `${name}.js` },
    },
  },
});

const named: Readonly<Record<string, UserConfig>> = { bundle, pure, stars };

export default defineConfig(({ mode }) => named[mode] ?? pageScript(mode));
