// The table of value states and reasons for no value: statuses.csv.

import { defined } from "../model/defined.ts";
import type { Status } from "../model/status.ts";
import { column, translationColumn } from "./columns.ts";
import type { Table } from "./table.ts";
import { statusMeaningWords } from "./words.ts";

export const statusesTable: Table<Status> = {
  file: "statuses.csv",
  title: { ja: "値の状態", en: "Statuses" },
  idColumn: "ID",
  columns: [
    column("ID", "値の状態のID（V01）", "The status's ID (V01)"),
    column(
      "名称",
      "確定・速報・推計・進捗あり・該当なし・未実施・集計中・秘匿・不明",
      "The state, or the reason for no value",
    ),
    column("名称_英語", "英語の名称", "The name in English"),
    translationColumn,
    column("説明", "意味", "What it means"),
    column("説明_英語", "英語の説明", "The same in English"),
  ],
  read(row) {
    return defined<Status>({
      id: row.id("ID", "V01"),
      meaning: row.requiredChoice("名称", statusMeaningWords, "unknown"),
      name: row.name("名称"),
      definition: row.optionalName("説明"),
    });
  },
};
