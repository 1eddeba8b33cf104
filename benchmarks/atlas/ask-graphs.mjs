// Asks Oxigraph the ten questions of cities' tables as triples in a process of its own; says where loading ended if memory did.
//
// node benchmarks/atlas/ask-graphs.mjs FOLDER MUNICIPALITIES

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { top } from "../../scripts/house.mjs";
import { properties, questions } from "./questions.mjs";
import { answered, megabytes, timed } from "./timed.mjs";

const oxigraph = createRequire(join(top, "tests/package.json"))("oxigraph");

const [, , folder, most] = process.argv;
const codes = readdirSync(folder).sort().slice(0, Number(most));
const xsd = "http://www.w3.org/2001/XMLSchema#";
const texts = {
  code: "全国地方公共団体コード",
  indicator: "指標ID",
  label: "表示名",
  unit: "単位",
  reading: "読取状況",
  reason: "値なしの理由",
};
const numbers = { year: ["年度", "integer"], value: ["実績値", "double"] };

function triplesOf(code) {
  const [head, ...rows] = readFileSync(join(folder, code, `${code}_indicator_result.csv`), "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n")
    .map((line) => line.slice(1, -1).split('","'));
  const at = new Map(head.map((name, place) => [name, place]));
  return rows
    .map((row) => {
      const cell = (name) => row[at.get(name)];
      const subject = `<${cell("URI")}>`;
      const line = (name, value) => `${subject} <${properties}${name}> ${value} .\n`;
      return [
        line("series", JSON.stringify(`${cell(texts.code)} ${cell(texts.indicator)}`)),
        ...Object.entries(texts).map(([name, from]) =>
          cell(from) === "" ? "" : line(name, JSON.stringify(cell(from))),
        ),
        ...Object.entries(numbers).map(([name, [from, type]]) =>
          cell(from) === "" ? "" : line(name, `"${cell(from)}"^^<${xsd}${type}>`),
        ),
      ].join("");
    })
    .join("");
}

const store = new oxigraph.Store();
let loaded = 0;
const stopped = (error) => answered({ stopped: String(error.message ?? error), loaded, memory: megabytes() });
try {
  const [clock, processor] = await timed(() => {
    for (const code of codes) {
      store.load(triplesOf(code), { format: "application/n-triples" });
      loaded += 1;
    }
  });
  const answers = [];
  for (const [, , , sparql] of questions) {
    const [seconds, used, rows] = await timed(() => store.query(`PREFIX : <${properties}> ${sparql}`));
    const isCount = rows.length === 1 && rows[0].size === 1;
    answers.push([seconds, used, isCount ? Number(rows[0].get("n").value) : rows.length]);
  }
  answered({ loading: [clock, processor], answers, triples: store.size, loaded, memory: megabytes() });
} catch (error) {
  stopped(error);
}
