// The list of published files: every data file of a city stands in it, is offered on the page and put on portals from there, and is served as what it says.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resourceList } from "@shihyo/publisher";
import { beforeAll, expect, test } from "vitest";
import { dataFileKinds, pathOf } from "../../packages/publisher/src/formats/published-files.ts";
import { fileKind } from "../../packages/publisher/src/outside/web/file-kinds.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
const out = join(folder, "out");

beforeAll(async () => {
  await publishInto(out, sampleCity(join(folder, "data")));
});

test("each file that bears the city's code is offered on the landing page", () => {
  const page = readFileSync(join(out, "index.html"), "utf8");
  const files = readdirSync(out).filter(
    (name) => name.startsWith(`${sampleCode}_`) && !name.endsWith("-metadata.json"),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((name) => !page.includes(`href="${name}" download`))).toEqual([]);
});

test("a web server says of each data file the type that the catalogue says", () => {
  const data = dataFileKinds.filter(({ file }) => !file.startsWith("/"));
  expect(data.length).toBeGreaterThan(30);
  const typesOf = (kinds: typeof data, typeOf: (kind: (typeof data)[number]) => string) =>
    kinds.map((kind) => `${kind.file} ${typeOf(kind)}`);
  const served = typesOf(data, (kind) => fileKind(pathOf(sampleCode, kind)).type.replace(/;.*$/, ""));
  expect(served).toEqual(typesOf(data, ({ mediaType }) => mediaType));
});

test("what a city's report says beside values goes up to a portal too, the rows of its list do not", () => {
  expect(resourceList).toEqual(
    expect.arrayContaining(["evaluation.csv", "reference.csv", "cost.csv", "activity.csv", "dataset.zip"]),
  );
  expect(resourceList).not.toContain("open_data_list_rows.csv");
});
