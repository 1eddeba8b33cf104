// XLSX: a sheet for each table with a frozen header, numbers as printed, codes as text; the first sheet explains.

import { type Dataset, type Text, textIn } from "@shihyo/core";
import { unzipSync } from "fflate";
import type { CellObject, Row, Sheet } from "write-excel-file/universal";
import type { Format } from "./format.ts";
import { legend, provenance } from "./read-me.ts";
import type { SheetRows } from "./sheet-rows.ts";
import { type PublishedColumn, type PublishedTable, tableFile } from "./tables/published-table.ts";
import { publishedTablesOf } from "./tables/published-tables.ts";
import { zipped } from "./zip.ts";

/** A workbook is held in memory, and people scroll through it: a longer table stands in its CSV alone. */
const sheetRowLimit = 100_000;

export const workbookFormat: Format = {
  name: "workbook",
  *files(dataset) {
    yield { path: `${dataset.municipality.code}_dataset.xlsx`, chunks: workbook(dataset) };
  },
};

/** A table with its rows, or without them where they are too many. */
interface FilledTable {
  readonly table: PublishedTable;
  readonly records: readonly (readonly string[])[] | undefined;
}

/**
 * The library writes the workbook but for the tables' rows: for these it takes six times as long as need be, since
 * it looks up a style and escapes three attributes for each of 40,000 cells (decision 0004).
 */
async function* workbook(dataset: Dataset): AsyncIterable<Uint8Array> {
  // Loaded only where a workbook is written: commands that write none start sooner.
  const { default: writeExcelFile } = await import("write-excel-file/universal");
  const { formatsOf, withRows } = await import("./sheet-rows.ts");
  const { framed, printed } = await import("./workbook-frame.ts");
  const tables = publishedTablesOf(dataset).map((table) => ({ table, records: recordsOf(table, dataset) }));
  const filled = tables.flatMap(({ table, records }) =>
    records ? [{ name: sheetName(table), table, records, formats: formatsOf(table, records) }] : [],
  );
  const sheets = [explanation(dataset, tables), ...filled.map(tableSheet)];
  const frame = await writeExcelFile(sheets, { fontFamily: "Yu Gothic", fontSize: 11 }).toBlob();
  const parts = framed(unzipSync(new Uint8Array(await frame.arrayBuffer())), dataset, filled);
  yield* zipped(
    [...parts].map(([path, content]) => {
      const sheet = filled[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1]) - 2];
      return { path, chunks: sheet ? withRows(printed(content), sheet) : [content] };
    }),
  );
}

function recordsOf(table: PublishedTable, dataset: Dataset): string[][] | undefined {
  const records: string[][] = [];
  for (const record of table.records(dataset)) {
    if (records.length === sheetRowLimit) return undefined;
    records.push(record);
  }
  return records;
}

/** Excel allows 31 characters and none of `[]:*?/\`. */
function sheetName({ title }: PublishedTable): string {
  return [...title.ja.replace(/[[\]:*?/\\]/g, " ")].slice(0, 31).join("");
}

/** A sheet with its header, and in place of its rows one cell of each format that they have. */
function tableSheet({ table, records, formats }: SheetRows): Sheet<Blob> {
  return {
    sheet: sheetName(table),
    stickyRowsCount: 1,
    columns: table.columns.map((column, index) => ({ width: columnWidth(column, index, records) })),
    data: [table.columns.map(({ name }) => heading(name)), formats.map(patternCell)],
  };
}

function heading(value: string): CellObject {
  return { value, type: String, fontWeight: "bold", backgroundColor: "#e8f1fe", format: "@" };
}

function patternCell(format: string): CellObject {
  return format === "@" ? { value: "0", type: String, format } : { value: 0, type: Number, format };
}

/** Wide enough for the header and the first rows, and never wider than a line of reading. */
function columnWidth(
  { name }: PublishedColumn,
  index: number,
  records: readonly (readonly string[])[],
): number {
  const cells = records.slice(0, 50).map((record) => record[index] ?? "");
  return Math.min(50, Math.max(6, ...[name, ...cells].map(textWidth)) + 2);
}

/** Characters beyond Latin take two places. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > "\u02ff" ? 2 : 1;
  return width;
}

const explanationWidths = [60, 60, 40, 40, 12];

/** With the height that its wrapped lines need: not every program works it out on opening. */
function fitted(row: readonly (CellObject | null)[]): Row {
  const lines = row.map((cell, index) =>
    Math.ceil(textWidth(String(cell?.value ?? "")) / ((explanationWidths[index] ?? 40) - 4)),
  );
  const height = 19 * Math.max(1, ...lines);
  return row.map((cell) => cell && { ...cell, height });
}

function explanation(dataset: Dataset, tables: readonly FilledTable[]): Sheet<Blob> {
  const { municipality } = dataset;
  const line = ({ ja, en = "" }: Text): Row => fitted([text(ja), text(en)]);
  const title = (ja: string, en: string): Row => [bold(ja), bold(en)];
  return {
    sheet: "説明 About",
    showGridLines: false,
    columns: explanationWidths.map((width) => ({ width })),
    data: [
      [bold(textIn(municipality.title, "ja")), bold(textIn(municipality.title, "en"))],
      line(municipality.description),
      ...provenance(dataset).map(line),
      [],
      title("読み方", "How to read it"),
      ...legend.map(line),
      [],
      [bold("シート"), bold("Sheet"), bold("内容"), bold("Contents"), bold("行 Rows")],
      ...tables.map(
        ({ table, records }): Row => [
          text(records ? sheetName(table) : tooLong(tableFile(municipality.code, table)).ja),
          text(records ? textIn(table.title, "en") : tooLong(tableFile(municipality.code, table)).en),
          text(table.description.ja),
          text(textIn(table.description, "en")),
          records ? { value: records.length, type: Number, format: "0" } : null,
        ],
      ),
      [],
      [bold("列"), bold("Column"), bold("説明"), bold("Description")],
      ...tables.flatMap(({ table }): Row[] => [
        [bold(sheetName(table)), bold(textIn(table.title, "en"))],
        ...table.columns.map(
          ({ name, title: english, description }): Row => [
            text(name),
            text(textIn(english, "en")),
            text(description?.ja ?? ""),
            text(description?.en ?? ""),
          ],
        ),
      ]),
    ],
  };
}

function tooLong(file: string): { readonly ja: string; readonly en: string } {
  return {
    ja: `行が多いため、${file} だけにあります`,
    en: `Too long for a sheet: see ${file}`,
  };
}

function text(value: string): CellObject | null {
  return value === "" ? null : { value, type: String, wrap: true, alignVertical: "top" };
}

function bold(value: string): CellObject {
  return { value, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" };
}
