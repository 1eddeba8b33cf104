// The ten questions of the docs: the graph's answers are those that the page shows, and those that the CSV files give.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { Store } from "oxigraph";
import { beforeAll, describe, expect, test } from "vitest";
import { docBlocks } from "../support/doc-blocks.ts";
import { atsugiTables, publishInto, scratch } from "../support/published-city.ts";

const city = join(scratch(), "142123");
let store: Store;

beforeAll(async () => {
  await publishInto(city, atsugiTables);
  store = new Store();
  store.load(readFileSync(join(city, "142123_dataset.ttl"), "utf8"), {
    format: "text/turtle",
    base_iri: "https://shihyo.example/142123/",
  });
});

type Row = Readonly<Record<string, string>>;
type Answer = (string | number)[][];

const table = (name: string): Row[] =>
  parse(readFileSync(join(city, `142123_${name}.csv`)), { bom: true, columns: true });

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The rows of each key, keys in their order. */
function groups(rows: readonly Row[], key: (row: Row) => string | undefined): [string, Row[]][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const of = key(row);
    if (of) found.set(of, [...(found.get(of) ?? []), row]);
  }
  return [...found].sort(([a], [b]) => byText(a, b));
}

/** The largest first, those that are alike by name. */
const largest = (rows: Answer): Answer =>
  rows.toSorted((a, b) => Number(b[1]) - Number(a[1]) || byText(String(a[0]), String(b[0])));

const counted = (rows: readonly Row[], key: (row: Row) => string | undefined): Answer =>
  groups(rows, key).map(([of, own]) => [of, own.length]);

const numbers = () => table("observation").filter(({ value }) => value !== "");

/** Worked out from the tables alone, by the heading of the question. */
const answers: Readonly<Record<string, () => Answer>> = {
  "How many indicators stand below each goal?": () =>
    groups(table("indicator_comparison"), (row) => row.基本目標番号).map(([goal, rows]) => [
      `G0${goal}`,
      new Set(rows.map((row) => row.指標ID).filter(Boolean)).size,
    ]),
  "How many values of each year are numbers, and how many are not?": () =>
    groups(table("indicator_result"), (row) => row.年度).map(([year, rows]) => {
      const others = rows.filter((row) => row.実績値 === "").length;
      return [`FY${year}`, rows.length - others, others];
    }),
  "Which numbers of people grew most?": () =>
    largest(
      table("indicator_comparison")
        .filter((row) => row.単位 === "人" && row.再掲 === "無" && row.対前年度増減 !== "")
        .map((row) => [row.指標ID ?? "", Number(row.対前年度増減)]),
    ).slice(0, 5),
  "Why can values not be compared with the year before?": () =>
    largest(
      counted(
        table("indicator_result").filter((row) => row.比較可否 === "不可"),
        (row) => row.比較不可の理由,
      ),
    ).slice(0, 5),
  "Where does a series break?": () =>
    table("observation")
      .filter((row) => row.obs_status === "B")
      .map((row) => [row.indicator ?? "", row.period ?? ""]),
  "Which projects stand under several initiatives?": () =>
    largest(
      counted(
        table("placement").filter((row) => /^J/.test(row.項目ID ?? "")),
        (row) => row.項目ID,
      ).filter(([, times]) => Number(times) > 1),
    ),
  "Which indicators are listed more than once?": () =>
    largest(counted(table("listing"), (row) => row.指標ID).filter(([, times]) => Number(times) > 2)),
  "How sure are the numbers?": () =>
    largest(
      counted(
        table("indicator_result").filter((row) => row.実績値 !== ""),
        (row) => row.読取状況,
      ),
    ),
  "In which of the world's units are they?": () => {
    const qudt = new Map(table("unit").map((row) => [row.ID, row.QUDT]));
    return largest(counted(numbers(), (row) => qudt.get(row.unit))).map(([unit, times]) => [
      `http://qudt.org/vocab/unit/${unit}`,
      times ?? 0,
    ]);
  },
  "Which projects did most that was counted?": () =>
    largest(
      groups(
        table("activity").filter((row) => row.実績値 !== ""),
        (row) => row.事業ID,
      ).map(([project, rows]) => [project, rows.length, new Set(rows.map((row) => row.継続ID)).size]),
    ).slice(0, 5),
};

const questions = docBlocks("questions.md").filter(({ language }) => language === "sparql");

test("there are ten questions, each with an answer of its own from the tables", () => {
  expect(questions.length).toBe(10);
  expect(questions.map(({ heading }) => heading)).toEqual(Object.keys(answers));
});

describe.each(questions)("$heading", ({ heading, code, output = "" }) => {
  const lines = (rows: Answer) => rows.map((row) => `${row.join("\t")}\n`).join("");

  test("the graph says what the page shows", () => {
    const rows = store.query(code) as Map<string, { value: string }>[];
    const names = [...(rows[0]?.keys() ?? [])];
    expect(lines([names, ...rows.map((row) => names.map((name) => row.get(name)?.value ?? ""))])).toBe(
      output,
    );
  });

  test("and what the CSV files give", () => {
    const [header = "", ...rest] = output.split(/(?<=\n)/);
    expect(header).not.toBe("");
    expect(lines(answers[heading]?.() ?? [])).toBe(rest.join(""));
  });
});
