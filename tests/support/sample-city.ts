// 見本市: a made-up city of a few rows, whose code begins with zeros and whose numbers are awkward ones.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface SampleCity {
  /** Lines of releases.csv below the header. */
  readonly releases?: readonly string[];
  /** The value of 相談件数 in FY2024. */
  readonly value?: string;
}

/** Its code: five zeros and the check digit. */
export const sampleCode = "000001";

/** Writes the tables into the folder, and gives the folder. */
export function sampleCity(folder: string, { releases, value = "90.0" }: SampleCity = {}): string {
  mkdirSync(join(folder, "observations"), { recursive: true });
  const put = (file: string, lines: readonly string[]) =>
    writeFileSync(join(folder, file), `${lines.join("\r\n")}\r\n`);
  writeFileSync(join(folder, "municipality.json"), JSON.stringify(municipality));
  writeFileSync(join(folder, "sources.json"), JSON.stringify(sources));
  put("nodes.csv", [
    "ID,種別,名称,名称_英語,英語_根拠,読取状況,計画ID,開始年度,廃止年度,会計,所管ID,分野,説明,説明_英語,説明_根拠,取組内容,備考",
    "P01,計画,見本市の計画,Plan of Mihon,仮訳,確定,,,,,,行財政,,,,,",
    "G01,基本目標,目標,Goal,仮訳,確定,P01,,,,,,,,,,",
    "S001,具体的な施策,施策,Policy,仮訳,確定,P01,,,,,,,,,,",
    "T001,主な取組,取組,Initiative,仮訳,確定,P01,,,,,,,,,,",
    'J0001,事業,"事業「""引用""、コンマ,入り」",Project,仮訳,確定,P01,,,,,,,,,,',
  ]);
  put("placements.csv", [
    "ID,親ID,番号,順序,頁",
    "G01,P01,1,1,1",
    "S001,G01,1,1,1",
    "T001,S001,1,1,1",
    "J0001,T001,,1,1",
  ]);
  put("sections.csv", ["ID,名称,名称_英語,英語_根拠,備考"]);
  put("units.csv", [
    "ID,名称,名称_英語,英語_根拠,種別,QUDT,UCUM,増減の単位,備考",
    "U01,%,percent,仮訳,割合,PERCENT,%,ポイント,",
    "U02,円,yen,仮訳,金額,,,,",
  ]);
  put("breakdowns.csv", ["ID,名称,名称_英語,英語_根拠,備考", "B0001,北,North,仮訳,"]);
  put("statuses.csv", [
    "ID,名称,名称_英語,英語_根拠,説明,説明_英語",
    ...["確定", "速報", "推計", "進捗あり", "該当なし", "未実施", "集計中", "秘匿", "不明"].map(
      (name, at) => `V0${at + 1},${name},Status ${at + 1},仮訳,${name},Status ${at + 1}`,
    ),
  ]);
  put("indicators.csv", [
    "ID,名称,名称_英語,英語_根拠,指標区分,単位ID,小数点以下桁数,期間区分,集計区分,累計の開始日,割合の上限,望ましい方向,望ましい方向_根拠,読取状況,定義,定義_英語,算出式,分子,分母,データ元,廃止年度,備考",
    "K0001,相談件数,Consultations,仮訳,取組指標,U01,,年度,単年度,,なし,判断しない,,確定,,,,,,,,",
    "K0002,工事の進み具合,Progress of works,仮訳,取組指標,U02,,年度,単年度,,,判断しない,,確定,,,,,,,,",
  ]);
  put("listings.csv", [
    "ID,掲載先ID,主な取組ID,指標ID,順序,頁,掲載名,備考",
    "L0001,J0001,T001,K0001,1,1,,",
    "L0002,J0001,T001,K0002,2,1,,",
  ]);
  const header = "指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁";
  put("observations/2023.csv", [
    header,
    "K0001,,83.9,,確定,,,確定,,SR01,1",
    "K0002,,123456789012345,,確定,,,確定,,SR01,1",
  ]);
  put("observations/2024.csv", [
    header,
    `K0001,,${value},,確定,,,確定,,SR01,1`,
    "K0001,B0001,0,,確定,,,確定,,SR01,1",
    "K0002,,,実施設計,確定,,,確定,001,SR01,1",
  ]);
  put("breaks.csv", ["指標ID,前の年度,後の年度,理由,理由_英語"]);
  put("corrections.csv", ["ID,日付,対象ID,項目,訂正前,訂正後,理由"]);
  put("releases.csv", ["版,日付,内容,内容_英語", ...(releases ?? ["2025-08-01,2025-08-01,一つ目,First"])]);
  return folder;
}

const municipality = {
  format: 1,
  code: sampleCode,
  name: { ja: "見本市", en: "Mihon" },
  prefecture: { ja: "見本県", en: "Mihon" },
  languages: ["ja", "en"],
  base: "https://shihyo.example/000001/",
  official: false,
  publisher: { name: { ja: "Shihyo 指標", en: "Shihyo" } },
  sourceBody: { name: { ja: "見本市", en: "Mihon City" } },
  title: { ja: "見本市 指標", en: "Mihon: indicators", translation: "ours" },
  description: {
    ja: "見本です。",
    en: "A sample of a city with a handful of awkward rows.",
    translation: "ours",
  },
  attribution: {
    ja: "「見本」（見本市）を加工して作成",
    en: "Made from “Sample” (Mihon City)",
    translation: "ours",
  },
  licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
};

const sources = [{ id: "SR01", title: { ja: "見本" }, body: { ja: "見本市" }, year: 2024, pages: 1 }];
