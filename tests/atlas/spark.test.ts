// The same questions of the same files in two engines: DuckDB and, where it is installed, Spark.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { engine } from "../../packages/publisher/src/atlas/duckdb.ts";
import { openStore } from "../../packages/publisher/src/atlas/store.ts";
import { top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { shihyo } from "../support/shihyo.ts";
import { questions } from "./questions.ts";

const python = process.env.SHIHYO_TEST_SPARK;
const folder = scratch();
const atlas = join(folder, "atlas");
type Row = Record<string, unknown>;
const answers = new Map<string, Row[]>();

beforeAll(async () => {
  const cities = ["official", "parts", "words"].map((name) => join(folder, name));
  for (const city of cities)
    await publishInto(city, join(top, "tests/cities", city.slice(folder.length + 1), "data"));
  mkdirSync(atlas);
  for (const args of [
    ["atlas", "add", ...cities],
    ["atlas", "update"],
  ])
    expect((await shihyo([...args, "--atlas", atlas])).status).toBe(0);
  const db = await engine();
  await openStore(db, atlas);
  for (const [name, sql] of Object.entries(questions)) answers.set(name, await db.rows(sql));
  db.close();
}, 120_000);

test("DuckDB answers every question with something", () => {
  expect(answers.size).toBe(10);
  for (const [name, rows] of answers)
    if (!name.includes("common")) expect(rows.length, name).toBeGreaterThan(0);
});

test("the printed definition names every column that the files have, partitions last", async () => {
  const { stdout } = await shihyo(["atlas", "query", "--definition", "--atlas", atlas]);
  const db = await engine();
  await openStore(db, atlas);
  for (const table of ["observations", "indicators", "cities"]) {
    const columns = (await db.rows(`DESCRIBE ${table}`)).map((row) => String(row.column_name));
    const [, own = ""] = new RegExp(`CREATE TABLE ${table} \\(([^]*?)\\) USING parquet`).exec(stdout) ?? [];
    const printed = [...own.matchAll(/^ {2}(\w+) /gm)].map(([, name = ""]) => name);
    expect(printed.toSorted(), table).toEqual(columns.filter((name) => name !== "aligned_by").toSorted());
  }
  db.close();
});

describe.skipIf(!python)("Spark in local mode", () => {
  test("gives the same answers as DuckDB, from the definition that is printed", {
    timeout: 300_000,
  }, async () => {
    const { stdout } = await shihyo(["atlas", "query", "--definition", "--atlas", atlas]);
    const definition = [
      ...stdout.matchAll(/^(?:CREATE TABLE \w+ \([\s\S]*?\) USING parquet[^;]*|MSCK REPAIR TABLE \w+);/gm),
    ].map(([statement]) => statement.slice(0, -1));
    expect(definition).toHaveLength(5);
    const script = join(top, "tests/atlas/ask_spark.py");
    const asked = { definition, questions, warehouse: join(folder, "warehouse") };
    writeFileSync(join(folder, "asked.json"), JSON.stringify(asked));
    const found = spawnSync(python ?? "", [script], {
      input: JSON.stringify(asked),
      encoding: "utf8",
      cwd: folder,
      maxBuffer: 1 << 28,
      env: { ...process.env, PYSPARK_PYTHON: python },
    });
    expect(found.status, found.stderr).toBe(0);
    const { version, answers: others } = JSON.parse(found.stdout.trim().split("\n").at(-1) ?? "") as {
      version: string;
      answers: Record<string, Row[]>;
    };
    console.log(`Spark ${version}: ${Object.keys(others).length} questions`);
    for (const [name, rows] of answers) expect(others[name], name).toEqual(rows);
  });
});
