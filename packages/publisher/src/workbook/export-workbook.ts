// The workbook that the sections fill in: a sheet that explains, a sheet to fill, drop-downs and locks.

import ExcelJS from "@protobi/exceljs";
import { type Dataset, type FiscalYear, formatJapaneseYear, fullName } from "@shihyo/core";
import { type FillRow, fillRows } from "./fill-rows.ts";
import {
  fillColumns,
  filledHeaders,
  fillSheet,
  guideSheet,
  memoryHeaders,
  memorySheet,
  type WorkbookColumn,
} from "./layout.ts";
import { packAgain } from "./pack.ts";

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

const colours = {
  head: "FF264AF4",
  headText: "FFFFFFFF",
  locked: "FFF2F2F2",
  line: "FFB3B3B3",
  group: "FF4D4D4D",
};

/** The same dataset gives the same bytes: the only date is that of the newest release. */
export async function exportWorkbook(
  dataset: Dataset,
  { year, section, font = defaultFont }: WorkbookOptions,
): Promise<ExportedWorkbook> {
  const rows = fillRows(dataset, year, section);
  const book = new ExcelJS.Workbook();
  const date = new Date(`${dataset.releases.at(-1)?.date ?? "2000-01-01"}T00:00:00Z`);
  book.creator = "Shihyo";
  book.lastModifiedBy = "Shihyo";
  book.created = date;
  book.modified = date;
  book.title = `${dataset.municipality.title.ja} ${formatJapaneseYear(year)} 記入用`;
  await addGuide(book, dataset, year, section, font);
  await addFillSheet(book, year, rows, font);
  addMemory(book, dataset, year, rows);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const last = `${letter(fillColumns.length)}${rows.length + 1}`;
  return { bytes: packAgain(bytes, { sheet: 2, range: `A2:${last}` }), rows: rows.length };
}

async function addGuide(
  book: ExcelJS.Workbook,
  dataset: Dataset,
  year: FiscalYear,
  section: string | undefined,
  font: string,
): Promise<void> {
  const sheet = book.addWorksheet(guideSheet, {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.getColumn(1).width = 4;
  sheet.getColumn(2).width = 96;
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
  for (const [mark, text] of lines) {
    const row = sheet.addRow([mark && `${mark}.`, text]);
    row.font = { name: font, size: 11 };
    // Not every program works out the height of wrapped lines.
    row.height = 20 * Math.max(1, Math.ceil(text.length / 60));
    row.alignment = { vertical: "top", wrapText: true };
    row.getCell(1).alignment = { horizontal: "right", vertical: "top" };
  }
  sheet.getRow(1).height = 32;
  sheet.getRow(1).font = { name: font, size: 16, bold: true };
  await sheet.protect("", { selectLockedCells: true, selectUnlockedCells: true });
}

async function addFillSheet(
  book: ExcelJS.Workbook,
  year: FiscalYear,
  rows: readonly FillRow[],
  font: string,
): Promise<void> {
  const sheet = book.addWorksheet(fillSheet(year), {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1, showGridLines: false }],
    pageSetup: {
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
  });
  fillColumns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const head = sheet.addRow(fillColumns.map(({ header }) => header));
  head.height = 24;
  head.eachCell((cell) => {
    cell.font = { name: font, size: 11, bold: true, color: { argb: colours.headText } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colours.head } };
    cell.alignment = { horizontal: "center", vertical: "middle" };
  });
  for (const [index, row] of rows.entries()) {
    const added = sheet.addRow([
      row.id,
      row.section,
      row.project,
      row.label,
      row.part,
      row.unit,
      row.before,
      ...filledHeaders.map((header) => row.now[header] ?? ""),
    ]);
    added.height = 17 * Math.max(1, Math.ceil(row.label.length / 20), Math.ceil(row.project.length / 13));
    // A line above the first row of each group that belongs together.
    const groupOf = ({ section, project }: FillRow) => section || project;
    const before = rows[index - 1];
    const begins = before === undefined || groupOf(before) !== groupOf(row);
    fillColumns.forEach((column, at) => {
      dress(added.getCell(at + 1), column, font, begins);
    });
  }
  sheet.autoFilter = { from: "A1", to: `${letter(fillColumns.length)}1` };
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  });
}

function dress(cell: ExcelJS.Cell, column: WorkbookColumn, font: string, begins: boolean): void {
  cell.font = { name: font, size: 11 };
  // Text, so that what is typed stays as typed: 90.0 keeps its decimal, 85% and 1-1 are not turned into others.
  cell.numFmt = "@";
  cell.alignment = {
    vertical: "top",
    horizontal: column.align ?? "left",
    wrapText: column.align !== "right",
  };
  const line = { style: "thin", color: { argb: colours.line } } as const;
  cell.border = {
    top: begins ? { style: "medium", color: { argb: colours.group } } : line,
    bottom: line,
    left: line,
    right: line,
  };
  if (column.fill) cell.protection = { locked: false };
  else cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colours.locked } };
  if (column.choices) {
    cell.dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [`"${column.choices.join(",")}"`],
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: column.header,
      error: `一覧から選んでください：${column.choices.join("、")}`,
    };
  }
}

/** What stood in the table when the workbook was made, to tell later who changed what. */
function addMemory(
  book: ExcelJS.Workbook,
  dataset: Dataset,
  year: FiscalYear,
  rows: readonly FillRow[],
): void {
  const sheet = book.addWorksheet(memorySheet, { state: "veryHidden" });
  sheet.addRow(["code", dataset.municipality.code]);
  sheet.addRow(["year", String(year)]);
  sheet.addRow([...memoryHeaders]);
  for (const row of rows) sheet.addRow([row.id, ...filledHeaders.map((header) => row.now[header] ?? "")]);
}

/** 1 is A; our sheets have no more than 26 columns. */
function letter(column: number): string {
  return String.fromCharCode(64 + column);
}
