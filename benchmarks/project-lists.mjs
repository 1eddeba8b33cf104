// How well lists of real cities' projects are taken in: what strangers read out of the sheets of nine municipalities, as one project a row.
//
// git clone https://github.com/onuma-spec/jimujigyou-hyoka && node benchmarks/project-lists.mjs jimujigyou-hyoka
//
// Each page of that repository holds a city's projects as one line of JSON; only the numbers, names and units of it are used.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acceptAll, tablesOf, understand } from "../packages/core/dist/index.js";
import { readGrids, takeCityFile } from "../packages/publisher/dist/pure/pure.js";

const folder = process.argv[2];
if (!folder) throw new Error("Say the folder of the clone.");

const kinds = { output: "活動指標", outcome: "成果指標" };
const plain = (text = "") => text.normalize("NFKC").replace(/\s+/gu, "");
/** As names are held against one another: without a number before it and without brackets at its end, where a unit may stand. */
const nameKey = (name) =>
  plain(name)
    .replace(/^\(?\d{1,2}\)?[.)]?(?=\D)/u, "")
    .replace(/(?:\([^()]*\))+$/u, "");
const isNumber = (value) => /^-?[0-9]+(?:\.[0-9]+)?$/.test(value);
const quoted = (cell) => `"${String(cell ?? "").replaceAll('"', '""')}"`;

/** A list of all projects, and every indicator in it that has a name and a value. */
function listOf(events) {
  const places = Object.keys(kinds).flatMap((kind) =>
    ["", "2", "3", "4", "5"]
      .filter((at) => events.some((event) => event[`${kind}_name${at}`]))
      .map((at) => ({ kind, at })),
  );
  const header = [
    "事業番号,部,課,事務事業名,決算額（千円）,今後の方向性",
    ...places.flatMap(({ kind, at }) =>
      ["指標名", "単位", "実績値"].map((what) => `${kinds[kind]}${at || 1} ${what}`),
    ),
  ].join(",");
  const facts = [];
  const rows = events.map((event) => {
    const cells = [event.no, event.bureau, event.dept, event.name, event.budget, event.ev];
    for (const { kind, at } of places) {
      const name = event[`${kind}_name${at}`];
      const has = name && name !== "データなし";
      const value = (has && event[`${kind}_val${at}`]) || "";
      cells.push(has ? name : "", event[`${kind}_unit${at}`] ?? "", value);
      if (has && isNumber(value)) facts.push({ project: event.name, name, value: Number(value) });
    }
    return cells.map(quoted).join(",");
  });
  return { text: ["令和6年度 事務事業評価結果一覧", "", header, ...rows].join("\n"), facts };
}

/** What the tables say of each project: names and numbers of what is listed there. */
function found(files) {
  const table = (name) => takeCityFile("table.csv", new TextEncoder().encode(files.get(name) ?? "")).rows;
  const nodes = new Map(table("nodes.csv").map(({ ID, 名称 }) => [ID, plain(名称)]));
  const names = new Map(table("indicators.csv").map(({ ID, 名称 }) => [ID, nameKey(名称)]));
  const values = new Map();
  for (const { 指標ID, 実績値 } of table("observations/2024.csv"))
    if (実績値 !== "") values.set(指標ID, [...(values.get(指標ID) ?? []), Number(実績値)]);
  const said = new Map();
  for (const { 掲載先ID, 指標ID } of table("listings.csv")) {
    const key = `${nodes.get(掲載先ID)}|${names.get(指標ID)}`;
    said.set(key, [...(said.get(key) ?? []), ...(values.get(指標ID) ?? [])]);
  }
  return said;
}

console.log(
  "| list | projects | numbers | right | wrong | missing | indicators | listed again | questions |",
);
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const file of readdirSync(folder).filter((name) => name.endsWith("_index.html"))) {
  const events = /const EVENTS\s*=\s*(\[.*?\]);?\s*\n/su.exec(readFileSync(join(folder, file), "utf8"))?.[1];
  if (!events) continue;
  const projects = JSON.parse(events);
  const { text, facts } = listOf(projects);
  const read = readGrids(Buffer.from(text), "一覧.csv");
  if ("refused" in read) throw new Error(read.refused.en);
  const known = acceptAll(understand(read.grids));
  const said = found(tablesOf(known).files);
  const count = { right: 0, wrong: 0, missing: 0 };
  for (const { project, name, value } of facts) {
    const numbers = said.get(`${plain(project)}|${nameKey(name)}`) ?? [];
    count[numbers.includes(value) ? "right" : numbers.length > 0 ? "wrong" : "missing"] += 1;
    if (!numbers.includes(value)) console.error(file, project, name, value, numbers);
  }
  console.log(
    `| ${file.replace("_index.html", "")} | ${projects.length} | ${facts.length} | ${count.right} | ${count.wrong} | ${count.missing} | ${known.counts.indicators} | ${known.counts.relisted} | ${known.questions.length} |`,
  );
}
