// A citation has the value with its doubt, its year, and the address of the release in which it stays as it was.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DatasetJson, type IndicatorFileJson, type Reader, yearToShow } from "@shihyo/core";
import { beforeAll, expect, test } from "vitest";
import { cited as copied } from "../../packages/publisher/src/site/take-away-text.ts";
import { cityData } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";

const out = join(scratch(), "city");

beforeAll(async () => {
  await publishInto(out, cityData("words"));
});

const dataset = (): DatasetJson => {
  const file = readFileSync(join(out, "SHA256SUMS"), "utf8").match(/\d{6}_dataset\.json/)?.[0] ?? "";
  return JSON.parse(readFileSync(join(out, file), "utf8"));
};

function cited(path: string): string {
  const page = readFileSync(join(out, path, "index.html"), "utf8");
  const [, text = ""] = /<p id="citation">([\s\S]*?)<\/p>/.exec(page) ?? [];
  return text
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}

test.each(["", "en/", "easy/"])("on every page that can be cited (%s)", (reader) => {
  const { municipality, release, indicators, nodes } = dataset();
  const kept = `${municipality.base}releases/${release.version}/`;
  expect(cited(reader)).toContain(kept);
  for (const indicator of indicators) {
    const { id } = indicator;
    const text = cited(`${reader}indicators/${id}`);
    expect(text).toContain(kept);
    const shown = yearToShow(indicator)?.card[reader === "" ? "ja" : reader === "en/" ? "en" : "easy"];
    if (!shown) continue;
    expect(text).toContain(shown.brief);
    expect(shown.brief).toContain(shown.shortYear);
    expect(text).toContain(`${municipality.base}indicators/${id}/`);
  }
  const goal = nodes.find(({ level }) => level === 1);
  if (goal) expect(cited(`${reader}${goal.folder}/${goal.id}`)).toContain(kept);
  // The address answers: the release's own page is there from the first day on.
  expect(readFileSync(join(out, "releases", release.version, "index.html"), "utf8")).toContain(kept);
});

test.each<[string, Reader]>([
  ["", "ja"],
  ["en/", "en"],
  ["easy/", "easy"],
])("what the menu of a card copies is what the page says (%s)", (folder, reader) => {
  for (const { id } of dataset().indicators) {
    const page = readFileSync(join(out, folder, "indicators", id, "index.html"), "utf8");
    const said = (name: string) =>
      new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(page)?.[1] ?? "";
    const file: IndicatorFileJson = JSON.parse(
      readFileSync(join(out, "indicators", id, "data.json"), "utf8"),
    );
    const of = { whole: said("og:site_name"), by: said("dcterms.publisher") };
    expect(of.whole).not.toBe("");
    expect(of.by).not.toBe("");
    expect(copied(file, of, reader)).toBe(cited(`${folder}indicators/${id}`));
  }
});
