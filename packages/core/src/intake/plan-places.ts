// Where in the plan of its city each row of a table stands: levels down the side, merged, filled once, or as headings between rows.

import { isNumberOnly, keyOf, lastNumber, nameOf, numberedText } from "./cell-text.ts";
import { isDash } from "./cell-value.ts";
import { isTreeLabel, stepsOf } from "./form-labels.ts";
import type { Column, FoundTable, ReadTable } from "./found-table.ts";
import { placeOf } from "./grid.ts";
import { headingKind, isLevelWord, levelName, levelWord } from "./header-words.ts";

export interface PlanStep {
  readonly level: string;
  readonly name: string;
  readonly label: string;
  readonly number?: number;
  readonly code?: string;
}

/** 「（再掲）」, wherever it stands in a name. */
export const relisted = /[\s　]*[(（【［[〔]?\s*再\s*掲\s*[)）】］\]〕]?[\s　]*/u;

/** 「（続き）」 behind a name that goes on from the page before. */
export const continued = /[\s　]*[(（【［[〔]\s*(?:続き|つづき|続|再掲続き)\s*[)）】］\]〕]\s*$/u;

/** What a cell of the row says in the column; empty where there is none. */
export function placeText(table: FoundTable, row: number, column: Column | undefined): string {
  return column ? (table.sight.at(row, column.column)?.text ?? "") : "";
}

/** The place in the plan of each row: levels down the side, merged, filled once, or headings between rows. */
export class PlanPlaces {
  private readonly table: ReadTable;
  private readonly columns: readonly Column[];
  private readonly current: (PlanStep | undefined)[] = [];
  private readonly headingKinds: string[] = [];
  private readonly headingNames: string[] = [];
  private readonly headings: (PlanStep | undefined)[] = [];
  private readonly pending: (readonly [number, string])[];
  /** Rows of headings without a mark that have another right below them. */
  private readonly upper: ReadonlySet<number>;
  /** What a form says above its table: 「事務事業名」 with the name beside it. */
  readonly above: readonly PlanStep[];

  constructor(table: ReadTable) {
    this.table = table;
    const seen = new Set<string>();
    this.columns = table.columns.filter(({ role }) => {
      if (role.kind !== "level" || seen.has(role.name)) return false;
      seen.add(role.name);
      return true;
    });
    this.columns = orderLevels(this.columns);
    this.above = stepsAbove(
      table,
      new Set(this.columns.map(({ role }) => (role.kind === "level" ? role.name : ""))),
    );
    this.pending = [...table.area.headings].sort((a, b) => a[0] - b[0]);
    this.upper = upperIn(this.pending);
  }

  levels(): string[] {
    return [
      ...this.above.map(({ level }) => level),
      ...this.headingNames,
      ...this.columns.map(({ role }) => (role.kind === "level" ? role.name : "")),
    ];
  }

  at(row: number): readonly PlanStep[] {
    while (this.pending[0] && this.pending[0][0] < row) {
      const [at, text] = this.pending[0] as readonly [number, string];
      (this.pending as (readonly [number, string])[]).shift();
      this.heading(at, text);
    }
    for (const [index, column] of this.columns.entries()) this.level(row, index, column);
    return [...this.above, ...this.headings, ...this.current].flatMap((step) => step ?? []);
  }

  private level(row: number, index: number, column: Column): void {
    const { sight } = this.table;
    const own = sight.own(row, column.column)?.text ?? "";
    const shown = sight.at(row, column.column)?.text ?? "";
    if (shown.trim() === "" || isDash(shown)) {
      const higher = this.columns.slice(0, index).some((one) => {
        const cell = sight.own(row, one.column);
        return cell !== undefined && cell.text.trim() !== "";
      });
      // The higher levels are written out and this one is not: the indicator stands higher up.
      if (isDash(shown) || higher || sight.mergeAt(row, column.column)) this.current[index] = undefined;
      return;
    }
    const step = this.stepOf(row, column, shown);
    const before = this.current[index];
    if (before && (keyOf(before.name) !== keyOf(step.name) || before.code !== step.code)) {
      for (let lower = index + 1; lower < this.columns.length; lower++) this.current[lower] = undefined;
    }
    if (own.trim() !== "" || before === undefined || keyOf(before.name) !== keyOf(step.name))
      this.current[index] = step;
  }

  private stepOf(row: number, column: Column, shown: string): PlanStep {
    const level = column.role.kind === "level" ? column.role.name : "";
    const found = numberedText(shown.replace(relisted, " ").replace(continued, ""));
    const numbers = this.table.columns.filter(
      ({ role }) => role.kind === "level-number" && role.name === level,
    );
    const digits = numbers.map((one) => keyOf(placeText(this.table, row, one))).join("");
    const fromColumn = /^[0-9]+$/.test(digits) ? Number(digits) : lastNumber(digits);
    const codeColumn = this.table.columns.find(
      ({ role }) => role.kind === "level-code" && role.name === level,
    );
    const code = nameOf(placeText(this.table, row, codeColumn));
    const onlyNumber =
      isNumberOnly(shown) || (found.label === "" && /^[0-9０-９()（）\-－.]+$/u.test(shown.trim()));
    const label = onlyNumber ? nameOf(shown) : found.label || digits;
    // Of 「1(1)」 and 「2(1)」 no part is a number of their own: the whole tells them apart.
    const isWhole = onlyNumber && /^[0-9]+$/.test(keyOf(shown));
    const number = fromColumn ?? (onlyNumber ? (isWhole ? lastNumber(shown) : undefined) : found.number);
    // A number alone is no name; with the level's word before it, it is one that says nothing new.
    const name = onlyNumber ? `${level.split(/[・／/]/u)[0]}${nameOf(shown)}` : found.name;
    return {
      level,
      name,
      label,
      ...(number === undefined ? {} : { number }),
      ...(code === "" || isDash(code) ? {} : { code }),
    };
  }

  private heading(row: number, shown: string): void {
    const clean = shown.replace(/^[\s　]*[■□◆◇●○▼]\s*/u, "");
    const kind = this.kindOf(row, shown);
    let depth = this.headingKinds.indexOf(kind);
    if (depth < 0) {
      depth = this.headingKinds.length;
      this.headingKinds.push(kind);
      this.headingNames.push(this.headingLevel(clean, kind, row));
    }
    const level = this.headingNames[depth] ?? "分野";
    const found = numberedText(withoutLevel(clean, level));
    this.headings[depth] = {
      level,
      name: found.name,
      label: found.label,
      ...(found.number === undefined ? {} : { number: found.number }),
    };
    for (let lower = depth + 1; lower < this.headings.length; lower++) this.headings[lower] = undefined;
    this.current.length = 0;
    for (const [column, cell] of (this.table.area.grid.rows[row] ?? []).entries()) {
      if (cell) this.table.account.keep(this.table.area.grid, row, column, "名称・備考の中の数");
    }
  }

  /** What kind of heading it is: by its mark, else by how far it is set in, or by whether another stands right below it. */
  private kindOf(row: number, shown: string): string {
    const kind = headingKind(shown);
    if (kind !== "") return kind;
    const inset = insetOf(shown);
    if (inset > 0) return `>${inset}`;
    return this.upper.has(row) ? "上" : "";
  }

  private headingLevel(shown: string, kind: string, row: number): string {
    const word = levelWord.exec(keyOf(shown).slice(0, 8))?.[0];
    if (word !== undefined && keyOf(shown).startsWith(word)) return levelName(word);
    const taken = new Set([
      ...this.headingNames,
      ...this.columns.map(({ role }) => (role.kind === "level" ? role.name : "")),
    ]);
    const proposal = ["分野", "政策", "施策", "取組", "区分"].find((one) => !taken.has(one)) ?? "見出し";
    return nameOf(
      this.table.asking.ask({
        id: `段:見出し${kind}`,
        text: {
          ja: `行の間にある見出し（「${nameOf(shown)}」など）は、計画の何という段ですか。`,
          en: `Headings stand between the rows (such as “${nameOf(shown)}”). Which level of the plan are they?`,
        },
        proposal,
        reason: { ja: "段の名前が書かれていません", en: "the level's name is not written" },
        choices: ["目標", "政策", "施策", "分野"],
        free: true,
        examples: [placeOf(this.table.area.grid, row, 0)],
        cells: this.table.area.headings.size,
      }),
    );
  }
}

/** How far a text is set in by spaces, in half widths. */
function insetOf(text: string): number {
  const [spaces = ""] = /^[ \u3000]*/u.exec(text) ?? [];
  return [...spaces].reduce((sum, space) => sum + (space === " " ? 1 : 2), 0);
}

/**
 * Of headings without marks or insets, those right above another are of the higher level, where the first of all is one
 * and none stands over a third.
 */
function upperIn(headings: readonly (readonly [number, string])[]): ReadonlySet<number> {
  const plain = headings.filter(([, text]) => headingKind(text) === "" && insetOf(text) === 0);
  const rows = new Set(plain.map(([row]) => row));
  const upper = plain.flatMap(([row]) => (rows.has(row + 1) ? [row] : []));
  const isClear = upper[0] === plain[0]?.[0] && upper.every((row) => !upper.includes(row + 1));
  return new Set(isClear ? upper : []);
}

function stepsAbove({ area, asking }: ReadTable, columns: ReadonlySet<string>): readonly PlanStep[] {
  const steps = area.labels.flatMap(({ label, text, row, column }): PlanStep[] => {
    const level = levelName(label);
    if (isTreeLabel(label)) return treeSteps(text, placeOf(area.grid, row, column), asking);
    if (!isLevelWord(label) || columns.has(level) || isDash(text)) return [];
    const { name, label: printed, number } = numberedText(text);
    return [{ level, name, label: printed, ...(number === undefined ? {} : { number }) }];
  });
  // A form names its project first and what it stands under after; the usual words have their order.
  const known = steps.every(({ level }) => usual.some((one) => one.test(level)));
  const place = ({ level }: PlanStep) => usual.findIndex((one) => one.test(level));
  return known ? [...steps].sort((a, b) => place(a) - place(b)) : steps;
}

/** The levels of 「施策体系　安全なまち▶交通環境の整備」; what they are called is asked once. */
function treeSteps(text: string, at: string, asking: ReadTable["asking"]): PlanStep[] {
  const names = stepsOf(text);
  const usualNames = names.length === 2 ? ["政策", "施策"] : ["基本目標", "政策", "施策", "基本事業"];
  const answer = asking.ask({
    id: `段:体系${names.length}`,
    text: {
      ja: `「${nameOf(text).slice(0, 60)}」は、上から計画の何という段ですか（「、」で区切ってください）。`,
      en: `Which levels of the plan are those of “${nameOf(text).slice(0, 60)}”, from the top down (with 「、」 between)?`,
    },
    proposal: usualNames.slice(0, names.length).join("、"),
    reason: { ja: "段の名前が書かれていません", en: "the levels' names are not written" },
    free: true,
    examples: [at],
    cells: 1,
  });
  const levels = answer.split(/[、,，]/u).map((level) => level.trim());
  return names.map((shown, depth) => {
    const { name, label, number } = numberedText(shown);
    const level = levels[depth] || `段${depth + 1}`;
    return { level, name, label, ...(number === undefined ? {} : { number }) };
  });
}

const usual: readonly RegExp[] = [
  /^((基本)?(目標|政策)|分野|大項目|柱)$/u,
  /^(基本施策|施策|中項目|主要施策)$/u,
  /^(基本事業|小項目|(主な|主要)取組)$/u,
  /^(事務事業|事業|細事業|取組)$/u,
];

/** 「施策：商工業の振興」 without the level's own word. */
function withoutLevel(text: string, level: string): string {
  const rest = text.trim();
  const after = rest.startsWith(level) ? rest.slice(level.length) : "";
  return /^(?:[\s　:：]+\S|[0-9０-９Ⅰ-Ⅹ①-⑳]|[(（][0-9０-９]{1,2}[)）])/u.test(after)
    ? after.replace(/^[\s　:：]+/u, "")
    : rest;
}

/** As they stand from left to right; by their usual order only where all of them have one (a project's column first). */
function orderLevels(columns: readonly Column[]): readonly Column[] {
  if (columns.some((column) => rank(column) < 0)) return columns;
  return [...columns].sort((a, b) => rank(a) - rank(b) || a.column - b.column);
}

const ranks: readonly RegExp[] = [
  /^(基本政策|政策)$/u,
  /^(基本施策|施策)$/u,
  /^基本事業$/u,
  /^(事務事業|細事業)$/u,
];

function rank({ role }: Column): number {
  const name = role.kind === "level" ? role.name : "";
  return ranks.findIndex((one) => one.test(name));
}
