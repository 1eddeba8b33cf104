// Counts what stands in a column of a table: numbers, words, dashes, years.

import { keyOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import { type Content, isMeasureWord } from "./header-words.ts";
import type { Sight } from "./sight.ts";
import { isUnitWord } from "./units.ts";
import { wordedValues } from "./worded-values.ts";
import { withoutYears, yearsIn } from "./years.ts";

/** A number with at most a unit behind it; 「3歳児の保育所入所率」 is a name. */
function isAmount(text: string): boolean {
  if (wordedValues(text)) return true;
  const { number, unit = "" } = readCellValue(text);
  return number !== undefined && (unit.length <= 3 || isUnitWord(unit));
}

/** What stands in a column of an area. */
export function contentOf(sight: Sight, rows: readonly number[], column: number): Content {
  let filled = 0;
  let numbers = 0;
  let dashes = 0;
  let longest = 0;
  let years = 0;
  let measures = 0;
  let parted = 0;
  let counting = 0;
  let amounts = 0;
  let before: number | undefined;
  const distinct = new Set<string>();
  for (const row of rows) {
    const cell = sight.own(row, column);
    const text = cell?.text.trim() ?? "";
    if (text === "") continue;
    if (isDash(text)) {
      dashes++;
      continue;
    }
    filled++;
    distinct.add(keyOf(text));
    longest = Math.max(longest, text.length);
    if (isMeasureWord(text)) measures++;
    if (/\S\s*[/／\n]\s*\S/u.test(text)) parted++;
    const found = yearsIn(text);
    const isYearCell =
      found.length > 0 &&
      /^(年?度?末?|[.．/][0-9]{1,2}(?:[.．/][0-9]{1,2})?|平均|の[0-9]年間|時点|現在|[0-9]{1,2}月.*|中間|最終|現状値|\(.*\)|～|~|頃)*$/u.test(
        keyOf(withoutYears(text)),
      );
    if (isYearCell || /^(現状値?|計画策定時|計画最終年度)$/u.test(keyOf(text))) years++;
    const number = cell?.number ?? (/^[0-9]+$/.test(keyOf(text)) ? Number(keyOf(text)) : undefined);
    if (number !== undefined || (!isYearCell && isAmount(text))) numbers++;
    if (isAmount(text) && !/^[0-9]{1,2}$|[(（]/u.test(keyOf(text))) amounts++;
    if (number !== undefined && before !== undefined && number === before + 1) counting++;
    before = number;
  }
  return {
    filled,
    numbers,
    dashes,
    distinct: distinct.size,
    longest,
    years: filled === 0 ? 0 : years / filled,
    isCounting: filled > 2 && counting >= (filled - 1) * 0.9,
    parted,
    measures: filled === 0 ? 0 : measures / filled,
    hasBoth: [/^実績値?$/u, /^(目標|計画)値?$/u].every((word) => [...distinct].some((one) => word.test(one))),
    amounts,
  };
}
