// The target on what needs no script: the picture, the frame and the fragment of a card, in each language.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";

let out: string;
beforeAll(async () => {
  out = await publishCardCity();
});

const read = (indicator: string, file: string) =>
  readFileSync(join(out, "indicators", indicator, file), "utf8").replace(/<[^>]*>/g, "");

describe("an indicator with a target", () => {
  test.each(["card.svg", "embed.html", "fragment.html", "card.txt"])("%s says it in Japanese", (file) => {
    expect(read("K0018", file)).toMatch(/目標.*5.*以上/);
  });

  test.each(["card.en.svg", "embed.en.html", "fragment.en.html"])("%s says it in English", (file) => {
    expect(read("K0018", file)).toMatch(/[Tt]arget.*at least 5/);
  });

  test("the picture draws a line for it, and the city's grade stands in words", () => {
    const picture = readFileSync(join(out, "indicators/K0018/card.svg"), "utf8");
    expect(picture).toContain("stroke-dasharray");
    expect(picture).toContain("市の評価：B");
  });
});

test("the page says it without scripts, at the address by which it is cited", () => {
  const page = (reader: string) =>
    readFileSync(join(out, `${reader}indicators/K0018/index.html`), "utf8").replace(/\s+/g, " ");
  expect(page("")).toMatch(/<li id="target-2026">目標（令和8年度）：5件以上/);
  // The city's verdict stands on the card, and in a table of its own.
  expect(page("")).toMatch(/<h2 id="[^"]*">評価<\/h2>.*<b>B<\/b>/);
  expect(page("en/")).toMatch(/<li id="target-2026">Target \(FY2026[^<]*at least 5/);
  expect(page("easy/")).toMatch(/<li id="target-2026">目標/);
});

test("an indicator without a target says nothing of one", () => {
  for (const file of ["card.svg", "embed.html", "fragment.html"]) {
    expect(read("K0001", file)).not.toContain("目標（");
    expect(readFileSync(join(out, "indicators/K0001", file), "utf8")).not.toContain("stroke-dasharray");
  }
});
