// How long an atlas takes, by its size: made-up municipalities gathered from local folders, then one of them changed.
//
// node benchmarks/atlas.mjs [municipalities …] [--indicators 300] [--years 10]   (1741 where none is said)

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { top } from "../scripts/house.mjs";
import { makeCity } from "./atlas/municipalities.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { indicators: { type: "string", default: "300" }, years: { type: "string", default: "10" } },
});
const [indicators, years] = [Number(values.indicators), Number(values.years)];
const sizes = positionals.length > 0 ? positionals.map(Number) : [1741];
const command = join(top, "packages/publisher/bin/shihyo.js");

/** Seconds on the clock and of the processor, and the most memory in MB. */
function timed(...args) {
  const found = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", process.execPath, command, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const [wall, user, system, memory] = (found.stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  if (found.status !== 0) throw new Error(`${args.join(" ")}: ${found.stderr}`);
  return { wall, cpu: user + system, memory: Math.round(memory / 1024) };
}

console.log(
  `${cpus().length} cores, load ${loadavg()[0].toFixed(1)} as it began; ${new Date().toISOString().slice(0, 10)}, Node ${process.version}`,
);
console.log(
  "| what | municipalities | rows | s | s of processor | MB |\n| --- | ---: | ---: | ---: | ---: | ---: |",
);
for (const cities of sizes) {
  const place = mkdtempSync(join(tmpdir(), "shihyo-atlas-"));
  try {
    const published = join(place, "published");
    const size = { indicators, years };
    const folders = Array.from({ length: cities }, (_, at) => makeCity(published, at + 1, size));
    const atlas = join(place, "atlas");
    for (let at = 0; at < folders.length; at += 500)
      spawnSync(process.execPath, [
        command,
        "atlas",
        "add",
        ...folders.slice(at, at + 500),
        "--atlas",
        atlas,
      ]);
    const row = (what, { wall, cpu, memory }) =>
      console.log(
        `| ${what} | ${cities} | ${cities * indicators * years} | ${wall} | ${cpu.toFixed(1)} | ${memory} |`,
      );
    row("first gathering", timed("atlas", "update", "--atlas", atlas));
    row("nothing changed", timed("atlas", "update", "--atlas", atlas));
    makeCity(published, 1, { ...size, edition: 2 });
    row("one city changed", timed("atlas", "update", "--atlas", atlas));
    const over = "SELECT label, year, median(value) FROM observations GROUP BY ALL ORDER BY ALL LIMIT 20";
    row("a question over all", timed("atlas", "query", over, "--atlas", atlas));
    const one = "SELECT year, indicator, value FROM observations WHERE code = '100001' ORDER BY ALL LIMIT 20";
    row("a question of one city", timed("atlas", "query", one, "--atlas", atlas));
    row("the pages", timed("atlas", "publish", "--atlas", atlas, "--out", join(place, "pages")));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
