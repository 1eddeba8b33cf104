// Labels of a form (「事務事業名」「総合評価」) with what stands beside them, and where a form begins.

import { isNumberOnly, keyOf } from "./cell-text.ts";
import { isDash } from "./cell-value.ts";
import { isHeaderWord, isLevelWord, isMeasureWord } from "./header-words.ts";
import { filledCells, note, type Sight } from "./sight.ts";
import { withoutYears } from "./years.ts";

/** 「事務事業名」 and what stands beside it. */
export interface FormLabel {
  readonly label: string;
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const amount = /^[△▲+-]?[0-9０-９][0-9０-９,，.．]*[%％]?$/u;

/** A label with a text beside it, or after a colon. */
export function labelsIn(sight: Sight, row: number): FormLabel[] {
  const cells = filledCells(sight, row);
  return cells.flatMap(({ text, column }, index): FormLabel[] => {
    const next = cells[index + 1]?.text;
    // 「施策 1-1」 with the name beside it: the label has the number.
    const [, word = "", number = ""] =
      /^(\D{2,8}?)([0-9]{1,2}(?:[-.][0-9]{1,2}){0,3})$/u.exec(keyOf(text)) ?? [];
    if (
      isLevelWord(word) &&
      next !== undefined &&
      cells[index + 1]?.cell.kind === "text" &&
      !isHeaderWord(next) &&
      cells.slice(index + 2).filter((one) => amount.test(one.text.trim())).length < 2
    )
      return [{ label: word, text: `${number}　${next}`, row, column: cells[index + 1]?.column ?? column }];
    const place = { row, column: cells[index + 1]?.column ?? column };
    const own = levelOf(text);
    const isLabel = own !== undefined || isSectionLabel(text);
    if (isTreeLabel(text) && next !== undefined && stepsOf(next).length > 1)
      return [{ label: keyOf(text), text: next, ...place }];
    const isLast = index === cells.length - 2;
    // 「政策」「1」「安全なまち」: a number beside the label, and the name beside that. A number alone names nothing.
    if (own !== undefined && next !== undefined && isNumberOnly(next)) {
      const name = cells[index + 2];
      const isNamed =
        name?.cell.kind === "text" &&
        /\p{L}{2}/u.test(name.text) &&
        !isHeaderWord(name.text) &&
        own.length > 1;
      return isNamed ? [{ label: own, text: `${next.trim()}　${name.text}`, row, column: name.column }] : [];
    }
    if (own !== undefined && (cells[index + 1]?.cell.kind === "number" || amount.test(next?.trim() ?? "")))
      return [];
    if (
      isLabel &&
      next !== undefined &&
      (isLast ? !isMeasureWord(next) && !isLevelWord(next) : !isHeaderWord(next))
    )
      return [{ label: own ?? keyOf(text), text: next, ...place }];
    const together = /^([^:：]{2,8})[:：]\s*(\S.*)$/su.exec(text.trim());
    return together && isLevelWord(together[1] ?? "")
      ? [{ label: keyOf(together[1] ?? ""), text: together[2] ?? "", row, column }]
      : [];
  });
}

/** The level that a label names: 「施策」, and so 「令和6年度事業名」, 「上位施策」, 「上位施策No・施策名」. */
function levelOf(text: string): string | undefined {
  if (isLevelWord(text)) return keyOf(text);
  const bare = keyOf(withoutYears(text)).replace(/^(?:上位|関連)(?:の|する)?(?=.)/u, "");
  const [, numbered = "", named = ""] = /^(.+?)(?:番号|コード|No\.?)[・／/](.+)$/iu.exec(bare) ?? [];
  if (numbered !== "" && named.startsWith(numbered) && isLevelWord(named)) return named;
  return bare !== keyOf(text) && isLevelWord(bare) && bare.length > 1 ? bare : undefined;
}

/** Whether a label says that the section in charge stands beside it: 「担当課」「所属名」「評価担当課」「所管区局・課」. */
export function isSectionLabel(text: string): boolean {
  const key = keyOf(text);
  return (
    /^(?:担当|所管)$/u.test(key) ||
    (key.length > 1 &&
      /^(?:現|評価|事業)?(?:担当|所管|主管|実施)?(?:部署|所属|組織|[部局区室]*・?課)名?$/u.test(key))
  );
}

/** 「施策体系」 with several levels beside it. */
export function isTreeLabel(text: string): boolean {
  return /^(?:政策|施策)?体系$/u.test(keyOf(text));
}

/** 「安全なまち ▶ 交通環境の整備」: the names of a place in the plan, the highest first. */
export function stepsOf(text: string): string[] {
  return text
    .split(/[▶▷►→⇒＞>≫]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !isDash(name));
}

const verdictLabel =
  /^(総合評価|一次評価|二次評価|最終評価|評価結果|評価区分|評価|今後の方向性|事業の方向性|方向性|総合判定|判定)$/u;

const remarkLabel =
  /^(課題|分析|成果と課題|要因分析|要因|改善内容|改善点|今後の取組|今後の課題|評価の理由|評価理由|所見)$/u;

/** Below the table of a form: 「総合評価」 with a grade beside it. No numbers stand in such a row. */
export function verdictsIn(sight: Sight, row: number): FormLabel[] {
  const cells = filledCells(sight, row);
  const [first] = cells;
  const isLabel = first && (verdictLabel.test(keyOf(first.text)) || remarkLabel.test(keyOf(first.text)));
  if (!isLabel || cells.length < 2 || cells.some(({ cell }) => cell.kind === "number")) return [];
  return cells.flatMap(({ text }, index): FormLabel[] => {
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
export function formStart(sight: Sight, from: number, top: number): number | undefined {
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
export function formTop(sight: Sight, from: number, top: number): number {
  let start = formStart(sight, from, top);
  if (start === undefined) return top;
  for (let row = start - 1; row >= from; row--) {
    const cells = filledCells(sight, row);
    if (cells.length > 1 || cells.some(({ text }) => note.test(text.trim()))) break;
    if (cells.length === 1) start = row;
  }
  // Lines of a form that say nothing of its place stand between its title, which comes again with each, and its labels.
  const title = sight.grid.rows.findIndex((row) => row.some((cell) => cell !== undefined));
  const [first, ...others] = filledCells(sight, title);
  for (let row = start - 1; first && others.length === 0 && row >= Math.max(from, start - 6); row--) {
    const [only, ...more] = filledCells(sight, row);
    if (only && more.length === 0 && keyOf(only.text) === keyOf(first.text)) return row;
  }
  return start;
}

/** Whether labels stand between two headers (「事務事業名」 with a name beside it): then a form begins, and no page goes on. */
export function beginsForm(sight: Sight, after: number, before: number): boolean {
  for (let row = after + 1; row < before; row++) if (labelsIn(sight, row).length > 0) return true;
  return false;
}
