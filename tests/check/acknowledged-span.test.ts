// History that is brought in at once: one acknowledgement covers a kind of warning over a span of years.

import { join } from "node:path";
import { readCity } from "@shihyo/publisher";
import { expect, test } from "vitest";
import { top } from "../support/places.ts";
import { copyOf, put, rewrite } from "../support/workplace.ts";

async function codesWith(rows: string): Promise<string[]> {
  const data = copyOf(join(top, "tests/issues/base/data"));
  rewrite(join(data, "observations/2024.csv"), (text) => text.replace("K0001,,136,", "K0001,,9136,"));
  put(data, "acknowledgements.csv", `確認コード,対象ID,年度,年度_まで,理由\n${rows}`);
  const { issues } = await readCity(data);
  return issues.map(({ code }) => code);
}

test("of a kind, whatever it is about, from one year to another", async () => {
  expect(await codesWith("")).toContain("jump");
  expect(await codesWith("jump,,2020,2024,統計の数え方は市史で確かめた\n")).toEqual([]);
  expect(await codesWith("jump,K0001,2020,2024,窓口を増やした\n")).toEqual([]);
});

test("in other years it silences nothing, and is told itself", async () => {
  expect(await codesWith("jump,,2015,2023,統計の数え方は市史で確かめた\n")).toEqual([
    "acknowledgement-idle",
    "jump",
  ]);
});

test("without a year it names what it is about", async () => {
  expect(await codesWith("jump,,,,窓口を増やした\n")).toContain("jump");
  expect(await codesWith("jump,,,,窓口を増やした\n")).not.toEqual(["jump"]);
});
