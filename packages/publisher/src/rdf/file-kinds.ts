// The kinds of data file that a catalogue lists, by name: what each is, in what format, to what it conforms.

import type { Municipality, Text } from "@shihyo/core";
import { tableFile } from "../tables/published-table.ts";
import { publishedTables } from "../tables/published-tables.ts";

export interface FileKind {
  /** The distribution's own name: `catalog/#csv-observation`. */
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** IANA's name of the media type. */
  readonly mediaType: string;
  /** The European Union's file-type authority's name; absent where it has none that we know of. */
  readonly fileType?: string;
  /** For people: CSV, Turtle. */
  readonly label: string;
  /** The standards that it conforms to, by address; a path stands below the base. */
  readonly conformsTo: readonly string[];
  /** Media type of the package that its content is in. */
  readonly packageFormat?: string;
}

const csvStandards = ["https://www.rfc-editor.org/rfc/rfc4180", "https://www.w3.org/TR/tabular-data-model/"];
const cubeStandards = ["https://www.w3.org/TR/vocab-data-cube/", "http://www.w3.org/2004/02/skos/core"];

/** What the standards are called. */
export const standardTitles: Readonly<Record<string, string>> = {
  "https://www.rfc-editor.org/rfc/rfc4180": "RFC 4180: Common Format and MIME Type for CSV Files",
  "https://www.w3.org/TR/tabular-data-model/": "Model for Tabular Data and Metadata on the Web (CSVW)",
  "https://www.w3.org/TR/vocab-data-cube/": "The RDF Data Cube Vocabulary",
  "http://www.w3.org/2004/02/skos/core": "SKOS Simple Knowledge Organization System",
  "https://specs.frictionlessdata.io/": "Frictionless Data Package",
  "https://datapackage.org/standard/data-package/": "Data Package v2",
};

const text = (ja: string, en: string): Text => ({ ja, en });

/** The file's kind; `undefined` for what is no data file of its own. */
export function fileKind({ code }: Municipality, path: string): FileKind | undefined {
  const table = publishedTables.find((one) => tableFile(code, one) === path);
  if (table) {
    return {
      id: `csv-${table.name.replaceAll("_", "-")}`,
      title: suffixed(table.title, "CSV"),
      description: table.description,
      mediaType: "text/csv",
      fileType: "CSV",
      label: "CSV",
      conformsTo: csvStandards,
    };
  }
  if (!path.startsWith(`${code}_`)) return path === "datapackage.json" ? dataPackage : undefined;
  const known = kinds[path.slice(code.length + 1)];
  return known;
}

function suffixed({ ja, en }: Text, format: string): Text {
  return en === undefined
    ? { ja: `${ja}（${format}）` }
    : { ja: `${ja}（${format}）`, en: `${en} (${format})` };
}

const dataPackage: FileKind = {
  id: "datapackage",
  title: text("データパッケージの記述（JSON）", "Data Package descriptor (JSON)"),
  description: text(
    "表の列と型を、Data Packageの形で記述したもの。",
    "The tables' columns and types as a Data Package describes them.",
  ),
  mediaType: "application/json",
  fileType: "JSON",
  label: "JSON",
  conformsTo: ["https://datapackage.org/standard/data-package/"],
};

/** By what follows the municipality's code in the name. */
const kinds: Readonly<Record<string, FileKind>> = {
  "open_data_list_rows.csv": {
    id: "csv-open-data-list-rows",
    title: text("オープンデータ一覧に加える行（CSV）", "Rows for the open data list (CSV)"),
    description: text(
      "市のオープンデータ一覧に加えるための行。",
      "Rows to be merged into the municipality's own open data list.",
    ),
    mediaType: "text/csv",
    fileType: "CSV",
    label: "CSV",
    conformsTo: csvStandards.slice(0, 1),
  },
  "dataset.xlsx": {
    id: "xlsx",
    title: text("すべての表（Excel）", "All tables (Excel)"),
    description: text("表ごとに1シートのExcelブック。", "A workbook with a sheet for each table."),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fileType: "XLSX",
    label: "XLSX",
    conformsTo: [],
  },
  "dataset.parquet": {
    id: "parquet",
    title: text("指標実績値（Parquet）", "Indicator results (Parquet)"),
    description: text("型の付いた実績値の表。", "The tidy table with types."),
    mediaType: "application/vnd.apache.parquet",
    label: "Parquet",
    conformsTo: [],
  },
  "activity.parquet": {
    id: "parquet-activity",
    title: text("活動実績（Parquet）", "Activities (Parquet)"),
    description: text("型の付いた活動実績の表。", "The table of activities with types."),
    mediaType: "application/vnd.apache.parquet",
    label: "Parquet",
    conformsTo: [],
  },
  "dataset.json": {
    id: "json",
    title: text("すべてのデータ（JSON）", "All data (JSON)"),
    description: text(
      "表と、カードに出る言葉のすべて。形はJSON Schemaで示す。",
      "The tables and everything that a card says; a JSON Schema gives the shape.",
    ),
    mediaType: "application/json",
    fileType: "JSON",
    label: "JSON",
    conformsTo: ["schema/dataset.schema.json"],
  },
  "dataset.ttl": {
    id: "turtle",
    title: text("グラフ（Turtle）", "The graph (Turtle)"),
    description: text(
      "RDFデータキューブとSKOSによるグラフ全体。",
      "The whole graph, as data cubes and SKOS.",
    ),
    mediaType: "text/turtle",
    fileType: "RDF_TURTLE",
    label: "Turtle",
    conformsTo: cubeStandards,
  },
  "dataset.nt": {
    id: "n-triples",
    title: text("グラフ（N-Triples）", "The graph (N-Triples)"),
    description: text("同じグラフを1行に1つの三つ組で。", "The same graph, a triple a line."),
    mediaType: "application/n-triples",
    fileType: "RDF_N_TRIPLES",
    label: "N-Triples",
    conformsTo: cubeStandards,
  },
  "dataset.jsonld": {
    id: "json-ld",
    title: text("グラフ（JSON-LD）", "The graph (JSON-LD)"),
    description: text("同じグラフをJSON-LDで。", "The same graph as JSON-LD."),
    mediaType: "application/ld+json",
    fileType: "JSON_LD",
    label: "JSON-LD",
    conformsTo: cubeStandards,
  },
  "dataset.zip": {
    id: "zip",
    title: text("すべてのファイル（ZIP）", "All files (ZIP)"),
    description: text("説明書とともに1つにまとめたもの。", "All of it in one, with a README."),
    mediaType: "application/zip",
    fileType: "ZIP",
    label: "ZIP",
    conformsTo: [],
    packageFormat: "application/zip",
  },
};
