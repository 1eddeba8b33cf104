// A filled workbook back into the year's table: each cell is read, or reported and left as it was.

import {
  cellFault,
  createIssue,
  type Dataset,
  type FiscalYear,
  type Issue,
  type IssueCode,
  noteWith,
  type Observation,
  observationsTable,
  Row,
  readPrintedNumber,
  reasonWords,
  statusWords,
} from "@shihyo/core";
import type { CityFile } from "../formats/read/city-file-text.ts";
import { Refusal } from "../refusal.ts";
import { cellsOf } from "./fill-rows.ts";
import type { FilledCell, FilledRow, FilledSheet } from "./sheet-cells.ts";
import { filledHeaders } from "./workbook-layout.ts";

export interface ImportResult {
  /** The table as it would be with every row that is well; rows that are not stay as they were. */
  readonly table: CityFile;
  readonly issues: readonly Issue[];
  /** Cells that were typed in another way than the tables write them, and how they were read. */
  readonly readings: readonly Reading[];
  readonly changes: readonly CellChange[];
  /** How many rows of the workbook are in the table now. */
  readonly taken: number;
  /** By the row of the table as Excel counts it: the filled row that changed it. */
  readonly changedRows: ReadonlyMap<number, FilledRow>;
}

interface Reading {
  readonly cell: string;
  readonly found: string;
  readonly read: string;
}

interface CellChange {
  readonly id: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

interface Place {
  readonly file: string;
  readonly row: number;
}

/**
 * Puts what was filled in into the table of the year. `file` is the workbook's name, for what is told; rows with
 * an ID in `leaveOut` stay as they were.
 */
export function importFilled(
  dataset: Dataset,
  year: FiscalYear,
  table: CityFile,
  filled: FilledSheet,
  file: string,
  leaveOut: ReadonlySet<string> = new Set(),
): ImportResult {
  refuseOthers(dataset, year, filled);
  const missing = ["ID", ...filledHeaders].filter((header) => !filled.headers.includes(header));
  if (missing.length > 0) {
    const issues = missing.map((found) => createIssue("workbook-column-missing", { file }, { found }));
    return { table, issues, readings: [], changes: [], taken: 0, changedRows: new Map() };
  }
  const present = observationsIn(dataset, year);
  const places = tableRows(present, table);
  const labelOf = (id: string) => labelIn(dataset, present.get(id)) ?? id;
  const changedRows = new Map<number, FilledRow>();
  const rows = [...table.rows];
  const issues: Issue[] = [];
  const readings: Reading[] = [];
  const changes: CellChange[] = [];
  const first = new Map<string, number>();
  let taken = 0;
  for (const row of filled.rows) {
    const place = { file, row: row.number };
    const id = (row.cells.get("ID")?.text ?? "").normalize("NFKC").trim();
    const at = places.get(id);
    const told = idIssue(row, place, id, at !== undefined, first);
    if (told || at === undefined) {
      if (told) issues.push(told);
      continue;
    }
    first.set(id, row.number);
    const observation = present.get(id);
    const now = observation ? cellsOf(observation) : {};
    const read = readRow(dataset, id, row, place, now);
    readings.push(...read.readings);
    const cells = read.cells;
    if (read.issues.length > 0) {
      issues.push(...read.issues);
      continue;
    }
    if (isUnfilled(cells, now, row) || isPending(cells)) {
      // An empty row never takes anything away.
      const code = isPending(rows[at] ?? {}) ? "workbook-not-filled" : "workbook-emptied";
      const details = { found: labelOf(id), now: shown(now) };
      issues.push(createIssue(code, placed(place, row, "実績値"), details));
      continue;
    }
    const strict = strictIssues(cells, row, place);
    if (strict.length > 0) {
      issues.push(...strict);
      continue;
    }
    const whole = withDefaults(cells);
    const remembered = filled.memory?.rows.get(id);
    if (remembered && !same(remembered, now) && !same(whole, now)) {
      const details = { found: shown(whole), now: shown(now) };
      issues.push(createIssue("workbook-conflict", placed(place, row, "実績値"), details));
      continue;
    }
    taken += 1;
    if (same(whole, now) || leaveOut.has(id)) continue;
    changedRows.set(at + 2, row);
    for (const header of filledHeaders) {
      const [from, to] = [now[header] ?? "", whole[header] ?? ""];
      if (from !== to) changes.push({ id, column: header, from, to });
    }
    rows[at] = { ...rows[at], ...whole, 読取状況: "確定" };
  }
  const wanted = filled.memory ? [...filled.memory.rows.keys()] : [];
  for (const id of wanted) {
    if (!first.has(id)) issues.push(createIssue("workbook-row-gone", { file }, { found: labelOf(id) }));
  }
  return { table: { ...table, rows }, issues, readings, changes, taken, changedRows };
}

function refuseOthers({ municipality }: Dataset, year: FiscalYear, { memory }: FilledSheet): void {
  if (!memory) return;
  if (memory.code !== municipality.code) {
    throw new Refusal({
      ja: `このブックはコード ${memory.code} の市のものです（表は ${municipality.code}）。`,
      en: `This workbook is of the municipality ${memory.code}; the tables are of ${municipality.code}.`,
    });
  }
  if (memory.year !== year) {
    throw new Refusal({
      ja: `このブックは${memory.year}年度のものです（指定は${year}年度）。`,
      en: `This workbook is of ${memory.year}, not of ${year}.`,
    });
  }
}

/** What the tables hold of that year, by the ID of its row in the sheet. */
function observationsIn(dataset: Dataset, year: FiscalYear): ReadonlyMap<string, Observation> {
  const found = [...dataset.observations()].filter((observation) => observation.year === year);
  return new Map(found.map((one) => [`${one.indicator}${one.breakdown ?? ""}`, one]));
}

/** Where in the table each ID's row is; of several prints, the one that counts. */
function tableRows(present: ReadonlyMap<string, Observation>, { rows }: CityFile): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const id = `${row.指標ID ?? ""}${row.内訳ID ?? ""}`;
    if (present.get(id)?.source === row.出典ID) places.set(id, index);
  }
  return places;
}

function labelIn(dataset: Dataset, observation: Observation | undefined): string | undefined {
  if (!observation) return undefined;
  const { indicator, breakdown = "" } = observation;
  const part = dataset.breakdowns.get(breakdown)?.name.ja;
  const label = dataset.labels.get(indicator)?.ja ?? indicator;
  return part === undefined ? label : `${label} ${part}`;
}

function idIssue(
  row: FilledRow,
  place: Place,
  id: string,
  isKnown: boolean,
  first: ReadonlyMap<string, number>,
): Issue | undefined {
  if (!isKnown) return createIssue("workbook-id-unknown", placed(place, row, "ID"), { found: id });
  const earlier = first.get(id);
  return earlier === undefined
    ? undefined
    : createIssue("workbook-id-twice", placed(place, row, "ID"), { found: id, first: earlier });
}

interface RowReading {
  readonly cells: Record<string, string>;
  readonly issues: readonly Issue[];
  readonly readings: readonly Reading[];
}

/** One row's cells as the tables write them. What is left over is judged by the table's own strict reading. */
function readRow(
  dataset: Dataset,
  id: string,
  row: FilledRow,
  place: Place,
  now: Readonly<Record<string, string>>,
): RowReading {
  const issues: Issue[] = [];
  const readings: Reading[] = [];
  const cells: Record<string, string> = {};
  let finer: string | undefined;
  const indicator = /^[A-Za-z]+[0-9]+/.exec(id)?.[0] ?? id;
  const unit = dataset.units.get(dataset.indicators.get(indicator)?.unit ?? "")?.name.ja;
  for (const header of filledHeaders) {
    const cell = row.cells.get(header) ?? { text: "", address: "" };
    const fault = cell.broken ? undefined : cellFault(cell.text);
    if (fault) {
      issues.push(createIssue(fault.code, placed(place, row, header), fault.details));
      continue;
    }
    // A value in one cell for several rows is one row's, and the others want theirs; a state would pass unseen.
    if (cell.merged !== undefined && header !== "実績値" && header !== "進捗状況") {
      issues.push(createIssue("cell-merged", placed(place, row, header), { found: cell.merged }));
      continue;
    }
    const told = cell.broken && cell.text !== "" ? "cell-broken" : undefined;
    const read = told ? ({ problem: told } as const) : readCell(header, cell, unit);
    if ("problem" in read) {
      const details = { found: cell.text, unit: unit ?? "（なし）" };
      issues.push(createIssue(read.problem, placed(place, row, header), details));
    } else {
      cells[header] = read.text;
      if (header === "実績値" && cell.finer !== undefined) finer = cell.finer;
      if (read.changed) readings.push({ cell: cell.address, found: cell.text, read: read.text });
    }
  }
  // The number is taken as shown; what the cell holds besides stays with it.
  const isChanged = (cells.実績値 ?? "") !== (now.実績値 ?? "");
  if (isChanged || finer !== undefined) cells.備考 = noteWith(cells.備考, finer);
  return { cells, issues, readings };
}

type CellReading = { readonly text: string; readonly changed: boolean } | { readonly problem: IssueCode };

function readCell(header: string, { text }: FilledCell, unit: string | undefined): CellReading {
  if (header === "実績値") {
    const typed = readPrintedNumber(text, unit);
    if (typed.kind === "problem") return { problem: typed.code };
    if (typed.kind === "number") return { text: typed.number, changed: typed.changed };
    return { text: "", changed: typed.kind === "dash" };
  }
  const trimmed = text.trim();
  const choices = header === "値の状態" ? statusWords : header === "値なしの理由" ? reasonWords : undefined;
  if (!choices) return { text: trimmed, changed: trimmed !== text };
  const word = trimmed.normalize("NFKC").replace(/\s/g, "");
  const isChoice = Object.hasOwn(choices, word);
  return { text: isChoice ? word : trimmed, changed: isChoice && word !== text };
}

/** What the table itself would say of the row, at the cells of the workbook. */
function strictIssues(cells: Readonly<Record<string, string>>, filled: FilledRow, place: Place): Issue[] {
  const issues: Issue[] = [];
  const whole = { 指標ID: "K1", 読取状況: "確定", 出典ID: "S1", ...withDefaults(cells) };
  const row = new Row(place.file, place.row, new Map(Object.entries(whole)), (issue) => issues.push(issue));
  observationsTable(0, () => undefined).read(row, place.file);
  return issues.map((issue) => ({ ...issue, ...placed(place, filled, issue.column ?? "実績値") }));
}

/** A value without a state is final; a reason without a state means that there is no value. */
function withDefaults(cells: Readonly<Record<string, string>>): Record<string, string> {
  const hasValue = (cells.実績値 ?? "") !== "" || (cells.進捗状況 ?? "") !== "";
  const 値の状態 = cells.値の状態 || (hasValue ? "確定" : "値なし");
  return { ...Object.fromEntries(filledHeaders.map((header) => [header, cells[header] ?? ""])), 値の状態 };
}

/** Nothing was filled in but the remark that stood there already. A dash is something: it wants a reason. */
function isUnfilled(
  cells: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  row: FilledRow,
): boolean {
  const typed = row.cells.get("実績値")?.text.trim() ?? "";
  const isEmpty = filledHeaders.every((header) => header === "備考" || (cells[header] ?? "") === "");
  return isEmpty && typed === "" && (cells.備考 ?? "") === (now.備考 ?? "");
}

function isPending(cells: Readonly<Record<string, string>>): boolean {
  return cells.値なしの理由 === "集計中" && (cells.実績値 ?? "") === "" && (cells.進捗状況 ?? "") === "";
}

function same(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return filledHeaders.every((header) => (a[header] ?? "") === (b[header] ?? ""));
}

function shown(cells: Readonly<Record<string, string>>): string {
  return (
    filledHeaders
      .map((header) => cells[header])
      .filter(Boolean)
      .join("・") || "—"
  );
}

function placed(place: Place, row: FilledRow, column: string) {
  const address = row.cells.get(column)?.address;
  return address === undefined || address === "" ? { ...place, column } : { ...place, column, cell: address };
}
