// The files that a release has for people to take, each described once: who writes it, titles, type, standards, who needs it, whether it goes up to a portal.

import type { Municipality, Text } from "@shihyo/core";
import { csvFormat } from "./csv.ts";
import { cubeLinkFormat } from "./cube-link.ts";
import type { Format } from "./format.ts";
import { jsonFormat } from "./json.ts";
import { jsonStatFormat } from "./json-stat.ts";
import { parquetFormat } from "./parquet.ts";
import { type Cube, cubeLinkFile, numbersCube, statesCube } from "./rdf/cubes.ts";
import { rdfFormat } from "./rdf.ts";
import { sdmxFormat } from "./sdmx.ts";
import { type Offer, onPortals, onThePage, type PublishedTable } from "./tables/published-table.ts";
import { possibleTables } from "./tables/published-tables.ts";
import { workbookFormat } from "./workbook.ts";

/** A file that is offered on the download page. */
export interface OfferedFile {
  /** The path after `<code>_`, or the whole path with a `/` before it. */
  readonly file: string;
  /** For people: CSV, Turtle. */
  readonly label: string;
  readonly offered: Offer;
}

export interface DataFileKind extends OfferedFile {
  /** The format that writes it; absent for what is made of files that were written before it. */
  readonly writtenBy?: Format;
  /** The distribution's own name: `catalog/#csv-observation`. */
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** As registered with IANA. */
  readonly mediaType: string;
  /** The name in the European Union's authority table of file types, on which DCAT-AP's formats stand. */
  readonly fileType: string;
  /** The standards that it conforms to, by address; a path stands below the base. */
  readonly conformsTo: readonly string[];
  /** Media type of the package that its content is in. */
  readonly packageFormat?: string;
  /** Where the file is one of our tables. */
  readonly table?: PublishedTable;
}

const csvStandards = ["https://www.rfc-editor.org/rfc/rfc4180", "https://www.w3.org/TR/tabular-data-model/"];
/** What the dataset as a whole conforms to. */
export const cubeStandard = "https://www.w3.org/TR/vocab-data-cube/";
const cubeStandards = [cubeStandard, "http://www.w3.org/2004/02/skos/core"];

/** What the standards are called. */
export const standardTitles: Readonly<Record<string, string>> = {
  "https://www.rfc-editor.org/rfc/rfc4180": "RFC 4180: Common Format and MIME Type for CSV Files",
  "https://www.w3.org/TR/tabular-data-model/": "Model for Tabular Data and Metadata on the Web (CSVW)",
  "https://www.w3.org/TR/vocab-data-cube/": "The RDF Data Cube Vocabulary",
  "http://www.w3.org/2004/02/skos/core": "SKOS Simple Knowledge Organization System",
  "https://github.com/sdmx-twg/sdmx-csv": "SDMX-CSV 2.0",
  "https://github.com/sdmx-twg/sdmx-json": "SDMX-JSON 2.0",
  "https://github.com/sdmx-twg/sdmx-ml": "SDMX-ML 3.0",
  "https://json-stat.org/full/": "JSON-stat 2.0",
  "schema/dataset.schema.json": "Shihyo dataset (JSON Schema 2020-12)",
  "https://cube.link/": "RDF Cube Schema (cube.link)",
  "http://mlcommons.org/croissant/1.0": "Croissant 1.0",
  "https://specs.frictionlessdata.io/": "Frictionless Data Package",
  "https://datapackage.org/standard/data-package/": "Data Package v2",
};

const text = (ja: string, en: string): Text => ({ ja, en });

const form = (label: string, mediaType: string, fileType: string) => ({ label, mediaType, fileType });

/** The path below the published folder. */
export function pathOf(code: string, { file }: OfferedFile): string {
  return file.startsWith("/") ? file.slice(1) : `${code}_${file}`;
}

/** The kind of a municipality's own file by its path; `undefined` for what is no data file of its own. */
export function dataFileKind({ code }: Pick<Municipality, "code">, path: string): DataFileKind | undefined {
  return dataFileKinds.find((kind) => pathOf(code, kind) === path);
}

function tableKind(table: PublishedTable): DataFileKind {
  return {
    file: `${table.name}.csv`,
    writtenBy: csvFormat,
    id: `csv-${table.name.replaceAll("_", "-")}`,
    title: table.title,
    description: table.description,
    ...form("CSV", "text/csv", "CSV"),
    conformsTo: csvStandards,
    offered: table.offered,
    table,
  };
}

/** A tidy table with its types, beside the one of all results. */
function parquetKind(table: string, { ja, en }: Text, easy: string): DataFileKind {
  return {
    file: `${table}.parquet`,
    writtenBy: parquetFormat,
    id: `parquet-${table}`,
    title: text(`${ja}（Parquet）`, `${en} (Parquet)`),
    description: text(
      `${ja}の表を、型とともにApache Parquetで表したもの。`,
      `The table of ${(en ?? "").toLowerCase()} with its types, as Apache Parquet.`,
    ),
    ...form("Parquet", "application/vnd.apache.parquet", "PARQUET"),
    conformsTo: [],
    offered: onThePage("statistics", `${ja}（型つき）`, `${en} with types`, `${easy}（コンピューター用）`),
  };
}

/** One of our cubes as cube.link has it. */
function cubeLinkKind(cube: Cube, { ja, en }: Text, easy: string): DataFileKind {
  return {
    file: cubeLinkFile(cube),
    writtenBy: cubeLinkFormat,
    id: `cube-link-${cube.id}`,
    title: text(`${ja}（cube.link）`, `${en} (cube.link)`),
    description: text(
      "同じ観測値を、cube.link（RDF Cube Schema）のキューブとその制約で表したもの。",
      "The same observations as a cube of cube.link (RDF Cube Schema), with the shape of its constraint.",
    ),
    ...form("cube.link", "text/turtle", "RDF_TURTLE"),
    conformsTo: ["https://cube.link/"],
    offered: onThePage(
      "linked",
      `${ja}（cube.linkのキューブ）`,
      `${en} as a cube of cube.link`,
      `${easy}（cube.link）`,
    ),
  };
}

/** What a catalogue calls the file: beside others of the same content, a table says that it is the CSV. */
export function distributionTitle({ title, label }: DataFileKind): Text {
  const { ja, en } = title;
  if (label !== "CSV") return title;
  return en === undefined ? { ja: `${ja}（CSV）` } : { ja: `${ja}（CSV）`, en: `${en} (CSV)` };
}

/** The rows for the city's own list of open data: about the data files, and itself in the catalogue alone. */
export const listFile = "open_data_list_rows.csv";

/** In the order in which they are listed: tables, then the forms of the whole, then what describes them. */
export const dataFileKinds: readonly DataFileKind[] = [
  ...possibleTables.map(tableKind),
  {
    file: "dataset.xlsx",
    writtenBy: workbookFormat,
    id: "xlsx",
    title: text("すべての表（Excel）", "All tables (Excel)"),
    description: text(
      "表ごとに1シートのExcelブック。最初のシートが説明。",
      "A workbook with a sheet for each table; the first one explains.",
    ),
    ...form("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    conformsTo: [],
    offered: onPortals("excel", "すべての表（1冊のブック）", "All tables in one workbook", "ぜんぶの ひょう"),
  },
  {
    file: "dataset.parquet",
    writtenBy: parquetFormat,
    id: "parquet",
    title: text("指標実績値（Parquet）", "Indicator results (Parquet)"),
    description: text(
      "指標実績値の表を、型とともにApache Parquetで表したもの。",
      "The table of results with its types, as Apache Parquet.",
    ),
    ...form("Parquet", "application/vnd.apache.parquet", "PARQUET"),
    conformsTo: [],
    offered: onPortals("statistics", "実績値（型つき）", "Values with types", "数字（コンピューター用）"),
  },
  parquetKind("observation", text("観測値（コード）", "Observations, coded"), "数字（アドレスつき）"),
  parquetKind("activity", text("活動実績", "Activities"), "した ことの 数字"),
  parquetKind("evaluation", text("評価", "Evaluations"), "ひょうか"),
  parquetKind("reference", text("参考値", "Reference values"), "ほかの ところの 数字"),
  parquetKind("cost", text("事業費", "Costs"), "つかった お金"),
  {
    file: "dataset.json",
    writtenBy: jsonFormat,
    id: "json",
    title: text("すべてのデータ（JSON）", "All data (JSON)"),
    description: text(
      "表と、カードに出る言葉のすべて。形はJSON Schemaで示す。",
      "The tables, and every word that a card shows; a JSON Schema gives the shape.",
    ),
    ...form("JSON", "application/json", "JSON"),
    conformsTo: ["schema/dataset.schema.json"],
    offered: onPortals(
      "developers",
      "すべてのデータと、カードに出る言葉",
      "All data, and what the cards say",
      "ぜんぶの データ",
    ),
  },
  {
    file: "dataset.ttl",
    writtenBy: rdfFormat,
    id: "turtle",
    title: text("すべてのデータ（Turtle）", "All data (Turtle)"),
    description: text(
      "リンクトデータのグラフ全体。RDFデータキューブとSKOSによる。",
      "The whole graph of linked data, as data cubes and SKOS.",
    ),
    ...form("Turtle", "text/turtle", "RDF_TURTLE"),
    conformsTo: cubeStandards,
    offered: onPortals(
      "linked",
      "グラフ（RDFデータキューブ）",
      "The graph: an RDF data cube",
      "つながる データ",
    ),
  },
  {
    file: "dataset.nt",
    writtenBy: rdfFormat,
    id: "n-triples",
    title: text("すべてのデータ（N-Triples）", "All data (N-Triples)"),
    description: text("同じグラフを1行1トリプルで表したもの。", "The same graph, one triple a line."),
    ...form("N-Triples", "application/n-triples", "RDF_N_TRIPLES"),
    conformsTo: cubeStandards,
    offered: onThePage("linked", "同じグラフ", "The same graph", "おなじ データ"),
  },
  {
    file: "dataset.jsonld",
    writtenBy: rdfFormat,
    id: "json-ld",
    title: text("すべてのデータ（JSON-LD）", "All data (JSON-LD)"),
    description: text("同じグラフをJSON-LDで表したもの。", "The same graph as JSON-LD."),
    ...form("JSON-LD", "application/ld+json", "JSON_LD"),
    conformsTo: cubeStandards,
    offered: onThePage("linked", "同じグラフ", "The same graph", "おなじ データ"),
  },
  cubeLinkKind(numbersCube, text("実績値", "Results"), "数字"),
  cubeLinkKind(statesCube, text("状況", "States"), "すすみぐあい"),
  {
    file: "dataset.sdmx.csv",
    writtenBy: sdmxFormat,
    id: "sdmx-csv",
    title: text("観測値（SDMX-CSV）", "Observations (SDMX-CSV)"),
    description: text(
      "観測値を、統計機関が交換するSDMX-CSV 2.0で表したもの。",
      "The observations as SDMX-CSV 2.0, as statistics offices exchange them.",
    ),
    ...form("SDMX-CSV", "text/csv", "CSV"),
    conformsTo: ["https://github.com/sdmx-twg/sdmx-csv"],
    offered: onThePage(
      "statistics",
      "実績値（統計機関の間で使う形）",
      "Values, as statistics offices exchange them",
      "数字（とうけいの しごとの 人）",
    ),
  },
  {
    file: "dataset.sdmx.json",
    writtenBy: sdmxFormat,
    id: "sdmx-structure",
    title: text("観測値の構造（SDMX）", "Structure of the observations (SDMX)"),
    description: text(
      "SDMX-CSVの構造、概念、コードの一覧を、SDMX-JSON 2.0で表したもの。",
      "Structure, concepts and code lists of the SDMX-CSV, as an SDMX-JSON 2.0 structure message.",
    ),
    ...form("SDMX-JSON", "application/json", "JSON"),
    conformsTo: ["https://github.com/sdmx-twg/sdmx-json"],
    offered: onThePage(
      "statistics",
      "SDMXの構造とコード",
      "Structure and codes of the SDMX",
      "SDMXの せつめい",
    ),
  },
  {
    file: "dataset.sdmx.xml",
    writtenBy: sdmxFormat,
    id: "sdmx-structure-xml",
    title: text("観測値の構造（SDMX-ML）", "Structure of the observations (SDMX-ML)"),
    description: text(
      "同じ構造、概念、コードの一覧を、SDMX-ML 3.0で表したもの。",
      "The same structure, concepts and code lists as an SDMX-ML 3.0 structure message.",
    ),
    ...form("SDMX-ML", "application/xml", "XML"),
    conformsTo: ["https://github.com/sdmx-twg/sdmx-ml"],
    offered: onThePage(
      "statistics",
      "SDMXの構造とコード（XML）",
      "Structure and codes of the SDMX as XML",
      "SDMXの せつめい",
    ),
  },
  {
    file: "dataset.json-stat.json",
    writtenBy: jsonStatFormat,
    id: "json-stat",
    title: text("実績値（JSON-stat）", "Results (JSON-stat)"),
    description: text(
      "すべての実績値を、図表の道具が読むJSON-stat 2.0の1つの立方体で表したもの。",
      "All results as one cube of JSON-stat 2.0, for the makers of charts.",
    ),
    ...form("JSON-stat", "application/json", "JSON"),
    conformsTo: ["https://json-stat.org/full/"],
    offered: onThePage(
      "developers",
      "実績値（図表の道具が読む立方体）",
      "Values as a cube for the makers of charts",
      "数字（グラフを つくる どうぐ）",
    ),
  },
  {
    file: "indicators.json-stat.json",
    writtenBy: jsonStatFormat,
    id: "json-stat-indicators",
    title: text("指標ごとの実績値（JSON-stat）", "Results by indicator (JSON-stat)"),
    description: text(
      "指標ごとに1つの立方体とし、JSON-stat 2.0の1つの集まり（collection）にまとめたもの。",
      "A cube for each indicator, all in one collection of JSON-stat 2.0.",
    ),
    ...form("JSON-stat", "application/json", "JSON"),
    conformsTo: ["https://json-stat.org/full/"],
    offered: onThePage(
      "developers",
      "指標ごとの実績値（図表の道具が読む立方体）",
      "Values by indicator, each as a cube for the makers of charts",
      "しひょうごとの 数字（グラフを つくる どうぐ）",
    ),
  },
  {
    file: "dataset.zip",
    id: "zip",
    title: text("一括ダウンロード（ZIP）", "Everything (ZIP)"),
    description: text(
      "すべてのデータファイルと説明を1つにまとめたもの。",
      "All data files in one, with a description.",
    ),
    ...form("ZIP", "application/zip", "ZIP"),
    conformsTo: [],
    packageFormat: "application/zip",
    offered: onPortals(
      "statistics",
      "すべてのファイル（説明つき）",
      "Everything with a README",
      "ぜんぶの ファイル",
    ),
  },
  {
    file: listFile,
    id: "csv-open-data-list-rows",
    title: text("オープンデータ一覧に加える行", "Rows for the open data list"),
    description: text(
      "オープンデータ一覧に加えるための行。",
      "Rows to be merged into the municipality's own open data list.",
    ),
    ...form("CSV", "text/csv", "CSV"),
    conformsTo: csvStandards.slice(0, 1),
    offered: onThePage(
      "excel",
      "オープンデータ一覧に加える行",
      "Rows for a list of open data",
      "データの いちらんに たす 行",
    ),
  },
  {
    file: "/datapackage.json",
    id: "datapackage",
    title: text("データパッケージの記述（JSON）", "Data Package descriptor (JSON)"),
    description: text(
      "表の列と型を、Data Packageの形で記述したもの。",
      "The tables' columns and types as a Data Package describes them.",
    ),
    ...form("JSON", "application/json", "JSON"),
    conformsTo: ["https://datapackage.org/standard/data-package/"],
    offered: onThePage(
      "developers",
      "Frictionless Data Package（列の型と説明）",
      "Frictionless Data Package: types of all columns",
      "れつの せつめい",
    ),
  },
  {
    file: "/croissant.json",
    id: "croissant",
    title: text("機械学習向けの記述（Croissant）", "For machine learning (Croissant)"),
    description: text(
      "表と列を、機械学習の道具が読むCroissantの形で記述したもの。",
      "The tables and their columns as Croissant describes them, for the tools of machine learning.",
    ),
    ...form("Croissant", "application/ld+json", "JSON_LD"),
    conformsTo: ["http://mlcommons.org/croissant/1.0"],
    offered: onThePage(
      "developers",
      "機械学習の道具が読む記述",
      "For the tools of machine learning",
      "AIを つくる 人の せつめい",
    ),
  },
];

/** The formats that write them, each once, in the order of their first files. */
export const dataFormats: readonly Format[] = [
  ...new Set(dataFileKinds.flatMap(({ writtenBy }) => writtenBy ?? [])),
];

/** What is offered besides: files for programs, and the catalogue itself. */
export const otherFiles: readonly OfferedFile[] = [
  {
    file: "/indicators/data.js",
    label: "JavaScript",
    offered: onThePage(
      "developers",
      "すべての指標（カードが読むもの）",
      "All indicators, as cards load them",
      "カードが 読む データ",
    ),
  },
  {
    file: "/schema/dataset.schema.json",
    label: "JSON Schema",
    offered: onThePage("developers", "JSONの形", "The JSON's shape", "JSONの かたち"),
  },
  {
    file: "/openapi.json",
    label: "OpenAPI",
    offered: onThePage(
      "developers",
      "すべてのアドレスの記述（プログラムの部品を作る）",
      "All addresses described, to generate a client",
      "アドレスの せつめい",
    ),
  },
  {
    file: "/catalog.ttl",
    label: "Turtle",
    offered: onThePage("linked", "データのカタログ（DCAT）", "Catalogue (DCAT)", "データの もくろく"),
  },
  {
    file: "/catalog.jsonld",
    label: "JSON-LD",
    offered: onThePage("linked", "データのカタログ（DCAT）", "Catalogue (DCAT)", "データの もくろく"),
  },
  {
    file: "/catalog.rdf",
    label: "RDF/XML",
    offered: onThePage("linked", "データのカタログ（DCAT）", "Catalogue (DCAT)", "データの もくろく"),
  },
];
