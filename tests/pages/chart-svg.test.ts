// The chart for a slide: 16:9, with its doubt, its source and its address in the picture itself.

import { cardsOf, indicatorFileJson } from "@shihyo/core";
import { describe, expect, test } from "vitest";
import { chartSvg } from "../../packages/publisher/src/site/embed-forms/chart-svg.ts";
import { number, observation, seriesOf, words } from "../support/tables.ts";

const address = "https://shihyo.example/indicators/K0001/";

describe("a chart for a slide", () => {
  const { dataset, series } = seriesOf([
    observation(2023, number("2086794"), { reading: "doubtful" }),
    observation(2024, number("93000")),
  ]);
  const svg = chartSvg(indicatorFileJson(dataset, series), "ja", address) ?? "";

  test("is 16:9 and says where it comes from", () => {
    expect(svg).toContain('viewBox="0 0 1280 720"');
    expect(svg).toContain(address);
    expect(svg).toContain("出典：見本");
  });

  test("has a hollow point where a value is in doubt, and says so", () => {
    expect(svg.match(/<circle [^>]*fill="#ffffff"/g)).toHaveLength(1);
    expect(svg.replace(/<[^>]+>/g, "")).toContain("増減は参考");
    expect(cardsOf(dataset, series).at(-1)!.words.ja.sentence).toContain("増減は参考");
  });

  test("writes numbers as people say them", () => {
    expect(svg).toContain(">208万6,794人<");
  });
});

test("writes a value with the decimals that were printed", () => {
  const { dataset, series } = seriesOf([
    observation(2023, number("1.30")),
    observation(2024, number("1.26")),
  ]);
  expect(chartSvg(indicatorFileJson(dataset, series), "ja", address)).toMatch(/>1\.30[^<]*</);
});

test("says in the picture where its scale does not begin at 0", () => {
  const cut = seriesOf([observation(2023, number("620")), observation(2024, number("618"))]);
  const whole = seriesOf([observation(2023, number("620")), observation(2024, number("61"))]);
  const drawn = ({ dataset, series }: typeof cut) =>
    chartSvg(indicatorFileJson(dataset, series), "ja", address);
  expect(drawn(cut)).toContain("縦の目盛りは0から始まりません");
  expect(drawn(whole)).not.toContain("縦の目盛り");
});

test("without a number there is no chart", () => {
  const { dataset, series } = seriesOf([observation(2024, words("実施設計"))]);
  expect(chartSvg(indicatorFileJson(dataset, series), "ja", address)).toBeUndefined();
});
