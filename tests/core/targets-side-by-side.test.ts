// A year's own target and the plan's final one of the same year stand side by side, each with an ID of its own.

import { besideFinals, fullName, type Target, targetId, targetPath } from "@shihyo/core";
import { expect, test } from "vitest";

const target = (scope: Target["scope"], year = 2026): Target => ({
  indicator: "K0001",
  year,
  scope,
  words: "完了",
  source: "SR01",
});

test("one that stands alone keeps its ID and address, whatever its scope", () => {
  for (const scope of ["yearly", "final"] as const) {
    const [one] = besideFinals([target(scope)]);
    expect([targetId(one!), targetPath(one!)]).toEqual(["K0001T2026", "indicators/K0001/#target-2026"]);
  }
});

test("beside the final one, the year's own has another ID and address", () => {
  const both = besideFinals([target("final"), target("yearly"), target("yearly", 2025)]);
  expect(both.map(targetId)).toEqual(["K0001T2026", "K0001T2026Y", "K0001T2025"]);
  expect(targetPath(both[1]!)).toBe("indicators/K0001/#target-2026-yearly");
});

test("a prefecture is named once", () => {
  const name = { ja: "宮城県" };
  expect(fullName({ prefecture: name, name })).toBe("宮城県");
  expect(fullName({ prefecture: { ja: "神奈川県" }, name: { ja: "厚木市" } })).toBe("神奈川県厚木市");
});
