// The workbook that the sections fill in: a sheet that explains, a sheet to fill, drop-downs and locks.

import { type Dataset, type FiscalYear, formatJapaneseYear, fullName } from "@shihyo/core";
import { type BookRow, type BookSheet, type CellStyle, writeBook } from "../spreadsheet/write-book.ts";
import { type FillRow, fillRows } from "./fill-rows.ts";
import {
  fillColumns,
  filledHeaders,
  fillSheet,
  guideSheet,
  memoryHeaders,
  memorySheet,
  type WorkbookColumn,
} from "./workbook-layout.ts";

export interface WorkbookOptions {
  readonly year: FiscalYear;
  /** One section's rows only: its ID or its name. */
  readonly section?: string;
  readonly font?: string;
}

export interface ExportedWorkbook {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** Comes with Windows since 2018, and was drawn to be easy to tell apart. */
const defaultFont = "BIZ UDPゴシック";

const colours = { head: "264AF4", headText: "FFFFFF", locked: "F2F2F2" };
const headStyle: CellStyle = {
  bold: true,
  colour: colours.headText,
  fill: colours.head,
  align: "center",
  middle: true,
};

/** The same dataset gives the same bytes: the only date is that of the newest release. */
export function exportWorkbook(
  dataset: Dataset,
  { year, section, font = defaultFont }: WorkbookOptions,
): ExportedWorkbook {
  const rows = fillRows(dataset, year, section);
  const bytes = writeBook({
    title: `${dataset.municipality.title.ja} ${formatJapaneseYear(year)} 記入用`,
    font,
    date: dataset.releases.at(-1)?.date ?? "2000-01-01",
    sheets: [guide(dataset, year, section), sheetToFill(year, rows), memory(dataset, year, rows)],
  });
  return { bytes, rows: rows.length };
}

function guide(dataset: Dataset, year: FiscalYear, section: string | undefined): BookSheet {
  const name = formatJapaneseYear(year);
  const lines: readonly (readonly [mark: string, text: string])[] = [
    [
      "",
      `${fullName(dataset.municipality)} 取組指標 ${name}の実績 記入用${section === undefined ? "" : `（${section}）`}`,
    ],
    ["", ""],
    [
      "1",
      `「${fillSheet(year)}」のシートを開き、白いセルに記入してください。灰色のセルは書き換えられません。`,
    ],
    ["2", "「実績値」には数だけを書きます。桁区切りや単位は要りません（書いてあっても読み取ります）。"],
    ["3", "小数は、印刷する桁まで書きます（例：90.0）。"],
    ["4", "数で表せない実績（例：実施設計）は「進捗状況」に書きます。"],
    ["5", "値がないときは 0 と書かずに空けておき、「値なしの理由」を一覧から選びます。"],
    ["", "該当なし：その年度には対象がない　未実施：実施しなかった　集計中：まだ数え終わっていない"],
    ["", "秘匿：個人が分かるおそれがあるため公表しない　不明：理由が分からない"],
    [
      "6",
      "「値の状態」は、確定した値なら空けておいてかまいません。後で変わる値は「速報」、推計した値は「推計」を選びます。",
    ],
    ["7", "1〜9人のように少ない人数は、個人が分かるおそれがないかを確かめてください。"],
    ["8", "前年度と大きく違う値や、数え方が変わった値は、そのわけを「備考」に一文で書いてください。"],
    ["9", "行や列を増やしたり消したりせず、上書き保存して返してください。"],
  ];
  const rows = lines.map(([mark, text], index): BookRow => {
    const isTitle = index === 0;
    return {
      // Not every program works out the height of wrapped lines.
      height: isTitle ? 32 : 20 * Math.max(1, Math.ceil(text.length / 60)),
      cells: [
        { text: mark && `${mark}.`, style: { align: "right" } },
        { text, style: isTitle ? { size: 16, bold: true } : { wrap: true } },
      ],
    };
  });
  return {
    name: guideSheet,
    columns: [{ width: 4 }, { width: 96 }],
    rows,
    protect: "cells",
    gridLines: false,
  };
}

function sheetToFill(year: FiscalYear, rows: readonly FillRow[]): BookSheet {
  const looks = [false, true].map((begins) => fillColumns.map((column) => look(column, begins)));
  const head: BookRow = {
    height: 24,
    cells: fillColumns.map(({ header }) => ({ text: header, style: headStyle })),
  };
  const filled = rows.map((row, index): BookRow => {
    // A line above the first row of each group that belongs together.
    const groupOf = ({ section, project }: FillRow) => section || project;
    const before = rows[index - 1];
    const begins = before === undefined || groupOf(before) !== groupOf(row);
    const texts = [
      row.id,
      row.section,
      row.project,
      row.label,
      row.part,
      row.unit,
      row.before,
      ...filledHeaders.map((header) => row.now[header] ?? ""),
    ];
    return {
      height: 17 * Math.max(1, Math.ceil(row.label.length / 20), Math.ceil(row.project.length / 13)),
      cells: texts.map((text, at) => ({ text, style: looks[begins ? 1 : 0]?.[at] ?? {} })),
    };
  });
  return {
    name: fillSheet(year),
    columns: fillColumns.map(({ width, header, choices }) => ({
      width,
      ...(choices ? { choices: { title: header, words: choices } } : {}),
    })),
    rows: [head, ...filled],
    protect: "cells",
    frozen: { columns: 1, rows: 1 },
    filter: true,
    gridLines: false,
  };
}

function look({ align = "left", fill }: WorkbookColumn, begins: boolean): CellStyle {
  return {
    align,
    wrap: align !== "right",
    line: begins ? "group" : "thin",
    ...(fill ? { open: true } : { fill: colours.locked }),
  };
}

/** What stood in the table when the workbook was made, to tell later who changed what. */
function memory(dataset: Dataset, year: FiscalYear, rows: readonly FillRow[]): BookSheet {
  const lines = [
    ["code", dataset.municipality.code],
    ["year", String(year)],
    memoryHeaders,
    ...rows.map((row) => [row.id, ...filledHeaders.map((header) => row.now[header] ?? "")]),
  ];
  return {
    name: memorySheet,
    isHidden: true,
    columns: memoryHeaders.map(() => ({ width: 12 })),
    rows: lines.map((texts) => ({ cells: texts.map((text) => ({ text })) })),
  };
}
