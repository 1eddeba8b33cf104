// Two published folders of one city side by side: addresses gone and new, headers, rows and cells of the tables, subjects of the graph.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const [old, now] = process.argv.slice(2);
if (!old || !now) {
  console.error("node scripts/compare-published.mjs OLD NEW");
  process.exit(2);
}

for (const folder of [old, now]) {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
  console.error(`${folder} is no folder.`);
  process.exit(2);
}

/** Every file below the folder, by its path; a pipe or a link is none that was published. */
function filesOf(folder, under = "") {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesOf(folder, `${under}${entry.name}/`)
      : entry.isFile()
        ? [`${under}${entry.name}`]
        : [],
  );
}

/** A line for a terminal, which others' control characters would write over. */
const tell = (text) => console.log(text.replace(/[^\P{C}\n]/gu, "\ufffd"));

/** Paths with their IDs taken out, each with how often. */
function kinds(paths) {
  const counts = new Map();
  for (const path of paths) {
    const kind = path.replace(/[A-Z]+[0-9]+/g, "#");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `  ${count} ${kind}`);
}

/** A published table: every field is quoted. */
function tableOf(file) {
  const [head = [], ...rows] = readFileSync(file, "utf8")
    .replace(/^\uFEFF"/, "")
    .replace(/"\r\n$/, "")
    .split('"\r\n"')
    .map((line) => line.split('","'));
  const at =
    ["uri", "ID", "ファイル_ダウンロードURL"].map((name) => head.indexOf(name)).find((place) => place >= 0) ??
    0;
  return { head, at, rows: new Map(rows.map((row) => [row[at], row])) };
}

const [before, after] = [new Set(filesOf(old)), new Set(filesOf(now))];
const gone = [...before].filter((path) => !after.has(path));
const shared = [...before].filter((path) => after.has(path));
const same = shared.filter((path) => readFileSync(join(old, path)).equals(readFileSync(join(now, path))));
tell(`files: ${before.size} → ${after.size}; of the same bytes: ${same.length}`);
tell(["gone:", ...kinds(gone)].join("\n"));
tell(["new:", ...kinds([...after].filter((path) => !before.has(path)))].join("\n"));
for (const path of shared.filter((one) => /^[0-9]+_.*\.csv$/.test(one))) {
  const [a, b] = [tableOf(join(old, path)), tableOf(join(now, path))];
  const kept = b.head.filter((name) => a.head.includes(name));
  tell(`${path}: rows ${a.rows.size} → ${b.rows.size}`);
  const lost = [...a.rows.keys()].filter((id) => !b.rows.has(id));
  if (kept.join() !== a.head.join()) tell(`  headers gone or moved: ${a.head.join()} → ${b.head.join()}`);
  if (b.head.length > kept.length)
    tell(`  headers added: ${b.head.filter((name) => !kept.includes(name)).join("、")}`);
  if (lost.length > 0) tell(`  IDs gone: ${lost.slice(0, 20).join(" ")}`);
  for (const [id, row] of a.rows) {
    const other = b.rows.get(id);
    a.head.forEach((name, index) => {
      const value = other?.[b.head.indexOf(name)];
      if (other && value !== row[index]) tell(`  ${id} ${name}: 「${row[index]}」→「${value}」`);
    });
  }
}
const graph = shared.find((path) => path.endsWith("_dataset.nt"));
if (graph) {
  const subjects = (folder) =>
    new Set(
      readFileSync(join(folder, graph), "utf8")
        .split("\n")
        .map((line) => line.split(" ")[0]),
    );
  const left = subjects(now);
  const lost = [...subjects(old)].filter((subject) => !left.has(subject));
  tell(["subjects gone from the graph:", ...lost.map((one) => `  ${one}`)].join("\n"));
}
