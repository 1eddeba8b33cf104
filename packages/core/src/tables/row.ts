// One row of a city's table: typed cells, with an issue for each that does not hold what its column asks.

import { createIssue, type Issue, type IssueDetails } from "../check/issue.ts";
import type { IssueCode } from "../check/issue-codes.ts";
import { type Decimal, parseDecimal } from "../model/decimal.ts";
import { type FiscalYear, firstYear, lastYear } from "../model/fiscal-year.ts";
import { type Interval, isDate, parseInterval } from "../model/interval.ts";
import type { Text } from "../model/text.ts";
import type { CellFault } from "./cell-faults.ts";

/** The words that a column accepts, and what each means in the model. */
export type Choices<T extends string> = Readonly<Record<string, T>>;

/** ID of letters and digits: `K0001`. */
const idForm = /^[A-Za-z]+[0-9]+$/;
/** Names of devices, of which Windows makes no folder. */
const deviceName = /^(?:com|lpt)[0-9]$/i;
/** It becomes the name of a folder. */
const longestId = 40;
/** What a spreadsheet runs as a formula, in half and full width (OWASP, CSV Injection). */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;
export const maximumDigits = 15;

/** What a spreadsheet turns into a date, a time or a power of ten: `1-1`, `1/2`, `R6.4.1`, `4月1日`, `Mar-24`, `1E5`. */
const dateLike = new RegExp(
  `^(?:${[
    "[0-9]{1,2}[-/](?:[0-9]{1,2}|[0-9]{4})",
    "[0-9]{4}[-/][0-9]{1,2}",
    "(?:[MTSHR]?[0-9]{1,2}|[0-9]{4})([-/.])[0-9]{1,2}\\1[0-9]{1,4}",
    "(?:(?:明治|大正|昭和|平成|令和)?(?:[0-9]{1,4}|元)年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?",
    "(?:[0-9]{1,4}[-/ ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]?[0-9]{1,4}",
    "[0-9]{1,4}[-/ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*",
    "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?",
    "[0-9]+(?:[.][0-9]+)?e[+-]?[0-9]+",
  ].join("|")})$`,
  "i",
);

/**
 * Characters that not every machine shows alike: enclosed letters and digits, Roman numerals, squared
 * words, half-width katakana, compatibility ideographs, private use (総務省 統一ルール 1-10, e-Stat 4-8).
 */
const platformCharacter =
  /[\u2116\u2121\u2150-\u218F\u2460-\u24FF\u2776-\u2793\u3200-\u33FF\uE000-\uF8FF\uF900-\uFAFF\uFF61-\uFF9F\uFFFD]/u;
const controlCharacter =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Cs}]/u;

export class Row {
  /** True once an issue was found; such a row is told about, and kept out of the dataset. */
  failed = false;
  readonly file: string;
  /** As Excel counts: the header is row 1. */
  readonly number: number;
  private readonly cells: ReadonlyMap<string, string>;
  private readonly report: (issue: Issue) => void;
  private readonly told = new Set<string>();
  /** Columns whose cell was refused as a whole: nothing else is told of them. */
  private readonly refused = new Set<string>();

  constructor(
    file: string,
    number: number,
    cells: ReadonlyMap<string, string>,
    report: (issue: Issue) => void,
  ) {
    this.file = file;
    this.number = number;
    this.cells = cells;
    this.report = report;
  }

  /** Tells that a cell holds what no cell may hold; what else could be said of it would follow from that. */
  refuse(column: string, fault: CellFault | undefined): void {
    if (!fault) return;
    this.issue(fault.code, column, fault.details);
    this.refused.add(column);
  }

  issue(code: IssueCode, column: string, details: IssueDetails = {}): void {
    if (this.refused.has(column)) return;
    const issue = createIssue(code, { file: this.file, row: this.number, column }, details);
    this.failed ||= issue.level === "error";
    // A column that two readings share (英語_根拠) is told once.
    const told = `${code} ${column}`;
    if (this.told.has(told)) return;
    this.told.add(told);
    this.report(issue);
  }

  /** The cell as it stands; empty for a missing column, which is told elsewhere. */
  raw(column: string): string {
    return this.cells.get(column) ?? "";
  }

  /** Free text, checked for what would be unreadable or dangerous in a spreadsheet. */
  text(column: string): string | undefined {
    const found = this.raw(column);
    if (found === "") return undefined;
    const fault = textFault(found);
    if (fault) this.issue(fault.code, column, fault.details);
    return found;
  }

  requiredText(column: string): string {
    return this.required(column, this.text(column)) ?? "";
  }

  /** The name of a version, which most cities make of its day: as Excel rewrites it, 2026/11/22, it is 2026-11-22. */
  requiredVersion(column: string): string {
    const found = this.raw(column);
    const day = isoDate(found);
    return day !== found && isDate(day) ? day : this.requiredText(column);
  }

  /** What is printed elsewhere, kept in 「」 so that no spreadsheet makes a date of it; without them. */
  quotation(column: string): string {
    return this.requiredText(column).replace(/^「(.*)」$/u, "$1");
  }

  /** A name in Japanese, with English in `column_英語` and whose English it is in 英語_根拠. */
  name(column: string): Text {
    return this.translated(column, this.requiredText(column));
  }

  /** A name whose English stands in a column of another name. */
  nameWith(column: string, english: string): Text {
    return this.translated(column, this.requiredText(column), english);
  }

  /** The same where the Japanese may be empty. */
  optionalName(column: string): Text | undefined {
    const ja = this.text(column);
    if (ja !== undefined) return this.translated(column, ja);
    // English alone would be lost.
    if (this.raw(`${column}_英語`) !== "") this.required(column, undefined);
    return undefined;
  }

  private translated(column: string, ja: string, english = `${column}_英語`): Text {
    const en = this.text(english);
    if (en === undefined) return { ja };
    const by = this.cells.has("英語_根拠")
      ? this.choice("英語_根拠", { 市: "city", 仮訳: "ours" })
      : undefined;
    return by === undefined ? { ja, en } : { ja, en, translation: by };
  }

  id(column: string, example: string): string {
    const found = this.required(column, this.raw(column) || undefined) ?? "";
    if (found !== "" && (!idForm.test(found) || found.length > longestId))
      this.issue("not-an-id", column, { found: shown(found), expected: example });
    else if (deviceName.test(found)) this.issue("reserved-id", column, { found, expected: example });
    return found;
  }

  /** The ID of a row in another table; whether that row is there is checked over the whole dataset. */
  reference(column: string): string | undefined {
    const found = this.raw(column);
    if (formulaStart.test(found)) this.issue("formula-text", column, { found: shown(found) });
    return found || undefined;
  }

  requiredReference(column: string): string {
    return this.required(column, this.reference(column)) ?? "";
  }

  choice<T extends string>(column: string, choices: Choices<T>): T | undefined {
    const found = this.raw(column);
    if (found === "") return undefined;
    const meaning = Object.hasOwn(choices, found) ? choices[found] : undefined;
    if (meaning === undefined) {
      this.issue("not-a-choice", column, { found: shown(found), expected: Object.keys(choices).join("、") });
    }
    return meaning;
  }

  requiredChoice<T extends string>(column: string, choices: Choices<T>, fallback: T): T {
    if (this.raw(column) === "") {
      this.required(column, undefined, "choice-required", { expected: Object.keys(choices).join("、") });
    }
    return this.choice(column, choices) ?? fallback;
  }

  decimal(column: string): Decimal | undefined {
    const found = this.raw(column);
    if (found === "") return undefined;
    const decimal = parseDecimal(found);
    if (!decimal) this.issue("not-a-number", column, { found: shown(found) });
    else if (found.replace(/[^0-9]/g, "").replace(/^0+/, "").length > maximumDigits) {
      this.issue("number-too-long", column, { found });
    }
    return decimal;
  }

  integer(column: string): number | undefined {
    const found = this.raw(column);
    if (found === "") return undefined;
    if (!/^[0-9]{1,9}$/.test(found)) {
      this.issue("not-an-integer", column, { found: shown(found) });
      return undefined;
    }
    return Number.parseInt(found, 10);
  }

  requiredInteger(column: string): number {
    return this.required(column, this.raw(column) === "" ? undefined : (this.integer(column) ?? 0)) ?? 0;
  }

  year(column: string): FiscalYear | undefined {
    const found = this.raw(column);
    if (found === "") return undefined;
    if (!/^[0-9]{4}$/.test(found)) {
      this.issue("not-a-year", column, { found: shown(found) });
      return undefined;
    }
    const year = Number.parseInt(found, 10);
    if (year < firstYear || year > lastYear) {
      this.issue("year-out-of-range", column, { found, expected: `${firstYear}〜${lastYear}` });
    }
    return year;
  }

  requiredYear(column: string): FiscalYear {
    return this.required(column, this.raw(column) === "" ? undefined : (this.year(column) ?? 0)) ?? 0;
  }

  date(column: string): string | undefined {
    const found = this.raw(column);
    if (found === "") return undefined;
    const date = isoDate(found);
    if (!isDate(date)) this.issue("not-a-date", column, { found: shown(found) });
    return date;
  }

  requiredDate(column: string): string {
    return this.required(column, this.date(column)) ?? "";
  }

  interval(column: string): Interval | undefined {
    const found = this.raw(column);
    if (found === "") return undefined;
    const interval = parseInterval(isoDate(found));
    if (!interval) this.issue("not-an-interval", column, { found: shown(found) });
    return interval;
  }

  private required<T>(
    column: string,
    value: T | undefined,
    code: IssueCode = "value-required",
    details: IssueDetails = {},
  ): T | undefined {
    if (value !== undefined) return value;
    // A missing column is told once, in the header, and not again for every row.
    if (this.cells.has(column)) this.issue(code, column, details);
    this.failed = true;
    return undefined;
  }
}

/** What an older Shift_JIS makes of a letter that it does not know: 𠮷田 is ??田. */
const lostLetter = /\?\?|(?<=[\p{Script=Han}々ぁ-んァ-ヶー])\?(?=[\p{Script=Han}々ぁ-んァ-ヶー])/u;

/** `2026/11/22` and `2026/4/1`, as Excel rewrites a date when it saves; anything else as it stands. */
function isoDate(text: string): string {
  const [, year, month = "", day = ""] = /^([0-9]{4})\/([0-9]{1,2})\/([0-9]{1,2})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The letters to write in place of one that not every machine shows alike. */
function plainLetter(letter: string): { readonly instead: string; readonly insteadEn: string } {
  const units: Readonly<Record<string, string>> = { "㎡": "m²", "㎥": "m³", "㎢": "km²", "㏊": "ha" };
  const plain = units[letter] ?? letter.normalize("NFKC");
  return plain === letter
    ? { instead: "どの機種でも読める文字", insteadEn: "characters that every machine shows" }
    : { instead: `「${plain}」`, insteadEn: `“${plain}”` };
}

/** What would be unreadable, or dangerous in a spreadsheet, in a text of a table or of a document. */
export function textFault(
  found: string,
): { readonly code: IssueCode; readonly details: IssueDetails } | undefined {
  const control = controlCharacter.exec(found);
  const platform = platformCharacter.exec(found);
  if (formulaStart.test(found)) return { code: "formula-text", details: { found: shown(found.trim()) } };
  if (dateLike.test(found.normalize("NFKC").trim()) && !isDate(found)) {
    return { code: "date-like-text", details: { found } };
  }
  if (control) return { code: "control-character", details: { found: shown(found) } };
  if (platform)
    return {
      code: "platform-character",
      details: { found, character: platform[0], ...plainLetter(platform[0]) },
    };
  if (lostLetter.test(found)) return { code: "letter-lost", details: { found } };
  if (found !== found.trim()) return { code: "stray-space", details: { found } };
  return undefined;
}

/** The text with control characters made visible, and not too long for a sentence. */
export function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is made visible
  const visible = text.replace(/[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\p{Cs}]/gu, "␣");
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible;
}
