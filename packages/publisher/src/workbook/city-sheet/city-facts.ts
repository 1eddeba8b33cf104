// What a city's one sheet says beside values and targets: evaluations, values of elsewhere and costs, each fact in a column of its own.

import { once } from "@shihyo/core";
import type { CityRow } from "../../formats/read/city-file-text.ts";
import { type CityTables, levelOf, type PlacedRow, rowsOf, type SheetColumn } from "./city-tables.ts";

/** One kind of fact: all of it stands in one column of the sheet and one column of one table. */
export interface FactKey {
  readonly header: string;
  readonly file: "evaluations.csv" | "references.csv" | "costs.csv";
  /** The level whose nodes it is about; absent where it is about the indicators. */
  readonly level?: string;
  /** The column of the table that names what it is about. */
  readonly subject: string;
  /** The cells that tell this fact from the others about the same subject. */
  readonly match: CityRow;
  /** Where its number or grade stands, and where words do instead. */
  readonly value: string;
  readonly words?: string;
  /** What a new row says besides. */
  readonly more: CityRow;
  /** The unit that may stand behind its number. */
  readonly unit?: string;
  /** The grades that may be chosen. */
  readonly choices?: readonly string[];
}

/** Every kind of fact that the tables hold about an indicator or a node below the plan. */
export function factKeys(tables: CityTables): readonly FactKey[] {
  const levels = new Map(rowsOf(tables, "nodes.csv").map((node) => [node.ID ?? "", levelOf(node)]));
  const indicators = new Set(rowsOf(tables, "indicators.csv").map(({ ID = "" }) => ID));
  const found = new Map<string, FactKey>();
  const keep = (key: FactKey, level: string | undefined) => {
    const header = level === undefined ? key.header : key.header.replace(" ", ` ${level}の`);
    if (!found.has(header)) found.set(header, { ...key, header, ...(level === undefined ? {} : { level }) });
  };
  const of = (id: string): { readonly level: string | undefined } | undefined => {
    if (indicators.has(id)) return { level: undefined };
    const level = levels.get(id);
    return level === undefined || level === "計画" ? undefined : { level };
  };
  for (const row of rowsOf(tables, "evaluations.csv")) {
    const about = of(row.対象ID ?? "");
    if (about) for (const key of evaluationKeys(tables, row)) keep(key, about.level);
  }
  for (const row of rowsOf(tables, "references.csv")) {
    if (indicators.has(row.指標ID ?? "")) keep(referenceKey(row), undefined);
  }
  const units = new Map(rowsOf(tables, "units.csv").map(({ ID = "", 名称 = "" }) => [ID, 名称]));
  for (const row of rowsOf(tables, "costs.csv")) {
    const about = of(row.項目ID ?? "");
    if (about?.level !== undefined) keep(costKey(row, units.get(row.単位ID ?? "") ?? ""), about.level);
  }
  return [...found.values()].toSorted((a, b) => compared(orderOf(a), orderOf(b)));
}

const orderOf = ({ file, match, header }: FactKey) => `${file} ${match.年度 ?? ""} ${header}`;
const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function evaluationKeys(tables: CityTables, row: CityRow): FactKey[] {
  const { 年度: year = "", 評価体系: scheme = "", 評価: grade = "", 達成率: rate = "" } = row;
  const shared = {
    file: "evaluations.csv" as const,
    subject: "対象ID",
    match: { 年度: year, 評価体系: scheme },
    more: {},
  };
  const named = scheme === "" ? "" : `（${scheme}）`;
  const grades = rowsOf(tables, "evaluation-schemes.csv").flatMap((one) =>
    one.評価体系 === scheme && one.評価 ? [one.評価] : [],
  );
  return [
    ...(grade === ""
      ? []
      : [
          {
            ...shared,
            header: `${year}年度 評価${named}`,
            value: "評価",
            ...(grades.length > 0 ? { choices: [...new Set(grades)] } : {}),
          },
        ]),
    ...(rate === "" ? [] : [{ ...shared, header: `${year}年度 達成率${named}`, value: "達成率", unit: "%" }]),
  ];
}

function referenceKey({ 年度: year = "", 種別: kind = "", 名称: name = "" }: CityRow): FactKey {
  return {
    header: year === "" ? `参考値（${name}）` : `${year}年度 参考値（${name}）`,
    file: "references.csv",
    subject: "指標ID",
    match: { 年度: year, 名称: name },
    value: "値",
    words: "状況",
    more: { 種別: kind },
  };
}

function costKey(row: CityRow, unit: string): FactKey {
  const { 年度: year = "", 費目: item = "", 区分: stage = "", 単位ID: unitId = "", 合計: total = "" } = row;
  return {
    header: `${year}年度 ${item}（${stage}、${unit}）`,
    file: "costs.csv",
    subject: "項目ID",
    match: { 年度: year, 費目: item, 区分: stage, 単位ID: unitId },
    value: "金額",
    more: { 合計: total },
    unit,
  };
}

/** The row of the table that says the fact of a subject; of several sources the last, which counts. */
export function factRow(tables: CityTables, key: FactKey, subject: string): PlacedRow | undefined {
  const rows = rowsOf(tables, key.file);
  const index = factIndex(rows, key, subject);
  const row = rows[index];
  return row && { index, row };
}

/** The same in rows that are being changed; -1 where there is none. */
export function factIndex(rows: readonly CityRow[], { subject, match }: FactKey, of: string): number {
  const wanted = Object.entries(match);
  return (
    placesOf(rows, subject)
      .get(of)
      ?.findLast((at) => wanted.every(([header, cell]) => (rows[at]?.[header] ?? "") === cell)) ?? -1
  );
}

interface Places {
  /** How many of the rows are in it. */
  count: number;
  readonly bySubject: Map<string, number[]>;
}

/** By the rows and the column of what they are about. Rows only come, and a row's subject stays: what is new is put to the rest. */
const columnsOf = once((_: readonly CityRow[]) => new Map<string, Places>());

function placesOf(rows: readonly CityRow[], column: string): ReadonlyMap<string, number[]> {
  const columns = columnsOf(rows);
  const found = columns.get(column) ?? { count: 0, bySubject: new Map<string, number[]>() };
  columns.set(column, found);
  for (; found.count < rows.length; found.count++) {
    const of = rows[found.count]?.[column] ?? "";
    const places = found.bySubject.get(of);
    if (places) places.push(found.count);
    else found.bySubject.set(of, [found.count]);
  }
  return found.bySubject;
}

export function factText({ value, words }: FactKey, row: CityRow | undefined): string {
  return row?.[value] || (words === undefined ? "" : row?.[words]) || "";
}

export function factColumn({ header, choices }: FactKey): SheetColumn {
  const isGrade = choices !== undefined;
  return {
    header,
    width: 16,
    open: true,
    align: isGrade ? "center" : "right",
    ...(isGrade ? { list: choiceListName(header) } : {}),
  };
}

/** The name of a column's own drop-down. */
export const choiceListName = (header: string) => `choices:${header}`;
