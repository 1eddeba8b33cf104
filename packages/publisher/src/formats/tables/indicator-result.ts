// The tidy table: one row per indicator, year and breakdown.

import {
  aggregationWords,
  type Comparison,
  comparisonsOf,
  type Dataset,
  formatDecimal,
  formatInterval,
  formatJapaneseYear,
  type Indicator,
  intervalOf,
  type Municipality,
  type Observation,
  observationId,
  observationPath,
  periodWords,
  series,
  statusWords,
  wordFor,
} from "@shihyo/core";
import { hasDays, observationCubes } from "../rdf/cubes.ts";
import { comparabilityColumns, numberCell, readingCell, reasonCell, wordsCell } from "./cells.ts";
import { columnsFilledIn } from "./detail-columns.ts";
import { leadingColumns } from "./leading.ts";
import {
  type FilledColumn,
  leads,
  onPortals,
  type PublishedTable,
  publishedTable,
  required,
  says,
  worded,
} from "./published-table.ts";
import { sourceColumn, uriColumn } from "./record-rows.ts";

interface Row {
  readonly municipality: Municipality;
  readonly dataset: Dataset;
  readonly indicator: Indicator;
  readonly comparison: Comparison;
}

const current = ({ comparison }: Row) => comparison.current;

// What only some cities' values say, at the end of the row.
const asOfColumn: FilledColumn<Row> = worded("時点", "As of", "date", (row) => current(row).asOf, {
  description: {
    ja: "年度途中の値が数えられた日",
    en: "The day up to which a value of part of the year counts",
  },
});
const earlierColumn: FilledColumn<Row> = worded(
  "以前の実績値",
  "Printed earlier",
  "string",
  ({ dataset, comparison }) => earlierWords(dataset, comparison.current),
  {
    description: {
      ja: "前の資料に印刷された値。今は数えない",
      en: "What an earlier document printed; it no longer counts",
    },
  },
);

function hasEarlier(dataset: Dataset): boolean {
  if (dataset.earlierPrints.size === 0) return false;
  for (const current of dataset.observations()) if (earlierWords(dataset, current) !== "") return true;
  return false;
}

/** 「98（途中、2024-12-31時点）」, where another value, or one of another state, was printed before. */
function earlierWords(dataset: Dataset, current: Observation): string {
  const said = ({ value, status, asOf }: Observation) => {
    // That there was none yet is no print of it.
    if (value.kind === "none") return "";
    const what = value.kind === "number" ? formatDecimal(value.number) : value.words;
    const state = status === "final" || status === "none" ? [] : [wordFor(statusWords, status)];
    const about = [...state, ...(asOf === undefined ? [] : [`${asOf}時点`])].join("、");
    return about === "" ? what : `${what}（${about}）`;
  };
  const prints = dataset.earlierPrints.get(observationId(current)) ?? [];
  return prints
    .map(said)
    .filter((one) => one !== "" && one !== said(current))
    .join("；");
}

function* rowsOf(dataset: Dataset): Iterable<Row> {
  const { municipality } = dataset;
  for (const item of series(dataset)) {
    for (const comparison of comparisonsOf(dataset, item)) {
      yield { municipality, dataset, indicator: item.indicator, comparison };
    }
  }
}

const details = columnsFilledIn("observations", (dataset) => dataset.observations(), current);

export const indicatorResultTable: PublishedTable = publishedTable<Row>({
  name: "indicator_result",
  title: { ja: "指標実績値", en: "Indicator results" },
  offered: onPortals("statistics", "実績値（1行に1つの値）", "Values, one a row", "数字（1行に 1つ）"),
  description: {
    ja: "指標・年度・内訳ごとに1行の実績値。空欄は値がないことを示し、理由は別の列にある。",
    en: "One row for each indicator, year and breakdown. An empty cell means no value; the reason stands in its own column.",
  },
  cubes: observationCubes.map(({ id }) => id),
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<Row>((row) => observationId(current(row))),
    worded("指標ID", "Indicator ID", "string", ({ indicator }) => indicator.id, {
      required: true,
      means: leads("def:indicator", "indicators/", "/#it"),
    }),
    worded("指標名", "Indicator name", "string", ({ indicator }) => indicator.name.ja, {
      required: true,
      description: {
        ja: "印刷された名称。…は読み取れない部分",
        en: "The name as printed; … stands for what cannot be read",
      },
    }),
    worded("表示名", "Label", "string", ({ dataset, indicator }) => dataset.labels.get(indicator.id)?.ja, {
      required: true,
      description: { ja: "データの中で一意の名称", en: "A name that is unique within the data" },
    }),
    worded("年度", "Year", "gYear", (row) => current(row).year, {
      required: true,
      description: { ja: "報告された年度（西暦）", en: "The year reported on" },
      means: leads("sdmx-dimension:refPeriod", "periods/FY", "/#it"),
    }),
    worded(
      "年度_和暦",
      "Year, Japanese era",
      "string",
      ({ comparison, indicator }) =>
        formatJapaneseYear(comparison.current.year, indicator.period === "calendar"),
      { required: true },
    ),
    worded(
      "期間区分",
      "Kind of period",
      "string",
      ({ indicator }) => wordFor(periodWords, indicator.period),
      required,
    ),
    worded(
      "集計区分",
      "Aggregation",
      "string",
      ({ indicator }) => wordFor(aggregationWords, indicator.aggregation),
      required,
    ),
    worded(
      "対象期間",
      "Period covered",
      "string",
      ({ indicator, comparison }) => {
        const interval = intervalOf(indicator, comparison.current);
        return interval && formatInterval(interval);
      },
      {
        description: {
          ja: "値が実際に対象とする期間（開始日/終了日）。分からない場合は空欄",
          en: "What the value truly covers (first day/last day); empty where unknown",
        },
      },
    ),
    worded(
      "内訳",
      "Breakdown",
      "string",
      (row) => {
        const { breakdown } = current(row);
        return breakdown === undefined ? "全体" : row.dataset.breakdowns.get(breakdown)?.name.ja;
      },
      { required: true },
    ),
    worded("実績値", "Value", "decimal", (row) => numberCell(current(row)), says("sdmx-measure:obsValue")),
    worded(
      "進捗状況",
      "Progress in words",
      "string",
      (row) => wordsCell(current(row)),
      says("def:words", "ja"),
    ),
    worded(
      "単位",
      "Unit",
      "string",
      ({ dataset, indicator }) => dataset.units.get(indicator.unit ?? "")?.name.ja,
    ),
    worded("値の状態", "Status of the value", "string", (row) => wordFor(statusWords, current(row).status), {
      required: true,
    }),
    worded("値なしの理由", "Why there is no value", "string", (row) => reasonCell(current(row))),
    ...comparabilityColumns<Row>("Comparable with the year before"),
    worded("読取状況", "Reading status", "string", (row) => readingCell(current(row).reading), required),
    worded("備考", "Note", "string", (row) => current(row).note, says("rdfs:comment", "ja")),
    sourceColumn((row) => current(row).source),
    worded("出典_頁", "Page in the source", "integer", (row) => current(row).page, says("def:page")),
    uriColumn((row) => observationPath(current(row))),
  ],
  further: (dataset) => [
    ...(hasDays(dataset) ? [asOfColumn] : []),
    ...(hasEarlier(dataset) ? [earlierColumn] : []),
    ...details(dataset),
  ],
  rows: rowsOf,
});
