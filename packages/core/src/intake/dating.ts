// Finds the year of each column whose header names none, by asking once for the groups of a table.

import { formatJapaneseYear } from "../model/fiscal-year.ts";
import { groupBy } from "../model/group-by.ts";
import type { Asking } from "./asking.ts";
import { halfWidth, keyOf, nameOf } from "./cell-text.ts";
import { readCellValue } from "./cell-value.ts";
import { meaningOf } from "./column-roles.ts";
import type { Column, FoundTable } from "./found-table.ts";
import { placeOf } from "./grid.ts";
import { type ColumnRole, isOfPart } from "./header-words.ts";
import { askParts, partNameOf, takeAsPart } from "./part-columns.ts";
import { isPartWord, isWholeWord } from "./part-words.ts";
import { isUnitWord } from "./units.ts";
import { withoutYears, yearsIn } from "./years.ts";

const partOfYear = /(四半期|[1-4]Q|Q[1-4]|[上下前後]半?期|[0-9]{1,2}月(?!末))/iu;

/** The year that a report is about: said in a title, in a column, or in the file's name. */
export interface ReportYear {
  readonly year: number;
  readonly from: string;
}

/** Dates the columns of all tables; the year of the report, where it says one. */
export function dateTables(tables: readonly FoundTable[], asking: Asking): ReportYear | undefined {
  const report = reportYear(tables);
  const own = askOwnYears(tables, asking);
  const again = own.size > 0 ? new Set<FoundTable>() : tablesAgain(tables);
  for (const table of tables) {
    if (again.has(table)) askYearOf(table, asking);
    dateColumns(table, asking, own.get(table) ?? report, own.has(table));
  }
  return report;
}

/** Tables without a year that list the same indicators again: each is of a year of its own, as pages of a book without its sheets' names. */
function tablesAgain(tables: readonly FoundTable[]): ReadonlySet<FoundTable> {
  const open = tables
    .filter((table) => undatedResults(table).length > 0 && !table.isProjectRows)
    .map((table) => ({ table, names: namesIn(table) }));
  return new Set(
    open.flatMap(({ table, names }) => {
      const isAgain = open.some(
        (other) =>
          other.table !== table &&
          names.size > 1 &&
          [...names].filter((name) => other.names.has(name)).length >
            Math.max(names.size, other.names.size) * 0.6,
      );
      return isAgain ? [table] : [];
    }),
  );
}

/** What a table lists, each name with the levels that it stands under; nothing for a form, whose labels say what it is about. */
function namesIn({ area, sight, columns }: FoundTable): ReadonlySet<string> {
  const named = columns.filter(({ role }) => role.kind === "indicator" || role.kind === "level");
  const above = [...area.headings.values()].join();
  const texts = area.rows.map((row) =>
    keyOf(`${above}|${named.map(({ column }) => sight.at(row, column)?.text ?? "").join("|")}`),
  );
  // Names that stand twice in one table tell nothing of another.
  return area.labels.length === 0 && texts.length === new Set(texts).size ? new Set(texts) : new Set();
}

/** The year of one table alone, where others list the same indicators. */
function askYearOf(table: FoundTable, asking: Asking): void {
  const open = undatedResults(table);
  const [first] = open;
  if (!first) return;
  const { grid, headerTop } = table.area;
  const place = placeOf(grid, headerTop, first.column);
  const answer = asking.ask({
    id: `年度:実績値:${place}`,
    text: {
      ja: `同じ指標の並ぶ表がいくつもあり、年度が書かれていません。この表の「${first.header}」（${place}）は何年度の値ですか。`,
      en: `Several tables list the same indicators, and none names its year. Of which year are the values of “${first.header}” (${place}) in this one?`,
    },
    proposal: "読まない",
    reason: { ja: "年度がどこにも書かれていません", en: "no year is written anywhere" },
    choices: ["読まない"],
    free: true,
    examples: open.map(({ place }) => place),
    cells: open.reduce((sum, { content }) => sum + content.filled, 0),
  });
  const year = yearsIn(answer)[0]?.year;
  if (year === undefined) {
    for (const column of table.columns)
      if (
        open.includes(column) ||
        ((column.role.kind === "rate" ||
          column.role.kind === "evaluation" ||
          column.role.kind === "target") &&
          yearIn(column.role) === undefined)
      )
        column.role = { kind: "ignored", why: "何年度の値か分からないため" };
    return;
  }
  for (const column of open) column.role = datedRole(column.role, year, false, false);
  dateBeside(table, year, asking, true);
}

function reportYear(tables: readonly FoundTable[]): ReportYear | undefined {
  for (const table of tables) {
    const said = yearAbove(table);
    if (said) return said;
  }
  for (const { area } of tables) {
    const name = area.grid.file.replace(/\.[a-z]+$/iu, "");
    const match = /(?:^|[-_ 　(（])([rRhH][0-9]{1,2}|20[0-9]{2}|令和[0-9元]+年?度?)(?=$|[-_ 　)）])/u.exec(
      name,
    );
    const found = yearsIn(match?.[1] ?? "")[0]?.year;
    if (found !== undefined) return { year: found, from: `ファイル名「${area.grid.file}」` };
  }
  return undefined;
}

/** The year in a table's titles, or in its sheet's name. */
function yearAbove({ area }: FoundTable): ReportYear | undefined {
  for (const title of [...area.titles, area.grid.sheet]) {
    const year = yearOfTitle(title);
    if (year !== undefined) return { year, from: `「${title}」` };
  }
  return undefined;
}

/** 「令和5年度 施策評価（令和6年度実施）」 is about 令和5年度: what was measured, and not when that was written down. */
function yearOfTitle(title: string): number | undefined {
  const plain = title.normalize("NFKC");
  const found = yearsIn(title).flatMap(({ year, at, length }) =>
    year === undefined ? [] : [{ year, after: plain.slice(at + length).trimStart() }],
  );
  const [only] = found;
  if (found.length < 2) return only?.year;
  const measured = found.filter(({ after }) =>
    /^(の|に係る|における|末)*(実績|事業|決算|取組|進捗)/u.test(after),
  );
  const rest = found.filter(({ after }) => !/^(に)?(実施(?!分)|公表|作成|改定|改訂|発行|版)/u.test(after));
  for (const some of [measured, rest]) {
    const [first] = some;
    if (first && some.length < found.length && some.every(({ year }) => year === first.year))
      return first.year;
  }
  return undefined;
}

/** Tables whose results have no year, and whose titles or sheets name several: each of its own, where a person agrees. */
function askOwnYears(tables: readonly FoundTable[], asking: Asking): ReadonlyMap<FoundTable, ReportYear> {
  const open = tables.filter((table) => undatedResults(table).length > 0);
  const own = new Map(
    open.flatMap((table) => {
      const year = yearAbove(table);
      return year ? [[table, year] as const] : [];
    }),
  );
  const years = [...new Set([...own.values()].map(({ year }) => year))].sort();
  if (years.length < 2) return new Map();
  const answer = asking.ask({
    id: "年度:表ごと",
    text: {
      ja: `実績値の列に年度がなく、題やシートの名前に違う年度（${years.map((year) => formatJapaneseYear(year)).join("、")}）があります。それぞれの表の値を、その年度のものとしますか。`,
      en: `The columns of results have no year, and the titles or sheets name several (${years.join(", ")}). Are the values of each table of its own year?`,
    },
    proposal: "それぞれの年度とする",
    reason: { ja: "表ごとに年度が書かれています", en: "each table names its year" },
    choices: ["それぞれの年度とする", "読まない"],
    examples: [...own.values()].slice(0, 4).map(({ from }) => from),
    cells: open.reduce((sum, { area }) => sum + area.rows.length, 0),
  });
  if (answer.startsWith("それぞれ")) return own;
  for (const table of own.keys())
    for (const column of undatedResults(table))
      column.role = { kind: "ignored", why: "何年度の値か分からないため" };
  return new Map();
}

function dateColumns(
  table: FoundTable,
  asking: Asking,
  report: ReportYear | undefined,
  isOwn: boolean,
): void {
  ratesBeside(table);
  relativeYears(table, report);
  yearsWithoutEra(table, asking, report);
  yearsOfPlan(table, asking, report);
  yearGroups(table, asking, report);
  plainYears(table, asking);
  undated(table, asking, report, isOwn);
}

/** 「R4 達成率 R5 達成率」, 「R4 評価 R5 評価」: several rates or verdicts that each stand right of a year's result are of that year. */
function ratesBeside({ columns }: FoundTable): void {
  const open = columns.filter(
    ({ role }) => (role.kind === "rate" || role.kind === "evaluation") && role.year === undefined,
  );
  const kinds = new Set(open.map(({ role }) => meaningOf(role)));
  for (const kind of kinds) {
    const alike = open.filter(({ role }) => meaningOf(role) === kind);
    const found = alike.flatMap((column) => {
      const before = columns.slice(0, columns.indexOf(column));
      // Between a result and its verdict may stand its rate and the year's target.
      const nearest = before.findLastIndex(({ role }) => role.kind === "value");
      const isBeside = before
        .slice(nearest + 1)
        .every(({ role }) => ["rate", "evaluation", "target"].includes(role.kind));
      const role = before[nearest]?.role;
      const year = isBeside && role?.kind === "value" ? role.year : undefined;
      return year === undefined ? [] : [{ column, year }];
    });
    const years = new Set(found.map(({ year }) => year));
    if (found.length < 2 || found.length < alike.length || years.size < found.length) continue;
    for (const { column, year } of found) {
      column.role = { ...column.role, year } as ColumnRole;
      column.reason = { ja: "左の実績値の年度から", en: "by the year of the result left of it" };
    }
  }
}

/** 「前年度」「今年度」 in a header, where the report's own year is known. */
function relativeYears({ columns }: FoundTable, report: ReportYear | undefined): void {
  if (!report) return;
  for (const column of columns) {
    const { role } = column;
    if (!("year" in role) && (role.kind === "value" || role.kind === "target")) {
      const shift = shiftOf(column.header);
      if (shift === undefined) continue;
      column.role = { ...role, year: report.year + shift };
      column.reason = { ja: `${report.from}の年度から数えて`, en: `counted from the year of ${report.from}` };
    }
  }
}

/** How many years a header lies from the report's own: 「前年度」 −1, 「今年度」 0. */
function shiftOf(header: string): number | undefined {
  const key = keyOf(header);
  if (/前々年度?/u.test(key)) return -2;
  if (/(前年度?|昨年度?)/u.test(key)) return -1;
  if (/(当該?年度?|今年度?|本年度?)/u.test(key)) return 0;
  return /(翌年度?|次年度?|来年度?)/u.test(key) ? 1 : undefined;
}

/** 「24年度」 in a header: the era of the column to its left goes on where that is clear, else it is asked. */
function yearsWithoutEra({ columns }: FoundTable, asking: Asking, report: ReportYear | undefined): void {
  let before: number | undefined;
  for (const column of columns) {
    const { role, header, place } = column;
    const found = yearsIn(header);
    const own = "year" in role ? role.year : undefined;
    if (own !== undefined) before = own;
    const [only] = found;
    const bare = found.length === 1 ? only?.bare : undefined;
    // 「1年目」 is a year of the plan.
    const isOfPlan = /[0-9]年目(?!標)/u.test(keyOf(header));
    if (bare === undefined || isOfPlan || own !== undefined || !datedKinds.has(role.kind)) continue;
    const left = before;
    const next = [2018 + bare, 1988 + bare].filter(
      (year) => left !== undefined && year >= left && year <= left + 6,
    );
    const [clear] = next;
    const near = report?.year;
    const year =
      next.length === 1 && clear !== undefined
        ? clear
        : askEra(bare, header, place, asking, near === undefined ? undefined : near >= 2019);
    if (year === undefined) continue;
    column.role = { ...role, year } as ColumnRole;
    column.reason = {
      ja: "元号のない年度を、左の列や答えから",
      en: "a year without its era, by its neighbours",
    };
    before = year;
  }
}

const datedKinds = new Set(["value", "target", "base", "rate", "evaluation", "reference", "cost"]);

/** 「27年度」 without its era: asked once for all of them. */
export function askEra(
  bare: number,
  label: string,
  at: string,
  asking: Asking,
  isReiwa: boolean = bare <= 12,
): number | undefined {
  const isLate = bare > 12 || !isReiwa;
  const answer = asking.ask({
    id: "元号",
    text: {
      ja: `「${halfWidth(label)}」のように、元号のない年があります。元号は何ですか。`,
      en: `Some years have no era, such as “${halfWidth(label)}”. Which is it?`,
    },
    proposal: isLate ? "平成" : "令和",
    reason:
      bare > 12
        ? { ja: "令和にはまだその年がありません", en: "Reiwa has not come so far" }
        : isLate
          ? { ja: "平成の年度の報告です", en: "the report is of a year of Heisei" }
          : { ja: "いまの元号です", en: "it is the present era" },
    choices: ["平成", "令和", "昭和", "西暦"],
    examples: [at],
    cells: 1,
  });
  const first: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 西暦: 2000 };
  const from = first[answer];
  return from === undefined ? undefined : from + bare;
}

/** 「1年目」: the plan's first year is in a title, or asked. */
function yearsOfPlan({ columns, area }: FoundTable, asking: Asking, report: ReportYear | undefined): void {
  const found = columns.flatMap((column) => {
    const nth = /(?<![0-9])([0-9]{1,2})年目(?!標)/u.exec(keyOf(column.header))?.[1];
    const isDated = "year" in column.role && column.role.year !== undefined;
    return nth === undefined || isDated || !["value", "target"].includes(column.role.kind)
      ? []
      : [{ column, nth: Number(nth) }];
  });
  if (found.length === 0) return;
  const title = area.titles.find((one) => /[~～〜\-－から]/u.test(one) && yearsIn(one).length >= 2);
  const first = yearsIn(title ?? "")[0]?.year;
  const most = Math.max(...found.map(({ nth }) => nth));
  const answer = asking.ask({
    id: "年度:1年目",
    text: { ja: "「1年目」は何年度ですか。", en: "Which year is “1年目” (the first year)?" },
    proposal: formatJapaneseYear(first ?? (report === undefined ? 2020 : report.year - most + 1)),
    reason:
      first === undefined
        ? { ja: "計画の期間が書かれていません", en: "the plan's period is not written" }
        : { ja: `題「${title}」から`, en: `by the title “${title}”` },
    free: true,
    examples: found.map(({ column }) => column.place),
    cells: found.reduce((sum, { column }) => sum + column.content.filled, 0),
  });
  const start = yearsIn(answer)[0]?.year;
  if (start === undefined) return;
  for (const { column, nth } of found) {
    column.role = { ...column.role, year: start + nth - 1 } as ColumnRole;
    column.reason = { ja: `${nth}年目なので`, en: `it is year ${nth}` };
  }
}

/** The same headers again and again, with no year: 「同じ見出しの列が6組あります」. */
function yearGroups(table: FoundTable, asking: Asking, report: ReportYear | undefined): void {
  const undatedColumns = table.columns.filter(
    ({ role }) =>
      (role.kind === "slot" && "year" in role.role === false && role.role.kind !== "unknown") ||
      (role.kind === "cost" && role.year === undefined) ||
      (role.kind === "value" &&
        role.year === undefined &&
        table.columns.every((one) => one.role.kind !== "year")),
  );
  const byHeader = groupBy(undatedColumns, ({ header }) => keyOf(header).replace(/\([^()]*\)/gu, ""));
  const repeats = [...byHeader.values()].filter((group) => group.length > 1);
  if (repeats.length === 0) return;
  const counts = new Map<number, number>();
  for (const { length } of repeats) counts.set(length, (counts.get(length) ?? 0) + 1);
  const times = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const groups = repeats.filter(({ length }) => length === times);
  const column = table.columns.find(
    ({ role }) => role.kind === "report-year" || (role.kind === "year" && table.isProjectRows),
  );
  const stated = column ? mostCommonYear(table, column.column) : undefined;
  const last = stated ?? report?.year;
  const proposal = proposedYears(times, last, stated !== undefined, table);
  const answer = asking.ask({
    id: `年度:${times}組`,
    text: {
      ja: `同じ見出しの列が${times}組あります（${groups.length}種類、最初は${groups[0]?.map(({ place }) => place.split("!").at(-1)).join("、")}列）。それぞれ何年度ですか。左から順に、読点で区切って答えてください。計画の年度には「計画」を付けます。`,
      en: `There are ${times} groups of columns with the same headers (${groups.length} kinds). Which year is each? Answer from left to right, with commas; add 計画 to a planned year.`,
    },
    proposal,
    reason:
      stated !== undefined
        ? {
            ja: `「年度」の列が${formatJapaneseYear(stated)}なので、最後の組をその計画、その前を実績と見ました`,
            en: `the column 年度 says ${stated}: the last group is its plan, those before are results`,
          }
        : { ja: "年度がどこにも書かれていません", en: "no year is written anywhere" },
    free: true,
    examples: (groups[0] ?? []).map(({ place }) => place),
    cells: groups.reduce((sum, group) => sum + group.reduce((all, one) => all + one.content.filled, 0), 0),
  });
  const parts = answer.split(/[、,，\s]+/u).filter((part) => part !== "");
  for (const group of groups) {
    for (const [index, one] of group.entries()) {
      const part = parts[index] ?? "";
      const year = yearsIn(part)[0]?.year;
      if (year === undefined) continue;
      const isPlan = /(計画|目標|予定)/u.test(part);
      one.role = datedRole(one.role, year, isPlan, /見込/u.test(part));
      one.reason = { ja: `${index + 1}組目の列なので`, en: `it is in group ${index + 1}` };
    }
  }
}

function datedRole(role: ColumnRole, year: number, isPlan: boolean, isExpected: boolean): ColumnRole {
  if (role.kind === "slot") return { ...role, role: datedRole(role.role, year, isPlan, isExpected) };
  if (role.kind === "value")
    return isPlan
      ? { kind: "target", year }
      : { kind: "value", year, ...(isExpected ? { state: "見込" } : {}) };
  if (role.kind === "cost")
    return { ...role, year, stage: role.stage ?? (isPlan ? "計画" : isExpected ? "見込" : "決算") };
  return "year" in role || ["target", "rate", "evaluation", "reference"].includes(role.kind)
    ? ({ ...role, year } as ColumnRole)
    : role;
}

function mostCommonYear({ area, sight }: FoundTable, column: number): number | undefined {
  const counts = new Map<number, number>();
  for (const row of area.rows) {
    const text = keyOf(sight.own(row, column)?.text ?? "");
    const year = yearsIn(text)[0]?.year ?? (/^[0-9]{1,2}$/.test(text) ? 2018 + Number(text) : undefined);
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function proposedYears(
  times: number,
  last: number | undefined,
  isPlanYear: boolean,
  table: FoundTable,
): string {
  const end = last ?? 2024;
  const hasPlan = isPlanYear || table.columns.some(({ header }) => /(今年度計画|計画)/u.test(keyOf(header)));
  return Array.from({ length: times }, (_, index) => {
    const year = end - (times - 1 - index);
    const short = year >= 2019 ? `R${year - 2018}` : `H${year - 1988}`;
    return hasPlan && index === times - 1 ? `${short}計画` : short;
  }).join("、");
}

/** Bare years beside a column that says 実績値 of one of them: then they are targets, and that is asked. */
function plainYears(table: FoundTable, asking: Asking): void {
  const values = table.columns.filter(({ role }) => role.kind === "value" && role.year !== undefined);
  const isBare = (header: string) =>
    !/(実績|見込|値|速報|推計|結果)/u.test(keyOf(header)) && !partOfYear.test(keyOf(header));
  const bare = values.filter(({ header }) => isBare(header));
  const said = values.filter(({ header }) => !isBare(header) && !partOfYear.test(keyOf(header)));
  const years = new Set(bare.map(({ role }) => ("year" in role ? role.year : undefined)));
  const clash = said.some(({ role }) => "year" in role && years.has(role.year));
  if (!clash || bare.length < 2) return;
  const answer = asking.ask({
    id: "年度だけの列",
    text: {
      ja: `年度だけが書かれた列（${bare.map(({ header }) => header).join("、")}）は、目標値ですか、実績値ですか。`,
      en: `Are the columns that say only a year (${bare.map(({ header }) => header).join(", ")}) targets or results?`,
    },
    proposal: "目標値",
    reason: {
      ja: `「${said.map(({ header }) => header).join("、")}」という実績値の列が別にあるので`,
      en: `there is another column of results (${said.map(({ header }) => header).join(", ")})`,
    },
    choices: ["目標値", "実績値", "読まない"],
    examples: bare.map(({ place }) => place),
    cells: bare.reduce((sum, { content }) => sum + content.filled, 0),
  });
  for (const column of bare) {
    const year = "year" in column.role ? column.role.year : undefined;
    if (answer.startsWith("目標")) column.role = { kind: "target", ...(year === undefined ? {} : { year }) };
    if (answer.startsWith("読まない")) column.role = { kind: "ignored", why: "読まないと答えたため" };
  }
}

/** What a header says besides its year. */
function kindOf(header: string): string {
  return nameOf(withoutYears(header));
}

/** What the columns of a year are called, where those of another are called the same and no two of them alike. */
function kindsAlike(groups: readonly (readonly Column[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const kinds = group.map(({ header }) => kindOf(header));
    if (group.length > 1 && new Set(kinds).size === kinds.length && !kinds.includes(""))
      counts.set(kinds.join("・"), (counts.get(kinds.join("・")) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([kinds, count]) => (count > 1 ? [kinds] : [])));
}

/** Whether most names say that they are sums over years. */
function namesSums({ area, sight, columns }: FoundTable): boolean {
  const name = columns.find(({ role }) => role.kind === "indicator")?.column ?? -1;
  const names = area.rows.flatMap((row) => sight.own(row, name)?.text || []);
  return names.filter((one) => /累計/u.test(one)).length * 2 > names.length;
}

const asFacets = "別の指標として載せる";

/** 「満足度（％）」「利用者数」: a thing that is counted, and no other state or reckoning of the same. */
function isFacet(kind: string): boolean {
  const [name] = facetOf(kind);
  return (
    /^[\p{L}ー々・]{2,14}$/u.test(name) &&
    /(?:[度率数量額費高]|割合|件数|回数|面積|延長|人員|収入|実数)$/u.test(name) &&
    !/(単年|累計|累積|当初|変更|修正|改定|改訂|見直|確定|速報|見込|推計|目標|計画|予算|決算|年度|前年|増減|比$)/u.test(
      name,
    )
  );
}

function facetOf(kind: string): readonly [name: string, unit?: string] {
  const [, name = "", unit = ""] =
    /^(.+?)\s*[(（]\s*(?:単位\s*[:：])?([^()（）]{1,8})[)）]\s*$/u.exec(kind) ?? [];
  return isUnitWord(unit) ? [name.trim(), unit] : [kind.trim()];
}

function takeAsFacet(column: Column, kind: string): void {
  const [name, unit] = facetOf(kind);
  if (column.role.kind !== "value") return;
  column.role = { ...column.role, facet: { name, ...(unit === undefined ? {} : { unit }) } };
  column.reason = { ja: "見出しが別のものを数えているので", en: "its header counts another thing" };
}

/** Columns of one year that differ by the name of a part (「R6 男」「R6 女」「R6 計」), taken as that where a person agrees. */
function areParts(table: FoundTable, group: readonly Column[], asking: Asking): boolean {
  const names = group.map((column) => partNameOf(table, column));
  const parts = names.filter((name) => isPartWord(name));
  const isAll = names.every((name) => isPartWord(name) || isWholeWord(name));
  if (parts.length < 2 || !isAll || new Set(names).size < names.length) return false;
  const isTaken = askParts(table, group, names, asking);
  for (const [at, column] of group.entries()) takeAsPart(column, names[at] ?? "", isTaken);
  return true;
}

/** Whether the targets beside results of one year and results so far are of the latter. */
function aimsAtSums({ columns }: FoundTable): boolean {
  const targets = columns.filter(({ role }) => role.kind === "target");
  return targets.length > 0 && targets.every(({ header }) => /累計/u.test(keyOf(header)));
}

/** Two columns of one meaning and one year (「R6当初」 and 「R6変更後」): which is meant is asked, and the other is left out. */
export function settleTwins(table: FoundTable, asking: Asking): void {
  if (table.columns.some(({ role }) => ["year", "measure", "value-year"].includes(role.kind)) || table.lines)
    return;
  const groups = new Map<string, Column[]>();
  for (const column of table.columns) {
    const { role, content } = column;
    if (content.numbers + content.dashes === 0) continue;
    const isDated = (role.kind === "value" || role.kind === "target") && role.year !== undefined;
    const isSlot = role.kind === "slot" && "year" in role.role && role.role.year !== undefined;
    if (!isDated && !isSlot) continue;
    const key =
      role.kind === "slot"
        ? `${role.slot}|${role.role.kind}|${yearIn(role.role)}`
        : `${role.kind}${role.kind === "value" && role.part !== undefined ? `:${role.part}` : ""}|${yearIn(role)}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const alike = kindsAlike([...groups.values()]);
  for (const [key, all] of groups) {
    const parts = all.filter(({ header }) => partOfYear.test(keyOf(header)));
    if (parts.length > 0 && parts.length < all.length)
      for (const column of parts) column.role = { kind: "ignored", why: "年度の一部の期間の値" };
    const group = parts.length < all.length ? all.filter((one) => !parts.includes(one)) : all;
    if (group.length < 2) continue;
    const [kind = "", year = ""] = key.split("|").slice(-2);
    if (kind === "value" && areParts(table, group, asking)) continue;
    const kinds = group.map(({ header }) => kindOf(header));
    // 「単年、累計」 below each year is one question for all years.
    const isAlike = alike.has(kinds.join("・"));
    const areFacets = isAlike && kind === "value" && kinds.every((one) => isFacet(one));
    const choices = isAlike
      ? [...kinds, ...(areFacets ? [asFacets] : [])]
      : group.map(({ header, place }) => `${header}（${place.split("!").at(-1)}列）`);
    const sum = kinds.findIndex((one) => /累計/u.test(one));
    const isOfSums = sum >= 0 && (namesSums(table) || aimsAtSums(table));
    const newer = group.findIndex(({ header }) =>
      /(変更後|修正後|改定後|改訂後|見直し後|変更|修正|改定|改訂|確定)/u.test(keyOf(header)),
    );
    const share = ({ content }: Column) =>
      (content.numbers + content.dashes) / Math.max(1, content.filled + content.dashes);
    const most = group.reduce((best, one, at) => (share(one) > share(group[best] as Column) ? at : best), 0);
    const isPart = group.map(({ header }) => isOfPart(header));
    const whole = isPart.includes(true) ? isPart.indexOf(false) : -1;
    const proposed = newer >= 0 ? newer : isOfSums ? sum : whole >= 0 ? whole : most;
    const answer = asking.ask({
      id: `同じ年度の列:${isAlike ? kinds.join("・") : group.map(({ place }) => place).join("・")}`,
      text: {
        ja: `${group.length}つの列（${choices.slice(0, group.length).join("、")}）が、どれも${year}年度の${kind === "target" ? "目標値" : "実績値"}と読めます。どれを載せますか。`,
        en: `${group.length} columns (${choices.slice(0, group.length).join(", ")}) seem to be the ${kind === "target" ? "targets" : "results"} of ${year}. Which is to stand?`,
      },
      proposal: areFacets ? asFacets : (choices[proposed] ?? ""),
      reason:
        newer < 0 && whole < 0 && !isOfSums
          ? { ja: "数の多い列、同じなら左の列です", en: "it has more numbers, or is the left one" }
          : { ja: "見出しの言葉から", en: "by the words of its header" },
      choices,
      examples: group.map(({ place }) => place),
      cells: group.reduce((sum, { content }) => sum + content.filled, 0),
    });
    if (areFacets && answer.startsWith(asFacets)) {
      for (const [at, column] of group.entries()) takeAsFacet(column, kinds[at] ?? "");
      continue;
    }
    const chosen = Math.max(
      0,
      choices.findIndex((choice) => keyOf(choice) === keyOf(answer)),
    );
    for (const [at, column] of group.entries())
      if (at !== chosen) column.role = { kind: "ignored", why: "同じ年度の別の列" };
  }
}

function yearIn(role: ColumnRole): number | undefined {
  return "year" in role ? role.year : undefined;
}

/** One column of results and no year at all. */
function undated(table: FoundTable, asking: Asking, report: ReportYear | undefined, isOwn: boolean): void {
  const isGrouped = table.columns.some(({ role }) => role.kind === "cost" && role.year !== undefined);
  if (table.isProjectRows && isGrouped) {
    for (const column of table.columns) {
      if (column.role.kind === "cost" && column.role.year === undefined)
        column.role = { kind: "ignored", why: "年度のない全体計画の費用" };
    }
  }
  const open = undatedResults(table);
  const [first] = open;
  if (!first) return;
  if (isOwn && report) {
    for (const column of open)
      column.role = datedRole(column.role, report.year + (shiftOf(column.header) ?? 0), false, false);
    dateBeside(table, report.year, asking, true);
    return;
  }
  const answer = asking.ask({
    id: "年度:実績値",
    text: {
      ja: `「${first.header}」（${first.place}）は何年度の値ですか。`,
      en: `Of which year are the values of “${first.header}” (${first.place})?`,
    },
    proposal: report === undefined ? "令和6年度" : formatJapaneseYear(report.year),
    reason:
      report === undefined
        ? { ja: "年度がどこにも書かれていません", en: "no year is written anywhere" }
        : { ja: `${report.from}から`, en: `by ${report.from}` },
    free: true,
    examples: open.map(({ place }) => place),
    cells: open.reduce((sum, { content }) => sum + content.filled, 0),
  });
  const year = yearsIn(answer)[0]?.year;
  if (year === undefined) return;
  const isAll = table.columns.every(
    ({ role, header }) => role.kind !== "value" || role.year === undefined || shiftOf(header) !== undefined,
  );
  for (const column of open)
    column.role = datedRole(column.role, year + (shiftOf(column.header) ?? 0), false, false);
  if (isAll) dateBeside(table, year, asking, false);
}

/** The columns of results, or of costs, of which nothing says the year. */
function undatedResults(table: FoundTable): Column[] {
  if (table.columns.some(({ role }) => ["year", "measure", "value-year"].includes(role.kind))) return [];
  return table.columns.filter(
    ({ role, content, column }) =>
      content.filled > 0 &&
      !saysItsYears(table, column) &&
      ((role.kind === "value" && role.year === undefined) ||
        (role.kind === "cost" && role.year === undefined) ||
        (role.kind === "slot" && role.role.kind === "value" && role.role.year === undefined)),
  );
}

/** What stands beside results of one year and has none: their rates and grades, and targets where a person says so. */
function dateBeside({ columns }: FoundTable, year: number, asking: Asking, isOwn: boolean): void {
  const open = columns.filter(({ role }) => "kind" in role && yearIn(role) === undefined);
  if (isOwn)
    for (const column of open)
      if (column.role.kind === "rate" || column.role.kind === "evaluation")
        column.role = { ...column.role, year };
  const targets = open.filter(({ role }) => role.kind === "target" && role.isFinal !== true);
  const rate = columns.find(({ role }) => role.kind === "rate");
  const hasLetters = /\([A-C][/÷][A-C]\)/u.test(keyOf(rate?.header ?? "").toUpperCase());
  const [first] = targets;
  if (!first || targets.length > 1 || (!isOwn && !rate)) return;
  const answer = asking.ask({
    id: "年度:目標値",
    text: {
      ja: `「${first.header}」（${first.place}）に年度がありません。実績値と同じ年度の目標ですか、計画の最後の目標ですか。`,
      en: `“${first.header}” (${first.place}) has no year. Is it the target of the results' year, or the plan's last?`,
    },
    proposal: "実績値と同じ年度",
    reason: hasLetters
      ? {
          ja: "達成率が、目標値と実績値から計算されています",
          en: "the rate is worked out from target and result",
        }
      : !isOwn
        ? { ja: "実績値の横に、達成率があります", en: "a rate of what was reached stands beside" }
        : { ja: "年度ごとの表に、それぞれの目標値があります", en: "each year's table has its own" },
    choices: ["実績値と同じ年度", "計画の最後"],
    examples: [first.place],
    cells: first.content.filled,
  });
  if (answer.startsWith("実績値")) first.role = { kind: "target", year };
}

/** Whether each number of a column has its own year beside it in the cell. */
function saysItsYears({ area, sight }: FoundTable, column: number): boolean {
  const read = area.rows.map((row) => readCellValue(sight.own(row, column)?.text ?? ""));
  const numbers = read.filter(({ number }) => number !== undefined);
  return numbers.length > 0 && numbers.every(({ year }) => year !== undefined);
}
