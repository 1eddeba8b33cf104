// The store of an atlas: Parquet in Hive partitions by code and year, written by DuckDB, read by any engine of that kind.

import { join } from "node:path";
import { readIfThere } from "../disk/read-file.ts";
import { decodeText } from "../formats/read/decode.ts";
import { readSheet } from "../formats/read/sheet.ts";
import { Refusal } from "../refusal.ts";
import { type Engine, sqlText } from "./duckdb.ts";

/** What is taken of a city's table of results: the column of the store, and the header it comes from. */
const observationColumns: readonly (readonly [name: string, header: string, type?: "DOUBLE" | "INTEGER"])[] =
  [
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

/** Partitions are small: what looks for a value reads them whole, and the first level of compression does as well. */
const parquetForm = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, WRITE_BLOOM_FILTER false";

/** Cities whose tables have the same headers are read in one go, without any guessing at types or signs: what they share. */
export function shapeOf({ results, indicators }: Changed): string {
  return JSON.stringify([results.header, indicators.header]);
}

const csv = (tables: readonly CopiedTable[]) => {
  const columns = (tables[0]?.header ?? []).map((name) => `${sqlText(name)}: 'VARCHAR'`).join(", ");
  const files = tables.map(({ file }) => sqlText(file)).join(", ");
  return `read_csv([${files}], columns = {${columns}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', max_line_size = 4000000)`;
};

/** Each year is a folder of its own: what is none would make as many as there are rows. */
const sqlYear = `CASE WHEN CAST("${yearHeader}" AS INTEGER) BETWEEN 1868 AND 2200 THEN CAST("${yearHeader}" AS INTEGER) ELSE error('no year') END`;

/** The headers that each table has to have, the code of the body first. */
const neededHeaders: Readonly<Record<"results" | "indicators", readonly string[]>> = {
  results: [yearHeader, "指標ID", "内訳", "実績値"],
  indicators: ["ID", "表示名"],
};

export function isPublishedHeader(name: "results" | "indicators", header: readonly string[]): boolean {
  return (
    header[0] === codeHeader &&
    new Set(header).size === header.length &&
    neededHeaders[name].every((one) => header.includes(one))
  );
}

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
    `COPY (SELECT ${values.join(", ")}, "${codeHeader}" AS code, ${sqlYear} AS year FROM ${csv(cities.map(({ results }) => results))} ORDER BY code, year, indicator, breakdown) TO ${sqlText(join(folder, "observations"))} (${parquetForm}, PARTITION_BY (code, year))`,
  );
  const named = indicatorColumns.map(([name, header]) => taken(first.indicators.header, name, header));
  await engine.run(
    `COPY (SELECT ${named.join(", ")}, "${codeHeader}" AS code FROM ${csv(cities.map(({ indicators }) => indicators))} ORDER BY code, indicator) TO ${sqlText(join(folder, "indicators"))} (${parquetForm}, PARTITION_BY (code))`,
  );
}

/** Alignments that the keeper of the atlas adds. */
const alignmentsFile = "alignments.csv";
const alignmentHeaders = ["全国地方公共団体コード", "指標ID", "共通指標", "一致"] as const;

async function addedAlignments(atlas: string): Promise<string[][]> {
  const path = join(atlas, alignmentsFile);
  const bytes = await readIfThere(path);
  if (bytes === undefined) return [];
  const sheet = readSheet(alignmentsFile, decodeText(bytes) ?? "");
  if (!("header" in sheet) || alignmentHeaders.some((name) => !sheet.header.includes(name))) {
    throw new Refusal({
      ja: `${path} が表として読めません。列は ${alignmentHeaders.join("、")} です。`,
      en: `${path} cannot be read as a table. Its columns are ${alignmentHeaders.join(", ")}.`,
    });
  }
  const places = alignmentHeaders.map((name) => sheet.header.indexOf(name));
  return sheet.rows
    .map(({ cells }) => places.map((at) => (cells[at] ?? "").trim()))
    .filter((row) => row.every((cell) => cell !== ""));
}

/** A folder's own name in a pattern: its stars and brackets are letters. */
const literal = (path: string): string => path.replace(/[*?[]/g, "[$&]");

/** Observations of these cities alone, each of which has some: no other city's folders are listed for them. */
export function observationsOf(atlas: string, codes: readonly string[]): string {
  const files = codes.map((code) =>
    sqlText(join(literal(atlas), "observations", `code=${code}`, "year=*", "*.parquet")),
  );
  return `read_parquet([${files.join(", ")}], hive_partitioning = true, hive_types = {'code': VARCHAR, 'year': INTEGER})`;
}

/** What a query may name: cities, indicators, observations. */
export async function openStore(engine: Engine, atlas: string): Promise<void> {
  const parquet = (folder: string, depth: string) =>
    `read_parquet(${sqlText(join(literal(atlas), folder, depth))}, hive_partitioning = true, hive_types = {'code': VARCHAR${folder === "observations" ? ", 'year': INTEGER" : ""}})`;
  await engine.run(
    `CREATE VIEW cities AS FROM read_parquet(${sqlText(join(literal(atlas), "cities", "*.parquet"))})`,
  );
  const stated = parquet("indicators", "code=*/*.parquet");
  const added = await addedAlignments(atlas);
  // What the city says of itself counts; where it says nothing, what the atlas's keeper says, marked as that.
  await engine.run(
    added.length > 0
      ? `CREATE VIEW indicators AS SELECT i.* REPLACE (coalesce(i.common, a.common) AS common, CASE WHEN i.common IS NULL THEN a.match ELSE i.common_match END AS common_match), CASE WHEN i.common IS NOT NULL THEN 'city' WHEN a.common IS NOT NULL THEN 'atlas' END AS aligned_by FROM ${stated} i LEFT JOIN (VALUES ${added.map((row) => `(${row.map(sqlText).join(", ")})`).join(", ")}) a(code, indicator, common, match) USING (code, indicator)`
      : `CREATE VIEW indicators AS SELECT *, CASE WHEN common IS NOT NULL THEN 'city' END AS aligned_by FROM ${stated}`,
  );
  await engine.run(`CREATE VIEW observations AS FROM ${parquet("observations", "code=*/year=*/*.parquet")}`);
}

/** What is kept of each city. */
export const cityColumns = {
  code: "VARCHAR",
  name: "VARCHAR",
  name_en: "VARCHAR",
  title: "VARCHAR",
  version: "VARCHAR",
  licence: "VARCHAR",
  publisher: "VARCHAR",
  attribution: "VARCHAR",
  official: "BOOLEAN",
  base: "VARCHAR",
  address: "VARCHAR",
  state: "VARCHAR",
  rows: "INTEGER",
  indicators: "INTEGER",
  stars: "INTEGER",
} as const;

interface Dialect {
  readonly types: Readonly<Record<"VARCHAR" | "DOUBLE" | "INTEGER" | "BOOLEAN", string>>;
  table(name: string, columns: string, partitions: readonly string[], place: string): string;
}

const spark: Dialect = {
  types: { VARCHAR: "STRING", DOUBLE: "DOUBLE", INTEGER: "INT", BOOLEAN: "BOOLEAN" },
  table: (name, columns, partitions, place) =>
    `CREATE TABLE ${name} (\n${columns}\n) USING parquet${partitions.length > 0 ? ` PARTITIONED BY (${partitions.join(", ")})` : ""} LOCATION '${place.replaceAll("'", "\\'")}';\n${partitions.length > 0 ? `MSCK REPAIR TABLE ${name};\n` : ""}`,
};

const trino: Dialect = {
  types: { VARCHAR: "varchar", DOUBLE: "double", INTEGER: "integer", BOOLEAN: "boolean" },
  table: (name, columns, partitions, place) =>
    `-- create table hive.atlas.${name} (\n${columns.replace(/^/gm, "-- ")}\n-- ) with (format = 'PARQUET', external_location = '${place}', partitioned_by = array[${partitions.map((one) => `'${one}'`).join(", ")}]);\n-- call hive.system.sync_partition_metadata('atlas', '${name}', 'FULL');\n`,
};

/** The same tables for engines that take a definition; partitions come last, and codes stay texts (011002). */
export function tableDefinition(atlas: string): string {
  const partitions = { code: "VARCHAR", year: "INTEGER" } as const;
  const observations = [
    ...observationColumns.map(([name, , type = "VARCHAR"]) => [name, type] as const),
    ...Object.entries(partitions),
  ];
  const indicators = [
    ...indicatorColumns.map(([name]) => [name, "VARCHAR"] as const),
    ["code", partitions.code] as const,
  ];
  const of = (
    dialect: Dialect,
    name: string,
    columns: readonly (readonly [string, string])[],
    by: string[],
  ) =>
    dialect.table(
      name,
      columns
        .map(([column, type]) => `  ${column} ${dialect.types[type as keyof Dialect["types"]]}`)
        .join(",\n"),
      by,
      `${atlas}/${name}`,
    );
  return `-- Spark; MSCK REPAIR TABLE again after each update
${of(spark, "observations", observations, ["code", "year"])}${of(spark, "indicators", indicators, ["code"])}${of(spark, "cities", Object.entries(cityColumns), [])}
-- Trino (and, with their own words for a place, Athena and BigQuery: an external table over Hive partitions)
${of(trino, "observations", observations, ["code", "year"])}${of(trino, "indicators", indicators, ["code"])}`;
}
