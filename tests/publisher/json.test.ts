// The published JSON fits the published JSON Schemas, and scripts carry the same JSON.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import type { DatasetJson, IndicatorFileJson } from "@shihyo/core";
import { publish } from "@shihyo/publisher";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { filesIn } from "../support/files.ts";
import { atsugi, cityData, cityNames, top } from "../support/places.ts";
import { copyOf, rewrite, workplace } from "../support/workplace.ts";

const cities = [
  ...cityNames.map((name) => ({ name: name as string, data: cityData(name) })),
  { name: "Atsugi", data: atsugi },
];

function validator(out: string, name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const schema = JSON.parse(readFileSync(join(out, "schema", name), "utf8"));
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  return ajv.compile(schema);
}

const expectValid = (validate: ValidateFunction, value: unknown, path: string) => {
  validate(value);
  expect({ path, errors: validate.errors ?? [] }).toEqual({ path, errors: [] });
};

describe.each(cities)("the JSON of $name", ({ data }) => {
  test("fits its schemas, and data.js hands over what data.json says", async () => {
    const out = join(workplace(), "published");
    const { dataset } = await publish(data, out);
    const files = filesIn(out);
    const whole = JSON.parse(files.get(`${dataset!.municipality.code}_dataset.json`)!.toString("utf8"));
    expectValid(validator(out, "dataset.schema.json"), whole, "dataset");
    const ofOne = validator(out, "indicator.schema.json");
    const context = vm.createContext({});
    vm.runInContext("var self = this;", context);
    vm.runInContext(files.get("indicators/data.js")!.toString("utf8"), context);
    // What all files share comes first and once.
    const [shared, ...own] = JSON.parse(vm.runInContext("JSON.stringify(kpiData)", context)) as object[];
    const all = own.map((file) => ({ ...shared, ...file })) as IndicatorFileJson[];
    expect(all.map(({ indicator }) => indicator.id)).toEqual(
      (whole as DatasetJson).indicators.map(({ id }) => id),
    );
    for (const [index, { id }] of (whole as DatasetJson).indicators.entries()) {
      const json = JSON.parse(files.get(`indicators/${id}/data.json`)!.toString("utf8")) as IndicatorFileJson;
      expectValid(ofOne, json, id);
      expect(json.indicator).toEqual((whole as DatasetJson).indicators[index]);
      expect(all[index]).toEqual(json);
      const own = vm.createContext({});
      vm.runInContext("var self = this;", own);
      vm.runInContext(files.get(`indicators/${id}/data.js`)!.toString("utf8"), own);
      expect(JSON.parse(vm.runInContext("JSON.stringify(kpiData)", own))).toEqual([json]);
    }
  });
});

/** Published twice, the second time with changes of every kind. */
async function twiceReleased(): Promise<string> {
  const data = copyOf(join(top, "tests/issues/base/data"));
  const out = join(workplace(), "published");
  await publish(data, out);
  const more = (name: string, row: string) =>
    rewrite(join(data, name), (text) => `${text.trimEnd()}\n${row}\n`);
  more("releases.csv", "2025-12-01,2025-12-01,受診率を直した,");
  more("corrections.csv", "C0002,2025-12-01,K0002FY2024,実績値,48.0,48.5,数え間違い");
  more("targets.csv", "K0001,2026,最終,150,,以上,,,,,SR01,4");
  more("breaks.csv", "K0001,2023,2024,数え方が変わったため,");
  rewrite(join(data, "observations/2024.csv"), (text) => text.replace("K0002,,48.0,", "K0002,,48.5,"));
  rewrite(join(data, "indicators.csv"), (text) =>
    text
      .replace("会館の進捗状況", "会館の整備状況")
      .replace("年度,単年度,,,増加,市", "年度,単年度,,,減少,市")
      .replace("窓口で相談した人", "窓口や電話で相談した人"),
  );
  rewrite(join(data, "units.csv"), (text) => text.replace("U01,人", "U01,名"));
  rewrite(join(data, "nodes.csv"), (text) => text.replace("会館整備事業", "会館建設事業"));
  const { written } = await publish(data, out);
  expect(written).toBeTruthy();
  return out;
}

describe("the JSON of a release", () => {
  const read = (out: string, path: string) => JSON.parse(readFileSync(join(out, path), "utf8"));

  test("release.json fits its schema, and each of its files is there with that size and hash", async () => {
    const out = join(workplace(), "published");
    await publish(cityData("official"), out);
    const release = read(out, "releases/latest/release.json");
    const validate = validator(out, "release.schema.json");
    expectValid(validate, release, "release");
    const files = filesIn(out);
    expect(release.files.length).toBeGreaterThan(15);
    for (const { path, bytes, sha256 } of release.files) {
      const file = files.get(path)!;
      expect([path, file.length, createHash("sha256").update(file).digest("hex")]).toEqual([
        path,
        bytes,
        sha256,
      ]);
    }
    expect(validate({ ...release, format: "shihyo-dataset" })).toBe(false);
    expect(validate({ ...release, files: [{ path: "a" }] })).toBe(false);
    expect(validate({ ...release, colour: "red" })).toBe(false);
  });

  test("changes.json fits its schema with differences of many kinds", async () => {
    const out = await twiceReleased();
    const changes = read(out, "releases/2025-12-01/changes.json");
    const validate = validator(out, "changes.schema.json");
    expectValid(validate, changes, "changes");
    const kinds = new Set(changes.differences.map(({ kind }: { kind: string }) => kind));
    expect([...kinds].sort()).toEqual(
      ["break", "definition", "direction", "name", "target", "unit", "value"].sort(),
    );
    expectValid(validator(out, "release.schema.json"), read(out, "releases/latest/release.json"), "release");
    const [one, ...others] = changes.differences;
    expect(validate({ ...changes, differences: [{ ...one, kind: "colour" }, ...others] })).toBe(false);
    expect(validate({ ...changes, since: undefined })).toBe(false);
  });

  test("what is kept of an earlier release has the schemas that it was published with", async () => {
    const out = await twiceReleased();
    for (const name of ["changes", "release", "dataset"]) {
      expect(filesIn(out).has(`releases/2025-10-20/schema/${name}.schema.json`)).toBe(true);
    }
  });
});

test("a schema refuses what does not belong", async () => {
  const out = join(workplace(), "published");
  await publish(cityData("official"), out);
  const validate = validator(out, "indicator.schema.json");
  const text = readFileSync(join(out, "indicators/K0001/data.json"), "utf8");
  const spoil = (change: (json: Record<string, unknown>) => void) => {
    const json = JSON.parse(text);
    change(json);
    return validate(json);
  };
  expect(spoil(() => {})).toBe(true);
  expect(spoil((json) => delete json.release)).toBe(false);
  expect(spoil((json) => Object.assign(json, { colour: "red" }))).toBe(false);
  expect(spoil((json) => Object.assign(json, { latestYear: "2024" }))).toBe(false);
  expect(spoil((json) => Object.assign(json.indicator as object, { direction: "up" }))).toBe(false);
});

test("nothing in a name can end a script or become one", async () => {
  const folder = copyOf(cityData("minimal"));
  const nasty = '</script><script>alert("1")</script><!-- {x} \\u003c {{y}} &amp;';
  rewrite(join(folder, "indicators.csv"), (text) =>
    text.replace("歩道の整備延長", `"${nasty.replaceAll('"', '""')}"`),
  );
  const out = join(workplace(), "published");
  await publish(folder, out);
  const files = filesIn(out);
  const plainOut = join(workplace(), "plain");
  await publish(cityData("minimal"), plainOut);
  const plain = filesIn(plainOut);
  for (const path of ["indicators/data.js", "indicators/K0001/data.js"]) {
    const text = files.get(path)!.toString("utf8");
    expect(text).not.toMatch(/<\/?script|<!--/i);
    const context = vm.createContext({});
    vm.runInContext(`var self = this; ${text}`, context);
    expect(vm.runInContext("kpiData.at(-1).indicator.name.ja", context)).toBe(nasty);
  }
  for (const path of ["index.html", "indicators/K0001/index.html"]) {
    const page = files.get(path)!.toString("utf8");
    const harmless = plain.get(path)!.toString("utf8");
    expect(page.match(/<\/?script/g)).toHaveLength(harmless.match(/<\/?script/g)!.length);
    expect(page).toContain("&lt;/script");
  }
});
