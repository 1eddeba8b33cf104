// Decides what each column of a table is: from its header, its content, its neighbours, and what a person answered.

import type { Bilingual } from "../model/text.ts";
import type { Asking } from "./asking.ts";
import { isNumberOnly, keyOf, nameOf } from "./cell-text.ts";
import { isDash, readCellValue } from "./cell-value.ts";
import { contentOf } from "./column-content.ts";
import type { Column, FoundTable } from "./found-table.ts";
import { columnName, type Grid, placeOf } from "./grid.ts";
import { beginsMeasure, measureSaid } from "./header-rows.ts";
import {
  type ColumnRole,
  type Content,
  isCostName,
  isLevelWord,
  levelName,
  levelWord,
  roleOf,
} from "./header-words.ts";
import { findPartColumns } from "./part-columns.ts";
import type { Area } from "./sheet-layout.ts";
import { filledCells, Sight } from "./sight.ts";

import { isUnitWord } from "./units.ts";
import { yearsIn } from "./years.ts";

const byHeader: Bilingual = { ja: "見出しの言葉から", en: "by the words of the header" };

function placeOfColumn(grid: Grid, column: number): string {
  return grid.sheet === "" ? columnName(column) : `${grid.sheet}!${columnName(column)}`;
}

export function readColumns(area: Area, asking: Asking): FoundTable {
  const sight = new Sight(area.grid);
  const columns: Column[] = [];
  for (let column = 0; column < area.width; column++) {
    const content = contentOf(sight, area.rows, column);
    const pieces = area.headers[column] ?? [];
    if (content.filled === 0 && content.dashes === 0 && pieces.length === 0) continue;
    const place = placeOfColumn(area.grid, column);
    const said = asking.said(`列:${place}`);
    const role = said === undefined ? roleOf(pieces, content) : roleSaid(said, content);
    columns.push({
      column,
      place,
      header: pieces.map((piece) => nameOf(piece)).join(" "),
      content,
      role: role ?? { kind: "unknown" },
      reason: said === undefined ? byHeader : { ja: "そう答えたので", en: "as was answered" },
    });
  }
  const table: FoundTable = { area, sight, columns, isProjectRows: findSlots(columns, area) };
  if (!table.isProjectRows) {
    settleNumbers(table);
    settleUnitsBeside(table);
    settleWishesBeside(table);
    findPartColumns(table, asking);
    findIndicator(table);
    findParts(table);
  }
  if (table.isProjectRows) settleProject(table);
  else settleYearsBeside(table);
  settleSides(table);
  findLevels(table, asking);
  if (area.grid.gaps) {
    askSparseLevels(table, asking);
    leaveNameless(table);
    askJoined(table, asking);
  }
  return table;
}

/** What a person said that a column is; 「実績値（内訳 北地区） 2024年度」 as the reading says it. */
function roleSaid(said: string, content: Content): ColumnRole | undefined {
  const [all = "", part] = /[(（]内訳[\s:：]*([^()（）]+)[)）]/u.exec(said) ?? [];
  const role = roleOf([said.replace(all, "")], content);
  return role?.kind === "value" && part !== undefined ? { ...role, part: nameOf(part) } : role;
}

/** Slots side by side in one row: 「活動指標ア：名称」「…ア：単位」, and columns of values that begin alike. */
function findSlots(columns: readonly Column[], area: Area): boolean {
  const names: { slot: string; column: Column }[] = [];
  for (const column of columns) {
    const pieces = area.headers[column.column] ?? [];
    const key = slotKey(pieces);
    const match = /^(.*?)[:：・_-]?(指標名称?|名称|名)$/u.exec(key);
    // 「KPI①」 over 「事業目標（指標名）」.
    const isUnderGroup = pieces.length > 1 && /[(（]指標名称?[)）]$/u.test(pieces.at(-1)?.trim() ?? "");
    const slot = isUnderGroup ? slotKey(pieces.slice(0, -1)) : (match?.[1] ?? "");
    if (slot === "" || !/(指標|KPI|目標)/iu.test(slot)) continue;
    names.push({ slot: slot.replace(/[:：・_-]$/u, ""), column });
  }
  if (names.length < 2) return false;
  const slots = new Set(names.map(({ slot }) => slot));
  for (const { slot, column } of names) column.role = { kind: "slot-name", slot };
  for (const column of columns) {
    if (column.role.kind === "slot-name") continue;
    const key = slotKey(area.headers[column.column] ?? []);
    const slot = [...slots].filter((one) => key.startsWith(one)).sort((a, b) => b.length - a.length)[0];
    if (slot === undefined) continue;
    const rest = key.slice(slot.length).replace(/^[:：・_-]/u, "");
    if (/^単位名?$/u.test(rest)) column.role = { kind: "slot-unit", slot };
    else if (rest === "") column.role = { kind: "slot", slot, role: { kind: "value" } };
    else {
      const role = roleOf([rest], column.content);
      column.role = { kind: "slot", slot, role: role ?? { kind: "unknown" } };
    }
    column.reason = {
      ja: "同じ語で始まる指標名の列があるので",
      en: "a column of names begins with the same words",
    };
  }
  return true;
}

/** Without what is said in brackets, spaces and line breaks. */
function slotKey(pieces: readonly string[]): string {
  return keyOf(pieces.join("")).replace(/\([^()]*\)/gu, "");
}

/** A printed number and a name in two columns under one header (「施策」 over 1-1 and 子育て支援). */
function settleNumbers({ columns, area, sight }: FoundTable): void {
  for (const [at, column] of columns.entries()) {
    const next = columns[at + 1];
    const key = keyOf(column.header);
    if (!next || next.column !== column.column + 1 || key === "") continue;
    const isShared = next.header === "" || keyOf(next.header) === key;
    if (!isShared || next.content.filled === 0 || next.content.numbers > next.content.filled * 0.3) continue;
    const texts = area.rows.flatMap((row) => sight.own(row, column.column)?.text.trim() || []);
    if (texts.length === 0 || !texts.every((text) => isNumberOnly(text))) continue;
    const isLevel = isLevelWord(column.header);
    const isIndicator = !isLevel && /(指標|KPI|項目|数値目標|成果目標)/iu.test(key);
    if (!isLevel && !isIndicator) continue;
    const name = levelName(column.header);
    column.role = isLevel ? { kind: "level-number", name } : { kind: "serial" };
    next.role = isLevel ? { kind: "level", name } : { kind: "indicator" };
    column.reason = { ja: "右の列の名前の番号なので", en: "it numbers the names of the column to its right" };
    next.reason = { ja: "左の番号と同じ見出しの下なので", en: "it stands under the header of the numbers" };
  }
}

/** A number and its unit in two columns under one header (「現状値」 over 12 and 人). */
function settleUnitsBeside({ columns, area, sight }: FoundTable): void {
  for (const [at, column] of columns.entries()) {
    const left = columns[at - 1];
    const isShared = column.header === "" || keyOf(column.header) === keyOf(left?.header ?? "");
    if (!left || left.column !== column.column - 1 || !isShared || left.content.numbers === 0) continue;
    const texts = area.rows.flatMap((row) => sight.own(row, column.column)?.text.trim() || []);
    if (texts.length === 0 || !texts.every((text) => isUnitWord(text) || isDash(text))) continue;
    // Dashes alone are the values of a column that says no more of itself.
    if (!texts.some((text) => isUnitWord(text))) continue;
    const isFirst = !columns.some(({ role }) => role.kind === "unit");
    column.role = isFirst ? { kind: "unit" } : { kind: "ignored", why: "値の右の単位" };
    column.reason = {
      ja: "左の数と同じ見出しの下の、単位の列なので",
      en: "it holds the units of the numbers left of it",
    };
  }
}

/** 「年度」「時点」 right of 「現状値」: the year of what stands left of it, and not of the row. */
function settleYearsBeside({ columns }: FoundTable): void {
  for (const [at, column] of columns.entries()) {
    const left = columns[at - 1];
    const isYears =
      column.content.years > 0.5 && /^(年度?|年次|時点|(調査|測定|把握)年度?)$/u.test(keyOf(column.header));
    if (!isYears || left?.column !== column.column - 1 || hasYear(left)) continue;
    const kinds = { base: "base-year", target: "target-year", value: "value-year" } as const;
    const kind =
      left.role.kind === "base" || left.role.kind === "target" || left.role.kind === "value"
        ? kinds[left.role.kind]
        : undefined;
    // One result beside one year to a row may be a table of years going down.
    if (kind === undefined || (kind === "value-year" && /^年/u.test(keyOf(column.header)))) continue;
    column.role = { kind };
    column.reason = { ja: `「${left.header}」の右にあるので`, en: `it stands right of “${left.header}”` };
  }
}

const wish = /^(アップ|ダウン|上昇|下降|増加?|減少?|向上|低下|維持|現状維持|[↑↓→↗↘⇧⇩➚➘])$/u;

/** A wish and its number in two columns under one header (「目標」 over アップ and 93.0). */
function settleWishesBeside({ columns, area, sight }: FoundTable): void {
  for (const [at, column] of columns.entries()) {
    const left = columns[at - 1];
    const isShared = column.header === "" || keyOf(column.header) === keyOf(left?.header ?? "");
    if (left?.role.kind !== "target" || left.column !== column.column - 1 || !isShared) continue;
    const texts = area.rows.flatMap((row) => sight.own(row, left.column)?.text.trim() || []);
    const isWish = texts.length > 0 && texts.every((text) => wish.test(keyOf(text)) || isDash(text));
    if (!isWish || column.content.numbers === 0) continue;
    column.role = left.role;
    column.reason = {
      ja: "左の向きと同じ見出しの下なので",
      en: "it stands under the header of the wish to its left",
    };
    left.role = { kind: "direction" };
    left.reason = { ja: "右の目標値の向きなので", en: "it says which way the target to its right lies" };
  }
}

function findIndicator(table: FoundTable): void {
  const { columns } = table;
  const found = columns.filter(({ role }) => role.kind === "indicator");
  if (found.length > 1) {
    // The one with the most different texts is the indicator's; the others say something about it.
    const [first] = found;
    const isOneHeader = found.every(
      ({ header, column }, at) => header === first?.header && column === (first?.column ?? 0) + at,
    );
    // 「活動指標」 and beside it the name, both under 「指標名」.
    const isKindFirst =
      isOneHeader && first !== undefined && namesKinds(table.sight, table.area.rows, first.column);
    const best = isKindFirst
      ? found[1]
      : isOneHeader
        ? first
        : [...found].sort((a, b) => score(b) - score(a))[0];
    for (const column of found) {
      if (column === best) continue;
      if (isKindFirst && column === first) {
        column.role = { kind: "indicator-kind" };
        column.reason = { ja: "「活動指標」「成果指標」とあるので", en: "it says 活動指標 or 成果指標" };
        continue;
      }
      if (isOneHeader) {
        column.role = { kind: "indicator-part" };
        continue;
      }
      if (namesKinds(table.sight, table.area.rows, column.column)) {
        column.role = { kind: "indicator-kind" };
        continue;
      }
      column.role =
        isLevelWord(column.header) || column.column < (best?.column ?? 0)
          ? { kind: "level", name: levelName(column.header) }
          : { kind: "note" };
    }
    return;
  }
  if (found.length === 1) return;
  // A header that says 「指標名」 is believed, also over a column of numbers: no other column has the names then.
  const named = columns.find(({ header }) => /^(指標|指標名|指標名称|KPI|KPI名)$/iu.test(keyOf(header)));
  if (named) {
    named.role = { kind: "indicator" };
    return;
  }
  const firstValue = columns.find(({ role }) => ["value", "target", "base", "unit"].includes(role.kind));
  if (!firstValue) return;
  const candidates = columns.filter(
    ({ column, role, content }) =>
      column < firstValue.column &&
      (role.kind === "unknown" || role.kind === "level" || namesRows(table, column)) &&
      content.filled > 0 &&
      content.numbers < content.filled * 0.3,
  );
  const best = [...candidates].sort(
    (a, b) => b.content.distinct - a.content.distinct || b.column - a.column,
  )[0];
  if (!best) return;
  best.role = { kind: "indicator" };
  best.reason = {
    ja: "値の列の左で、行ごとに違う言葉の列なので",
    en: "it stands left of the values and differs from row to row",
  };
}

/** 「区分」 with other words in each row, none of them of money: the names of what is counted. */
function namesRows({ columns, area, sight }: FoundTable, at: number): boolean {
  const column = columns.find((one) => one.column === at);
  if (column?.role.kind !== "indicator-kind" || !/^(区分|項目)$/u.test(keyOf(column.header))) return false;
  const { filled, distinct } = column.content;
  return (
    filled > 1 &&
    distinct === filled &&
    area.rows.every((row) => !isCostName(sight.own(row, at)?.text ?? "")) &&
    !namesKinds(sight, area.rows, at)
  );
}

/** What says of a name which part of it a row is about: a column without a header of its own, or 「内訳」. */
function findParts({ columns, area, sight }: FoundTable): void {
  const indicator = columns.find(({ role }) => role.kind === "indicator");
  const names = area.rows.flatMap((row) => keyOf(sight.own(row, indicator?.column ?? -1)?.text ?? "") || []);
  const isOneNameEach = names.length >= area.rows.length * 0.9 && new Set(names).size === names.length;
  for (const column of columns) {
    if (!indicator || column.column !== indicator.column + 1 || column.role.kind === "indicator-part")
      continue;
    const { filled, numbers, longest } = column.content;
    const isNamed =
      /^(内訳|細目|細区分|内容)$/u.test(keyOf(column.header)) ||
      (["indicator-kind", "unknown", "level"].includes(column.role.kind) &&
        (partsNames({ area, sight }, indicator.column, column.column) ||
          tellsApart({ area, sight, columns }, indicator.column, column.column)));
    if ((column.header !== "" && !isNamed) || filled === 0 || numbers > filled * 0.3 || longest > 30)
      continue;
    if (!["unknown", "note", "level", "indicator-kind", "description"].includes(column.role.kind)) continue;
    if (isOneNameEach && /^内容$/u.test(keyOf(column.header))) {
      column.role = { kind: "definition" };
      column.reason = {
        ja: "指標名の右で、その内容を言うので",
        en: "it says what the name to its left means",
      };
      continue;
    }
    column.role = { kind: "indicator-part" };
    column.reason = {
      ja: "指標名の右の、見出しのない言葉の列なので",
      en: "it holds words right of the name and has no header of its own",
    };
  }
}

/** Beside slots of indicators, numbers are costs or nothing that is read; 「その他」 among the sources of money is one. */
function settleProject({ columns }: FoundTable): void {
  for (const [index, column] of columns.entries()) {
    const { role } = column;
    const isMoney = [columns[index - 1], columns[index + 1]].some((one) => one?.role.kind === "cost");
    if (role.kind === "cost" || !isMoney || keyOf(column.header) !== "その他") {
      if (
        ["value", "target", "base", "rate", "reference", "note", "base-year", "target-year"].includes(
          role.kind,
        )
      ) {
        column.role = { kind: "ignored", why: "指標でない列" };
      }
      continue;
    }
    column.role = { kind: "cost", item: "その他の財源", isTotal: false };
    column.reason = { ja: "財源の列の間にあるので", en: "it stands among the sources of money" };
  }
}

/** Whether rows that belong to a name above say in a column which part of it they are (男, 女, 計). */
function partsNames(
  { area, sight }: Pick<FoundTable, "area" | "sight">,
  name: number,
  part: number,
): boolean {
  const has = (row: number, column: number) => (sight.own(row, column)?.text.trim() ?? "") !== "";
  const below = area.rows.filter((row) => !has(row, name));
  return below.length > 0 && below.every((row) => has(row, part)) && !namesKinds(sight, area.rows, part);
}

/** Whether names that come again, in one place and year, differ by what stands right of them (「第一小」「第二小」). */
function tellsApart(
  { area, sight, columns }: Pick<FoundTable, "area" | "sight" | "columns">,
  name: number,
  part: number,
): boolean {
  const kinds = ["level", "year", "measure", "plan", "indicator-kind"];
  const around = columns.flatMap(({ role, column }) =>
    column !== part && column !== name && kinds.includes(role.kind) ? [column] : [],
  );
  const keyed = (row: number, more: readonly number[]) =>
    [...around, name, ...more].map((column) => keyOf(sight.at(row, column)?.text ?? "")).join("|");
  const rows = area.rows.filter((row) => (sight.at(row, name)?.text.trim() ?? "") !== "");
  const [alone, together] = [
    new Set(rows.map((row) => keyed(row, []))),
    new Set(rows.map((row) => keyed(row, [part]))),
  ];
  const isSaid = rows.every((row) => (sight.own(row, part)?.text.trim() ?? "") !== "");
  return isSaid && alone.size < rows.length * 0.7 && together.size === rows.length;
}

/** What a header's word means beside the indicator's name: 「目標」 to its right is a target, a scheme to its left a kind. */
function settleSides({ columns, isProjectRows }: FoundTable): void {
  const indicator = columns.find(({ role }) => role.kind === "indicator");
  if (!indicator || isProjectRows) return;
  const hasKind = columns.some(({ role }) => role.kind === "indicator-kind");
  settleNow(columns);
  settleAims(columns);
  for (const column of columns) {
    const isRight = column.column > indicator.column;
    if (!isRight && (column.role.kind === "target" || column.role.kind === "base") && !hasYear(column)) {
      const header = keyOf(column.header);
      column.role = /^計画(名|名称)?$/u.test(header)
        ? { kind: "plan" }
        : { kind: "level", name: levelName(header) };
      column.reason = { ja: "指標名の左にあるので", en: "it stands left of the indicator's name" };
    } else if (isRight && column.role.kind === "level" && /^(最終|中間)?目標$/u.test(keyOf(column.header))) {
      column.role = { kind: "target" };
      column.reason = { ja: "指標名の右にあるので", en: "it stands right of the indicator's name" };
    } else if (!isRight && column.role.kind === "evaluation") {
      column.role = hasKind ? { kind: "ignored", why: "指標名の左の区分" } : { kind: "indicator-kind" };
      column.reason = { ja: "指標名の左にあるので", en: "it stands left of the indicator's name" };
    }
  }
}

/** 「指標値」 with its 「目標年月」 beside 「実績値」 is what is to be reached. */
function settleAims(columns: readonly Column[]): void {
  const hasResults = columns.some(({ role, header }) => role.kind === "value" && /実績/u.test(keyOf(header)));
  const hasTerm = columns.some(({ role }) => role.kind === "target-year");
  const hasTargets = columns.some(({ role }) => role.kind === "target");
  if (!hasResults || !hasTerm || hasTargets) return;
  for (const column of columns) {
    if (column.role.kind !== "value" || !/^(?:指標|KPI)の?(?:値|数値)?$/iu.test(keyOf(column.header)))
      continue;
    column.role = { kind: "target" };
    column.reason = {
      ja: "目標の年と実績値が別の列にあるので",
      en: "its term and the results have columns of their own",
    };
  }
}

/** 「現状（R6）」 beside 「基準（R1）」 is the latest result, and no second baseline; so is 「現状値」 over 年度 and 値. */
function settleNow(columns: readonly Column[]): void {
  const bases = columns.filter(({ role }) => role.kind === "base");
  const isStart = ({ header }: Column) => /(基準|策定|当初|従前|初期)/u.test(keyOf(header));
  const isNow = (column: Column) =>
    !isStart(column) && /(現状|現況|現在|最新|直近)/u.test(keyOf(column.header));
  const start = bases.find(isStart);
  const reason = { ja: "基準値の列が別にあるので", en: "there is another column of baselines" };
  for (const column of bases) {
    const { role } = column;
    if (!start || role.kind !== "base" || !isNow(column)) continue;
    const from = start.role.kind === "base" ? start.role.year : undefined;
    if (role.year !== undefined && from !== undefined && role.year > from) {
      column.role = { kind: "value", year: role.year };
      column.reason = reason;
    } else if (role.year === undefined && from === undefined) {
      const years = columns.filter((one) => one.role.kind === "base-year");
      const [first, ...more] = years.filter(isNow);
      // Only where each of the two has its own column of years.
      if (!first || more.length > 0 || years.length < 2) continue;
      column.role = { kind: "value" };
      first.role = { kind: "value-year" };
      column.reason = reason;
      first.reason = reason;
    }
  }
}

function score({ content, header }: Column): number {
  return (
    (/名/u.test(header) ? 500 : 0) +
    content.distinct +
    content.filled * 0.5 +
    (/(指標|KPI)/iu.test(header) ? 1000 : 0)
  );
}

function namesKinds(sight: Sight, rows: readonly number[], column: number): boolean {
  const texts = rows.flatMap((row) => sight.own(row, column)?.text ?? []);
  return (
    texts.length > 0 && texts.every((text) => /^(活動|成果|対象|産出|投入|社会)(指標|$)/u.test(keyOf(text)))
  );
}

function findLevels({ columns, area, sight, isProjectRows }: FoundTable, asking: Asking): void {
  settleOutline({ columns, area, sight });
  const indicator = columns.find(({ role }) => role.kind === "indicator" || role.kind === "slot-name");
  for (const column of columns) {
    const { role, content, header } = column;
    const isLeft = indicator !== undefined && column.column < indicator.column;
    if (role.kind === "indicator-kind" && isLeft && content.distinct > 12) {
      column.role = { kind: "level", name: header };
      continue;
    }
    if (role.kind !== "unknown") continue;
    if (isLeft && header === "" && !isProjectRows && namesLevels(column, area, sight)) {
      column.role = { kind: "level", name: askLevel(column, area, sight, asking) };
      column.reason = {
        ja: "いくつもの行にまたがる、見出しのない言葉の列なので",
        en: "its words reach over several rows and it has no header",
      };
      continue;
    }
    if (isLeft && header === "" && namesKinds(sight, area.rows, column.column)) {
      column.role = { kind: "indicator-kind" };
      column.reason = { ja: "「活動指標」「成果指標」とあるので", en: "it says 活動指標 or 成果指標" };
      continue;
    }
    if (content.filled === 0 && content.dashes === 0) {
      column.role = { kind: "ignored", why: "空の列" };
      continue;
    }
    const isText = content.numbers <= content.filled * 0.3;
    if (isText && isLeft && !isProjectRows && content.longest < 60 && header !== "") {
      column.role = {
        kind: "level",
        name: levelWord.test(keyOf(header)) ? levelName(header) : nameOf(header),
      };
      column.reason = {
        ja: "指標名の左にある言葉の列なので",
        en: "it holds words left of the indicator's name",
      };
    } else if (isText) {
      column.role = { kind: "ignored", why: content.longest > 30 ? "文章の列" : "指標でない言葉の列" };
    } else {
      askColumn(column, area, asking, isProjectRows);
    }
  }
}

/** Numbers of an outline (「1-1-①」) whose upper ones stand in headings with their names: each is its indicator's own. */
function settleOutline({ columns, area, sight }: Pick<FoundTable, "columns" | "area" | "sight">): void {
  const upper = [...area.headings.values()].flatMap((text) => /^(\S+)\u3000/u.exec(text)?.[1] ?? []);
  if (upper.length === 0) return;
  for (const column of columns) {
    if (column.role.kind !== "level" && column.role.kind !== "unknown") continue;
    const texts = area.rows.flatMap((row) => sight.own(row, column.column)?.text.trim() || []);
    const goesOn = (text: string) =>
      isNumberOnly(text) && upper.some((one) => text.startsWith(one) && text !== one);
    if (texts.length === 0 || !texts.every(goesOn)) continue;
    column.role = { kind: "serial" };
    column.reason = { ja: "見出しの番号に続く番号なので", en: "they go on from the numbers of the headings" };
  }
}

/** Words left of the indicators, each for several rows (joined, or written once), with no header over them. */
function namesLevels({ column, content }: Column, { rows }: Area, sight: Sight): boolean {
  const isJoined = rows.some((row) => (sight.mergeAt(row, column)?.bottom ?? row) > row);
  // Marks before the names (・, ◆) say nothing of the plan.
  const hasLetters = rows.some((row) => /[\p{L}\p{N}]/u.test(sight.own(row, column)?.text ?? ""));
  const isWords = hasLetters && content.numbers === 0 && content.longest < 60;
  return isWords && (isJoined || content.distinct < rows.length) && !namesKinds(sight, rows, column);
}

function askLevel({ column, place }: Column, { rows }: Area, sight: Sight, asking: Asking): string {
  const texts = rows.flatMap((row) => sight.own(row, column)?.text.trim() || []);
  const words = texts.map((text) => levelWord.exec(keyOf(text).slice(0, 8))?.[0]);
  const [word] = words;
  if (word !== undefined && texts.every((text) => keyOf(text).startsWith(word))) return levelName(word);
  return nameOf(
    asking.ask({
      id: `段:列${place}`,
      text: {
        ja: `見出しのない列（${place}、「${nameOf(texts[0] ?? "")}」など）は、計画の何という段ですか。`,
        en: `Which level of the plan is the column without a header (${place}, such as “${nameOf(texts[0] ?? "")}”)?`,
      },
      proposal: "分野",
      reason: { ja: "段の名前が書かれていません", en: "the level's name is not written" },
      choices: ["目標", "政策", "施策", "分野"],
      free: true,
      examples: [place],
      cells: texts.length,
    }),
  );
}

/** Without rules, a name that stands once may stand in the first row of those it is about, or in the middle of them. */
function askSparseLevels({ area, sight, columns }: FoundTable, asking: Asking): void {
  const [first = 0] = area.rows;
  const sparse = columns.filter(
    ({ role, content }) => role.kind === "level" && content.filled < area.rows.length,
  );
  if (sparse.length === 0) return;
  const names = sparse.map(({ header }) => header).join("」「");
  const isFirst = sparse.every(({ column }) => sight.own(first, column) !== undefined);
  const answer = asking.ask({
    id: `段の行:${area.grid.sheet}`,
    text: {
      ja: `罫線のない表です。「${names}」の名前は、まとまりの最初の行に書かれていますか。`,
      en: `The table has no rules. Do the names under “${names}” stand in the first row of what they are about?`,
    },
    proposal: isFirst ? "最初の行" : "読まない",
    reason: isFirst
      ? { ja: "最初の行に名前があります", en: "the first row has a name" }
      : { ja: "最初の行に名前がなく、中央に書かれているようです", en: "the first row has none" },
    choices: ["最初の行", "読まない"],
    examples: sparse.map(({ place }) => place),
    cells: sparse.reduce((sum, { content }) => sum + content.filled, 0),
  });
  if (answer.startsWith("最初")) return;
  for (const column of sparse)
    column.role = { kind: "ignored", why: "罫線がなく、どの行のものか分からない段" };
}

/** Without rules, a name that is written in the middle of its rows may be of those above it or below: better no value than another's. */
function leaveNameless({ area, sight, columns }: FoundTable): void {
  const name = columns.find(({ role }) => role.kind === "indicator")?.column ?? -1;
  const has = (row: number, column: number) => (sight.own(row, column)?.text.trim() ?? "") !== "";
  const [first] = area.rows;
  const values = columns.filter(({ role }) => ["value", "target", "base", "pair"].includes(role.kind));
  if (first === undefined || has(first, name) || !values.some(({ column }) => has(first, column))) return;
  for (const column of values)
    column.role = { kind: "ignored", why: "罫線がなく、どの行がどの指標のものか分からない値" };
}

/** Without rules, a number with nothing in the year to its left may be one that was joined over both: asked once a table. */
function askJoined(table: FoundTable, asking: Asking): void {
  const { area, sight, columns } = table;
  const isYearly = ({ role }: Column) => role.kind === "value" || role.kind === "target";
  const found: { readonly row: number; readonly column: number; readonly text: string }[] = [];
  for (const [at, column] of columns.entries()) {
    const left = columns[at - 1];
    if (!left || !isYearly(column) || !isYearly(left)) continue;
    for (const row of area.rows) {
      const text = sight.own(row, column.column)?.text ?? "";
      if (sight.own(row, left.column) || readCellValue(text).number === undefined) continue;
      found.push({ row, column: column.column, text });
    }
  }
  const [first] = found;
  if (!first) return;
  const answer = asking.ask({
    id: `左の空いた数:${area.grid.sheet}`,
    text: {
      ja: `罫線のない表に、すぐ左の年度が空いている数があります（「${first.text}」など${found.length}か所）。いくつもの年度にまたがって書かれた数かもしれません。見出しの下にある年度の値として読みますか。`,
      en: `The table has no rules, and some numbers have nothing in the year to their left (such as “${first.text}”, ${found.length} cells): they may have been written over several years. Are they of the year under whose header they stand?`,
    },
    proposal: "読まない",
    reason: { ja: "どの年度の値か、罫線がないと分かりません", en: "without rules, their year is not sure" },
    choices: ["読まない", "見出しの年度の値"],
    examples: found.slice(0, 4).map(({ row, column }) => placeOf(area.grid, row, column)),
    cells: found.length,
  });
  if (answer.startsWith("見出し")) return;
  table.perhapsJoined = new Set(found.map(({ row, column }) => `${row}:${column}`));
}

/** 「【目標値】」 above a table, or 「目標」 as its sheet's name: its columns that say only a year are targets. */
export function settleMeasureAbove({ area, sight, columns }: FoundTable): void {
  const above = beginsMeasure(sight, -1, { top: area.headerTop });
  const cells = above === undefined ? [] : filledCells(sight, above);
  const [title] = cells;
  // A sheet that is called 計画 may be of the plan as a whole.
  const sheet = keyOf(area.grid.sheet) === "計画" ? undefined : measureSaid(area.grid.sheet);
  const said = (title && measureSaid(title.text)) ?? sheet;
  if (said !== "target") return;
  for (const column of columns) {
    const { role, header } = column;
    if (role.kind !== "value" || /(実績|見込|速報|推計|結果)/u.test(keyOf(header))) continue;
    column.role = { kind: "target", ...(role.year === undefined ? {} : { year: role.year }) };
    column.reason = {
      ja: "表の上やシートの名前に「目標」とあるので",
      en: "a line above or the sheet's name says 目標",
    };
  }
}

/** A column of numbers that nothing tells about. */
function askColumn(column: Column, area: Area, asking: Asking, isProjectRows: boolean): void {
  if (isProjectRows || column.header === "") {
    column.role = {
      kind: "ignored",
      why: column.header === "" ? "見出しのない列" : "指標でも費用でもない数の列",
    };
    return;
  }
  const answer = asking.ask({
    id: `列:${column.place}`,
    text: {
      ja: `「${column.header}」の列（${column.place}）は何ですか。`,
      en: `What is the column “${column.header}” (${column.place})?`,
    },
    proposal: "読まない",
    reason: { ja: "見出しから分からない数の列です", en: "its numbers are not explained by its header" },
    choices: ["読まない", "実績値 令和6年度", "目標値 令和7年度", "基準値", "備考"],
    free: true,
    examples: area.rows.slice(0, 3).map((row) => area.grid.rows[row]?.[column.column]?.text ?? ""),
    cells: column.content.filled,
  });
  column.role = roleOf([answer], column.content) ?? { kind: "ignored", why: "何の列か分からないため" };
  if (column.role.kind === "ignored" && answer === "読まない")
    column.role = { kind: "ignored", why: "何の列か分からず、読まないとした列" };
}

/** Whether a header itself writes a year. */
function hasYear(column: Column): boolean {
  return yearsIn(column.header).length > 0;
}

const names: Readonly<Record<string, string>> = {
  plan: "計画",
  indicator: "指標名",
  "indicator-code": "指標のコード",
  "indicator-part": "指標名（続き）",
  "indicator-kind": "指標区分",
  unit: "単位",
  measure: "行の種類（目標・実績など）",
  year: "年度",
  "base-year": "基準年度",
  "target-year": "目標年度",
  "value-year": "実績値の年度",
  section: "所管",
  note: "備考",
  definition: "定義",
  formula: "算出式",
  "data-source": "データ元",
  direction: "望ましい方向",
  description: "取組内容",
  "start-year": "開始年度",
  "report-year": "書類の年度",
  serial: "通し番号",
};

/** A role in words that may be said back. */
export function meaningOf(role: ColumnRole): string {
  const year = "year" in role && role.year !== undefined ? ` ${role.year}年度` : "";
  switch (role.kind) {
    case "level":
      return `段 ${role.name}`;
    case "level-number":
      return `${role.name}番号`;
    case "level-code":
      return `${role.name}コード`;
    case "value":
      return `実績値${role.state ? `（${role.state}）` : ""}${role.part ? `（内訳 ${role.part}）` : ""}${role.facet ? `（${role.facet.name}）` : ""}${year}`;
    case "target":
      return `${role.isFinal ? "最終" : ""}目標値${year}`;
    case "base":
      return `基準値${year}`;
    case "rate":
      return `達成率${year}`;
    case "evaluation":
      return `評価 ${role.scheme}${year}`;
    case "reference":
      return `参考値 ${role.name}${year}`;
    case "cost":
      return `費用 ${role.item}${year}`;
    case "slot-name":
      return `指標名（${role.slot}）`;
    case "slot-unit":
      return `単位（${role.slot}）`;
    case "slot":
      return `${meaningOf(role.role)}（${role.slot}）`;
    case "pair":
      return role.roles.map(meaningOf).join("／");
    case "ignored":
      return `読まない（${role.why}）`;
    case "unknown":
      return "不明";
    default:
      return names[role.kind] ?? role.kind;
  }
}
