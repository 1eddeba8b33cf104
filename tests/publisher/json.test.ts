// The published JSON fits the published JSON Schemas, and scripts carry the same JSON.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import type { DatasetJson, IndicatorFileJson } from "@shihyo/core";
import { publish } from "@shihyo/publisher";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { filesIn } from "../support/files.ts";
import { atsugi, cityData, cityNames } from "../support/places.ts";
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
