// The indicators' tables: indicators.csv, units.csv, breakdowns.csv, listings.csv.

import { defined } from "../model/defined.ts";
import type { Breakdown, Indicator, IndicatorKind, Unit } from "../model/indicator.ts";
import type { Listing } from "../model/listing.ts";
import { column, noteColumn, optionalColumn, translationColumn } from "./columns.ts";
import { detailColumns, readDetails, withDetails } from "./details.ts";
import { equalQudt } from "./qudt.ts";
import { maximumDigits, type Row } from "./row.ts";
import type { Table } from "./table.ts";
import {
  aggregationWords,
  directionBasisWords,
  directionWords,
  periodWords,
  readingWords,
  unitKindWords,
} from "./words.ts";

/** `kinds` are the city's own; without any, every word is taken as a kind. */
export const indicatorsTable = (kinds: readonly IndicatorKind[]): Table<Indicator> => ({
  file: "indicators.csv",
  title: { ja: "指標", en: "Indicators" },
  idColumn: "ID",
  columns: [
    column("ID", [
      "指標のID（K0001）。変えず、使い回さない",
      "The indicator's ID (K0001); never changed, never used again",
    ]),
    column("名称", ["印刷された名称。読めない所は…", "The name as printed; … for what cannot be read"]),
    column("名称_英語", ["英語の名称", "The name in English"]),
    translationColumn,
    column("指標区分", [
      "団体が使う区分（indicator-kinds.csv の名称）",
      "The body's own kind, as in indicator-kinds.csv",
    ]),
    column("単位ID", [
      "単位のID（言葉だけの指標や、単位のない数値は空）",
      "The unit (empty for words, and for numbers without one)",
    ]),
    column("小数点以下桁数", ["印刷される小数点以下の桁数", "How many decimals are printed"]),
    column("期間区分", ["年度・暦年", "Fiscal or calendar year"]),
    column("集計区分", [
      "単年度・累計・時点・不明",
      "Within the year, cumulative, at a point of time, or unknown",
    ]),
    column("累計の開始日", [
      "累計の場合の開始日",
      "For a cumulative indicator, the day from which it counts",
    ]),
    column("割合の上限", ["100を超えることのある割合なら「なし」", "なし where a share may be over 100"]),
    column("望ましい方向", ["増加・減少・維持・判断しない", "Which way is better"]),
    column("望ましい方向_根拠", [
      "市（団体自身）、または推定",
      "Who says so: the body itself (市), or only plain to us",
    ]),
    column("読取状況", ["名称の読み取り：確定・復元・要確認", "How surely the name was read"]),
    column("定義", ["何をどう数えるか", "What is counted, and how"]),
    column("定義_英語", ["英語の定義", "The definition in English"]),
    ...detailColumns("indicators", false),
    column("廃止年度", ["なくなった最初の年度（西暦）", "The first year in which it is no more"]),
    ...detailColumns("indicators", true),
    noteColumn,
  ],
  read(row) {
    const names = Object.fromEntries(kinds.map(({ name }) => [name.ja, name.ja]));
    const direction = row.requiredChoice("望ましい方向", directionWords, "none");
    return defined<Indicator>({
      id: row.id("ID", "K0001"),
      name: row.name("名称"),
      kind: kinds.length > 0 ? row.requiredChoice("指標区分", names, "") : row.requiredText("指標区分"),
      ...readDetails("indicators", row),
      unit: row.reference("単位ID"),
      decimals: decimalsOf(row),
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
      abolished: row.year("廃止年度"),
      note: row.text("備考"),
    });
  },
});

export const unitsTable: Table<Unit> = withDetails("units", {
  isOptional: true,
  file: "units.csv",
  title: { ja: "単位", en: "Units" },
  idColumn: "ID",
  columns: [
    column("ID", ["単位のID（U01）", "The unit's ID (U01)"]),
    column("名称", ["団体が書くとおりの単位", "The unit as the body writes it"]),
    column("名称_英語", ["英語の単位", "The unit in English"]),
    optionalColumn("名称_英語_単数", [
      "値が1のときの英語（case）",
      "The unit in English beside the number 1 (case)",
    ]),
    translationColumn,
    column("種別", [
      "割合・人数・計数・金額・物理量・ポイント",
      "Share, persons, count, money, quantity or point",
    ]),
    column("QUDT", [
      "意味が等しいQUDTの単位（PERCENTなど）。空なら、名称から分かるもの（円、%、kmなど）",
      "QUDT's unit where the meaning is equal (PERCENT); if empty, the one that the name tells (円, %, km)",
    ]),
    column("UCUM", ["UCUMの記号", "The UCUM code"]),
    column("増減の単位", ["増減に使う単位（%はポイント）", "The unit of a difference (ポイント for %)"]),
    optionalColumn("印刷形", [
      "印刷された形（名称がm²で、印刷が㎡の場合）",
      "As printed, where the name is written otherwise",
    ]),
    noteColumn,
  ],
  read(row) {
    const name = row.name("名称");
    return defined<Unit>({
      id: row.id("ID", "U01"),
      name,
      singular: row.text("名称_英語_単数"),
      kind: row.requiredChoice("種別", unitKindWords, "count"),
      qudt: row.text("QUDT") ?? equalQudt(name.ja),
      ucum: row.text("UCUM"),
      differenceUnit: row.text("増減の単位"),
      // What the report prints may be what not every machine shows; it is kept as it is.
      printed: row.raw("印刷形") || undefined,
      note: row.text("備考"),
    });
  },
});

export const breakdownsTable: Table<Breakdown> = withDetails("breakdowns", {
  isOptional: true,
  file: "breakdowns.csv",
  title: { ja: "内訳", en: "Breakdowns" },
  idColumn: "ID",
  columns: [
    column("ID", ["内訳のID（B0001）", "The breakdown's ID (B0001)"]),
    column("名称", ["内訳の名称", "Its name"]),
    optionalColumn("関係", [
      "内訳（合計になる）・うち（合計にならない）",
      "A part that adds up (内訳), or one counted within (うち)",
    ]),
    column("名称_英語", ["英語の名称", "The name in English"]),
    translationColumn,
    noteColumn,
  ],
  read(row) {
    const relation = row.choice("関係", { 内訳: "part", うち: "ofWhich" });
    return defined<Breakdown>({
      id: row.id("ID", "B0001"),
      name: row.name("名称"),
      isOfWhich: relation === "ofWhich" || undefined,
      note: row.text("備考"),
    });
  },
});

export const listingsTable: Table<Listing> = withDetails("listings", {
  file: "listings.csv",
  title: { ja: "掲載", en: "Listings" },
  idColumn: "ID",
  columns: [
    column("ID", ["掲載のID（L0001）", "The listing's ID (L0001)"]),
    column("掲載先ID", [
      "指標が載っている項目のID（どの段でもよい）",
      "The node under which it is listed, at any level",
    ]),
    column("上位ID", [
      "その項目がここではどの項目の下にあるか（空でもよい）",
      "The node under which that node is printed here; may be empty",
    ]),
    column("指標ID", ["指標のID（指標なしは空）", "The indicator (empty for 指標なし)"]),
    column("順序", ["報告書での順序（1から）", "Its place in the report, from 1"]),
    column("頁", ["印刷された頁", "The printed page"]),
    column("掲載名", ["ここに印刷された名称（違う場合だけ）", "The name as printed here, where it differs"]),
    noteColumn,
  ],
  read(row) {
    return defined<Listing>({
      id: row.id("ID", "L0001"),
      node: row.raw("掲載先ID"),
      above: row.reference("上位ID"),
      indicator: row.reference("指標ID"),
      order: row.requiredInteger("順序"),
      page: row.integer("頁"),
      printedName: row.text("掲載名"),
      note: row.text("備考"),
    });
  },
});

/** No number has more decimals than digits. */
function decimalsOf(row: Row): number | undefined {
  const column = "小数点以下桁数";
  const decimals = row.integer(column);
  if (decimals === undefined || decimals <= maximumDigits) return decimals;
  row.issue("number-too-long", column, { found: decimals });
  return undefined;
}
