// How a table's columns are written down, and the columns that many tables share.

import type { TableColumn } from "./table.ts";

/** A column with what stands in it, in Japanese and English. */
export function column(header: string, [ja, en]: readonly [ja: string, en: string]): TableColumn {
  return { header, about: { ja, en } };
}

/** A column that a table may leave out. */
export function optionalColumn(header: string, about: readonly [ja: string, en: string]): TableColumn {
  return { ...column(header, about), isOptional: true };
}

export const translationColumn: TableColumn = column("英語_根拠", [
  "英語が団体のものなら「市」、こちらの訳なら「仮訳」",
  "Whose the English is: the body's own (市) or a translation of ours (仮訳)",
]);

export const noteColumn: TableColumn = column("備考", ["補足", "Remarks"]);
