// The three columns that every published table of ours begins with, as the national datasets do.

import { fullName, type Municipality } from "@shihyo/core";
import { type ColumnMeaning, type FilledColumn, worded } from "./published-table.ts";

/** 全国地方公共団体コード, ID, 地方公共団体名 (自治体標準オープンデータセット). */
export function leadingColumns<Row extends { readonly municipality: Municipality }>(
  id: (row: Row) => string,
  /** What the ID is to the thing that the row is about; absent where the row's ID is nobody's. */
  means?: ColumnMeaning,
): FilledColumn<Row>[] {
  return [
    worded("全国地方公共団体コード", "Municipality code", "string", ({ municipality }) => municipality.code, {
      required: true,
    }),
    worded("ID", "ID", "string", id, { required: true, ...(means ? { means } : {}) }),
    worded("地方公共団体名", "Municipality", "string", ({ municipality }) => fullName(municipality), {
      required: true,
    }),
  ];
}
