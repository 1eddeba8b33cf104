// From the rows of a table to items: an indicator at its place in the plan, with everything that its cells say.

import type { Account } from "./account.ts";
import type { Asking } from "./asking.ts";
import { halfWidth, keyOf, nameOf, numberedText } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import { meaningOf } from "./column-roles.ts";
import { type CostEntry, costOf, costsBeside, costsInRow, spentName } from "./costs.ts";
import { askEra } from "./dating.ts";
import { type Entry, entryOf } from "./entries.ts";
import { unmarked } from "./footnotes.ts";
import { isSectionLabel, isVerdictLabel } from "./form-labels.ts";
import type { Column, FoundTable, ReadTable } from "./found-table.ts";
import { placeOf } from "./grid.ts";
import { type ColumnRole, roleOf } from "./header-words.ts";
import {
  askExplained,
  digitsOnly,
  firstLine,
  hasOwnNumber,
  hasShifted,
  namesEndInUnits,
  numberForName,
} from "./indicator-names.ts";
import { accountForPlain, leaveRow } from "./plain-cells.ts";
import { continued, PlanPlaces, type PlanStep, placeText, relisted } from "./plan-places.ts";
import { isUnitWord } from "./units.ts";
import { wordedValues } from "./worded-values.ts";
import { yearsIn } from "./years.ts";

export interface Item extends Where {
  readonly kind: string;
  readonly name: string;
  readonly printed: string;
  unit: string;
  readonly code: string;
  note: string;
  definition: string;
  readonly formula: string;
  readonly dataSource: string;
  readonly direction: string;
  readonly isRelisted: boolean;
  readonly entries: Entry[];
  readonly page?: number;
}

/** Where in which plan, and whose. */
interface Where {
  readonly plan: string;
  readonly path: readonly PlanStep[];
  readonly section: string;
}

/** What a project's row says of the project itself. */
export interface NodeFacts extends Where {
  readonly description: string;
  readonly startYear?: number;
  readonly costs: CostEntry[];
  readonly evaluations: Entry[];
}

export interface Read {
  readonly items: Item[];
  readonly nodes: NodeFacts[];
  readonly levels: string[];
}

/** A row of another kind than results and targets: what it is cannot be known. */
const unknownRow: ColumnRole = { kind: "ignored", why: "何の行か分からない数" };

export function readItems(found: FoundTable, account: Account, asking: Asking): Read {
  const table: ReadTable = { ...found, account, asking };
  const items: Item[] = [];
  const nodes: NodeFacts[] = [];
  const places = new PlanPlaces(table);
  const of = (kind: ColumnRole["kind"]) => table.columns.filter(({ role }) => role.kind === kind);
  const [indicator] = of("indicator");
  const [unitColumn] = of("unit");
  const [measure] = of("measure");
  const [partColumn] = of("indicator-part");
  const hasDefinitions = indicator !== undefined && askExplained(table, indicator, asking);
  const hasUnits =
    /単位/u.test(keyOf(indicator?.header ?? "")) || (!unitColumn && namesEndInUnits(table, indicator));
  const hasOthers = table.area.rows.some((row) => {
    const own = placeText(table, row, indicator).trim();
    return own !== "" && !spentName.test(keyOf(own));
  });
  let current: Item | undefined;
  let line = 0;
  let named = "";
  let rowBefore: number | undefined;
  const measuresSeen = new Set<string>();
  let whole: Item | undefined;
  for (const row of table.area.rows) {
    const path = places.at(row);
    const plan = placeText(table, row, of("plan")[0]);
    const section = nameOf(placeText(table, row, of("section")[0])) || sectionAbove(table);
    const where = { plan, path, section };
    accountForPlain(table, row);
    if (table.isProjectRows) {
      projectRow(table, row, where, items, nodes);
      continue;
    }
    const part = placeText(table, row, partColumn).trim();
    const inCell = placeText(table, row, indicator);
    const [shown, definition] = hasDefinitions ? firstLine(inCell) : [inCell, ""];
    if (shown.trim() !== "") named = shown;
    const base = shown.trim() === "" && part !== "" ? named : shown;
    const printed = part === "" || keyOf(part) === keyOf(base) ? base : `${base} ${part}`;
    const own = table.sight.own(row, indicator?.column ?? -1)?.text ?? "";
    const isLine = table.lines !== undefined && line + 1 < table.lines.length;
    const said = measure ? placeText(table, row, measure) : "";
    const isMeasured = said.trim() !== "" && !isDash(said);
    const saidOfRow = keyOf(said);
    const isAgain = isMeasured && measuresSeen.has(saidOfRow);
    // 「説明　…」 in the place of a name, beside the second of an indicator's rows: of the indicator above.
    const isExplained = current !== undefined && isMeasured && !isAgain && explanation.test(own.trim());
    const isContinued =
      current !== undefined &&
      (isMeasured || isLine || hasYearAlone(table, row, rowBefore)) &&
      (own.trim() === "" || isExplained);
    rowBefore = row;
    if (isExplained && current)
      current.definition = [current.definition, nameOf(own.trim().replace(explanation, ""))]
        .filter(Boolean)
        .join("。");
    // A form prints its slots also where nothing is written in them.
    if (isContinued && isAgain && hasNoValues(table, row)) {
      leaveRow(table, row, { ja: "何も書かれていない欄", en: "a slot with nothing written in it" });
      continue;
    }
    if (!isContinued) measuresSeen.clear();
    if (isMeasured) measuresSeen.add(saidOfRow);
    line = isContinued ? line + 1 : 0;
    if (printed.trim() === "" && !isContinued) {
      leaveRow(table, row, { ja: "指標名のない行", en: "a row without an indicator's name" });
      continue;
    }
    if (!isContinued && digitsOnly.test(printed.trim())) {
      leaveRow(table, row, numberForName);
      continue;
    }
    const unitText = placeText(table, row, unitColumn).trim();
    const isShifted = hasShifted(printed, unitText);
    if (!isContinued && isShifted) {
      leaveRow(table, row, { ja: "列がずれた行", en: "a row whose cells are shifted" });
      table.asking.tell([placeOf(table.area.grid, row, indicator?.column ?? 0)], {
        ja: "列がずれている行があり、読んでいません。元の表を直してください。",
        en: "A row's cells are shifted; it was left out. Mend the file.",
      });
      continue;
    }
    const spent = isContinued ? undefined : costsInRow(table, row, printed, unitText);
    if (spent && path.length > 0 && hasOthers) {
      nodes.push(factsOf(where, { costs: spent }));
      current = undefined;
      continue;
    }
    if (!isContinued || !current) {
      const note = of("note")
        .map((column) => nameOf(placeText(table, row, column)))
        .filter((one) => one !== "" && !isDash(one))
        .join("、");
      current = newItem(table, row, {
        ...where,
        printed,
        note,
        unit: unitText,
        explained: definition,
        hasUnit: hasUnits,
      });
      const isPart = /^[\s　]*[(（【［]?\s*(うち|内訳|内数|内[:：])/u.test(printed);
      const names = (steps: readonly PlanStep[]) => steps.map(({ name }) => name).join();
      if (isPart && whole && names(whole.path) === names(path)) current = partOf(whole, current);
      else whole = current;
      items.push(current);
    }
    const [rowYear] = of("year")
      .map((column) => placeText(table, row, column))
      .flatMap((text) => yearsIn(text)[0]?.year ?? bareYear(text) ?? []);
    const rowRole: ColumnRole | undefined = measure
      ? (roleOf([said], {
          ...measure.content,
          filled: 1,
          numbers: 1,
          longest: 1,
          years: 0,
          measures: 0,
        }) ?? (said.trim() === "" || isDash(said) ? undefined : unknownRow))
      : table.lines?.[line];
    const isFramed =
      (table.lines !== undefined && table.framedLine === line) ||
      (measure !== undefined && framed.test(said.trim()));
    readRow(
      table,
      row,
      current,
      { ...(rowYear === undefined ? {} : { rowYear }), ...(rowRole ? { rowRole } : {}), isFramed },
      nodes,
    );
  }
  const facts = verdictsAround(table, places.above);
  if (facts) nodes.push(facts);
  const costs = costsBeside(table, places.above.length > 0, account);
  if (costs.length > 0) nodes.push(factsOf(whereAbove(table, places.above), { costs }));
  const unit = unitColumn ? "" : unitOfTable(table);
  for (const item of items) {
    const isSaid = item.unit !== "" || item.entries.some(({ value }) => value.unit !== undefined);
    if (!isSaid) item.unit = unit;
  }
  return { items: items.flatMap(byFacet), nodes, levels: places.levels() };
}

function factsOf({ plan, path, section }: Where, said: Partial<NodeFacts>): NodeFacts {
  return { plan, path, section, description: "", costs: [], evaluations: [], ...said };
}

/** What is said around a table, and not in a row of it. */
function whereAbove(table: FoundTable, path: readonly PlanStep[]): Where {
  return { plan: "", path, section: sectionAbove(table) };
}

const explanation = /^(?:指標の)?(?:説明|定義|算出(?:式|方法)|考え方)(?:[\s　:：]+|$)/u;

/** Whether nothing but dashes stands under the years. */
function hasNoValues({ columns, sight }: FoundTable, row: number): boolean {
  return columns.every(({ role, column }) => {
    const text = sight.own(row, column)?.text.trim() ?? "";
    return !["value", "target", "base", "pair"].includes(role.kind) || text === "" || isDash(text);
  });
}

/** One item for each thing that is counted of a name (「子育て支援 満足度」「子育て支援 重要度」). */
function byFacet(item: Item): Item[] {
  const facets = new Map(item.entries.flatMap(({ facet }) => (facet ? [[facet.name, facet]] : [])));
  if (facets.size === 0) return [item];
  const rest = item.entries.filter(({ facet }) => facet === undefined);
  return [
    ...(rest.length > 0 ? [{ ...item, entries: rest }] : []),
    ...[...facets.values()].map(({ name, unit }) => ({
      ...item,
      name: `${item.name} ${name}`,
      printed: `${item.printed} ${name}`,
      unit: item.unit === "" ? (unit ?? "") : item.unit,
      entries: item.entries.filter(({ facet }) => facet?.name === name),
    })),
  ];
}

/** A row that says no more than another year and its values: it goes on with the indicator above (cells that a CSV does not join). */
function hasYearAlone({ columns, sight }: FoundTable, row: number, before: number | undefined): boolean {
  const years = columns.filter(({ role }) => role.kind === "year");
  const [year] = years;
  if (!year || years.length > 1 || before === undefined) return false;
  const yearAt = (of: number) => yearsIn(sight.at(of, year.column)?.text ?? "")[0]?.year;
  const isNext = yearAt(row) !== undefined && yearAt(before) !== undefined && yearAt(row) !== yearAt(before);
  const said = /^(level|level-number|level-code|plan|indicator-code|indicator-part|serial)$/;
  const isEmpty = (column: number) => (sight.own(row, column)?.text ?? "").trim() === "";
  return isNext && columns.every(({ role, column }) => !said.test(role.kind) || isEmpty(column));
}

/** What a form says of its project around its table: 「総合評価　A」. */
function verdictsAround(table: ReadTable, path: readonly PlanStep[]): NodeFacts | undefined {
  const { area } = table;
  const verdicts = area.labels.filter(({ label }) => isVerdictLabel(label));
  if (verdicts.length === 0 || path.length === 0) return undefined;
  const evaluations = verdicts.flatMap(({ label, row, column }): Entry[] => {
    const entry = entryOf(table, row, column, { kind: "evaluation", scheme: label });
    return entry ? [entry] : [];
  });
  return factsOf(whereAbove(table, path), { evaluations });
}

/** 「うち女性」 below 「管理職の人数」 by both names, since another may stand below another. */
function partOf(whole: Item, part: Item): Item {
  const name = part.name.replace(/^[(（【［]\s*(.*?)\s*[)）】］]$/u, "$1");
  return { ...part, name: `${whole.name}（${name}）`, unit: part.unit === "" ? whole.unit : part.unit };
}

function sectionAbove({ area }: FoundTable): string {
  const found = area.labels.find(({ label }) => isSectionLabel(label));
  return found ? nameOf(found.text) : "";
}

function bareYear(cell: string): number | undefined {
  const key = keyOf(cell);
  return /^(19|20)[0-9]{2}$/.test(key) ? Number(key) : undefined;
}

function textOf(table: ReadTable, row: number, kind: ColumnRole["kind"]): string {
  const column = table.columns.find(({ role }) => role.kind === kind);
  return nameOf(placeText(table, row, column));
}

function newItem(
  table: ReadTable,
  row: number,
  said: Where & {
    printed: string;
    note: string;
    unit: string;
    /** What the name's cell says of it below the name. */
    explained?: string;
    /** Whether the header says that the unit stands with the name. */
    hasUnit?: boolean;
  },
): Item {
  const { plan, path, section, printed, note, explained = "", hasUnit = false } = said;
  const plain = printed.replace(relisted, " ").replace(continued, "");
  const [bare, footnote] = unmarked(plain, table.area.footnotes);
  let name = hasOwnNumber(bare) ? numberedText(bare).name : nameOf(bare);
  let ownUnit = said.unit.trim();
  const inName =
    /^(.+?)\s*[(（［[【〔]\s*(?:単位\s*[:：]?\s*)?([^()（）[\]【】〔〕]{1,12})[)）\]］】〕]$/u.exec(name);
  if (ownUnit === "" && inName && (hasUnit || isUnitWord(inName[2] ?? "") || /単位/u.test(name))) {
    ownUnit = inName[2] ?? "";
    name = inName[1] ?? name;
  }
  if (isDash(ownUnit)) ownUnit = "";
  return {
    plan: nameOf(plan),
    path,
    section,
    kind: textOf(table, row, "indicator-kind").replace(/(?<=指標)\s*[0-9０-９]+$/u, ""),
    name,
    printed: nameOf(printed),
    unit: ownUnit,
    code: textOf(table, row, "indicator-code"),
    note: [note, nameOf(footnote)].filter(Boolean).join("、"),
    definition: [nameOf(explained), textOf(table, row, "definition")].filter(Boolean).join("。"),
    formula: textOf(table, row, "formula"),
    dataSource: textOf(table, row, "data-source"),
    direction: textOf(table, row, "direction"),
    isRelisted: relisted.test(printed) || /再掲/u.test(note),
    entries: [],
    ...(table.area.grid.page === undefined ? {} : { page: table.area.grid.page }),
  };
}

interface RowContext {
  readonly rowYear?: number;
  readonly rowRole?: ColumnRole;
  /** Whether what the row is stands in brackets (「（目標）」), and so do its numbers. */
  readonly isFramed?: boolean;
}

const framed = /^[(（【［[]\s*([^()（）]+)\s*[)）】］\]]$/u;

function readRow(table: ReadTable, row: number, item: Item, context: RowContext, nodes: NodeFacts[]): void {
  const { grid } = table.area;
  for (const one of table.columns) {
    const cell = table.sight.own(row, one.column);
    if (!cell) continue;
    const role = roleInRow(one.role, context.rowRole);
    if (role.kind === "ignored" && one.role.kind !== "ignored") {
      table.account.leave(grid, row, one.column, { ja: role.why, en: `a row left out: ${role.why}` });
      continue;
    }
    if (table.perhapsJoined?.has(`${row}:${one.column}`)) {
      table.account.leave(grid, row, one.column, {
        ja: "罫線がなく、いくつもの年度にまたがるかもしれない数",
        en: "a number that may be of several years, on a page without rules",
      });
      continue;
    }
    const joined = joinedColumns(table, row, one.column);
    if (joined.length > 1) {
      readJoined(table, row, one.column, joined, item, context);
      continue;
    }
    const shared =
      role.kind === "evaluation" || role.kind === "rate" ? sharedPath(table, row, one, item) : undefined;
    if (shared) {
      const entry = entryOf(table, row, one.column, role, context.rowYear);
      if (entry && shared.length > 0)
        nodes.push(factsOf({ plan: item.plan, path: shared, section: "" }, { evaluations: [entry] }));
      else if (entry)
        table.account.leave(grid, row, one.column, {
          ja: "いくつもの項目にまたがる評価",
          en: "an evaluation over several parts of the plan",
        });
      continue;
    }
    if (role.kind === "cost") {
      const cost = costOf(table, row, one, role, context.rowYear);
      if (cost) {
        nodes.push(factsOf(item, { costs: [cost] }));
      }
      continue;
    }
    const worded =
      role.kind === "value" || role.kind === "target" || role.kind === "pair"
        ? wordedValues(cell.text)
        : undefined;
    if (worded) {
      for (const { of, text: shown } of worded) {
        const year = "year" in role && role.year !== undefined ? { year: role.year } : yearOfPair(role);
        const entry = entryOf(table, row, one.column, { kind: of, ...year }, context.rowYear);
        if (entry) item.entries.push({ ...entry, shown, value: readCellValue(shown) });
      }
      continue;
    }
    if (role.kind === "pair") {
      readPair(table, row, one.column, role.roles, item);
      continue;
    }
    const entry = entryOf(table, row, one.column, role, context.rowYear);
    const inner =
      context.isFramed && (cell.number ?? 0) >= 0 ? framed.exec(cell.text.trim())?.[1] : undefined;
    if (entry) item.entries.push(inner === undefined ? entry : { ...entry, value: readCellValue(inner) });
  }
  labelYears(table, row, item);
}

/** What a cell is by its column, or by its row where rows say what they are. */
function roleInRow(role: ColumnRole, rowRole: ColumnRole | undefined): ColumnRole {
  if (rowRole?.kind === "ignored" && ["value", "target", "base", "rate"].includes(role.kind)) return rowRole;
  if (!rowRole || role.kind !== "value") return role;
  if (role.part !== undefined && rowRole.kind !== "value")
    return { kind: "ignored", why: "内訳ごとの目標や達成率" };
  const year = role.year === undefined ? {} : { year: role.year };
  // A row of results in a column of expected ones is of expected ones.
  const state = rowRole.kind === "value" && role.state !== undefined ? { state: role.state } : {};
  if (role.facet !== undefined && rowRole.kind !== "value")
    return { kind: "ignored", why: "いくつもの指標の目標や達成率" };
  const facet = role.facet === undefined ? {} : { facet: role.facet };
  const part = role.part === undefined ? {} : { part: role.part };
  return { ...rowRole, ...year, ...state, ...part, ...facet } as ColumnRole;
}

/** The columns of results and targets over which the cell is joined. */
function joinedColumns({ sight, columns }: FoundTable, row: number, column: number): readonly Column[] {
  const merge = sight.mergeAt(row, column);
  if (!merge || merge.right === merge.left) return [];
  const joined = columns.filter(
    ({ column: at, role }) =>
      at >= merge.left && at <= merge.right && (role.kind === "value" || role.kind === "target"),
  );
  // Columns that one header is joined over as well are one.
  const meanings = new Set(joined.map(({ role }) => meaningOf(role)));
  return meanings.size > 1 ? joined : [];
}

/** Words and targets over several years hold for each of them; a number over several years is the result of none. */
function readJoined(
  table: ReadTable,
  row: number,
  column: number,
  joined: readonly Column[],
  item: Item,
  { rowYear, rowRole }: RowContext,
): void {
  const roles = joined.map((one) => roleInRow(one.role, rowRole));
  const { number } = readCellValue(table.sight.own(row, column)?.text ?? "");
  if (number !== undefined && !roles.every(({ kind }) => kind === "target")) {
    const { grid } = table.area;
    table.account.leave(grid, row, column, {
      ja: "いくつもの年度にまたがるセルの数",
      en: "a number in a cell that is joined over several years",
    });
    table.asking.tell([placeOf(grid, row, column)], {
      ja: "いくつもの年度にまたがって結合されたセルの数は、どの年度の値か分からないので、読んでいません。",
      en: "A number in a cell joined over several years is the result of none of them, and was left out.",
    });
    return;
  }
  for (const role of roles) {
    const entry = entryOf(table, row, column, role, rowYear);
    if (entry) item.entries.push(entry);
  }
}

/**
 * Where a verdict that is joined over several indicators belongs: the lowest node of the plan that all of them stand
 * under; an empty path where they share none, and nothing where the cell is one indicator's own.
 */
function sharedPath(
  table: ReadTable,
  row: number,
  { column }: Column,
  { path }: Item,
): readonly PlanStep[] | undefined {
  const { sight, area, columns } = table;
  const merge = sight.mergeAt(row, column);
  const name = columns.find(({ role }) => role.kind === "indicator")?.column ?? -1;
  const rows = area.rows.filter((one) => merge && one >= merge.top && one <= merge.bottom);
  const names = rows.filter((one) => (sight.own(one, name)?.text.trim() ?? "") !== "");
  if (names.length < 2) return undefined;
  const levels = columns.flatMap(({ role, column: at }) =>
    role.kind === "level" ? [{ name: role.name, at }] : [],
  );
  const isShared = (at: number) =>
    rows.every((one) => {
      const own = sight.at(one, at)?.text.trim() ?? "";
      return own === "" || keyOf(own) === keyOf(sight.at(row, at)?.text ?? "");
    });
  const split = new Set(levels.filter(({ at }) => !isShared(at)).map((level) => level.name));
  const end = path.findIndex(({ level }) => split.has(level));
  return end < 0 ? path : path.slice(0, end);
}

function yearOfPair(role: ColumnRole): { readonly year?: number } {
  const [first] = role.kind === "pair" ? role.roles : [];
  return first && "year" in first && first.year !== undefined ? { year: first.year } : {};
}

/** 「120／130」, or two lines of one cell: the first and the second as the header says. */
function readPair(
  table: ReadTable,
  row: number,
  column: number,
  roles: readonly [ColumnRole, ColumnRole],
  item: Item,
): void {
  const shown = table.sight.own(row, column)?.text ?? "";
  const parts = shown.split(/\s*[/／\n]\s*/u).map((part) => part.replace(/^[(（](.*)[)）]$/u, "$1"));
  if (parts.length !== 2) {
    const { grid } = table.area;
    table.account.leave(grid, row, column, {
      ja: "二つの値の分けられないセル",
      en: "a cell whose two values cannot be told apart",
    });
    table.asking.tell([placeOf(grid, row, column)], {
      ja: "一つのセルに二つの値があるはずの列で、二つに分けられないセルです。読んでいません。",
      en: "A cell of a column with two values in each could not be split, and was left out.",
    });
    return;
  }
  for (const [at, part] of parts.entries()) {
    const role = roles[at];
    const entry = role ? entryOf(table, row, column, role) : undefined;
    if (entry) item.entries.push({ ...entry, shown: part, value: readCellValue(part) });
  }
}

/** The unit that the headers of the values, or a line above the table, say of all of them. */
function unitOfTable({ columns, area }: FoundTable): string {
  const values = columns.filter(({ role }) => ["value", "target", "base"].includes(role.kind));
  const said = new Set(
    values
      .flatMap(({ header }) => /[(（]\s*([^()（）]{1,6})\s*[)）]\s*$/u.exec(header)?.[1] ?? [])
      .filter(isUnitWord),
  );
  const [one] = said;
  if (said.size === 1 && one !== undefined) return one;
  if (said.size > 1) return "";
  for (const title of area.titles) {
    const unit = /^[(（]?\s*単位\s*[:：]\s*([^()（）:：、,]{1,6})\s*[)）]?$/u.exec(title.trim())?.[1];
    if (unit !== undefined && isUnitWord(unit)) return unit;
  }
  return "";
}

/** The years that stand in columns of their own, for the baseline and the target. */
function labelYears(table: ReadTable, row: number, item: Item, slot?: string): void {
  for (const [kind, of] of [
    ["base-year", "base"],
    ["target-year", "target"],
    ["value-year", "value"],
  ] as const) {
    const column = table.columns.find(({ role }) =>
      role.kind === "slot"
        ? role.slot === slot && role.role.kind === kind
        : slot === undefined && role.kind === kind,
    );
    const label = placeText(table, row, column).trim();
    if (label === "" || isDash(label)) continue;
    for (const entry of item.entries) {
      if (entry.kind !== of || entry.year !== undefined || entry.label !== undefined) continue;
      const found = yearsIn(label);
      const isWholeYear = found.length === 1 && !/[~～〜\-－]|年間/u.test(label);
      const bare = isWholeYear ? found[0]?.bare : undefined;
      const year =
        bare !== undefined
          ? askEra(bare, label, entry.at, table.asking)
          : isWholeYear
            ? found[0]?.year
            : undefined;
      if (year !== undefined) entry.year = year;
      entry.label = halfWidth(label);
    }
  }
}

/** One row that is a project with indicators side by side. */
function projectRow(table: ReadTable, row: number, where: Where, items: Item[], nodes: NodeFacts[]): void {
  const { grid } = table.area;
  const startText = textOf(table, row, "start-year");
  const start = yearsIn(startText)[0]?.year ?? yearsIn(`${startText}年`)[0]?.year;
  const facts = factsOf(where, {
    description: textOf(table, row, "description"),
    ...(start === undefined ? {} : { startYear: start }),
  });
  if (where.path.length > 0) nodes.push(facts);
  const slots = new Map<string, Item>();
  for (const column of table.columns) {
    const { role } = column;
    if (role.kind !== "slot-name") continue;
    const printed = placeText(table, row, column);
    if (printed.trim() === "" || isDash(printed)) continue;
    if (digitsOnly.test(printed.trim())) {
      table.account.leave(grid, row, column.column, numberForName);
      continue;
    }
    const unit = table.columns.find((one) => one.role.kind === "slot-unit" && one.role.slot === role.slot);
    const kind = /(活動|成果|対象|投入|産出|社会)指標/u.exec(role.slot)?.[0] ?? "";
    const base = newItem(table, row, { ...where, printed, note: "", unit: placeText(table, row, unit) });
    const item = { ...base, kind };
    slots.set(role.slot, item);
    items.push(item);
  }
  for (const column of table.columns) {
    const { role } = column;
    const cell = table.sight.own(row, column.column);
    if (!cell) continue;
    if (role.kind === "slot") {
      const item = slots.get(role.slot);
      const entry = entryOf(table, row, column.column, role.role);
      if (item && entry) item.entries.push(entry);
      else if (!item)
        table.account.leave(grid, row, column.column, {
          ja: "指標名のない欄の数",
          en: "a number in a slot without an indicator's name",
        });
    } else if (role.kind === "cost") {
      const cost = costOf(table, row, column, role);
      if (cost) facts.costs.push(cost);
      else if (readCellValue(cell.text).number !== undefined)
        table.account.leave(grid, row, column.column, { ja: "年度のない費用", en: "a cost without a year" });
    } else if (role.kind === "evaluation") {
      const entry = entryOf(table, row, column.column, role);
      if (entry) facts.evaluations.push(entry);
    }
  }
  for (const [slot, item] of slots) labelYears(table, row, item, slot);
}
