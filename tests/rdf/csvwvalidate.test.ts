// Every published table against its CSVW by csvwvalidate, a validator in Python that is not ours.
//
// It comes with the package `csvw` (pip install csvw). It looks for a column's `name` in the header, where the
// standard has the titles there (Metadata Vocabulary for Tabular Data, 5.6.1), so it is given a copy in which
// the columns are named as their headers are. Cells may be empty where a key points at another table.

import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Published, publishedGraphCity, publishedRealCity } from "../support/published.ts";
import { workplace } from "../support/workplace.ts";

const isThere = spawnSync("csvwvalidate", ["--help"]).status === 0;

interface Table {
  readonly url: string;
  readonly tableSchema: {
    columns: { name: string; titles?: { ja: string | readonly string[] }; valueUrl?: string }[];
    primaryKey?: string | readonly string[];
    foreignKeys?: { columnReference: unknown; reference: { resource: string; columnReference: unknown } }[];
    aboutUrl?: string;
  };
}

function readGroup(folder: string): { tables: Table[] } {
  return JSON.parse(readFileSync(join(folder, "csv-metadata.json"), "utf8"));
}

/** The tables in a folder of their own, with metadata whose columns are named as the headers are. */
function renamed(folder: string): string {
  const group = readGroup(folder);
  const names = new Map(
    group.tables.map(({ url, tableSchema }) => [
      url,
      new Map(
        tableSchema.columns.flatMap(({ name, titles }) =>
          titles ? [[name, [titles.ja].flat().at(-1) ?? name] as const] : [],
        ),
      ),
    ]),
  );
  const inTable = (url: string, columns: unknown) =>
    [columns].flat().map((column) => names.get(url)?.get(String(column)) ?? column);
  for (const { url, tableSchema: schema } of group.tables) {
    for (const key of schema.foreignKeys ?? []) {
      key.columnReference = inTable(url, key.columnReference);
      key.reference.columnReference = inTable(key.reference.resource, key.reference.columnReference);
    }
    if (schema.primaryKey) schema.primaryKey = inTable(url, schema.primaryKey) as string[];
    for (const column of schema.columns) {
      column.name = names.get(url)?.get(column.name) ?? column.name;
      delete column.titles;
      delete column.valueUrl;
    }
    delete schema.aboutUrl;
  }
  const copy = workplace();
  for (const { url } of group.tables) copyFileSync(join(folder, url), join(copy, url));
  writeFileSync(join(copy, "csv-metadata.json"), JSON.stringify(group));
  return copy;
}

function validate(file: string): string {
  const { status, stdout, stderr } = spawnSync("csvwvalidate", ["--verbose", "--lax", file], {
    encoding: "utf8",
  });
  return status === 0 ? "valid" : `${stdout}${stderr}`;
}

describe.skipIf(!isThere)(
  `csvwvalidate${isThere ? "" : " (skipped: it is not installed; pip install csvw)"}`,
  { timeout: 120_000 },
  () => {
    let cities: readonly Published[];
    beforeAll(async () => {
      cities = await Promise.all([publishedRealCity(), publishedGraphCity()]);
    });

    test("finds the coded table valid as it is", () => {
      for (const { folder, code } of cities) {
        expect(validate(join(folder, `${code}_observation.csv-metadata.json`))).toBe("valid");
      }
    });

    test("finds all tables valid: types, required cells, keys, and what keys point at", () => {
      for (const { folder } of cities) {
        expect(validate(join(renamed(folder), "csv-metadata.json"))).toBe("valid");
      }
    });

    test.each([
      ["a letter in a value", "_indicator_result.csv", /"全体","[0-9]+"/, '"全体","2O"'],
      ["a key that leads nowhere", "_listing.csv", /"K0001"/, '"K9999"'],
    ])("finds %s", (_, ending, found, put) => {
      const copy = renamed(cities[0]!.folder);
      const file = join(copy, `${cities[0]!.code}${ending}`);
      const lines = readFileSync(file, "utf8").split("\r\n");
      const at = lines.findIndex((line, index) => index > 0 && found.test(line));
      lines[at] = lines[at]!.replace(found, put);
      writeFileSync(file, lines.join("\r\n"));
      expect(validate(join(copy, "csv-metadata.json"))).not.toBe("valid");
    });
  },
);
