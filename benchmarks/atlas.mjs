// How long an atlas takes, by its size: made-up municipalities with plans, names, doubts and gaps, gathered from local folders, then one of them changed.
//
// node benchmarks/atlas.mjs [municipalities] [indicators] [years]   (1741 300 10 where none are said)

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { top } from "../scripts/house.mjs";

const [cities = 1741, indicators = 300, years = 10] = process.argv.slice(2).map(Number);
const place = mkdtempSync(join(tmpdir(), "shihyo-atlas-"));
const command = join(top, "packages/publisher/bin/shihyo.js");
const things = [
  "交通事故発生件数",
  "防災訓練参加者数",
  "特定健康診査の受診率",
  "観光入込客数",
  "図書館の貸出冊数",
  "新規就農者数",
  "相談件数",
  "講座の参加者数",
  "整備延長",
  "満足と答えた市民の割合",
];
const units = ["件", "人", "%", "人", "冊", "人", "件", "人", "m", "%"];
const commons = ["C034", "C040", "C020", "C055", "C017", "C059", "", "", "", ""];

/** A number that is the same for the same words: the made-up cities are the same at each run. */
const chance = (...words) => createHash("sha256").update(words.join(" ")).digest().readUInt32BE(0) / 2 ** 32;
const line = (cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\r\n`;

const resultHead =
  "全国地方公共団体コード,ID,地方公共団体名,指標ID,指標名,表示名,年度,年度_和暦,期間区分,集計区分,対象期間,内訳,実績値,進捗状況,単位,値の状態,値なしの理由,比較可否,比較不可の理由,読取状況,備考,出典,出典_頁,URI".split(
    ",",
  );
const indicatorHead =
  "全国地方公共団体コード,ID,地方公共団体名,名称,名称_英語,英語_根拠,表示名,表示名_英語,指標区分,単位ID,単位,小数点以下桁数,期間区分,集計区分,累計の開始日,望ましい方向,望ましい方向_根拠,読取状況,定義,定義_英語,算出式,分子,分母,データ元,廃止年度,共通指標,共通指標_一致,備考,URI".split(
    ",",
  );

function makeCity(number, edition = 1) {
  const code = String(100000 + number);
  const name = `見本県その${number}市`;
  const base = `https://data.example.lg.jp/${code}/`;
  let results = `\uFEFF${line(resultHead)}`;
  let list = `\uFEFF${line(indicatorHead)}`;
  for (let at = 0; at < indicators; at += 1) {
    const id = `K${String(at + 1).padStart(4, "0")}`;
    const kind = at % things.length;
    const label =
      at < things.length ? things[kind] : `地区${Math.floor(at / things.length)}の${things[kind]}`;
    const common = at < things.length ? commons[kind] : "";
    list += line([
      code,
      id,
      name,
      label,
      "",
      "",
      label,
      "",
      "成果指標",
      `U${kind}`,
      units[kind],
      "0",
      "年度",
      "単年度",
      "",
      "判断しない",
      "",
      "確定",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      common,
      common === "" ? "" : "完全",
      "",
      `${base}indicators/${id}/#it`,
    ]);
    const level = 10 + chance(number, at) * 90_000;
    for (let year = 2015; year < 2015 + years; year += 1) {
      const luck = chance(number, at, year, edition);
      const isGap = luck < 0.06;
      const value =
        units[kind] === "%" ? (30 + luck * 60).toFixed(1) : String(Math.round(level * (0.85 + luck * 0.3)));
      results += line([
        code,
        `${id}FY${year}`,
        name,
        id,
        label,
        label,
        year,
        `令和${year - 2018}年度`,
        "年度",
        "単年度",
        `${year}-04-01/${year + 1}-03-31`,
        "全体",
        isGap ? "" : value,
        "",
        units[kind],
        isGap ? "値なし" : "確定",
        isGap ? "未実施" : "",
        isGap ? "" : "可",
        "",
        luck > 0.98 ? "要確認" : "確定",
        luck > 0.97 ? "台風により一部中止" : "",
        "見本の実績報告書",
        String(1 + (at % 90)),
        `${base}indicators/${id}/#FY${year}`,
      ]);
    }
  }
  const folder = join(place, "published", code);
  mkdirSync(folder, { recursive: true });
  const files = { [`${code}_indicator_result.csv`]: results, [`${code}_indicator.csv`]: list };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "catalog.ttl"), catalogue(base, code, name, files, edition));
  return folder;
}

function catalogue(base, _code, name, files, edition) {
  const distributions = Object.entries(files).map(([file, text]) => {
    const id = file.includes("result") ? "csv-indicator-result" : "csv-indicator";
    const bytes = Buffer.from(text);
    return `<catalog/#${id}> a dcat:Distribution ; dcat:downloadURL <${file}> ; dcat:byteSize "${bytes.length}"^^xsd:nonNegativeInteger ; spdx:checksum <catalog/#${id}-checksum> .\n<catalog/#${id}-checksum> a spdx:Checksum ; spdx:checksumValue "${createHash("sha256").update(bytes).digest("hex")}"^^xsd:hexBinary .\n`;
  });
  return `@base <${base}> .\n@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix spdx: <http://spdx.org/rdf/terms#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n<catalog/#dataset> a dcat:Dataset ; dct:title "${name}の指標"@ja ; dcat:version "${edition}" ; dct:license <https://creativecommons.org/licenses/by/4.0/> ; dct:publisher <catalog/#publisher> .\n<catalog/#publisher> foaf:name "${name}"@ja .\n${distributions.join("")}`;
}

/** Seconds on the clock and of the processor, and the most memory in MB. */
function timed(...args) {
  const found = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", process.execPath, command, ...args], {
    encoding: "utf8",
  });
  const [wall, user, system, memory] = (found.stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { wall, cpu: user + system, memory: Math.round(memory / 1024), status: found.status };
}

try {
  const started = Date.now();
  const folders = Array.from({ length: cities }, (_, at) => makeCity(at + 1));
  console.error(`made ${cities} municipalities in ${Math.round((Date.now() - started) / 1000)} s`);
  const atlas = join(place, "atlas");
  for (let at = 0; at < folders.length; at += 500)
    spawnSync(process.execPath, [command, "atlas", "add", ...folders.slice(at, at + 500), "--atlas", atlas]);
  console.log("| what | rows | s | s of processor | MB |\n| --- | ---: | ---: | ---: | ---: |");
  const row = (what, { wall, cpu, memory }) =>
    console.log(`| ${what} | ${cities * indicators * years} | ${wall} | ${cpu.toFixed(1)} | ${memory} |`);
  row("first gathering", timed("atlas", "update", "--atlas", atlas));
  row("nothing changed", timed("atlas", "update", "--atlas", atlas));
  makeCity(1, 2);
  row("one city changed", timed("atlas", "update", "--atlas", atlas));
  row(
    "a question over all",
    timed(
      "atlas",
      "query",
      "SELECT label, year, median(value) FROM observations GROUP BY ALL ORDER BY ALL LIMIT 20",
      "--atlas",
      atlas,
    ),
  );
  row("the pages", timed("atlas", "publish", "--atlas", atlas, "--out", join(place, "pages")));
} finally {
  rmSync(place, { recursive: true, force: true });
}
