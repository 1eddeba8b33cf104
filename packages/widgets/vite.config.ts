// Builds kpi.js, the one classic file that a page includes.

import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "dist",
    emptyOutDir: false,
    modulePreload: false,
    minify: "oxc",
    rollupOptions: {
      input: "src/kpi.ts",
      output: { format: "iife", entryFileNames: "kpi.js" },
    },
  },
});
