// What was done coded for machines: one row an activity, in the codes of the graph, those without a figure too.

import {
  type Activity,
  activitiesById,
  activityPath,
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
import { type RowOf, recordRows } from "./record-rows.ts";

export const activityCodedTable: PublishedTable = publishedTable<RowOf<Activity>>({
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
      ({ dataset, item }) => dataset.municipality.base + activityPath(dataset, item),
      required,
    ),
    coded(
      "dataset",
      "データキューブ",
      "Cube",
      "string",
      ({ item }) => item.value && activitiesCube.id,
      leads("qb:dataSet", "def/#", ""),
    ),
    coded("type", "種類", "Type", "string", ({ item }) => (item.value ? "Observation" : ""), {
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
    coded("period", "年度", "Fiscal year", "string", ({ item }) => `FY${item.year}`, {
      required: true,
      means: leads("sdmx-dimension:refPeriod", "periods/", "/#it"),
    }),
    coded(
      "project",
      "事業",
      "Project",
      "anyURI",
      ({ dataset, item }) => {
        const node = dataset.nodes.get(item.project);
        return node && dataset.municipality.base + thing(nodePath(node));
      },
      { required: true, means: says("def:project") },
    ),
    coded(
      "activity",
      "年度をまたぐ活動",
      "Activity from year to year",
      "anyURI",
      ({ dataset, item }) => dataset.municipality.base + recurringPath(dataset, item),
      { required: true, means: says("def:activity") },
    ),
    coded("order", "順序", "Place within the project's year", "integer", ({ item }) => item.order, {
      required: true,
      means: says("def:activityOrder"),
    }),
    coded(
      "value",
      "実績値",
      "Value",
      "decimal",
      ({ item }) => item.value && formatDecimal(item.value),
      says("sdmx-measure:obsValue"),
    ),
    coded("unit", "単位", "Unit", "string", ({ item }) => item.value && item.unit, {
      means: leads("sdmx-attribute:unitMeasure", "units/", "/#it"),
    }),
    coded("decimals", "小数点以下の桁数", "Decimals", "integer", ({ item }) => item.value?.scale, {
      means: says("def:decimals"),
    }),
    // A cell is one triple, so what limits a number has a column for each of its words.
    ...[...choiceNames("qualifier")].map(([qualifier, { ja, en = ja }]) =>
      coded<RowOf<Activity>>(
        snakeCase(qualifier),
        ja,
        en,
        "string",
        ({ item }) => (item.value && item.qualifiers.some((one) => one === qualifier) ? qualifier : ""),
        { means: leads("def:qualifier", "def/#qualifier-", "") },
      ),
    ),
    coded("as_of", "時点", "As of", "date", ({ item }) => item.value && item.asOf, says("def:asOf")),
    coded("label", "名称", "Label, in Japanese", "string", ({ item }) => labelOf(item).ja, {
      required: true,
      means: says("rdfs:label", "ja"),
    }),
    coded("label_en", "名称（英語）", "Label", "string", ({ item }) => labelOf(item).en, {
      means: says("rdfs:label", "en"),
    }),
    coded("what", "内容", "What, in Japanese", "string", ({ item }) => item.what.ja, {
      required: true,
      means: says("def:what", "ja"),
    }),
    coded("what_en", "内容（英語）", "What", "string", ({ item }) => item.what.en, says("def:what", "en")),
    coded("part", "内訳", "Part, in Japanese", "string", ({ item }) => item.breakdown?.ja, {
      means: says("def:part", "ja"),
    }),
    coded("part_en", "内訳（英語）", "Part", "string", ({ item }) => item.breakdown?.en, {
      means: says("def:part", "en"),
    }),
    coded(
      "translation",
      "英語の根拠",
      "Whose English",
      "string",
      ({ item }) => item.what.translation,
      leads("def:translation", "def/#translation-", ""),
    ),
    coded("period_start", "時期の初日", "First day", "date", ({ item }) => item.interval?.start, {
      means: says("def:periodStart"),
    }),
    coded("period_end", "時期の末日", "Last day", "date", ({ item }) => item.interval?.end, {
      means: says("def:periodEnd"),
    }),
    coded(
      "part_of",
      "合計",
      "Part of",
      "anyURI",
      ({ dataset, item }) => {
        const whole = activitiesById(dataset).get(item.partOf ?? "");
        return whole && dataset.municipality.base + activityPath(dataset, whole);
      },
      { means: says("def:partOf") },
    ),
    coded("indicator", "述べている指標", "Indicator stated", "string", ({ item }) => item.indicator, {
      means: leads("def:statesIndicator", "indicators/", "/#it"),
    }),
    ...readingColumns<RowOf<Activity>>(({ item }) => item),
    coded(
      "reading_part",
      "読取箇所",
      "What the reading status is about",
      "string",
      ({ item }) => unsurePart(item),
      leads("def:readingPart", "def/#readingPart-", ""),
    ),
    coded(
      "achievements",
      "取組実績",
      "The body's own text",
      "string",
      ({ item }) => item.achievements,
      says("def:achievements", "ja"),
    ),
    coded("note", "備考", "Note", "string", ({ item }) => item.note, says("rdfs:comment", "ja")),
  ],
  further: codedFilledIn(
    "activities",
    ({ activities }) => activities,
    ({ item }: RowOf<Activity>) => item,
  ),
  rows: (dataset) => recordRows(dataset, dataset.activities),
});
