// How the cells of indicators' names are read: the number before a name, the unit behind it, what stands on the lines below it.

import type { Asking } from "./asking.ts";
import { keyOf, nameOf } from "./cell-text.ts";
import type { Column, FoundTable } from "./found-table.ts";
import { placeOf } from "./grid.ts";
import { isUnitWord } from "./units.ts";

/** What a formula leaves that points at an empty cell; no indicator is called 0. */
export const digitsOnly = /^[0-9０-９.,．，]+$/u;
export const numberForName = {
  ja: "指標名の欄にある数（空のセルを指す式など）",
  en: "a number where an indicator's name should be (such as a formula that points at an empty cell)",
};

/** A number before an indicator's name: 「①」「(1)」「1-2 」「1．」. */
const ownNumber =
  /^(?:[①-⑳]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}(?:[-－‐][0-9０-９]{1,2})+[\s　]|[0-9０-９]{1,2}[.．、)）])/u;

/** Whether the name begins with its own number, and not with another indicator's (「①のうち…」) or the first of several (「①…②…」). */
export function hasOwnNumber(name: string): boolean {
  const text = name.trim();
  const refers = /^[①-⑳][\s　]*(?:[のにをと＋+÷／/×－−-]|から|より)/u.test(text);
  return ownNumber.test(text) && !refers && (text.match(/[①-⑳]/gu)?.length ?? 0) < 2;
}

/** Whether every name ends in brackets, and what stands in most of them is a unit: then the others are units as well. */
export function namesEndInUnits({ area, sight }: FoundTable, indicator: Column | undefined): boolean {
  const names = area.rows.flatMap((row) => sight.own(row, indicator?.column ?? -1)?.text.trim() || []);
  const inside = names.flatMap((name) => /[(（［[]([^()（）［\][]{1,8})[)）\]］]$/u.exec(name)?.[1] ?? []);
  const others = inside.filter((one) => !isUnitWord(one));
  // 「（男性）」「（累計）」 say something else of the indicator.
  const areShort = others.every(
    (one) => one.length < 3 && !/[男女計年市町村県国内外]|再掲|平均|全体|以上/u.test(one),
  );
  return names.length > 1 && inside.length === names.length && areShort && others.length * 2 <= inside.length;
}

/** Whether what stands as name and unit is what should stand beside them: 「%」 and 「97.2」, 「回 14」, 「5 妻田小 2」. */
export function hasShifted(name: string, unit: string): boolean {
  const words = unit.split(/\s+/u);
  const isNumber = (word = "") => /^[0-9][0-9.,]*$/.test(keyOf(word));
  return (
    (isUnitWord(name) && words.some(isNumber)) ||
    words.some((word, at) => isUnitWord(word) && isNumber(words[at + 1])) ||
    words.filter(isNumber).length > 1
  );
}

/** A name, and what stands on the lines below it. */
export function firstLine(text: string): readonly [name: string, rest: string] {
  const [name = "", ...rest] = text.trim().split(/\s*\n\s*/u);
  return [name, rest.join("\n")];
}

/** Names with a second line much longer than the first: whether it is more of the name, or explains it, is asked. */
export function askExplained({ area, sight }: FoundTable, { column }: Column, asking: Asking): boolean {
  const names = area.rows.flatMap((row) => {
    const [name, rest] = firstLine(sight.own(row, column)?.text ?? "");
    return name === "" ? [] : [{ name, rest, row }];
  });
  const long = names.filter(
    ({ name, rest }) => rest.length >= 8 && rest.length > name.length && !/^[(（［[]/u.test(rest),
  );
  const [first] = long;
  if (!first || long.length < Math.max(2, names.length * 0.6)) return false;
  return asking
    .ask({
      id: "指標名:改行の後",
      text: {
        ja: `指標名の欄に、「${first.name}／${nameOf(first.rest).slice(0, 40)}」のように改行の後に長い文があります（${long.length}か所）。改行の後は、指標の説明ですか、名前の続きですか。`,
        en: `The cells of names go on below a line break, such as “${first.name} / ${nameOf(first.rest).slice(0, 40)}” (${long.length} cells). Does what follows explain the indicator, or is it more of its name?`,
      },
      proposal: "指標の説明",
      reason: { ja: "改行の後が名前より長いので", en: "it is longer than the name" },
      choices: ["指標の説明", "名前の続き"],
      examples: long.slice(0, 4).map(({ row }) => placeOf(area.grid, row, column)),
      cells: long.length,
    })
    .startsWith("指標の説明");
}
