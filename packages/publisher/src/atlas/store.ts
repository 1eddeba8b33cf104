// The store of an atlas: Parquet in Hive partitions by code and year, written by DuckDB, read by any engine of that kind.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Engine, quoted } from "./duckdb.ts";

/** What is taken of a city's table of results: the column of the store, and the header it comes from. */
const observationColumns: readonly (readonly [name: string, header: string, type?: string])[] = [
  ["indicator", "指標ID"],
  ["label", "表示名"],
  ["period_kind", "期間区分"],
  ["aggregation", "集計区分"],
  ["interval", "対象期間"],
  ["breakdown", "内訳"],
  ["value", "実績値", "DOUBLE"],
  ["printed", "実績値"],
  ["words", "進捗状況"],
  ["unit", "単位"],
  ["status", "値の状態"],
  ["reason", "値なしの理由"],
  ["comparable", "比較可否"],
  ["not_comparable_reason", "比較不可の理由"],
  ["reading", "読取状況"],
  ["note", "備考"],
  ["source", "出典"],
  ["page", "出典_頁", "INTEGER"],
  ["uri", "URI"],
];
const indicatorColumns: readonly (readonly [name: string, header: string])[] = [
  ["indicator", "ID"],
  ["name", "名称"],
  ["label", "表示名"],
  ["label_en", "表示名_英語"],
  ["kana", "名称_よみ"],
  ["kind", "指標区分"],
  ["unit", "単位"],
  ["period_kind", "期間区分"],
  ["aggregation", "集計区分"],
  ["direction", "望ましい方向"],
  ["direction_basis", "望ましい方向_根拠"],
  ["reading", "読取状況"],
  ["definition", "定義"],
  ["common", "共通指標"],
  ["common_match", "共通指標_一致"],
  ["uri", "URI"],
];
const codeHeader = "全国地方公共団体コード";
const yearHeader = "年度";

/** A city whose tables lie in its copy, to be written anew. */
export interface Changed {
  readonly code: string;
  readonly results: CopiedTable;
  readonly indicators: CopiedTable;
}

/** A city's table on this disk, whose header and rows were looked at. */
export interface CopiedTable {
  readonly file: string;
  readonly header: readonly string[];
}

/** Cities whose tables have the same headers are read in one go, without any guessing at types or signs. */
export function alike(cities: readonly Changed[]): Changed[][] {
  const groups = new Map<string, Changed[]>();
  for (const city of cities) {
    const key = JSON.stringify([city.results.header, city.indicators.header]);
    groups.set(key, [...(groups.get(key) ?? []), city]);
  }
  return [...groups.values()];
}

const csv = (tables: readonly CopiedTable[]) => {
  const columns = (tables[0]?.header ?? []).map((name) => `${quoted(name)}: 'VARCHAR'`).join(", ");
  const files = tables.map(({ file }) => quoted(file)).join(", ");
  return `read_csv([${files}], columns = {${columns}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', max_line_size = 4000000)`;
};

/** A column that the table has, else nothing in its place. */
const taken = (header: readonly string[], name: string, from: string, type?: string): string => {
  if (!header.includes(from)) return `NULL::${type ?? "VARCHAR"} AS ${name}`;
  const cell = `NULLIF("${from}", '')`;
  return type === undefined ? `${cell} AS ${name}` : `TRY_CAST(${cell} AS ${type}) AS ${name}`;
};

/** Writes `observations/code=…/year=…` and `indicators/code=…` of cities with the same headers into an empty folder. */
export async function writePartitions(
  engine: Engine,
  cities: readonly Changed[],
  folder: string,
): Promise<void> {
  const [first] = cities;
  if (!first) return;
  const values = observationColumns.map(([name, header, type]) =>
    taken(first.results.header, name, header, type),
  );
  await engine.run(
    `COPY (SELECT ${values.join(", ")}, "${codeHeader}" AS code, CAST("${yearHeader}" AS INTEGER) AS year FROM ${csv(cities.map(({ results }) => results))} ORDER BY code, year, indicator, breakdown) TO ${quoted(join(folder, "observations"))} (FORMAT parquet, PARTITION_BY (code, year), COMPRESSION zstd)`,
  );
  const named = indicatorColumns.map(([name, header]) => taken(first.indicators.header, name, header));
  await engine.run(
    `COPY (SELECT ${named.join(", ")}, "${codeHeader}" AS code FROM ${csv(cities.map(({ indicators }) => indicators))} ORDER BY code, indicator) TO ${quoted(join(folder, "indicators"))} (FORMAT parquet, PARTITION_BY (code), COMPRESSION zstd)`,
  );
}

/** Alignments that the keeper of the atlas adds: 全国地方公共団体コード, 指標ID, 共通指標, 一致. */
const alignmentsFile = "alignments.csv";

/** What a query may name: cities, indicators, observations. */
export async function openStore(engine: Engine, atlas: string): Promise<void> {
  const parquet = (folder: string, depth: string) =>
    `read_parquet(${quoted(join(atlas, folder, depth))}, hive_partitioning = true, hive_types = {'code': VARCHAR${folder === "observations" ? ", 'year': INTEGER" : ""}})`;
  await engine.run(`CREATE VIEW cities AS FROM read_parquet(${quoted(join(atlas, "cities.parquet"))})`);
  const stated = parquet("indicators", "code=*/*.parquet");
  const added = join(atlas, alignmentsFile);
  // What the city says of itself counts; where it says nothing, what the atlas's keeper says, marked as that.
  await engine.run(
    existsSync(added)
      ? `CREATE VIEW indicators AS SELECT i.* REPLACE (coalesce(i.common, a.common) AS common, CASE WHEN i.common IS NULL THEN a.match ELSE i.common_match END AS common_match), CASE WHEN i.common IS NOT NULL THEN 'city' WHEN a.common IS NOT NULL THEN 'atlas' END AS aligned_by FROM ${stated} i LEFT JOIN (SELECT "全国地方公共団体コード" AS code, "指標ID" AS indicator, "共通指標" AS common, "一致" AS match FROM read_csv(${quoted(added)}, all_varchar = true, header = true)) a USING (code, indicator)`
      : `CREATE VIEW indicators AS SELECT *, CASE WHEN common IS NOT NULL THEN 'city' END AS aligned_by FROM ${stated}`,
  );
  await engine.run(`CREATE VIEW observations AS FROM ${parquet("observations", "code=*/year=*/*.parquet")}`);
}

/** The same tables for engines that take a definition: Spark, Trino, Athena. */
export const tableDefinition = `CREATE TABLE observations (
${observationColumns.map(([name, , type]) => `  ${name} ${type === "DOUBLE" ? "DOUBLE" : type === "INTEGER" ? "INT" : "STRING"}`).join(",\n")},
  code STRING,
  year INT
) USING parquet PARTITIONED BY (code, year) LOCATION '<atlas>/observations';
-- Spark: MSCK REPAIR TABLE observations; once after each update
`;
