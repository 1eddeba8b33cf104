// Ten questions of an analyst, timed in the atlas (DuckDB), in pandas on the same CSV files, and in SPARQL (Oxigraph) on the same graphs.
//
// node benchmarks/atlas-questions.mjs [municipalities] [indicators] [years]   (30 100 10 where none are said)

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { top } from "../scripts/house.mjs";
import { makeCity } from "./atlas/municipalities.mjs";

const [cities = 30, indicators = 100, years = 10] = process.argv.slice(2).map(Number);
const place = mkdtempSync(join(tmpdir(), "shihyo-questions-"));
const command = join(top, "packages/publisher/bin/shihyo.js");
const { DuckDBInstance } = createRequire(join(top, "packages/publisher/package.json"))("@duckdb/node-api");
const oxigraph = createRequire(join(top, "tests/package.json"))("oxigraph");

const ox = "https://data.example.lg.jp/def/#";
const where = `PREFIX : <${ox}> `;
/** The name, then SQL, pandas and SPARQL. */
const questions = [
  [
    "rows and numbers by body",
    "SELECT code, count(*) n, count(value) v FROM o GROUP BY code ORDER BY code",
    "o.groupby('code').agg(n=('indicator','size'), v=('value','count'))",
    `SELECT ?c (COUNT(?o) AS ?n) (COUNT(?v) AS ?w) { ?o :code ?c OPTIONAL { ?o :value ?v } } GROUP BY ?c ORDER BY ?c`,
  ],
  [
    "one body's values of a year",
    "SELECT indicator, value FROM o WHERE code = '100001' AND year = 2024 ORDER BY indicator",
    "o[(o.code=='100001') & (o.year==2024)][['indicator','value']].sort_values('indicator')",
    `SELECT ?i ?v { ?o :code "100001"; :year 2024; :indicator ?i OPTIONAL { ?o :value ?v } } ORDER BY ?i`,
  ],
  [
    "the course of one indicator",
    "SELECT year, value FROM o WHERE code = '100003' AND indicator = 'K0001' ORDER BY year",
    "o[(o.code=='100003') & (o.indicator=='K0001')][['year','value']].sort_values('year')",
    `SELECT ?y ?v { ?o :code "100003"; :indicator "K0001"; :year ?y OPTIONAL { ?o :value ?v } } ORDER BY ?y`,
  ],
  [
    "sums by unit and year",
    "SELECT unit, year, sum(value) s FROM o GROUP BY unit, year ORDER BY unit, year",
    "o.groupby(['unit','year']).value.sum()",
    `SELECT ?u ?y (SUM(?v) AS ?s) { ?o :unit ?u; :year ?y; :value ?v } GROUP BY ?u ?y ORDER BY ?u ?y`,
  ],
  [
    "a name across all bodies",
    "SELECT code, avg(value) m FROM o WHERE label = '交通事故発生件数' GROUP BY code ORDER BY code",
    "o[o.label=='交通事故発生件数'].groupby('code').value.mean()",
    `SELECT ?c (AVG(?v) AS ?m) { ?o :label "交通事故発生件数"; :code ?c; :value ?v } GROUP BY ?c ORDER BY ?c`,
  ],
  [
    "names that hold a word",
    "SELECT DISTINCT code, indicator FROM o WHERE label LIKE '%相談%' ORDER BY ALL",
    "o[o.label.str.contains('相談', regex=False)][['code','indicator']].drop_duplicates().sort_values(['code','indicator'])",
    `SELECT DISTINCT ?c ?i { ?o :label ?l; :code ?c; :indicator ?i FILTER(CONTAINS(?l, "相談")) } ORDER BY ?c ?i`,
  ],
  [
    "doubtful values by body",
    "SELECT code, count(*) n FROM o WHERE reading <> '確定' GROUP BY code ORDER BY code",
    "o[o.reading!='確定'].groupby('code').size()",
    `SELECT ?c (COUNT(?o) AS ?n) { ?o :reading ?r; :code ?c FILTER(?r != "確定") } GROUP BY ?c ORDER BY ?c`,
  ],
  [
    "changes of more than a fifth",
    "SELECT count(*) n FROM (SELECT value, lag(value) OVER (PARTITION BY code, indicator ORDER BY year) b, year - lag(year) OVER (PARTITION BY code, indicator ORDER BY year) d FROM o) t WHERE d = 1 AND b > 0 AND abs(value - b) / b > 0.2",
    "o.sort_values('year').assign(b=lambda t: t.groupby(['code','indicator']).value.shift()).query('b > 0 and abs(value - b) / b > 0.2').shape[0]",
    `SELECT (COUNT(*) AS ?n) { ?o :series ?s; :year ?y; :value ?v . ?p :series ?s; :year ?z; :value ?b FILTER(?z = ?y - 1 && ?b > 0 && ABS(?v - ?b) / ?b > 0.2) }`,
  ],
  [
    "why there is no value",
    "SELECT reason, count(*) n FROM o WHERE value IS NULL GROUP BY reason ORDER BY reason",
    "o[o.value.isna()].groupby('reason').size()",
    `SELECT ?r (COUNT(?o) AS ?n) { ?o :reason ?r } GROUP BY ?r ORDER BY ?r`,
  ],
  [
    "highest and lowest by name and year",
    "SELECT label, year, max(value) x, min(value) y FROM o GROUP BY label, year ORDER BY label, year",
    "o.groupby(['label','year']).value.agg(['max','min'])",
    `SELECT ?l ?y (MAX(?v) AS ?x) (MIN(?v) AS ?n) { ?o :label ?l; :year ?y; :value ?v } GROUP BY ?l ?y ORDER BY ?l ?y`,
  ],
];

const pandas = `
import glob, json, sys, time
import pandas as pd
t = time.perf_counter(); c = time.process_time()
names = {"全国地方公共団体コード": "code", "指標ID": "indicator", "表示名": "label", "年度": "year", "実績値": "value", "単位": "unit", "読取状況": "reading", "値なしの理由": "reason"}
o = pd.concat([pd.read_csv(f, usecols=list(names), dtype={"全国地方公共団体コード": str}) for f in sorted(glob.glob(sys.argv[1] + "/*/*_indicator_result.csv"))]).rename(columns=names)
out = [[time.perf_counter() - t, time.process_time() - c]]
for q in json.load(sys.stdin):
    t = time.perf_counter(); c = time.process_time()
    r = eval(q)
    out.append([time.perf_counter() - t, time.process_time() - c, int(r) if not hasattr(r, "__len__") else len(r)])
print(json.dumps(out))
`;

const ms = (seconds) => `${Math.round(seconds * 1000)}`;
/** Milliseconds on the clock and of the processor. */
async function timed(work) {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const used = process.cpuUsage(processor);
  return [(performance.now() - clock) / 1000, (used.user + used.system) / 1e6, result];
}

try {
  const published = join(place, "published");
  const folders = Array.from({ length: cities }, (_, at) =>
    makeCity(published, at + 1, { indicators, years }),
  );
  const atlas = join(place, "atlas");
  for (const args of [["add", ...folders], ["update"], ["publish", "--out", join(place, "pages")]]) {
    const { status, stderr } = spawnSync(process.execPath, [command, "atlas", ...args, "--atlas", atlas], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
  }
  const open = async (source) => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`CREATE VIEW o AS SELECT * FROM ${source}`);
    const found = [];
    for (const [, sql] of questions)
      found.push(await timed(async () => (await connection.runAndReadAll(sql)).getRowObjectsJson()));
    connection.closeSync();
    return found;
  };
  const parts = await open(
    `read_parquet('${atlas}/observations/code=*/year=*/*.parquet', hive_partitioning = true, hive_types = {'code': VARCHAR, 'year': INTEGER})`,
  );
  const whole = await open(`read_parquet('${place}/pages/data/observations.parquet')`);

  const found = spawnSync("python3", ["-c", pandas, published], {
    input: JSON.stringify(questions.map(([, , one]) => one)),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (found.status !== 0) throw new Error(found.stderr);
  const [reading, ...frames] = JSON.parse(found.stdout);

  const store = new oxigraph.Store();
  const loading = await timed(() => {
    for (const folder of folders) {
      const [head, ...rows] = readFileSync(join(folder, `${folder.slice(-6)}_indicator_result.csv`), "utf8")
        .replace(/^\uFEFF/, "")
        .trim()
        .split("\r\n")
        .map((line) => line.slice(1, -1).split('","'));
      const at = (name) => head.indexOf(name);
      const [code, id, label, year, value, unit, reading_, reason, uri] = [
        "全国地方公共団体コード",
        "指標ID",
        "表示名",
        "年度",
        "実績値",
        "単位",
        "読取状況",
        "値なしの理由",
        "URI",
      ].map(at);
      const lines = rows.map((row) => {
        const s = `<${row[uri]}>`;
        const text = (name, cell) => (cell === "" ? "" : `${s} <${ox}${name}> ${JSON.stringify(cell)} .\n`);
        const number = (name, cell, type) =>
          cell === "" ? "" : `${s} <${ox}${name}> "${cell}"^^<http://www.w3.org/2001/XMLSchema#${type}> .\n`;
        return (
          text("code", row[code]) +
          text("indicator", row[id]) +
          text("series", `${row[code]} ${row[id]}`) +
          text("label", row[label]) +
          number("year", row[year], "integer") +
          number("value", row[value], "double") +
          text("unit", row[unit]) +
          text("reading", row[reading_]) +
          text("reason", row[reason])
        );
      });
      store.load(lines.join(""), { format: "application/n-triples" });
    }
  });
  const graph = [];
  for (const [, , , sparql] of questions) graph.push(await timed(() => store.query(where + sparql)));

  console.log(
    `${cities} municipalities, ${cities * indicators * years} rows, ${store.size} triples; load ${loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 10)}`,
  );
  console.log(
    "milliseconds of the processor (on the clock)\n\n| question | atlas, partitions | atlas, one file | pandas on CSV | SPARQL | answers |\n| --- | ---: | ---: | ---: | ---: | --- |",
  );
  const cell = ([clock, processor]) => `${ms(processor)} (${ms(clock)})`;
  console.log(`| to begin with: reading, loading | | | ${cell(reading)} | ${cell(loading)} | |`);
  const size = (rows) =>
    rows.length === 1 && Object.keys(rows[0]).join() === "n" ? Number(rows[0].n) : rows.length;
  for (const [at, [name]] of questions.entries()) {
    const counts = [
      size(parts[at][2]),
      size(whole[at][2]),
      frames[at][2],
      graph[at][2].length === 1 && graph[at][2][0].size === 1
        ? Number(graph[at][2][0].get("n").value)
        : graph[at][2].length,
    ];
    const same = counts.every((count) => count === counts[0]);
    console.log(
      `| ${name} | ${cell(parts[at])} | ${cell(whole[at])} | ${cell(frames[at])} | ${cell(graph[at])} | ${same ? `equal (${counts[0]})` : `differ: ${counts.join(", ")}`} |`,
    );
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
