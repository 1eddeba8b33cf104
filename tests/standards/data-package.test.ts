// The data package of a release: the standard's rules hold, every byte count and hash is right, the keys point somewhere.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { dataPackageFaults } from "../support/data-package-rules.ts";
import { atsugiTables, csvCells, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly type?: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
    }[];
  };
}

const folder = scratch();
const cities = [
  { code: "142123", tables: () => atsugiTables },
  { code: sampleCode, tables: () => sampleCity(join(folder, "data")) },
];

beforeAll(async () => {
  for (const { code, tables } of cities) await publishInto(join(folder, code), tables());
});

function read(code: string): { resources: Resource[]; licenses: object[]; sources: object[] } {
  return JSON.parse(readFileSync(join(folder, code, "datapackage.json"), "utf8"));
}

/** The profile of version 2.0 where somebody has put it (it is not ours to keep): SHIHYO_SUITES, or ../shared/suites. */
const suites = process.env.SHIHYO_SUITES ?? join(import.meta.dirname, "../../../shared/suites");
const profile = join(suites, "data-package-2.0/datapackage.json");

/** A Python with `frictionless`, where there is one. */
const python = [process.env.SHIHYO_PYTHON, "python3"].find(
  (one) => one !== undefined && spawnSync(one, ["-c", "import frictionless"]).status === 0,
);

describe.each(cities)("the data package of $code", ({ code }) => {
  test("breaks no rule of the standard", () => {
    expect(dataPackageFaults(read(code))).toEqual([]);
  });

  test("lists every table with its right size and hash, and nothing that is no table", () => {
    const { resources } = read(code);
    for (const { path, bytes, hash } of resources) {
      const found = readFileSync(join(folder, code, path));
      expect([path, bytes, hash]).toEqual([
        path,
        found.length,
        `sha256:${createHash("sha256").update(found).digest("hex")}`,
      ]);
    }
    const paths = resources.map(({ path }) => path);
    expect(paths).toContain(`${code}_indicator_result.csv`);
    // Version 1 and its programs take every resource for a table.
    expect(paths.filter((path) => !path.endsWith(".csv"))).toEqual([]);
  });

  test("describes the columns that stand in the CSV, with keys that are unique and lead somewhere", () => {
    const { resources } = read(code);
    const tables = resources.filter(({ type }) => type === "table");
    expect(tables.length).toBeGreaterThan(7);
    const keysOf = new Map<string, Set<string>>();
    for (const { name, path, schema } of tables) {
      const { header, records } = csvCells(join(folder, code, path));
      expect(header).toEqual(schema?.fields.map((field) => field.name));
      const key = (record: readonly string[]) =>
        JSON.stringify(schema?.primaryKey.map((column) => record[header.indexOf(column)]));
      expect(new Set(records.map(key)).size, path).toBe(records.length);
      const id = header.indexOf("ID");
      if (id >= 0) keysOf.set(name, new Set(records.map((record) => record[id] ?? "")));
    }
    let followed = 0;
    for (const { name, path, schema } of tables) {
      const { header, records } = csvCells(join(folder, code, path));
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        const targets = keysOf.get(reference.resource ?? name);
        for (const record of records) {
          const value = record[header.indexOf(fields[0] ?? "")] ?? "";
          if (value === "") continue;
          expect(targets?.has(value), `${path}: ${fields[0]} ${value}`).toBe(true);
          followed += 1;
        }
      }
    }
    expect(followed).toBeGreaterThan(10);
  });

  test("names the licence by its address, and the source", () => {
    const { licenses, sources } = read(code);
    expect(licenses).toContainEqual({
      name: "CC-BY-4.0",
      path: "https://creativecommons.org/licenses/by/4.0/",
      title: "CC BY 4.0",
    });
    expect(sources).toHaveLength(1);
  });

  test.skipIf(!existsSync(profile))(
    "validates against the profile of version 2.0 (where it is at hand)",
    () => {
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
      (addFormats as unknown as (ajv: Ajv) => void)(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(profile, "utf8")));
      expect(validate(read(code)), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
    },
  );

  test.skipIf(!python)("is valid to frictionless for Python, row by row (where it is installed)", () => {
    const script = `
import sys, json
from frictionless import Package, Resource, Checklist
package = Package(sys.argv[1])
wrong = []
rows = 0
for resource in package.resources:
    if resource.path.endswith(".csv"):
        report = resource.validate()
        rows += sum(task.stats.get("rows") or 0 for task in report.tasks)
        wrong += [[resource.name] + error for error in report.flatten(["rowNumber", "fieldName", "type"])]
print(json.dumps({"rows": rows, "wrong": wrong[:5]}))
`;
    const out = execFileSync(python ?? "", ["-c", script, "datapackage.json"], {
      cwd: join(folder, code),
      encoding: "utf8",
    });
    const told = JSON.parse(out.trim().split("\n").at(-1) ?? "{}");
    expect(told.wrong).toEqual([]);
    expect(told.rows).toBeGreaterThan(10);
  });
});

describe("the rules", () => {
  const good = () =>
    structuredClone(read(sampleCode)) as unknown as Record<string, never> & { resources: never[] };
  test.each<[string, (descriptor: ReturnType<typeof good>) => void]>([
    ["no resources", (d) => Object.assign(d, { resources: [] })],
    ["a licence without name and path", (d) => Object.assign(d, { licenses: [{ title: "free" }] })],
    ["a date without a time", (d) => Object.assign(d, { created: "2025-08-01" })],
    ["a path out of the folder", (d) => Object.assign(d.resources[0] ?? {}, { path: "../secret.csv" })],
    ["two resources of one name", (d) => d.resources.push(d.resources[0] as never)],
    [
      "a type of field that is none",
      (d) => Object.assign(d.resources[0] ?? {}, { schema: { fields: [{ name: "a", type: "decimal" }] } }),
    ],
    [
      "a key of no column",
      (d) => Object.assign(d.resources[0] ?? {}, { schema: { fields: [{ name: "a" }], primaryKey: ["b"] } }),
    ],
  ])("catch %s", (_, spoil) => {
    const descriptor = good();
    spoil(descriptor);
    expect(dataPackageFaults(descriptor)).not.toEqual([]);
  });
});
