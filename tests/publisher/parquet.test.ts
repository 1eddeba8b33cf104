// The Parquet file: DuckDB finds the same rows in it as in the CSV, with types and column metadata.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetMetadata } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { cityData } from "../support/places.ts";
import { atsugiTables, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
/** Each Parquet file by the table that it holds. */
const ofAll = { indicator_result: "dataset" };
const ofTown = { ...ofAll, evaluation: "evaluation", reference: "reference", cost: "cost" };
const cities = [
  { code: "142123", tables: () => atsugiTables, files: { ...ofAll, activity: "activity" } },
  { code: sampleCode, tables: () => sampleCity(join(folder, "data")), files: ofAll },
  { code: "999946", tables: () => cityData("plans"), files: ofTown },
];

beforeAll(async () => {
  for (const { code, tables } of cities) await publishInto(join(folder, code), tables());
});

async function ask(query: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(query);
  return reader.getRowObjectsJson() as Record<string, unknown>[];
}

describe.each(cities)("the Parquet files of $code", ({ code, files }) => {
  const file = (name: string) => join(folder, code, `${code}_${name}`);

  test.each(Object.entries(files))(
    "hold the rows of %s.csv, in both directions",
    async (table, parquetFile) => {
      const described = JSON.parse(readFileSync(join(folder, code, "datapackage.json"), "utf8"));
      const found = described.resources.find(({ path }: { path: string }) => path === `${code}_${table}.csv`);
      const fields = found.schema.fields as { name: string; type: string }[];
      const types = fields.map(({ name, type }) => {
        const sql = {
          integer: "BIGINT",
          year: "INTEGER",
          number: "DOUBLE",
          boolean: "BOOLEAN",
          date: "DATE",
        };
        return `'${name}': '${sql[type as keyof typeof sql] ?? "VARCHAR"}'`;
      });
      const csv = `SELECT * FROM read_csv('${file(`${table}.csv`)}', header = true, quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = true, columns = {${types.join(", ")}})`;
      const parquet = `SELECT * FROM read_parquet('${file(`${parquetFile}.parquet`)}')`;
      const [counts] = await ask(
        `SELECT (SELECT count(*) FROM (${csv})) AS csv, (SELECT count(*) FROM (${parquet})) AS parquet,
        (SELECT count(*) FROM (${csv} EXCEPT ALL ${parquet})) AS missing,
        (SELECT count(*) FROM (${parquet} EXCEPT ALL ${csv})) AS extra`,
      );
      expect(Number(counts?.csv)).toBeGreaterThan(3);
      expect(counts?.parquet).toBe(counts?.csv);
      expect([Number(counts?.missing), Number(counts?.extra)]).toEqual([0, 0]);
    },
  );

  test("types numbers as numbers and codes as text", async () => {
    const described = await ask(`DESCRIBE SELECT * FROM read_parquet('${file("dataset.parquet")}')`);
    const types = Object.fromEntries(described.map((one) => [one.column_name, one.column_type]));
    expect(types).toMatchObject({
      全国地方公共団体コード: "VARCHAR",
      年度: "INTEGER",
      実績値: "DOUBLE",
      出典_頁: "BIGINT",
      URI: "VARCHAR",
    });
    const codes = await ask(
      `SELECT DISTINCT 全国地方公共団体コード AS code FROM read_parquet('${file("dataset.parquet")}')`,
    );
    expect(codes).toEqual([{ code }]);
  });

  test("says in its footer what each column means, and whose the data are", () => {
    const bytes = readFileSync(file("dataset.parquet"));
    const { key_value_metadata: pairs = [], created_by } = parquetMetadata(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
    const found = Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? ""]));
    expect(created_by).toBe("shihyo");
    expect(found.licence).toBe("https://creativecommons.org/licenses/by/4.0/");
    expect(JSON.parse(found.columns ?? "")).toContainEqual({
      name: "実績値",
      title: { ja: "実績値", en: "Value" },
      type: "decimal",
    });
  });
});
