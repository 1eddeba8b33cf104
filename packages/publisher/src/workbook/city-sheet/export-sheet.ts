// The whole city as one sheet of a workbook: drop-downs, locked IDs, and a memory of what stood there when it was made.

import { columnName, type Dataset } from "@shihyo/core";
import { type BookSheet, type CellStyle, writeBook } from "../../spreadsheet/write-book.ts";
import { type CitySheet, type CityTables, citySheet, rowKey, type SheetColumn } from "./city-rows.ts";

const wholeSheet = "指標一覧";
const listSheet = "_lists";
export const wholeMemorySheet = "_shihyo_sheet";
/** Empty rows below the last, for new indicators. */
const spareRows = 200;

/** The same dataset gives the same bytes. */
export function exportSheet(dataset: Dataset, tables: CityTables): { bytes: Uint8Array; rows: number } {
  const sheet = citySheet(dataset, tables);
  const bytes = writeBook({
    title: `${dataset.municipality.title.ja} 指標一覧`,
    font: "BIZ UDPゴシック",
    date: dataset.releases.at(-1)?.date ?? "2000-01-01",
    sheets: [whole(sheet), choices(sheet), memory(dataset, sheet)],
  });
  return { bytes, rows: sheet.rows.length };
}

function look({ align = "left", open }: SheetColumn, isLocked: boolean): CellStyle {
  const common: CellStyle = { align, wrap: align !== "right", line: "thin" };
  return open && !isLocked ? { ...common, open: true } : { ...common, fill: "F2F2F2" };
}

function whole(sheet: CitySheet): BookSheet {
  const { columns, rows } = sheet;
  const head: CellStyle = {
    bold: true,
    colour: "FFFFFF",
    fill: "264AF4",
    align: "center",
    middle: true,
    wrap: true,
  };
  const usual = columns.map((column) => look(column, false));
  const again = columns.map((column) => look(column, true));
  return {
    name: wholeSheet,
    columns: columns.map(({ width, header, list }) => ({
      width,
      ...(list === undefined ? {} : { choices: { title: header, range: rangeOf(sheet, list) } }),
    })),
    rows: [
      { height: 36, cells: columns.map(({ header }) => ({ text: header, style: head })) },
      ...rows.map(({ listing, indicator, breakdown, cells, isAgain }) => ({
        cells: columns.map(({ header }, at) => ({
          text: [listing, indicator, breakdown][at] ?? cells[header] ?? "",
          style: (isAgain ? again : usual)[at] ?? {},
        })),
      })),
    ],
    protect: "free",
    frozen: { columns: 3 + sheet.levels.length + 1, rows: 1 },
    filter: true,
    spare: { rows: spareRows, styles: usual },
  };
}

function rangeOf({ lists }: CitySheet, list: string): string {
  const column = columnName(Object.keys(lists).indexOf(list));
  return `'${listSheet}'!$${column}$1:$${column}$${Math.max(lists[list]?.length ?? 0, 1)}`;
}

function choices({ lists }: CitySheet): BookSheet {
  const all = Object.values(lists);
  const longest = Math.max(...all.map(({ length }) => length));
  return {
    name: listSheet,
    isHidden: true,
    columns: all.map(() => ({ width: 14 })),
    rows: Array.from({ length: longest }, (_, at) => ({
      cells: all.map((words) => ({ text: words[at] ?? "" })),
    })),
  };
}

/** What stood in each cell when the sheet was made, to tell later who changed what. */
function memory({ municipality }: Dataset, { columns, rows }: CitySheet): BookSheet {
  const lines = [
    ["code", municipality.code],
    ["", ...columns.map(({ header }) => header)],
    ...rows.map(({ listing, breakdown, cells }) => [
      rowKey(listing, breakdown),
      ...columns.map(({ header }) => cells[header] ?? ""),
    ]),
  ];
  return {
    name: wholeMemorySheet,
    isHidden: true,
    columns: ["", ...columns].map(() => ({ width: 12 })),
    rows: lines.map((texts) => ({ cells: texts.map((text) => ({ text })) })),
  };
}
