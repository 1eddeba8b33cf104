// Made-up municipalities for the benchmarks of the atlas: published folders with plans, names, doubts and gaps, the same at each run.

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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

/** A number from 0 to 1 that is the same for the same numbers: the made-up cities are the same at each run. */
function chance(...numbers) {
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number & 0xffff), 0x01000193);
    hash = Math.imul(hash ^ (number >>> 16), 0x01000193);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const line = (cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\r\n`;

const resultHead =
  "全国地方公共団体コード,ID,地方公共団体名,指標ID,指標名,表示名,年度,年度_和暦,期間区分,集計区分,対象期間,内訳,実績値,進捗状況,単位,値の状態,値なしの理由,比較可否,比較不可の理由,読取状況,備考,出典,出典_頁,URI".split(
    ",",
  );
const indicatorHead =
  "全国地方公共団体コード,ID,地方公共団体名,名称,名称_英語,英語_根拠,表示名,表示名_英語,指標区分,単位ID,単位,小数点以下桁数,期間区分,集計区分,累計の開始日,望ましい方向,望ましい方向_根拠,読取状況,定義,定義_英語,算出式,分子,分母,データ元,廃止年度,共通指標,共通指標_一致,備考,URI".split(
    ",",
  );

/** Writes one municipality's folder below `place`, as it would be published, and gives its path. */
export function makeCity(place, number, { indicators, years, edition = 1 }) {
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
  const folder = join(place, code);
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
