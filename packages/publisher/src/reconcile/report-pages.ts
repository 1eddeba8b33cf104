// A printed report's text as pages of cells, numbered by its table of contents or by form feeds.

import type { Dataset } from "@shihyo/core";
import { Refusal } from "../refusal.ts";

export interface ReportPage {
  readonly page: number;
  /** The lines of its table, cell by cell, headers first; empty where the page has run together. */
  readonly lines: readonly (readonly string[])[];
  readonly text: string;
}

/**
 * The pages that hold a table. Text pulled out of a PDF has a form feed after each page, or, where those
 * were lost, a blank line between pages; they are then numbered by the contents (`施策1 … <tab> 2`), which say on
 * which page each node of the plan's second level begins, under the city's own words for its levels.
 */
export function reportPages(text: string, { levels }: Pick<Dataset, "levels">): ReportPage[] {
  const plain = text.replaceAll("\r\n", "\n").replaceAll(/[０-９]/g, halfWidth);
  const pages = plain.includes("\f")
    ? plain.split("\f").map((block, index) => ({ page: index + 1, block }))
    : numberedByContents(plain.split(/\n[ \t]*\n/), levels);
  const tables = pages.filter(({ block }) => isTable(block));
  if (tables.length === 0) {
    throw new Refusal({
      ja: "報告書の文字に、「取組実績」の表のある頁が見つかりません。表から取り出した文字（UTF-8）のファイルを指定してください。",
      en: "The report's text holds no page with a table of 取組実績. Name the text pulled out of it (UTF-8).",
    });
  }
  return tables.map(({ page, block }) => ({ page, lines: tableLines(block), text: block }));
}

/** The cells of the column 取組実績, where the page still has columns; `units` are the names of the city's units. */
export function achievementCells({ lines }: ReportPage, units: ReadonlySet<string>): string[] {
  const [header = [], ...rows] = lines;
  const column = header.findIndex((cell) => isAchievementsHeader(cell));
  if (column < 0) return [];
  return rows.flatMap((cells) => {
    const cell = cells[isShifted(cells, column, units) ? column - 1 : column] ?? "";
    return cell === "" ? [] : [cell];
  });
}

/** Whether a row lost a cell on its left: what was done (…た。) or a unit stands one column too early. */
function isShifted(cells: readonly string[], column: number, units: ReadonlySet<string>): boolean {
  const [before = ""] = cells.slice(column - 1);
  const [next = ""] = cells.slice(column + 1);
  return before.includes("た。") || units.has(next);
}

function isAchievementsHeader(cell: string): boolean {
  return /^(R[0-9]+|令和[0-9元]+年度)?取組実績$/.test(cell);
}

function isTable(block: string): boolean {
  return /取組実績/.test(block) && /取組指標/.test(block);
}

function tableLines(block: string): string[][] {
  const lines = block.split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));
  const header = lines.findIndex((cells) => cells.some(isAchievementsHeader));
  return header < 0 ? [] : lines.slice(header);
}

interface Block {
  readonly page: number;
  readonly block: string;
}

/** The nodes of the first two levels by their printed numbers, and the page on which each of the second begins. */
function numberedByContents(blocks: readonly string[], levels: Dataset["levels"]): Block[] {
  const [first = "", second = ""] = levels.map(({ name }) =>
    name.ja.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
  );
  const goalLine = new RegExp(`^${first}\\s*([0-9]+)`);
  const policyLine = new RegExp(`^${second}\\s*([0-9]+).*\\t\\s*([0-9]+)\\s*$`);
  const goalHead = new RegExp(`【${first}\\s*([0-9]+)】`);
  const policyHead = new RegExp(`${second}\\s*([0-9]+)`);
  const starts = new Map<string, number>();
  let goal = "";
  for (const line of blocks.filter((block) => !isTable(block)).flatMap((block) => block.split("\n"))) {
    goal = goalLine.exec(line)?.[1] ?? goal;
    const [, policy, page] = policyLine.exec(line) ?? [];
    if (policy !== undefined && page !== undefined) starts.set(`${goal} ${policy}`, Number(page));
  }
  let current = "";
  let key = "";
  let next = 0;
  const numbered: Block[] = [];
  for (const block of blocks) {
    current = goalHead.exec(block)?.[1] ?? current;
    if (!isTable(block)) continue;
    const policy = policyHead.exec(block)?.[1];
    const found = policy === undefined ? key : `${current} ${policy}`;
    const start = starts.get(found);
    if (found !== key && start !== undefined) next = start;
    if (next === 0) {
      throw new Refusal({
        ja: "報告書の文字に改頁も目次もなく、頁の番号が分かりません。改頁（フォームフィード）のある文字で取り出してください。",
        en: "The report's text has neither form feeds nor contents, so its pages cannot be numbered. Pull the text out with form feeds.",
      });
    }
    key = found;
    numbered.push({ page: next, block });
    next += 1;
  }
  return numbered;
}

function halfWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
}
