// A report of another city is told before its numbers become those of the city that is open.

import { expect, test } from "vitest";
import { otherCity } from "../../packages/workbench/src/work/other-city.ts";

const names = ["津市", "大津市", "厚木市", "寒川町", "森町", ""];

test.each([
  [["実績.xlsx", "令和６年度 大津市総合計画 進捗状況"], "寒川町", "大津市"],
  [["厚木市_指標.xlsx", "指標一覧"], "寒川町", "厚木市"],
  [["実績.xlsx", "令和６年度　厚 木 市　指標"], "寒川町", "厚木市"],
  [["寒川町と厚木市の広域連携"], "寒川町", undefined],
  [["令和6年度 指標一覧"], "寒川町", undefined],
  [["大津市総合計画"], "大津市", undefined],
  [["厚木市"], "", undefined],
])("in %j, %s being open: %s", (texts, own, expected) => {
  expect(otherCity(texts, own, names)).toBe(expected);
});
