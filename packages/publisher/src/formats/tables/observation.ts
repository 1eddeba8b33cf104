// The observations coded for machines: ASCII headers that are the CSVW names, codes that are ends of IRIs.

import {
  type Comparison,
  comparabilityOf,
  comparisonsOf,
  type Dataset,
  formatDecimal,
  type Indicator,
  intervalOf,
  type Municipality,
  type Observation,
  observationPath,
  series,
  sinceSurvey,
  statusMeaning,
} from "@shihyo/core";
import { cubeOf, hasDays, hasSurveys, observationCubes } from "../rdf/cubes.ts";
import { statusIdOf } from "../rdf/iri.ts";
import { sdmxStatusOf } from "../rdf/observation.ts";
import { namespaces } from "../rdf/vocabularies.ts";
import { numberCell, wordsCell } from "./cells.ts";
import { dimensionColumns, readingColumns } from "./coded-columns.ts";
import { codedFilledIn } from "./detail-columns.ts";
import {
  coded,
  type FilledColumn,
  leads,
  onPortals,
  type PublishedTable,
  publishedTable,
  required,
  says,
} from "./published-table.ts";

interface Row {
  readonly municipality: Municipality;
  readonly indicator: Indicator;
  readonly observation: Observation;
  readonly comparison: Comparison;
  readonly status: string | undefined;
  readonly sdmx: string | undefined;
  /** The same beside the survey before, where the years between had none. */
  readonly survey: Comparison | undefined;
}

const isNumber = ({ observation }: Row) => observation.value.kind === "number";

/** What only some cities' observations say: the day up to which a value of part of the year counts. */
const asOf = coded<Row>(
  "as_of",
  "時点",
  "As of",
  "date",
  (row) => (isNumber(row) ? row.observation.asOf : ""),
  {
    means: says("def:asOf"),
  },
);

const sinceSurveyColumns: readonly FilledColumn<Row>[] = [
  coded(
    "survey_before",
    "前回調査の観測値",
    "Observation of the survey before",
    "anyURI",
    ({ municipality, survey }) => survey?.previous && municipality.base + observationPath(survey.previous),
    says("def:surveyBefore"),
  ),
  coded(
    "change_since_survey",
    "対前回増減",
    "Change since the survey before",
    "decimal",
    ({ survey }) => survey?.change && formatDecimal(survey.change.difference),
    says("def:changeSinceSurvey"),
  ),
];

const details = codedFilledIn(
  "observations",
  (dataset) => dataset.observations(),
  ({ observation }: Row) => observation,
);

export const observationTable: PublishedTable = publishedTable<Row>({
  name: "observation",
  title: { ja: "観測値（コード）", en: "Observations, coded" },
  offered: onPortals(
    "linked",
    "実績値（アドレスとコード、CSVWつき）",
    "Values by address and code, with CSVW",
    "数字（アドレスつき）",
  ),
  description: {
    ja: "実績値を符号だけで表した機械向けの表。CSVWで読むと、Turtleの観測値と同じグラフになる。",
    en: "The values in codes, for machines. Read by its CSVW it is the same graph as the observations in Turtle.",
  },
  cubes: observationCubes.map(({ id }) => id),
  isWhole: true,
  primaryKey: ["uri"],
  columns: [
    coded(
      "uri",
      "URI",
      "URI",
      "anyURI",
      (row) => row.municipality.base + observationPath(row.observation),
      required,
    ),
    coded("dataset", "データキューブ", "Cube", "string", ({ observation }) => cubeOf(observation).id, {
      required: true,
      means: leads("qb:dataSet", "def/#", ""),
    }),
    ...dimensionColumns<Row>(({ observation }) => observation),
    coded("value", "実績値", "Value", "decimal", ({ observation }) => numberCell(observation), {
      means: says("sdmx-measure:obsValue"),
    }),
    coded("status", "値の状態", "Status", "string", ({ status }) => status, {
      means: leads("def:status", "statuses/", "/#it"),
    }),
    coded("text", "進捗状況", "Progress in words", "string", ({ observation }) => wordsCell(observation), {
      means: says("def:words", "ja"),
    }),
    coded("unit", "単位", "Unit", "string", (row) => (isNumber(row) ? row.indicator.unit : ""), {
      means: leads("sdmx-attribute:unitMeasure", "units/", "/#it"),
    }),
    coded("state", "状況", "State", "string", (row) => (isNumber(row) ? "" : row.status), {
      means: leads("def:state", "statuses/", "/#it"),
    }),
    coded(
      "decimals",
      "小数点以下の桁数",
      "Decimals",
      "integer",
      ({ observation: { value } }) => (value.kind === "number" ? value.number.scale : ""),
      says("def:decimals"),
    ),
    coded(
      "period_start",
      "対象期間の初日",
      "First day covered",
      "date",
      ({ indicator, observation }) => intervalOf(indicator, observation)?.start,
      says("def:periodStart"),
    ),
    coded(
      "period_end",
      "対象期間の末日",
      "Last day covered",
      "date",
      ({ indicator, observation }) => intervalOf(indicator, observation)?.end,
      says("def:periodEnd"),
    ),
    coded("obs_status", "SDMXの観測値の状態", "SDMX observation status", "string", ({ sdmx }) => sdmx, {
      means: leads("sdmx-attribute:obsStatus", `${namespaces["sdmx-code"]}obsStatus-`, ""),
    }),
    coded(
      "comparability",
      "比較可否",
      "Comparable with the year before",
      "string",
      ({ comparison }) => comparabilityOf(comparison),
      leads("def:comparability", "def/#comparability-", ""),
    ),
    coded(
      "comparability_reason",
      "比較不可または参考の理由",
      "Why not comparable, or indicative only, in Japanese",
      "string",
      ({ comparison }) => (comparison.reason ?? comparison.tentative)?.ja,
      says("def:comparabilityReason", "ja"),
    ),
    coded(
      "comparability_reason_en",
      "比較不可または参考の理由（英語）",
      "Why not comparable, or indicative only",
      "string",
      ({ comparison }) => (comparison.reason ?? comparison.tentative)?.en,
      says("def:comparabilityReason", "en"),
    ),
    coded(
      "change",
      "対前年度増減",
      "Change on the year before",
      "decimal",
      ({ comparison: { change } }) => change && formatDecimal(change.difference),
      says("def:change"),
    ),
    ...readingColumns<Row>(({ observation }) => observation),
    coded("note", "備考", "Note", "string", ({ observation }) => observation.note, {
      means: says("rdfs:comment", "ja"),
    }),
    coded("freq", "頻度", "Frequency", "string", () => "A", {
      required: true,
      means: leads("sdmx-dimension:freq", `${namespaces["sdmx-code"]}freq-`, ""),
    }),
  ],
  further: (dataset) => [
    ...(hasDays(dataset) ? [asOf] : []),
    ...(hasSurveys(dataset) ? sinceSurveyColumns : []),
    ...details(dataset),
  ],
  *rows(dataset: Dataset) {
    const { municipality } = dataset;
    const statusId = statusIdOf(dataset);
    const surveys = hasSurveys(dataset);
    for (const item of series(dataset)) {
      const { indicator } = item;
      for (const comparison of comparisonsOf(dataset, item)) {
        const observation = comparison.current;
        const sdmx = sdmxStatusOf(dataset, observation);
        const status = statusId(statusMeaning(observation.value, observation.status));
        const survey = surveys ? sinceSurvey(dataset, item, observation) : undefined;
        yield { municipality, indicator, observation, comparison, status, sdmx, survey };
      }
    }
  },
});
