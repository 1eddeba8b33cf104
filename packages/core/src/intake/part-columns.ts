// Finds columns of districts, schools or sexes side by side: parts of an indicator's value, not values of years.

import type { Asking } from "./asking.ts";
import { keyOf, nameOf } from "./cell-text.ts";
import type { Column, FoundTable } from "./found-table.ts";
import { isPartWord, isWholeWord } from "./part-words.ts";
import { withoutYears } from "./years.ts";

/** The lowest of a header's pieces that says more than a year: 「男」 of 「R6 男」. */
export function partNameOf({ area }: FoundTable, { column, header }: Column): string {
  const pieces = area.headers[column] ?? [];
  const said = pieces.findLast((piece) => keyOf(withoutYears(piece)).replace(/[()年度]/gu, "") !== "");
  return nameOf(withoutYears(said ?? header)).replace(/^[(（](.*)[)）]$/u, "$1");
}

/** Columns of numbers that say no year and are called as parts are: asked about once, all together. */
export function findPartColumns(table: FoundTable, asking: Asking): void {
  const { columns } = table;
  const open = columns.filter(
    ({ role, content, header }) =>
      role.kind === "unknown" && header !== "" && content.numbers + content.dashes > 0,
  );
  const runs: Column[][] = [];
  for (const column of open) {
    const last = runs.at(-1);
    if (last && last.at(-1)?.column === column.column - 1) last.push(column);
    else runs.push([column]);
  }
  for (const run of runs) {
    const names = run.map((column) => partNameOf(table, column));
    const parts = names.filter((name) => isPartWord(name));
    const others = names.filter((name) => !isPartWord(name) && !isWholeWord(name));
    // Beside parts, or beside a whole and two others, what is called by a short word of its own is a part as well.
    const isOfParts = parts.length > 1 || (names.some(isWholeWord) && names.length > 3);
    const areShort = others.every((name) => /^[\p{L}ー々・]{1,8}$/u.test(name));
    if (names.length - names.filter(isWholeWord).length < 2 || !isOfParts || !areShort) continue;
    if (new Set(names).size < names.length) continue;
    const isTaken = askParts(table, run, names, asking);
    for (const [at, column] of run.entries()) takeAsPart(column, names[at] ?? "", isTaken);
  }
}

/** Whether columns that differ only by the name of a part are taken as such; what is the whole stands either way. */
export function askParts(
  { area }: FoundTable,
  group: readonly Column[],
  names: readonly string[],
  asking: Asking,
): boolean {
  const parts = names.filter((name) => !isWholeWord(name));
  const total = names.find((name) => isWholeWord(name));
  return asking
    .ask({
      id: `内訳の列:${area.grid.sheet}:${parts.join("・").slice(0, 60)}`,
      text: {
        ja: `「${parts.join("」「")}」の列は、指標の値の内訳ですか。${total === undefined ? "全体の列はありません。" : `「${total}」の列は全体の値とします。`}`,
        en: `Are the columns ${parts.join(", ")} parts of each indicator's value? ${total === undefined ? "There is no column of the whole." : `The column ${total} is the whole.`}`,
      },
      proposal: "内訳として載せる",
      reason: {
        ja: "見出しが地区や男女などの名前です",
        en: "their headers name districts, sexes or the like",
      },
      choices: ["内訳として載せる", "読まない"],
      examples: group.map(({ place }) => place),
      cells: group.reduce((sum, { content }) => sum + content.filled, 0),
    })
    .startsWith("内訳");
}

/** The column as one of results: of the whole, or of a part. */
export function takeAsPart(column: Column, name: string, isTaken: boolean): void {
  const year = "year" in column.role && column.role.year !== undefined ? { year: column.role.year } : {};
  const state = column.role.kind === "value" && column.role.state ? { state: column.role.state } : {};
  if (isWholeWord(name)) column.role = { kind: "value", ...year, ...state };
  else if (isTaken) column.role = { kind: "value", ...year, ...state, part: name };
  else column.role = { kind: "ignored", why: "内訳の列" };
  column.reason = { ja: "見出しが内訳の名前なので", en: "its header names a part" };
}
