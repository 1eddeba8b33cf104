// `node benchmarks/formats.mjs`: the CPU of one publish run over Atsugi's tables, format by format and as a whole.
//
// Each of three rounds is a process of its own, so that loading and first running are in it; the quickest is shown.
// The formats keep what they write in memory; then comes a whole run of the command's own code to a new folder on
// disk, and the same files written from memory with nothing else done.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);
const top = dirname(dirname(self));
const city = join(top, "data/142123");

/** What a portal is given: the files that hold data, and the catalogue that describes them. */
const bundle = new Set([
  "csv",
  "workbook",
  "parquet",
  "sdmx",
  "json-stat",
  "json",
  "schema",
  "rdf",
  "cube-link",
  "csvw",
  "data-package",
  "croissant",
  "archive",
  "open-data-list",
  "catalogue",
]);

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** `[step, milliseconds, files, bytes, milliseconds at the fourth time in one process]`, nothing written to disk. */
async function byFormat() {
  const first = await oneRound();
  await oneRound();
  await oneRound();
  const fourth = await oneRound();
  return first.map((line, at) => [...line, at === 0 ? 0 : fourth[at][1]]);
}

async function oneRound() {
  await import("../packages/publisher/dist/bundle/short-process.js");
  await import("../packages/publisher/dist/bundle/publish.js");
  const { formats } = await import("../packages/publisher/dist/bundle/formats.js");
  const { readCity } = await import("../packages/publisher/dist/bundle/read-city.js");
  const { providedOnDisk } = await import("../packages/publisher/dist/disk/provided.js");
  const lines = [["loading the program", cpu(), 0, 0]];
  const beforeReading = cpu();
  const { dataset } = await readCity(city);
  lines.push(["reading and checking", cpu() - beforeReading, 0, 0]);
  const contents = new Map();
  const written = new Map();
  const folders = {
    provided: providedOnDisk,
    async *read(path) {
      yield contents.get(path);
    },
    text: (path) => contents.get(path).toString("utf8"),
    earlier: { paths: [] },
  };
  for (const format of formats) {
    const start = cpu();
    let [files, bytes] = [0, 0];
    for (const { path, chunks } of format.files(dataset, new Map(written), folders)) {
      const pieces = [];
      for await (const chunk of chunks) pieces.push(Buffer.from(chunk));
      const content = Buffer.concat(pieces);
      // Only the ZIP reads what was written, and it packs data files alone.
      if (bundle.has(format.name)) contents.set(path, content);
      written.set(path, {
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      });
      files += 1;
      bytes += content.length;
    }
    lines.push([format.name, cpu() - start, files, bytes]);
  }
  return lines;
}

async function toDisk() {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-bench-"));
  try {
    await import("../packages/publisher/dist/bundle/short-process.js");
    const { publish } = await import("../packages/publisher/dist/bundle/publish.js");
    await publish(city, join(folder, "142123"));
    return [["all, written to disk", cpu(), 0, 0, 0]];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same files from memory to a new folder, and nothing else: what no publisher can go below. */
async function plainly() {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-bench-"));
  try {
    const { publish } = await import("../packages/publisher/dist/bundle/publish.js");
    await publish(city, join(folder, "142123"));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [join(folder, "copy", relative(folder, path)), readFileSync(path)]);
    for (const parent of new Set(files.map(([path]) => dirname(path))))
      mkdirSync(parent, { recursive: true });
    const start = cpu();
    for (const [path, content] of files) writeFileSync(path, content);
    return [["plain write of the same files", cpu() - start, 0, 0, 0]];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function quickest(mode) {
  const rounds = [1, 2, 3].map(() =>
    JSON.parse(execFileSync(process.execPath, [self, mode], { encoding: "utf8" })),
  );
  const all = (lines) => lines.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  return rounds.reduce((best, lines) => (all(lines) < all(best) ? lines : best));
}

function report() {
  const lines = quickest("--formats");
  const sum = (name, wanted) => {
    const chosen = lines.filter(([step]) => wanted(step));
    return [name, ...[1, 2, 3, 4].map((at) => chosen.reduce((total, line) => total + line[at], 0))];
  };
  const isStart = (step) => /^(loading|reading) /.test(step);
  const rows = [
    ...quickest("--nothing"),
    ...lines,
    sum(
      "**data files and catalogue, with loading and reading**",
      (step) => isStart(step) || bundle.has(step),
    ),
    sum("**all, kept in memory**", () => true),
    ...quickest("--disk"),
    ...quickest("--plain"),
  ];
  console.log("| step | CPU, ms | the fourth time, ms | files | kB |");
  console.log("| --- | ---: | ---: | ---: | ---: |");
  const shown = (number) => Math.round(number) || "";
  for (const [name, milliseconds, files, bytes, again] of rows) {
    console.log(
      `| ${name} | ${Math.round(milliseconds)} | ${shown(again)} | ${shown(files)} | ${shown(bytes / 1000)} |`,
    );
  }
}

const [mode] = process.argv.slice(2);
if (mode === "--nothing") console.log(JSON.stringify([["a process that does nothing", cpu(), 0, 0, 0]]));
else if (mode === "--formats") console.log(JSON.stringify(await byFormat()));
else if (mode === "--disk") console.log(JSON.stringify(await toDisk()));
else if (mode === "--plain") console.log(JSON.stringify(await plainly()));
else report();
