// `npm run test:attack`: every attack in its whole number (docs/reliability.md), on this machine alone, and over after two hours at most.

import { spawn } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { ready, top } from "./house.mjs";

ready();
const mostMinutes = 120;
const now = () => new Date().toISOString().slice(0, 16);
console.log(
  `${now()}, Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0].toFixed(0)}`,
);
const vitest = join(top, "tests/node_modules/vitest/vitest.mjs");
const child = spawn(
  process.execPath,
  [vitest, "run", "--root", "tests", "attack/", ...process.argv.slice(2)],
  { cwd: top, stdio: "inherit", env: { ...process.env, CI: "true", SHIHYO_ATTACK: "1" } },
);
const watch = setTimeout(() => {
  console.error(`After ${mostMinutes} minutes this is stopped; what is above it was tried.`);
  child.kill();
}, mostMinutes * 60_000);
child.on("close", (status) => {
  clearTimeout(watch);
  console.log(now());
  process.exitCode = status ?? 1;
});
