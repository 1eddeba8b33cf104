// `pnpm bench:csv`: our CSV beside csv-stringify alone and a plain write of the same bytes, in one run.
//
// Each way runs in a process of its own, so that its peak of memory is its own. `node benchmarks/csv.mjs`
// prints the table that stands in docs/benchmarks.md; sizes may follow (`node benchmarks/csv.mjs 100000`).

import { execFileSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { syntheticDataset } from "./synthetic.mjs";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
// What a publish run loads to write tables, not the whole library with its readers of Excel and PDF.
const { csvFormat } = await import("../packages/publisher/dist/formats/csv.js");
const { publishedTables } = await import("../packages/publisher/dist/formats/tables/published-tables.js");

const tableName = "indicator_result";

/** The ways to be measured: each writes `count` rows to `file`. */
const ways = {
  /** From the dataset to the file: comparison with the year before, words, cells, quotation marks. */
  "Shihyo, from the dataset": async (file, count) => {
    const dataset = syntheticDataset(count);
    for (const { path, chunks } of csvFormat.files(dataset, new Map())) {
      if (path.endsWith(`_${tableName}.csv`)) writeChunks(file, chunks);
    }
  },
  /** Records that stand ready, through the library's stream. */
  "csv-stringify alone": async (file, count) => {
    const { stringify } = await import("csv-stringify");
    const ready = readyRecords();
    await pipeline(
      Readable.from(repeated(ready, count)),
      stringify({ quoted: true, quoted_empty: true, record_delimiter: "\r\n" }),
      fileStream(file),
    );
  },
  /** The bytes that the first way wrote, from one file to another. */
  "plain write of the same bytes": async (file) => {
    writeChunks(file, piecesOf(`${file}.source`));
  },
};

function readyRecords() {
  const table = publishedTables.find(({ name }) => name === tableName);
  return [...table.records(syntheticDataset(1000))];
}

function* repeated(records, count) {
  for (let at = 0; at < count; at += 1) yield records[at % records.length];
}

function writeChunks(file, chunks) {
  const to = openSync(file, "w");
  for (const chunk of chunks) writeSync(to, typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  closeSync(to);
}

function* piecesOf(file) {
  const from = openSync(file, "r");
  const piece = Buffer.alloc(1 << 18);
  for (let read = readSync(from, piece); read > 0; read = readSync(from, piece))
    yield piece.subarray(0, read);
  closeSync(from);
}

function fileStream(file) {
  const to = openSync(file, "w");
  return new Writable({
    write(chunk, _, done) {
      writeSync(to, chunk);
      done();
    },
    final(done) {
      closeSync(to);
      done();
    },
  });
}

/** In the process of one way: its seconds of CPU (a busy machine stretches the clock's), and its peak of memory. */
async function measure(name, file, count) {
  const before = process.cpuUsage();
  await ways[name](file, count);
  const { user, system } = process.cpuUsage(before);
  return {
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

function inOwnProcess(name, file, count) {
  const out = execFileSync(
    process.execPath,
    [fileURLToPath(import.meta.url), "--one", name, file, String(count)],
    {
      encoding: "utf8",
    },
  );
  return JSON.parse(out);
}

const group = (number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");

function report(counts) {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-bench-"));
  const manifest = JSON.parse(readFileSync(join(top, "package.json"), "utf8"));
  const versions = `Node ${process.versions.node}, csv-stringify ${manifest.devDependencies["csv-stringify"]}`;
  console.log(`${versions}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  try {
    for (const count of counts) {
      const file = join(folder, "out.csv");
      const found = Object.keys(ways).map((name) => {
        const result = inOwnProcess(name, file, count);
        if (name === Object.keys(ways)[0]) execFileSync("mv", [file, `${file}.source`]);
        return { name, ...result };
      });
      const bytes = statSync(`${file}.source`).size;
      console.log(`${group(count)} rows, ${group(bytes / 1e6)} MB\n`);
      console.log("| way | rows per second of CPU | CPU, s | peak memory, MB | CPU, ours = 1 |");
      console.log("| --- | ---: | ---: | ---: | ---: |");
      for (const { name, cpu, peak } of found) {
        console.log(
          `| ${name} | ${group(count / cpu)} | ${cpu.toFixed(2)} | ${Math.round(peak)} | ${(cpu / found[0].cpu).toFixed(2)} |`,
        );
      }
      console.log("");
      if (found[0].peak > 200) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === "--one") console.log(JSON.stringify(await measure(rest[0], rest[1], Number(rest[2]))));
else report(process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000]);
