// The made-up cities are published as a person approved it: chosen files of each, with hashes and sizes masked.

import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { expectApprovedFiles } from "../support/approved.ts";
import { filesIn } from "../support/files.ts";
import { cityData, cityNames, top } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";

/** The one city of which everything that is of its own kind is read; `*` is the municipality's code. */
const whole = [
  "*_activity.csv",
  "*_correction.csv",
  "*_dataset.json",
  "*_dataset.ttl",
  "*_indicator.csv",
  "*_indicator_comparison.csv",
  "*_indicator_result.csv",
  "*_indicator_result.csv-metadata.json",
  "*_listing.csv",
  "*_node.csv",
  "*_observation.csv",
  "*_observation.csv-metadata.json",
  "*_open_data_list_rows.csv",
  "*_placement.csv",
  "*_target.csv",
  "*_unit.csv",
  "catalog.ttl",
  "datapackage.json",
  "def/data.ttl",
  "easy/index.html",
  "easy/indicators/K0001/index.html",
  "embed/index.html",
  "en/index.html",
  "en/indicators/K0001/index.html",
  "feed.atom",
  "goals/G01/data.csv",
  "goals/G01/index.html",
  "index.html",
  "indicators/K0001/card.svg",
  "indicators/K0001/card.txt",
  "indicators/K0001/data.js",
  "indicators/K0001/data.json",
  "indicators/K0001/data.ttl",
  "indicators/K0001/embed.html",
  "indicators/K0001/fragment.html",
  "indicators/K0001/index.html",
  "indicators/K0001/oembed.json",
  "plans/P01/index.html",
  "projects/J0001/data.json",
  "projects/J0001/index.html",
  "releases/latest/index.html",
  "sitemap.xml",
  "units/U01/index.html",
];

/** What is read of the others. */
const few = [
  "*_indicator_comparison.csv",
  "*_indicator_result.csv",
  "*_dataset.ttl",
  "index.html",
  "indicators/K0001/card.txt",
  "indicators/K0001/index.html",
];

/** What is read of the town with three plans: all that its report says beside the values. */
const reported = [
  ...few,
  "*_cost.csv",
  "*_cost_observation.csv",
  "*_cost_observation.csv-metadata.json",
  "*_dataset.json",
  "*_earlier_print.csv",
  "*_evaluation.csv",
  "*_evaluation_observation.csv",
  "*_node.csv",
  "*_observation.csv",
  "*_reference.csv",
  "*_reference_observation.csv",
  "*_target.csv",
  "datapackage.json",
  "easy/indicators/K0003/index.html",
  "en/index.html",
  "en/indicators/K0003/index.html",
  "en/undertakings/J01/index.html",
  "indicators/K0001/data.json",
  "indicators/K0002/index.html",
  "indicators/K0003/index.html",
  "indicators/K0004/card.txt",
  "indicators/K0006/index.html",
  "measures/M01/index.html",
  "plans/P02/index.html",
  "undertakings/J01/data.json",
  "undertakings/J01/index.html",
];

describe("the published files are the approved ones", () => {
  test.each(cityNames)("of the city %s", async (name) => {
    const out = join(workplace(), "published");
    const { issues, written, dataset } = await publish(cityData(name), out);
    expect(issues.filter(({ level }) => level === "error")).toEqual([]);
    const files = filesIn(out);
    expect([...written!.keys()].sort()).toEqual([...files.keys()]);
    const chosen = (name === "official" ? whole : name === "plans" ? reported : few).map((path) =>
      path.replace("*", dataset!.municipality.code),
    );
    expectApprovedFiles(join(top, "tests/cities", name, "published"), files, chosen.sort());
  });
});
