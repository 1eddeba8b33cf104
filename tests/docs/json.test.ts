// The JSON: types and schema are twins, the published files fit the schema, the examples of the docs are true.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { docBlocks } from "../support/doc-blocks.ts";
import { atsugiTables, bytesIn, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const top = join(import.meta.dirname, "../..");
const folder = scratch();

beforeAll(async () => {
  await publishInto(join(folder, "142123"), atsugiTables);
  await publishInto(join(folder, sampleCode), sampleCity(join(folder, "data")));
}, 400_000);

type Schema = { readonly $defs: Readonly<Record<string, object>> };
const schema = (name: string): Schema =>
  JSON.parse(readFileSync(join(top, "packages/core/schema", `${name}.schema.json`), "utf8"));
const read = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));

function validator(whole: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv.compile(whole);
}

/** One definition of the dataset's schema as a schema of its own. */
function definition(name: string): ValidateFunction {
  return validator({ $ref: `#/$defs/${name}`, $defs: schema("dataset").$defs });
}

describe("types and schema are twins", () => {
  test("the schemas are what the types give", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/schema.mjs"], {
      cwd: top,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("what is published beside the data is the same schema", () => {
    for (const name of ["dataset", "indicator", "project", "changes", "release"]) {
      expect(read(`142123/schema/${name}.schema.json`)).toEqual(schema(name));
    }
  });

  test("a value of the type fits the schema, and what the type refuses the schema refuses", () => {
    // The compiler reads the same literals as the validator: each bad one must fail with both.
    const good = {
      id: "K0001FY2024",
      iri: "https://a.example/#x",
      status: "V01",
      reading: "certain",
      source: "SR01",
    };
    const cases = [
      { value: good, fits: true },
      { value: { ...good, value: 1, printed: "1" }, fits: true },
      { value: { ...good, reading: "guessed" }, fits: false },
      { value: { ...good, value: "1" }, fits: false },
      { value: { ...good, surprise: 1 }, fits: false },
      { value: { id: "K0001FY2024" }, fits: false },
    ];
    const validate = definition("ObservationJson");
    expect(cases.map(({ value }) => validate(value))).toEqual(cases.map(({ fits }) => fits));

    const place = mkdtempSync(join(folder, "twin-"));
    const types = join(top, "packages/core/src/json/types.ts");
    writeFileSync(
      join(place, "twin.ts"),
      `import type { ObservationJson } from ${JSON.stringify(types)};\n${cases
        .map(({ value }, at) => `export const case${at}: ObservationJson = ${JSON.stringify(value)};`)
        .join("\n")}\n`,
    );
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(top, "node_modules/typescript/bin/tsc"),
        ..."--noEmit --ignoreConfig --strict --allowImportingTsExtensions --module nodenext --types".split(
          " ",
        ),
        "",
        join(place, "twin.ts"),
      ],
      { cwd: place, encoding: "utf8" },
    );
    const refused = cases.map((_, at) => new RegExp(`twin\\.ts[(:]${at + 2}[,:]`).test(stdout));
    expect(refused, stdout).toEqual(cases.map(({ fits }) => !fits));
  });
});

describe.each(["142123", sampleCode])("the JSON of %s", (code) => {
  test("fits the schema of the dataset", () => {
    const validate = validator(schema("dataset"));
    expect(validate(read(`${code}/${code}_dataset.json`)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(
      true,
    );
  });

  test("fits the schema of an indicator, for every indicator", () => {
    const validate = validator(schema("indicator"));
    const files = [...bytesIn(join(folder, code))].filter(([path]) =>
      /^indicators\/K\d+\/data\.json$/.test(path),
    );
    expect(files.length).toBeGreaterThan(1);
    for (const [path, bytes] of files) {
      expect(
        validate(JSON.parse(bytes.toString())),
        `${path} ${JSON.stringify(validate.errors?.slice(0, 3))}`,
      ).toBe(true);
    }
  });
});

const examples = docBlocks("json.md").filter(({ language }) => language === "json");

test("the docs have examples", () => {
  expect(examples.length).toBeGreaterThan(8);
});

describe.each(examples)("the example of $heading", ({ heading, code }) => {
  test("fits its definition in the schema", () => {
    const validate = definition(heading);
    expect(validate(JSON.parse(code)), JSON.stringify(validate.errors)).toBe(true);
  });

  test("stands in Atsugi's file as it stands in the docs", () => {
    const example: unknown = JSON.parse(code);
    const isThere = (value: unknown): boolean =>
      isDeepStrictEqual(value, example) ||
      (typeof value === "object" && value !== null && Object.values(value).some(isThere));
    expect(isThere(read("142123/142123_dataset.json"))).toBe(true);
  });
});

test.skipIf(spawnSync("/usr/bin/python3", ["-c", "import jsonschema"]).status !== 0)(
  "Python's jsonschema (where present) says the same",
  () => {
    const script =
      "import json,sys; from jsonschema import Draft202012Validator as V; print(sum(1 for _ in V(json.load(open(sys.argv[1]))).iter_errors(json.load(open(sys.argv[2])))))";
    const out = execFileSync(
      "/usr/bin/python3",
      [
        "-c",
        script,
        join(top, "packages/core/schema/dataset.schema.json"),
        join(folder, "142123/142123_dataset.json"),
      ],
      { encoding: "utf8" },
    );
    expect(out.trim()).toBe("0");
  },
);
