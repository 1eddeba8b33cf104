// The table of what was changed after publication: corrections.csv.

import type { Correction } from "../model/correction.ts";
import { parseDecimal } from "../model/decimal.ts";
import { column } from "./columns.ts";
import { withDetails } from "./details.ts";
import type { Row } from "./row.ts";
import type { Table } from "./table.ts";

export const correctionsTable: Table<Correction> = withDetails("corrections", {
  isOptional: true,
  file: "corrections.csv",
  title: { ja: "訂正", en: "Corrections" },
  idColumn: "ID",
  columns: [
    column("ID", ["訂正のID（C0001）", "The correction's ID (C0001)"]),
    column("日付", ["訂正を公開した日", "The day on which it was published"]),
    column("対象ID", [
      "訂正したもののID（K0001FY2024、K0001など）",
      "What was corrected (K0001FY2024, K0001 …)",
    ]),
    column("項目", ["訂正した列の名前", "The column that was changed"]),
    column("訂正前", ["訂正前の内容", "What stood there"]),
    column("訂正後", ["訂正後の内容", "What stands there now"]),
    column("理由", ["訂正の理由", "Why"]),
  ],
  read(row) {
    return {
      id: row.id("ID", "C0001"),
      date: row.requiredDate("日付"),
      subject: row.requiredReference("対象ID"),
      property: row.requiredText("項目"),
      from: correctedCell(row, "訂正前"),
      to: correctedCell(row, "訂正後"),
      reason: row.requiredText("理由"),
    };
  },
});

/** What stood in another table's cell: a number may begin with a minus, which in a text would be a formula. */
function correctedCell(row: Row, header: string): string {
  const found = row.raw(header);
  return parseDecimal(found) === undefined ? (row.text(header) ?? "") : found;
}
