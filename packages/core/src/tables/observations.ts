// The values' tables: observations/<year>.csv and breaks.csv.

import type { Break } from "../model/break.ts";
import { withDecimals } from "../model/decimal.ts";
import { defined } from "../model/defined.ts";
import type { FiscalYear } from "../model/fiscal-year.ts";
import type { Observation } from "../model/observation.ts";
import type { Value } from "../model/value.ts";
import { column, noteColumn, optionalColumn } from "./columns.ts";
import { withDetails } from "./details.ts";
import type { Row } from "./row.ts";
import type { Table } from "./table.ts";
import { readingWords, reasonWords, statusWords } from "./words.ts";

/** The table of one year's values; `decimals` gives an indicator's 小数点以下桁数. */
export function observationsTable(
  year: FiscalYear,
  decimals: (indicator: string) => number | undefined,
): Table<Observation> {
  return withDetails("observations", {
    file: `observations/${year}.csv`,
    title: { ja: `${year}年度の実績値`, en: `Values of ${year}` },
    columns: [
      column("指標ID", ["指標のID", "The indicator"]),
      column("内訳ID", ["内訳のID（全体は空）", "The breakdown (empty for the whole)"]),
      column("実績値", [
        "数値（半角数字。桁区切り・単位なし）",
        "The number (half-width digits, no commas, no unit)",
      ]),
      column("進捗状況", ["数値でない場合の言葉", "The words, where it is no number"]),
      column("値の状態", [
        "確定・速報・推計・見込・途中・値なし",
        "Final, provisional, estimated, expected, of part of the year, or none",
      ]),
      column("値なしの理由", ["該当なし・未実施・集計中・調査年でない・秘匿・不明", "Why there is no value"]),
      column("対象期間", [
        "指標の通常の期間と違う場合の期間",
        "What the value covers, where that is not the usual",
      ]),
      optionalColumn("時点", [
        "途中の値の時点（YYYY-MM-DD）",
        "The day up to which a value of part of the year counts",
      ]),
      column("読取状況", ["値の読み取り：確定・復元・要確認", "How surely the value was read"]),
      noteColumn,
      column("出典ID", ["出典のID", "The source"]),
      column("頁", ["印刷された頁", "The printed page"]),
      optionalColumn("出典_位置", ["読み取った場所（Sheet1!H12など）", "The cell or line it was read from"]),
    ],
    read(row) {
      const indicator = row.requiredReference("指標ID");
      const value = readValue(row, decimals(indicator));
      return defined<Observation>({
        indicator,
        year,
        breakdown: row.reference("内訳ID"),
        value,
        status: readStatus(row, value),
        reading: row.requiredChoice("読取状況", readingWords, "certain"),
        interval: row.interval("対象期間"),
        asOf: row.date("時点"),
        sourcePlace: row.text("出典_位置"),
        note: row.text("備考"),
        source: row.requiredReference("出典ID"),
        page: row.integer("頁"),
      });
    },
  });
}

/**
 * A number, or words, or nothing with its reason. A spreadsheet saves 90.0 as 90; the indicator's
 * decimals put the printed form right, and the number stays the same.
 */
function readValue(row: Row, decimals: number | undefined): Value {
  const number = row.decimal("実績値");
  const words = row.text("進捗状況");
  const reason = row.choice("値なしの理由", reasonWords);
  const hasNumber = row.raw("実績値") !== "";
  if (hasNumber && words !== undefined)
    row.issue("value-and-words", "進捗状況", { found: row.raw("実績値") });
  if ((hasNumber || words !== undefined) && row.raw("値なしの理由") !== "") {
    row.issue("value-and-reason", "値なしの理由", { found: row.raw("値なしの理由") });
  }
  if (number) return { kind: "number", number: withDecimals(number, decimals ?? 0) };
  if (words !== undefined) return { kind: "words", words };
  if (!hasNumber && row.raw("値なしの理由") === "") {
    row.issue("reason-missing", "値なしの理由", { expected: Object.keys(reasonWords).join("、") });
  }
  return { kind: "none", reason: reason ?? "unknown" };
}

function readStatus(row: Row, value: Value): Observation["status"] {
  const status = row.requiredChoice("値の状態", statusWords, "final");
  const contradicts = row.raw("値の状態") !== "" && (status === "none") !== (value.kind === "none");
  if (contradicts && !row.failed) {
    row.issue("status-contradicts-value", "値の状態", { found: row.raw("値の状態") });
  }
  return status;
}

export const breaksTable: Table<Break> = withDetails("breaks", {
  isOptional: true,
  file: "breaks.csv",
  title: { ja: "系列の断絶", en: "Breaks" },
  columns: [
    column("指標ID", ["指標のID", "The indicator"]),
    column("前の年度", ["古い系列の最後の年度", "The last year of the old series"]),
    column("後の年度", ["新しい系列の最初の年度", "The first year of the new one"]),
    column("理由", ["比較できない理由", "Why the years may not be compared"]),
    column("理由_英語", ["英語の理由", "The reason in English"]),
  ],
  read(row) {
    const before = row.requiredYear("前の年度");
    const after = row.requiredYear("後の年度");
    if (!row.failed && before >= after) row.issue("break-order", "前の年度", { found: before });
    return { indicator: row.requiredReference("指標ID"), before, after, reason: row.name("理由") };
  },
});
