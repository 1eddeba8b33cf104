// How long `check` and `publish` take, and how much memory, by the size of a city: made-up tables of indicators by years.
//
// node benchmarks/city-size.mjs [INDICATORSxYEARS …]   (225x2 1000x20 2500x20 5000x20 where none is said)

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { top } from "../scripts/house.mjs";

const like = join(top, "data/142123");
const command = join(top, "packages/publisher/bin/shihyo.js");
const lastYear = 2024;

/** `K00012`. */
const id = (letter, number) => `${letter}${String(number).padStart(5, "0")}`;

/** The header of a table of Atsugi's, and rows that say some of its columns. */
function table(folder, file, records, header = file) {
  const columns = readFileSync(join(like, `${header}.csv`), "utf8")
    .replace("\uFEFF", "")
    .split(/\r?\n/)[0]
    .split(",");
  const lines = records.map((record) => columns.map((column) => record[column] ?? "").join(","));
  writeFileSync(join(folder, `${file}.csv`), `\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`);
}

/** Four levels as Atsugi's are: two indicators a project, five projects an initiative, and so on up. */
export function makeLargeCity(folder, indicators, years) {
  mkdirSync(join(folder, "observations"), { recursive: true });
  for (const file of ["levels.csv", "units.csv", "indicator-kinds.csv", "releases.csv", "sources.json"])
    cpSync(join(like, file), join(folder, file));
  const municipality = JSON.parse(readFileSync(join(like, "municipality.json"), "utf8"));
  writeFileSync(join(folder, "municipality.json"), JSON.stringify(municipality, undefined, 2));
  const nodes = [{ ID: "P01", 段: "計画", 名称: "見本の計画", 読取状況: "確定" }];
  const placements = [];
  const levels = [
    ["J", "事業", 2],
    ["T", "主な取組", 5],
    ["S", "具体的な施策", 5],
    ["G", "基本目標", 10],
  ];
  let below = indicators;
  let under = [];
  for (const [letter, 段, each] of levels) {
    const count = Math.ceil(below / each);
    const here = Array.from({ length: count }, (_, at) => id(letter, at + 1));
    for (const [at, ID] of here.entries())
      nodes.push({
        ID,
        段,
        計画ID: "P01",
        名称: `${段}その${at + 1}`,
        名称_よみ: `みほん その${at + 1}`,
        よみ_根拠: "仮",
        読取状況: "確定",
      });
    for (const [at, ID] of under.entries())
      placements.push({
        ID,
        親ID: here[Math.floor(at / each)],
        番号: (at % each) + 1,
        順序: at + 1,
        頁: 1 + Math.floor(at / 20),
      });
    [below, under] = [count, here];
  }
  for (const [at, ID] of under.entries())
    placements.push({ ID, 親ID: "P01", 番号: at + 1, 順序: at + 1, 頁: 1 });
  table(folder, "nodes", nodes);
  table(
    folder,
    "placements",
    placements.map((one, at) => ({ ...one, 順序: at + 1 })),
  );
  const all = Array.from({ length: indicators }, (_, at) => id("K", at + 1));
  const things = ["利用者", "参加者", "相談", "講座", "点検", "植樹", "訪問", "登録"];
  table(
    folder,
    "indicators",
    all.map((ID, at) => ({
      ID,
      名称: `${things[at % things.length]}数その${at + 1}`,
      名称_英語: `Sample indicator ${at + 1}`,
      英語_根拠: "仮訳",
      指標区分: "取組指標",
      単位ID: "U01",
      小数点以下桁数: at % 3 === 0 ? 1 : 0,
      期間区分: "年度",
      集計区分: "単年度",
      望ましい方向: "判断しない",
      読取状況: at % 40 === 0 ? "要確認" : "確定",
      名称_よみ: `みほん すう その${at + 1}`,
      よみ_根拠: "仮",
    })),
  );
  table(
    folder,
    "listings",
    all.map((indicator, at) => ({
      ID: id("L", at + 1),
      掲載先ID: id("J", Math.floor(at / 2) + 1),
      指標ID: indicator,
      順序: at + 1,
      頁: 1 + Math.floor(at / 10),
    })),
  );
  for (let year = lastYear - years + 1; year <= lastYear; year += 1) {
    const rows = all.map((指標ID, at) => {
      const value = 1000 + ((at * 7919 + year * 104_729) % 899);
      const isNone = (at + year) % 50 === 0;
      return {
        指標ID,
        実績値: isNone ? "" : at % 3 === 0 ? `${value}.${year % 10}` : value,
        値の状態: isNone ? "値なし" : "確定",
        値なしの理由: isNone ? "未実施" : "",
        読取状況: "確定",
        備考: (at * 31 + year) % 97 === 0 ? "見本の備考" : "",
        出典ID: "SR01",
        頁: 1 + (at % 57),
      };
    });
    table(folder, `observations/${year}`, rows, "observations/2024");
  }
}

/** Seconds on the clock and of the processor, and the most memory in MB. */
function timed(...args) {
  const found = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", process.execPath, command, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const [wall, user, system, memory] = (found.stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  if (found.status !== 0) throw new Error(`${args.join(" ")}: ${found.stderr}${found.stdout.slice(0, 2000)}`);
  return { wall, cpu: user + system, memory: Math.round(memory / 1024), said: found.stdout };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const said = process.argv.slice(2);
  const sizes = said.length > 0 ? said : ["225x2", "1000x20", "2500x20", "5000x20"];
  console.log(
    `${cpus().length} cores, load ${loadavg()[0].toFixed(1)} as it began; ${new Date().toISOString().slice(0, 10)}, Node ${process.version}`,
  );
  console.log(
    "| indicators × years | command | s | s of processor | ms of processor a value | MB | files |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const size of sizes) {
    const [indicators, years] = size.split("x").map(Number);
    const place = mkdtempSync(join(tmpdir(), "shihyo-size-"));
    try {
      const data = join(place, "data");
      makeLargeCity(data, indicators, years);
      for (const [name, args] of [
        ["check", []],
        ["publish", ["--out", join(place, "published")]],
      ]) {
        const { wall, cpu, memory, said: text } = timed(name, data, ...args, "--lang", "en", "--json");
        const files = name === "publish" ? (JSON.parse(text).files ?? "") : "";
        console.log(
          `| ${indicators} × ${years} | ${name} | ${wall} | ${cpu.toFixed(1)} | ${((cpu * 1000) / indicators / years).toFixed(2)} | ${memory} | ${files.length ?? files} |`,
        );
      }
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
}
