// What Atsugi's projects did: every sure figure was read twice alike, labels are terms, and each project's year is whole.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { activitiesOf, activityWords, type Dataset, formatDecimal, type Issue } from "@shihyo/core";
import { readCity } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { atsugi, report } from "../support/places.ts";

let dataset: Dataset;
let issues: readonly Issue[];
beforeAll(async () => {
  const result = await readCity(atsugi);
  dataset = result.dataset!;
  issues = result.issues;
});

/** The figures of one of the two readings, each as `page value unit`, with how often it was read. */
function reading(name: "first" | "second"): Map<string, number> {
  const rows = parse(readFileSync(join(import.meta.dirname, `readings/${name}.csv`)), {
    columns: true,
  }) as { 頁: string; 実績値: string; 単位: string }[];
  const counts = new Map<string, number>();
  for (const { 頁, 実績値, 単位 } of rows) {
    const key = `${頁} ${実績値} ${単位}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe("what Atsugi's projects did", () => {
  test("has 290,000 visitors to the あつぎ鮎まつり", () => {
    const festival = dataset.activities.find(({ what }) => what.ja === "あつぎ鮎まつり 来場者数")!;
    expect(festival).toMatchObject({ id: "A0012", project: "J0005", reading: "certain", page: 4 });
    expect(activityWords(dataset, festival, "ja")).toMatchObject({ value: "290,000", unit: "人" });
    expect(activityWords(dataset, festival, "en").sentence).toBe(
      "Atsugi Ayu Festival: visitors: 290,000 persons.",
    );
  });

  test.each(["first", "second"] as const)("stands as 確定 only where the %s reading has it too", (name) => {
    const left = reading(name);
    const missing: string[] = [];
    for (const { page, value, unit, reading: surety, id } of dataset.activities) {
      if (!value) continue;
      const key = `${page} ${formatDecimal(value)} ${dataset.units.get(unit!)!.name.ja}`;
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      else if (surety === "certain") missing.push(`${id} ${key}`);
    }
    expect(missing).toEqual([]);
  });

  test("gives every project at least one line, in an order without gaps, each project once", () => {
    for (const node of dataset.nodes.values()) {
      if (node.level !== 4) continue;
      const its = activitiesOf(dataset, node.id);
      expect(its.map(({ order }) => order)).toEqual(its.map((_, index) => index + 1));
      expect({ project: node.id, activities: its.length > 0 }).toEqual({
        project: node.id,
        activities: true,
      });
    }
    // Two projects are printed several times with another text each time; all others have one page.
    const pages = (id: string) => new Set(activitiesOf(dataset, id).map(({ page }) => page)).size;
    const several = [...dataset.nodes.keys()].filter((id) => pages(id) > 1);
    expect(several).toEqual(["J0010", "J0107"]);
  });

  test("is named in terms: no sentence, nothing long, English in plain letters", () => {
    for (const { what, breakdown, id } of dataset.activities) {
      for (const text of [what, breakdown]) {
        if (!text) continue;
        expect({ id, ja: text.ja }).toEqual({ id, ja: expect.not.stringMatching(/。|(た|です|ます|する)$/) });
        expect(text.ja.length).toBeLessThanOrEqual(40);
        expect({ id, en: text.en }).toEqual({ id, en: expect.stringMatching(/^[\x20-\x7e…]+$/) });
      }
    }
  });

  test.skipIf(report === undefined)("repeats no run of the report's sentences", () => {
    const text = readFileSync(report!, "utf8").replace(/\s/g, "");
    // Proper names are the longest that any label shares with the report.
    const longest = 21;
    for (const { what, note = "" } of dataset.activities) {
      for (const label of [what.ja, note].map((one) => one.replace(/\s/g, ""))) {
        for (let at = 0; at + longest < label.length; at += 1) {
          expect(text).not.toContain(label.slice(at, at + longest + 1));
        }
      }
    }
  });

  test("adds up wherever the report gives a sum, and agrees with the indicators it states", () => {
    const told = issues.filter(({ code }) => /^(parts-differ|activity-differs)/.test(code));
    expect(told).toEqual([]);
    expect(dataset.activities.filter(({ partOf }) => partOf !== undefined)).toHaveLength(45);
    const stated = dataset.activities.flatMap(({ indicator }) => indicator ?? []);
    expect(new Set(stated).size).toBe(51);
  });

  test("says what is doubtful, in the sentence and wherever else the number stands alone", () => {
    const marks = { ja: "要確認", en: "in doubt", easy: "これから たしかめます" } as const;
    let doubtful = 0;
    for (const activity of dataset.activities) {
      const { reading: surety, note, id } = activity;
      if (surety !== "certain") expect({ id, note }).toEqual({ id, note: expect.any(String) });
      for (const reader of ["ja", "en", "easy"] as const) {
        const { sentence, doubt } = activityWords(dataset, activity, reader);
        if (surety === "doubtful") expect(doubt).toContain(marks[reader]);
        if (note) expect(sentence).toContain(reader === "en" ? `note (in Japanese): ${note}` : note);
        expect(sentence.includes(doubt)).toBe(true);
        expect(doubt === "").toBe(surety === "certain" && note === undefined);
      }
      if (surety === "doubtful") doubtful += 1;
    }
    expect(doubtful).toBeGreaterThan(20);
  });
});
