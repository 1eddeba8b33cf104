// The small course: years without a survey are bridged by dots, other years without a value are gaps, breaks part it.

import { join } from "node:path";
import { indicatorJson, series } from "@shihyo/core";
import { smallCourse, toHtml } from "@shihyo/widgets/markup";
import { expect, test } from "vitest";
import { readCity } from "../../packages/publisher/src/disk/read-city.ts";
import { top } from "../support/places.ts";
import { copyOf, put } from "../support/workplace.ts";

const header = "指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁";

/** The course of one indicator by the years: a number, or the reason why there is none. */
async function courseOf(values: Readonly<Record<number, string>>, breaks = "") {
  const data = copyOf(join(top, "tests/cities/minimal/data"));
  for (const [year, value] of Object.entries(values)) {
    const cells = /^\d/.test(value) ? `${value},,確定,` : `,,値なし,${value}`;
    put(data, `observations/${year}.csv`, `${header}\nK0001,,${cells},,確定,,SR01,\n`);
  }
  if (breaks) put(data, "breaks.csv", `指標ID,前の年度,後の年度,理由,理由_英語\n${breaks}\n`);
  const { dataset } = await readCity(data);
  const [item] = dataset ? [...series(dataset)] : [];
  if (!dataset || !item) throw new Error("the city cannot be read");
  const json = indicatorJson(dataset, item);
  const paths = [...toHtml(smallCourse(json)).matchAll(/ d="([^"]*)"/g)].map(([, path]) => path);
  return { bridged: json.years.flatMap(({ year, bridged }) => (bridged ? year : [])), paths };
}

test("over a year without a survey the course goes on as dots", async () => {
  const { bridged, paths } = await courseOf({ 2022: "10", 2023: "調査年でない", 2024: "20" });
  expect(bridged).toEqual([2024]);
  const [line, dots] = paths;
  expect(line).toBe("M5 8h0M25 1h0");
  expect(dots).toBe("M5 8L25 1");
});

test("over two such years as well", async () => {
  const { bridged, paths } = await courseOf({
    2021: "10",
    2022: "調査年でない",
    2023: "調査年でない",
    2024: "20",
  });
  expect(bridged).toEqual([2024]);
  expect(paths[1]).toMatch(/^M\S+ \S+L/);
});

test.each([
  ["a year whose value is missing", { 2022: "10", 2023: "未実施", 2024: "20" }, ""],
  [
    "a year without a survey beside one that is missing",
    { 2021: "10", 2022: "未実施", 2023: "調査年でない", 2024: "20" },
    "",
  ],
  [
    "a break across such a year",
    { 2022: "10", 2023: "調査年でない", 2024: "20" },
    "K0001,2023,2024,数え方を変えた,",
  ],
  [
    "a break before such a year",
    { 2022: "10", 2023: "調査年でない", 2024: "20" },
    "K0001,2022,2023,数え方を変えた,",
  ],
])("%s is a gap", async (_, values, breaks) => {
  const { bridged, paths } = await courseOf(values, breaks);
  expect(bridged).toEqual([]);
  expect(paths[1]).toBe("");
});

test("years that follow one another are a line", async () => {
  const { bridged, paths } = await courseOf({ 2022: "10", 2023: "20", 2024: "20" });
  expect(bridged).toEqual([]);
  expect(paths[0]).toBe("M5 8h0L15 1L25 1");
});
