// The values that a page of the report prints: the last cells of each row of its table, with the unit before them.

export interface PrintedValue {
  /** As it stands in the text. */
  readonly printed: string;
  /** Its place on the page: the row of the table, and which of the row's values. */
  readonly row: number;
  readonly column: number;
  /** What stands before it in its row: the unit, the name. */
  readonly context: string;
}

/** How many years' values stand in a row, from the header (R5実績値, R6実績値, 令和6年度実績値). */
const valueHeader = /(?:[RＲ][0-9０-９]+|令和[0-9０-９元]+年度?)\s*実績値/gu;

/**
 * The values of the rows, in order. A row of the table ends in as many values as the header names years; a row
 * that ends in fewer cells is text that ran on. Where the page has no columns left, there is none to be had.
 */
export function printedValues(text: string): PrintedValue[] {
  const lines = text.split("\n");
  const head = lines.findIndex((line) => line.includes("\t") && (line.match(valueHeader)?.length ?? 0) > 0);
  if (head < 0) return [];
  const years = lines[head]?.match(valueHeader)?.length ?? 0;
  return lines.slice(head + 1).flatMap((line, row): PrintedValue[] => {
    const cells = withoutEmptyEnd(line.split("\t").map((cell) => cell.trim()));
    if (cells.length < years + 2 || cells.at(-1) === "指標なし" || !line.includes("\t")) return [];
    const values = cells.slice(-years);
    const before = cells.slice(0, -years);
    const context = [before.at(-2), before.at(-1)].filter(Boolean).join(" ");
    return values.flatMap((printed, column) => (printed === "" ? [] : [{ printed, row, column, context }]));
  });
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

/** One spelling for what is the same value: `26, 583, 789` and 26583789, 「実施設計 建設工事」 and 実施設計・建設工事. */
export function plainValue(text: string): string {
  const plain = text.normalize("NFKC").replace(/[\s、，・,]/gu, "");
  return /^[-—–―ー一_‐−]*$/u.test(plain) ? dash : plain;
}

/** What stands for no value. */
export const dash = "—";
