// Costs: what a project took in a year, from a column or a row beside its indicators, or from a table of its own.

import type { Account } from "./account.ts";
import { keyOf, nameOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import type { Standing } from "./entries.ts";
import type { Column, FoundTable } from "./found-table.ts";
import { placeOf } from "./grid.ts";
import { type ColumnRole, isSum } from "./header-words.ts";
import { yearsIn } from "./years.ts";

export interface CostEntry extends Standing {
  readonly item: string;
  readonly year: number;
  readonly stage: string;
  readonly amount: string;
  readonly unit?: string;
  readonly isTotal: boolean;
}

const costUnits = "千円|百万円|万円|億円|円|人工|人|時間";
const inBrackets = new RegExp(`[(（]\\s*(?:単位\\s*[:：]?\\s*)?(${costUnits})\\s*[)）]`, "u");

/** What a cost is counted in: as its cell says, as its name says, people and hours by their words, else as its table says. */
function unitOf(cell: string | undefined, name: string, table?: string): string | undefined {
  if (cell !== undefined) return cell;
  const said = inBrackets.exec(name)?.[1];
  if (said !== undefined) return said;
  if (/(人工|人員|従事|職員数)/u.test(name)) return /時間/u.test(name) ? "時間" : "人";
  return /時間/u.test(name) ? "時間" : table;
}

/** A cost that stands in a column beside the indicators. */
export function costOf(
  table: FoundTable,
  row: number,
  column: Column,
  role: ColumnRole & { kind: "cost" },
  rowYear?: number,
): CostEntry | undefined {
  const cell = table.sight.own(row, column.column);
  const year = role.year ?? rowYear;
  if (!cell || year === undefined) return undefined;
  const { number, unit } = readCellValue(cell.text);
  if (number === undefined) return undefined;
  const of = unitOf(unit, `${column.header} ${role.item}`);
  const { grid } = table.area;
  return {
    item: nameOf(role.item),
    year,
    stage: role.stage ?? "決算",
    amount: number,
    ...(of === undefined ? {} : { unit: of }),
    isTotal: role.isTotal,
    at: placeOf(grid, row, column.column),
    grid,
    row,
    column: column.column,
  };
}

/** The costs in tables of their own that stand with a table of indicators, as in a form. */
export function costsBeside({ area, sight }: FoundTable, hasNode: boolean, account: Account): CostEntry[] {
  const { grid } = area;
  const costs: CostEntry[] = [];
  for (const { header, rows } of area.costs) {
    const line = grid.rows[header] ?? [];
    for (const [column, cell] of line.entries())
      if (cell) account.leave(grid, header, column, { ja: "見出しの行", en: "header rows" });
    const said = line.map((cell) => cell?.text ?? "").join(" ");
    const above = (grid.rows[header - 1] ?? []).map((cell) => cell?.text ?? "").join(" ");
    const unit = inBrackets.exec(`${said} ${above}`)?.[1];
    for (const row of rows) {
      const names = (grid.rows[row] ?? []).flatMap(({ text } = { text: "", kind: "text" }) =>
        text === "" || isDash(text) || readCellValue(text).number !== undefined ? [] : [text],
      );
      const money = names.find((name) => new RegExp(`^(?:${costUnits})$`, "u").test(name.trim()));
      const name = names.findLast((one) => one !== money) ?? "事業費";
      for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
        const label = nameOf(sight.at(header, column)?.text ?? "");
        const year = yearsIn(label)[0]?.year;
        const { number, unit: own } = readCellValue(cell?.text ?? "");
        if (!cell || number === undefined) continue;
        if (year === undefined || !hasNode) {
          account.leave(grid, row, column, {
            ja: "どの項目か年度の分からない費用",
            en: "a cost of no known node or year",
          });
          continue;
        }
        const of = unitOf(own ?? money?.trim(), name, unit);
        costs.push({
          item: nameOf(name.replace(inBrackets, "")),
          year,
          stage: /見込/u.test(label) ? "見込" : (/(決算|予算|計画)/u.exec(label)?.[0] ?? "決算"),
          amount: number,
          ...(of === undefined ? {} : { unit: of }),
          isTotal: isSum(name),
          at: placeOf(grid, row, column),
          grid,
          row,
          column,
        });
      }
    }
  }
  return costs;
}

export const spentName =
  /^(?:総?事業費|人件費|直接経費|総コスト|トータルコスト|(?:当初)?予算額?|決算額?)(?:\((?:決算|予算)?額?\))?$/u;

/** What a project took, in a row among those of its indicators: 「事業費」 counted in 千円. */
export function costsInRow(
  table: FoundTable,
  row: number,
  name: string,
  unit: string,
): CostEntry[] | undefined {
  const bare = name.replace(/[(（]\s*(?:単位\s*[:：])?\s*[^()（）]*円\s*[)）]/u, "");
  const isMoney = /円/u.test(unit) || bare !== name;
  if (!isMoney || !spentName.test(keyOf(bare))) return undefined;
  const stage = /予算/u.test(bare) ? { stage: "予算" } : {};
  return table.columns.flatMap((column) => {
    const { role } = column;
    if (role.kind !== "value" || role.year === undefined) return [];
    const item = nameOf(bare);
    const cost = costOf(table, row, column, {
      kind: "cost",
      item,
      year: role.year,
      isTotal: isSum(bare),
      ...stage,
    });
    const said = /[(（]\s*(?:単位\s*[:：])?\s*([^()（）]*円)\s*[)）]/u.exec(name)?.[1] ?? unit;
    return cost ? [{ ...cost, ...(cost.unit === undefined && said !== "" ? { unit: said } : {}) }] : [];
  });
}
