// `node benchmarks/formats.mjs`: the CPU that each format takes in one run over Atsugi's tables, nothing written to disk.

import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const { formats, readCity } = await import(join(top, "packages/publisher/dist/publish.js"));

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const lines = [["loading the program", cpu(), 0, 0]];
const beforeReading = cpu();
const { dataset } = await readCity(join(top, "data/142123"));
lines.push(["reading and checking", cpu() - beforeReading, 0, 0]);

const contents = new Map();
const written = new Map();
const folders = {
  async *read(path) {
    yield contents.get(path);
  },
  earlier: { paths: [] },
};
for (const format of formats) {
  const start = cpu();
  let [files, bytes] = [0, 0];
  for (const { path, chunks } of format.files(dataset, new Map(written), folders)) {
    const pieces = [];
    for await (const chunk of chunks) pieces.push(Buffer.from(chunk));
    const content = Buffer.concat(pieces);
    contents.set(path, content);
    written.set(path, { bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") });
    files += 1;
    bytes += content.length;
  }
  lines.push([format.name, cpu() - start, files, bytes]);
}

console.log("| step | CPU, ms | files | kB |");
console.log("| --- | ---: | ---: | ---: |");
for (const [name, milliseconds, files, bytes] of lines) {
  console.log(
    `| ${name} | ${Math.round(milliseconds)} | ${files || ""} | ${bytes ? Math.round(bytes / 1000) : ""} |`,
  );
}
console.log(`| **all** | **${Math.round(cpu())}** | ${contents.size} | |`);
