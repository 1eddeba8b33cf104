// A small made-up city whose tables have a bit of everything that the graph can say.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { municipalityCheckDigit } from "@shihyo/core";

const graphCityCode = `99990${municipalityCheckDigit("99990")}`;

const text = (ja: string, en: string) => ({ ja, en, translation: "ours" });

const municipality = {
  format: 1,
  code: graphCityCode,
  name: { ja: "試市", en: "Tameshi" },
  prefecture: { ja: "例県", en: "Rei" },
  languages: ["ja", "en"],
  base: "https://data.example.jp/999903/",
  official: true,
  publisher: { name: text("試市", "Tameshi City") },
  sourceBody: { name: text("試市", "Tameshi City") },
  title: text("試市の指標", "Indicators of Tameshi"),
  description: text('試すためのデータ。<b>"引用"</b>と\\を含む。', "Made up for tests."),
  attribution: text("「報告書」（試市）", "“Report” (Tameshi City)"),
  licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
};

const sources = [
  {
    id: "SR01",
    title: text("令和5年度の報告書", "Report of FY2023"),
    body: text("試市", "Tameshi City"),
    year: 2023,
  },
  {
    id: "SR02",
    title: text("令和6年度の報告書", "Report of FY2024"),
    body: text("試市", "Tameshi City"),
    year: 2024,
    pages: 12,
    date: "2025-08-01",
    url: "https://city.example.jp/report.pdf",
  },
];

const tables: Readonly<Record<string, string>> = {
  "releases.csv": `版,日付,内容,内容_英語
2024-09-01,2024-09-01,令和5年度の実績,Results of FY2023
2025-09-01,2025-09-01,令和6年度の実績,Results of FY2024`,
  "corrections.csv": `ID,日付,対象ID,項目,訂正前,訂正後,理由
C0001,2025-10-01,K0001FY2024,実績値,9.5,10.0,"転記の誤り。""引用""を含む"
C0002,2025-10-02,J0001,名称,古い名,新しい名,改称`,
  "statuses.csv": `ID,名称,名称_英語,英語_根拠,説明,説明_英語
V01,確定,Final,仮訳,,
V02,速報,Provisional,仮訳,,
V03,推計,Estimated,仮訳,,
V04,進捗あり,Progress in words,仮訳,,
V05,該当なし,Not applicable,仮訳,,
V06,未実施,Not carried out,仮訳,,
V07,集計中,Not yet counted,仮訳,,
V08,秘匿,Withheld,仮訳,,
V09,不明,Unknown,仮訳,,`,
  "units.csv": `ID,名称,名称_英語,英語_根拠,種別,QUDT,UCUM,増減の単位,備考
U01,%,%,仮訳,割合,PERCENT,%,ポイント,
U02,件,cases,仮訳,計数,,{case},,
U03,千円,thousand yen,仮訳,金額,,,,
U04,人/日,persons per day,仮訳,計数,,,,
U05,ポイント,points,仮訳,ポイント,,,,
U06,ha,ha,仮訳,物理量,HA,har,,`,
  "breakdowns.csv": `ID,名称,名称_英語,英語_根拠,備考
B0001,東小,East School,仮訳,
B0002,西小,West School,仮訳,統合予定`,
  "breaks.csv": `指標ID,前の年度,後の年度,理由,理由_英語
K0003,2022,2023,定義を変えたため,the definition was changed`,
  "sections.csv": `ID,名称,名称_英語,英語_根拠,備考
D01,企画課,Planning Section,仮訳,`,
  "nodes.csv": `ID,種別,名称,名称_英語,英語_根拠,読取状況,計画ID,開始年度,廃止年度,会計,所管ID,分野,説明,説明_英語,説明_根拠,取組内容,備考
P01,計画,試計画,Trial Plan,仮訳,確定,,,,,,行財政,,,,,
G01,基本目標,住む,Living,仮訳,確定,P01,,,,,,,,,,
S001,具体的な施策,支える,Supporting,仮訳,確定,P01,,,,,,,,,,
T001,主な取組,育てる,Raising,仮訳,確定,P01,,,,,,,,,,
T002,主な取組,守る,Guarding,仮訳,確定,P01,,,,,,,,,,
J0001,事業,見守り,Watching over,仮訳,確定,P01,2022,,特別会計,D01,,見守る事業。,A project that watches.,要約,市の文章。,
J0002,事業,無指標,No indicator,仮訳,復元,P01,,,,,,,,,,`,
  "placements.csv": `ID,親ID,番号,順序,頁
G01,P01,1,1,1
S001,G01,1,1,1
T001,S001,1,1,2
T002,S001,2,2,3
J0001,T001,,1,2
J0001,T002,,1,3
J0002,T002,,2,3`,
  "indicators.csv": `ID,名称,名称_英語,英語_根拠,指標区分,単位ID,小数点以下桁数,期間区分,集計区分,累計の開始日,割合の上限,望ましい方向,望ましい方向_根拠,読取状況,定義,定義_英語,算出式,分子,分母,データ元,廃止年度,備考
K0001,満足度,Satisfaction,仮訳,取組指標,U01,1,年度,単年度,,,増加,市,確定,満足と答えた割合,Share of the satisfied,分子÷分母,満足と答えた人,答えた人,調査,,
K0002,進み具合,Progress,仮訳,取組指標,,,年度,不明,,,判断しない,,確定,,,,,,,,
K0003,延べ件数,Total cases,仮訳,取組指標,U02,0,年度,累計,2020-04-01,,減少,推定,復元,,,,,,,,"備考に「\\」と""引用"""
K0004,学校の回数,Visits,仮訳,取組指標,U02,0,暦年,単年度,,,判断しない,,確定,,,,,,,,
K0005,利用者,Users,仮訳,取組指標,U04,2,年度,時点,,,判断しない,,要確認,,,,,,,,`,
  "listings.csv": `ID,掲載先ID,主な取組ID,指標ID,順序,頁,掲載名,備考
L0001,J0001,T001,K0001,1,2,,
L0002,J0001,T001,K0002,2,2,,
L0003,J0001,T001,K0003,3,2,,
L0004,J0001,T002,K0003,4,3,延べの件数,再掲
L0005,J0001,T002,K0004,5,3,,
L0006,J0002,T002,,6,3,,
L0007,J0001,T001,K0005,7,2,,`,
  "observations/2022.csv": `指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁
K0001,,83.9,,確定,,,確定,,SR01,1
K0003,,12,,確定,,,確定,,SR01,1`,
  "observations/2023.csv": `指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁
K0001,,90.0,,確定,,,確定,,SR01,2
K0002,,,実施設計,確定,,,確定,,SR01,2
K0003,,0,,速報,,,復元,"備考、""引用"" <印> と\\",SR01,2
K0004,B0001,5,,確定,,,確定,,SR01,3
K0004,B0002,,,値なし,秘匿,,確定,,SR01,3
K0005,,1.25,,推計,,2024-03-31,確定,,SR01,2`,
  "observations/2024.csv": `指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁
K0001,,10.0,,確定,,,確定,,SR02,2
K0002,,,実施設計及び建設工事,確定,,,確定,,SR02,2
K0003,,-3,,確定,,,確定,,SR02,2
K0004,B0001,7,,確定,,,確定,,SR02,3
K0004,B0002,,,値なし,未実施,,確定,,SR02,3
K0005,,,,値なし,集計中,,確定,,SR02,`,
};

/** Writes the tables into an empty folder. */
export async function writeGraphCity(folder: string): Promise<void> {
  await mkdir(join(folder, "observations"), { recursive: true });
  await writeFile(join(folder, "municipality.json"), JSON.stringify(municipality));
  await writeFile(join(folder, "sources.json"), JSON.stringify(sources));
  for (const [file, content] of Object.entries(tables)) await writeFile(join(folder, file), `${content}\n`);
}
