// The data files of a release, in one order with their titles: what the ZIP holds and what metadata lists.

import { byCodeUnit, type Dataset, type Text } from "@shihyo/core";
import { type PublishedTable, tableFile } from "../tables/published-table.ts";
import { publishedTables } from "../tables/published-tables.ts";
import type { WrittenFile, WrittenFiles } from "./format.ts";

export interface DataFile extends WrittenFile {
  readonly path: string;
  readonly title: Text;
  readonly description: Text;
  /** The ending, which is also what catalogues call the format: `csv`. */
  readonly format: string;
  /** As registered with IANA. */
  readonly mediaType: string;
  /** Where the file is one of our tables. */
  readonly table?: PublishedTable;
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  json: "application/json",
  ttl: "text/turtle",
  nt: "application/n-triples",
  jsonld: "application/ld+json",
  zip: "application/zip",
};

/** By what follows the code in the file's name. */
const known: Readonly<Record<string, { readonly title: Text; readonly description: Text }>> = {
  "dataset.xlsx": {
    title: { ja: "すべての表（Excel）", en: "All tables (Excel)" },
    description: {
      ja: "表ごとに1シートのExcelブック。最初のシートが説明。",
      en: "A workbook with a sheet for each table; the first one explains.",
    },
  },
  "dataset.parquet": {
    title: { ja: "指標実績値（Parquet）", en: "Indicator results (Parquet)" },
    description: {
      ja: "指標実績値の表を、型とともにApache Parquetで表したもの。",
      en: "The table of results with its types, as Apache Parquet.",
    },
  },
  "activity.parquet": {
    title: { ja: "活動実績（Parquet）", en: "Activities (Parquet)" },
    description: {
      ja: "活動実績の表を、型とともにApache Parquetで表したもの。",
      en: "The table of activities with its types, as Apache Parquet.",
    },
  },
  "dataset.json": {
    title: { ja: "すべてのデータ（JSON）", en: "All data (JSON)" },
    description: {
      ja: "表と、カードに出る言葉のすべて。",
      en: "The tables, and every word that a card shows.",
    },
  },
  "dataset.ttl": {
    title: { ja: "すべてのデータ（Turtle）", en: "All data (Turtle)" },
    description: { ja: "リンクトデータのグラフ。", en: "The graph of linked data." },
  },
  "dataset.nt": {
    title: { ja: "すべてのデータ（N-Triples）", en: "All data (N-Triples)" },
    description: { ja: "同じグラフを1行1トリプルで表したもの。", en: "The same graph, one triple a line." },
  },
  "dataset.jsonld": {
    title: { ja: "すべてのデータ（JSON-LD）", en: "All data (JSON-LD)" },
    description: { ja: "同じグラフをJSON-LDで表したもの。", en: "The same graph as JSON-LD." },
  },
  "dataset.zip": {
    title: { ja: "一括ダウンロード（ZIP）", en: "Everything (ZIP)" },
    description: {
      ja: "すべてのデータファイルと説明を1つにまとめたもの。",
      en: "All data files in one, with a description.",
    },
  },
};

/** A municipality's own data files among those that were written: tables first, then the forms of the whole. */
export function dataFiles(dataset: Dataset, written: WrittenFiles): DataFile[] {
  const { code } = dataset.municipality;
  const tables = new Map(publishedTables.map((table) => [tableFile(code, table), table]));
  const places = new Map(
    [...tables.keys(), ...Object.keys(known).map((name) => `${code}_${name}`)].map((path, at) => [path, at]),
  );
  const place = (path: string) => places.get(path) ?? places.size;
  return [...written.keys()]
    .filter((path) => path.startsWith(`${code}_`) && ending(path) in mediaTypes)
    .filter((path) => !path.endsWith(listFileEnding) && !path.endsWith("-metadata.json"))
    .sort((a, b) => place(a) - place(b) || byCodeUnit(a, b))
    .flatMap((path) => {
      const file = written.get(path);
      if (!file) return [];
      const format = ending(path);
      const table = tables.get(path);
      const name = path.slice(code.length + 1);
      const { title, description } = table ??
        known[name] ?? { title: { ja: name }, description: { ja: name } };
      const mediaType = mediaTypes[format] ?? "";
      return [{ path, ...file, title, description, format, mediaType, ...(table ? { table } : {}) }];
    });
}

/** The rows for the city's own list of open data: about the data files, and none of them. */
export const listFileEnding = "_open_data_list_rows.csv";

function ending(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
