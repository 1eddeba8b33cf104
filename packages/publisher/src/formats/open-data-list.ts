// Rows for オープンデータ一覧: the columns of a municipality's list of open data, and our files as rows for it.

import { type Dataset, fullName, textIn, yearInterval } from "@shihyo/core";
import { csvRecords, csvStart } from "./csv.ts";
import { plainCsvwText } from "./csvw.ts";
import { type DataFile, dataFiles, listFileEnding } from "./data-files.ts";
import { searchKeywords } from "./data-package.ts";
import type { Format, WrittenFiles } from "./format.ts";
import { cubeStandard, standardTitles } from "./published-files.ts";

/** A column of the list, with what we know of it; without `cell`, nobody has told us. */
interface ListColumn {
  readonly name: string;
  readonly cell?: (dataset: Dataset, file: DataFile) => string | number | undefined;
}

/** The two columns by which a row is known: of which dataset, and which file. */
export const listKey = { dataset: "データセット_ID", file: "ファイル_ダウンロードURL" } as const;

/**
 * The 45 columns as the portals of many municipalities read and write them. The official definition may
 * change: this table is all that would.
 *
 * No national dataset fits indicator results: 準拠する標準 has the standards that the catalogue names.
 */
const columns: readonly ListColumn[] = [
  { name: listKey.dataset, cell: ({ municipality }) => `${municipality.code}_indicator` },
  { name: "全国地方公共団体コード", cell: ({ municipality }) => municipality.code },
  { name: "地方公共団体名", cell: ({ municipality }) => fullName(municipality) },
  { name: "データセット_タイトル", cell: ({ municipality }) => textIn(municipality.title, "ja") },
  { name: "データセット_サブタイトル" },
  { name: "データセット_概要", cell: ({ municipality }) => textIn(municipality.description, "ja") },
  // The importer tells keywords apart by `;`.
  { name: "データセット_キーワード", cell: (dataset) => searchKeywords(dataset).join(";") },
  { name: "データセット_分類", cell: () => "行財政" },
  { name: "データセット_ユニバーサルメニュー" },
  { name: "データセット_公開日", cell: ({ releases }) => releases[0]?.date },
  { name: "データセット_最終更新日", cell: ({ releases }) => releases.at(-1)?.date },
  { name: "データセット_バージョン", cell: ({ releases }) => releases.at(-1)?.version },
  { name: "データセット_言語", cell: languages },
  { name: "データセット_URL", cell: ({ municipality }) => municipality.base },
  { name: "データセット_更新頻度", cell: () => "1年に1回" },
  { name: "データセット_準拠する標準", cell: () => standardTitles[cubeStandard] },
  { name: "データセット_関連ドキュメント", cell: ({ sources }) => [...sources.values()].at(-1)?.url },
  { name: "データセット_来歴情報", cell: ({ municipality }) => municipality.attribution.ja },
  { name: "データセット_対象地域", cell: ({ municipality }) => fullName(municipality) },
  { name: "データセット_対象期間", cell: coveredPeriod },
  { name: "データセット_作成者", cell: ({ municipality }) => municipality.publisher.name.ja },
  { name: "データセット_連絡先名称" },
  { name: "データセット_連絡先メールアドレス" },
  { name: "データセット_連絡先電話番号" },
  { name: "データセット_連絡先内線番号" },
  { name: "データセット_連絡先FormURL" },
  { name: "データセット_連絡先備考（その他、SNSなど）" },
  {
    name: "データセット_備考",
    cell: ({ municipality }) =>
      municipality.official ? "" : `${municipality.name.ja}の公式のデータではありません`,
  },
  { name: "ファイル_ID", cell: (_, { path }) => path },
  { name: "ファイル_タイトル", cell: (_, { title }) => title.ja },
  { name: "ファイル_アクセスURL", cell: ({ municipality }) => municipality.base },
  { name: listKey.file, cell: ({ municipality }, { path }) => municipality.base + path },
  { name: "ファイル_説明", cell: (_, { description }) => description.ja },
  { name: "ファイル_形式", cell: (_, { format }) => format },
  { name: "ファイル_ライセンス", cell: ({ municipality }) => municipality.licence.name },
  { name: "ファイル_ステータス", cell: () => "配信中" },
  { name: "ファイル_サイズ", cell: (_, { bytes }) => bytes },
  // As the catalogue has it: every file is there from the first release on.
  { name: "ファイル_公開日", cell: ({ releases }) => releases[0]?.date },
  { name: "ファイル_最終更新日", cell: ({ releases }) => releases.at(-1)?.date },
  { name: "ファイル_利用規約", cell: ({ municipality }) => municipality.licence.iri },
  { name: "ファイル_関連ドキュメント" },
  { name: "ファイル_言語", cell: languages },
  {
    name: "ファイル_準拠する標準",
    cell: (_, { conformsTo }) => conformsTo.map((standard) => standardTitles[standard] ?? standard).join(";"),
  },
  { name: "ファイル_API対応有無", cell: () => "無" },
  { name: "ファイル_著作権表記" },
];

export const openDataListFormat: Format = {
  name: "open-data-list",
  *files(dataset, written) {
    const path = `${dataset.municipality.code}${listFileEnding}`;
    const headers = columns.map(({ name }) => name);
    yield { path, chunks: [csvStart(headers), csvRecords(rows(dataset, written))] };
    const title = { ja: "オープンデータ一覧に加える行", en: "Rows for the list of open data" };
    yield { path: `${path}-metadata.json`, chunks: [plainCsvwText(dataset, title, path, headers)] };
  },
};

/** One row for each data file. */
function rows(dataset: Dataset, written: WrittenFiles): string[][] {
  return dataFiles(dataset, written).map((file) =>
    columns.map(({ cell }) => String(cell?.(dataset, file) ?? "")),
  );
}

/** The importer tells several apart by `;`. */
function languages({ municipality }: Dataset): string {
  return municipality.languages.join(";");
}

/** 開始/終了: from the first day of the first year to the last day of the last. */
function coveredPeriod({ years }: Dataset): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return "";
  return `${yearInterval(first).start}/${yearInterval(last).end}`;
}
