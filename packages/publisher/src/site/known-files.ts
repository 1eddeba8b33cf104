// The files that a release may hold for people to take: who needs each, what it is, in what format.

import type { Phrase } from "@shihyo/core";

export type Audience = "excel" | "statistics" | "developers" | "linked";

export interface KnownFile {
  /** The path after `<code>_`, or the whole path with a `/` before it. */
  readonly file: string;
  readonly audience: Audience;
  readonly format: string;
  readonly title: Phrase;
}

/** The path below the published folder. */
export function knownPath(code: string, { file }: KnownFile): string {
  return file.startsWith("/") ? file.slice(1) : `${code}_${file}`;
}

/** In the order in which they are offered; those that a release does not have are left out there. */
export const knownFiles: readonly KnownFile[] = [
  known(
    "dataset.xlsx",
    "excel",
    "Excel",
    "すべての表（1冊のブック）",
    "All tables in one workbook",
    "ぜんぶの 表",
  ),
  known(
    "indicator_comparison.csv",
    "excel",
    "CSV",
    "前年度と当年度をならべた表（閲覧用）",
    "Last year beside this year, for reading",
    "前の 年と この 年を ならべた 表",
  ),
  known(
    "open_data_list_rows.csv",
    "excel",
    "CSV",
    "オープンデータ一覧に加える行",
    "Rows for the city's list of open data",
    "市の データ一覧に たす 行",
  ),
  known(
    "indicator_result.csv",
    "statistics",
    "CSV",
    "実績値（1行に1つの値）",
    "Values, one a row",
    "数字（1行に 1つ）",
  ),
  known(
    "dataset.parquet",
    "statistics",
    "Parquet",
    "実績値（型つき）",
    "Values with types",
    "数字（コンピューター用）",
  ),
  known("activity.csv", "statistics", "CSV", "活動実績", "Activities", "した ことの 数字"),
  known(
    "activity.parquet",
    "statistics",
    "Parquet",
    "活動実績（型つき）",
    "Activities with types",
    "した ことの 数字（コンピューター用）",
  ),
  known("target.csv", "statistics", "CSV", "目標値", "Targets", "めあての 数字"),
  known("indicator.csv", "statistics", "CSV", "指標", "Indicators", "指標"),
  known(
    "node.csv",
    "statistics",
    "CSV",
    "計画・目標・施策・取組・事業",
    "The plans and the nodes at their levels",
    "計画の なまえ",
  ),
  known("placement.csv", "statistics", "CSV", "位置づけ", "What stands under what", "どこに あるか"),
  known(
    "listing.csv",
    "statistics",
    "CSV",
    "掲載（どの頁にあるか）",
    "Where each indicator is printed",
    "どの ページに あるか",
  ),
  known("unit.csv", "statistics", "CSV", "単位", "Units", "単位"),
  known("correction.csv", "statistics", "CSV", "訂正の記録", "Corrections", "なおした こと"),
  known(
    "dataset.zip",
    "statistics",
    "ZIP",
    "すべてのファイル（説明つき）",
    "Everything with a README",
    "ぜんぶの ファイル",
  ),
  known(
    "dataset.sdmx.csv",
    "statistics",
    "SDMX-CSV",
    "実績値（統計機関の間で使う形）",
    "Values, as statistics offices exchange them",
    "数字（統計の しごとの 人）",
  ),
  known(
    "dataset.sdmx.json",
    "statistics",
    "SDMX-JSON",
    "SDMXの構造とコード",
    "Structure and codes of the SDMX",
    "SDMXの せつめい",
  ),
  known(
    "dataset.json",
    "developers",
    "JSON",
    "すべてのデータと、カードに出る言葉",
    "All data, and what the cards say",
    "ぜんぶの データ",
  ),
  known(
    "/indicators/data.js",
    "developers",
    "JavaScript",
    "すべての指標（カードが読むもの）",
    "All indicators, as cards load them",
    "カードが 読む データ",
  ),
  known(
    "/datapackage.json",
    "developers",
    "JSON",
    "Frictionless Data Package（列の型と説明）",
    "Frictionless Data Package: types of all columns",
    "列の 説明",
  ),
  known(
    "dataset.json-stat.json",
    "developers",
    "JSON-stat",
    "実績値（図表の道具が読む立方体）",
    "Values as a cube for the makers of charts",
    "数字（グラフを つくる 道具）",
  ),
  known(
    "/croissant.json",
    "developers",
    "Croissant",
    "機械学習の道具が読む記述",
    "For the tools of machine learning",
    "AIを つくる 人の せつめい",
  ),
  known(
    "/schema/dataset.schema.json",
    "developers",
    "JSON Schema",
    "JSONの形",
    "The JSON's shape",
    "JSONの かたち",
  ),
  known(
    "dataset.ttl",
    "linked",
    "Turtle",
    "グラフ（RDFデータキューブ）",
    "The graph: an RDF data cube",
    "つながる データ",
  ),
  known("dataset.nt", "linked", "N-Triples", "同じグラフ", "The same graph", "おなじ データ"),
  known("dataset.jsonld", "linked", "JSON-LD", "同じグラフ", "The same graph", "おなじ データ"),
  known(
    "observation.csv",
    "linked",
    "CSV",
    "実績値（アドレスとコード、CSVWつき）",
    "Values by address and code, with CSVW",
    "数字（アドレスつき）",
  ),
  known("/catalog.ttl", "linked", "Turtle", "データのカタログ（DCAT）", "Catalogue (DCAT)", "データの 目録"),
  known(
    "/catalog.jsonld",
    "linked",
    "JSON-LD",
    "データのカタログ（DCAT）",
    "Catalogue (DCAT)",
    "データの 目録",
  ),
  known("/catalog.rdf", "linked", "RDF/XML", "データのカタログ（DCAT）", "Catalogue (DCAT)", "データの 目録"),
];

function known(
  file: string,
  audience: Audience,
  format: string,
  ja: string,
  en: string,
  easy: string,
): KnownFile {
  return { file, audience, format, title: { ja, en, easy } };
}
