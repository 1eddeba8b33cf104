// The headers of the tables that an intake writes, as format 3 has them.

const translated = ["名称_英語", "英語_根拠"];

const headers: Readonly<Record<string, readonly string[]>> = {
  "levels.csv": ["計画ID", "順序", "名称", ...translated, "フォルダー", "備考"],
  "nodes.csv": ["ID", "段", "名称", ...translated, "読取状況", "計画ID", "開始年度", "廃止年度", "会計", "所管ID", "分野", "説明", "説明_英語", "説明_根拠", "取組内容", "市のコード", "備考"],
  "placements.csv": ["ID", "親ID", "番号", "番号_表記", "順序", "頁"],
  "sections.csv": ["ID", "名称", ...translated, "備考"],
  "units.csv": ["ID", "名称", ...translated, "種別", "QUDT", "UCUM", "増減の単位", "印刷形", "備考"],
  "breakdowns.csv": ["ID", "名称", ...translated, "関係", "備考"],
  "indicator-kinds.csv": ["名称", ...translated, "大区分", "備考"],
  "indicators.csv": ["ID", "名称", ...translated, "指標区分", "単位ID", "小数点以下桁数", "期間区分", "集計区分", "累計の開始日", "割合の上限", "望ましい方向", "望ましい方向_根拠", "読取状況", "値の形", "市のコード", "定義", "定義_英語", "算出式", "分子", "分母", "データ元", "廃止年度", "備考"],
  "listings.csv": ["ID", "掲載先ID", "上位ID", "指標ID", "順序", "頁", "掲載名", "備考"],
  "breaks.csv": ["指標ID", "前の年度", "後の年度", "理由", "理由_英語"],
  "targets.csv": ["指標ID", "目標年度", "目標区分", "目標値", "目標値_上限", "目標状況", "目標の向き", "基準年度", "基準年度_表記", "基準値", "基準状況", "達成率の算出式", "備考", "出典ID", "頁", "出典_位置"],
  "evaluation-schemes.csv": ["ID", "評価体系", "順序", "評価", "意味", ...translated, "備考"],
  "evaluations.csv": ["対象ID", "年度", "評価体系", "評価", "達成率", "出典ID", "頁", "出典_位置", "備考"],
  "references.csv": ["指標ID", "年度", "種別", "名称", "値", "状況", "出典ID", "頁", "出典_位置", "備考"],
  "costs.csv": ["項目ID", "年度", "費目", "区分", "金額", "単位ID", "合計", "出典ID", "頁", "出典_位置", "備考"],
  "acknowledgements.csv": ["確認コード", "対象ID", "年度", "理由"],
  "corrections.csv": ["ID", "日付", "対象ID", "項目", "訂正前", "訂正後", "理由"],
  "releases.csv": ["版", "日付", "内容", "内容_英語"],
};

const observations = ["指標ID", "内訳ID", "実績値", "進捗状況", "値の状態", "値なしの理由", "対象期間", "時点", "読取状況", "備考", "出典ID", "頁", "出典_位置"];

export function headersOfTables(file: string): readonly string[] {
  return file.startsWith("observations/") ? observations : (headers[file] ?? []);
}
