// A made-up report of sixty indicators as a page to be printed: ruled with joined cells, or without rules.

export interface PrintedRow {
  readonly policy: string;
  readonly project: string;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly string[];
  readonly target: string;
}

export const printedRows: readonly PrintedRow[] = Array.from({ length: 60 }, (_, at) => ({
  policy: `政策${"あいうえお"[Math.floor(at / 12)]}`,
  project: `事業${"一二三四五六七八九十"[Math.floor(at / 6)]}`,
  name:
    at % 7 === 3
      ? `地域で支え合う仕組みづくりに関する講座その${at + 1}の参加者数`
      : `指標その${at + 1}の件数`,
  unit: at % 7 === 3 ? "人" : "件",
  values: [`${(at + 1) * 37}`, at % 9 === 4 ? "―" : `${((at + 1) * 1234).toLocaleString("en")}`, `${at}.5`],
  target: `${(at + 2) * 1300}`,
}));
const heads = ["R4実績", "R5実績", "R6実績", "R7目標"];

/** Levels are joined cells, the head is printed again on each page. */
export function printedReport(border: boolean): string {
  const span = (at: number, key: "policy" | "project") => {
    if (printedRows[at - 1]?.[key] === printedRows[at]?.[key]) return "";
    const length = printedRows.slice(at).findIndex((row) => row[key] !== printedRows[at]?.[key]);
    return `<td rowspan="${length < 0 ? printedRows.length - at : length}">${printedRows[at]?.[key]}</td>`;
  };
  const flat = (at: number, key: "policy" | "project") => `<td>${printedRows[at]?.[key]}</td>`;
  const level = border ? span : flat;
  return `<!doctype html><meta charset="utf-8"><style>body{font:9px "Noto Sans CJK JP"}table{border-collapse:collapse}td,th{padding:2px 10px;${border ? "border:1px solid #000" : ""};vertical-align:middle;${border ? "max-width:120px" : "white-space:nowrap"}}tr{break-inside:avoid}</style><h1>総合計画 実績報告書</h1><table><thead><tr><th>政策</th><th>事業名</th><th>指標名</th><th>単位</th>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead>${printedRows.map((row, at) => `<tr>${level(at, "policy")}${level(at, "project")}<td>${row.name}</td><td>${row.unit}</td>${[...row.values, row.target].map((value) => `<td>${value}</td>`).join("")}</tr>`).join("")}</table>`;
}
