// Days in a report's cells: shown as Excel's Japanese formats show them, read as words, and told.

import { write as writeBook } from "@e965/xlsx";
import { understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";

/** A report whose newest value is the 45,748th day (1 April 2025) in that format. */
function report(format: string): Uint8Array {
  const text = (v: string) => ({ t: "s" as const, v });
  const sheet = {
    "!ref": "A1:D3",
    A1: text("施策"),
    B1: text("指標名"),
    C1: text("R5実績"),
    D1: text("R6実績"),
    A2: text("安全"),
    B2: text("供用開始"),
    C2: text("準備中"),
    D2: { t: "n" as const, v: 45748, z: format },
    A3: text("安全"),
    B3: text("訓練の参加者数（人）"),
    C3: { t: "n" as const, v: 120 },
    D3: { t: "n" as const, v: 135 },
  };
  const book = { SheetNames: ["一覧"], Sheets: { 一覧: sheet } };
  return new Uint8Array(writeBook(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
}

test.each([
  ['[$-411]ggge"年"m"月"d"日"', "令和7年4月1日"],
  ['ggge"年"', "令和7年"],
  ["ge.m.d", "R7.4.1"],
  ["aaaa", "火曜日"],
  ["aaa", "火"],
  ['yyyy"年"m"月"', "2025年4月"],
])("a day in the format %s is %s, and told", (format, shown) => {
  const read = readGrids(report(format), "r.xlsx");
  if ("refused" in read) throw new Error(read.refused.ja);
  expect(read.grids[0]?.rows[1]?.[3]).toMatchObject({ text: shown, kind: "date" });
  const { notices } = understand(read.grids, { answers: new Map(), existing: new Map(), municipality: "" });
  expect(
    notices.filter(({ text }) => text.ja.startsWith("日付のセルです")).map(({ places }) => places),
  ).toEqual([["一覧!D2"]]);
});
