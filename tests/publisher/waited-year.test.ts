// A year that is still being counted: everything that shows one number keeps the last that there is, and says what is waited for.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { yearToShow } from "@shihyo/core";
import { beforeAll, describe, expect, test } from "vitest";
import { publishCardCity } from "../support/card-city.ts";

let out: string;
beforeAll(async () => {
  out = await publishCardCity();
});

const text = (path: string) => readFileSync(join(out, path), "utf8");
const words = (path: string) => text(path).replace(/<[^>]*>/g, "");
const json = (path: string) => JSON.parse(text(path));

describe("the last value and the year that is waited for stand on", () => {
  test.each(["card.svg", "embed.html", "fragment.html", "card.txt"])("%s", (file) => {
    expect(words(`indicators/K0019/${file}`)).toMatch(/40/);
    expect(words(`indicators/K0019/${file}`)).toContain("令和6年度は集計中");
    expect(words(`indicators/K0019/${file}`)).not.toContain("令和6年度の値がありません");
  });

  test.each(["card.en.svg", "embed.en.html", "fragment.en.html"])("%s", (file) => {
    expect(words(`indicators/K0019/${file}`)).toContain("FY2024 (Reiwa 6) is not yet counted");
  });

  test("the page, before any script, in each language", () => {
    for (const [reader, waits] of [
      ["", "令和6年度は集計中"],
      ["en/", "FY2024 (Reiwa 6) is not yet counted"],
      ["easy/", "令和6年度は いま かぞえています"],
    ] as const) {
      const page = text(`${reader}indicators/K0019/index.html`);
      const card = /<kpi-card[^>]*>([\s\S]*?)<\/kpi-card>/.exec(page)?.[1] ?? "";
      expect(card).toContain(waits);
      expect(card).toMatch(/<p class="value">40/);
      expect(page).toMatch(
        new RegExp(`<meta name="description" content="[^"]*40[^"]*${waits.replace(/[()]/g, "\\$&")}`),
      );
    }
  });

  test("the title by which a CMS embeds it, and the link to paste", () => {
    expect(json("indicators/K0019/oembed.json").title).toBe("相談した人数：40人（令和5年度）");
    // The page that makes the embeds takes it from what the card says, of the year that is to be shown.
    const { indicator } = json("indicators/K0019/data.json");
    const { card } = yearToShow(indicator) ?? {};
    expect(card?.ja.brief).toBe("40人（令和5年度）");
  });
});

test("the JSON says which year to show, and one pinned year's file does not", () => {
  expect(json("indicators/K0019/data.json").indicator.shownYear).toBe(2023);
  expect(json("indicators/K0001/data.json").indicator).not.toHaveProperty("shownYear");
  for (const year of [2023, 2024]) {
    const { indicator } = json(`indicators/K0019/FY${year}/data.json`);
    expect(indicator.years).toHaveLength(1);
    expect(indicator).not.toHaveProperty("shownYear");
  }
});

test("what is pinned to that year says that it is being counted", () => {
  expect(words("indicators/K0019/FY2024/card.svg")).toContain("値なし（集計中）");
  expect(existsSync(join(out, "indicators/K0019/FY2024/embed.html"))).toBe(true);
});

test("the list by year keeps both years in their columns", () => {
  const row = /<tr[^>]*><th scope="row"><a href="indicators\/K0019\/[\s\S]*?<\/tr>/.exec(
    text("index.html"),
  )?.[0];
  expect(row).toMatch(
    /<td class="before"><b>40人<\/b><\/td><td>(?:<svg[\s\S]*?<\/svg>)?(?:<b>)?値なし（集計中）(?:<\/b>)?<\/td>/,
  );
});
