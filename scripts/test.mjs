// `npm test`: installs, builds, finds a browser, runs every test and ends with one line of counts.
// Arguments go to vitest; `--approve` rewrites the approved outputs and shows what changed in them.

import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ready, run, top } from "./house.mjs";

ready();
const chromium = ensureBrowser();
const args = process.argv.slice(2);
const approve = args.includes("--approve");
const vitest = join(top, "tests/node_modules/vitest/vitest.mjs");
const { status } = run(
  process.execPath,
  [
    vitest,
    "run",
    "--root",
    "tests",
    ...args.filter((arg) => arg !== "--approve"),
    // Last, since vitest takes a word after it for its value.
    ...(approve ? ["--update"] : []),
  ],
  {
    env: { ...(chromium ? { CHROMIUM_PATH: chromium } : {}), ...(approve ? { SHIHYO_APPROVE: "1" } : {}) },
  },
);
if (approve) run("git", ["status", "--short", "--", "tests"]);
process.exitCode = status;
