// CSV: the bytes that a kept CSV library writes in the same dialect, and memory that does not grow with the rows.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formats, publishedTables, readCity, tableFile } from "@shihyo/publisher";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { atsugiTables, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();

test.each([
  ["142123", () => atsugiTables],
  [sampleCode, () => sampleCity(join(folder, "data"))],
])("the tables of %s are what csv-stringify writes, every field quoted", async (code, tables) => {
  const { dataset } = await readCity(tables());
  if (!dataset) throw new Error("no dataset");
  const csv = formats.find(({ name }) => name === "csv");
  const files = new Map(
    [...(csv?.files(dataset, new Map()) ?? [])].map(({ path, chunks }) => [
      path,
      [...(chunks as Iterable<string>)].join(""),
    ]),
  );
  expect(files.size).toBe(publishedTables.length);
  for (const table of publishedTables) {
    const records = [table.columns.map(({ name }) => name), ...table.records(dataset)];
    expect(files.get(tableFile(code, table))).toBe(
      `\uFEFF${stringify(records, { quoted: true, quoted_empty: true, record_delimiter: "\r\n" })}`,
    );
  }
});

test("the benchmark runs, and 200,000 rows take less than 200 MB", () => {
  const script = join(import.meta.dirname, "../../benchmarks/csv.mjs");
  const file = join(folder, "bench.csv");
  const out = execFileSync(process.execPath, [script, "--one", "Shihyo, from the dataset", file, "200000"], {
    encoding: "utf8",
  });
  expect(JSON.parse(out).peak).toBeLessThan(200);
  expect(readFileSync(file, "utf8").split("\r\n")).toHaveLength(200_002);
});
