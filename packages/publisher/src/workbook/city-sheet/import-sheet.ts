// The one sheet back into the city's tables: each cell that was changed, each row that is new; nothing else is touched.

import {
  cellFault,
  createIssue,
  type Dataset,
  finerOf,
  type Grid,
  groupBy,
  type Issue,
  type IssueCode,
  type Merge,
  noteWith,
  parseFiscalYear,
  placeOf,
  readPrintedNumber,
  reasonWords,
  statusWords,
} from "@shihyo/core";
import type { CityRow } from "../../formats/read/city-file-text.ts";
import { Refusal } from "../../refusal.ts";
import { tooManyRows } from "../sheet-cells.ts";
import { type FactKey, factIndex } from "./city-facts.ts";
import {
  baseHeader,
  baseRows,
  baseYearHeader,
  type CitySheet,
  type CityTables,
  citySheet,
  indicatorHeaders,
  levelOf,
  listingHeader,
  nameHeader,
  noteHeader,
  partHeader,
  partIdHeader,
  rowKey,
  rowsOf,
  type SheetRow,
  sheetTargetKey,
  stateHeader,
  targetHeader,
  targetRows,
  unitHeader,
  upperHeader,
  valueHeader,
  valueRows,
  yearNoteHeader,
} from "./city-rows.ts";
import { wholeMemorySheet } from "./export-sheet.ts";

interface SheetChange {
  readonly cell: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

export interface SheetImport {
  /** The tables that changed, whole. */
  readonly tables: CityTables;
  readonly issues: readonly Issue[];
  readonly changes: readonly SheetChange[];
  /** IDs of what is new: indicators and nodes. */
  readonly added: readonly string[];
}

export interface SheetOptions {
  /** A name that differs is the same indicator's new name. */
  readonly renamed?: boolean;
}

export function importSheet(
  dataset: Dataset,
  tables: CityTables,
  grids: readonly Grid[],
  file: string,
  { renamed = false }: SheetOptions = {},
): SheetImport {
  const found = findSheet(grids);
  if (!found) {
    throw new Refusal({
      ja: `${file} に指標一覧のシートがありません（「${listingHeader}」と「${nameHeader}」の見出しが見つかりません）。`,
      en: `${file} has no sheet of all indicators (no headers “${listingHeader}” and “${nameHeader}”).`,
    });
  }
  const memory = memoryOf(grids);
  if (memory && memory.code !== dataset.municipality.code) {
    throw new Refusal({
      ja: `このブックはコード ${memory.code} の市のものです（表は ${dataset.municipality.code}）。`,
      en: `This workbook is of the municipality ${memory.code}; the tables are of ${dataset.municipality.code}.`,
    });
  }
  return new Import(dataset, tables, file, renamed).take(found, memory?.rows ?? new Map());
}

interface FoundSheet {
  readonly grid: Grid;
  readonly headerRow: number;
  readonly headers: readonly string[];
}

function findSheet(grids: readonly Grid[]): FoundSheet | undefined {
  for (const grid of grids.filter(({ hidden }) => !hidden)) {
    const headerRow = grid.rows.findIndex((row) => {
      const texts = row.map((cell) => cell?.text.trim());
      return texts.includes(listingHeader) && texts.includes(nameHeader);
    });
    const headers = grid.rows[headerRow]?.map((cell) => cell?.text.trim() ?? "");
    if (headers) return { grid, headerRow, headers };
  }
  return undefined;
}

type Memory = ReadonlyMap<string, ReadonlyMap<string, string>>;

function memoryOf(grids: readonly Grid[]): { readonly code: string; readonly rows: Memory } | undefined {
  const [codes, headers, ...rows] = grids.find(({ sheet }) => sheet === wholeMemorySheet)?.rows ?? [];
  if (!codes || !headers) return undefined;
  const names = headers.map((cell) => cell?.text ?? "");
  const remembered = rows.map((row): [string, Map<string, string>] => [
    row[0]?.text ?? "",
    new Map(names.slice(1).map((name, at) => [name, row[at + 1]?.text ?? ""])),
  ]);
  return { code: codes[1]?.text ?? "", rows: new Map(remembered) };
}

/** Far above any real city: 5,000 indicators with ten parts each. */
const mostRows = 50_000;

/** One row of the sheet as it came back. */
interface Line {
  readonly number: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly address: (header: string) => string;
  /** What numbers are that their cells show rounded or scaled, by header. */
  readonly finer: ReadonlyMap<string, string>;
}

/** Where a new row stands, and every node above it by level. */
interface NewPlace {
  readonly node: string;
  readonly upper: string;
  readonly nodes: Readonly<Record<string, string>>;
}

class Import {
  private readonly issues: Issue[] = [];
  private readonly changes: SheetChange[] = [];
  private readonly added: string[] = [];
  private readonly rows = new Map<string, CityRow[]>();
  private readonly sheet: CitySheet;
  private readonly known: Known;
  private readonly dataset: Dataset;
  private readonly tables: CityTables;
  private readonly file: string;
  private readonly renamed: boolean;

  constructor(dataset: Dataset, tables: CityTables, file: string, renamed: boolean) {
    this.dataset = dataset;
    this.tables = tables;
    this.file = file;
    this.renamed = renamed;
    this.sheet = citySheet(dataset, tables);
    this.known = knownIn(tables);
  }

  take({ grid, headerRow, headers }: FoundSheet, memory: Memory): SheetImport {
    const known = new Map(this.sheet.rows.map((row) => [rowKey(row.listing, row.breakdown), row]));
    const first = new Map<string, number>();
    const mergedInto = mergesByRow(grid, headers);
    const unnamed: Line[] = [];
    let filled = 0;
    grid.rows.forEach((cells, index) => {
      if (index <= headerRow) return;
      const texts = new Map(
        headers.flatMap((header, at): [string, string][] =>
          header === "" ? [] : [[header, (cells[at]?.text ?? "").trim()]],
        ),
      );
      if ([...texts.values()].every((text) => text === "")) return;
      filled += 1;
      if (filled > mostRows) throw tooManyRows(this.file, mostRows);
      const address = (header: string) => placeOf(grid, index, Math.max(headers.indexOf(header), 0));
      const finer = new Map(
        headers.flatMap((header, at): [string, string][] => {
          const found = cells[at] && finerOf(cells[at]);
          return found === undefined ? [] : [[header, found]];
        }),
      );
      const line: Line = { number: index + 1, texts, address, finer };
      const [faulty] = [...texts].flatMap(([header, text]) => {
        const fault = cellFault(text);
        return fault ? [{ header, ...fault }] : [];
      });
      if (faulty) {
        this.tell(faulty.code, line, faulty.header, faulty.details);
        return;
      }
      const merge = mergedInto.get(index);
      if (merge) {
        const joined = textAt(grid, merge.top, merge.left);
        this.tell("cell-merged", line, headers[merge.left] ?? "", { found: joined });
        return;
      }
      const broken = headers.find((header, at) => {
        const kind = cells[at]?.kind;
        return header !== "" && (kind === "date" || kind === "error" || kind === "yes-no");
      });
      if (broken !== undefined) {
        this.tell("cell-broken", line, broken, { found: texts.get(broken) ?? "" });
        return;
      }
      const id = texts.get(listingHeader) ?? "";
      if (id === "") {
        unnamed.push(line);
        return;
      }
      const key = rowKey(id, texts.get(partIdHeader) ?? "");
      const row = known.get(key);
      const earlier = first.get(key);
      if (!row) this.tell("workbook-id-unknown", line, listingHeader, { found: key.trim() });
      else if (earlier !== undefined) {
        this.tell("workbook-id-twice", line, listingHeader, { found: key.trim(), first: earlier });
      } else {
        first.set(key, line.number);
        this.takeRow(line, row, memory.get(key));
      }
    });
    // A row without an ID is new, unless a row that no ID of the sheet names says the same: then it was taken in before.
    const open = [...known].filter(([key, row]) => !first.has(key) && !row.isAgain && row.breakdown === "");
    const waiting = groupBy(open, ([, row]) => this.saysOf((header) => row.cells[header] ?? ""));
    for (const line of unnamed) {
      const found = waiting.get(this.saysOf((header) => line.texts.get(header) ?? ""))?.shift();
      if (!found) {
        this.addRow(line);
        continue;
      }
      const [key, row] = found;
      first.set(key, line.number);
      const said = new Map([...line.texts].filter(([, text]) => text !== ""));
      this.takeRow({ ...line, texts: said }, row, undefined);
    }
    for (const [key, row] of known) {
      if (first.has(key)) continue;
      const found = row.cells[nameHeader] ?? key;
      this.issues.push(createIssue("workbook-row-gone", { file: this.file }, { found }));
    }
    const tables = new Map(
      [...this.rows].map(([file, rows]) => {
        const table = this.tables.get(file) ?? { header: [], rows: [], lineEnd: "\n" as const };
        const kept = rows.filter((row) => !this.gone.has(row));
        // A column that a new word needs, where the table had none of it before.
        const more = [...new Set(kept.flatMap((row) => Object.keys(row).filter((header) => row[header])))];
        const header = [...table.header, ...more.filter((one) => !table.header.includes(one))];
        return [file, { ...table, header, rows: kept }];
      }),
    );
    return { tables, issues: this.issues, changes: this.changes, added: this.added };
  }

  /** What tells an indicator from the others where it has no ID: its place, name and unit. */
  private saysOf(text: (header: string) => string): string {
    return [...this.sheet.levels, nameHeader, unitHeader, partHeader]
      .map((header) => text(header).trim().normalize("NFKC"))
      .join("\n");
  }

  private readonly gone = new Set<CityRow>();
  private takeOut(rows: CityRow[], at: number): void {
    const empty: CityRow = {};
    rows[at] = empty;
    this.gone.add(empty);
  }

  /** The rows of a table, to be changed. */
  private table(file: string): CityRow[] {
    const rows = this.rows.get(file) ?? [...rowsOf(this.tables, file)];
    this.rows.set(file, rows);
    return rows;
  }

  private tell(code: IssueCode, line: Line, column: string, details: Record<string, string | number>): void {
    const place = { file: this.file, row: line.number, column, cell: line.address(column) };
    this.issues.push(createIssue(code, place, details));
  }

  private takeRow(line: Line, row: SheetRow, memory: ReadonlyMap<string, string> | undefined): void {
    const changed = new Map<string, string>();
    for (const { header, open } of this.sheet.columns) {
      const text = line.texts.get(header);
      const now = row.cells[header] ?? "";
      if (!open || text === undefined || text === now.trim()) continue;
      const before = memory?.get(header);
      // Nobody touched it; the tables were changed meanwhile.
      if (before !== undefined && text === before.trim()) continue;
      if (before !== undefined && before.trim() !== now.trim()) {
        this.tell("workbook-conflict", line, header, { found: text || "—", now: now || "—" });
        continue;
      }
      changed.set(header, text);
    }
    if (changed.size === 0) return;
    const [only] = changed.keys();
    if (row.isAgain) {
      this.tell("workbook-place-changed", line, only ?? nameHeader, { found: changed.get(only ?? "") ?? "" });
      return;
    }
    const moved = this.sheet.levels.find((level) => changed.has(level));
    if (moved !== undefined) {
      this.tell("workbook-place-changed", line, moved, { found: changed.get(moved) ?? "" });
      return;
    }
    if (changed.has(nameHeader) && !this.renamed) {
      const now = row.cells[nameHeader] ?? "";
      this.tell("workbook-name-changed", line, nameHeader, { found: changed.get(nameHeader) ?? "", now });
      return;
    }
    const cells = { ...row.cells, ...Object.fromEntries(changed) };
    this.putIndicator(line, row.indicator, changed);
    for (const year of this.sheet.years) {
      const headers = [valueHeader(year), stateHeader(year), yearNoteHeader(year)];
      if (headers.some((header) => changed.has(header))) {
        this.putValue(line, row.indicator, row.breakdown, year, cells, changed.has(valueHeader(year)));
      }
    }
    for (const key of this.sheet.targets) {
      const text = changed.get(targetHeader(key));
      if (text !== undefined) this.putTarget(line, row.indicator, key, text);
    }
    if (changed.has(baseHeader) || changed.has(baseYearHeader)) this.putBase(line, row.indicator, cells);
    for (const key of this.sheet.facts) {
      const text = changed.get(key.header);
      const subject = key.level === undefined ? row.indicator : (row.nodes[key.level] ?? "");
      if (text !== undefined) this.putFact(line, key, subject, text, this.unitName(row.indicator));
    }
    for (const [column, to] of changed) {
      this.changes.push({ cell: line.address(column), column, from: row.cells[column] ?? "", to });
    }
  }

  private unitOf(line: Line, name: string): string | undefined {
    if (name === "") return "";
    const id = this.known.units.get(name);
    if (id === undefined)
      this.tell("not-a-choice", line, unitHeader, { found: name, expected: this.known.unitWords });
    return id;
  }

  private putIndicator(line: Line, id: string, changed: ReadonlyMap<string, string>): void {
    const put: Record<string, string> = {};
    const name = changed.get(nameHeader);
    const note = changed.get(noteHeader);
    const unit = changed.get(unitHeader);
    if (name !== undefined) put.名称 = name;
    if (note !== undefined) put.備考 = note;
    if (unit !== undefined) put.単位ID = this.unitOf(line, unit) ?? "";
    for (const header of indicatorHeaders) {
      const text = changed.get(header);
      if (text !== undefined) put[header] = text;
    }
    if (Object.keys(put).length === 0) return;
    const rows = this.table("indicators.csv");
    const at = this.known.indicators.get(id);
    if (at !== undefined) rows[at] = { ...rows[at], ...put };
  }

  /** A year's value, state and note; a value without a state is final. */
  private putValue(
    line: Line,
    indicator: string,
    breakdown: string,
    year: number,
    cells: Readonly<Record<string, string>>,
    isRead: boolean,
  ): void {
    const text = cells[valueHeader(year)] ?? "";
    const state = cells[stateHeader(year)] ?? "";
    const note = cells[yearNoteHeader(year)] ?? "";
    const file = `observations/${year}.csv`;
    const rows = this.table(file);
    const at = this.valueIndex(indicator, breakdown, year);
    if (at === undefined && text === "" && state === "" && note === "") return;
    const value = this.read(line, valueHeader(year), text, this.unitName(indicator));
    if (!value) return;
    const has = value.number !== "" || value.words !== "";
    const isReason = Object.hasOwn(reasonWords, state);
    if (state !== "" && !isReason && !Object.hasOwn(statusWords, state)) {
      const expected = (this.sheet.lists.states ?? []).join("、");
      this.tell("not-a-choice", line, stateHeader(year), { found: state, expected });
      return;
    }
    const put = {
      実績値: value.number,
      進捗状況: value.words,
      値の状態: has ? (isReason || state === "" ? "確定" : state) : "値なし",
      値なしの理由: has ? "" : isReason ? state : "",
      備考: isRead ? noteWith(note, line.finer.get(valueHeader(year))) : note,
      ...(isRead || at === undefined ? { 読取状況: "確定" } : {}),
    };
    if (at !== undefined) rows[at] = { ...rows[at], ...put };
    else rows.push({ 指標ID: indicator, 内訳ID: breakdown, ...put, 出典ID: this.usualSource(file) });
  }

  private values: ReturnType<typeof valueRows> | undefined;
  private valueIndex(indicator: string, breakdown: string, year: number): number | undefined {
    this.values ??= valueRows(this.dataset, this.tables, this.sheet.years);
    return this.values.get(`${indicator} ${year} ${breakdown}`)?.index;
  }

  private unitName(indicator: string): string | undefined {
    const at = this.known.indicators.get(indicator);
    return this.known.unitNames.get(
      (at === undefined ? undefined : this.table("indicators.csv")[at]?.単位ID) ?? "",
    );
  }

  /** A number, words, or neither; told where it cannot be said which number is meant. */
  private read(line: Line, column: string, text: string, unit: string | undefined) {
    const read = readPrintedNumber(text, unit);
    if (read.kind === "number") return { number: read.number, words: "" };
    if (read.kind !== "problem") return { number: "", words: "" };
    // Words stand for a progress; what has a number in it and is none is told.
    if (read.code === "cell-words-for-number") return { number: "", words: text };
    this.tell(read.code, line, column, { found: text, unit: unit ?? "（なし）" });
    return undefined;
  }

  private readonly sources = new Map<string, string>();
  private usualSource(file: string): string {
    const found = this.sources.get(file) ?? this.findSource(file);
    this.sources.set(file, found);
    return found;
  }

  private findSource(file: string): string {
    const counts = new Map<string, number>();
    for (const { 出典ID = "" } of rowsOf(this.tables, file))
      counts.set(出典ID, (counts.get(出典ID) ?? 0) + 1);
    const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
    return most?.[0] || ([...this.dataset.sources.keys()].at(-1) ?? "");
  }

  private putTarget(line: Line, indicator: string, key: { year: string; scope: string }, text: string): void {
    const value = this.read(line, targetHeader(key), text, this.unitName(indicator));
    if (!value) return;
    const rows = this.table("targets.csv");
    const at = this.known.targets.get(sheetTargetKey(indicator, key))?.index;
    const finer = value.number === "" ? undefined : line.finer.get(targetHeader(key));
    const note = noteWith(at === undefined ? "" : rows[at]?.備考, finer);
    const put = { 目標値: value.number, 目標状況: value.words, ...noted(note, rows[at ?? -1]) };
    if (at !== undefined) rows[at] = { ...rows[at], ...put };
    else if (text !== "") {
      const source = this.usualSource("targets.csv");
      rows.push({ 指標ID: indicator, 目標年度: key.year, 目標区分: key.scope, ...put, 出典ID: source });
    }
  }

  /** What the city started from, in the row of the target that holds it, else in a row of its own. */
  private putBase(line: Line, indicator: string, cells: Readonly<Record<string, string>>): void {
    const value = this.read(line, baseHeader, cells[baseHeader] ?? "", this.unitName(indicator));
    const text = cells[baseYearHeader]?.trim() ?? "";
    const year = text === "" ? "" : (parseFiscalYear(text) ?? "");
    if (text !== "" && year === "") {
      this.tell("not-a-year", line, baseYearHeader, { found: text });
      return;
    }
    if (!value) return;
    const rows = this.table("targets.csv");
    const at = this.known.bases.get(indicator)?.index;
    const hasWords = value.words !== "" || (at !== undefined && rows[at]?.基準状況 !== undefined);
    const put = {
      基準年度: String(year),
      基準値: value.number,
      ...(hasWords ? { 基準状況: value.words } : {}),
    };
    const isEmpty = value.number === "" && value.words === "";
    if (at !== undefined) {
      // Its place stays till the end, so that the others keep theirs.
      if (isEmpty && rows[at]?.目標区分 === "基準") this.takeOut(rows, at);
      else rows[at] = { ...rows[at], ...put, ...(isEmpty ? { 基準年度: "" } : {}) };
    } else if (!isEmpty) {
      const source = this.usualSource("targets.csv");
      rows.push({ 指標ID: indicator, 目標年度: "", 目標区分: "基準", ...put, 出典ID: source });
    }
  }

  /** A grade of its scheme, or a number; an empty cell takes the fact out of its table. */
  private putFact(line: Line, key: FactKey, subject: string, text: string, unit: string | undefined): void {
    const { header, file, value, words, choices, match, more } = key;
    if (subject === "") {
      this.tell("workbook-place-changed", line, header, { found: text });
      return;
    }
    if (text !== "" && choices && !choices.includes(text)) {
      this.tell("not-a-choice", line, header, { found: text, expected: choices.join("、") });
      return;
    }
    const isGrade = value === "評価";
    const read = isGrade ? { number: text, words: "" } : this.read(line, header, text, key.unit ?? unit);
    if (!read) return;
    if (read.words !== "" && words === undefined) {
      this.tell("cell-words-for-number", line, header, { found: text, unit: key.unit ?? "（なし）" });
      return;
    }
    const rows = this.table(file);
    const at = factIndex(rows, key, subject);
    const finer = isGrade || read.number === "" ? undefined : line.finer.get(header);
    // Costs have no remarks.
    const note = file === "costs.csv" ? "" : noteWith(rows[at]?.備考, finer);
    const put = {
      [value]: read.number,
      ...(words === undefined ? {} : { [words]: read.words }),
      ...noted(note, rows[at]),
    };
    const row = at < 0 ? undefined : { ...rows[at], ...put };
    const says = [value, words, ...(file === "evaluations.csv" ? ["評価", "達成率"] : [])];
    const isEmpty = row && says.every((name) => name === undefined || (row[name] ?? "") === "");
    // Its place stays till the end, so that the others keep theirs.
    if (row && isEmpty) this.takeOut(rows, at);
    else if (row) rows[at] = row;
    else if (text !== "")
      rows.push({ [key.subject]: subject, ...match, ...more, ...put, 出典ID: this.usualSource(file) });
  }

  /** A row without an ID is a new indicator, and its place is made where it is new. */
  private addRow(line: Line): void {
    const text = (header: string) => line.texts.get(header) ?? "";
    if (text(nameHeader) === "") {
      this.tell("value-required", line, nameHeader, {});
      return;
    }
    if (text(partHeader) !== "") {
      this.tell("workbook-place-changed", line, partHeader, { found: text(partHeader) });
      return;
    }
    const unit = this.unitOf(line, text(unitHeader));
    const place = this.placeOf(line);
    if (unit === undefined || !place) return;
    const id = this.nextId("indicators.csv", "K0001");
    const indicators = this.table("indicators.csv");
    this.known.indicators.set(id, indicators.length);
    indicators.push({
      ID: id,
      名称: text(nameHeader),
      指標区分: text("指標区分") || (this.sheet.lists.kinds?.[0] ?? "取組指標"),
      単位ID: unit,
      期間区分: "年度",
      集計区分: "単年度",
      望ましい方向: text("望ましい方向") || "判断しない",
      読取状況: "確定",
      備考: text(noteHeader),
    });
    this.table("listings.csv").push({
      ID: this.nextId("listings.csv", "L0001"),
      掲載先ID: place.node,
      [upperHeader(this.tables.get("listings.csv"))]: place.upper,
      指標ID: id,
      順序: this.known.listed.next(place.node),
    });
    const cells = Object.fromEntries(line.texts);
    for (const year of this.sheet.years) this.putValue(line, id, "", year, cells, true);
    for (const key of this.sheet.targets) {
      const target = text(targetHeader(key));
      if (target !== "") this.putTarget(line, id, key, target);
    }
    if (text(baseHeader) !== "") this.putBase(line, id, cells);
    for (const key of this.sheet.facts) {
      const fact = text(key.header);
      const subject = key.level === undefined ? id : (place.nodes[key.level] ?? "");
      if (fact !== "") this.putFact(line, key, subject, fact, this.unitName(id));
    }
    this.added.push(id);
    this.changes.push({ cell: line.address(nameHeader), column: nameHeader, from: "", to: text(nameHeader) });
  }

  /** The node that a new row names, level by level; what is not there yet is made. */
  private placeOf(line: Line): NewPlace | undefined {
    const { plan } = this.known;
    const path = [plan];
    const nodes: Record<string, string> = {};
    for (const level of this.sheet.levels) {
      const name = line.texts.get(level) ?? "";
      if (name === "") continue;
      const parent = path.at(-1) ?? "";
      const id = this.known.nodes.get(nodeKey(parent, level, name)) ?? this.newNode(parent, level, name);
      nodes[level] = id;
      path.push(id);
    }
    const [node, upper] = [path.at(-1) ?? "", path.at(-2) ?? ""];
    if (path.length < 2) {
      const lowest = this.sheet.levels.at(-1) ?? nameHeader;
      this.tell("value-required", line, lowest, {});
      return undefined;
    }
    return { node, upper: path.length > 2 ? upper : "", nodes };
  }

  private newNode(parent: string, level: string, name: string): string {
    const { plan, lastOfLevel, nodes, numbered, ordered } = this.known;
    const id = this.idAfter("nodes.csv", lastOfLevel.get(level) ?? "N0001");
    const header = this.tables.get("nodes.csv")?.header.includes("段") ? "段" : "種別";
    this.table("nodes.csv").push({ ID: id, [header]: level, 名称: name, 読取状況: "確定", 計画ID: plan });
    lastOfLevel.set(level, id);
    nodes.set(nodeKey(parent, level, name), id);
    const placement = { ID: id, 親ID: parent, 番号: numbered.next(parent), 順序: ordered.next(parent) };
    this.table("placements.csv").push(placement);
    this.added.push(id);
    return id;
  }

  private nextId(file: string, example: string): string {
    return this.idAfter(file, this.table(file).at(-1)?.ID || example);
  }

  private readonly ids = new Map<string, Ids>();
  private idAfter(file: string, model: string): string {
    const ids = this.ids.get(file) ?? new Ids(this.table(file).map((row) => row.ID ?? ""));
    this.ids.set(file, ids);
    return ids.after(model);
  }
}

type Known = ReturnType<typeof knownIn>;

/** What rows are looked for by; found once, since a sheet may bring as many new ones as it has rows. */
function knownIn(tables: CityTables) {
  const rows = (file: string) => rowsOf(tables, file);
  const units = rows("units.csv");
  const nodesById = new Map(rows("nodes.csv").map((row) => [row.ID ?? "", row]));
  const parents = groupBy(rows("placements.csv"), ({ ID: id = "" }) => id);
  const nodes = new Map<string, string>();
  for (const [id, node] of nodesById) {
    for (const { 親ID: parent = "" } of parents.get(id) ?? []) {
      const key = nodeKey(parent, levelOf(node), node.名称 ?? "");
      if (!nodes.has(key)) nodes.set(key, id);
    }
  }
  return {
    plan: rows("nodes.csv").find((node) => levelOf(node) === "計画")?.ID ?? "",
    // Of several that bear one name the first counts.
    units: new Map(units.map((row) => [row.名称 ?? "", row.ID ?? ""] as const).toReversed()),
    unitNames: new Map(units.map((row) => [row.ID ?? "", row.名称 ?? ""] as const).toReversed()),
    unitWords: units.map((row) => row.名称 ?? "").join("、"),
    /** Where each indicator stands in its table. */
    indicators: new Map(rows("indicators.csv").map((row, at) => [row.ID ?? "", at])),
    targets: targetRows(tables),
    bases: baseRows(tables),
    /** Nodes by their parent, level and name. */
    nodes,
    lastOfLevel: new Map([...nodesById].map(([id, node]) => [levelOf(node), id])),
    listed: new Counter(rows("listings.csv"), "掲載先ID", "順序"),
    numbered: new Counter(rows("placements.csv"), "親ID", "番号"),
    ordered: new Counter(rows("placements.csv"), "親ID", "順序"),
  };
}

/** A remark for a row, where it has one or had one. */
function noted(note: string, before: CityRow | undefined): CityRow {
  return note === (before?.備考 ?? "") ? {} : { 備考: note };
}

const nodeKey = (parent: string, level: string, name: string) => [parent, level, name].join("\n");

/** The next number of a column among the rows that belong together. */
class Counter {
  readonly #most = new Map<string, number>();

  constructor(rows: readonly CityRow[], of: string, column: string) {
    for (const row of rows) {
      const most = this.#most.get(row[of] ?? "") ?? 0;
      this.#most.set(row[of] ?? "", Math.max(most, Number(row[column]) || 0));
    }
  }

  next(of: string): string {
    const next = (this.#most.get(of) ?? 0) + 1;
    this.#most.set(of, next);
    return String(next);
  }
}

const idForm = /^([A-Za-z]+)([0-9]+)$/;

/** The numbers of a table's IDs that are taken, by their letters. */
class Ids {
  readonly #most = new Map<string, number>();

  constructor(ids: readonly string[]) {
    for (const id of ids) {
      const [, letters = "", digits = ""] = idForm.exec(id) ?? [];
      const key = letters.toLowerCase();
      if (letters !== "") this.#most.set(key, Math.max(this.#most.get(key) ?? 0, Number(digits)));
    }
  }

  /** The next ID with the letters of `model`, as many digits, and a number that no other has. */
  after(model: string): string {
    const [, letters = "N", digits = "0001"] = idForm.exec(model) ?? [];
    const next = (this.#most.get(letters.toLowerCase()) ?? 0) + 1;
    this.#most.set(letters.toLowerCase(), next);
    return `${letters}${String(next).padStart(digits.length, "0")}`;
  }
}

/** For each row, a merge over columns with a header that reaches into it from above and says something. */
function mergesByRow(grid: Grid, headers: readonly string[]): ReadonlyMap<number, Merge> {
  const found = new Map<number, Merge>();
  const said = grid.merges
    .filter(({ left, right }) => headers.slice(left, right + 1).some((header) => header !== ""))
    .filter(({ top, left }) => textAt(grid, top, left) !== "")
    .toSorted((a, b) => a.top - b.top);
  // A file may have 100,000 that lie over one another: of those that began above, the one that ends last is enough.
  let [next, last]: [number, Merge | undefined] = [0, undefined];
  for (let row = 0; row < grid.rows.length; row += 1) {
    for (; (said[next]?.top ?? row) < row; next += 1) {
      const merge = said[next];
      if (merge && (last === undefined || merge.bottom > last.bottom)) last = merge;
    }
    if (last && last.bottom >= row) found.set(row, last);
  }
  return found;
}

function textAt({ rows }: Grid, row: number, column: number): string {
  return (rows[row]?.[column]?.text ?? "").trim();
}
