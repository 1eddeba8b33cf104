// Costs: what a project took in a year, from a column or a row beside its indicators, or from a table of its own.

import type { Account } from "./account.ts";
import { keyOf, nameOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import type { Standing } from "./entries.ts";
import type { Column, FoundTable } from "./found-table.ts";
import { placeOf } from "./grid.ts";
import { type ColumnRole, isSum } from "./header-words.ts";
import { costRow } from "./sheet-layout.ts";
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
  for (const { header, under, rows } of area.costs) {
    const heads = under === undefined ? [header] : [header, under];
    for (const head of heads)
      for (const [column, cell] of (grid.rows[head] ?? []).entries())
        if (cell) account.leave(grid, head, column, { ja: "見出しの行", en: "header rows" });
    const said = heads.flatMap((head) => (grid.rows[head] ?? []).map((cell) => cell?.text ?? "")).join(" ");
    /** The year over a column; one that is joined over several in no file of joined cells stands over the first of them. */
    const headOf = (column: number) => {
      for (let at = column; under !== undefined && at >= 0; at--) {
        const text = sight.at(header, at)?.text ?? "";
        if (yearsIn(text).length > 0) return `${text} ${sight.at(under, column)?.text ?? ""}`;
        if (text !== "") break;
      }
      return sight.at(header, column)?.text ?? "";
    };
    let kind = "";
    const above = (grid.rows[header - 1] ?? []).map((cell) => cell?.text ?? "").join(" ");
    const unit = inBrackets.exec(`${said} ${above}`)?.[1];
    for (const row of rows) {
      const names = (grid.rows[row] ?? []).flatMap(({ text } = { text: "", kind: "text" }) =>
        text === "" || isDash(text) || readCellValue(text).number !== undefined ? [] : [text],
      );
      const money = names.find((name) => new RegExp(`^(?:${costUnits})$`, "u").test(name.trim()));
      const ofRow = names.find((one) => costRow.test(keyOf(one)));
      const own = names.findLast((one) => one !== money && one !== ofRow && !/^[%％]$/u.test(one.trim()));
      if (own !== undefined) kind = own;
      // 「予算額」 and 「実績額」 below one another, of the kind of cost that stands left of them.
      const name = (ofRow === undefined ? own : kind || ofRow) ?? "事業費";
      const isRate = ofRow !== undefined && /率$/u.test(keyOf(ofRow));
      for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
        const label = nameOf(ofRow === undefined ? headOf(column) : `${headOf(column)} ${ofRow}`);
        const year = yearsIn(label)[0]?.year;
        const { number, unit: inCell } = readCellValue(cell?.text ?? "");
        if (!cell || number === undefined) continue;
        if (isRate) {
          account.leave(grid, row, column, { ja: "予算の執行率", en: "how much of the budget was spent" });
          continue;
        }
        if (year === undefined || !hasNode) {
          account.leave(grid, row, column, {
            ja: "どの項目か年度の分からない費用",
            en: "a cost of no known node or year",
          });
          continue;
        }
        const of = unitOf(inCell ?? money?.trim(), name, unit);
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
