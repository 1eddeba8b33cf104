// Atsugi's tables hold what the report prints, value by value, at its page, row and column.

import { readFileSync } from "node:fs";
import { type Dataset, formatDecimal, type Observation, parseDecimal } from "@shihyo/core";
import { readCity } from "@shihyo/publisher";
import { beforeAll, describe, expect, test } from "vitest";
import { atsugi, report } from "../support/places.ts";
import { seeded } from "../support/seeded.ts";
import { compareWithReport, type Damages } from "./compare-report.ts";
import { type ReportPage, readReport } from "./report-pages.ts";

/** Found by looking: each of these lines has lost a cell, or gained a letter, on its way out of the PDF. */
const damages: Damages = {
  "16/5": "shifted",
  "17/2": "shifted",
  "28/4": "shifted",
  "30/5": "shifted",
  "31/5": "shifted",
  "32/1": "shifted",
  "33/4": "shifted",
  "33/8": "shifted",
  "46/4": "dash as 1",
  "57/1": "shifted",
};

/** Its table has run together into one line. */
const pageWithoutRows = 36;

describe.skipIf(report === undefined)("the report beside the project (skipped where it is not there)", () => {
  let dataset: Dataset;
  let pages: ReadonlyMap<number, ReportPage>;
  beforeAll(async () => {
    dataset = (await readCity(atsugi)).dataset!;
    pages = readReport(readFileSync(report!, "utf8"));
  });

  test("has as many rows on each page as the tables list there", () => {
    const listed = (page: number) => dataset.listings.filter((listing) => listing.page === page).length;
    for (const { page, rows } of pages.values()) {
      expect({ page, rows: rows.length }).toEqual({
        page,
        rows: page === pageWithoutRows ? 0 : listed(page),
      });
    }
    expect(dataset.listings.every(({ page }) => page !== undefined && pages.has(page))).toBe(true);
  });

  test("prints every value of the tables at its page, row and column", () => {
    expect(compareWithReport(dataset, pages, damages)).toEqual([]);
  });

  test("would show nearly every slip of one digit: of 300 tried, at least 285 are noticed", () => {
    const random = seeded(20240401);
    const numbers = [...dataset.observations()].filter(({ value }) => value.kind === "number");
    const missed: string[] = [];
    for (let trial = 0; trial < 300; trial += 1) {
      const chosen = numbers[Math.floor(random() * numbers.length)]!;
      const slip = withSlip(chosen, random);
      const all = [...dataset.observations()].map((one) => (one === chosen ? slip : one));
      if (compareWithReport(dataset, pages, damages, all).length === 0) {
        missed.push(`${chosen.indicator} ${chosen.year}`);
      }
    }
    console.log(`one-digit changes noticed: ${300 - missed.length} of 300 ${missed.join(", ")}`);
    expect(missed.length).toBeLessThanOrEqual(15);
  });

  test("would show two values that changed places", () => {
    const changed = [...dataset.observations()].map((one, _, all) => {
      if (one.indicator !== "K0001") return one;
      return {
        ...one,
        value: all.find((other) => other.indicator === "K0001" && other.year !== one.year)!.value,
      };
    });
    expect(compareWithReport(dataset, pages, damages, changed).map(({ place }) => place)).toEqual([
      "2/1",
      "2/1",
    ]);
  });
});

/** The same observation with one digit of its number changed to another. */
function withSlip(observation: Observation, random: () => number): Observation {
  const { value } = observation;
  if (value.kind !== "number") throw new Error("not a number");
  const printed = formatDecimal(value.number);
  const places = [...printed].flatMap((letter, index) => (/[0-9]/.test(letter) ? [index] : []));
  const at = places[Math.floor(random() * places.length)]!;
  const digit = (Number(printed[at]) + 1 + Math.floor(random() * 9)) % 10;
  const number = parseDecimal(`${printed.slice(0, at)}${digit}${printed.slice(at + 1)}`)!;
  return { ...observation, value: { kind: "number", number } };
}
