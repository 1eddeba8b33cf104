// A made-up body whose plans are unlike Atsugi's: two plans, one of five levels and one of a single level, in its own words.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publish, readCity } from "@shihyo/publisher";
import { expect, test } from "vitest";
import { top } from "../support/places.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const node = (id: string, level: string, name: string, plan: string) =>
  `${id},${level},${name},,,確定,${plan},,,,,,,,,,\n`;
const kinds = "名称,名称_英語,英語_根拠,大区分,備考\n";
const indicators =
  "ID,名称,名称_英語,英語_根拠,指標区分,単位ID,小数点以下桁数,期間区分,集計区分,累計の開始日,割合の上限,望ましい方向,望ましい方向_根拠,読取状況,定義,定義_英語,算出式,分子,分母,データ元,廃止年度,値の形,調査周期,備考\n";
const values = "指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,時点,読取状況,備考,出典ID,頁\n";
const targets =
  "指標ID,目標年度,目標区分,目標値,目標値_上限,目標状況,目標の向き,基準年度,基準年度_表記,基準値,基準状況,達成率の算出式,備考,出典ID,頁\n";

/** Of a prefecture: nothing in it is the name of a level, a kind or a folder of Atsugi's. */
function preparedData(): string {
  const data = copyOf(join(top, "tests/issues/base/data"));
  const tables: Readonly<Record<string, string>> = {
    "levels.csv": `計画ID,順序,名称,名称_英語,英語_根拠,フォルダー,備考
P01,1,分野,Field,仮訳,fields,
P01,2,大綱,Outline,仮訳,outlines,
P01,3,方針,Course,仮訳,courses,
P01,4,展開,Step,仮訳,steps,
P01,5,細事業,Work,仮訳,works,
P02,1,戦略,Strategy,仮訳,strategies,
`,
    "nodes.csv": `ID,段,名称,名称_英語,英語_根拠,読取状況,計画ID,開始年度,廃止年度,会計,所管ID,分野,説明,説明_英語,説明_根拠,取組内容,備考
${node("P01", "計画", "県の総合計画", "")}${node("P02", "計画", "県の人口計画", "")}${node("G01", "分野", "くらし", "P01")}${node("S01", "大綱", "まもる", "P01")}${node("T01", "方針", "そだてる", "P01")}${node("U01", "展開", "ひろげる", "P01")}${node("J01", "細事業", "見守り", "P01")}${node("M01", "戦略", "ふやす", "P02")}`,
    "placements.csv":
      "ID,親ID,番号,番号_表記,順序,頁\nG01,P01,1,,1,\nS01,G01,1,Ⅰ-1,1,\nT01,S01,1,,1,\nU01,T01,1,,1,\nJ01,U01,,,1,\nM01,P02,1,,1,\n",
    "indicator-kinds.csv": `${kinds}活動量,Volume,仮訳,活動,\n成果量,Result,仮訳,成果,\n`,
    "indicators.csv": `${indicators}K0001,見守りの回数,,,活動量,U01,0,年度,単年度,,,増加,市,確定,,,,,,,,,,\nK0002,合計特殊出生率,,,成果量,,2,暦年,単年度,,,増加,市,確定,,,,,,,,,,\nK0003,満足の順位,,,成果量,U01,0,年度,単年度,,,減少,市,確定,,,,,,,,順位,隔年,\n`,
    "listings.csv":
      "ID,掲載先ID,上位ID,指標ID,順序,頁,掲載名,備考\nL0001,J01,U01,K0001,1,2,,\nL0002,M01,,K0002,2,2,,\nL0003,S01,,K0003,3,2,,\n",
    "observations/2023.csv": `${values}K0001,,120,,確定,,,,確定,,SR01,2\nK0002,,1.31,,確定,,,,確定,,SR01,2\nK0003,,24,,確定,,,,確定,,SR01,2\n`,
    "observations/2024.csv": `${values}K0001,,136,,途中,,,2024-12-31,確定,,SR01,2\nK0002,,1.28,,見込,,,,確定,,SR01,2\nK0003,,,,値なし,調査年でない,,,確定,,SR01,2\n`,
    "targets.csv": `${targets}K0001,2024,年度,130,,,以上,2020,,90,,,,SR01,\nK0001,2026,最終,150,180,,範囲,,,,,,,SR01,\nK0002,,最終,,,,増加,,平成27〜31年平均,1.45,,,,SR01,\nK0003,,基準,,,,,2019,,30,,,,SR01,\n`,
    "evaluation-schemes.csv":
      "ID,評価体系,順序,評価,意味\nQ01,三段階,1,順調,計画どおり\nQ02,三段階,2,やや遅れ,\nQ03,三段階,3,遅れ,\n",
    "evaluations.csv":
      "対象ID,年度,評価体系,評価,達成率,出典ID,頁\nK0001,2024,三段階,順調,104.6,SR01,2\nS01,2024,三段階,やや遅れ,,SR01,3\n",
    "references.csv": "指標ID,年度,種別,名称,値,出典ID\nK0002,2023,全国,全国平均,1.20,SR01\n",
    "corrections.csv": "ID,日付,対象ID,項目,訂正前,訂正後,理由\n",
    "costs.csv":
      "項目ID,年度,費目,区分,金額,単位ID,合計,出典ID,頁\nJ01,2024,事業費,決算,1234,U01,,SR01,3\nJ01,2024,合計,決算,1500,U01,合計,SR01,3\n",
  };
  for (const [file, text] of Object.entries(tables)) put(data, file, text);
  rewrite(join(data, "municipality.json"), (text) =>
    text.replace(/("name": \{\s*"ja": ")[^"]*市"/, '$1標本県"'),
  );
  return data;
}

test("a plan with other levels is published in its own words", async () => {
  const data = preparedData();
  const { dataset, issues } = await readCity(data);
  expect(issues.filter(({ level }) => level === "error")).toEqual([]);
  expect(dataset?.nodes.get("J01")).toMatchObject({ level: 5, folder: "works" });

  const out = join(workplace(), "out");
  await publish(data, out);
  const code = dataset?.municipality.code ?? "";
  const read = (file: string) => readFileSync(join(out, file), "utf8");

  expect(read(`${code}_indicator_comparison.csv`).split("\r\n")[0]).toContain(
    '"計画","分野番号","分野","戦略ID","戦略名","大綱番号","大綱","方針番号","方針","展開番号","展開","細事業ID","細事業名"',
  );
  // From where to where, and what the city says of it, after the columns that every city has.
  const [head = "", ...rows] = read(`${code}_indicator_comparison.csv`).split("\r\n");
  expect(head).toMatch(/"出典_頁","基準年度","基準値","目標年度","目標値","評価","達成率","大綱の評価"$/);
  expect(rows[0]).toMatch(/"2020","90","2026","150〜180","順調","104\.6","三段階：やや遅れ"$/);
  expect(rows[1]).toMatch(/"平成27〜31年平均","1\.45","","増加","","",""$/);
  expect(rows[2]).toMatch(/"2019","30","","","","","三段階：やや遅れ"$/);
  expect(read(`${code}_evaluation.csv`)).toContain('"順調","計画どおり","104.6"');
  expect(read(`${code}_reference.csv`)).toContain('"全国平均","1.20"');
  expect(read(`${code}_cost.csv`)).toContain('"合計","決算","1500"');
  expect(read(`${code}_dataset.ttl`)).toMatch(/works\/J01\/#it> a skos:Concept, def:Work/);
  expect(read("outlines/S01/index.html")).toContain("<td>三段階</td><td><b>やや遅れ</b></td>");
  expect(read("works/J01/index.html")).toContain("1,500");
  expect(read("works/J01/index.html")).toContain('node="works/J01"');

  const card = (id: string) => JSON.parse(read(`indicators/${id}/data.json`)).indicator;
  expect(card("K0001").years.at(-1).card.ja.target).toBe(
    "基準（令和2年度）：90人　目標（令和6年度）：130人以上　県の評価：順調（三段階）、県による達成率：104.6%",
  );
  expect(card("K0002").years.at(-1).card.ja).toMatchObject({
    value: "1.28",
    unit: "",
    target: "基準（平成27〜31年平均）：1.45　目標：増加",
  });
  // Between two surveys the last one's value stays.
  expect(card("K0003")).toMatchObject({ shownYear: 2023, broadKind: "outcome", shape: "rank" });
  const home = read("index.html");
  expect(home).toContain("分野・戦略");
  for (const word of ["基本目標", "具体的な施策", "主な取組"]) expect(home).not.toContain(word);
}, 120_000);
