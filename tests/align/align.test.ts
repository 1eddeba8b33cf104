// Alignments: what is proposed for real names is held against keys that people made before the program had answered.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Alignment, proposeAlignments } from "@shihyo/core";
import { commonIndicators, readCity } from "@shihyo/publisher";
import { beforeAll, describe, expect, test } from "vitest";
import { top } from "../support/places.ts";
import { scratch } from "../support/published-city.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, workplace } from "../support/workplace.ts";

interface Entry {
  readonly common: string;
  readonly match: string;
}

const words = { exact: "完全", close: "近い", broader: "広い", narrower: "狭い" } as const;

function keyIn(file: string): Map<string, Entry> {
  const [, ...rows] = readFileSync(join(top, "tests/align", file), "utf8")
    .trim()
    .split("\n");
  return new Map(
    rows.map((row) => {
      const [id = "", common = "", match = ""] = row.split(",");
      return [id, { common, match }];
    }),
  );
}

/** Among what the key judges: how many proposals are right, and how many of what should be proposed were. */
function measured(
  key: ReadonlyMap<string, Entry>,
  proposals: readonly (Alignment & { readonly key: string })[],
) {
  const judged = proposals.filter(({ key: id }) => key.has(id));
  const right = judged.filter(({ key: id, common }) => key.get(id)?.common === common);
  const exact = judged.filter(({ match }) => match === "exact");
  const wanted = [...key.values()].filter(({ common }) => common !== "");
  return {
    judged: key.size,
    proposed: judged.length,
    right: right.length,
    wanted: wanted.length,
    exact: exact.length,
    exactWrong: exact.filter(
      ({ key: id, common }) => key.get(id)?.common !== common || key.get(id)?.match !== "完全",
    ).length,
    sameMatch: right.filter(({ key: id, match }) => key.get(id)?.match === words[match]).length,
  };
}

describe("Atsugi's 225 names", () => {
  let found: ReturnType<typeof measured>;

  beforeAll(async () => {
    const { dataset } = await readCity(join(top, "data/142123"));
    if (!dataset) throw new Error("Atsugi's tables have errors");
    const proposals = proposeAlignments(dataset, commonIndicators());
    found = measured(
      keyIn("key-atsugi.csv"),
      proposals.map((one) => ({ ...one, key: one.indicator })),
    );
    console.log(`Atsugi: ${JSON.stringify(found)}`);
  });

  test("what is called the same is the same", () => {
    expect(found.exactWrong).toBe(0);
  });

  test("two thirds of what is proposed are right, and half of what could be is found", () => {
    expect(found.judged).toBe(225);
    expect(found.right / found.proposed).toBeGreaterThan(0.66);
    expect(found.right / found.wanted).toBeGreaterThan(0.5);
  });
});

const other = join(top, "../shared/cities/ofunato-r7-407-projects.xlsx");
describe.skipIf(!existsSync(other))("another city, taken in from its own file", () => {
  const hash = (name: string) => createHash("sha256").update(name.trim()).digest("hex").slice(0, 16);
  let names: ReadonlySet<string>;
  let proposals: readonly (Alignment & { readonly key: string })[];

  beforeAll(async () => {
    const data = join(scratch(), "032034");
    await shihyo(["intake", other, "--data", data, "--code", "032034", "--accept"]);
    const { dataset } = await readCity(data);
    if (!dataset) throw new Error("the tables have errors");
    const keys = [...dataset.indicators.values()].map(({ id, name }) => [id, hash(name.ja)] as const);
    const byId = new Map(keys);
    names = new Set(byId.values());
    proposals = proposeAlignments(dataset, commonIndicators()).map((one) => ({
      ...one,
      key: byId.get(one.indicator) ?? "",
    }));
  }, 240_000);

  test("152 of its names, drawn by chance", () => {
    const found = measured(keyIn("key-ofunato.csv"), proposals);
    console.log(`Ofunato, 152 names: ${JSON.stringify(found)}, ${proposals.length} proposals in all`);
    expect(found.judged).toBe(152);
    expect(found.right / found.wanted).toBeGreaterThanOrEqual(0.8);
  });

  test("all its names", () => {
    // The key lists what is to be proposed; every other name was read, and is none.
    const listed = keyIn("key-ofunato-all.csv");
    expect([...listed.keys()].filter((name) => !names.has(name))).toEqual([]);
    const key = new Map(
      [...names].map((name) => [name, listed.get(name) ?? { common: "", match: "" }] as const),
    );
    // Once a name: several projects count by one.
    const once = [...new Map(proposals.map((one) => [`${one.key} ${one.common}`, one])).values()];
    const found = measured(key, once);
    console.log(`Ofunato, all names: ${JSON.stringify(found)}`);
    expect(found.wanted).toBe(listed.size);
    expect(found.right / found.proposed).toBeGreaterThan(0.75);
    expect(found.right / found.wanted).toBeGreaterThan(0.55);
  });
});

describe("what a name says beyond the thing", () => {
  const proposed = async (name: string, unit: string) => {
    const { dataset } = await readCity(join(top, "data/142123"));
    if (!dataset) throw new Error("Atsugi's tables have errors");
    const [id, one] = [...dataset.indicators][0] ?? [];
    const [unitId] = [...dataset.units].find(([, { name: own }]) => own.ja === unit) ?? [];
    if (!id || !one || !unitId) throw new Error("no such unit");
    const indicators = new Map([[id, { ...one, name: { ja: name }, unit: unitId }]]);
    const [found] = proposeAlignments({ ...dataset, indicators, listings: [] }, commonIndicators());
    return found && `${found.common} ${found.match}`;
  };

  test.each([
    ["厚木市の総人口", "人", "C001 exact"],
    ["市の区域の出生数", "人", "C002 narrower"],
    ["圏域の人口", "人", "C001 broader"],
    ["日本の人口", "人", undefined],
    ["県内の交通事故発生件数", "件", undefined],
    ["世帯数（推計人口による）", "人", undefined],
    ["火災発生件数の減少数", "件", undefined],
    ["移住者", "人", "C008 exact"],
    ["図書館の利用延べ人数", "人", "C018 exact"],
    ["老朽空家除却補助件数", "件", undefined],
    ["空家等対策協議会の会議の数", "件", undefined],
    ["市内の空家の数", "件", "C048 close"],
    ["認知症サポーター養成講座の実施数", "回", undefined],
    ["町内火災件数", "回", "C036 close"],
    ["街頭犯罪認知件数", "件", "C033 narrower"],
    ["新婚世帯への家賃の補助と引っ越しの支援による転入者数", "人", "C004 narrower"],
  ])("%s", async (name, unit, expected) => {
    expect(await proposed(name, unit)).toBe(expected);
  });
});

describe("the command", () => {
  test("writes what was decided はい, and nothing else", async () => {
    const data = copyOf(join(top, "data/142123"));
    const file = join(workplace(), "align.csv");
    await shihyo(["align", data, "-o", file]);
    const text = readFileSync(file, "utf8");
    const decided = text.replace(/^(K0192,.*),\r$/m, "$1,はい\r").replace(/^(K0009,.*),\r$/m, "$1,いいえ\r");
    writeFileSync(file, decided);
    // What somebody decided is not written over by proposals.
    const over = await shihyo(["align", data, "-o", file, "--lang", "ja"]);
    expect([over.status, over.stderr]).toEqual([2, expect.stringContaining("もう決定が2行書かれています")]);
    expect(readFileSync(file, "utf8")).toBe(decided);
    expect((await shihyo(["align", data, "--answers", file])).status).toBe(0);
    const { dataset } = await readCity(data);
    expect(dataset?.indicators.get("K0192")).toMatchObject({ common: "C034", commonMatch: "exact" });
    expect(dataset?.indicators.get("K0009")?.common).toBeUndefined();
    // What is decided is not proposed again.
    const again = JSON.parse((await shihyo(["align", data, "--json"])).stdout);
    expect(again.proposals.map(({ indicator }: Alignment) => indicator)).not.toContain("K0192");
  });

  test("a word that is no answer is told, and nothing is written", async () => {
    const data = copyOf(join(top, "data/142123"));
    const before = readFileSync(join(data, "indicators.csv"), "utf8");
    const file = join(workplace(), "align.csv");
    await shihyo(["align", data, "-o", file]);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^(K0192,.*),\r$/m, "$1,たぶん\r"));
    const { status, stderr } = await shihyo(["align", data, "--answers", file]);
    expect(status).toBe(2);
    expect(stderr).toContain("「たぶん」は使えません");
    expect(readFileSync(join(data, "indicators.csv"), "utf8")).toBe(before);
  });
});
