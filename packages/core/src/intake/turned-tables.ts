// Turns tables that lie on their side, or stand alone below an indicator's name, so that they are read as the others are.

import { keyOf, nameOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import type { CellPlace, Grid, GridCell, Merge } from "./grid.ts";
import { isHeaderWord, isLevelWord, isMeasureWord } from "./header-words.ts";
import { isUnitWord } from "./units.ts";
import { withoutYears, yearsIn } from "./years.ts";

const yearHeader = /^(年度|年|年次|会計年度|対象年度|区分|項目)?$/u;

/** The grid turned, where a row of names is followed by rows that each begin with a year and hold numbers. */
export function yearsDown(grid: Grid): Grid | undefined {
  const head = grid.rows.findIndex(
    (row, at) => isHead(row) && isYearRow(grid.rows[at + (isUnitRow(grid.rows[at + 1]) ? 2 : 1)]),
  );
  if (head < 0 || grid.merges.some(({ bottom, top }) => bottom > top && bottom >= head)) return undefined;
  const years: number[] = [];
  const units = isUnitRow(grid.rows[head + 1]) ? [head + 1] : [];
  for (let row = head + 1 + units.length; isYearRow(grid.rows[row]); row++) years.push(row);
  if (years.length < 2) return undefined;
  const names = (grid.rows[head] ?? []).flatMap((cell, column) => (cell && column > 0 ? [column] : []));
  const title = grid.rows.slice(0, head).map((row) => [...row]);
  const header: (GridCell | undefined)[] = [
    { text: "指標名", kind: "text" },
    ...units.map((row) => grid.rows[row]?.[0]),
    ...years.map((row) => grid.rows[row]?.[0]),
  ];
  const lines = [...units, ...years];
  const rows = [
    ...title,
    header,
    ...names.map((column) => [grid.rows[head]?.[column], ...lines.map((row) => grid.rows[row]?.[column])]),
  ];
  const top = title.length;
  return {
    ...grid,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    standsAt: (row, column) => {
      if (row < top) return { grid, row, column };
      const line = column === 0 ? head : (lines[column - 1] ?? head);
      return { grid, row: line, column: row === top ? 0 : (names[row - top - 1] ?? 0) };
    },
  };
}

function isHead(row: Grid["rows"][number] | undefined): boolean {
  const [first, ...others] = row ?? [];
  const filled = others.filter((cell) => cell !== undefined);
  return (
    yearHeader.test(keyOf(first?.text ?? "")) &&
    filled.length > 0 &&
    filled.every(
      ({ kind, text }) =>
        kind === "text" && !isLevelWord(text) && !isMeasureWord(text) && yearsIn(text).length === 0,
    )
  );
}

/** 「単位」 with the unit of each column beside it. */
function isUnitRow(row: Grid["rows"][number] | undefined): boolean {
  const [first, ...others] = row ?? [];
  const filled = others.filter((cell) => cell !== undefined);
  return (
    keyOf(first?.text ?? "") === "単位" && filled.length > 0 && filled.every(({ text }) => isUnitWord(text))
  );
}

function isYearRow(row: Grid["rows"][number] | undefined): boolean {
  const [first, ...others] = row ?? [];
  const label = first?.text ?? "";
  const isYear =
    yearsIn(label).some(({ year }) => year !== undefined) &&
    /^[年度()実績末]*$/u.test(keyOf(withoutYears(label)));
  return isYear && others.some((cell) => cell !== undefined && /[0-9０-９]/u.test(cell.text));
}

/** The grid turned over, where what each row is stands at its left (指標名, 単位, 基準値, R4 …) and the indicators go across. */
export function onItsSide(grid: Grid): Grid | undefined {
  const start = grid.rows.findIndex((row) => nameLabel.test(keyOf(first(row)?.cell.text ?? "")));
  const left = first(grid.rows[start])?.column ?? 0;
  const rows: number[] = [];
  for (let row = start; row >= 0 && row < grid.rows.length; row++) {
    const label = grid.rows[row]?.[left]?.text ?? "";
    const isRead = isHeaderWord(label) || isMeasureWord(label);
    if (!isRead || (grid.rows[row] ?? []).slice(left + 1).every((cell) => cell === undefined)) break;
    rows.push(row);
  }
  const labels = rows.map((row) => keyOf(grid.rows[row]?.[left]?.text ?? ""));
  const width = Math.max(0, ...rows.map((row) => grid.rows[row]?.length ?? 0)) - left;
  const names = (grid.rows[start] ?? []).slice(left + 1).filter((cell) => cell !== undefined);
  const isHeaders = names.every((cell) => !isHeaderWord(cell?.text ?? ""));
  if (rows.length < 4 || width < 2 || !isHeaders || new Set(labels).size < labels.length) return undefined;
  const titles = grid.rows.slice(0, start).map((row) => [...row]);
  const top = titles.length;
  const turned = Array.from({ length: width }, (_, across) =>
    rows.map((row) => grid.rows[row]?.[left + across]),
  );
  const merges = grid.merges.flatMap((merge): Merge[] =>
    merge.top >= start && merge.bottom <= (rows.at(-1) ?? 0) && merge.left >= left
      ? [
          {
            top: top + merge.left - left,
            bottom: top + merge.right - left,
            left: merge.top - start,
            right: merge.bottom - start,
          },
        ]
      : [],
  );
  return {
    ...grid,
    rows: [...titles, ...turned],
    merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    standsAt: (row, column) =>
      row < top ? { grid, row, column } : { grid, row: rows[column] ?? start, column: left + row - top },
  };
}

const nameLabel = /^(指標|指標名|指標名称|指標の名称|KPI|KPI名|成果指標|活動指標|評価指標|数値目標)$/iu;
/** 「指標①」 with the name beside it, where no 「指標名」 stands between. */
const numberedLabel = /^(指標|KPI|成果指標|活動指標|評価指標|数値目標)[0-9]{1,2}$/iu;

function first(row: Grid["rows"][number] | undefined): { cell: GridCell; column: number } | undefined {
  const column = (row ?? []).findIndex((cell) => cell !== undefined);
  const cell = row?.[column];
  return cell ? { cell, column } : undefined;
}

/** Small tables of one indicator each, whose name stands above (「数値目標① 婚姻率（‰）」), as one table apiece with the name beside. */
export function captioned(grid: Grid): Grid[] {
  const made: Grid[] = [];
  const headings: number[] = [];
  for (let row = 0; row < grid.rows.length; row++) {
    const caption = aloneIn(grid, row);
    const table = caption && yearTable(grid, row + 1);
    const turned = caption && !table ? measuresAcross(grid, row + 1) : undefined;
    if (caption && table) {
      made.push(namedTable(grid, headings, caption, table));
      row = table.rows.at(-1) ?? row;
    } else if (caption && turned) {
      made.push(namedTable(turned.grid, headings, caption, turned.table));
      row = turned.last;
    } else if (caption || (made.length === 0 && grid.rows[row]?.some((cell) => cell !== undefined)))
      headings.push(row);
  }
  return made;
}

/**
 * The same where the name stands beside a label (「指標名」「単位」), as in forms with a box for each indicator; last of all
 * what else stands on the sheet. Nothing where there is no such box.
 */
export function labelled(grid: Grid): Grid[] {
  const made: Grid[] = [];
  const taken = new Set<number>();
  const headings: number[] = [];
  for (let row = 0; row < grid.rows.length; row++) {
    const caption = labelledIn(grid, row);
    const table = caption && (yearTable(grid, row + 1) ?? yearTable(grid, row + 2));
    if (caption && table) {
      made.push(namedTable(grid, headings, caption, table));
      const last = table.rows.at(-1) ?? row;
      for (let own = row; own <= last; own++) taken.add(own);
      row = last;
    } else if (made.length === 0 && grid.rows[row]?.some((cell) => cell !== undefined)) headings.push(row);
  }
  return made.length === 0 ? [] : [...made, withoutRows(grid, taken)];
}

/** The grid without what stands in some of its rows; the others keep their place. */
function withoutRows(grid: Grid, rows: ReadonlySet<number>): Grid {
  return {
    ...grid,
    rows: grid.rows.map((row, at) => (rows.has(at) ? [] : row)),
    merges: grid.merges.filter(({ top, bottom }) => !rows.has(top) && !rows.has(bottom)),
    standsAt: grid.standsAt ?? ((row, column) => ({ grid, row, column })),
  };
}

/** What names a small table, and where that stands. */
interface Caption {
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly unit: string;
}

/** 「指標名 自主防災組織率 単位 ％」: each label with what stands right of it. */
function labelledIn(grid: Grid, row: number): Caption | undefined {
  const beside = (at: number, label: RegExp) => {
    const cells = (grid.rows[at] ?? []).flatMap((cell, column) => (cell ? [{ cell, column }] : []));
    const found = cells.findIndex(({ cell }) => label.test(keyOf(cell.text)));
    return found < 0 ? undefined : cells[found + 1];
  };
  const name = beside(row, nameLabel) ?? beside(row, numberedLabel);
  if (!name || isHeaderWord(name.cell.text) || isMeasureWord(name.cell.text)) return undefined;
  const unitLabel = /^(単位|指標の単位)$/u;
  const unit = beside(row, unitLabel) ?? beside(row + 1, unitLabel);
  const isUnit = unit !== undefined && isUnitWord(unit.cell.text);
  return { row, column: name.column, name: name.cell.text, unit: isUnit ? unit.cell.text : "" };
}

function aloneIn(grid: Grid, row: number): Caption | undefined {
  const line = grid.rows[row] ?? [];
  const texts = new Set(line.flatMap((cell) => (cell ? [cell.text.trim()] : [])));
  const [only] = texts;
  if (texts.size !== 1 || only === undefined || !/\p{L}{2}/u.test(only)) return undefined;
  return { row, column: first(line)?.column ?? 0, name: only, unit: "" };
}

interface YearTable {
  readonly header: number;
  readonly rows: readonly number[];
}

/** A row of years (two or more, all different), and rows of values below it that name no indicator. */
function yearTable(grid: Grid, header: number): YearTable | undefined {
  const cells = (grid.rows[header] ?? []).flatMap((cell, column) => (cell ? [{ cell, column }] : []));
  const years = cells.filter(({ cell }) => yearsIn(cell.text).length > 0 && isHeaderWord(cell.text));
  const others = cells.filter((one) => !years.includes(one));
  // 「成果指標①」 joined down the side is no label of a row.
  const labels = others.filter(({ cell }) => !/指標/u.test(keyOf(cell.text)));
  const isLabelled = labels.every(({ cell }) => /^(区分|項目|年度?|単位)?$/u.test(keyOf(cell.text)));
  if (years.length < 2 || labels.length > 1 || !isLabelled) return undefined;
  if (new Set(years.map(({ cell }) => keyOf(cell.text))).size < years.length) return undefined;
  const rows: number[] = [];
  for (let row = header + 1; row < grid.rows.length && rows.length < 4; row++) {
    const line = (grid.rows[row] ?? []).flatMap((cell, column) => (cell ? [{ cell, column }] : []));
    const isYears = (column: number) => years.some((year) => year.column === column);
    const named = line.filter(({ column }) => !isYears(column));
    const isValues = line.some(
      ({ cell, column }) =>
        isYears(column) && (isDash(cell.text) || readCellValue(cell.text).number !== undefined),
    );
    if (!isValues || named.length > 1 || !named.every(({ cell }) => isMeasureWord(cell.text))) break;
    if (rows.length > 0 && named.length === 0) break;
    rows.push(row);
  }
  return rows.length === 0 ? undefined : { header, rows };
}

/** A row that says what is measured (「年度、目標値、実績値」) over rows that each begin with a year: turned into its usual form. */
function measuresAcross(
  grid: Grid,
  head: number,
): { readonly grid: Grid; readonly table: YearTable; readonly last: number } | undefined {
  const [first, ...labels] = grid.rows[head] ?? [];
  const filled = labels.flatMap((cell, at) => (cell ? [{ cell, column: at + 1 }] : []));
  const isMeasures = filled.length > 0 && filled.every(({ cell }) => isMeasureWord(cell.text));
  const isDown = (row: number) => grid.merges.some(({ top, bottom }) => bottom > top && bottom === row);
  if (!isMeasures || !yearHeader.test(keyOf(first?.text ?? ""))) return undefined;
  const years: number[] = [];
  for (let row = head + 1; isYearRow(grid.rows[row]) && !isDown(row); row++) years.push(row);
  const last = years.at(-1);
  if (last === undefined) return undefined;
  // What stands at each place of the turned table: its first row is the column of years.
  const columns = [0, ...filled.map(({ column }) => column)];
  const lines = [head, ...years];
  const rows = [...grid.rows];
  for (const [at, column] of columns.entries())
    rows[head + at] = lines.map((line) => grid.rows[line]?.[column]);
  const turned: Grid = {
    ...grid,
    rows,
    merges: [],
    standsAt: (row, column) => {
      const of = columns[row - head];
      return of === undefined || row < head
        ? { grid, row, column }
        : { grid, row: lines[column] ?? head, column: of };
    },
  };
  const table = { header: head, rows: filled.map((_, at) => head + 1 + at) };
  return { grid: turned, table, last };
}

/**
 * The grid with a column of their own for 「目標値」 and 「実績値」 that stand below each indicator's name in its own column;
 * `undefined` where none do.
 */
export function measuresApart(
  grid: Grid,
  { header, column }: { header: number; column: number },
): Grid | undefined {
  const textAt = (row: number) => grid.rows[row]?.[column]?.text.trim() ?? "";
  const isMeasure = (row: number) =>
    textAt(row) !== "" && isMeasureWord(textAt(row)) && !yearsIn(textAt(row)).length;
  const hasNumber = (row: number) =>
    (grid.rows[row] ?? []).some(
      (cell, at) => at > column && cell !== undefined && readCellValue(cell.text).number !== undefined,
    );
  const measures: number[] = [];
  let names = 0;
  let isNamed = false;
  for (let row = header + 1; row < grid.rows.length; row++) {
    if (isMeasure(row)) {
      if (!isNamed) return undefined;
      measures.push(row);
    } else if (textAt(row) !== "") {
      isNamed = !hasNumber(row);
      if (isNamed && isMeasure(row + 1)) names++;
    }
  }
  if (names === 0 || measures.length < names * 2) return undefined;
  const isApart = new Set(measures);
  const widened = (row: readonly (GridCell | undefined)[], at: number): (GridCell | undefined)[] => {
    const before = Array.from({ length: column + 1 }, (_, index) => row[index]);
    const rest = row.slice(column + 1);
    if (at === header) return [...before, { text: "区分", kind: "text" }, ...rest];
    const cell = before[column];
    return isApart.has(at)
      ? [...before.slice(0, column), undefined, cell, ...rest]
      : [...before, undefined, ...rest];
  };
  const moved = (at: number) => (at > column ? at + 1 : at);
  return {
    ...grid,
    rows: grid.rows.map(widened),
    merges: grid.merges.map(({ left, right, ...merge }) => ({
      ...merge,
      left: moved(left),
      right: moved(right),
    })),
    hiddenColumns: new Set([...grid.hiddenColumns].map(moved)),
    standsAt: (row, at) => ({ grid, row, column: at > column ? at - 1 : at }),
  };
}

/** The table with a column for the name and one for what each row is put before its years. */
function namedTable(
  grid: Grid,
  headings: readonly number[],
  { row: caption, column: nameAt, name, unit }: Caption,
  { header, rows }: YearTable,
): Grid {
  const isYear = (column: number) => yearsIn(grid.rows[header]?.[column]?.text ?? "").length > 0;
  const columns = (grid.rows[header] ?? []).flatMap((cell, column) =>
    cell && isYear(column) ? [column] : [],
  );
  const label = (row: number) =>
    (grid.rows[row] ?? []).findIndex((cell, column) => cell !== undefined && !columns.includes(column));
  const isMeasured = rows.some((row) => label(row) >= 0);
  const shown = nameOf(name).replace(
    /^[\s■□◆◇●○・]*(?:(?:数値|成果)?(?:目標|指標)|KPI|重要業績評価指標)?\s*(?:[0-9０-９]{1,2}|[①-⑳]|[(（][0-9０-９]{1,2}[)）])?[\s　:：.．、】]*(?=\S{2})/iu,
    "",
  );
  const text = (words: string): GridCell => ({ text: words, kind: "text" });
  const lead = (isMeasured ? 2 : 1) + (unit === "" ? 0 : 1);
  const places: (readonly [row: number, column: number])[][] = [];
  const made: (GridCell | undefined)[][] = headings.map((row) => [...(grid.rows[row] ?? [])]);
  const top = made.length;
  made.push([
    text("指標名"),
    ...(unit === "" ? [] : [text("単位")]),
    ...(isMeasured ? [text("区分")] : []),
    ...columns.map((column) => grid.rows[header]?.[column]),
  ]);
  places.push([
    ...Array.from({ length: lead }, () => [header, 0] as const),
    ...columns.map((column) => [header, column] as const),
  ]);
  for (const [at, row] of rows.entries()) {
    const measure = label(row);
    made.push([
      at === 0 ? text(shown) : undefined,
      ...(unit === "" ? [] : [at === 0 ? text(unit) : undefined]),
      ...(isMeasured ? [measure < 0 ? undefined : grid.rows[row]?.[measure]] : []),
      ...columns.map((column) => grid.rows[row]?.[column]),
    ]);
    places.push([
      [caption, nameAt] as const,
      ...(unit === "" ? [] : [[caption, nameAt] as const]),
      ...(isMeasured ? [[row, Math.max(0, measure)] as const] : []),
      ...columns.map((column) => [row, column] as const),
    ]);
  }
  return {
    ...grid,
    rows: made,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    standsAt: (row, column): CellPlace => {
      const [of, at] = places[row - top]?.[column] ?? [headings[row] ?? caption, column];
      return { grid, row: of, column: at };
    },
  };
}
