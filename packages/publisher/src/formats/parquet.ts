// Parquet: the tidy tables with their types, and what each column means as metadata.

import { type Dataset, textIn } from "@shihyo/core";
import type { ParquetWriteOptions } from "hyparquet-writer";
import type { Format } from "./format.ts";
import type { ColumnType, PublishedColumn, PublishedTable } from "./tables/published-table.ts";
import { publishedTablesOf } from "./tables/published-tables.ts";

/** The tables that have a Parquet file, and its name: those for people, and all observations in codes. */
const tidyTables: Readonly<Record<string, string>> = {
  indicator_result: "dataset",
  observation: "observation",
  activity: "activity",
  evaluation: "evaluation",
  reference: "reference",
  cost: "cost",
};

/** So many rows are in memory at a time. */
const rowGroup = 50_000;

export const parquetFormat: Format = {
  name: "parquet",
  *files(dataset) {
    for (const table of publishedTablesOf(dataset)) {
      const name = tidyTables[table.name];
      if (name === undefined) continue;
      yield { path: `${dataset.municipality.code}_${name}.parquet`, chunks: parquet(table, dataset) };
    }
  },
};

type SchemaElement = NonNullable<ParquetWriteOptions["schema"]>[number];

type Cell = string | number | bigint | boolean | Date | null;

async function* parquet(table: PublishedTable, dataset: Dataset): AsyncIterable<Uint8Array> {
  // Loaded only where Parquet is written: commands that write none start sooner.
  const { ByteWriter, parquetWriteRows } = await import("hyparquet-writer");
  const writer = new ByteWriter();
  parquetWriteRows({
    writer,
    columns: table.columns.map(({ name }) => ({ name })),
    schema: [
      { name: "root", num_children: table.columns.length },
      ...table.columns.map(
        ({ name, type, required }): SchemaElement => ({
          name,
          ...parquetTypes[type].element,
          repetition_type: required ? "REQUIRED" : "OPTIONAL",
        }),
      ),
    ],
    rows: rowsOf(table, dataset),
    rowGroupSize: rowGroup,
    kvMetadata: metadata(table, dataset),
    createdBy: "shihyo",
  });
  yield writer.getBytes();
}

function* rowsOf(table: PublishedTable, dataset: Dataset): Iterable<Record<string, Cell>> {
  const columns = table.columns.map(({ name, type }) => ({ name, read: parquetTypes[type].read }));
  for (const record of table.records(dataset)) {
    const row: Record<string, Cell> = {};
    columns.forEach(({ name, read }, index) => {
      const cell = record[index] ?? "";
      row[name] = cell === "" ? null : read(cell);
    });
    yield row;
  }
}

interface ParquetType {
  readonly element: Omit<SchemaElement, "name">;
  read(cell: string): Cell;
}

const text: ParquetType = { element: { type: "BYTE_ARRAY", converted_type: "UTF8" }, read: (cell) => cell };

/** Decimals are doubles, the type that every reader counts with; the printed decimals stand in the CSV. */
const parquetTypes: Readonly<Record<ColumnType, ParquetType>> = {
  string: text,
  anyURI: text,
  date: {
    element: { type: "INT32", converted_type: "DATE" },
    read: (cell) => new Date(`${cell}T00:00:00Z`),
  },
  integer: { element: { type: "INT64" }, read: BigInt },
  gYear: { element: { type: "INT32" }, read: Number },
  decimal: { element: { type: "DOUBLE" }, read: Number },
  boolean: { element: { type: "BOOLEAN" }, read: (cell) => cell === "true" },
};

/** Key and value, as Parquet has them in its footer; `columns` tells of each column in ja and en. */
function metadata(
  table: PublishedTable,
  { municipality, releases }: Dataset,
): { key: string; value: string }[] {
  const columns = table.columns.map(({ name, title, description, type }: PublishedColumn) => ({
    name,
    title,
    ...(description ? { description } : {}),
    type,
  }));
  return [
    { key: "title", value: `${textIn(municipality.title, "ja")}：${table.title.ja}` },
    { key: "description", value: table.description.ja },
    { key: "source", value: municipality.attribution.ja },
    { key: "publisher", value: municipality.publisher.name.ja },
    { key: "licence", value: municipality.licence.iri },
    { key: "version", value: releases.at(-1)?.version ?? "" },
    { key: "primaryKey", value: JSON.stringify(table.primaryKey) },
    { key: "columns", value: JSON.stringify(columns) },
  ];
}
