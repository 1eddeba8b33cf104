// Brings tables of format 2 to format 3: levels and kinds of indicator become data, verdicts get a table of their own.

import type { Sheet } from "./table.ts";

type Sheets = ReadonlyMap<string, Sheet>;

/** What every plan was made of before a city could say its own levels. */
export const formerLevels = [
  ["基本目標", "Goal", "goals"],
  ["具体的な施策", "Policy", "policies"],
  ["主な取組", "Initiative", "initiatives"],
  ["事業", "Project", "projects"],
] as const;

/** The header of the listings' parent before its level was data. */
export const formerUpperHeader = "主な取組ID";

const formerKinds = [
  ["取組指標", "Indicator of a project"],
  ["KPI", "KPI of a policy"],
  ["数値目標", "Target figure of a goal"],
] as const;

/** The tables as format 3 has them; those that nothing is said about stay as they are. */
export function toFormat3(sheets: Sheets): Map<string, Sheet> {
  const made = new Map(sheets);
  const nodes = sheets.get("nodes.csv");
  if (nodes) {
    made.set("nodes.csv", renamed(nodes, "種別", "段"));
    const plans = rowsOf(nodes).filter((row) => row.種別 === "計画");
    const rows = plans.flatMap(({ ID = "" }) =>
      formerLevels.map(([name, en, folder], index) => [ID, `${index + 1}`, name, en, "仮訳", folder, ""]),
    );
    put(made, "levels.csv", ["計画ID", "順序", "名称", "名称_英語", "英語_根拠", "フォルダー", "備考"], rows);
  }
  const listings = sheets.get("listings.csv");
  if (listings) made.set("listings.csv", renamed(listings, formerUpperHeader, "上位ID"));
  const kinds = formerKinds.map(([name, en]) => [name, en, "仮訳", "その他", ""]);
  put(made, "indicator-kinds.csv", ["名称", "名称_英語", "英語_根拠", "大区分", "備考"], kinds);
  const targets = sheets.get("targets.csv");
  if (targets) moveGrades(made, targets);
  return made;
}

/**
 * The city's verdict stood beside the target; what stood there is kept: of the year that the target is for, or of
 * the newest year where that is yet to come.
 */
function moveGrades(made: Map<string, Sheet>, targets: Sheet): void {
  const years = [...made.keys()].flatMap((file) => /^observations\/([0-9]{4})[.]csv$/.exec(file)?.[1] ?? []);
  const newest = years.toSorted().at(-1) ?? "9999";
  const yearOf = ({ 目標年度: goal = "" }: Record<string, string>) => (goal > newest ? newest : goal);
  const graded = rowsOf(targets).filter((row) => row.評価);
  if (graded.length > 0) {
    put(
      made,
      "evaluations.csv",
      ["対象ID", "年度", "評価体系", "評価", "達成率", "出典ID", "頁", "出典_位置", "備考"],
      graded.map((row) => [
        row.指標ID ?? "",
        yearOf(row),
        row.評価体系 ?? "",
        row.評価 ?? "",
        "",
        row.出典ID ?? "",
        row.頁 ?? "",
        "",
        "",
      ]),
    );
    const grades = [
      ...new Set(graded.filter((row) => row.評価体系).map((row) => `${row.評価体系}\n${row.評価}`)),
    ];
    put(
      made,
      "evaluation-schemes.csv",
      ["ID", "評価体系", "順序", "評価", "意味", "名称_英語", "英語_根拠", "備考"],
      grades.map((grade, index) => {
        const [scheme = "", name = ""] = grade.split("\n");
        const order = grades.slice(0, index).filter((one) => one.startsWith(`${scheme}\n`)).length + 1;
        return [`Q${String(index + 1).padStart(2, "0")}`, scheme, `${order}`, name, "", "", "", ""];
      }),
    );
  }
  made.set("targets.csv", without(targets, ["評価", "評価体系"]));
}

function put(sheets: Map<string, Sheet>, file: string, header: string[], rows: readonly string[][]): void {
  if (sheets.has(file)) return;
  sheets.set(file, { file, header, rows: rows.map((cells, index) => ({ number: index + 2, cells })) });
}

function rowsOf({ header, rows }: Sheet): Record<string, string>[] {
  return rows.map(({ cells }) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

function renamed(sheet: Sheet, from: string, to: string): Sheet {
  return { ...sheet, header: sheet.header.map((name) => (name === from ? to : name)) };
}

function without(sheet: Sheet, columns: readonly string[]): Sheet {
  const kept = sheet.header.flatMap((name, index) => (columns.includes(name) ? [] : [index]));
  const cellsOf = (cells: readonly string[]) => [
    ...kept.map((index) => cells[index] ?? ""),
    ...cells.slice(sheet.header.length),
  ];
  return {
    ...sheet,
    header: kept.map((index) => sheet.header[index] ?? ""),
    rows: sheet.rows.map(({ number, cells }) => ({ number, cells: cellsOf(cells) })),
  };
}
