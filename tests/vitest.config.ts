// How the tests run: packages by name as a user imports them, from their sources; one plain closing line.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@shihyo\/core$/, replacement: source("core/src/index.ts") },
      { find: /^@shihyo\/publisher\/pure$/, replacement: source("publisher/src/pure.ts") },
      { find: /^@shihyo\/publisher$/, replacement: source("publisher/src/index.ts") },
      { find: /^@shihyo\/widgets\/markup$/, replacement: source("widgets/src/markup/index.ts") },
      { find: /^@shihyo\/widgets$/, replacement: source("widgets/src/index.ts") },
    ],
  },
  test: {
    include: ["**/*.test.ts"],
    reporters: ["default", fileURLToPath(new URL("support/closing-line.ts", import.meta.url))],
    // Far above what any test takes: a limit is there to end what hangs, not to measure a machine that others use too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What a page says is waited for, as a person would, on a machine that others use too.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    maxWorkers: 2,
    // vitest --update, which `npm test -- --approve` says, rewrites our own approved folders as well.
    env: process.argv.some((argument) => /^(-u|--update)(=|$)/.test(argument)) ? { SHIHYO_APPROVE: "1" } : {},
  },
});
