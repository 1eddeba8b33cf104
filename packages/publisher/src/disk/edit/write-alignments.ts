// Writes what a person confirmed into the city's table of indicators: the common indicator, and how closely it is that.

import { type Dataset, matchWords } from "@shihyo/core";
import { cityFileText } from "../../formats/read/city-file-text.ts";
import { readSheet } from "../../formats/read/sheet.ts";
import { Refusal } from "../../refusal.ts";
import { commonIndicators } from "../common-indicators.ts";
import { changeTables } from "./change-tables.ts";
import { readCityFile } from "./city-file.ts";
import { putFiles } from "./put-files.ts";

export interface Decision {
  readonly indicator: string;
  readonly common: string;
  /** 完全, 近い, 広い, 狭い. */
  readonly match: string;
}

const [idColumn, commonColumn, matchColumn] = ["指標ID", "共通指標", "一致"];
export const decisionHeader = [
  idColumn,
  "指標名",
  "単位",
  commonColumn,
  "共通指標の名称",
  matchColumn,
  "理由",
  "決定",
] as const;

/** The rows of a table of proposals that a person marked はい; いいえ and empty are left out. */
export function decisionsIn(file: string, text: string, dataset: Dataset): Decision[] {
  const sheet = readSheet(file, text);
  if (!("header" in sheet) || !sheet.header.includes("決定")) {
    throw new Refusal({
      ja: `${file} には「決定」の列がありません。shihyo align DATA -o ${file} で作った表に、「はい」か「いいえ」を書いてください。`,
      en: `${file} has no column 決定. Make the table by shihyo align DATA -o ${file}, and write はい or いいえ there.`,
    });
  }
  const commons = new Set(commonIndicators().map(({ id }) => id));
  return sheet.rows.flatMap(({ cells, number: row }) => {
    const cell = (name: string) => (cells[sheet.header.indexOf(name)] ?? "").trim();
    const decided = cell("決定");
    if (decided === "" || decided === "いいえ") return [];
    const [indicator, common, match] = [cell(idColumn), cell(commonColumn), cell(matchColumn)];
    const wrong = [
      [decided !== "はい", "決定", decided, "はい、いいえ"],
      [!dataset.indicators.has(indicator), idColumn, indicator, "indicators.csv の ID"],
      [!commons.has(common), commonColumn, common, "C001 …"],
      [!Object.hasOwn(matchWords, match), matchColumn, match, Object.keys(matchWords).join("、")],
    ] as const;
    const [first] = wrong.filter(([isWrong]) => isWrong);
    if (first) {
      const [, column, found, right] = first;
      throw new Refusal({
        ja: `${file} ${row}行目 「${column}」の列：「${found}」は使えません（${right}）。何も書き込んでいません。`,
        en: `${file}, row ${row}, column ${column}: “${found}” cannot be used (${right}). Nothing was written.`,
      });
    }
    return [{ indicator, common, match }];
  });
}

/** How many rows of a table of proposals somebody has decided; none where it is another file. */
export function decidedRows(file: string, text: string): number {
  const sheet = readSheet(file, text);
  if (!("header" in sheet)) return 0;
  const at = sheet.header.indexOf("決定");
  return sheet.rows.filter(({ cells }) => (cells[at] ?? "").trim() !== "").length;
}

/** How many indicators changed. */
export function writeAlignments(folder: string, decisions: readonly Decision[]): Promise<number> {
  return changeTables(folder, async () => {
    const table = await readCityFile(folder, "indicators.csv");
    if (!table) {
      throw new Refusal({
        ja: `${folder} に indicators.csv がありません。`,
        en: `${folder} has no indicators.csv.`,
      });
    }
    const decided = new Map(decisions.map((decision) => [decision.indicator, decision]));
    const columns = ["共通指標", "共通指標_一致"];
    const header = [...table.header, ...columns.filter((name) => !table.header.includes(name))];
    let changed = 0;
    const rows = table.rows.map((row) => {
      const decision = decided.get(row.ID ?? "");
      if (!decision) return row;
      if (row.共通指標 === decision.common && row.共通指標_一致 === decision.match) return row;
      changed += 1;
      return { ...row, 共通指標: decision.common, 共通指標_一致: decision.match };
    });
    if (changed > 0)
      await putFiles(folder, new Map([["indicators.csv", cityFileText({ ...table, header, rows })]]));
    return changed;
  });
}
