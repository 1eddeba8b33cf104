// What one cell of results or targets says: a number exactly as shown, words, a dash, or a number with a condition.

import { halfWidth, keyOf } from "./cell-text.ts";
import { isUnitWord } from "./units.ts";
import { yearsIn } from "./years.ts";

type Bound = "以上" | "以下" | "超" | "未満" | "維持" | "増加" | "減少";

export interface CellValue {
  /** As the tables write it: half-width, no commas, decimals as shown. */
  readonly number?: string;
  /** The end of a range. */
  readonly upper?: string;
  /** What follows the number, as printed. */
  readonly unit?: string;
  /** The whole text, where it is no number. */
  readonly words?: string;
  /** The dash, where it is one. */
  readonly dash?: string;
  readonly isEmpty?: true;
  readonly isError?: true;
  /** Set where the cell is a day by its format, and not words that somebody typed. */
  readonly isDate?: true;
  /** 29（4）: the number in brackets, counted within the first. */
  readonly within?: string;
  /** (H25): the year in brackets. */
  readonly year?: number;
  /** (27年度): the year in brackets without its era. */
  readonly bareYear?: number;
  /** The text in brackets, where it is more than a year. */
  readonly remark?: string;
  /** 前年18,225人 in brackets. */
  readonly before?: string;
  readonly bound?: Bound;
  /** 4.0/5点 */
  readonly outOf?: string;
  /** Several at once: 36.3(中間H27)/38.0(最終H31). */
  readonly several?: readonly CellValue[];
}

const dashes = /^[-－―—–‐‑−ー─~〜～…_＿]+$/u;
/** An arrow behind a number says how it moved. */
const movement = /(?<=[0-9%％)）\p{L}])\s*[↑↓→↗↘⇧⇩⇗⇘⬆⬇➚➘]+$/u;
/** A mark of a note before a number that cannot be part of the mark: ※8,310 and not ※12. */
const markBefore =
  /^([※*＊])\s*(?=[△▲-]?[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]))|^([※*＊]\s?[0-9]{1,2})\s+(?=[△▲-]?[0-9])/u;
/** 「R5：1,234」「令和5年度 1,234人」: the year stands before its value. */
const yearBefore =
  /^((?:(?:令和|平成|昭和|[RHS])\s?(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})(?:年度?末?)?)(?:\s*:\s*|(?<=年度?末?)\s+)(?=[第延△▲-]?\s?べ?[0-9])(.+)$/su;
/** What says of a number how sure it is, before it or behind it. */
const stateWord = "(?:見込み?|速報|推計|暫定|概算|概数)値?";
const stateBefore = new RegExp(`^[(（]?\\s*(${stateWord})\\s*[)）:：]?\\s*(?=[△▲-]?[0-9])`, "u");
const stateBehind = new RegExp(`^(.*[0-9].*?)\\s*[※＊*]?\\s*(${stateWord})$`, "su");
const rankBefore = /^第\s*(?=[0-9]+\s*位)/u;
/** A verdict before its number: ○12, ◎ 20, × 8. */
const markedBefore = /^([○◯◎●×✕☆★])\s*(?=[0-9])/u;
/** What says how was counted, before the number. */
/** 「①100」: the number of what it is of, where the name has one as well. */
const circledBefore = /^[①-⑳]\s*(?=[△▲-]?[0-9])/u;
const countedOften = /^(?:延べ|のべ|年間|合?計|総計)\s*(?=[0-9])/u;
/** ¥1,200,000, and the same from a code page in which ¥ is a backslash. */
const yenBefore = /^[¥￥\\]\s?(?=[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?円?$)/u;
const errors = /^#(REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|計算|#+)|^=.+/u;

export function isDash(text: string): boolean {
  return dashes.test(text.trim());
}

export function readCellValue(text: string): CellValue {
  const half = halfWidth(text)
    .replace(movement, "")
    // What makes a text of a number in a spreadsheet, and was typed into a cell that was one already.
    .replace(/^'(?=[△▲-]?[0-9])/u, "")
    .replace(/^±\s*(?=0(?![0-9.]*[1-9]))/u, "");
  if (half === "") return { isEmpty: true };
  if (errors.test(half)) return { isError: true };
  if (dashes.test(half)) return { dash: half };
  const several = readSeveral(half);
  if (several) return { several };
  const framed = /^[(（[［]([^()（）[\]［］]+)[)）\]］]$/u.exec(half)?.[1]?.trim();
  // A word in brackets is the word; a number in brackets may be another thing than the number.
  if (framed !== undefined && !/[0-9]/u.test(framed)) return readCellValue(framed);
  const marked = /^(.*[0-9%][^※*＊注]{0,6}?)\s*((?:[※*＊]\s*[0-9]{0,2}|\(?注\)?\s*[0-9]{0,2}\)?)\s*)$/su.exec(
    half,
  );
  if (marked) {
    const read = readCellValue(marked[1] ?? "");
    const mark = (marked[2] ?? "").trim();
    if (read.number !== undefined && read.remark === undefined) return { ...read, remark: mark };
  }
  const [, stated] = stateBefore.exec(half) ?? [];
  const [, counted, state = stated] = stateBehind.exec(half) ?? [];
  if (state !== undefined) {
    const read = readCellValue(counted ?? half.replace(stateBefore, ""));
    if (read.number !== undefined && read.remark === undefined) return { ...read, remark: state };
  }
  if (yenBefore.test(half)) {
    const read = readCellValue(half.replace(yenBefore, ""));
    if (read.number !== undefined) return { ...read, unit: read.unit ?? "円" };
  }
  if (circledBefore.test(half)) {
    const read = readCellValue(half.replace(circledBefore, ""));
    if (read.number !== undefined) return read;
  }
  if (rankBefore.test(half)) return readCellValue(half.replace(rankBefore, ""));
  const before = markBefore.exec(half) ?? countedOften.exec(half) ?? markedBefore.exec(half);
  if (before) {
    const read = readCellValue(half.slice(before[0].length));
    const isPlain = read.number !== undefined && read.remark === undefined && read.upper === undefined;
    return isPlain ? { ...read, remark: (before[1] ?? before[2] ?? before[0]).trim() } : { words: half };
  }
  const [, said, rest = ""] = yearBefore.exec(half) ?? [];
  if (said !== undefined) {
    const read = readCellValue(rest);
    const of = yearsIn(said)[0]?.year;
    if (read.number !== undefined && of !== undefined && read.year === undefined)
      return { ...read, year: of };
  }
  const { body, brackets } = withoutBrackets(half);
  if (body !== "" && dashes.test(body)) return { dash: body, ...bracketFacts(brackets) };
  const read = withBound(body, brackets, half) ?? { words: half };
  if (read.number !== undefined || brackets.length !== 1) return read;
  // Words with nothing but a year in brackets behind them: 「減少（R6年度）」.
  const { year, bareYear, ...more } = bracketFacts(brackets);
  if ((year ?? bareYear) === undefined || Object.keys(more).length > 0) return read;
  return {
    ...read,
    words: body,
    ...(year === undefined ? {} : { year }),
    ...(bareYear === undefined ? {} : { bareYear }),
  };
}

function withBound(body: string, brackets: readonly string[], whole: string): CellValue | undefined {
  if (/^(約|およそ|概ね|おおむね|ほぼ)|(程度|くらい|前後|余り|弱|強)$/u.test(body)) return { words: whole };
  const range =
    /^([△▲-]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9~〜～]*)[~〜～]\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9]*)$/u.exec(
      body,
    );
  if (range) {
    const [number, upper] = [plainNumber(range[1] ?? ""), plainNumber(range[3] ?? "")];
    if (number === undefined || upper === undefined) return undefined;
    return { number, upper, ...unitOf(range[4] ?? ""), words: whole };
  }
  const match =
    /^([△▲\-−‐–+]?\s?[0-9][0-9, ]*(?:\s?\.\s?[0-9]+)?)\s*(.*?)(以上|以下|以内|未満|を?超(?:える|え|過)?|[をの]?維持(?:する)?)?$/su.exec(
      // 「5人以上/年」 says of 5人/年 that it is the least, 「80%以上を維持」 no more than 80%以上.
      body
        .replace(/(以上|以下|以内)(\/年度?)$/u, "$2$1")
        .replace(/(?<=以上|以下|以内)[をの]?(?:維持|確保|キープ)(?:する)?$/u, ""),
    );
  if (!match) return wordsWithBound(body, whole);
  const [, amount = "", rest = "", condition] = match;
  const bound = condition === undefined ? {} : { bound: boundOf(condition) };
  const facts = bracketFacts(brackets);
  const large = largeNumber(amount.trim(), rest);
  if (large) return { ...large, ...bound, ...facts };
  const number = plainNumber(amount);
  if (number === undefined) return undefined;
  const points = /^\/\s*([0-9]+(?:\.[0-9]+)?)\s*(点)?(?:満点)?$/u.exec(rest);
  // 4.0/5 is a mark of five; 3/5 without a word may be three of five schools.
  const isMean = number.includes(".") && ["3", "4", "5", "7", "10", "100"].includes(points?.[1] ?? "");
  const isScale = points?.[2] !== undefined || isMean;
  if (points && isScale && Number(number) <= Number(points[1]))
    return { number, outOf: points[1] ?? "", ...(points[2] ? { unit: "点" } : {}), ...bound, ...facts };
  // What has another number, a sign or a sentence behind it is not one number.
  if (
    /[0-9~〜～:;=<>→⇒]/u.test(rest.replace(/(?:[mkc][23]|CO2e?q?)$/u, "")) ||
    rest.length > 12 ||
    /。/u.test(rest)
  )
    return undefined;
  if (/^[A-Za-z]?[/-]/u.test(rest) && !/^\/\s*[^0-9\s]/u.test(rest) && !isUnitWord(rest)) return undefined;
  // 「1 現状維持」 is a choice with its number, no amount.
  if (/^[0-9] $/u.test(amount) && /^[^A-Za-z0-9%]{2,}/u.test(rest) && !isUnitWord(rest)) return undefined;
  return { number, ...unitOf(rest), ...bound, ...facts };
}

function boundOf(condition: string): Bound {
  if (condition.includes("維持")) return "維持";
  return condition.includes("超") ? "超" : condition === "以内" ? "以下" : (condition as Bound);
}

function unitOf(rest: string): { readonly unit?: string } {
  const unit = rest.trim();
  return unit === "" ? {} : { unit };
}

/** 「増加させない」「減少に歯止め」: against what the word before says. */
const against = /(増|減|低下|悪化).*(ない|ず|抑制|抑え|防止|防ぐ|食い止め|歯止め|鈍化|緩和)/u;

function wordsWithBound(body: string, whole: string): CellValue {
  if (against.test(body)) return { words: whole };
  const bound =
    /増加|増やす|向上|上昇|拡大/u.test(body) && body.length < 16
      ? "増加"
      : /減少|減らす|低下|縮減|抑制/u.test(body) && body.length < 16
        ? "減少"
        : /維持|現状並|同水準/u.test(body) && body.length < 16
          ? "維持"
          : undefined;
  return bound ? { words: whole, bound } : { words: whole };
}

/** 36.3(中間H27)/38.0(最終H31): numbers that each have their year. */
function readSeveral(text: string): readonly CellValue[] | undefined {
  const parts = text.split(/(?<=[)）])\s*[/／、,]\s*/u);
  if (parts.length < 2) return undefined;
  const read = parts.map((part) => readCellValue(part));
  return read.every(({ number, year }) => number !== undefined && year !== undefined) ? read : undefined;
}

function withoutBrackets(text: string): { readonly body: string; readonly brackets: readonly string[] } {
  const brackets: string[] = [];
  let body = text;
  for (;;) {
    const match = /^(.*\S)\s*[(（[［【]([^()（）[\]［］【】]*)[)）\]］】]$/su.exec(body);
    if (!match) return { body, brackets };
    brackets.unshift(match[2] ?? "");
    body = (match[1] ?? "").trim();
  }
}

type BracketFacts = Pick<CellValue, "within" | "year" | "bareYear" | "remark" | "before">;

function bracketFacts(brackets: readonly string[]): BracketFacts {
  const facts: { -readonly [Key in keyof BracketFacts]: BracketFacts[Key] } = {};
  for (const text of brackets) {
    const inside = /^(?:うち|内)?\s*([0-9][0-9,]*(?:\.[0-9]+)?)$/u.exec(text);
    const before = /^前年度?(?:は|の値)?[:：]?\s*([△▲-]?[0-9][0-9,]*(?:\.[0-9]+)?)[^0-9]*$/u.exec(text);
    const [year, ...more] = yearsIn(text);
    if (inside) facts.within = plainNumber(inside[1] ?? "") ?? "";
    else if (before) facts.before = plainNumber(before[1] ?? "") ?? "";
    else if (year?.year !== undefined && more.length === 0) {
      facts.year = year.year;
      const rest = text.length > year.length;
      if (rest) facts.remark = text;
    } else if (year?.bare !== undefined && text.length === year.length) facts.bareYear = year.bare;
    else if (keyOf(text) !== "") facts.remark = text;
  }
  return facts;
}

/** 2億396万円, 1兆2,000億円: one number, where each part is written as a part can be. */
function largeNumber(amount: string, rest: string): CellValue | undefined {
  const match =
    /^(兆|億|万)\s*([0-9][0-9,]*)\s*(億|[十百千]?万|千)?\s*(?:([0-9][0-9,]*)\s*([十百千]?万|千)?\s*)?([^0-9]*)$/u.exec(
      rest,
    );
  if (!match) return undefined;
  const sizes: Readonly<Record<string, bigint>> = {
    兆: 10n ** 12n,
    億: 10n ** 8n,
    千万: 10n ** 7n,
    百万: 10n ** 6n,
    十万: 10n ** 5n,
    万: 10n ** 4n,
    千: 10n ** 3n,
  };
  const parts = [
    [amount, match[1]],
    [match[2], match[3]],
    [match[4], match[5]],
  ] as const;
  let sum = 0n;
  let last = 10n ** 16n;
  for (const [digits, mark] of parts) {
    if (digits === undefined) continue;
    const number = plainNumber(digits);
    const size = mark === undefined ? 1n : (sizes[mark] ?? 1n);
    if (number === undefined || !/^[0-9]+$/.test(number) || size >= last)
      return { words: `${amount}${rest}` };
    if (last < 10n ** 16n && BigInt(number) * size >= last) return { words: `${amount}${rest}` };
    sum += BigInt(number) * size;
    last = size;
  }
  return { number: String(sum), ...unitOf(match[6] ?? "") };
}

/** Half-width digits without separators; `undefined` where the separators do not stand as in a number. */
function plainNumber(amount: string): string | undefined {
  const bare = amount.trim();
  const sign = /^[-▲△−‐–]/u.test(bare) ? "-" : "";
  const digits = bare
    .replace(/^[-+▲△−‐–]\s?/u, "")
    .replace(/, /g, ",")
    .replace(/ ?\. ?/g, ".");
  const grouped = /^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(digits);
  if (!grouped && !/^[0-9]+(\.[0-9]+)?$/.test(digits)) return undefined;
  const plain = digits.replaceAll(",", "").replace(/^0+(?=[0-9])/, "");
  return /^[0.]+$/.test(plain) ? plain : sign + plain;
}
