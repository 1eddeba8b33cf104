// What each of several rows of one indicator is (「上段：目標　下段：実績」), from a note on the sheet or by asking.

import type { Asking } from "./asking.ts";
import { keyOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import type { FoundTable } from "./found-table.ts";
import { placeOf } from "./grid.ts";
import type { ColumnRole } from "./header-words.ts";

const target: ColumnRole = { kind: "target" };
const value: ColumnRole = { kind: "value" };
const rate: ColumnRole = { kind: "rate" };
const unread: ColumnRole = { kind: "ignored", why: "行の意味が分からないため" };

/** Sets what the rows of an indicator are, where it has several and no column says so. */
export function settleLines(table: FoundTable, asking: Asking): void {
  settlePairs(table);
  const indicator = table.columns.find(({ role }) => role.kind === "indicator");
  if (!indicator || table.columns.some(({ role }) => ["measure", "year"].includes(role.kind))) return;
  const groups = groupsOf(table, indicator.column);
  const counts = new Map<number, number>();
  for (const { length } of groups) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [most] = [...counts].filter(([length]) => length > 1 && length < 5).sort((a, b) => b[1] - a[1]);
  // More of the indicators than not: one row without a name below the last is the table's own, such as a sum.
  if (!most || most[1] < groups.length * 0.5 || (most[1] === 1 && groups.length > 1)) return;
  const [size] = most;
  const said = saidAbove(table, size);
  if (said) {
    table.lines = said;
    return;
  }
  const framed = size === 2 ? framedLine(table, groups) : undefined;
  if (framed !== undefined) {
    table.lines = framed === 0 ? [target, value] : [value, target];
    table.framedLine = framed;
    return;
  }
  const names = size === 2 ? two : size === 3 ? three : [];
  const first = groups.find(({ length }) => length === size)?.[0] ?? 0;
  const answer = asking.ask({
    id: `行の組:${size}行`,
    text: {
      ja: `一つの指標が${size}行ずつあり、それぞれの行が何かは書かれていません。上から順に何ですか。`,
      en: `Each indicator has ${size} rows, and nothing says what each of them is. What are they, from the top down?`,
    },
    proposal: "読まない",
    reason: {
      ja: "目標と実績のどちらが上かは、表から分かりません",
      en: "whether targets or results come first cannot be known from the table",
    },
    choices: [...names.map(([name]) => name), "読まない"],
    examples: [placeOf(table.area.grid, first, indicator.column)],
    cells: groups.length * size,
  });
  table.lines =
    names.find(([name]) => keyOf(name) === keyOf(answer))?.[1] ?? Array.from({ length: size }, () => unread);
}

const two: readonly (readonly [string, readonly ColumnRole[]])[] = [
  ["上が目標値、下が実績値", [target, value]],
  ["上が実績値、下が目標値", [value, target]],
];
const three: readonly (readonly [string, readonly ColumnRole[]])[] = [
  ["上から目標値、実績値、達成率", [target, value, rate]],
  ["上から実績値、目標値、達成率", [value, target, rate]],
];

/** Two numbers in each cell, where the header of the names, a title or a note says which of them is above. */
function settlePairs(table: FoundTable): void {
  const [above, below] = saidAbove(table, 2) ?? [];
  if (!above || !below) return;
  for (const column of table.columns) {
    const { role, content } = column;
    if (role.kind !== "value" || content.parted <= content.filled * 0.5) continue;
    const dated = role.year === undefined ? {} : { year: role.year };
    column.role = {
      kind: "pair",
      roles: [{ ...above, ...dated } as ColumnRole, { ...below, ...dated } as ColumnRole],
    };
  }
}

/** The rows of each indicator: one with a name, and those below it that have values and no name. */
function groupsOf({ area, sight, columns }: FoundTable, name: number): number[][] {
  const values = columns.filter(({ role }) => role.kind === "value" || role.kind === "target");
  const words = columns.filter(({ role }) =>
    ["unit", "indicator-kind", "indicator-part", "unknown"].includes(role.kind),
  );
  const groups: number[][] = [];
  for (const row of area.rows) {
    const has = (column: number) => (sight.own(row, column)?.text.trim() ?? "") !== "";
    const isMerged = (sight.mergeAt(row, name)?.top ?? row) < row;
    const isSilent = !has(name) && (isMerged || (sight.at(row, name)?.text ?? "") === "");
    const hasValue = values.some(({ column }) => {
      const shown = sight.own(row, column)?.text ?? "";
      return isDash(shown) || readCellValue(shown).number !== undefined;
    });
    const group = groups.at(-1);
    if (isSilent && group && hasValue && !words.some(({ column }) => has(column))) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Which of two rows has its numbers in brackets, where a note says that these are targets (「（　）内は目標値」). */
function framedLine(
  { area, sight, columns }: FoundTable,
  groups: readonly (readonly number[])[],
): number | undefined {
  const isSaid = [...area.titles, ...area.notes].some((text) =>
    /\(\)内?(?:の数値?|は|：|:|が)*(?:目標|計画)/u.test(keyOf(text)),
  );
  if (!isSaid) return undefined;
  const values = columns.filter(({ role }) => role.kind === "value" || role.kind === "target");
  const isFramed = (row: number | undefined) =>
    values.every(({ column }) => {
      const text = keyOf(sight.own(row ?? -1, column)?.text ?? "");
      return text === "" || isDash(text) || /^\(.+\)$/u.test(text);
    });
  const pairs = groups.filter(({ length }) => length === 2);
  return [0, 1].find((at) => pairs.every((rows) => isFramed(rows[at]) && !isFramed(rows[1 - at])));
}

/** 「上段：目標　下段：実績」 in a header, a title or a note. */
function saidAbove({ area }: FoundTable, size: number): readonly ColumnRole[] | undefined {
  const texts = [...area.headers.flat(), ...area.titles, ...area.notes].map(keyOf);
  for (const text of texts) {
    const parts = [
      ...text.matchAll(
        /[(【[]?(上段|中段|下段|上(?=[:：=])|中(?=[:：=])|下(?=[:：=]))[)】\]]?[^目計実達予期]{0,4}(目標|計画|実績|達成率|達成度|予定|期待)/gu,
      ),
    ];
    const order = ["上", "中", "下"];
    const found = parts
      .map(([, where = "", what = ""]) => ({ at: order.indexOf(where.slice(0, 1)), what }))
      .sort((a, b) => a.at - b.at);
    if (found.length !== size || new Set(found.map(({ at }) => at)).size !== size) continue;
    return found.map(({ what }) => (what === "実績" ? value : what.startsWith("達成") ? rate : target));
  }
  return undefined;
}
