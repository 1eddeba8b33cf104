// `shihyo workbook export` and `shihyo workbook import`: the workbook that the sections fill in.

import { isError } from "@shihyo/core";
import { takeWorkbook } from "../disk/edit/take-workbook.ts";
import { replaceFile } from "../disk/replace-file.ts";
import { readSoundCity } from "../disk/year/sound-city.ts";
import { exportWorkbook } from "../workbook/export-workbook.ts";
import { type Command, type Option, outBookOption, switchOption, valueOption } from "./commands.ts";
import { issueJson } from "./issue-lines.ts";
import { stops, takenText } from "./taken-text.ts";
import { yearOf } from "./year.ts";

const yearOption: Option = valueOption("year", "YEAR", [
  "年度（2025、令和7）。なければ表の最後の年度",
  "The year; else the tables' last one",
]);

export const workbookExportCommand: Command = {
  name: "workbook export",
  operands: ["DATA"],
  options: [
    outBookOption,
    yearOption,
    valueOption("section", "SECTION", [
      "1つの所管課の分だけ（名前かID）",
      "One section's rows only (its name or ID)",
    ]),
    valueOption("font", "FONT", [
      "文字の書体（なければ BIZ UDPゴシック）",
      "The font (else BIZ UDPゴシック)",
    ]),
  ],
  about: { ja: "各課が記入するExcelブックを作る", en: "Make the Excel workbook that the sections fill in" },
  example: "shihyo workbook export data/142123 --year 2025 -o r7.xlsx",
  async run({ operands: [folder = ""], options, language }) {
    const { dataset } = await readSoundCity(folder);
    const year = typeof options.year === "string" ? yearOf(options.year) : (dataset.years.at(-1) ?? 0);
    const out = String(options.out);
    const { bytes, rows } = exportWorkbook(dataset, {
      year,
      ...(typeof options.section === "string" ? { section: options.section } : {}),
      ...(typeof options.font === "string" ? { font: options.font } : {}),
    });
    await replaceFile(out, bytes);
    const text = {
      ja: `${out} を作りました（${year}年度、${rows}行）。記入して戻ってきたら：shihyo workbook import ${folder} ${out}\n`,
      en: `Made ${out} (${year}, ${rows} rows). When it comes back: shihyo workbook import ${folder} ${out}\n`,
    };
    return { status: 0, text: text[language], json: { out, year, rows, bytes: bytes.length } };
  },
};

export const workbookImportCommand: Command = {
  name: "workbook import",
  operands: ["DATA", "FILE"],
  options: [
    yearOption,
    switchOption("partial", [
      "直すところや未記入の行があっても、よい行だけを取り込む",
      "Take in the rows that are well, though others are not",
    ]),
  ],
  about: {
    ja: "記入されたブック（またはCSV）を表に取り込む",
    en: "Take a filled workbook (or CSV) into the tables",
  },
  example: "shihyo workbook import data/142123 r7.xlsx",
  async run({ operands: [folder = "", book = ""], options, language }) {
    const result = await takeWorkbook(folder, book, {
      ...(typeof options.year === "string" ? { year: yearOf(options.year) } : {}),
      partial: options.partial === true,
    });
    const { issues, readings, changes, written, taken, file, year } = result;
    const status = !issues.some(stops) || (written && !issues.some(isError)) ? 0 : 1;
    return {
      status,
      text: takenText(result, options.partial === true, language),
      json: { year, file, written, taken, changes, readings, issues: issueJson(issues) },
    };
  },
};
