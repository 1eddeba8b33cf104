// The report's text as pages of rows: what the extraction left of each printed table, cell by cell.

/** One printed row: what stands in its last four columns (取組指標, 単位, R5実績値, R6実績値), as extracted. */
interface ReportRow {
  readonly indicator: string;
  readonly unit: string;
  /** The values of the two years, in the columns that the page's header gives them. */
  readonly values: readonly [string, string];
}

export interface ReportPage {
  readonly page: number;
  /** In printed order; empty where the page has run together. */
  readonly rows: readonly ReportRow[];
  readonly text: string;
}

/** The pages that hold tables; covers and contents come between. */
const printedPages = [range(2, 11), range(14, 19), range(22, 34), range(36, 57)].flat();

/** The text has no form feeds: pages are what stands between blank lines, in order. */
export function readReport(text: string): ReadonlyMap<number, ReportPage> {
  const tables = text.split(/\n{2,}/).filter((block) => block.includes("R5実績値"));
  if (tables.length !== printedPages.length) {
    throw new Error(`${tables.length} tables for ${printedPages.length} pages`);
  }
  return new Map(
    tables.map((block, index) => {
      const page = printedPages[index]!;
      return [page, { page, rows: rowsOf(block), text: block }];
    }),
  );
}

function rowsOf(block: string): ReportRow[] {
  const lines = block.split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));
  const at = lines.findIndex((cells) => cells.includes("R5実績値") && cells.includes("取組指標"));
  const header = lines[at];
  if (!header) return [];
  const [first, unit, before, now] = ["取組指標", "単位", "R5実績値", "R6実績値"].map((name) =>
    header.indexOf(name),
  );
  return lines.slice(at + 1).flatMap((cells) => {
    if (cells.slice(first!).every((cell) => cell === "")) return [];
    const cell = (column: number | undefined) => cells[column!] ?? "";
    return [
      {
        indicator: cell(first),
        unit: cell(unit),
        values: [cell(before), cell(now)] as const,
      },
    ];
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
