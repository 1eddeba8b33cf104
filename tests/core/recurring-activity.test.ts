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
});
