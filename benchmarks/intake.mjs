// `node benchmarks/intake.mjs FILE…`: for each file the questions asked, and where each of its numbers went; the table in docs/intake.md.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { acceptAll, understand } from "../packages/core/dist/index.js";
import { readGrids } from "../packages/publisher/dist/pure/pure.js";

console.log("| file | tables | questions | indicators | numbers | kept | left out, and why | seconds |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |");
for (const file of process.argv.slice(2)) {
  const start = process.cpuUsage();
  const read = readGrids(readFileSync(file), basename(file));
  if ("refused" in read) {
    console.log(`| ${basename(file)} | refused: ${read.refused.en} |`);
    continue;
  }
  const first = understand(read.grids);
  const { user, system } = process.cpuUsage(start);
  const { counts, questions, reading } = acceptAll(first);
  const sum = (of) => Object.values(of).reduce((all, one) => all + one, 0);
  const why = Object.entries(counts.leftOut).map(([reason, count]) => `${reason} ${count}`);
  const cells = [
    reading.tables.length,
    questions.length,
    counts.indicators,
    counts.numbers,
    sum(counts.kept),
  ];
  console.log(
    `| ${basename(file)} | ${cells.join(" | ")} | ${why.join("、") || "–"} | ${((user + system) / 1e6).toFixed(1)} |`,
  );
}
