// What earlier documents printed in place of the values, coded for machines: one row a print, in the codes of the graph.

import {
  earlierPrintPath,
  formatDecimal,
  type Indicator,
  type Municipality,
  type Observation,
  observationPath,
  series,
  statusMeaning,
} from "@shihyo/core";
import { earlierPrintsOf } from "../rdf/earlier-print.ts";
import { statusIdOf } from "../rdf/iri.ts";
import { dimensionColumns, readingColumns } from "./coded-columns.ts";
import { codedFilledIn } from "./detail-columns.ts";
import {
  coded,
  leads,
  onThePage,
  type PublishedTable,
  publishedTable,
  required,
  says,
} from "./published-table.ts";

interface Row {
  readonly municipality: Municipality;
  readonly indicator: Indicator;
  readonly print: Observation;
  readonly status: string | undefined;
}

const numberOf = ({ print: { value } }: Row) => (value.kind === "number" ? value.number : undefined);

export const earlierPrintTable: PublishedTable = publishedTable<Row>({
  name: "earlier_print",
  title: { ja: "以前の印刷（コード）", en: "Earlier prints, coded" },
  offered: onThePage(
    "linked",
    "以前の資料に印刷された値（アドレスとコード、CSVWつき）",
    "What earlier documents printed, by address and code, with CSVW",
    "前の しりょうの 数字（アドレスつき）",
  ),
  description: {
    ja: "前の資料に印刷された実績値を符号だけで表した機械向けの表。今は、後の資料の値を数える。",
    en: "What earlier documents printed as values, in codes, for machines. A later document's count in their place.",
  },
  isWhole: true,
  rowType: "def:EarlierPrint",
  primaryKey: ["uri"],
  columns: [
    coded(
      "uri",
      "URI",
      "URI",
      "anyURI",
      ({ municipality, print }) => municipality.base + earlierPrintPath(print),
      required,
    ),
    coded(
      "observation",
      "今の観測値",
      "Observation that counts today",
      "anyURI",
      ({ municipality, print }) => municipality.base + observationPath(print),
      { required: true, means: says("dct:isReplacedBy") },
    ),
    ...dimensionColumns<Row>(({ print }) => print),
    coded(
      "value",
      "実績値",
      "Value",
      "decimal",
      (row) => {
        const number = numberOf(row);
        return number && formatDecimal(number);
      },
      { means: says("sdmx-measure:obsValue") },
    ),
    coded("unit", "単位", "Unit", "string", (row) => (numberOf(row) ? row.indicator.unit : ""), {
      means: leads("sdmx-attribute:unitMeasure", "units/", "/#it"),
    }),
    coded("decimals", "小数点以下の桁数", "Decimals", "integer", (row) => numberOf(row)?.scale, {
      means: says("def:decimals"),
    }),
    coded(
      "text",
      "進捗状況",
      "Progress in words",
      "string",
      ({ print: { value } }) => (value.kind === "words" ? value.words : ""),
      says("def:words", "ja"),
    ),
    coded("status", "値の状態", "Status", "string", ({ status }) => status, {
      means: leads("def:status", "statuses/", "/#it"),
    }),
    coded("as_of", "時点", "As of", "date", ({ print }) => print.asOf, says("def:asOf")),
    ...readingColumns<Row>(({ print }) => print),
    coded("note", "備考", "Note", "string", ({ print }) => print.note, says("rdfs:comment", "ja")),
  ],
  further: codedFilledIn(
    "observations",
    ({ earlierPrints }) => [...earlierPrints.values()].flat(),
    ({ print }: Row) => print,
  ),
  *rows(dataset) {
    const { municipality, earlierPrints } = dataset;
    if (earlierPrints.size === 0) return;
    const statusId = statusIdOf(dataset);
    for (const item of series(dataset))
      for (const print of earlierPrintsOf(dataset, item)) {
        const status = statusId(statusMeaning(print.value, print.status));
        yield { municipality, indicator: item.indicator, print, status };
      }
  },
});
