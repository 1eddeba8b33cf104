// The table of what the city set itself to reach: targets.csv.

import { withDecimals } from "../model/decimal.ts";
import { defined } from "../model/defined.ts";
import type { Target } from "../model/target.ts";
import { column, noteColumn } from "./columns.ts";
import type { Table } from "./table.ts";
import { targetBoundWords, targetScopeWords } from "./words.ts";

/** `decimals` gives an indicator's 小数点以下桁数, which puts 90 right that was 90.0. */
export function targetsTable(decimals: (indicator: string) => number | undefined): Table<Target> {
  return {
    file: "targets.csv",
    title: { ja: "目標", en: "Targets" },
    columns: [
      column("指標ID", "指標のID", "The indicator"),
      column("目標年度", "目標の年度（西暦）", "The goal year"),
      column(
        "目標区分",
        "年度（その年度の目標）・最終（計画の最終目標）",
        "Of that year, or of the whole plan",
      ),
      column("目標値", "目標の数値（半角数字）", "The number to be reached"),
      column("目標状況", "数値でない目標の言葉（整備完了など）", "The words, where the target is no number"),
      column("目標の向き", "以上・以下・維持", "At least, at most, or to be kept"),
      column("基準年度", "基準の年度（西暦）", "The base year"),
      column("基準値", "基準の年度の値", "The value of the base year"),
      column(
        "達成率の算出式",
        "市が使う算出式（市の書き方のまま）",
        "The city's own formula, as it writes it",
      ),
      column("評価", "市自身の評価（こちらでは付けない）", "The city's own grade; never ours"),
      column("評価体系", "その評価の段階（A・B・C・Dなど）", "The scheme of that grade (A, B, C, D …)"),
      noteColumn,
      column("出典ID", "出典のID", "The source"),
      column("頁", "印刷された頁", "The printed page"),
    ],
    read(row) {
      const indicator = row.requiredReference("指標ID");
      const number = row.decimal("目標値");
      const base = row.decimal("基準値");
      const words = row.text("目標状況");
      const grade = row.text("評価");
      const gradeScheme = row.text("評価体系");
      const scale = decimals(indicator) ?? 0;
      const hasNumber = row.raw("目標値") !== "";
      if (hasNumber && words !== undefined)
        row.issue("value-and-words", "目標状況", { found: row.raw("目標値") });
      if (!hasNumber && words === undefined) row.issue("value-required", "目標値");
      if (grade !== undefined && gradeScheme === undefined)
        row.issue("grade-without-scheme", "評価体系", { found: grade });
      return defined<Target>({
        indicator,
        year: row.requiredYear("目標年度"),
        scope: row.requiredChoice("目標区分", targetScopeWords, "final"),
        number: number && withDecimals(number, scale),
        words,
        bound: row.choice("目標の向き", targetBoundWords),
        baseYear: row.year("基準年度"),
        baseNumber: base && withDecimals(base, scale),
        formula: row.text("達成率の算出式"),
        grade,
        gradeScheme,
        note: row.text("備考"),
        source: row.requiredReference("出典ID"),
        page: row.integer("頁"),
      });
    },
  };
}
