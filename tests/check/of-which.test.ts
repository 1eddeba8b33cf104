// What is counted within a whole (うち) is no part that adds up to it; what is a part (内訳) is.

import { join } from "node:path";
import { partName } from "@shihyo/core";
import { readCity } from "@shihyo/publisher";
import { expect, test } from "vitest";
import { top } from "../support/places.ts";
import { copyOf, put, rewrite } from "../support/workplace.ts";

async function codesWith(relation: string): Promise<string[]> {
  const data = copyOf(join(top, "tests/issues/base/data"));
  put(data, "breakdowns.csv", `ID,名称,名称_英語,英語_根拠,関係,備考\nB0001,うち市外から,,,${relation},\n`);
  rewrite(join(data, "observations/2024.csv"), (text) =>
    text.replace(/(K0001,,136,[^\n]*\n)/, "$1K0001,B0001,130,,確定,,,確定,,SR01,2\n"),
  );
  const { issues } = await readCity(data);
  return issues.map(({ code }) => code);
}

test("a number within the whole is not held against the sum", async () => {
  expect(await codesWith("うち")).not.toContain("sum-differs");
});

test("a part is", async () => {
  expect(await codesWith("内訳")).toContain("sum-differs");
});

test("it bears its word wherever it is shown, once", () => {
  const name = { ja: "市外から", en: "from elsewhere" };
  expect(partName({ name, isOfWhich: true }, "ja")).toBe("うち市外から");
  expect(partName({ name, isOfWhich: true }, "en")).toBe("of which from elsewhere");
  expect(partName({ name: { ja: "うち市外" }, isOfWhich: true }, "ja")).toBe("うち市外");
  expect(partName({ name }, "ja")).toBe("市外から");
});
