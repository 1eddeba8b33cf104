// What was done coded for machines: one row an activity, in the codes of the graph, those without a figure too.

import {
  type Activity,
  activitiesById,
  activityPath,
  type Dataset,
  formatDecimal,
  nodePath,
  recurringPath,
  thing,
  unsurePart,
} from "@shihyo/core";
import { labelOf } from "../rdf/activity.ts";
import { choiceNames } from "../rdf/choices.ts";
import { activitiesCube } from "../rdf/cubes.ts";
import { areaLocalName } from "../rdf/iri.ts";
import { namespaces } from "../rdf/vocabularies.ts";
import { readingColumns } from "./coded-columns.ts";
import { codedFilledIn, snakeCase } from "./detail-columns.ts";
import {
  coded,
  leads,
  onPortals,
  type PublishedTable,
  publishedTable,
  required,
  says,
} from "./published-table.ts";

interface Row {
  readonly dataset: Dataset;
  readonly activity: Activity;
}

const activityCodedTable: PublishedTable = publishedTable<Row>({
  name: "activity_observation",
  title: { ja: "活動実績（コード）", en: "What was done, coded" },
  offered: onPortals(
    "linked",
    "活動実績（アドレスとコード、CSVWつき）",
    "What was done by address and code, with CSVW",
    "した こと（アドレスつき）",
  ),
  description: {
    ja: "活動実績を符号で表した機械向けの表。CSVWで読むと、Turtleの活動実績と同じグラフになる。",
    en: "What was done in codes, for machines. Read by its CSVW it is the same graph as the activities in Turtle.",
  },
  cubes: [activitiesCube.id],
  isWhole: true,
  rowType: "def:Activity",
  primaryKey: ["uri"],
  columns: [
    coded(
      "uri",
      "URI",
      "URI",
      "anyURI",
      ({ dataset, activity }) => dataset.municipality.base + activityPath(dataset, activity),
      required,
    ),
    coded(
      "dataset",
      "データキューブ",
      "Cube",
      "string",
      ({ activity }) => activity.value && activitiesCube.id,
      leads("qb:dataSet", "def/#", ""),
    ),
    coded("type", "種類", "Type", "string", ({ activity }) => (activity.value ? "Observation" : ""), {
      description: {
        ja: "数値のあるものは観測値（Observation）でもある",
        en: "Observation where there is a figure; every row is an activity",
      },
      means: leads("rdf:type", namespaces.qb, ""),
    }),
    coded("area", "地域", "Area", "string", ({ dataset }) => areaLocalName(dataset.municipality), {
      required: true,
      means: leads("sdmx-dimension:refArea", namespaces.sac, ""),
    }),
    coded("period", "年度", "Fiscal year", "string", ({ activity }) => `FY${activity.year}`, {
      required: true,
      means: leads("sdmx-dimension:refPeriod", "periods/", "/#it"),
    }),
    coded(
      "project",
      "事業",
      "Project",
      "anyURI",
      ({ dataset, activity }) => {
        const node = dataset.nodes.get(activity.project);
        return node && dataset.municipality.base + thing(nodePath(node));
      },
      { required: true, means: says("def:project") },
    ),
    coded(
      "activity",
      "年度をまたぐ活動",
      "Activity from year to year",
      "anyURI",
      ({ dataset, activity }) => dataset.municipality.base + recurringPath(dataset, activity),
      { required: true, means: says("def:activity") },
    ),
    coded("order", "順序", "Place within the project's year", "integer", ({ activity }) => activity.order, {
      required: true,
      means: says("def:activityOrder"),
    }),
    coded(
      "value",
      "実績値",
      "Value",
      "decimal",
      ({ activity }) => activity.value && formatDecimal(activity.value),
      says("sdmx-measure:obsValue"),
    ),
    coded("unit", "単位", "Unit", "string", ({ activity }) => activity.value && activity.unit, {
      means: leads("sdmx-attribute:unitMeasure", "units/", "/#it"),
    }),
    coded("decimals", "小数点以下の桁数", "Decimals", "integer", ({ activity }) => activity.value?.scale, {
      means: says("def:decimals"),
    }),
    // A cell is one triple, so what limits a number has a column for each of its words.
    ...[...choiceNames("qualifier")].map(([qualifier, { ja, en = ja }]) =>
      coded<Row>(
        snakeCase(qualifier),
        ja,
        en,
        "string",
        ({ activity }) =>
          activity.value && activity.qualifiers.some((one) => one === qualifier) ? qualifier : "",
        { means: leads("def:qualifier", "def/#qualifier-", "") },
      ),
    ),
    coded("as_of", "時点", "As of", "date", ({ activity }) => activity.value && activity.asOf, {
      means: says("def:asOf"),
    }),
    coded("label", "名称", "Label, in Japanese", "string", ({ activity }) => labelOf(activity).ja, {
      required: true,
      means: says("rdfs:label", "ja"),
    }),
    coded("label_en", "名称（英語）", "Label", "string", ({ activity }) => labelOf(activity).en, {
      means: says("rdfs:label", "en"),
    }),
    coded("what", "内容", "What, in Japanese", "string", ({ activity }) => activity.what.ja, {
      required: true,
      means: says("def:what", "ja"),
    }),
    coded("what_en", "内容（英語）", "What", "string", ({ activity }) => activity.what.en, {
      means: says("def:what", "en"),
    }),
    coded("part", "内訳", "Part, in Japanese", "string", ({ activity }) => activity.breakdown?.ja, {
      means: says("def:part", "ja"),
    }),
    coded("part_en", "内訳（英語）", "Part", "string", ({ activity }) => activity.breakdown?.en, {
      means: says("def:part", "en"),
    }),
    coded(
      "translation",
      "英語の根拠",
      "Whose English",
      "string",
      ({ activity }) => activity.what.translation,
      leads("def:translation", "def/#translation-", ""),
    ),
    coded("period_start", "時期の初日", "First day", "date", ({ activity }) => activity.interval?.start, {
      means: says("def:periodStart"),
    }),
    coded("period_end", "時期の末日", "Last day", "date", ({ activity }) => activity.interval?.end, {
      means: says("def:periodEnd"),
    }),
    coded(
      "part_of",
      "合計",
      "Part of",
      "anyURI",
      ({ dataset, activity }) => {
        const whole = activitiesById(dataset).get(activity.partOf ?? "");
        return whole && dataset.municipality.base + activityPath(dataset, whole);
      },
      { means: says("def:partOf") },
    ),
    coded("indicator", "述べている指標", "Indicator stated", "string", ({ activity }) => activity.indicator, {
      means: leads("def:statesIndicator", "indicators/", "/#it"),
    }),
    ...readingColumns<Row>(({ activity }) => activity),
    coded(
      "reading_part",
      "読取箇所",
      "What the reading status is about",
      "string",
      ({ activity }) => unsurePart(activity),
      leads("def:readingPart", "def/#readingPart-", ""),
    ),
    coded(
      "achievements",
      "取組実績",
      "The body's own text",
      "string",
      ({ activity }) => activity.achievements,
      says("def:achievements", "ja"),
    ),
    coded("note", "備考", "Note", "string", ({ activity }) => activity.note, says("rdfs:comment", "ja")),
  ],
  further: codedFilledIn(
    "activities",
    ({ activities }) => activities,
    ({ activity }: Row) => activity,
  ),
  rows: (dataset) => dataset.activities.map((activity) => ({ dataset, activity })),
});

/** The table, with whether a dataset has any row of it. */
export const activityCoded: {
  readonly table: PublishedTable;
  readonly isThere: (dataset: Dataset) => boolean;
} = {
  table: activityCodedTable,
  isThere: ({ activities }) => activities.length > 0,
};
