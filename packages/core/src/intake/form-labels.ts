// Labels of a form (「事務事業名」「総合評価」) with what stands beside them, and where a form begins.

import { keyOf } from "./cell-text.ts";
import { isHeaderWord, isLevelWord, isMeasureWord } from "./header-words.ts";
import { filledCells, note, type Sight } from "./sight.ts";

/** 「事務事業名」 and what stands beside it. */
export interface FormLabel {
  readonly label: string;
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

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
      !isHeaderWord(next)
    )
      return [{ label: word, text: `${number}　${next}`, row, column: cells[index + 1]?.column ?? column }];
    const place = { row, column: cells[index + 1]?.column ?? column };
    const isLabel =
      isLevelWord(text) || /^(担当課名?|所管課?|担当部署|担当|主管課|所属|課名|部課名)$/u.test(keyOf(text));
    const isLast = index === cells.length - 2;
    if (
      isLabel &&
      next !== undefined &&
      (isLast ? !isMeasureWord(next) && !isLevelWord(next) : !isHeaderWord(next))
    )
      return [{ label: keyOf(text), text: next, ...place }];
    const together = /^([^:：]{2,8})[:：]\s*(\S.*)$/su.exec(text.trim());
    return together && isLevelWord(together[1] ?? "")
      ? [{ label: keyOf(together[1] ?? ""), text: together[2] ?? "", row, column }]
      : [];
  });
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
  return start;
}

/** Whether labels stand between two headers (「事務事業名」 with a name beside it): then a form begins, and no page goes on. */
export function beginsForm(sight: Sight, after: number, before: number): boolean {
  for (let row = after + 1; row < before; row++) if (labelsIn(sight, row).length > 0) return true;
  return false;
}
