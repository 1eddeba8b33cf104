// The table of what the city set itself to reach: targets.csv.

import { withDecimals } from "../model/decimal.ts";
import { defined } from "../model/defined.ts";
import type { Target } from "../model/target.ts";
import { column, noteColumn, optionalColumn } from "./columns.ts";
import { withDetails } from "./details.ts";
import type { Table } from "./table.ts";
import { targetBoundWords, targetScopeWords } from "./words.ts";

/** `decimals` gives an indicator's 小数点以下桁数, which puts 90 right that was 90.0. */
export function targetsTable(decimals: (indicator: string) => number | undefined): Table<Target> {
  return withDetails("targets", {
    isOptional: true,
    file: "targets.csv",
    title: { ja: "目標", en: "Targets" },
    columns: [
      column("指標ID", ["指標のID", "The indicator"]),
      column("目標年度", ["目標の年度（西暦）", "The goal year"]),
      column("目標区分", [
        "年度（その年度の目標）・最終（計画の最終目標）・基準（目標のない基準値）",
        "Of that year, of the whole plan, or a baseline without a target",
      ]),
      column("目標値", ["目標の数値（半角数字）", "The number to be reached"]),
      optionalColumn("目標値_上限", ["範囲の場合の上の値", "The upper end of a range"]),
      column("目標状況", [
        "数値でない目標の言葉（整備完了など）",
        "The words, where the target is no number",
      ]),
      column("目標の向き", [
        "以上・以下・超・未満・維持・増加・減少・範囲",
        "At least, at most, above, below, kept, up, down, or a range",
      ]),
      column("基準年度", ["基準の年度（西暦）", "The base year"]),
      optionalColumn("基準年度_表記", [
        "基準年度が1つの年度でない場合の表記",
        "The base year as printed, where it is no single year",
      ]),
      column("基準値", ["基準の年度の値", "The value of the base year"]),
      optionalColumn("基準状況", ["数値でない基準の言葉", "The words, where the base is no number"]),
      column("達成率の算出式", [
        "団体が使う算出式（団体の書き方のまま）",
        "The body's own formula, as it writes it",
      ]),
      noteColumn,
      column("出典ID", ["出典のID", "The source"]),
      column("頁", ["印刷された頁", "The printed page"]),
      optionalColumn("出典_位置", ["読み取った場所（Sheet1!H12など）", "The cell or line it was read from"]),
    ],
    read(row) {
      const indicator = row.requiredReference("指標ID");
      const number = row.decimal("目標値");
      const base = row.decimal("基準値");
      const words = row.text("目標状況");
      const scale = decimals(indicator) ?? 0;
      const hasNumber = row.raw("目標値") !== "";
      if (hasNumber && words !== undefined)
        row.issue("value-and-words", "目標状況", { found: row.raw("目標値") });
      const scope = row.requiredChoice("目標区分", targetScopeWords, "final");
      const bound = row.choice("目標の向き", targetBoundWords);
      const upper = row.decimal("目標値_上限");
      const baseWords = row.text("基準状況");
      if (scope === "base") {
        if (row.raw("基準値") === "" && baseWords === undefined) row.issue("value-required", "基準値");
      } else if (
        !hasNumber &&
        words === undefined &&
        bound !== "increase" &&
        bound !== "decrease" &&
        bound !== "keep"
      )
        row.issue("value-required", "目標値");
      if (bound === "range" && row.raw("目標値_上限") === "") row.issue("value-required", "目標値_上限");
      return defined<Target>({
        indicator,
        year: scope === "yearly" ? row.requiredYear("目標年度") : row.year("目標年度"),
        scope,
        number: number && withDecimals(number, scale),
        words,
        upper: upper && withDecimals(upper, scale),
        bound,
        baseYear: row.year("基準年度"),
        baseYearText: row.raw("基準年度_表記") || undefined,
        baseWords,
        baseNumber: base && withDecimals(base, scale),
        formula: row.text("達成率の算出式"),
        note: row.text("備考"),
        source: row.requiredReference("出典ID"),
        page: row.integer("頁"),
        sourcePlace: row.text("出典_位置"),
      });
    },
  });
}
