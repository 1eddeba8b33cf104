// The table of common indicators to what core proposes alignments by.

import { aggregationWords, type CommonIndicator, directionWords, unitKindWords } from "@shihyo/core";
import { readSheet } from "./sheet.ts";

const listed = (cell: string): string[] => cell.split("；").filter((word) => word !== "");

/** In the table's order. The file is ours: a row that it does not hold is an error of ours. */
export function commonIndicatorsIn(text: string): readonly CommonIndicator[] {
  const sheet = readSheet("common-indicators.csv", text);
  if (!("header" in sheet)) throw new Error("the table of common indicators cannot be read");
  const { header, rows } = sheet;
  return rows.map(({ cells }) => {
    const cell = (name: string) => cells[header.indexOf(name)] ?? "";
    const unitKind = unitKindWords[cell("単位種別")];
    const aggregation = aggregationWords[cell("集計区分")];
    const direction = directionWords[cell("望ましい方向")];
    if (unitKind === undefined || aggregation === undefined) throw new Error(`no kind in ${cell("ID")}`);
    return {
      id: cell("ID"),
      group: cell("分類"),
      name: { ja: cell("名称"), en: cell("名称_英語") },
      definition: { ja: cell("定義"), en: cell("定義_英語") },
      unit: cell("単位"),
      unitKind,
      aggregation,
      ...(direction === "increase" || direction === "decrease" ? { direction } : {}),
      forms: listed(cell("名称の形")).map((form) => form.split("＋")),
      others: listed(cell("別のものの語")),
    };
  });
}
