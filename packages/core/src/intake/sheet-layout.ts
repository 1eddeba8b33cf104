// Where the tables stand on a sheet: their header rows, their data, and the titles and notes around them.

import { isNumberOnly, keyOf, nameOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import { type Footnotes, footnotesIn } from "./footnotes.ts";
import { beginsForm, type FormLabel, formStart, formTop, labelsIn, verdictsIn } from "./form-labels.ts";
import type { Grid } from "./grid.ts";
import { beginsMeasure, beginsYear, headerFrom, headersOf, isSameHeader, isYear } from "./header-rows.ts";
import { headingKind, isCostName, isMeasureWord } from "./header-words.ts";
import { cutAtGutters, cutAtHeaders, isNameHeader } from "./side-by-side.ts";
import { filledCells, note, Sight, widthOf } from "./sight.ts";
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
  readonly labels: readonly FormLabel[];
  readonly notes: readonly string[];
  /** What the notes say of marks at values and names. */
  readonly footnotes: Footnotes;
  /** What a number in brackets alone is, where a title or a note says it (「（　）内は見込値」). */
  readonly bracketed?: string;
  /** A header's pieces from top to bottom, by column. */
  readonly headers: readonly (readonly string[])[];
  /** Tables of costs that stand with it, as in a form. */
  readonly costs: readonly CostRows[];
}

/** A table of costs below or above the indicators': a row of years, and a row for each kind of cost. */
interface CostRows {
  readonly header: number;
  /** The row below that says of each column whether it is a budget or an account, where the header says only its year. */
  readonly under?: number;
  readonly rows: readonly number[];
}

/** 「- 3 -」「3/12頁」 alone in a row. */
const pageNumber =
  /^(?:[-－―—–‐]+(?:p\.?)?[0-9]{1,3}[-－―—–‐]+|(?:p\.?)?[0-9]{1,3}(?:\/[0-9]{1,3})?(?:頁|ページ)|p\.?[0-9]{1,3})$/iu;

const total = /^(合計|総計|小計|計|全体計|平均)$/u;

export function findAreas(grid: Grid): readonly Area[] {
  const sight = new Sight(grid);
  const parts = cutAtGutters(sight);
  if (parts) return besideOneAnother(parts);
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
  for (const [at, head] of heads.entries()) {
    const end = heads[at + 1]?.top ?? grid.rows.length;
    const before = first.at(-1);
    const last = before?.again.at(-1) ?? before;
    const isAgain =
      before &&
      last &&
      isSameHeader(sight, before, head) &&
      !beginsForm(sight, last.bottom, head.top) &&
      beginsYear(sight, last.bottom, head) === undefined &&
      beginsMeasure(sight, last.bottom, head) === undefined &&
      !listsAgain(sight, [last.bottom + 1, head.top], [head.bottom + 1, end], head);
    if (isAgain) before.again.push(head);
    else first.push({ ...head, again: [] });
  }
  let titlesFrom = 0;
  const open = new OpenHeadings(sight);
  for (const [index, head] of first.entries()) {
    const next = first[index + 1];
    const last = (head.again.at(-1) ?? head).bottom;
    const begin = next
      ? Math.min(
          beginsYear(sight, last, next) ?? next.top,
          beginsMeasure(sight, last, next) ?? next.top,
          formTop(sight, head.bottom + 1, next.top),
        )
      : grid.rows.length;
    const end = begin - 1;
    const area = areaOf(sight, head, end, titlesFrom, costs);
    const above = open.above(area);
    const headings = area.labels.length > 0 ? area.headings : new Map([...above, ...area.headings]);
    const cut = cutAtHeaders(sight, area.headers, { from: titlesFrom, to: end }, area.headerTop);
    if (cut)
      areas.push(
        ...besideOneAnother(cut).map((one) => ({ ...one, headings: new Map([...above, ...one.headings]) })),
      );
    else areas.push({ ...area, headings });
    titlesFrom = end + 1;
  }
  return underCaptions(areas.filter((area) => area.rows.length > 0));
}

/** Whether a header without years has the same names below it as the one before: another year's table, and no page more of one. */
function listsAgain(
  sight: Sight,
  before: readonly [from: number, to: number],
  after: readonly [from: number, to: number],
  head: { readonly top: number; readonly bottom: number },
): boolean {
  for (let row = head.top; row <= head.bottom; row++)
    if (filledCells(sight, row).some(({ text }) => isYear(text))) return false;
  const namesIn = ([from, to]: readonly [number, number]) =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => {
      const cells = filledCells(sight, from + at);
      const words = cells.filter(({ text }) => !isDash(text) && readCellValue(text).number === undefined);
      return cells.length > 2 ? words.map(({ column, text }) => `${column}:${keyOf(text)}`).join("|") : "";
    }).filter((name) => name !== "");
  const [names, again] = [namesIn(before), namesIn(after)];
  const known = new Set(names);
  return (
    names.length > 1 &&
    known.size === names.length &&
    again.filter((name) => known.has(name)).length > names.length * 0.6
  );
}

/** The tables of each part of a sheet; a line above one of them alone says what it is about. */
function besideOneAnother(parts: readonly Grid[]): Area[] {
  const read = parts.map((part) => findAreas(part));
  const first = underCaptions(read.flatMap(([area]) => area ?? []));
  return read.flatMap((areas, at) => (areas.length === 0 ? [] : [first[at] ?? [], ...areas.slice(1)].flat()));
}

/** Tables that each have a line of their own above them (「子育て」, 「観光」), no two the same: what each is about. */
function underCaptions(areas: readonly Area[]): readonly Area[] {
  if (areas.length < 2) return areas;
  const sights = new Map<Grid, Sight>();
  const captions = areas.map(({ grid, headerTop }) => {
    const sight = sights.get(grid) ?? new Sight(grid);
    sights.set(grid, sight);
    return captionOf(sight, headerTop);
  });
  const texts = new Set(captions.map((caption) => keyOf(caption?.text ?? "")));
  const isOwn =
    texts.size === areas.length && !texts.has("") && areas.every(({ labels }) => labels.length === 0);
  const kinds = captions.flatMap((caption) =>
    caption && isHeadingText(caption.text) ? [headingKind(caption.text)] : [],
  );
  return areas.map((area, at) => {
    const caption = captions[at];
    if (!caption || area.headings.has(caption.row) || area.labels.length > 0) return area;
    // 「（１）企業誘致」 below a goal, or where another table has one of its kind.
    const kind = headingKind(caption.text);
    const isNumbered =
      isHeadingText(caption.text) &&
      (area.headings.size > 0 || kinds.filter((one) => one === kind).length > 1);
    if (!isOwn && !isNumbered) return area;
    return { ...area, headings: new Map([...area.headings, [caption.row, caption.text]]) };
  });
}

/** What the titles of a sheet are made of, and no part of a plan is called. */
const ofTitles =
  /(一覧|年度|計画|戦略|について|状況|結果|実績|報告|単位|別紙|資料|様式|表[0-9]|進捗|評価|シート|達成|推移|指標|KPI|数値目標|目標値|計画値)/iu;

/** A text alone in the row above a header, or with one empty row between, that is no title of the whole. */
function captionOf(
  sight: Sight,
  headerTop: number,
): { readonly row: number; readonly text: string } | undefined {
  for (let row = headerTop - 1; row >= Math.max(0, headerTop - 2); row--) {
    const cells = filledCells(sight, row);
    const [only] = cells;
    if (!only) continue;
    const key = keyOf(only.text);
    const isAlone = new Set(cells.map(({ text }) => keyOf(text))).size === 1 && only.cell.kind === "text";
    const isTitle = ofTitles.test(key) || note.test(only.text.trim()) || key.length > 30 || key.length < 2;
    return isAlone && !isTitle && !/^[(（][^()（）]*[)）]$/u.test(key) ? { row, text: only.text } : undefined;
  }
  return undefined;
}

/** 「【説明】…」「（算出方法）…」 alone below an indicator: of that indicator, and no heading of those that follow. */
const remarkLine =
  /^(?:[【〔［[(（<＜](?:指標の)?(?:説明|解説|備考|注釈?|定義|算出(?:式|方法|根拠)?|計算式|出典|資料|参考|補足|コメント|理由|要因|分析|課題|評価|考え方|目標設定の(?:考え方|根拠)|設定根拠)[】〕］\])）>＞]|(?:説明|解説|備考|定義|算出(?:式|方法)|計算式|出典|補足|理由|要因|分析|課題|設定根拠)\s*[:：])/u;

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

/** What stands below the years of a table of costs: 「当初予算額」「決算額(見込)」「計画事業費」. */
const costStage = /^(当初|補正後?|最終)?(予算|決算|計画|見込|予定)(現?額|見込額?|済額|事業費)?(\(見込\))?$/u;

/** What a row of costs says of itself, beside the kind of cost that it is of: 「予算額」「実績額」「執行率」. */
export const costRow = /^(?:(?:当初|補正後?|最終)?(予算|決算|実績|計画|見込)現?額|(?:予算)?執行率)$/u;

/** A row of years over amounts (「事業費（千円） R4決算 R5決算 R6予算」) and the rows of amounts below it. */
function costRowsFrom(sight: Sight, row: number): CostRows | undefined {
  const cells = filledCells(sight, row);
  const [first] = cells;
  if (!first || cells.some(({ text, cell }) => cell.kind === "number" && !isYear(text))) return undefined;
  const years = cells.filter(
    ({ text }) => isYear(text) && costYear.test(keyOf(withoutYears(text)).replace(/^年度/u, "")),
  );
  const others = cells.filter((one) => !years.includes(one));
  // Each kind of cost with rows of its own for what was planned and what was spent.
  const hasCostRows = [row + 1, row + 2].every((below) =>
    filledCells(sight, below).some(
      ({ text, column }) => column < (years[0]?.column ?? 0) && costRow.test(keyOf(text)),
    ),
  );
  const isOfCosts =
    hasCostRows ||
    cells.some(({ text }) => /(決算|予算)/u.test(keyOf(text))) ||
    others.some(({ text }) => costTable.test(keyOf(text)) && keyOf(text).length < 24);
  if (years.length < 2 || !isOfCosts || others.some(({ text }) => /(指標|実績値|目標値)/u.test(keyOf(text))))
    return undefined;
  const [start] = years;
  const stages = filledCells(sight, row + 1);
  const isStaged =
    stages.length >= years.length &&
    stages.every(({ text, column }) => column >= (start?.column ?? 0) && costStage.test(keyOf(text)));
  const columns = new Set((isStaged ? stages : years).map(({ column }) => column));
  const rows: number[] = [];
  for (let below = row + (isStaged ? 2 : 1); below < sight.grid.rows.length; below++) {
    const line = filledCells(sight, below);
    const name = line[0];
    const isNamed = name && name.column < (start?.column ?? 0) && name.cell.kind === "text";
    const amounts = line.filter(({ column }) => columns.has(column));
    const isAmounts = amounts.every(({ text }) => isDash(text) || readCellValue(text).number !== undefined);
    // A text that is joined into the years is a question with its answer beside it, and no kind of cost.
    const isOver = line.some(
      ({ column }) =>
        !columns.has(column) && (sight.mergeAt(below, column)?.right ?? 0) >= (start?.column ?? 0),
    );
    if (!isNamed || isOver || amounts.length === 0 || !isAmounts || headerFrom(sight, below)) break;
    rows.push(below);
  }
  if (rows.length === 0 || !(hasCostRows || isOfMoney(sight, others, rows))) return undefined;
  return { header: row, ...(isStaged ? { under: row + 1 } : {}), rows };
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

function areaOf(
  sight: Sight,
  head: { top: number; bottom: number; again: readonly { top: number; bottom: number }[] },
  end: number,
  titlesFrom: number,
  allCosts: readonly CostRows[],
): Area {
  const { grid } = sight;
  const costs = allCosts.filter(({ header }) => header >= titlesFrom && header <= end);
  const isCost = new Set(costs.flatMap(({ header, under, rows }) => [header, under ?? header, ...rows]));
  const repeated: number[] = [];
  for (const { top, bottom } of head.again) for (let row = top; row <= bottom; row++) repeated.push(row);
  const isAgain = new Set(repeated);
  const captions = new Set(head.again.flatMap(({ top }) => captionOf(sight, top)?.row ?? []));
  const titles: string[] = [];
  for (let row = titlesFrom; row < head.top; row++) {
    if (isCost.has(row)) continue;
    for (const { text } of filledCells(sight, row)) if (titles.length < 20) titles.push(nameOf(text));
  }
  // What stands below the table before and belongs to it is no label of this one.
  const from = formStart(sight, titlesFrom, head.top) ?? titlesFrom;
  const labels: FormLabel[] = [];
  const headings = new Map<number, string>();
  for (let row = from; row < head.top; row++) {
    if (isCost.has(row)) continue;
    labels.push(...labelsIn(sight, row), ...verdictsIn(sight, row));
    const [only, ...more] = filledCells(sight, row);
    if (only && more.length === 0 && namesLevel(only.text) && !ofCycle(only.text))
      headings.set(row, only.text);
  }
  const headers = headersOf(sight, head.top, head.bottom);
  const isNamed = headers.map((pieces) => isNameHeader(pieces.join("")));
  const isName = headers.map((pieces, column) => isNamed[column] === true && /名/u.test(pieces.join("")));
  const named = isName.includes(true) ? isName.indexOf(true) : isNamed.indexOf(true);
  const nameColumn = named < 0 ? Number.POSITIVE_INFINITY : named;
  const unitColumn = headers.findIndex((pieces) => keyOf(pieces.join("")) === "単位");
  const rows: number[] = [];
  const totals: number[] = [];
  const notes: string[] = [];
  for (let row = head.bottom + 1; row <= end; row++) {
    if (isAgain.has(row) || isCost.has(row)) continue;
    const cells = filledCells(sight, row);
    const [firstCell] = cells;
    if (!firstCell || (cells.length === 1 && pageNumber.test(keyOf(firstCell.text)))) continue;
    if (row === head.bottom + 1 && numbersColumns(cells)) {
      repeated.push(row);
      continue;
    }
    if (isCostRow(cells, nameColumn, labels.length > 0)) {
      costs.push({ header: head.bottom, rows: [row] });
      continue;
    }
    const verdicts = verdictsIn(sight, row);
    if (verdicts.length > 0) {
      labels.push(...verdicts);
      continue;
    }
    const isPlain = cells.every(({ text }) => isDash(text)) || saysNothing.test(keyOf(firstCell.text));
    if (
      (isPlain && new Set(cells.map(({ text }) => keyOf(text))).size === 1) ||
      isWritten(sight, row, headers)
    ) {
      notes.push(...cells.flatMap(({ text }) => (isDash(text) ? [] : [nameOf(text)])));
      continue;
    }
    if (note.test(firstCell.text.trim())) {
      notes.push(...cells.map(({ text }) => nameOf(text)));
      continue;
    }
    // 「計」 right of the names is one of an indicator's own rows (男, 女, 計).
    const isPart = (column: number) =>
      column > nameColumn ||
      /^(内訳|細目|細区分|性別|男女別?)$/u.test(keyOf(headers[column]?.join("") ?? ""));
    if (cells.slice(0, 6).some(({ text, column }) => total.test(keyOf(text)) && !isPart(column))) {
      totals.push(row);
      continue;
    }
    const outline = outlineHeading(sight, row, end);
    if (outline !== undefined) {
      headings.set(row, outline);
      continue;
    }
    const texts = new Set(cells.map(({ text }) => keyOf(text)));
    if (texts.size === 1 && (remarkLine.test(firstCell.text.trim()) || ofCycle(firstCell.text))) {
      notes.push(nameOf(firstCell.text));
      continue;
    }
    const isAlone =
      texts.size === 1 &&
      firstCell.cell.kind === "text" &&
      (readCellValue(firstCell.text).number === undefined || namesLevel(firstCell.text));
    const merge = sight.mergeAt(row, firstCell.column);
    // One text alone in a row is a heading, unless merged cells of a table's side reach into the row.
    if (isAlone && !sight.isReached(row) && !(merge && merge.bottom > merge.top)) {
      if (
        row === end ||
        rows.length === 0 ||
        captions.has(row) ||
        isHeadingText(firstCell.text) ||
        // An indicator without values would still have its unit.
        (unitColumn > firstCell.column && isOverRows(sight, row, unitColumn, end)) ||
        (merge !== undefined && merge.right > merge.left)
      ) {
        headings.set(row, firstCell.text);
        continue;
      }
    }
    rows.push(row);
  }
  // Each print of the header has a line above it: so has the first.
  const caption = captionOf(sight, head.top);
  if (caption && labels.length === 0 && [...headings.keys()].some((row) => captions.has(row)))
    headings.set(caption.row, caption.text);
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

/** A label that an empty slot of a form leaves behind. */
const saysNothing = /^(?:分類|区分|種別|種類|説明)$/u;

/** 「■計画（PLAN）」「Check（成果）」: a step of the year's round over a part of a form, and no level of a plan. */
export function ofCycle(text: string): boolean {
  return (
    text.length < 40 && /(?<![a-z])(?:plan|do|check|act(?:ion)?)(?![a-z])/iu.test(text.normalize("NFKC"))
  );
}

/** Whether a text beside a label is joined over the unit (or the name) and the values alike: something that is written below them, and no indicator. */
function isWritten(sight: Sight, row: number, headers: readonly (readonly string[])[]): boolean {
  const cells = filledCells(sight, row);
  return cells.some(({ column, cell }) => {
    const merge = sight.mergeAt(row, column);
    if (column === cells[0]?.column || cell.kind !== "text" || !merge || merge.right === merge.left)
      return false;
    const over = headers.slice(merge.left, merge.right + 1).map((pieces) => pieces.join(""));
    const values = over.filter((header) => isYear(header) || isMeasureWord(header));
    const isName = (header: string) =>
      isNameHeader(header) || /^(単位|方向|指標(の)?説明)$/u.test(keyOf(header));
    return values.length > 1 && new Set(over).size > 2 && over.some(isName);
  });
}

/** 「事業費（千円）」 of a form right below its indicators, left of their names, with an amount for each year. */
function isCostRow(
  cells: readonly { readonly column: number; readonly text: string }[],
  nameColumn: number,
  isForm: boolean,
): boolean {
  const [first, ...amounts] = cells;
  return (
    isForm &&
    first !== undefined &&
    first.column < nameColumn &&
    amounts.length > 0 &&
    isCostName(first.text) &&
    amounts.every(
      ({ column, text }) => column > nameColumn && (isDash(text) || readCellValue(text).number !== undefined),
    )
  );
}

/** 「① ② ③ ④=③/②」「(A) (B) (B)/(A)」: letters for the columns, and how one is worked out of others. */
function numbersColumns(cells: readonly { readonly text: string }[]): boolean {
  const one = "[(（]?(?:[①-⑳]|[A-ZＡ-Ｚa-z]|[0-9０-９]{1,2})[)）]?";
  const sign = new RegExp(`^${one}(?:\\s*[=＝/／÷×*＋+－-]\\s*(?:${one}|100))*[%％]?$`, "u");
  return (
    cells.length > 2 &&
    cells.every(({ text }) => sign.test(text.trim())) &&
    cells.filter(({ text }) => /[①-⑳()（）A-Za-zＡ-Ｚ]/u.test(text)).length * 2 > cells.length
  );
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
/** 「1-1」 with 「防災」 beside it and nothing more, above rows whose numbers go on from it (「1-1-①」): a heading with its number. */
function outlineHeading(sight: Sight, row: number, end: number): string | undefined {
  const [code, title, ...more] = filledCells(sight, row);
  if (!code || !title || more.length > 0 || title.column - code.column > 2) return undefined;
  if (!isNumberOnly(code.text) || title.cell.kind !== "text" || isDash(title.text)) return undefined;
  const own = keyOf(code.text);
  for (let below = row + 1; below <= end; below++) {
    const cells = filledCells(sight, below);
    const [first] = cells;
    if (!first || first.column !== code.column) continue;
    const key = keyOf(first.text);
    if (
      !key.startsWith(own) ||
      !/^[-－.．・(（①-⑳]/u.test(first.text.trim().normalize("NFC").slice(code.text.trim().length))
    )
      return undefined;
    if (cells.length > 3) return `${code.text.trim()}\u3000${title.text.trim()}`;
  }
  return undefined;
}

/** Whether rows with units follow a text that stands alone, at once or after another of its kind. */
function isOverRows(sight: Sight, row: number, unitColumn: number, end: number): boolean {
  for (let below = row + 1; below <= Math.min(end, row + 3); below++) {
    const cells = filledCells(sight, below);
    if (cells.some(({ column }) => column === unitColumn)) return cells.length > 2;
    if (cells.length !== 1) return false;
  }
  return false;
}

function namesLevel(text: string): boolean {
  // 「1章　学びのまち」 without 第.
  if (/^[\s【〔［[<＜■◆●○]*[0-9０-９一二三四五六七八九十]{1,2}\s*[章節編部][\s　:：]+\S{2,}/u.test(text))
    return true;
  return /^[\s【〔［[<＜■◆●○]*((基本)?(目標|政策|施策|方針)|(政策)?分野|柱|(重点)?プロジェクト|第(?=\s*\S[章節編部項]))\s*[0-9０-９Ⅰ-Ⅹ①-⑳一二三四五六七八九十][^年期次回]*?[\s　:：】〕］\]>＞]*\S{2,}/u.test(
    text.trim(),
  );
}

function isHeadingText(text: string): boolean {
  return /^[\s]*([■□◆◇●○▼【＜<≪〈]|第?[0-9０-９Ⅰ-Ⅹ①-⑳一二三四五六七八九十]+[\s　.．、章節-]|[(（][0-9０-９]+[)）]|((基本)?(目標|政策|施策|方針)|柱|分野|重点))/u.test(
    text,
  );
}
