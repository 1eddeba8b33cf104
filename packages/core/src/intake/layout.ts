// Where the tables stand on a sheet: their header rows, their data, and the titles and notes around them.

import { isDash, readCellValue } from "./cell-value.ts";
import { type Footnotes, footnotesIn } from "./footnotes.ts";
import type { Grid, GridCell, Merge } from "./grid.ts";
import {
  type Content,
  headingKind,
  isCostName,
  isHeaderWord,
  isLevelWord,
  isMeasureWord,
} from "./header-words.ts";
import { keyOf, nameOf } from "./text.ts";
import { isUnitWord } from "./units.ts";
import { withoutYears, yearsIn } from "./years.ts";

/** 「事務事業名」 and what stands beside it. */
interface Label {
  readonly label: string;
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

export interface Area {
  readonly grid: Grid;
  readonly headerTop: number;
  readonly headerBottom: number;
  /** Rows of data, header rows printed again and notes taken out. */
  readonly rows: readonly number[];
  readonly width: number;
  /** Rows that hold one text alone, in place of a column. */
  readonly headings: ReadonlyMap<number, string>;
  readonly totals: readonly number[];
  readonly repeated: readonly number[];
  readonly titles: readonly string[];
  /** A label with a text to its right, above the table: 「事務事業名」「担当課」 of a form. */
  readonly labels: readonly Label[];
  readonly notes: readonly string[];
  /** What the notes say of marks at values and names. */
  readonly footnotes: Footnotes;
  /** What a number in brackets alone is, where a title or a note says it (「（　）内は見込値」). */
  readonly bracketed?: string;
  /** The columns that belong to it, where tables stand beside one another; else all. */
  readonly columns?: ReadonlySet<number>;
  /** A header's pieces from top to bottom, by column. */
  readonly headers: readonly (readonly string[])[];
  /** Tables of costs that stand with it, as in a form. */
  readonly costs: readonly CostRows[];
}

/** A table of costs below or above the indicators': a row of years, and a row for each kind of cost. */
interface CostRows {
  readonly header: number;
  readonly rows: readonly number[];
}

/** The cells of a grid with merged ones filled: what a person sees at a place. */
export class Sight {
  readonly grid: Grid;
  private readonly merged = new Map<string, Merge>();

  constructor(grid: Grid) {
    this.grid = grid;
    const last = grid.rows.length - 1;
    for (const merge of grid.merges) {
      const bottom = Math.min(merge.bottom, last);
      const right = Math.min(merge.right, merge.left + 400);
      for (let row = merge.top; row <= bottom; row++) {
        for (let column = merge.left; column <= right; column++) this.merged.set(`${row}:${column}`, merge);
      }
    }
  }

  own(row: number, column: number): GridCell | undefined {
    return this.grid.rows[row]?.[column];
  }

  at(row: number, column: number): GridCell | undefined {
    const merge = this.merged.get(`${row}:${column}`);
    return merge ? this.own(merge.top, merge.left) : this.own(row, column);
  }

  /** Whether cells joined further up reach down into the row. */
  isReached(row: number): boolean {
    this.reached ??= new Set(
      this.grid.merges.flatMap(({ top, bottom }) =>
        Array.from({ length: Math.min(bottom, this.grid.rows.length) - top }, (_, at) => top + 1 + at),
      ),
    );
    return this.reached.has(row);
  }
  private reached: Set<number> | undefined;

  mergeAt(row: number, column: number): Merge | undefined {
    return this.merged.get(`${row}:${column}`);
  }
}

/** 「- 3 -」「3/12頁」 alone in a row. */
const pageNumber =
  /^(?:[-－―—–‐]+(?:p\.?)?[0-9]{1,3}[-－―—–‐]+|(?:p\.?)?[0-9]{1,3}(?:\/[0-9]{1,3})?(?:頁|ページ)|p\.?[0-9]{1,3})$/iu;
const nameHeader =
  /^(指標|指標名称?|指標の名称|成果指標名?|活動指標名?|評価指標|KPI|KPI名|数値目標|項目|項目名)(\(.*\))?$/iu;
/** Whether a header says that the names of indicators stand below it. */
export function isNameHeader(header: string): boolean {
  return nameHeader.test(keyOf(header));
}

const total = /^(合計|総計|小計|計|全体計|平均)$/u;
const note = /^(※|＊|\*|注|（注|\(注|備考[:：]|資料[:：]|出典[:：]|\[注)/u;

export function findAreas(grid: Grid): Area[] {
  const sight = new Sight(grid);
  const heads: { top: number; bottom: number }[] = [];
  const costs: CostRows[] = [];
  let row = 0;
  const areas: Area[] = [];
  while (row < grid.rows.length) {
    const cost = costRowsFrom(sight, row);
    const head = cost ? undefined : headerFrom(sight, row);
    if (cost) {
      costs.push(cost);
      row = (cost.rows.at(-1) ?? cost.header) + 1;
    } else if (head) {
      heads.push(head);
      row = head.bottom + 1;
    } else row++;
  }
  // A header printed again belongs to the table above it.
  const first: { top: number; bottom: number; again: { top: number; bottom: number }[] }[] = [];
  for (const head of heads) {
    const before = first.at(-1);
    const last = before?.again.at(-1) ?? before;
    const isAgain =
      before &&
      last &&
      isSameHeader(sight, before, head) &&
      !beginsForm(sight, last.bottom, head.top) &&
      !beginsYear(sight, last.bottom, head);
    if (isAgain) before.again.push(head);
    else first.push({ ...head, again: [] });
  }
  let titlesFrom = 0;
  const open = new OpenHeadings(sight);
  for (const [index, head] of first.entries()) {
    const next = first[index + 1];
    const end = (next ? formTop(sight, head.bottom + 1, next.top) : grid.rows.length) - 1;
    const area = areaOf(sight, head, end, titlesFrom, costs);
    titlesFrom = end + 1;
    const above = open.above(area);
    const headings = area.labels.length > 0 ? area.headings : new Map([...above, ...area.headings]);
    areas.push(...besideOneAnother({ ...area, headings }));
  }
  return areas.filter((area) => area.rows.length > 0);
}

/** The headings that still hold: 「政策１ …」 above a table is of those below it as well, until the next of its kind. */
class OpenHeadings {
  private readonly sight: Sight;
  private next = 0;
  /** The highest first, each with the row that it stands in. */
  private open: { readonly kind: string; readonly row: number; readonly text: string }[] = [];
  private readonly data = new Set<number>();

  constructor(sight: Sight) {
    this.sight = sight;
  }

  /** Tables are given in their order on the sheet, so that each row is looked at once. */
  above({ headerTop, rows }: Area): ReadonlyMap<number, string> {
    for (; this.next < headerTop; this.next++) {
      const cells = this.data.has(this.next) ? [] : filledCells(this.sight, this.next);
      const texts = new Set(cells.map(({ text }) => keyOf(text)));
      const [first] = cells;
      if (!first || texts.size !== 1 || !namesLevel(first.text)) continue;
      const kind = headingKind(first.text);
      const at = this.open.findIndex((one) => one.kind === kind);
      if (at >= 0) this.open.length = at;
      this.open.push({ kind, row: this.next, text: first.text });
    }
    for (const row of rows) this.data.add(row);
    return new Map(this.open.map(({ row, text }) => [row, text]));
  }
}

const costTable = /(事業費|経費|コスト|費用|財源|人件費|決算|予算)/u;
const costYear = /^(当初|最終)?(予算|決算|決算見込|実績|見込|計画|予定)?額?(\((千円|円|百万円)\))?$/u;

/** A row of years over amounts (「事業費（千円） R4決算 R5決算 R6予算」) and the rows of amounts below it. */
function costRowsFrom(sight: Sight, row: number): CostRows | undefined {
  const cells = filledCells(sight, row);
  const [first] = cells;
  if (!first || cells.some(({ text, cell }) => cell.kind === "number" && !isYear(text))) return undefined;
  const years = cells.filter(
    ({ text }) => isYear(text) && costYear.test(keyOf(withoutYears(text)).replace(/^年度/u, "")),
  );
  const others = cells.filter((one) => !years.includes(one));
  const isOfCosts =
    cells.some(({ text }) => /(決算|予算)/u.test(keyOf(text))) ||
    others.some(({ text }) => costTable.test(keyOf(text)) && keyOf(text).length < 24);
  if (years.length < 2 || !isOfCosts || others.some(({ text }) => /(指標|実績値|目標値)/u.test(keyOf(text))))
    return undefined;
  const [start] = years;
  const rows: number[] = [];
  for (let below = row + 1; below < sight.grid.rows.length; below++) {
    const line = filledCells(sight, below);
    const name = line[0];
    const isNamed = name && name.column < (start?.column ?? 0) && name.cell.kind === "text";
    const amounts = line.filter(({ column }) => years.some((year) => year.column === column));
    const isAmounts = amounts.every(({ text }) => isDash(text) || readCellValue(text).number !== undefined);
    if (!isNamed || amounts.length === 0 || !isAmounts || headerFrom(sight, below)) break;
    rows.push(below);
  }
  return rows.length === 0 || !isOfMoney(sight, others, rows) ? undefined : { header: row, rows };
}

/** Whether a table under years of accounts is one of costs: by a word over its names, or by most of its names and units. */
function isOfMoney(
  sight: Sight,
  others: readonly { readonly text: string }[],
  rows: readonly number[],
): boolean {
  if (others.some(({ text }) => costTable.test(keyOf(text)))) return true;
  const costs = rows.filter((row) => {
    const names = filledCells(sight, row).filter(({ cell }) => cell.kind === "text");
    return names.some(({ text }) => isCostName(text));
  });
  return costs.length * 2 >= rows.length;
}

/** Tables that stand beside one another under the same words: each with its own columns, and with what stands left of them all. */
function besideOneAnother(area: Area): Area[] {
  const keys = area.headers.map((pieces) => keyOf(pieces.join("")));
  const starts = keys.flatMap((key, column) =>
    nameHeader.test(key) && key !== keys[column - 1] && keys.indexOf(key) !== keys.lastIndexOf(key)
      ? [column]
      : [],
  );
  const [first = 0, second = 0] = starts;
  if (starts.length < 2 || starts.some((column) => keys[column] !== keys[first])) return [area];
  // Levels of its own belong to each: 「施策、指標名、R5」 and again 「施策、指標名、R5」.
  let before = 0;
  while (
    first - before > 0 &&
    starts.every((column) => keys[column - before - 1] === keys[first - before - 1]) &&
    keys[first - before - 1] !== "" &&
    second - before - 1 > first
  )
    before++;
  const shared = Array.from({ length: first - before }, (_, column) => column);
  return starts.map((start, at) => {
    const end = (starts[at + 1] ?? area.width + before) - before;
    const own = Array.from({ length: end - (start - before) }, (_, index) => start - before + index);
    return {
      ...area,
      columns: new Set([...shared, ...own]),
      ...(at === 0 ? {} : { titles: [], notes: [], costs: [] }),
    };
  });
}

/** A header that begins at this row, with the rows that belong to it. */
function headerFrom(sight: Sight, row: number): { top: number; bottom: number } | undefined {
  if (!isHeaderRow(sight, row)) return undefined;
  let top = row;
  let bottom = row;
  // A row above that only names groups (「実績値」 over years) has words of ours as well.
  for (let above = row - 1; above >= Math.max(0, row - 2); above--) {
    if (!groupsColumns(sight, above)) break;
    top = above;
  }
  for (let below = row + 1; below <= row + 3; below++) {
    if (continuesHeader(sight, row, below)) bottom = below;
    // Words of the city's own (「前期計画」「後期計画」) between a header's words and its years.
    else if (below < row + 3 && isOnlyWords(sight, below) && isYears(sight, below + 1)) continue;
    else if (isUnder(sight, row, below)) bottom = below;
    else break;
  }
  return { top, bottom };
}

function filledCells(sight: Sight, row: number): { column: number; text: string; cell: GridCell }[] {
  return (sight.grid.rows[row] ?? []).flatMap((cell, column) =>
    cell && cell.text.trim() !== "" ? [{ column, text: cell.text, cell }] : [],
  );
}

function isHeaderRow(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  if (cells.length < 2) return false;
  const words = cells.filter(
    ({ text, cell }) => isHeaderWord(text) && !(cell.kind === "number" && !isYear(text)),
  );
  const numbers = cells.filter(
    ({ text, cell }) => !isYear(text) && (cell.kind === "number" || /^[0-9,.]+$/.test(keyOf(text))),
  );
  if (numbers.length > (cells.length < 20 ? 0 : cells.length * 0.1)) return false;
  const dashes = cells.filter(({ text }) => isDash(text)).length;
  if (dashes > 1) return false;
  const distinct = new Set(words.map(({ text }) => keyOf(text))).size;
  // Years and one word more (「KPI, H25年, H31年」) may be a row of data.
  const plain = new Set(words.filter(({ text }) => !isYear(text)).map(({ text }) => keyOf(text))).size;
  if (plain < 2 && !(plain === 1 && distinct >= 3 && cells.every(({ text }) => isHeaderWord(text))))
    return false;
  if (distinct >= 3 && words.length >= cells.length * 0.34) return true;
  // Long headers (事務事業の概要（具体的なやり方…）) hide the words; many known ones among very many cells are enough.
  if (distinct >= 6 && cells.length > 20) return true;
  const names = words.filter(({ text }) => /(指標|項目|名称|KPI)/iu.test(keyOf(text))).length;
  return distinct === 2 && cells.length <= 4 && names === 1 && words.length >= cells.length * 0.5;
}

const isYear = (text: string) => yearsIn(text).length > 0;

function groupsColumns(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  if (cells.length === 0) return false;
  const words = cells.filter(({ text }) => isHeaderWord(text) || isMeasureWord(text));
  const isWide =
    cells.length === 1 && (sight.mergeAt(row, cells[0]?.column ?? 0)?.right ?? 0) >= widthOf(sight.grid) - 2;
  // Labels of a form, each with its text beside it, name no columns.
  const isForm = labelsIn(sight, row).length * 2 >= cells.length;
  return (
    words.length >= 1 &&
    words.length >= cells.length * 0.5 &&
    !isForm &&
    !isWide &&
    cells.every(({ text }) => keyOf(text).length < 30)
  );
}

/** A row of a few short words, none of which is a value. */
function isOnlyWords(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  return (
    cells.length > 0 &&
    cells.every(
      ({ text, cell }) =>
        cell.kind === "text" &&
        keyOf(text).length < 12 &&
        !isDash(text) &&
        readCellValue(text).number === undefined,
    )
  );
}

/** Words alone under what a header says of several columns without joining them, and nothing under its first. */
function isUnder(sight: Sight, head: number, row: number): boolean {
  const cells = filledCells(sight, row);
  const [first] = filledCells(sight, head);
  const isOpen = ({ column }: { column: number }) => (sight.at(head, column)?.text ?? "").trim() === "";
  const hasData = filledCells(sight, row + 1).some(({ column }) => column === first?.column);
  return (
    cells.length > 1 &&
    isOnlyWords(sight, row) &&
    new Set(cells.map(({ text }) => keyOf(text))).size > 1 &&
    cells.every(({ column }) => column > (first?.column ?? 0)) &&
    cells.some(isOpen) &&
    hasData
  );
}

/** A row of years and nothing else, two or more. */
function isYears(sight: Sight, row: number): boolean {
  const cells = filledCells(sight, row);
  return cells.length > 1 && cells.every(({ text }) => isYear(text) && isHeaderWord(text));
}

function continuesHeader(sight: Sight, head: number, row: number): boolean {
  const cells = filledCells(sight, row);
  if (cells.length === 0) return false;
  const covered =
    cells.length > 0 &&
    sight.grid.merges.some(({ top, bottom }) => top <= head && bottom >= row && bottom - top < 5);
  const words = cells.filter(
    ({ text }) => isHeaderWord(text) || isMeasureWord(text) || /^\(.*\)$/u.test(keyOf(text)),
  );
  const values = cells.filter(({ text, cell }) => !isYear(text) && (cell.kind === "number" || isDash(text)));
  if (values.length > 0) return false;
  if (words.length >= Math.max(1, cells.length * 0.6)) {
    // Words of measures alone, each in its own row below an indicator, are data (実績値 / 目標値 down the side).
    const measuresOnly = cells.every(({ text }) => isMeasureWord(text) && !isYear(text));
    return !(measuresOnly && cells.length === 1);
  }
  return covered && cells.every(({ text }) => keyOf(text).length < 30) && words.length > 0;
}

/** Whether labels stand between two headers (「事務事業名」 with a name beside it): then a form begins, and no page goes on. */
function beginsForm(sight: Sight, after: number, before: number): boolean {
  for (let row = after + 1; row < before; row++) if (labelsIn(sight, row).length > 0) return true;
  return false;
}

/** Whether a line between two headers names a year that they do not (「令和5年度の実績」): then another year's table begins. */
function beginsYear(sight: Sight, after: number, head: { top: number; bottom: number }): boolean {
  for (let row = head.top; row <= head.bottom; row++)
    if (filledCells(sight, row).some(({ text }) => isYear(text))) return false;
  for (let row = after + 1; row < head.top; row++) {
    const cells = filledCells(sight, row);
    const [only] = cells;
    const texts = new Set(cells.map(({ text }) => keyOf(text)));
    const years = yearsIn(only?.text ?? "");
    const isTitle = only?.cell.kind === "text" && only.text.length < 40 && !note.test(only.text.trim());
    if (isTitle && texts.size === 1 && years.length === 1 && years[0]?.year !== undefined) return true;
  }
  return false;
}

function isSameHeader(
  sight: Sight,
  a: { top: number; bottom: number },
  b: { top: number; bottom: number },
): boolean {
  const texts = (head: { top: number; bottom: number }) => {
    const all: string[] = [];
    for (let row = head.top; row <= head.bottom; row++) {
      for (const { column, text } of filledCells(sight, row))
        all.push(`${row - head.top}:${column}:${keyOf(text)}`);
    }
    return all;
  };
  const [one, two] = [new Set(texts(a)), texts(b)];
  // A header of another year is another table's.
  if (two.some((text) => isYear(text.replace(/^[0-9]+:[0-9]+:/u, "")) && !one.has(text))) return false;
  return two.filter((text) => one.has(text)).length >= Math.max(one.size, two.length) * 0.8;
}

function widthOf(grid: Grid): number {
  return grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function areaOf(
  sight: Sight,
  head: { top: number; bottom: number; again: readonly { top: number; bottom: number }[] },
  end: number,
  titlesFrom: number,
  allCosts: readonly CostRows[],
): Area {
  const { grid } = sight;
  const costs = allCosts.filter(({ header }) => header >= titlesFrom && header <= end);
  const isCost = new Set(costs.flatMap(({ header, rows }) => [header, ...rows]));
  const repeated: number[] = [];
  for (const { top, bottom } of head.again) for (let row = top; row <= bottom; row++) repeated.push(row);
  const isAgain = new Set(repeated);
  const titles: string[] = [];
  for (let row = titlesFrom; row < head.top; row++) {
    if (isCost.has(row)) continue;
    for (const { text } of filledCells(sight, row)) if (titles.length < 20) titles.push(nameOf(text));
  }
  // What stands below the table before and belongs to it is no label of this one.
  const from = formStart(sight, titlesFrom, head.top) ?? titlesFrom;
  const labels: Label[] = [];
  const headings = new Map<number, string>();
  for (let row = from; row < head.top; row++) {
    if (isCost.has(row)) continue;
    labels.push(...labelsIn(sight, row), ...verdictsIn(sight, row));
    const [only, ...more] = filledCells(sight, row);
    if (only && more.length === 0 && namesLevel(only.text)) headings.set(row, only.text);
  }
  const headers = headersOf(sight, head.top, head.bottom);
  const rows: number[] = [];
  const totals: number[] = [];
  const notes: string[] = [];
  for (let row = head.bottom + 1; row <= end; row++) {
    if (isAgain.has(row) || isCost.has(row)) continue;
    const cells = filledCells(sight, row);
    const [firstCell] = cells;
    if (!firstCell || (cells.length === 1 && pageNumber.test(keyOf(firstCell.text)))) continue;
    const verdicts = verdictsIn(sight, row);
    if (verdicts.length > 0) {
      labels.push(...verdicts);
      continue;
    }
    if (note.test(firstCell.text.trim())) {
      notes.push(...cells.map(({ text }) => nameOf(text)));
      continue;
    }
    const isPart = (column: number) =>
      /^(内訳|細目|細区分|性別|男女別?)$/u.test(keyOf(headers[column]?.join("") ?? ""));
    if (cells.slice(0, 6).some(({ text, column }) => total.test(keyOf(text)) && !isPart(column))) {
      totals.push(row);
      continue;
    }
    const texts = new Set(cells.map(({ text }) => keyOf(text)));
    const isAlone =
      texts.size === 1 &&
      firstCell.cell.kind === "text" &&
      readCellValue(firstCell.text).number === undefined;
    const merge = sight.mergeAt(row, firstCell.column);
    // One text alone in a row is a heading, unless merged cells of a table's side reach into the row.
    if (isAlone && !sight.isReached(row) && !(merge && merge.bottom > merge.top)) {
      if (
        row === end ||
        rows.length === 0 ||
        isHeadingText(firstCell.text) ||
        (merge !== undefined && merge.right > merge.left)
      ) {
        headings.set(row, firstCell.text);
        continue;
      }
    }
    rows.push(row);
  }
  // Headings after the last row of data are notes.
  const lastRow = rows.at(-1) ?? 0;
  for (const [row, text] of [...headings]) {
    if (row > lastRow) {
      headings.delete(row);
      notes.push(nameOf(text));
    }
  }
  return {
    grid,
    headerTop: head.top,
    headerBottom: head.bottom,
    rows,
    width: widthOf(grid),
    headings,
    totals,
    repeated,
    titles,
    labels,
    notes,
    footnotes: footnotesIn(notes),
    ...bracketedIn([...titles, ...notes]),
    headers,
    costs,
  };
}

/** 「（　）内の数値は見込値」: the state of a number that stands in brackets alone. */
function bracketedIn(texts: readonly string[]): { readonly bracketed?: string } {
  const said = texts.flatMap(
    (text) => /[(（][\s　]*[)）](?:書き|内|の)?.{0,8}(見込|速報|推計)/u.exec(text)?.[1] ?? [],
  );
  const [only] = said;
  return only !== undefined && new Set(said).size === 1 ? { bracketed: only } : {};
}

/** A label with a text beside it, or after a colon. */
function labelsIn(sight: Sight, row: number): Label[] {
  const cells = filledCells(sight, row);
  return cells.flatMap(({ text, column }, index): Label[] => {
    const next = cells[index + 1]?.text;
    // 「施策 1-1」 with the name beside it: the label has the number.
    const [, word = "", number = ""] =
      /^(\D{2,8}?)([0-9]{1,2}(?:[-.][0-9]{1,2}){0,3})$/u.exec(keyOf(text)) ?? [];
    if (
      isLevelWord(word) &&
      next !== undefined &&
      cells[index + 1]?.cell.kind === "text" &&
      !isHeaderWord(next)
    )
      return [{ label: word, text: `${number}　${next}`, row, column: cells[index + 1]?.column ?? column }];
    const place = { row, column: cells[index + 1]?.column ?? column };
    const isLabel =
      isLevelWord(text) || /^(担当課名?|所管課?|担当部署|担当|主管課|所属|課名|部課名)$/u.test(keyOf(text));
    const isLast = index === cells.length - 2;
    if (
      isLabel &&
      next !== undefined &&
      (isLast ? !isMeasureWord(next) && !isLevelWord(next) : !isHeaderWord(next))
    )
      return [{ label: keyOf(text), text: next, ...place }];
    const together = /^([^:：]{2,8})[:：]\s*(\S.*)$/su.exec(text.trim());
    return together && isLevelWord(together[1] ?? "")
      ? [{ label: keyOf(together[1] ?? ""), text: together[2] ?? "", row, column }]
      : [];
  });
}

const verdictLabel =
  /^(総合評価|一次評価|二次評価|最終評価|評価結果|評価区分|評価|今後の方向性|事業の方向性|方向性|総合判定|判定)$/u;
const remarkLabel =
  /^(課題|分析|成果と課題|要因分析|要因|改善内容|改善点|今後の取組|今後の課題|評価の理由|評価理由|所見)$/u;

/** Below the table of a form: 「総合評価」 with a grade beside it. No numbers stand in such a row. */
function verdictsIn(sight: Sight, row: number): Label[] {
  const cells = filledCells(sight, row);
  const [first] = cells;
  const isLabel = first && (verdictLabel.test(keyOf(first.text)) || remarkLabel.test(keyOf(first.text)));
  if (!isLabel || cells.length < 2 || cells.some(({ cell }) => cell.kind === "number")) return [];
  return cells.flatMap(({ text }, index): Label[] => {
    const next = cells[index + 1];
    const isPair = next !== undefined && (verdictLabel.test(keyOf(text)) || remarkLabel.test(keyOf(text)));
    return isPair ? [{ label: keyOf(text), text: next.text, row, column: next.column }] : [];
  });
}

/** Whether a label says that a verdict stands beside it. */
export function isVerdictLabel(label: string): boolean {
  return verdictLabel.test(label);
}

/** The first row of the last run of labels above a table: forms stand one below the other. */
function formStart(sight: Sight, from: number, top: number): number | undefined {
  let start: number | undefined;
  const seen = new Set<string>();
  for (let row = top - 1; row >= from; row--) {
    for (const { label } of labelsIn(sight, row)) {
      if (seen.has(label)) return start;
      seen.add(label);
      start = row;
    }
  }
  return start;
}

/** Where a form begins whose table has its header at `top`: at its labels, and the titles above them. */
function formTop(sight: Sight, from: number, top: number): number {
  let start = formStart(sight, from, top);
  if (start === undefined) return top;
  for (let row = start - 1; row >= from; row--) {
    const cells = filledCells(sight, row);
    if (cells.length > 1 || cells.some(({ text }) => note.test(text.trim()))) break;
    if (cells.length === 1) start = row;
  }
  return start;
}

/** 「施策１　活力…」「【政策2】…」 alone above a table: the level's word, its number and a name. */
function namesLevel(text: string): boolean {
  return /^[\s【〔［[<＜■◆●○]*((基本)?(目標|政策|施策|方針)|(政策)?分野|柱|(重点)?プロジェクト|第(?=\s*\S[章節編部項]))\s*[0-9０-９Ⅰ-Ⅹ①-⑳一二三四五六七八九十][^年期次回]*?[\s　:：】〕］\]>＞]*\S{2,}/u.test(
    text.trim(),
  );
}

function isHeadingText(text: string): boolean {
  return /^[\s]*([■□◆◇●○▼【＜<≪〈]|第?[0-9０-９Ⅰ-Ⅹ①-⑳一二三四五六七八九十]+[\s　.．、章節-]|[(（][0-9０-９]+[)）]|((基本)?(目標|政策|施策|方針)|柱|分野|重点))/u.test(
    text,
  );
}

function headersOf(sight: Sight, top: number, bottom: number): string[][] {
  const width = widthOf(sight.grid);
  const lines: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line: string[] = [];
    for (let column = 0; column < width; column++) {
      const own = sight.at(row, column)?.text ?? "";
      line.push(own);
    }
    lines.push(line);
  }
  // A label over several columns that are not merged: it holds until the next one, where the row below says more.
  for (let level = lines.length - 2; level >= 0; level--) {
    const line = lines[level] ?? [];
    for (let column = 1; column < width; column++) {
      const left = line[column - 1] ?? "";
      const isBlank = (line[column] ?? "") === "" && !sight.mergeAt(top + level, column);
      const below = lines[level + 1]?.[column] ?? "";
      const leftBelow = lines[level + 1]?.[column - 1] ?? "";
      const leftMerge = sight.mergeAt(top + level, column - 1);
      if (
        isBlank &&
        left !== "" &&
        below !== "" &&
        leftBelow !== "" &&
        !(leftMerge && leftMerge.right > leftMerge.left) &&
        keyOf(leftBelow) !== keyOf(left)
      ) {
        line[column] = left;
      }
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const pieces: string[] = [];
    for (const line of lines) {
      const text = line[column] ?? "";
      if (text !== "" && keyOf(pieces.at(-1) ?? "") !== keyOf(text)) pieces.push(text);
    }
    return pieces;
  });
}

/** A number with at most a unit behind it; 「3歳児の保育所入所率」 is a name. */
function isAmount(text: string): boolean {
  const { number, unit = "" } = readCellValue(text);
  return number !== undefined && (unit.length <= 3 || isUnitWord(unit));
}

/** What stands in a column of an area. */
export function contentOf(sight: Sight, rows: readonly number[], column: number): Content {
  let filled = 0;
  let numbers = 0;
  let dashes = 0;
  let longest = 0;
  let years = 0;
  let measures = 0;
  let parted = 0;
  let counting = 0;
  let before: number | undefined;
  const distinct = new Set<string>();
  for (const row of rows) {
    const cell = sight.own(row, column);
    const text = cell?.text.trim() ?? "";
    if (text === "") continue;
    if (isDash(text)) {
      dashes++;
      continue;
    }
    filled++;
    distinct.add(keyOf(text));
    longest = Math.max(longest, text.length);
    if (isMeasureWord(text)) measures++;
    if (/\S\s*[/／\n]\s*\S/u.test(text)) parted++;
    const found = yearsIn(text);
    const isYearCell =
      found.length > 0 &&
      /^(年?度?末?|平均|の[0-9]年間|時点|現在|[0-9]{1,2}月.*|中間|最終|現状値|\(.*\)|～|~|頃)*$/u.test(
        keyOf(withoutYears(text)),
      );
    if (isYearCell || /^(現状値?|計画策定時|計画最終年度)$/u.test(keyOf(text))) years++;
    const number = cell?.number ?? (/^[0-9]+$/.test(keyOf(text)) ? Number(keyOf(text)) : undefined);
    if (number !== undefined || (!isYearCell && isAmount(text))) numbers++;
    if (number !== undefined && before !== undefined && number === before + 1) counting++;
    before = number;
  }
  return {
    filled,
    numbers,
    dashes,
    distinct: distinct.size,
    longest,
    years: filled === 0 ? 0 : years / filled,
    isCounting: filled > 2 && counting >= (filled - 1) * 0.9,
    parted,
    measures: filled === 0 ? 0 : measures / filled,
  };
}
