// The understanding of a city's files: tables found, columns read, questions asked, and the tables that come of it.

import { observationsTable } from "../tables/observations.ts";
import { fixedTables } from "../tables/read-tables.ts";
import { Account } from "./account.ts";
import { Asking } from "./asking.ts";
import { type Built, buildTables } from "./build-tables.ts";
import { nameOf } from "./cell-text.ts";
import { meaningOf, readColumns, settleMeasureAbove } from "./column-roles.ts";
import { dateTables, settleTwins } from "./dating.ts";
import { districtsDown } from "./districts-down.ts";
import { withoutDittos } from "./dittos.ts";
import { joinSpreads } from "./facing-pages.ts";
import type { FoundTable } from "./found-table.ts";
import { type Grid, type GridCell, placeOf } from "./grid.ts";
import { type Item, type NodeFacts, readItems } from "./items.ts";
import { type Legend, legendsIn, saysLooks } from "./legend.ts";
import { settleLines } from "./line-roles.ts";
import { withLinesApart } from "./lines-apart.ts";
import { withNamesMarked } from "./marked-names.ts";
import { settleNames } from "./same-names.ts";
import { findAreas, ofCycle } from "./sheet-layout.ts";
import { withYearsWritten } from "./short-years.ts";
import { isNameHeader } from "./side-by-side.ts";
import { captioned, labelled, measuresApart, onItsSide, yearsDown } from "./turned-tables.ts";
import type {
  Answers,
  Counts,
  IntakeOptions,
  IntakeTables,
  NumberAccount,
  TableRow,
  Understanding,
} from "./types.ts";

interface Made {
  readonly understanding: Understanding;
  readonly built?: Built;
}

/** The same in every copy of this module that a bundle may hold; it is lost where an understanding is copied. */
const builtKey = Symbol.for("shihyo.intake.built");

function builtOf(known: Understanding): Built | undefined {
  if (!Object.hasOwn(known, builtKey)) throw new TypeError("A copy of an understanding has no tables.");
  return (known as { readonly [builtKey]?: Built })[builtKey];
}

export function understand(grids: readonly Grid[], options: IntakeOptions = {}): Understanding {
  const { understanding, built } = make(grids, options);
  return Object.defineProperty(understanding, builtKey, { value: built });
}

/** The understanding made anew with more answers; a later answer to a question takes the place of an earlier one. */
export function applyAnswers(before: Understanding, answers: Answers): Understanding {
  const all = new Map([...(before.options.answers ?? []), ...answers]);
  return understand(before.grids, { ...before.options, answers: all });
}

/** Every open question answered by its proposal, for a trial. */
export function acceptAll(before: Understanding): Understanding {
  let known = before;
  // An answer may raise another question; a file asks a few rounds at most.
  for (let round = 0; round < 5 && known.open.length > 0; round++) {
    known = applyAnswers(known, new Map(known.open.map(({ id, proposal }) => [id, proposal])));
  }
  return known;
}

/** The tables as they stand with the answers so far, open questions taken by their proposals. */
export function tablesOf(known: Understanding): IntakeTables {
  const built = builtOf(known);
  const files = new Map<string, string>();
  for (const [file, rows] of built?.tables ?? []) files.set(file, csvText(file, rows));
  return { files, counts: known.counts, account: known.account };
}

/** The source (出典) of what was taken in. */
export function sourceOf(known: Understanding): { readonly id: string; readonly title: string } | undefined {
  return builtOf(known)?.source;
}

/** Sheets that have one name, and CSVs that have none, by the name of their file, so that a place is one place. */
function namedApart(grids: readonly Grid[]): readonly Grid[] {
  const files = new Map<string, Set<string>>();
  for (const { file, sheet, source } of grids)
    if (source !== "page") files.set(sheet, (files.get(sheet) ?? new Set<string>()).add(file));
  return grids.map((grid) => {
    if (grid.source === "page" || (files.get(grid.sheet)?.size ?? 0) < 2) return grid;
    const file = grid.file.replace(/\.[A-Za-z]+$/u, "");
    return { ...grid, sheet: grid.sheet === "" ? file : `${file}:${grid.sheet}` };
  });
}

function make(given: readonly Grid[], options: IntakeOptions): Made {
  const grids = namedApart(given);
  const asking = new Asking(options.answers ?? new Map());
  const account = new Account();
  const shown = grids.filter((grid) => grid.gaps !== "unsure" && (!grid.hidden || askHidden(grid, asking)));
  tellUnsure(grids, asking);
  tellDrawn(shown, asking);
  const tables: FoundTable[] = [];
  const nameless: FoundTable[] = [];
  for (const grid of shown) {
    const said = withoutDittos(withoutStruck(withoutHidden(grid, asking), asking, account), asking);
    const seen = withNamesMarked(withLinesApart(withYearsWritten(withIndents(said))));
    const boxes = labelled(seen);
    const read = (boxes.length > 0 ? boxes : [withMeasuresApart(seen)]).flatMap((one) =>
      findAreas(one).map((area) => readColumns(area, asking)),
    );
    const found = read.filter(isIndicators);
    tables.push(...found, ...(found.length === 0 ? readOtherwise(seen, asking) : []));
    nameless.push(...read.filter((table) => !isIndicators(table)));
  }
  tables.splice(0, tables.length, ...joinSpreads(tables, nameless, asking));
  for (const table of tables) settleMeasureAbove(table);
  const report = dateTables(tables, asking);
  for (const table of tables) {
    settleLines(table, asking);
    settleTwins(table, asking);
    table.hasMarks = hasMarks(table);
  }
  settleLooks(tables, shown, asking);
  const items: Item[] = [];
  const nodes: NodeFacts[] = [];
  const levels: string[] = [];
  const planOf = askPlans(tables, asking);
  for (const table of tables) {
    leaveAround(table, account);
    const read = readItems(table, account, asking);
    const ofPlan = <Of extends Item | NodeFacts>(one: Of): Of =>
      one.plan === "" ? { ...one, plan: planOf(table) } : one;
    items.push(...read.items.map(ofPlan));
    nodes.push(...read.nodes.map(ofPlan));
    for (const level of read.levels) if (level !== "" && !levels.includes(level)) levels.push(level);
  }
  const settle = settleNames<Item | NodeFacts>([...items, ...nodes], asking);
  const settledItems = items.map((item) => settle(item) as Item);
  const settledNodes = nodes.map((node) => settle(node) as NodeFacts);
  const titles = tables.flatMap(({ area }) => area.titles);
  const notes = tables.flatMap(({ area }) => area.notes);
  const refused = items.length > 0 ? undefined : nothingFound(grids);
  const planName = refused ? "" : askPlan(items, titles, options, asking);
  const title = sourceTitle(titles, grids);
  const built = refused
    ? undefined
    : buildTables(
        {
          items: settledItems,
          nodes: settledNodes,
          levels,
          planName,
          sourceTitle: title,
          existing: options.existing ?? new Map(),
          notes,
          year: report?.year ?? 2024,
        },
        account,
        asking,
      );
  const list = account.list(grids);
  const understanding: Understanding = {
    grids: given,
    options,
    reading: {
      tables: tables.map(({ area, columns, isProjectRows }) => ({
        file: area.grid.file,
        sheet: area.grid.sheet,
        shape: isProjectRows ? ("project-rows" as const) : ("indicator-rows" as const),
        headerRows: [area.headerTop + 1, area.headerBottom + 1] as const,
        rows: [(area.rows[0] ?? 0) + 1, (area.rows.at(-1) ?? 0) + 1] as const,
        columns: columns.map(({ place, column, header, role, reason }) => ({
          place,
          column,
          header,
          meaning: meaningOf(role),
          reason,
        })),
        titles: area.titles,
        notes: area.notes,
      })),
      levels,
      years: built?.years ?? [],
      targetYears: built?.targetYears ?? [],
      plans: [...new Set(items.map(({ plan }) => plan || planName))],
    },
    questions: asking.questions,
    open: asking.open(),
    counts: countsOf(list, built),
    notices: joinNotices(asking),
    account: list,
    ...(refused ? { refused } : {}),
  };
  return { understanding, ...(built ? { built } : {}) };
}

/** Measures that stand below each indicator's name get a column of their own, so that the table is read as the others are. */
function withMeasuresApart(grid: Grid): Grid {
  for (const { headerBottom, headerTop, headers } of findAreas(grid)) {
    if (headerTop < headerBottom) continue;
    for (const [column, pieces] of headers.entries()) {
      const apart = isNameHeader(pieces.join(""))
        ? measuresApart(grid, { header: headerBottom, column })
        : undefined;
      if (apart) return apart;
    }
  }
  return grid;
}

/** A sheet without a usual table: turned on its side, or as small tables below the names of their indicators. */
function readOtherwise(grid: Grid, asking: Asking): FoundTable[] {
  const turned = [districtsDown(grid), yearsDown(grid), onItsSide(grid)].flatMap((one) => one ?? []);
  for (const grids of [...turned.map((one) => [one]), captioned(grid)]) {
    const read = grids.flatMap((one) => findAreas(one).map((area) => readColumns(area, asking)));
    const found = read.filter(isIndicators);
    if (found.length > 0) return found;
  }
  return [];
}

/** Texts that their cells set in, with as many spaces before them: so they are set in where a file has no looks. */
function withIndents(grid: Grid): Grid {
  if (!grid.rows.some((row) => row.some((cell) => cell?.indent !== undefined))) return grid;
  const rows = grid.rows.map((row) =>
    row.map((cell) =>
      cell?.indent !== undefined && cell.kind === "text"
        ? { ...cell, text: `${"\u3000".repeat(Math.min(cell.indent, 15))}${cell.text}` }
        : cell,
    ),
  );
  return { ...grid, rows, standsAt: grid.standsAt ?? ((row, column) => ({ grid, row, column })) };
}

function isIndicators({ columns, isProjectRows }: FoundTable): boolean {
  const has = (...kinds: readonly string[]) => columns.some(({ role }) => kinds.includes(role.kind));
  return (has("indicator") && has("value", "target", "base", "pair")) || (isProjectRows && has("slot"));
}

/** Pages without rules on which nothing tells the columns apart: better nothing than a number in the wrong year. */
function tellUnsure(grids: readonly Grid[], asking: Asking): void {
  const pages = grids.filter(({ gaps, rows }) => gaps === "unsure" && rows.some((row) => row.length > 2));
  if (pages.length === 0) return;
  asking.tell(
    pages.map(({ sheet }) => sheet),
    {
      ja: "罫線のない表で、見出しと数の列の対応が分からない頁があり、読んでいません。元のExcelか、罫線のあるPDFを取り込んでください。",
      en: "Some pages have tables without rules, in which the columns cannot be told apart; they were left out. Take in the Excel file, or a PDF with rules.",
    },
  );
}

/** What is written in boxes over the cells: read by no one but a person, and told word for word. */
function tellDrawn(grids: readonly Grid[], asking: Asking): void {
  for (const grid of grids) {
    tellComments(grid, asking);
    const { drawn = [] } = grid;
    if (drawn.length === 0) continue;
    const texts = drawn.slice(0, 20).map(({ text }) => `「${nameOf(text).slice(0, 200)}」`);
    asking.tell(
      drawn.map(({ row, column }) => placeOf(grid, row, column)),
      {
        ja: `テキストボックスや図形の中の文字は読んでいません（${drawn.length}か所）：${texts.join("、")}。指標の値や注意書きがあれば、セルに書き写してください。`,
        en: `Words in text boxes and shapes are not read (${drawn.length}): ${texts.join(", ")}. Copy what matters into cells.`,
      },
    );
  }
}

function hasMarks({ area, sight, columns }: FoundTable): boolean {
  const values = columns.filter(({ role }) => role.kind === "value");
  return area.rows.some((row) =>
    values.some(({ column }) => /^\s*[○◯◎×✕]\s*[0-9０-９]/u.test(sight.own(row, column)?.text ?? "")),
  );
}

/** Comments on cells name people and are not taken over; that there are some, and where, is told. */
function tellComments(grid: Grid, asking: Asking): void {
  const places = grid.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell?.commented ? [placeOf(grid, at, column)] : [])),
  );
  if (places.length === 0) return;
  asking.tell(places, {
    ja: "セルに付いたメモ（コメント）は読んでいません。値の状態や備考にあたることが書かれていれば、取り込んだ後に書き足してください。",
    en: "Comments on cells are not read. Where they say something of a value's state, add it after the intake.",
  });
}

/** What a legend says of colours: read where it is sure of which they are, and told where it is not. */
function settleLooks(tables: readonly FoundTable[], grids: readonly Grid[], asking: Asking): void {
  const valuesOf = new Map<Grid, GridCell[]>();
  for (const { area, sight, columns } of tables) {
    const all = valuesOf.get(originOf(area.grid)) ?? [];
    valuesOf.set(originOf(area.grid), all);
    for (const { role, column } of columns) {
      if (!["value", "base", "pair", "slot"].includes(role.kind)) continue;
      for (const row of area.rows)
        all.push(...(sight.own(row, column) ? [sight.own(row, column) as GridCell] : []));
    }
  }
  const everywhere = [...valuesOf.values()].flat();
  const read: Legend[] = [];
  for (const grid of grids) {
    const own = valuesOf.get(grid);
    const legends = legendsIn(grid, own ?? everywhere);
    read.push(...legends);
    if (legends.length === 0) continue;
    const isOwn = new Set(own ?? everywhere);
    for (const table of tables) {
      const before = table.meaningOf;
      table.meaningOf = (cell) =>
        before?.(cell) ?? (isOwn.has(cell) ? legends.find((one) => one.isOf(cell))?.meaning : undefined);
    }
  }
  for (const { text, isOf, meaning } of read) {
    const count = everywhere.filter(isOf).length;
    const as = meaning.state ?? meaning.remark ?? "";
    asking.tell([], {
      ja: `凡例「${nameOf(text).slice(0, 60)}」の色の実績値（${count}か所）を、「${as}」として読みました。`,
      en: `Results in the colour of the legend “${nameOf(text).slice(0, 60)}” (${count} cells) were read as “${as}”.`,
    });
  }
  tellLooks(tables, read, asking);
}

/** The sheet that a grid was made of. */
function originOf(grid: Grid): Grid {
  const at = grid.standsAt?.(0, 0)?.grid;
  return at === undefined || at === grid ? grid : originOf(at);
}

/** What a legend says of colours that it is not sure of, or of which none is there, is read by no one but a person. */
function tellLooks(tables: readonly FoundTable[], read: readonly Legend[], asking: Asking): void {
  const known = new Set(read.map(({ text }) => nameOf(text)));
  const said = tables.flatMap(({ area }) =>
    [...area.titles, ...area.notes].filter((text) => saysLooks(text) && !known.has(nameOf(text))),
  );
  if (said.length === 0) return;
  const shown = [...new Set(said)].slice(0, 3).map((text) => `「${text.slice(0, 60)}」`);
  asking.tell([], {
    ja: `色や字の形に意味がある（${shown.join("、")}）ようですが、読んでいません。該当する値の状態や備考を、取り込んだ後に確かめてください。`,
    en: `Colours or the look of letters seem to mean something (${shown.join(", ")}), which is not read. Look at the states and remarks of those values after the intake.`,
  });
}

function askHidden(grid: Grid, asking: Asking): boolean {
  const answer = asking.ask({
    id: `隠れたシート:${grid.sheet}`,
    text: {
      ja: `シート「${grid.sheet}」は隠されています。読みますか。`,
      en: `The sheet “${grid.sheet}” is hidden. Is it to be read?`,
    },
    proposal: "読まない",
    reason: { ja: "隠されたシートは、多くは作業用です", en: "hidden sheets are mostly for working" },
    choices: ["読まない", "読む"],
    examples: [],
    cells: grid.rows.reduce((sum, row) => sum + row.filter((cell) => cell !== undefined).length, 0),
  });
  return answer === "読む";
}

/** Hidden rows and columns that hold something are asked about once. */
function withoutHidden(grid: Grid, asking: Asking): Grid {
  const cells = grid.rows.reduce(
    (sum, row, at) =>
      sum +
      row.filter((cell, column) => cell && (grid.hiddenRows.has(at) || grid.hiddenColumns.has(column)))
        .length,
    0,
  );
  if (cells === 0) return grid;
  const answer = asking.ask({
    id: `隠れた行と列:${grid.sheet}`,
    text: {
      ja: `${grid.sheet === "" ? "表" : `シート「${grid.sheet}」`}に、隠された行や列があります（文字や数のあるセル ${cells}）。読みますか。`,
      en: `Rows or columns of ${grid.sheet} are hidden (${cells} cells with something in them). Are they to be read?`,
    },
    proposal: "読む",
    reason: { ja: "隠された行に、指標があるかもしれません", en: "an indicator may stand in a hidden row" },
    choices: ["読む", "読まない"],
    examples: [],
    cells,
  });
  if (answer !== "読まない") return grid;
  return {
    ...grid,
    standsAt: (row, column) => ({ grid, row, column }),
    rows: grid.rows.map((row, at) =>
      grid.hiddenRows.has(at)
        ? []
        : row.map((cell, column) => (grid.hiddenColumns.has(column) ? undefined : cell)),
    ),
  };
}

/** Cells that are struck through say what was there before; whether they still count is asked once a sheet. */
function withoutStruck(grid: Grid, asking: Asking, account: Account): Grid {
  const struck = grid.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell?.struck ? [{ row: at, column }] : [])),
  );
  const [first] = struck;
  if (!first) return grid;
  const answer = asking.ask({
    id: `取り消し線:${grid.sheet}`,
    text: {
      ja: `シート「${grid.sheet}」に、取り消し線の引かれたセルがあります（${struck.length}か所）。読みますか。`,
      en: `Cells of ${grid.sheet} are struck through (${struck.length}). Are they to be read?`,
    },
    proposal: "読まない",
    reason: { ja: "取り消し線は、もう使わないことを表します", en: "what is struck through no longer counts" },
    choices: ["読まない", "読む"],
    examples: struck.slice(0, 4).map(({ row, column }) => placeOf(grid, row, column)),
    cells: struck.length,
  });
  if (answer === "読む") return grid;
  for (const { row, column } of struck)
    account.leave(grid, row, column, { ja: "取り消し線のあるセル", en: "cells that are struck through" });
  return {
    ...grid,
    standsAt: grid.standsAt ?? ((row, column) => ({ grid, row, column })),
    rows: grid.rows.map((row) => row.map((cell) => (cell?.struck ? undefined : cell))),
  };
}

/** What stands around the table: titles, notes, totals, headers printed again. */
function leaveAround({ area }: FoundTable, account: Account): void {
  const leave = (rows: Iterable<number>, ja: string, en: string) => {
    for (const row of rows) {
      for (const [column, cell] of (area.grid.rows[row] ?? []).entries())
        if (cell) account.leave(area.grid, row, column, { ja, en });
    }
  };
  const header = Array.from(
    { length: area.headerBottom - area.headerTop + 1 },
    (_, index) => area.headerTop + index,
  );
  leave(header, "見出しの行", "header rows");
  leave(area.repeated, "繰り返しの見出し", "a header printed again");
  leave(area.totals, "合計の行", "rows of totals");
}

const planInTitle =
  /([^\s　]*?(?:総合計画|総合戦略|創生戦略|振興計画|基本計画|実施計画|ビジョン|プラン|計画|戦略))/u;

/** The plan that a title names; 「計画への記載」 and 「■計画（PLAN）」 name none. */
function planNamed(title: string): string | undefined {
  const name = ofCycle(title) ? undefined : planInTitle.exec(title)?.[1];
  return name !== undefined && /^[■□◆◇●○▼【\s]*(?:計画|戦略)$/u.test(name) ? undefined : name;
}

/** The plan that the titles of a table's sheet name, where the sheets name several and a person says that they are several. */
function askPlans(tables: readonly FoundTable[], asking: Asking): (table: FoundTable) => string {
  const bySheet = new Map<Grid, string>();
  for (const { area } of tables) {
    const name = area.titles.flatMap((title) => planNamed(title) ?? [])[0];
    if (name !== undefined && !bySheet.has(area.grid)) bySheet.set(area.grid, nameOf(name));
  }
  const names = [...new Set(bySheet.values())];
  const isOne = names.some((one) => names.every((other) => one.includes(other) || other.includes(one)));
  const isCertain = tables.every(({ area }) => bySheet.has(area.grid));
  if (names.length < 2 || isOne || !isCertain || names.length > 5) return () => "";
  const answer = asking.ask({
    id: "計画:シートごと",
    text: {
      ja: `シートの題に、違う計画の名前があります（${names.join("、")}）。別の計画として載せますか。`,
      en: `The sheets' titles name several plans (${names.join(", ")}). Are they to stand as plans of their own?`,
    },
    proposal: "別の計画とする",
    reason: { ja: "題の名前が違います", en: "the titles differ" },
    choices: ["別の計画とする", "一つの計画とする"],
    examples: [...bySheet.keys()].slice(0, 4).map(({ sheet }) => sheet),
    cells: tables.length,
  });
  return answer.startsWith("一つ") ? () => "" : ({ area }) => bySheet.get(area.grid) ?? "";
}

function askPlan(
  items: readonly Item[],
  titles: readonly string[],
  options: IntakeOptions,
  asking: Asking,
): string {
  const existing = options.existing?.get("nodes.csv")?.find((row) => (row.段 ?? row.種別) === "計画")?.名称;
  if (existing) return existing;
  if (items.every(({ plan }) => plan !== "")) return "";
  const title =
    titles.find((one) => planNamed(one) !== undefined) ??
    titles.find((one) => /プログラム/u.test(one) && !ofCycle(one));
  const found = title === undefined ? undefined : planNamed(title);
  const city = options.municipality ?? "";
  const proposal = found ?? `${city}総合計画`;
  return nameOf(
    asking.ask({
      id: "計画の名前",
      text: { ja: "これらの指標は、何という計画のものですか。", en: "Of which plan are these indicators?" },
      proposal,
      reason:
        title === undefined
          ? { ja: "計画の名前が表に書かれていません", en: "the plan's name is not written" }
          : { ja: `題「${title}」から`, en: `by the title “${title}”` },
      free: true,
      examples: [],
      cells: items.length,
    }),
  );
}

function sourceTitle(titles: readonly string[], grids: readonly Grid[]): string {
  const [title] = titles.filter((one) => one.length > 5 && !/(調整用|必ず何か入力)/u.test(one));
  return title ?? (grids[0]?.file ?? "").replace(/\.[A-Za-z]+$/u, "");
}

function nothingFound(grids: readonly Grid[]): { ja: string; en: string } {
  const file = [...new Set(grids.map((grid) => grid.file))].join("、");
  if (grids.some(({ gaps }) => gaps === "unsure")) {
    return {
      ja: `${file} の表には罫線がなく、見出しと数の列の対応が分かりません。元のExcelか、罫線のあるPDFを指定してください。`,
      en: `The tables of ${file} have no rules, and their columns cannot be told apart. Name the Excel file, or a PDF with rules.`,
    };
  }
  return {
    ja: `${file} に、指標の表が見つかりません。「指標名」の列と、年度・実績値・目標値の列がある見出しの行が必要です。`,
    en: `No table of indicators was found in ${file}: there must be a header row with a column of names and columns of years, results or targets.`,
  };
}

function countsOf(list: readonly NumberAccount[], built: Built | undefined): Counts {
  const kept: Record<string, number> = {};
  const leftOut: Record<string, number> = {};
  for (const { keptAs, leftOut: why } of list) {
    if (keptAs !== undefined) kept[keptAs] = (kept[keptAs] ?? 0) + 1;
    else if (why) leftOut[why.ja] = (leftOut[why.ja] ?? 0) + 1;
  }
  const sorted = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).sort((a, b) => b[1] - a[1]));
  return {
    numbers: list.length,
    kept: sorted(kept),
    leftOut: sorted(leftOut),
    indicators: built?.indicators ?? 0,
    nodes: built?.nodes ?? 0,
    relisted: built?.relisted ?? 0,
  };
}

function joinNotices(asking: Asking): Understanding["notices"] {
  const joined = new Map<string, { text: { ja: string; en: string }; places: string[]; cells: number }>();
  for (const { text, places, cells } of asking.notices) {
    const one = joined.get(text.ja) ?? { text, places: [] as string[], cells: 0 };
    one.places.push(...places);
    joined.set(text.ja, { ...one, cells: one.cells + cells });
  }
  return [...joined.values()].map((one) => ({ ...one, places: one.places.slice(0, 10) }));
}

/** The columns that a table must have, and of the others those that some row has. */
function csvText(file: string, rows: readonly TableRow[]): string {
  const table = file.startsWith("observations/")
    ? observationsTable(0, () => undefined)
    : fixedTables.find((one) => one.file === file);
  const wanted = (table?.columns ?? [])
    .filter(({ header, isOptional }) => !isOptional || rows.some((row) => row[header] !== undefined))
    .map(({ header }) => header);
  const more = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (header) => !wanted.includes(header),
  );
  const header = [...wanted, ...more];
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))];
  return `\uFEFF${lines.map((line) => line.map(quote).join(",")).join("\n")}\n`;
}
