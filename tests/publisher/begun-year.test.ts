// A year that was begun and has no value yet is not shown: cards keep the last number, and the check says why.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { expect, test } from "vitest";
import { differences, filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const header = "指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁";

async function published(data: string) {
  const out = join(workplace(), "published");
  return { out, ...(await publish(data, out)) };
}

test("a year whose every row says 集計中 leaves the published folder as it was, and is told", async () => {
  const before = cityData("minimal");
  const begun = copyOf(before);
  put(begun, "observations/2025.csv", `${header}\nK0001,,,,値なし,集計中,,確定,,SR01,\n`);
  const [old, now] = [await published(before), await published(begun)];
  expect(differences(filesIn(old.out), filesIn(now.out))).toEqual([]);
  expect(now.issues.map(({ code }) => code)).toContain("year-begun");
  expect(now.dataset?.years).toEqual([2024]);
});

test("from its first value on the year is published", async () => {
  const data = copyOf(cityData("minimal"));
  put(data, "observations/2025.csv", `${header}\nK0001,,1300,,確定,,,確定,,SR01,\n`);
  const { out, issues, dataset } = await published(data);
  expect(issues.map(({ code }) => code)).not.toContain("year-begun");
  expect(dataset?.years).toEqual([2024, 2025]);
  expect(readFileSync(join(out, "indicators/K0001/card.txt"), "utf8")).toContain("1,300");
});

test("a city that has no value at all is published with its year", async () => {
  const data = copyOf(cityData("minimal"));
  rewrite(join(data, "observations/2024.csv"), (text) =>
    text.replace("K0001,,1234,,確定,,", "K0001,,,,値なし,集計中,"),
  );
  const { dataset } = await published(data);
  expect(dataset?.years).toEqual([2024]);
});

test("an earlier year begins too, and is not shown before its first value", async () => {
  const data = copyOf(cityData("official"));
  const begun = await shihyo(["year", data, "2020", "--lang", "en"]);
  expect({ status: begun.status, out: begun.stdout }).toEqual({
    status: 0,
    out: expect.stringMatching(/^2020 has begun: 9 rows in observations\/2020\.csv, source SR02\./),
  });
  // The report of that time counts less than what was printed after it.
  const sources = JSON.parse(readFileSync(join(data, "sources.json"), "utf8"));
  expect(sources.map(({ id }: { id: string }) => id)).toEqual(["SR00", "SR02", "SR01"]);

  const before = await published(data);
  expect(before.issues.filter(({ level }) => level === "error")).toEqual([]);
  expect(before.issues.map(({ code }) => code)).toContain("year-begun");
  expect(before.dataset?.years).toEqual([2023, 2024]);

  rewrite(join(data, "observations/2020.csv"), (text) =>
    text.replace(/K0001,,,,値なし,集計中/, "K0001,,1800,,確定,"),
  );
  const after = await published(data);
  expect(after.dataset?.years).toEqual([2020, 2023, 2024]);

  const again = await shihyo(["year", data, "2020", "--lang", "en"]);
  expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining("is there already") });
  const tooLate = await shihyo(["year", data, "2030", "--lang", "en"]);
  expect(tooLate).toMatchObject({ status: 2, stderr: expect.stringContaining("2025, or any earlier one") });
});
