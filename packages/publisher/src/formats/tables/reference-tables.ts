// The other tables of a release: indicators, nodes, placements, listings, units, corrections.

import {
  aggregationWords,
  type Correction,
  correctionPath,
  type Dataset,
  directionBasisWords,
  directionWords,
  firstListings,
  type Indicator,
  indicatorPath,
  type Language,
  type Level,
  type Listing,
  nodeLabels,
  nodePath,
  type Placement,
  type PlanNode,
  periodWords,
  sameQudt,
  summaryWords,
  type Text,
  thing,
  type Unit,
  unitKindWords,
  unitPath,
  wordFor,
} from "@shihyo/core";
import { listingPath, placementPath } from "../rdf/iri.ts";
import { readingCell } from "./cells.ts";
import { columnsAlwaysThere } from "./detail-columns.ts";
import { leadingColumns } from "./leading.ts";
import {
  type ColumnMeaning,
  type FilledColumn,
  leads,
  onPortals,
  type PublishedTable,
  publishedTable,
  publishedTranslation,
  required,
  says,
  worded,
} from "./published-table.ts";
import { detailsFilledIn, type RowOf, recordRows, uriColumn } from "./record-rows.ts";

/** 名称, 名称_英語 and whose the English is. */
function nameColumns<T extends { readonly name: Text }>(isLabel = false): FilledColumn<RowOf<T>>[] {
  const label = (language: Language): { readonly means?: ColumnMeaning } =>
    isLabel ? { means: says("skos:prefLabel", language) } : {};
  return [
    worded("名称", "Name", "string", ({ item }) => item.name.ja, { required: true, ...label("ja") }),
    worded("名称_英語", "Name in English", "string", ({ item }) => item.name.en, label("en")),
    publishedTranslation<RowOf<T>>(({ item }) => item.name),
  ];
}

export const indicatorTable: PublishedTable = publishedTable<RowOf<Indicator>>({
  name: "indicator",
  title: { ja: "指標一覧", en: "Indicators" },
  offered: onPortals("statistics", "指標", "Indicators", "数字"),
  description: {
    ja: "指標の名称、単位、数え方、望ましい方向。",
    en: "The indicators: names, units, how they count, which way is better.",
  },
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<Indicator>>(({ item }) => item.id, says("skos:notation")),
    ...nameColumns<Indicator>(),
    worded("表示名", "Label", "string", ({ dataset, item }) => dataset.labels.get(item.id)?.ja, {
      required: true,
      means: says("skos:prefLabel", "ja"),
    }),
    worded(
      "表示名_英語",
      "Label in English",
      "string",
      ({ dataset, item }) => dataset.labels.get(item.id)?.en,
      says("skos:prefLabel", "en"),
    ),
    worded("指標区分", "Kind", "string", ({ item }) => item.kind, required),
    worded("単位ID", "Unit ID", "string", ({ item }) => item.unit, leads("def:unit", "units/", "/#it")),
    worded("単位", "Unit", "string", ({ dataset, item }) => dataset.units.get(item.unit ?? "")?.name.ja),
    worded("小数点以下桁数", "Decimals", "integer", ({ item }) => item.decimals, says("def:decimals")),
    worded("期間区分", "Kind of period", "string", ({ item }) => wordFor(periodWords, item.period), required),
    worded("集計区分", "Aggregation", "string", ({ item }) => wordFor(aggregationWords, item.aggregation), {
      required: true,
    }),
    worded("累計の開始日", "Cumulative from", "date", ({ item }) => item.cumulativeFrom, {
      means: says("def:cumulativeFrom"),
    }),
    worded(
      "望ましい方向",
      "Which way is better",
      "string",
      ({ item }) => wordFor(directionWords, item.direction),
      required,
    ),
    worded(
      "望ましい方向_根拠",
      "Who says so",
      "string",
      ({ item }) => item.directionBasis && wordFor(directionBasisWords, item.directionBasis),
    ),
    worded("読取状況", "Reading status", "string", ({ item }) => readingCell(item.reading), required),
    worded("定義", "Definition", "string", ({ item }) => item.definition?.ja, says("skos:definition", "ja")),
    worded("定義_英語", "Definition in English", "string", ({ item }) => item.definition?.en, {
      means: says("skos:definition", "en"),
    }),
    ...columnsAlwaysThere("indicators", ({ item }: RowOf<Indicator>) => item),
    worded("廃止年度", "Abolished in", "gYear", ({ item }) => item.abolished, says("def:abolished")),
    worded("備考", "Note", "string", ({ item }) => item.note, says("skos:note", "ja")),
    uriColumn(({ item }) => thing(indicatorPath(item.id))),
  ],
  further: detailsFilledIn("indicators", ({ indicators }) => indicators.values()),
  furtherBefore: "備考",
  rows: (dataset) => recordRows(dataset, dataset.indicators.values()),
});

export const nodeTable: PublishedTable = publishedTable<RowOf<PlanNode>>({
  name: "node",
  title: { ja: "計画の項目一覧", en: "Plan nodes" },
  offered: onPortals(
    "statistics",
    "計画とその項目",
    "The plans and the nodes at their levels",
    "計画の なまえ",
  ),
  description: {
    ja: "計画と、その各段の項目。",
    en: "The plans, and the nodes at each of their levels.",
  },
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<PlanNode>>(({ item }) => item.id, says("skos:notation")),
    worded("種別", "Kind", "string", ({ item }) => item.levelName.ja, required),
    ...nameColumns<PlanNode>(),
    worded("表示名", "Label", "string", ({ dataset, item }) => nodeLabels(dataset).get(item.id)?.ja, {
      required: true,
      description: { ja: "データの中で一意の名称", en: "A name that is unique within the data" },
      means: says("skos:prefLabel", "ja"),
    }),
    worded(
      "表示名_英語",
      "Label in English",
      "string",
      ({ dataset, item }) => nodeLabels(dataset).get(item.id)?.en,
      says("skos:prefLabel", "en"),
    ),
    worded("読取状況", "Reading status", "string", ({ item }) => readingCell(item.reading), required),
    worded("計画ID", "Plan ID", "string", ({ item }) => item.plan, leads("skos:inScheme", "plans/", "/#it")),
    worded("開始年度", "From", "gYear", ({ item }) => item.from, says("def:from")),
    worded("廃止年度", "Abolished in", "gYear", ({ item }) => item.abolished, says("def:abolished")),
    worded("会計", "Account", "string", ({ item }) => item.account, says("def:account", "ja")),
    worded(
      "所管",
      "Section in charge",
      "string",
      ({ dataset, item }) => dataset.sections.get(item.section ?? "")?.name.ja,
    ),
    worded("分野", "Field", "string", ({ item }) => item.field, {
      description: { ja: "e-Statの統計分野", en: "e-Stat's field of statistics" },
    }),
    worded("説明", "Summary", "string", ({ item }) => item.summary?.ja),
    worded("説明_英語", "Summary in English", "string", ({ item }) => item.summary?.en),
    worded(
      "説明_根拠",
      "Whose summary",
      "string",
      ({ item }) => item.summaryBy && wordFor(summaryWords, item.summaryBy),
    ),
    worded("取組内容", "The body's description", "string", ({ item }) => item.content, {
      means: says("skos:definition", "ja"),
    }),
    worded("備考", "Note", "string", ({ item }) => item.note, says("skos:note", "ja")),
    uriColumn(({ item }) => thing(nodePath(item))),
  ],
  further: detailsFilledIn("nodes", ({ nodes }) => nodes.values()),
  furtherBefore: "備考",
  rows: (dataset) => recordRows(dataset, dataset.nodes.values()),
});

export const placementTable: PublishedTable = publishedTable<RowOf<Placement>>({
  name: "placement",
  title: { ja: "位置づけ一覧", en: "Placements" },
  offered: onPortals("statistics", "位置づけ", "What stands under what", "どこに あるか"),
  description: {
    ja: "どの項目がどの項目の下に位置づけられるか。1つの項目が複数の項目の下に位置づけられることがある。",
    en: "Which node stands under which; a node may stand under several.",
  },
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<Placement>>(({ item }) => `${item.node}${item.parent}`),
    worded("項目ID", "Node ID", "string", ({ item }) => item.node, required),
    worded("項目名", "Node", "string", ({ dataset, item }) => dataset.nodes.get(item.node)?.name.ja),
    worded("親ID", "Parent ID", "string", ({ item }) => item.parent, required),
    worded("親項目名", "Parent", "string", ({ dataset, item }) => dataset.nodes.get(item.parent)?.name.ja),
    worded("番号", "Printed number", "integer", ({ item }) => item.number, says("def:printedNumber")),
    worded("順序", "Order", "integer", ({ item }) => item.order, {
      required: true,
      means: says("def:order"),
    }),
    worded("出典_頁", "Page in the source", "integer", ({ item }) => item.page, says("def:page")),
    uriColumn(({ dataset, item }) => {
      const node = dataset.nodes.get(item.node);
      return node ? placementPath(node, item.parent) : "";
    }),
  ],
  further: detailsFilledIn("placements", ({ placements }) => placements),
  rows: (dataset) => recordRows(dataset, dataset.placements),
});

interface ListingRow extends RowOf<Listing> {
  readonly again: boolean;
}

export const listingTable: PublishedTable = {
  ...listingsUnder("上位ID", "Printed below"),
  of(dataset) {
    const level = levelAboveLast(dataset);
    return level === undefined
      ? listingsUnder("上位ID", "Printed below")
      : listingsUnder(`${level.name.ja}ID`, `${level.name.en ?? level.name.ja} ID`);
  },
};

/** Where all plans have the same name for what stands above their last level, that is the name of the column. */
function levelAboveLast({ levels }: Dataset): Level | undefined {
  const above = levels.filter(
    ({ plan, order }) =>
      order === Math.max(...levels.filter((one) => one.plan === plan).map((one) => one.order)) - 1,
  );
  return new Set(above.map(({ name }) => name.ja)).size === 1 ? above[0] : undefined;
}

function listingsUnder(above: string, english: string): PublishedTable {
  return publishedTable<ListingRow>({
    name: "listing",
    title: { ja: "掲載一覧", en: "Listings" },
    offered: onPortals(
      "statistics",
      "掲載（どの頁にあるか）",
      "Where each indicator is printed",
      "どの ページに あるか",
    ),
    description: {
      ja: "どの指標がどの項目の下に掲載されたか。再掲を含む。",
      en: "Which indicator is printed under which node, repeated listings included.",
    },
    primaryKey: ["ID"],
    columns: [
      ...leadingColumns<ListingRow>(({ item }) => item.id, says("skos:notation")),
      worded("掲載先ID", "Listed under", "string", ({ item }) => item.node, required),
      worded(above, english, "string", ({ item }) => item.above, { refersTo: "node" }),
      worded("指標ID", "Indicator ID", "string", ({ item }) => item.indicator, {
        means: leads("def:lists", "indicators/", "/#it"),
      }),
      worded("再掲", "Listed again", "string", ({ item, again }) =>
        item.indicator ? (again ? "有" : "無") : "",
      ),
      worded("順序", "Order", "integer", ({ item }) => item.order, {
        required: true,
        means: says("def:order"),
      }),
      worded("掲載名", "Name as printed there", "string", ({ item }) => item.printedName, {
        means: says("def:printedName", "ja"),
      }),
      worded("備考", "Note", "string", ({ item }) => item.note, says("skos:note", "ja")),
      worded("出典_頁", "Page in the source", "integer", ({ item }) => item.page, says("def:page")),
      uriColumn(({ dataset, item }) => listingPath(dataset, item)),
    ],
    further: detailsFilledIn("listings", ({ listings }) => listings),
    rows(dataset) {
      const first = firstListings(dataset.listings);
      return recordRows(dataset, dataset.listings).map((row) => ({
        ...row,
        again: row.item.indicator !== undefined && first.get(row.item.indicator) !== row.item,
      }));
    },
  });
}

export const unitTable: PublishedTable = publishedTable<RowOf<Unit>>({
  name: "unit",
  title: { ja: "単位一覧", en: "Units" },
  offered: onPortals("statistics", "単位", "Units", "たんい"),
  description: {
    ja: "単位と、国際的な単位との対応。",
    en: "The units, and the international units they equal.",
  },
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<Unit>>(({ item }) => item.id, says("skos:notation")),
    ...nameColumns<Unit>(true),
    worded("名称_英語_単数", "Name in English beside the number 1", "string", ({ item }) => item.singular, {
      means: says("def:singular", "en"),
    }),
    worded("種別", "Kind", "string", ({ item }) => wordFor(unitKindWords, item.kind), required),
    worded("QUDT", "QUDT unit", "string", ({ item }) => sameQudt(item)),
    worded("UCUM", "UCUM code", "string", ({ item }) => item.ucum, says("def:ucum")),
    worded("増減の単位", "Unit of a difference", "string", ({ item }) => item.differenceUnit, {
      means: says("def:differenceUnit", "ja"),
    }),
    worded("備考", "Note", "string", ({ item }) => item.note, says("skos:note", "ja")),
    uriColumn(({ item }) => thing(unitPath(item.id))),
  ],
  further: detailsFilledIn("units", ({ units }) => units.values()),
  rows: (dataset) => recordRows(dataset, dataset.units.values()),
});

export const correctionTable: PublishedTable = publishedTable<RowOf<Correction>>({
  name: "correction",
  title: { ja: "訂正一覧", en: "Corrections" },
  offered: onPortals("statistics", "訂正の記録", "Corrections", "なおした こと"),
  description: { ja: "公開後に訂正した内容。", en: "What was changed after publication." },
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<Correction>>(({ item }) => item.id, says("dct:identifier")),
    worded("日付", "Date", "date", ({ item }) => item.date, {
      required: true,
      means: says("dct:date"),
    }),
    worded("対象ID", "Subject", "string", ({ item }) => item.subject, required),
    worded("項目", "Property", "string", ({ item }) => item.property, {
      required: true,
      means: says("def:correctedProperty", "ja"),
    }),
    worded("訂正前", "From", "string", ({ item }) => item.from, says("def:correctedFrom")),
    worded("訂正後", "To", "string", ({ item }) => item.to, says("def:correctedTo")),
    worded("理由", "Reason", "string", ({ item }) => item.reason, {
      required: true,
      means: says("def:reason", "ja"),
    }),
    uriColumn(({ item }) => thing(correctionPath(item.id))),
  ],
  further: detailsFilledIn("corrections", ({ corrections }) => corrections),
  rows: (dataset) => recordRows(dataset, dataset.corrections),
});
