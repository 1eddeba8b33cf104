// Accounts for the numbers of a row that are no values: parts of the plan, codes, years and whole rows that are left out.

import type { Bilingual } from "../model/text.ts";
import type { ReadTable } from "./found-table.ts";

/** Numbers that are part of the plan, of a code or of a year's label: kept, or left out with the reason. */
export function accountForPlain({ area, columns, account }: ReadTable, row: number): void {
  const { grid } = area;
  for (const { column, role } of columns) {
    if (!grid.rows[row]?.[column]) continue;
    const keep = (as: string) => account.keep(grid, row, column, as);
    switch (role.kind) {
      case "level":
      case "level-number":
      case "level-code":
      case "indicator-code":
        keep("番号・コード");
        break;
      case "year":
      case "base-year":
      case "target-year":
      case "value-year":
      case "start-year":
        keep("年度");
        break;
      case "plan":
      case "indicator":
      case "indicator-part":
      case "indicator-kind":
      case "unit":
      case "section":
      case "note":
      case "definition":
      case "formula":
      case "data-source":
      case "description":
      case "slot-name":
      case "slot-unit":
        keep("名称・備考の中の数");
        break;
      case "serial":
        account.leave(grid, row, column, { ja: "通し番号", en: "serial numbers" });
        break;
      case "report-year":
        account.leave(grid, row, column, { ja: "書類の年度", en: "the year of the paper" });
        break;
      case "ignored":
        account.leave(grid, row, column, { ja: role.why, en: `a column left out: ${role.why}` });
        break;
      default:
        account.leave(grid, row, column, {
          ja: "何の数か分からない列",
          en: "a column that nothing tells about",
        });
    }
  }
}

export function leaveRow({ area: { grid }, account }: ReadTable, row: number, why: Bilingual): void {
  for (const [column, cell] of (grid.rows[row] ?? []).entries())
    if (cell) account.leave(grid, row, column, why);
}
