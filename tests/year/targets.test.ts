// Targets as they are published: a table, JSON beside their indicator, and a cube that every constraint accepts.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DatasetJson, fixedTables } from "@shihyo/core";
import { publish, readCity } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { violations } from "../standards/integrity-constraints.ts";
import { docBlocks } from "../support/doc-blocks.ts";
import { atsugi, top } from "../support/places.ts";
import { canonical, canonicalJsonLd, parseNTriples, parseTurtle } from "../support/rdf.ts";
import { copyOf, rewrite, workplace } from "../support/workplace.ts";

const rows = [
  "K0001,2024,年度,130,,以上,2020,90,実績値÷目標値×100,,SR01,4",
  "K0001,2026,最終,150,,以上,2020,90,,見直しの予定,SR01,4",
  "K0002,2026,最終,60,,以上,,,,,SR01,4",
  "K0003,2026,最終,,竣工,,,,,,SR01,4",
];

async function published() {
  const data = copyOf(join(top, "tests/issues/base/data"));
  rewrite(join(data, "targets.csv"), (text) => `${text.trimEnd()}\n${rows.join("\n")}\n`);
  const put = (name: string, ...lines: readonly string[]) =>
    writeFileSync(join(data, name), `${lines.join("\n")}\n`);
  put(
    "evaluation-schemes.csv",
    "ID,評価体系,順序,評価,意味",
    "Q01,A・B・C・D,1,A,達成した",
    "Q02,A・B・C・D,2,B,",
  );
  put("evaluations.csv", "対象ID,年度,評価体系,評価,達成率,出典ID,頁", "K0001,2024,A・B・C・D,A,,SR01,4");
  const out = join(workplace(), "out");
  await publish(data, out);
  return { data, read: (name: string) => readFileSync(join(out, name), "utf8") };
}

describe("targets", () => {
  test("stand in a table of their own, with the city's grade and formula as they are", async () => {
    const { read } = await published();
    const [, first, , third, fourth] = read("999954_target.csv").split("\r\n");
    expect(first).toContain(
      '"K0001T2024","架空県標本市","K0001","相談した人数","2024","年度","130","","人","以上","2020","90","実績値÷目標値×100","A","A・B・C・D"',
    );
    // One decimal, as the indicator has it.
    expect(third).toContain('"60.0","","%"');
    expect(fourth).toContain('"最終","","竣工",""');
  });

  test("stand beside their indicator in the JSON", async () => {
    const { read } = await published();
    const json: DatasetJson = JSON.parse(read("999954_dataset.json"));
    const [first, second, third] = json.indicators.map(({ targets = [] }) => targets);
    expect(first?.map(({ id, value, grade, gradeScheme }) => [id, value, grade, gradeScheme])).toEqual([
      ["K0001T2024", 130, "A", "A・B・C・D"],
      ["K0001T2026", 150, undefined, undefined],
    ]);
    expect(second?.[0]?.printed).toBe("60.0");
    expect(third).toMatchObject([{ words: "竣工", scope: "final" }]);
    expect(first?.[1]?.iri).toBe(`${json.municipality.base}indicators/K0001/#target-2026`);
  });

  test("are a cube of their own that holds every constraint, alike in every form of the graph", async () => {
    const { read } = await published();
    const turtle = read("999954_dataset.ttl");
    expect(turtle).toContain("def:targets-structure");
    expect(violations([turtle])).toEqual([]);
    const graph = await canonical(parseTurtle(turtle));
    expect(await canonical(parseNTriples(read("999954_dataset.nt")))).toBe(graph);
    expect(await canonicalJsonLd(JSON.parse(read("999954_dataset.jsonld")))).toBe(graph);
    expect(graph).toContain("indicators/K0001/#target-2026");
    // Words are no number: they stand in the graph, and in no cube, which wants its measure.
    const ofWords = graph.split("\n").filter((line) => /^<[^>]*indicators\/K0003\/#target-2026>/.test(line));
    expect(ofWords.join("\n")).toContain('"竣工"@ja');
    expect(ofWords.join("\n")).not.toMatch(/cube#/);
  });

  test("are no part of a city's graph that has none", async () => {
    const { dataset } = await readCity(join(top, "tests/issues/base/data"));
    expect(dataset?.targets).toEqual([]);
    const out = join(workplace(), "out");
    await publish(join(top, "tests/issues/base/data"), out);
    expect(readFileSync(join(out, "999954_dataset.ttl"), "utf8")).not.toContain("def:targets");
  });
});

describe("docs/ja/year.md", () => {
  const [, section = ""] = readFileSync(join(top, "docs/ja/year.md"), "utf8").split("\n## 目標\n");
  const [example] = docBlocks("ja/year.md").filter(({ language }) => language === "csv");
  const [header = "", row = ""] = example?.code.trimEnd().split("\n") ?? [];
  const table = fixedTables.find(({ file }) => file === "targets.csv");
  const columns = table?.columns.map((column) => column.header);

  test("names every column of targets.csv, in order, with an example of each", () => {
    const told = [...section.split("\n## ")[0]!.matchAll(/^\| `(.+?)` +\|.*\| *(.*?) *\|$/gm)];
    expect(told.map(([, named]) => named)).toEqual(columns);
    expect(header.split(",")).toEqual(columns);
    expect(row).toBe(told.map(([, , example]) => example).join(","));
  });

  test("has an example row that is read without an issue, once its IDs are a city's own", async () => {
    const data = copyOf(join(top, "tests/issues/base/data"));
    const own = row.replace("K9999", "K0001").replace("SR99", "SR01");
    rewrite(join(data, "targets.csv"), () => `${header}\n${own}\n`);
    const { dataset, issues } = await readCity(data);
    expect(issues).toEqual([]);
    expect(dataset?.targets).toHaveLength(1);
  });

  test("has an example that nobody can take for the city's own", async () => {
    const { dataset } = await readCity(atsugi);
    expect(dataset?.indicators.has("K9999")).toBe(false);
    expect(dataset?.sources.has("SR99")).toBe(false);
    expect(dataset?.targets).toEqual([]);
  });
});
