// Next year's report finds last year's indicators; what was renamed, moved or is gone is asked, with both sides.

import { acceptAll, applyAnswers, type Grid, tablesOf, type Understanding, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { describe, expect, test } from "vitest";
import { readSheet } from "../../packages/publisher/src/formats/read/sheet.ts";

const grids = (csv: string): Grid[] => {
  const read = readGrids(new TextEncoder().encode(csv), "実績.csv");
  if ("refused" in read) throw new Error(read.refused.ja);
  return [...read.grids];
};

type Rows = readonly Readonly<Record<string, string>>[];

function rowsOf(known: Understanding, file: string): Rows {
  const sheet = readSheet(file, (tablesOf(known).files.get(file) ?? "").replace(/^\uFEFF/, ""));
  if (!("header" in sheet)) throw new Error(file);
  return sheet.rows.map(({ cells }) =>
    Object.fromEntries(sheet.header.map((name, at) => [name, cells[at] ?? ""])),
  );
}

const first = acceptAll(
  understand(
    grids(`施策,指標名,単位,R5実績,R6実績
祭りの充実,祭りの来場者数,人,12000,13500
祭りの充実,出店の数,店,40,45
商店街の支援,空き店舗の割合,％,18.2,17.5
防災,防災訓練の参加者数,人,850,920
`),
  ),
);
const existing = new Map<string, Rows>([
  ...[...tablesOf(first).files.keys()]
    .filter((file) => file.endsWith(".csv"))
    .map((file): [string, Rows] => [file, rowsOf(first, file)]),
]);
const idOf = (known: Understanding, name: string) =>
  rowsOf(known, "indicators.csv").find((row) => row.名称 === name)?.ID;
const nextYear = (rows: string) => understand(grids(`施策,指標名,単位,R6実績,R7実績\n${rows}`), { existing });

describe("a report of the next year", () => {
  test("with the same names asks nothing of them, and keeps every ID", () => {
    const known = nextYear(
      "祭りの充実,祭りの来場者数,人,13500,14000\n祭りの充実,出店の数,店,45,47\n商店街の支援,空き店舗の割合,％,17.5,16.9\n防災,防災訓練の参加者数,人,920,940\n",
    );
    expect(known.questions.filter(({ id }) => /^(名称変更|移った|なくなった)/.test(id))).toEqual([]);
    expect(rowsOf(known, "indicators.csv")).toHaveLength(4);
    expect(rowsOf(known, "observations/2025.csv").map((row) => row.実績値)).toEqual([
      "14000",
      "47",
      "16.9",
      "940",
    ]);
  });

  const changed =
    "祭りの充実,祭りの延べ来場者数,人,13500,14000\n祭りの充実,出店の数,店,45,47\n防災,空き店舗の割合,％,17.5,16.9\n";

  test("asks whether a name that came for one that went is the same indicator, with both", () => {
    const known = nextYear(changed);
    const before = idOf(first, "祭りの来場者数");
    const question = known.open.find(({ id }) => id.startsWith("名称変更"));
    expect(question?.text.ja).toContain("祭りの来場者数");
    expect(question?.text.ja).toContain("祭りの延べ来場者数");
    expect(question?.proposal).toBe("同じ指標");
    const same = acceptAll(known);
    expect(idOf(same, "祭りの延べ来場者数")).toBe(before);
    const apart = acceptAll(applyAnswers(known, new Map([[question?.id ?? "", "別の指標"]])));
    expect(idOf(apart, "祭りの来場者数")).toBe(before);
    expect(idOf(apart, "祭りの延べ来場者数")).not.toBe(before);
  });

  test("asks of what stands elsewhere now, and of what is gone", () => {
    const known = nextYear(changed);
    const ids = known.open.map(({ id }) => id.split(":")[0]);
    expect(ids).toContain("移った指標");
    expect(ids).toContain("なくなった指標");
    const kept = acceptAll(known);
    expect(idOf(kept, "空き店舗の割合")).toBe(idOf(first, "空き店舗の割合"));
    const gone = rowsOf(kept, "indicators.csv").find((row) => row.名称 === "防災訓練の参加者数");
    expect(gone?.廃止年度).toBe("");
    const abolished = acceptAll(
      applyAnswers(known, new Map([["なくなった指標:2025年度", "2025年度から廃止とする"]])),
    );
    expect(
      rowsOf(abolished, "indicators.csv").find((row) => row.名称 === "防災訓練の参加者数")?.廃止年度,
    ).toBe("2025");
  });

  test("of one section alone says nothing of the others' indicators", () => {
    const known = nextYear("防災,防災訓練の参加者数,人,920,940\n");
    expect(known.questions.filter(({ id }) => id.startsWith("なくなった"))).toEqual([]);
    expect(rowsOf(known, "indicators.csv")).toHaveLength(4);
  });
});
