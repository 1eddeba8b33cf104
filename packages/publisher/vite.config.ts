// Builds a page script, the one that `--mode` names, as one classic file.

import { defineConfig } from "vite";

export default defineConfig(({ mode }) => ({
  build: {
    outDir: "dist/page-scripts",
    emptyOutDir: false,
    modulePreload: false,
    minify: "oxc",
    rollupOptions: {
      input: `src/pages/scripts/${mode}.ts`,
      output: { format: "iife", entryFileNames: `${mode}.js` },
    },
  },
}));
