// The same thing done year after year is one, however many years there are and whichever came first.

import { type Activity, type Dataset, recurringActivities, recurringId, recurringPath } from "@shihyo/core";
import { describe, expect, test } from "vitest";

const activity = (id: string, year: number, ja: string, more: Partial<Activity> = {}): Activity => ({
  id,
  project: "J0001",
  year,
  order: Number(id.slice(1)),
  what: { ja },
  unit: "U01",
  qualifiers: [],
  reading: "certain",
  source: "SR01",
  ...more,
});

describe("activities from year to year", () => {
  const festival = [
    activity("A0001", 2024, "鮎まつり 来場者数"),
    activity("A0002", 2024, "鮎まつり 来場者数", { breakdown: { ja: "前夜祭" } }),
    activity("A0003", 2024, "会議"),
    activity("A0004", 2024, "会議"),
    activity("A0005", 2024, "…"),
    activity("A0006", 2025, "鮎まつり 来場者数"),
    activity("A0007", 2025, "会議"),
    activity("A0008", 2025, "…"),
    activity("A0009", 2025, "鮎まつり 来場者数", { unit: "U02" }),
    activity("A0010", 2025, "鮎まつり 来場者数", { project: "J0002" }),
    activity("A0011", 2023, "鮎まつり 来場者数"),
  ];
  const dataset = { nodes: new Map(), activities: festival } as unknown as Dataset;

  test.each([
    ["A0006", "A0001", "the same words, unit and project, a year later"],
    ["A0011", "A0001", "an earlier year that was added later changes no ID"],
    ["A0002", "A0002", "a part is another"],
    ["A0007", "A0003", "of what is printed twice in a year, the first goes with the first"],
    ["A0004", "A0004", "and the second with none"],
    ["A0008", "A0008", "what cannot be read is not known again"],
    ["A0009", "A0009", "another unit is another"],
    ["A0010", "A0010", "another project's is another"],
  ])("%s is %s: %s", (id, same) => {
    expect(recurringId(dataset, { id })).toBe(same);
  });

  test("each has an address under its project, and no year has it twice", () => {
    expect(recurringPath(dataset, { id: "A0006", project: "J0001" })).toMatch(/#every-A0001$/);
    const inYears = festival.map((one) => `${one.year} ${recurringPath(dataset, one)}`);
    expect(new Set(inYears).size).toBe(inYears.length);
    expect(recurringActivities(dataset).map(({ id }) => id)).toEqual(
      festival.map(({ id }) => id).filter((id) => id !== "A0006" && id !== "A0007" && id !== "A0011"),
    );
  });

  describe("worded otherwise", () => {
    const counselling = [
      activity("A0001", 2023, "健康相談 相談者数"),
      activity("A0002", 2024, "健康相談の相談者数", { continues: "A0001" }),
      activity("A0003", 2025, "健康相談の相談者数"),
      activity("A0004", 2026, "健康の相談（人）", { continues: "A0003" }),
      activity("A0005", 2024, "出張相談"),
      activity("A0006", 2024, "出張健康相談", { continues: "A0005" }),
      activity("A0007", 2025, "相談", { project: "J0002", continues: "A0001" }),
      activity("A0008", 2025, "会議", { continues: "A9999" }),
    ];
    const tables = { nodes: new Map(), activities: counselling } as unknown as Dataset;
    const tablesBackwards = { nodes: new Map(), activities: counselling.toReversed() } as unknown as Dataset;

    test.each([
      ["A0002", "A0001", "what names the row that it continues"],
      ["A0003", "A0001", "the years after it, in the new words, without naming any"],
      ["A0004", "A0001", "words that changed a second time"],
      ["A0006", "A0006", "two rows of one year are never one"],
      ["A0007", "A0007", "nor two of two projects"],
      ["A0008", "A0008", "a row that is not there continues nothing"],
    ])("%s is %s: %s", (id, same) => {
      expect(recurringId(tables, { id })).toBe(same);
      expect(recurringId(tablesBackwards, { id })).toBe(same);
    });
  });
});
