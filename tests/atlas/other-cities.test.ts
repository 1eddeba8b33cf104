// The line 「ほかの市では」 on an indicator's own page: where the city names an atlas, and what it counts is exactly a common indicator.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { shihyo } from "../support/shihyo.ts";

const folder = scratch();

/** The official made-up city with two alignments, naming an atlas. */
function cityWith(name: string, atlas: unknown): string {
  const data = join(folder, name);
  cpSync(join(top, "tests/cities/official/data"), data, { recursive: true });
  const file = join(data, "municipality.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), atlas }));
  const table = join(data, "indicators.csv");
  const [header = "", ...rows] = readFileSync(table, "utf8").trimEnd().split(/\r?\n/);
  const ends: Record<string, string> = { K0002: "C034,完全", K0001: "C041,狭い" };
  const aligned = rows.map((row) => `${row},${ends[row.slice(0, 5)] ?? ","}`);
  writeFileSync(table, `${[`${header},共通指標,共通指標_一致`, ...aligned].join("\r\n")}\r\n`);
  return data;
}

describe("a city that names an atlas", () => {
  const out = join(folder, "out");
  const page = (path: string) => readFileSync(join(out, path, "index.html"), "utf8");
  beforeAll(async () => {
    await publishInto(out, cityWith("data", "https://atlas.example.lg.jp/"));
  });

  test("leads from what is the same to the cities side by side, in each reader's words", () => {
    expect(page("indicators/K0002")).toContain(
      '<a href="https://atlas.example.lg.jp/common-indicators/C034/index.html">ほかの市では',
    );
    expect(page("en/indicators/K0002")).toContain(
      '<a href="https://atlas.example.lg.jp/en/common-indicators/C034/index.html">And elsewhere?',
    );
    expect(page("easy/indicators/K0002")).toContain("ほかの 市では");
  });

  test("leads nowhere from what is only alike, or aligned to nothing", () => {
    expect(page("indicators/K0001")).not.toContain("atlas.example.lg.jp");
    expect(page("indicators/K0003")).not.toContain("atlas.example.lg.jp");
  });

  test("its published data name the atlas", () => {
    const json = JSON.parse(readFileSync(join(out, "999989_dataset.json"), "utf8"));
    expect(json.municipality.atlas).toBe("https://atlas.example.lg.jp/");
  });
});

test.each(["https://shihyo.example/atlas/", "https://atlas.example.lg.jp", "atlas", 3])(
  "an atlas that nobody can open (%s) is told, with its file",
  async (atlas) => {
    const { status, stdout, stderr } = await shihyo([
      "check",
      cityWith(`wrong-${typeof atlas}-${String(atlas).length}`, atlas),
      "--lang",
      "ja",
    ]);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("municipality.json 「atlas」");
  },
);
