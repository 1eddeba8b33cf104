// `node benchmarks/intake.mjs FILE… [--against TRUTH.csv]`: for each file the questions asked, what was read right and wrong, and where each of its numbers went; the table in docs/intake.md.
//
// Right is a number of the tables that stands in the cell that it names (出典_位置), found there anew by its digits alone;
// with --against, also a result that a table made by hand has for its project, indicator and year (事務事業, 指標名, R2 …).

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { acceptAll, tablesOf, understand } from "../packages/core/dist/index.js";
import { readGrids, takeCityFile } from "../packages/publisher/dist/pure/pure.js";

const named = process.argv.indexOf("--against");
const truth = named < 0 ? undefined : process.argv[named + 1];
const files = process.argv.slice(2, named < 0 ? undefined : named);

console.log(
  "| file | tables | questions | indicators | numbers | kept | right | wrong | left out, and why | seconds |",
);
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |");
for (const file of files) {
  const start = process.cpuUsage();
  const read = readGrids(readFileSync(file), basename(file));
  if ("refused" in read) {
    console.log(`| ${basename(file)} | refused: ${read.refused.en} |`);
    continue;
  }
  const first = understand(read.grids);
  const { user, system } = process.cpuUsage(start);
  const known = acceptAll(first);
  const { counts, questions, reading } = known;
  const { right, wrong } = asShown(read.grids, tablesOf(known).files);
  const sum = (of) => Object.values(of).reduce((all, one) => all + one, 0);
  const why = Object.entries(counts.leftOut).map(([reason, count]) => `${reason} ${count}`);
  const cells = [
    reading.tables.length,
    questions.length,
    counts.indicators,
    counts.numbers,
    sum(counts.kept),
    right,
    wrong.length,
  ];
  for (const one of wrong.slice(0, 20)) console.error(one);
  console.log(
    `| ${basename(file)} | ${cells.join(" | ")} | ${why.join("、") || "–"} | ${((user + system) / 1e6).toFixed(1)} |`,
  );
}

if (truth !== undefined) {
  const [file = ""] = files;
  const read = readGrids(readFileSync(file), basename(file));
  const { right, wrong } = againstTruth(
    tablesOf(acceptAll(understand(read.grids))).files,
    readFileSync(truth),
  );
  console.log(
    `\n${basename(file)} against ${basename(truth)}: ${right} results right, ${wrong.length} wrong.`,
  );
  for (const one of wrong) console.log(one);
}

function rowsOf(text) {
  return takeCityFile("table.csv", new TextEncoder().encode(text)).rows;
}

/** Every number of the tables that says where it stood, held against the digits that stand there. */
function asShown(grids, made) {
  const numbers = [...made].flatMap(([file, text]) =>
    /^(observations\/|targets|costs|references)/.test(file)
      ? rowsOf(text).flatMap((row) =>
          ["実績値", "目標値", "金額", "値"].flatMap((header) =>
            row[header] && row.出典_位置 && !row.内訳ID ? [{ at: row.出典_位置, value: row[header] }] : [],
          ),
        )
      : [],
  );
  const bySheet = new Map(grids.map((grid) => [grid.sheet, grid]));
  let right = 0;
  const wrong = [];
  for (const { at, value } of numbers) {
    const [, sheet = "", letters = "", row = ""] = /^(?:(.*)!)?([A-Z]+)([0-9]+)$/.exec(at) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const shown = bySheet.get(sheet)?.rows[Number(row) - 1]?.[column]?.text ?? "";
    if (digitsOf(shown).includes(value)) right++;
    else wrong.push(`${at}: ${value} of 「${shown}」`);
  }
  return { right, wrong };
}

/** The numbers of a text, each as the tables write it; large ones as people write them are put together. */
function digitsOf(shown) {
  const text = shown.normalize("NFKC").replace(/(?<=[0-9]),\s?(?=[0-9])/g, "");
  const found = [...text.matchAll(/([△▲−-]?)\s?([0-9]+(?:\s?\.\s?[0-9]+)?)/g)].flatMap(([, sign, digits]) => {
    const plain = digits.replace(/\s/g, "").replace(/^0+(?=[0-9])/, "");
    return sign === "" ? [plain] : [plain, `-${plain}`];
  });
  const sizes = { 兆: 12, 億: 8, 万: 4, 千: 3 };
  const parts = [...text.matchAll(/([0-9]+)([兆億万千])?/g)];
  const whole = parts.reduce(
    (sum, [, digits, size]) => sum + BigInt(digits) * 10n ** BigInt(sizes[size] ?? 0),
    0n,
  );
  return [...found, String(whole)];
}

/** Results by project, indicator and year, as a table made by hand has them. */
function againstTruth(made, bytes) {
  const plain = (text) => (text ?? "").normalize("NFKC").replace(/\s/g, "");
  const table = (file) => rowsOf(made.get(file) ?? "");
  const nodes = new Map(table("nodes.csv").map(({ ID, 名称 }) => [ID, plain(名称)]));
  const names = new Map(table("indicators.csv").map(({ ID, 名称 }) => [ID, plain(名称)]));
  const ids = new Map(
    table("listings.csv").map((row) => [`${nodes.get(row.掲載先ID)}|${names.get(row.指標ID)}`, row.指標ID]),
  );
  let right = 0;
  const wrong = [];
  for (const row of takeCityFile("truth.csv", bytes).rows) {
    const id = ids.get(`${plain(row.事務事業)}|${plain(row.指標名)}`);
    for (const [header, cell] of Object.entries(row)) {
      const year = /^R([0-9]+)$/.exec(header)?.[1];
      if (year === undefined) continue;
      const found =
        table(`observations/${2018 + Number(year)}.csv`).find((one) => one.指標ID === id)?.実績値 ?? "";
      const decimals = found.split(".")[1]?.length ?? 0;
      const isNone = /^-?$/.test(cell);
      const isNear = found !== "" && Math.abs(Number(found) - Number(cell)) <= 0.51 * 10 ** -decimals;
      if (isNone ? found === "" : isNear) right += isNone ? 0 : 1;
      else
        wrong.push(
          `${row.事務事業} ${row.指標名} ${header}: ${found || "nothing"} instead of ${cell || "nothing"}`,
        );
    }
  }
  return { right, wrong };
}
