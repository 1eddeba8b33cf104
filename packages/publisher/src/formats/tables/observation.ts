// The observations coded for machines: ASCII headers that are the CSVW names, codes that are ends of IRIs.

import {
  type Dataset,
  type Indicator,
  intervalOf,
  type Municipality,
  type Observation,
  observationPath,
  series,
  statusMeaning,
} from "@shihyo/core";
import { numbersCube, statesCube } from "../rdf/cubes.ts";
import { areaLocalName, statusIdOf, wholeCode } from "../rdf/iri.ts";
import { numberCell, wordsCell } from "./cells.ts";
import { type FilledColumn, type PublishedTable, publishedTable } from "./published-table.ts";

interface Row {
  readonly municipality: Municipality;
  readonly indicator: Indicator;
  readonly observation: Observation;
  readonly status: string | undefined;
}

const isNumber = ({ observation }: Row) => observation.value.kind === "number";

/** A column whose header is its CSVW name, with its titles in both languages. */
function coded(
  name: string,
  ja: string,
  en: string,
  type: FilledColumn<Row>["type"],
  cell: (row: Row) => string | number | undefined,
  required = false,
): FilledColumn<Row> {
  const filled = { name, title: { ja, en }, type, cell: (row: Row) => String(cell(row) ?? "") };
  return required ? { ...filled, required } : filled;
}

export const observationTable: PublishedTable = publishedTable<Row>({
  name: "observation",
  title: { ja: "観測値（コード）", en: "Observations, coded" },
  description: {
    ja: "実績値を符号だけで表した機械向けの表。CSVWで読むと、Turtleの観測値と同じグラフになる。",
    en: "The values in codes, for machines. Read by its CSVW it is the same graph as the observations in Turtle.",
  },
  primaryKey: ["uri"],
  columns: [
    coded(
      "uri",
      "URI",
      "URI",
      "anyURI",
      (row) => row.municipality.base + observationPath(row.observation),
      true,
    ),
    coded(
      "dataset",
      "データキューブ",
      "Cube",
      "string",
      (row) => (isNumber(row) ? numbersCube : statesCube).id,
      true,
    ),
    coded("indicator", "指標", "Indicator", "string", ({ indicator }) => indicator.id, true),
    coded("area", "地域", "Area", "string", ({ municipality }) => areaLocalName(municipality), true),
    coded("period", "年度", "Fiscal year", "string", ({ observation }) => `FY${observation.year}`, true),
    coded(
      "breakdown",
      "内訳",
      "Breakdown",
      "string",
      ({ observation }) => observation.breakdown ?? wholeCode,
      true,
    ),
    coded("value", "実績値", "Value", "decimal", ({ observation }) => numberCell(observation)),
    coded("status", "値の状態", "Status", "string", ({ status }) => status),
    coded("text", "進捗状況", "Progress in words", "string", ({ observation }) => wordsCell(observation)),
    coded("unit", "単位", "Unit", "string", (row) => (isNumber(row) ? row.indicator.unit : "")),
    coded("state", "状況", "State", "string", (row) => (isNumber(row) ? "" : row.status)),
    coded("decimals", "小数点以下の桁数", "Decimals", "integer", ({ observation: { value } }) =>
      value.kind === "number" ? value.number.scale : "",
    ),
    coded(
      "period_start",
      "対象期間の初日",
      "First day covered",
      "date",
      ({ indicator, observation }) => intervalOf(indicator, observation)?.start,
    ),
    coded(
      "period_end",
      "対象期間の末日",
      "Last day covered",
      "date",
      ({ indicator, observation }) => intervalOf(indicator, observation)?.end,
    ),
    coded("reading", "読取状況", "Reading status", "string", ({ observation }) => observation.reading, true),
    coded("source", "出典", "Source", "string", ({ observation }) => observation.source, true),
    coded("page", "出典の頁", "Page in the source", "integer", ({ observation }) => observation.page),
    coded("note", "備考", "Note", "string", ({ observation }) => observation.note),
  ],
  *rows(dataset: Dataset) {
    const { municipality } = dataset;
    const statusId = statusIdOf(dataset);
    for (const { indicator, observations } of series(dataset)) {
      for (const observation of observations) {
        const status = statusId(statusMeaning(observation.value, observation.status));
        yield { municipality, indicator, observation, status };
      }
    }
  },
});
