// `node benchmarks/report-draft.mjs REPORT DATA`: a report's own text taken in as it is, and its draft held value by value against tables that were transcribed by hand.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { acceptAll, tablesOf, understand } from "../packages/core/dist/index.js";
import { readGrids, takeCityFile } from "../packages/publisher/dist/pure/pure.js";

const [report = "", folder = ""] = process.argv.slice(2);
const rowsOf = (bytes) => takeCityFile("table.csv", bytes).rows;
const read = readGrids(readFileSync(report), basename(report));
if ("refused" in read) throw new Error(read.refused.en);
const known = acceptAll(understand(read.grids));
const { files } = tablesOf(known);
const draft = listingsOf(
  (file) => rowsOf(new TextEncoder().encode(files.get(file) ?? "")),
  [...files.keys()],
);
const observed = readdirSync(join(folder, "observations")).map((file) => `observations/${file}`);
const byHand = listingsOf((file) => rowsOf(readFileSync(join(folder, file))), observed);
const years = known.reading.years.filter((year) => observed.includes(`observations/${year}.csv`));

const counts = { right: 0, wrong: 0, missing: 0, more: 0 };
const told = [];
for (const [one, other] of aligned(draft, byHand)) {
  for (const year of years) {
    const [found, expected] = [one?.values.get(year), other?.values.get(year)];
    if (found === undefined && expected === undefined) continue;
    const isRight = found !== undefined && expected !== undefined && plain(found) === plain(expected);
    const verdict = isRight
      ? "right"
      : found === undefined
        ? "missing"
        : expected === undefined
          ? "more"
          : "wrong";
    counts[verdict]++;
    if (verdict === "wrong" || verdict === "more")
      told.push(
        `${verdict}: ${one?.place} ${one?.name} ${year}: ${found} (${other?.name ?? "–"}: ${expected ?? "–"})`,
      );
  }
}
const all = counts.right + counts.wrong + counts.missing;
console.log(
  `Of ${all} values that the tables hold for ${years.join(" and ")}, the draft has ${counts.right} right, ${counts.wrong} otherwise and ${counts.missing} not; it has ${counts.more} more.`,
);
if (process.argv.includes("--verbose")) console.log(told.join("\n"));

/** Each listing in the report's order, with its indicator's whole values by year. */
function listingsOf(table, paths) {
  const names = new Map(table("indicators.csv").map((row) => [row.ID, row.名称]));
  const values = new Map();
  for (const path of paths) {
    const year = /^observations\/([0-9]{4})\.csv$/.exec(path)?.[1];
    for (const row of year === undefined ? [] : table(path)) {
      if (row.内訳ID !== "" && row.内訳ID !== "_T") continue;
      const of = values.get(row.指標ID) ?? { years: new Map(), place: row.出典_位置 };
      of.years.set(Number(year), row.実績値 || row.進捗状況 || "—");
      values.set(row.指標ID, of);
    }
  }
  return table("listings.csv").map((row) => ({
    name: names.get(row.指標ID) ?? "",
    values: values.get(row.指標ID)?.years ?? new Map(),
    place: values.get(row.指標ID)?.place ?? "",
  }));
}

/** Both in their order, beside one another where names are alike or values are the same. */
function aligned(one, other) {
  const best = Array.from({ length: one.length + 1 }, () => new Float64Array(other.length + 1));
  const score = (a, b) => likeness(a.name, b.name) + (sameValues(a, b) ? 0.5 : 0);
  const fits = one.map((a) => other.map((b) => score(a, b)));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      best[i][j] = Math.max(
        best[i + 1][j],
        best[i][j + 1],
        fits[i][j] >= 0.5 ? fits[i][j] + best[i + 1][j + 1] : 0,
      );
  const pairs = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const isPair = i < one.length && j < other.length && fits[i][j] >= 0.5;
    if (isPair && best[i][j] === fits[i][j] + best[i + 1][j + 1]) pairs.push([one[i++], other[j++]]);
    else if (j >= other.length || (i < one.length && best[i][j] === best[i + 1][j]))
      pairs.push([one[i++], undefined]);
    else pairs.push([undefined, other[j++]]);
  }
  return pairs;
}

function sameValues(a, b) {
  const shared = years.filter((year) => a.values.has(year) && b.values.has(year));
  return shared.length > 0 && shared.every((year) => plain(a.values.get(year)) === plain(b.values.get(year)));
}

function plain(text) {
  return text.normalize("NFKC").replace(/[\s、・,「」]/gu, "");
}

/** Of two names, the share of the pairs of letters that they have in common. */
function likeness(a, b) {
  const pairs = (text) => {
    const letters = [...plain(text)];
    return letters.slice(1).map((letter, at) => letters[at] + letter);
  };
  const [first, second] = [pairs(a), pairs(b)];
  const left = [...second];
  const shared = first.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return first.length + second.length === 0 ? 0 : (2 * shared) / (first.length + second.length);
}
