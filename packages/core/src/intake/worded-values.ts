// Several values in one cell that each say what they are: 「目標 120／実績 130」, 「（目標）5（実績）4」.

import { halfWidth } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";

export interface WordedValue {
  readonly of: "value" | "target" | "rate";
  readonly text: string;
}

const word =
  /[(（【［[〔]?\s*(目標|計画|予定|実績|達成率|目(?=\s*[)）】］:：])|計(?=\s*[)）】］:：])|実(?=\s*[)）】］:：]))値?\s*[)）】］\]〕]?\s*[:：]?/gu;

/** The values of a cell of which each has its word before it; `undefined` where the cell is no such one. */
export function wordedValues(cell: string): readonly WordedValue[] | undefined {
  if (cell.length > 80 || !/目|実|計|予/u.test(cell)) return undefined;
  const text = halfWidth(cell.replace(/\n/gu, " "));
  const found = [...text.matchAll(word)];
  if (found.length < 2 || found[0]?.index !== 0) return undefined;
  const values = found.map((match, at): WordedValue => {
    const end = found[at + 1]?.index ?? text.length;
    const own = text
      .slice(match.index + match[0].length, end)
      .replace(/[\s/／、,・]+$/u, "")
      .trim();
    const said = match[1] ?? "";
    return { of: said.startsWith("実") ? "value" : said.startsWith("達") ? "rate" : "target", text: own };
  });
  const isRead = values.every(({ text: own }) => isDash(own) || readCellValue(own).number !== undefined);
  return isRead && new Set(values.map(({ of }) => of)).size === values.length ? values : undefined;
}
