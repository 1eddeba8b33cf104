// `shihyo year DATA 2025`: begins a year.

import { formatJapaneseYear, parseFiscalYear } from "@shihyo/core";
import { beginYear } from "../disk/year/begin-year.ts";
import { Refusal } from "../refusal.ts";
import type { Command } from "./commands.ts";

export const yearCommand: Command = {
  name: "year",
  operands: ["DATA", "YEAR"],
  options: [],
  about: {
    ja: "年度を始める（すべての指標の行を「集計中」で作る。前の年度もさかのぼって始められる）",
    en: "Begin a year, an earlier one too: a row for every indicator, not yet counted",
  },
  example: "shihyo year data/142123 2025",
  async run({ operands: [folder = "", said = ""], language }) {
    const year = yearOf(said);
    const begun = await beginYear(folder, year);
    const book = `shihyo workbook export ${folder} --year ${year} -o r${year}.xlsx`;
    const text = {
      ja: `${formatJapaneseYear(year)}（${year}年度）を始めました：${begun.file} に${begun.rows}行、出典 ${begun.source}。\n次は、記入用のブックを作ります：${book}\n`,
      en: `${year} has begun: ${begun.rows} rows in ${begun.file}, source ${begun.source}.\nNext, make the workbook to be filled in: ${book}\n`,
    };
    return { status: 0, text: text[language], json: { year, ...begun } };
  },
};

/** A year as people write it: 2025, R7, 令和7年度. */
export function yearOf(said: string): number {
  const year = parseFiscalYear(said);
  if (year !== undefined) return year;
  throw new Refusal({
    ja: `「${said}」は年度ではありません。2025 や 令和7 のように書いてください。`,
    en: `“${said}” is not a year. Write it like 2025.`,
  });
}
