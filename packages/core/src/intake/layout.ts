// Where the tables stand on a sheet: their header rows, their data, and the titles and notes around them.

import { isDash, readCellValue } from "./cell-value.ts";
import { type Footnotes, footnotesIn } from "./footnotes.ts";
import type { Grid } from "./grid.ts";
import { beginsYear, headerFrom, headersOf, isSameHeader, isYear } from "./header-rows.ts";
import { headingKind, isCostName } from "./header-words.ts";
import { beginsForm, formStart, formTop, type Label, labelsIn, verdictsIn } from "./labels.ts";
import { filledCells, note, Sight, widthOf } from "./sight.ts";
import { keyOf, nameOf } from "./text.ts";
import { withoutYears } from "./years.ts";

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
