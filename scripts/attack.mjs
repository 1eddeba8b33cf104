// `npm run test:attack`: every attack in its whole number (docs/reliability.md), on this machine alone, and bounded in time.

import { join } from "node:path";
import { ready, run, top } from "./house.mjs";

ready();
const vitest = join(top, "tests/node_modules/vitest/vitest.mjs");
const { status } = run(
  process.execPath,
  [vitest, "run", "--root", "tests", "attack/", ...process.argv.slice(2)],
  { env: { SHIHYO_ATTACK: "1" } },
);
process.exitCode = status;
