// A plan that has only begun: targets and no results, and pages that invent no year for them.

import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { bytesIn, publishInto, scratch } from "../support/published-city.ts";

const folder = scratch();
const tables = join(folder, "tables");
const out = join(folder, "out");

beforeAll(async () => {
  cpSync(fileURLToPath(new URL("../cities/minimal/data", import.meta.url)), tables, { recursive: true });
  for (const name of ["observations/2024.csv", "corrections.csv", "breaks.csv", "acknowledgements.csv"]) {
    const [header = ""] = readFileSync(join(tables, name), "utf8").split("\n");
    writeFileSync(join(tables, name), `${header}\n`);
  }
  await publishInto(out, tables);
});

test("no page, picture or table speaks of the year 0", () => {
  const zero = [...bytesIn(out)].filter(
    ([path, bytes]) =>
      /\.(?:html|svg|csv|json|js)$/.test(path) && /(?<![0-9])0年度|FY0\b/.test(bytes.toString()),
  );
  expect(zero.map(([path]) => path)).toEqual([]);
});

test("the front page lists the indicators and has no glance; an indicator's page says that there are no results yet", () => {
  const front = readFileSync(join(out, "index.html"), "utf8");
  expect(front).not.toContain('id="glance"');
  expect(front).toMatch(/<th scope="col">実績値<\/th>/);
  const own = join(out, "indicators/K0001/index.html");
  expect(existsSync(own)).toBe(true);
  expect(readFileSync(own, "utf8")).toContain("実績値は、まだありません。");
});
