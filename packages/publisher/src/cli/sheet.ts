// `shihyo sheet export` and `shihyo sheet import`: the whole city as one sheet, out and back.

import { isError, type Language, writing } from "@shihyo/core";
import { sheetOf, takeSheet } from "../disk/edit/take-sheet.ts";
import { replaceFile } from "../disk/replace-file.ts";
import { type Command, type Outcome, outBookOption, switchOption } from "./commands.ts";
import { issueCount, issueJson, issueLines } from "./issue-lines.ts";

export const sheetExportCommand: Command = {
  name: "sheet export",
  operands: ["DATA"],
  options: [outBookOption],
  about: { ja: "市の表の全部を1枚のシートにする", en: "Make one sheet of all of the city's tables" },
  example: "shihyo sheet export data/142123 -o shihyo.xlsx",
  async run({ operands: [folder = ""], options, language }) {
    const out = String(options.out);
    const { bytes, rows } = await sheetOf(folder);
    await replaceFile(out, bytes);
    const text = {
      ja: `${out} を作りました（${rows}行）。直したら：shihyo sheet import ${folder} ${out}\n`,
      en: `Made ${out} (${rows} rows). When it was changed: shihyo sheet import ${folder} ${out}\n`,
    };
    return { status: 0, text: text[language], json: { out, rows, bytes: bytes.length } };
  },
};

export const sheetImportCommand: Command = {
  name: "sheet import",
  operands: ["DATA", "FILE"],
  options: [
    switchOption("renamed", [
      "違う名前は、同じ指標の新しい名前として取り込む",
      "Take a name that differs as the same indicator's new name",
    ]),
  ],
  about: { ja: "1枚のシートを市の表に戻す", en: "Take the one sheet back into the tables" },
  example: "shihyo sheet import data/142123 shihyo.xlsx",
  run: ({ operands: [folder = "", book = ""], options, language }) =>
    sheetBack(folder, book, options.renamed === true, language),
};

/** The one sheet taken back, and what came of it. */
export async function sheetBack(
  folder: string,
  book: string,
  renamed: boolean,
  language: Language,
): Promise<Outcome> {
  const { issues, changes, added, written } = await takeSheet(folder, book, { renamed });
  const failed = issues.some(isError);
  const did = {
    ja: failed
      ? "誤りを直すまで、何も書き込みません。"
      : changes.length === 0
        ? "変わったところはありません。"
        : `${changes.length}か所を取り込みました（新しいもの：${added.join("、") || "なし"}。表：${written.join("、")}）。`,
    en: failed
      ? "Nothing is written until the errors are mended."
      : changes.length === 0
        ? "Nothing has changed."
        : `Took in ${changes.length} changes (new: ${added.join(", ") || "none"}; tables: ${written.join(", ")}).`,
  };
  return {
    status: failed ? 1 : 0,
    text: `${issueLines(issues, language, "")}${issueCount(issues, language)}${writing[language].stop}${writing[language].gap}${did[language]}\n`,
    json: { changes, added, written, issues: issueJson(issues) },
  };
}
