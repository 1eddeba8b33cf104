// Every detail there is, by table: how it is read, what it is called and what it means. All formats take it from here.

import type { DetailsOf, KanaBasis, TableWithDetails } from "../model/details.ts";
import { choiceOf, type Detail, type Details, words, wordsAlways } from "./detail.ts";
import type { Row } from "./row.ts";
import type { Table, TableColumn } from "./table.ts";
import { cycleWords, kanaBasisWords, matchWords, shapeWords } from "./words.ts";

// The name in kana, and the code of the report's own: indicators and nodes have them alike.
const kana = words("名称_よみ", "名称の読みがな", "The name in kana", {
  property: "kana",
  title: { ja: "読み", en: "Reading in kana", easy: "よみかた" },
});

/** Whose a reading (名称_よみ) is: the same for every name that has one. */
const kanaBasis: Detail<KanaBasis> = choiceOf(
  "よみ_根拠",
  kanaBasisWords,
  { draft: "Draft, not yet looked at", checked: "Looked at" },
  "仮（shihyo yomi の下書き）・確認（人が見た）。空は団体が書いたもの",
  "仮 (drafted by shihyo yomi) or 確認 (looked at by a person); empty for the body's own",
  {
    property: "kanaSource",
    title: { ja: "読みの根拠", en: "Who says how it is read", easy: "よみかたは だれが 書いたか" },
  },
);

const cityCode = words("市のコード", "団体自身のコード", "The code that the body itself uses", {
  property: "cityCode",
  isCode: true,
  title: { ja: "報告書のコード", en: "Code in the report", easy: "しりょうの 番ごう" },
});

/** In the order in which the vocabulary names them. */
export const details: { readonly [T in TableWithDetails]: Details<DetailsOf<T>> } = {
  indicators: {
    formula: wordsAlways("算出式", "算出式", "The formula", {
      property: "formula",
      title: { ja: "算出式", en: "Formula", easy: "計算の しかた" },
    }),
    numerator: wordsAlways("分子", "分子", "The numerator", {
      property: "numerator",
      title: { ja: "分子", en: "Numerator", easy: "分子" },
    }),
    denominator: wordsAlways("分母", "分母", "The denominator", {
      property: "denominator",
      title: { ja: "分母", en: "Denominator", easy: "分母" },
    }),
    dataSource: wordsAlways("データ元", "もとになる統計や記録", "The statistics or records behind it", {
      property: "dataSource",
      title: { ja: "データ元", en: "Where the data come from", easy: "どこの 数字か" },
    }),
    kana,
    kanaBasis,
    shape: choiceOf(
      "値の形",
      shapeWords,
      { quantity: "Quantity", rank: "Rank", index: "Index", score: "Score" },
      "数量・順位・指数・点（空は数量）",
      "Quantity, rank, index or score",
      { property: "numberShape", title: { ja: "値の形", en: "What the number is", easy: "どんな 数字か" } },
    ),
    cycle: choiceOf(
      "調査周期",
      cycleWords,
      { yearly: "Every year", biennial: "Every other year", irregular: "At times" },
      "毎年・隔年・不定期",
      "Surveyed every year, every other year, or at times",
      {
        property: "surveyCycle",
        title: { ja: "調査周期", en: "How often surveyed", easy: "いつ しらべるか" },
      },
    ),
    cityCode,
    common: words("共通指標", "共通指標のID", "The common indicator", {
      property: "commonIndicator",
      isCode: true,
      title: { ja: "共通指標", en: "Common indicator", easy: "ほかの ところと おなじ 数字" },
    }),
    commonMatch: choiceOf(
      "共通指標_一致",
      matchWords,
      { exact: "The same", close: "Nearly the same", broader: "Broader", narrower: "Narrower" },
      "完全・近い・広い・狭い",
      "How closely it is that: exact, close, broader, narrower",
      {
        property: "commonMatch",
        title: { ja: "共通指標との一致", en: "How closely it is that", easy: "どのくらい おなじか" },
      },
    ),
  },
  nodes: {
    kana,
    kanaBasis,
    cityCode,
  },
  levels: {},
  placements: {},
  sections: {},
  units: {},
  breakdowns: {},
  indicatorKinds: {},
  listings: {},
  observations: {},
  breaks: {},
  targets: {},
  grades: {},
  evaluations: {},
  references: {},
  costs: {},
  activities: {},
  corrections: {},
  releases: {},
};

type Entry<T extends TableWithDetails> = readonly [key: keyof DetailsOf<T> & string, detail: Detail<unknown>];

export const tablesWithDetails = Object.keys(details) as TableWithDetails[];

/** A table's details one after another, each with its key. */
export function detailsIn<T extends TableWithDetails>(table: T): Entry<T>[] {
  return Object.entries(details[table]) as unknown as Entry<T>[];
}

/** Those of them that any of the records has. */
export function filledIn<T extends TableWithDetails>(table: T, records: Iterable<DetailsOf<T>>): Entry<T>[] {
  const all = detailsIn(table);
  const empty = new Set(all);
  if (empty.size > 0)
    for (const record of records)
      for (const one of empty) if (record[one[0]] !== undefined) empty.delete(one);
  return all.filter((one) => !empty.has(one));
}

/** The columns that the details take: those that every table has, or those that it may leave out. */
export function detailColumns(table: TableWithDetails, optional: boolean): TableColumn[] {
  return detailsIn(table)
    .flatMap(([, { columns }]) => columns)
    .filter(({ isOptional }) => (isOptional ?? false) === optional);
}

/** What a row says in the columns of the details. */
export function readDetails<T extends TableWithDetails>(table: T, row: Row): DetailsOf<T> {
  return filledDetails(table, ([, { read }]) => read(row));
}

/** The details that a record has. */
export function detailsOf<T extends TableWithDetails>(table: T, record: DetailsOf<T>): DetailsOf<T> {
  return filledDetails(table, ([key]) => record[key]);
}

function filledDetails<T extends TableWithDetails>(
  table: T,
  sayOf: (entry: Entry<T>) => unknown,
): DetailsOf<T> {
  const values = detailsIn(table).map((entry) => [entry[0], sayOf(entry)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as DetailsOf<T>;
}

/** The table with the columns of its details after its own. */
export function withDetails<N extends TableWithDetails, T extends DetailsOf<N> & object>(
  name: N,
  table: Table<T>,
): Table<T> {
  const columns = detailColumns(name, true);
  if (columns.length === 0) return table;
  return {
    ...table,
    columns: [...table.columns, ...columns],
    read: (row, file) => ({ ...table.read(row, file), ...readDetails(name, row) }),
  };
}
