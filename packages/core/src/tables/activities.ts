// The activities' tables: activities/<year>.csv, and the figures left out of it, activities/<year>-left-out.csv.

import type { Activity, LeftOutFigure } from "../model/activity.ts";
import { defined } from "../model/defined.ts";
import type { FiscalYear } from "../model/fiscal-year.ts";
import { isDate } from "../model/interval.ts";
import { column, noteColumn, optionalColumn, translationColumn } from "./columns.ts";
import { withDetails } from "./details.ts";
import type { Row } from "./row.ts";
import type { Table } from "./table.ts";
import { leftOutWords, qualifierWords, readingPartWords, readingWords } from "./words.ts";

export const activitiesFolder = "activities/";

export function activitiesTable(year: FiscalYear): Table<Activity> {
  return withDetails("activities", {
    file: `${activitiesFolder}${year}.csv`,
    title: { ja: `${year}年度の活動実績`, en: `What was done in ${year}` },
    idColumn: "ID",
    columns: [
      column("ID", [
        "活動実績のID（A0001）。変えず、使い回さない",
        "The activity's ID (A0001); never changed, never used again",
      ]),
      column("事業ID", ["事業のID", "The project"]),
      column("順序", [
        "その年度の、その事業の中での順序（1から）",
        "Its place within the project's year, from 1",
      ]),
      column("内容", [
        "短い言葉（「あつぎ鮎まつり 来場者数」）。報告書の文は写さない",
        "A short term (あつぎ鮎まつり 来場者数); none of the report's sentences",
      ]),
      column("内容_英語", ["英語の内容", "The term in English"]),
      translationColumn,
      column("内訳", [
        "内訳がある場合の名称（小学校、前期、男性）",
        "The part, where a figure is broken down (小学校, 前期, 男性)",
      ]),
      column("内訳_英語", ["英語の内訳", "The part in English"]),
      column("実績値", [
        "数値（半角数字。桁区切り・単位なし）。数値のない活動は空",
        "The number (half-width digits, no commas, no unit); empty for an action without one",
      ]),
      column("単位ID", ["単位のID（数値があれば必ず）", "The unit (wherever there is a number)"]),
      column("限定", [
        "約・延べ・累計・うち・YYYY-MM-DD現在。2つ以上は；でつなぐ",
        "約, 延べ, 累計, うち, YYYY-MM-DD現在; several are joined with ；",
      ]),
      column("時期", ["行った日または期間", "The day or period in which it took place"]),
      column("合計ID", [
        "この数値を内訳とする合計のID（A0001）",
        "The activity whose printed sum this is a part of",
      ]),
      column("指標ID", [
        "この数値が実績値でもある指標のID。2行以上に書くと、その和と比べる",
        "The indicator whose value this states; where several rows name it, their sum does",
      ]),
      column("読取状況", ["読み取り：確定・復元・要確認", "How surely it was read"]),
      optionalColumn("読取箇所", [
        "読取状況が何のことか：内容・実績値・両方。空なら、数値があり内容に「…」がなければ実績値、そのほかは内容",
        "What 読取状況 is about: the words (内容), the number (実績値) or both (両方); where empty, the number if there is one and no letter of the words is lost",
      ]),
      optionalColumn("継続ID", [
        "言い方が前の年度と変わっただけの、同じ活動の行のID（A0001）。言い方が同じなら空",
        "The row of an earlier year that is the same activity in other words (A0001); empty where the words are the same",
      ]),
      noteColumn,
      column("出典ID", ["出典のID", "The source"]),
      column("頁", ["印刷された頁", "The printed page"]),
      column("取組実績", [
        "団体の「取組実績」の全文（団体が公開する場合。事業の最初の行だけ）",
        "The body's own full text, where it gives one (on the project's first row only)",
      ]),
    ],
    read(row) {
      const order = row.requiredInteger("順序");
      const achievements = row.text("取組実績");
      if (achievements !== undefined && order !== 1)
        row.issue("achievements-not-first", "取組実績", { found: order });
      return defined<Activity>({
        id: row.id("ID", "A0001"),
        project: row.requiredReference("事業ID"),
        year,
        order,
        what: row.name("内容"),
        breakdown: row.optionalName("内訳"),
        value: row.decimal("実績値"),
        unit: row.reference("単位ID"),
        ...readQualifiers(row),
        interval: row.interval("時期"),
        partOf: row.reference("合計ID"),
        continues: row.reference("継続ID"),
        indicator: row.reference("指標ID"),
        reading: row.requiredChoice("読取状況", readingWords, "certain"),
        readingPart: row.choice("読取箇所", readingPartWords),
        note: row.text("備考"),
        source: row.requiredReference("出典ID"),
        page: row.integer("頁"),
        achievements,
      });
    },
  });
}

/** 限定: the words, and the day of YYYY-MM-DD現在. */
function readQualifiers(row: Row): Pick<Activity, "qualifiers"> & { asOf: string | undefined } {
  const found = row.raw("限定");
  const pieces = found === "" ? [] : found.split("；");
  const days = pieces.filter((piece) => piece.endsWith("現在")).map((piece) => piece.slice(0, -2));
  const words = pieces.filter((piece) => !piece.endsWith("現在"));
  const isKnown = words.every((word) => Object.hasOwn(qualifierWords, word)) && days.every(isDate);
  if (!isKnown || days.length > 1 || new Set(pieces).size < pieces.length) {
    const expected = [...Object.keys(qualifierWords), "2025-03-31現在"].join("、");
    row.issue("not-a-qualifier", "限定", { found, expected });
  }
  return { qualifiers: words.flatMap((word) => qualifierWords[word] ?? []), asOf: days[0] };
}

export function leftOutTable(year: FiscalYear): Table<LeftOutFigure> {
  return {
    file: `${activitiesFolder}${year}-left-out.csv`,
    title: {
      ja: `${year}年度の取組実績のうち、活動実績に入れなかった数字`,
      en: `Figures of ${year} that were left out of what was done`,
    },
    columns: [
      column("頁", ["印刷された頁", "The printed page"]),
      column("事業ID", ["事業のID", "The project"]),
      column("印字", [
        "印刷された数字とその前後（「」で囲む。囲まないと日付などに変わる）",
        "The figure as printed, with what stands beside it, in 「」 (or a spreadsheet makes a date of it)",
      ]),
      column("理由", [
        "日付・年度・年・名称の一部・対象の定義（年齢等）・条文・規格番号・重複・判読不能・その他（備考に書く）",
        "A date, a year, part of a name, what defines a group, a law, repeated, illegible, other (say in 備考)",
      ]),
      column("回数", [
        "重複・判読不能の場合に、その頁に印刷された回数（1なら空）",
        "How often a repeat or a scrap is printed there (empty for once)",
      ]),
      noteColumn,
    ],
    read(row) {
      const reason = row.requiredChoice("理由", leftOutWords, "other");
      const note = row.text("備考");
      if (reason === "other" && note === undefined && !row.failed) row.issue("value-required", "備考");
      return defined<LeftOutFigure>({
        year,
        page: row.requiredInteger("頁"),
        project: row.requiredReference("事業ID"),
        printed: row.quotation("印字"),
        reason,
        times: row.integer("回数") ?? 1,
        note,
      });
    },
  };
}
