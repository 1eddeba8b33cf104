// The indicators' tables: indicators.csv, units.csv, breakdowns.csv, listings.csv.

import { defined } from "../model/defined.ts";
import type { Breakdown, Indicator, Unit } from "../model/indicator.ts";
import type { Listing } from "../model/listing.ts";
import { column, noteColumn, optionalColumn, translationColumn } from "./columns.ts";
import type { Table } from "./table.ts";
import {
  aggregationWords,
  directionBasisWords,
  directionWords,
  indicatorKindWords,
  periodWords,
  readingWords,
  unitKindWords,
} from "./words.ts";

export const indicatorsTable: Table<Indicator> = {
  file: "indicators.csv",
  title: { ja: "指標", en: "Indicators" },
  idColumn: "ID",
  columns: [
    column(
      "ID",
      "指標のID（K0001）。変えず、使い回さない",
      "The indicator's ID (K0001); never changed, never used again",
    ),
    column("名称", "印刷された名称。読めない所は…", "The name as printed; … for what cannot be read"),
    column("名称_英語", "英語の名称", "The name in English"),
    translationColumn,
    column("指標区分", "取組指標・KPI・数値目標", "Of a project, a policy (KPI) or a goal (数値目標)"),
    column("単位ID", "単位のID（値が言葉だけなら空）", "The unit (empty where every value is words)"),
    column("小数点以下桁数", "印刷される小数点以下の桁数", "How many decimals are printed"),
    column("期間区分", "年度・暦年", "Fiscal or calendar year"),
    column(
      "集計区分",
      "単年度・累計・時点・不明",
      "Within the year, cumulative, at a point of time, or unknown",
    ),
    column("累計の開始日", "累計の場合の開始日", "For a cumulative indicator, the day from which it counts"),
    column("割合の上限", "100を超えることのある割合なら「なし」", "なし where a share may be over 100"),
    column("望ましい方向", "増加・減少・維持・判断しない", "Which way is better"),
    column("望ましい方向_根拠", "市、または推定", "Who says so: the city, or only plain to us"),
    column("読取状況", "名称の読み取り：確定・復元・要確認", "How surely the name was read"),
    column("定義", "何をどう数えるか", "What is counted, and how"),
    column("定義_英語", "英語の定義", "The definition in English"),
    column("算出式", "算出式", "The formula"),
    column("分子", "分子", "The numerator"),
    column("分母", "分母", "The denominator"),
    column("データ元", "もとになる統計や記録", "The statistics or records behind it"),
    column("廃止年度", "なくなった最初の年度（西暦）", "The first year in which it is no more"),
    noteColumn,
  ],
  read(row) {
    const direction = row.requiredChoice("望ましい方向", directionWords, "none");
    return defined<Indicator>({
      id: row.id("ID", "K0001"),
      name: row.name("名称"),
      kind: row.requiredChoice("指標区分", indicatorKindWords, "indicator"),
      unit: row.reference("単位ID"),
      decimals: row.integer("小数点以下桁数"),
      period: row.requiredChoice("期間区分", periodWords, "fiscal"),
      aggregation: row.requiredChoice("集計区分", aggregationWords, "unknown"),
      cumulativeFrom: row.date("累計の開始日"),
      shareLimited: row.choice("割合の上限", { なし: "none", あり: "limited" }) !== "none",
      direction,
      directionBasis:
        direction === "none"
          ? row.choice("望ましい方向_根拠", directionBasisWords)
          : row.requiredChoice("望ましい方向_根拠", directionBasisWords, "estimated"),
      reading: row.requiredChoice("読取状況", readingWords, "certain"),
      definition: row.optionalName("定義"),
      formula: row.text("算出式"),
      numerator: row.text("分子"),
      denominator: row.text("分母"),
      dataSource: row.text("データ元"),
      abolished: row.year("廃止年度"),
      note: row.text("備考"),
    });
  },
};

export const unitsTable: Table<Unit> = {
  file: "units.csv",
  title: { ja: "単位", en: "Units" },
  idColumn: "ID",
  columns: [
    column("ID", "単位のID（U01）", "The unit's ID (U01)"),
    column("名称", "市が書くとおりの単位", "The unit as the city writes it"),
    column("名称_英語", "英語の単位", "The unit in English"),
    optionalColumn(
      "名称_英語_単数",
      "値が1のときの英語（case）",
      "The unit in English beside the number 1 (case)",
    ),
    translationColumn,
    column(
      "種別",
      "割合・人数・計数・金額・物理量・ポイント",
      "Share, persons, count, money, quantity or point",
    ),
    column(
      "QUDT",
      "意味が等しいQUDTの単位（PERCENTなど）",
      "QUDT's unit where the meaning is equal (PERCENT)",
    ),
    column("UCUM", "UCUMの記号", "The UCUM code"),
    column("増減の単位", "増減に使う単位（%はポイント）", "The unit of a difference (ポイント for %)"),
    noteColumn,
  ],
  read(row) {
    return defined<Unit>({
      id: row.id("ID", "U01"),
      name: row.name("名称"),
      singular: row.text("名称_英語_単数"),
      kind: row.requiredChoice("種別", unitKindWords, "count"),
      qudt: row.text("QUDT"),
      ucum: row.text("UCUM"),
      differenceUnit: row.text("増減の単位"),
      note: row.text("備考"),
    });
  },
};

export const breakdownsTable: Table<Breakdown> = {
  file: "breakdowns.csv",
  title: { ja: "内訳", en: "Breakdowns" },
  idColumn: "ID",
  columns: [
    column("ID", "内訳のID（B0001）", "The breakdown's ID (B0001)"),
    column("名称", "内訳の名称", "Its name"),
    column("名称_英語", "英語の名称", "The name in English"),
    translationColumn,
    noteColumn,
  ],
  read(row) {
    return defined<Breakdown>({ id: row.id("ID", "B0001"), name: row.name("名称"), note: row.text("備考") });
  },
};

export const listingsTable: Table<Listing> = {
  file: "listings.csv",
  title: { ja: "掲載", en: "Listings" },
  idColumn: "ID",
  columns: [
    column("ID", "掲載のID（L0001）", "The listing's ID (L0001)"),
    column(
      "掲載先ID",
      "事業のID（KPIは施策、数値目標は基本目標）",
      "The project (a policy for a KPI, a goal for a 数値目標)",
    ),
    column(
      "主な取組ID",
      "その事業が掲載された主な取組のID",
      "The initiative under which the project is printed here",
    ),
    column("指標ID", "指標のID（指標なしは空）", "The indicator (empty for 指標なし)"),
    column("順序", "報告書での順序（1から）", "Its place in the report, from 1"),
    column("頁", "印刷された頁", "The printed page"),
    column("掲載名", "ここに印刷された名称（違う場合だけ）", "The name as printed here, where it differs"),
    noteColumn,
  ],
  read(row) {
    return defined<Listing>({
      id: row.id("ID", "L0001"),
      node: row.raw("掲載先ID"),
      initiative: row.reference("主な取組ID"),
      indicator: row.reference("指標ID"),
      order: row.requiredInteger("順序"),
      page: row.integer("頁"),
      printedName: row.text("掲載名"),
      note: row.text("備考"),
    });
  },
};
