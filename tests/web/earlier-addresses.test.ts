// Addresses of the earlier layout, with a folder for every year of an indicator, go on to answer.

import { describe, expect, test } from "vitest";
import { earlierAddress } from "../../packages/publisher/src/formats/earlier-addresses.ts";

describe("a year that has no files of its own any more leads to the indicator's", () => {
  test.each([
    "card.svg",
    "card.en.svg",
    "card.txt",
    "embed.html",
    "embed.en.html",
    "fragment.html",
    "fragment.en.html",
    "data.json",
    "data.js",
    "oembed.json",
  ])("%s", (name) => {
    expect(earlierAddress(`/indicators/K0002/FY2023/${name}`)).toBe(`../${name}`);
    expect(earlierAddress(`/142123/indicators/K0002/FY2023/${name}`)).toBe(`../${name}`);
  });

  test.each(["", "index.html"])("the folder itself (%s) leads to that year on the page", (name) => {
    expect(earlierAddress(`/indicators/K0002/FY2023/${name}`)).toBe("../#FY2023");
  });

  test.each([
    "/indicators/K0002/nothing.svg",
    "/periods/FY2023/card.svg",
    "/indicators/K0002/FY2023/../x",
    "/FY2023/card.svg",
  ])("%s never was an address", (path) => expect(earlierAddress(path)).toBeUndefined());
});
