// Ten questions of an analyst, timed in the atlas (DuckDB), in pandas on the same CSV files, and in SPARQL (Oxigraph) on the same rows as graphs.
//
// node benchmarks/atlas-questions.mjs [municipalities] [indicators] [years] [--graphs N] [--in DIR]   (30 100 10 where none are said)
// --graphs: as many municipalities for SPARQL as its memory holds; --in: made there and left, used again if it lies there.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { top } from "../scripts/house.mjs";
import { makeCity } from "./atlas/municipalities.mjs";
import { questions } from "./atlas/questions.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { graphs: { type: "string" }, in: { type: "string" } },
});
const [cities = 30, indicators = 100, years = 10] = positionals.map(Number);
const place = options.in ?? mkdtempSync(join(tmpdir(), "shihyo-questions-"));
const command = join(top, "packages/publisher/bin/shihyo.js");

function ran(program, args, input = "") {
  const { status, stdout, stderr } = spawnSync(program, args, {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(" ").slice(0, 200)}: ${stderr || `ended by ${status}`}`);
  return stdout;
}
const part = (file, ...args) =>
  JSON.parse(ran(process.execPath, [join(top, "benchmarks/atlas", file), ...args]));

try {
  const published = join(place, "published");
  const atlas = join(place, "atlas");
  const pages = join(place, "pages");
  if (!existsSync(published)) {
    const folders = Array.from({ length: cities }, (_, at) =>
      makeCity(published, at + 1, { indicators, years }),
    );
    for (let at = 0; at < folders.length; at += 500)
      ran(process.execPath, [command, "atlas", "add", ...folders.slice(at, at + 500), "--atlas", atlas]);
  }
  ran(process.execPath, [command, "atlas", "update", "--atlas", atlas]);
  if (!existsSync(pages))
    ran(process.execPath, [command, "atlas", "publish", "--out", pages, "--atlas", atlas]);

  const load = loadavg()[0].toFixed(1);
  const parts = part(
    "ask-atlas.mjs",
    `read_parquet('${atlas}/observations/code=*/year=*/*.parquet', hive_partitioning = true, hive_types = {'code': VARCHAR, 'year': INTEGER})`,
  );
  const whole = part("ask-atlas.mjs", `read_parquet('${pages}/data/observations.parquet')`);
  const frames = JSON.parse(
    ran(
      "python3",
      [join(top, "benchmarks/atlas/ask_frames.py"), published],
      JSON.stringify(questions.map(([, , one]) => one)),
    ),
  );
  const inGraphs = Math.min(cities, Number(options.graphs ?? cities));
  const graphs = part("ask-graphs.mjs", published, String(inGraphs));

  console.log(
    `${cities} municipalities, ${cities * indicators * years} rows; load ${load}, ${new Date().toISOString().slice(0, 10)}`,
  );
  console.log(
    graphs.stopped
      ? `SPARQL: ${inGraphs} municipalities did not fit: ended after ${graphs.loaded} by “${graphs.stopped}”, at ${graphs.memory} MB`
      : `SPARQL: ${graphs.loaded} municipalities, ${graphs.loaded * indicators * years} rows, ${graphs.triples} triples`,
  );
  console.log(
    "milliseconds of the processor (on the clock)\n\n| question | atlas, partitions | atlas, one file | pandas on CSV | SPARQL | answers |\n| --- | ---: | ---: | ---: | ---: | --- |",
  );
  const ms = (seconds) => Math.round(seconds * 1000).toLocaleString("en");
  const cell = (measured) => (measured ? `${ms(measured[1])} (${ms(measured[0])})` : "");
  console.log(
    `| to begin with: reading, loading | | | ${cell(frames.loading)} | ${cell(graphs.loading)} | |`,
  );
  const isWhole = !graphs.stopped && graphs.loaded === cities;
  for (const [at, [name]] of questions.entries()) {
    const row = [parts, whole, frames, graphs].map(({ answers }) => answers?.[at]);
    const counts = row.slice(0, isWhole ? 4 : 3).map((one) => one[2]);
    const same = counts.every((count) => count === counts[0]);
    console.log(
      `| ${name} | ${row.map(cell).join(" | ")} | ${same ? `equal (${counts[0]})` : `differ: ${counts.join(", ")}`} |`,
    );
  }
  console.log(
    `| most memory, MB | ${[parts, whole, frames, graphs].map(({ memory }) => memory).join(" | ")} | |`,
  );
} finally {
  if (options.in === undefined) rmSync(place, { recursive: true, force: true });
}
