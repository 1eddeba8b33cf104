// The table of what was done (活動実績): one row per figure of a project's year, or per action without one.

import {
  type Activity,
  activityPath,
  formatDecimal,
  formatInterval,
  formatJapaneseYear,
  qualifierWords,
  readingPartWords,
  recurringId,
  unsurePart,
  wordFor,
} from "@shihyo/core";
import { readingCell } from "./cells.ts";
import { leadingColumns } from "./leading.ts";
import {
  leads,
  onPortals,
  type PublishedTable,
  publishedTable,
  publishedTranslation,
  required,
  says,
  worded,
} from "./published-table.ts";
import { detailsFilledIn, type RowOf, recordRows, sourceColumn, uriColumn } from "./record-rows.ts";

export const activityTable: PublishedTable = publishedTable<RowOf<Activity>>({
  name: "activity",
  title: { ja: "活動実績一覧", en: "What was done" },
  offered: onPortals("statistics", "活動実績", "Activities", "した ことの 数字"),
  description: {
    ja: "事業ごとに、その年度に行ったこととその数値。内容は報告書の文ではなく、短い言葉にしたもの。",
    en: "What each project did in a year, with its figures; terms of ours, not the report's sentences.",
  },
  cubes: ["activities"],
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<RowOf<Activity>>(({ item }) => item.id),
    worded("事業ID", "Project ID", "string", ({ item }) => item.project, required),
    worded("事業名", "Project", "string", ({ dataset, item }) => dataset.nodes.get(item.project)?.name.ja, {
      required: true,
    }),
    worded("年度", "Fiscal year", "gYear", ({ item }) => item.year, {
      required: true,
      means: leads("sdmx-dimension:refPeriod", "periods/FY", "/#it"),
    }),
    worded("年度_和暦", "Japanese year", "string", ({ item }) => formatJapaneseYear(item.year), required),
    worded("順序", "Order", "integer", ({ item }) => item.order, {
      required: true,
      description: { ja: "その年度の、その事業の中での順序", en: "Its place within the project's year" },
      means: says("def:activityOrder"),
    }),
    worded("内容", "What", "string", ({ item }) => item.what.ja, {
      required: true,
      description: {
        ja: "行ったことと、数えたもの。…は読み取れない文字",
        en: "What was done and counted; … stands for what cannot be read",
      },
      means: says("def:what", "ja"),
    }),
    worded("内容_英語", "What, in English", "string", ({ item }) => item.what.en, says("def:what", "en")),
    worded("内訳", "Part", "string", ({ item }) => item.breakdown?.ja, says("def:part", "ja")),
    worded("内訳_英語", "Part, in English", "string", ({ item }) => item.breakdown?.en, {
      means: says("def:part", "en"),
    }),
    publishedTranslation(({ item }) => item.what),
    worded("実績値", "Value", "decimal", ({ item }) => item.value && formatDecimal(item.value), {
      description: { ja: "数値のない活動は空", en: "Empty for an action without a figure" },
      means: says("sdmx-measure:obsValue"),
    }),
    worded("単位", "Unit", "string", ({ dataset, item }) => dataset.units.get(item.unit ?? "")?.name.ja),
    worded(
      "限定",
      "Qualifier",
      "string",
      ({ item }) => item.qualifiers.map((qualifier) => wordFor(qualifierWords, qualifier)).join("；"),
      {
        description: {
          ja: "約、延べ、累計、うち（2つ以上は；でつなぐ）",
          en: "About (約), repeats counted (延べ), since it began (累計), of which (うち)",
        },
      },
    ),
    worded("時点", "As of", "date", ({ item }) => item.asOf, {
      description: { ja: "その日現在の数値", en: "The day on which it was counted" },
    }),
    worded("時期", "When", "string", ({ item }) => item.interval && formatInterval(item.interval), {
      description: {
        ja: "行った日または期間（YYYY-MM-DD または YYYY-MM-DD/YYYY-MM-DD）",
        en: "The day or period in which it took place (YYYY-MM-DD or YYYY-MM-DD/YYYY-MM-DD)",
      },
    }),
    worded("合計ID", "Part of", "string", ({ item }) => item.partOf, {
      description: {
        ja: "この数値を内訳とする合計のID",
        en: "The activity whose printed sum this is a part of",
      },
    }),
    worded("指標ID", "Indicator ID", "string", ({ item }) => item.indicator, {
      description: {
        ja: "この数値が実績値でもある指標",
        en: "The indicator whose value of the year this states, alone or with other rows",
      },
      means: leads("def:statesIndicator", "indicators/", "/#it"),
    }),
    worded("読取状況", "Reading status", "string", ({ item }) => readingCell(item.reading), required),
    worded("備考", "Note", "string", ({ item }) => item.note, says("rdfs:comment", "ja")),
    sourceColumn(({ item }) => item.source, { required: true }),
    worded("出典_頁", "Page in the source", "integer", ({ item }) => item.page, says("def:page")),
    worded("取組実績", "The body's own text", "string", ({ item }) => item.achievements, {
      description: {
        ja: "団体の「取組実績」の全文（団体が公開する場合。事業の最初の行）",
        en: "The body's own text for the project's year, where it gives one (on the project's first row)",
      },
      means: says("def:achievements", "ja"),
    }),
    uriColumn(({ dataset, item }) => activityPath(dataset, item)),
    worded("継続ID", "Same from year to year", "string", ({ dataset, item }) => recurringId(dataset, item), {
      required: true,
      description: {
        ja: "年度が変わっても同じ活動に付くID（事業・内容・内訳・単位が同じもの、または言い方が変わっただけと団体がしたもの）",
        en: "One ID for what is the same in every year: the same project, words, part and unit, or what the body says is the same in other words",
      },
    }),
    worded(
      "読取箇所",
      "What the reading status is about",
      "string",
      ({ item }) => {
        const part = unsurePart(item);
        return part && wordFor(readingPartWords, part);
      },
      {
        description: {
          ja: "読取状況が、内容のことか、実績値のことか、両方か（確定なら空）",
          en: "Whether 読取状況 is about the words (内容), the number (実績値) or both (両方); empty where all was read",
        },
      },
    ),
  ],
  further: detailsFilledIn("activities", ({ activities }) => activities),
  rows: (dataset) => recordRows(dataset, dataset.activities),
});
