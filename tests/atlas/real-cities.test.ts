// Two real cities, taken in from the files that they have, in one atlas.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

const cities = join(top, "../shared/cities");
const files = [
  ["032034", "ofunato-13-projects.xlsx"],
  ["122076", "matsudo.csv"],
] as const;

test.skipIf(!existsSync(cities))(
  "大船渡 and 松戸 stand side by side, each number as its city's own file has it",
  { timeout: 300_000 },
  async () => {
    const place = workplace();
    const atlas = join(place, "atlas");
    for (const [code, file] of files) {
      const data = join(place, "data", code);
      const taken = await shihyo(["intake", join(cities, file), "--data", data, "--code", code, "--accept"]);
      expect([file, taken.status]).toEqual([file, 0]);
      const out = join(place, "published", code);
      expect((await shihyo(["publish", data, "--out", out])).status).toBe(0);
      await shihyo(["atlas", "add", out, "--atlas", atlas]);
    }
    expect((await shihyo(["atlas", "update", "--atlas", atlas])).status).toBe(0);
    const sql =
      "SELECT code, count(*)::INT AS rows, count(value)::INT AS numbers FROM observations GROUP BY code ORDER BY code";
    const { rows } = JSON.parse((await shihyo(["atlas", "query", sql, "--atlas", atlas, "--json"])).stdout);
    const published = files.map(([code]) => {
      const file = join(place, "published", code, `${code}_observation.csv`);
      const [header = "", ...lines] = readFileSync(file, "utf8").trimEnd().split('"\r\n"');
      const at = header
        .replace(/^\uFEFF?"/, "")
        .split('","')
        .indexOf("value");
      const numbers = lines.filter((line) => line.split('","')[at] !== "");
      return { code, rows: lines.length, numbers: numbers.length };
    });
    expect(rows).toEqual(published);
    expect(Math.min(...published.map(({ numbers }) => numbers))).toBeGreaterThan(10);
    const pages = join(place, "pages");
    expect((await shihyo(["atlas", "publish", "--atlas", atlas, "--out", pages])).status).toBe(0);
    for (const [code] of files) expect(existsSync(join(pages, `cities/${code}/index.html`))).toBe(true);
  },
);
