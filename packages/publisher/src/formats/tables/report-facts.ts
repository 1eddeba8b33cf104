// The tables that a release has where the city's report says more than values: verdicts, values of elsewhere, costs.

import {
  type Cost,
  costFields,
  costId,
  type Dataset,
  type Evaluation,
  evaluationFields,
  evaluationId,
  type Field,
  type Fields,
  type ReferenceValue,
  referenceFields,
  referenceId,
} from "@shihyo/core";
import { costPath, evaluationPath, referencePath } from "../rdf/report-cubes.ts";
import { leadingColumns } from "./leading.ts";
import {
  type ColumnMeaning,
  type FilledColumn,
  leads,
  onPortals,
  type PublishedTable,
  publishedTable,
  says,
  worded,
} from "./published-table.ts";
import { detailsFilledIn, type RowOf, recordRows, sourceColumn, uriColumn } from "./record-rows.ts";

/** A field of the record as a column: what it is called and means is said once, where the city's table is read. */
function fieldColumns<T extends object>(
  fields: Fields<T>,
  keys: readonly (keyof T)[],
  meanings: Partial<Record<keyof T, ColumnMeaning>> = {},
): FilledColumn<RowOf<T>>[] {
  return keys.map((key) => {
    const field = fields[key] as Field<NonNullable<T[keyof T]>>;
    const means = meanings[key];
    return worded<RowOf<T>>(
      field.header,
      field.about.en,
      field.kind,
      ({ item }) => {
        const value = item[key];
        return value === undefined || value === null ? "" : field.cell(value);
      },
      {
        description: field.about,
        ...(field.isRequired ? { required: true } : {}),
        ...(means ? { means } : {}),
      },
    );
  });
}

const sourceColumns = <T extends { readonly source: string; readonly page?: number; readonly note?: string }>(
  path: (dataset: Dataset, item: T) => string,
) => [
  worded<RowOf<T>>("備考", "Note", "string", ({ item }) => item.note, says("rdfs:comment", "ja")),
  sourceColumn<RowOf<T>>(({ item }) => item.source),
  worded<RowOf<T>>("出典_頁", "Page in the source", "integer", ({ item }) => item.page, says("def:page")),
  uriColumn<RowOf<T>>(({ dataset, item }) => path(dataset, item)),
];

const ofYear = leads("sdmx-dimension:refPeriod", "periods/FY", "/#it");

const evaluationTable = publishedTable<RowOf<Evaluation>>({
  name: "evaluation",
  title: { ja: "評価一覧", en: "Evaluations" },
  offered: onPortals("statistics", "評価と達成率", "The report's own evaluations", "ひょうか"),
  description: {
    ja: "指標や計画の項目について、発行元の報告書にある年度ごとの評価と達成率。こちらでは付けない。",
    en: "The report's own verdicts and rates of achievement on indicators and nodes, by year; none is ours.",
  },
  cubes: ["evaluations"],
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<Evaluation>>(({ item }) => evaluationId(item)),
    ...fieldColumns(evaluationFields, ["subject"]),
    worded(
      "名称",
      "Name",
      "string",
      ({ dataset, item }) => dataset.labels.get(item.subject)?.ja ?? dataset.nodes.get(item.subject)?.name.ja,
    ),
    ...fieldColumns(evaluationFields, ["year", "scheme", "grade"], { year: ofYear }),
    worded(
      "評価の意味",
      "What the grade means",
      "string",
      ({ dataset, item }) =>
        dataset.grades.find(({ scheme, name }) => scheme === item.scheme && name.ja === item.grade)?.meaning,
    ),
    ...fieldColumns(evaluationFields, ["rate"], { rate: says("def:achievementRate") }),
    ...sourceColumns<Evaluation>(evaluationPath),
  ],
  further: detailsFilledIn("evaluations", ({ evaluations }) => evaluations),
  rows: (dataset) => recordRows(dataset, dataset.evaluations),
});

const referenceTable = publishedTable<RowOf<ReferenceValue>>({
  name: "reference",
  title: { ja: "参考値一覧", en: "Reference values" },
  offered: onPortals(
    "statistics",
    "参考値（全国・県など）",
    "Reference values of elsewhere",
    "ほかの ところの 数字",
  ),
  description: {
    ja: "報告書が並べて示す、全国や都道府県などの同じ指標の値。",
    en: "The same indicators elsewhere (nation, prefecture, similar bodies), as the report gives them.",
  },
  cubes: ["references"],
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<ReferenceValue>>(({ item }) => referenceId(item)),
    ...fieldColumns(referenceFields, ["indicator"]),
    worded("表示名", "Label", "string", ({ dataset, item }) => dataset.labels.get(item.indicator)?.ja),
    ...fieldColumns(referenceFields, ["year", "kind", "name", "number", "words"], {
      year: ofYear,
      number: says("sdmx-measure:obsValue"),
      words: says("def:words", "ja"),
    }),
    worded("単位", "Unit", "string", ({ dataset, item }) =>
      item.number && item.kind !== "rank"
        ? dataset.units.get(dataset.indicators.get(item.indicator)?.unit ?? "")?.name.ja
        : undefined,
    ),
    ...sourceColumns<ReferenceValue>((_, one) => referencePath(one)),
  ],
  further: detailsFilledIn("references", ({ references }) => references),
  rows: (dataset) => recordRows(dataset, dataset.references),
});

const costTable = publishedTable<RowOf<Cost>>({
  name: "cost",
  title: { ja: "事業費一覧", en: "Costs" },
  offered: onPortals("statistics", "事業費", "Costs", "つかった お金"),
  description: {
    ja: "計画の項目ごと、年度ごとの費用。合計は報告書にあるものだけで、こちらでは足さない。",
    en: "What each node took in a year; a sum stands here only where the report prints one.",
  },
  cubes: ["costs"],
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<Cost>>(({ item }) => costId(item)),
    ...fieldColumns(costFields, ["node"]),
    worded("項目名", "Node", "string", ({ dataset, item }) => dataset.nodes.get(item.node)?.name.ja),
    ...fieldColumns(costFields, ["year", "item", "stage", "amount"], {
      year: ofYear,
      amount: says("sdmx-measure:obsValue"),
    }),
    worded("単位", "Unit", "string", ({ dataset, item }) => dataset.units.get(item.unit)?.name.ja),
    ...fieldColumns(costFields, ["isTotal"]),
    ...sourceColumns<Cost>(costPath),
  ],
  further: detailsFilledIn("costs", ({ costs }) => costs),
  rows: (dataset) => recordRows(dataset, dataset.costs),
});

export const cityOwnTables: readonly PublishedTable[] = [evaluationTable, referenceTable, costTable];
