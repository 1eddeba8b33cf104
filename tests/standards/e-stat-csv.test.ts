// e-Stat's rules 4-1 … 4-14: every published CSV keeps them, and each rule catches a file that does not.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CsvColumn, csvTable, rules } from "../support/e-stat-rules.ts";
import { atsugiTables, bytesIn, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

/** 4-5: two forms are fixed. The 閲覧用 table puts two years side by side; the list of open data is the city's. */
const exempt: Readonly<Record<string, readonly string[]>> = {
  indicator_comparison: ["4-5"],
  open_data_list_rows: ["4-5"],
  // An action without a figure (an ordinance drawn up) is a row of its own kind: nothing is missing in it.
  activity: ["4-11"],
  // The columns and the quotation of SDMX-CSV are SDMX's.
  "dataset.sdmx": ["4-10", "4-12"],
};

const folder = scratch();
const madeUp = join(import.meta.dirname, "../cities");
const cities = [
  { code: "142123", tables: atsugiTables },
  { code: sampleCode, tables: sampleCity(join(folder, "data")) },
  ...(existsSync(madeUp) ? readdirSync(madeUp) : []).map((name) => ({
    code: name,
    tables: join(madeUp, name, "data"),
  })),
];
for (const { code, tables } of cities) await publishInto(join(folder, code), tables);

/** The columns as datapackage.json declares them, by the file's path. */
function declaredColumns(city: string): Map<string, CsvColumn[]> {
  const { resources } = JSON.parse(readFileSync(join(city, "datapackage.json"), "utf8")) as {
    resources: {
      path: string;
      schema?: { fields: { name: string; type: string; constraints?: { required?: boolean } }[] };
    }[];
  };
  return new Map(
    resources.flatMap(({ path, schema }) =>
      schema
        ? [
            [
              path,
              schema.fields.map(({ name, type, constraints }) => ({
                name,
                type,
                required: constraints?.required === true,
              })),
            ],
          ]
        : [],
    ),
  );
}

describe.each(cities)("the CSVs of $code", ({ code }) => {
  const city = join(folder, code);
  const columns = declaredColumns(city);
  const files = [...bytesIn(city)].filter(([path]) => path.endsWith(".csv") && !path.startsWith("releases/"));

  test("are there, with their columns declared", () => {
    expect(files.length).toBeGreaterThan(8);
    expect(columns.size).toBeGreaterThan(7);
  });

  test.each(rules)("keep $number $title", ({ number, faults }) => {
    const found = files.flatMap(([path]) => {
      const name = path.replace(/^.*?_/, "").replace(/\.csv$/, "");
      if (exempt[name]?.includes(number)) return [];
      // The town has numbers without a unit (合計特殊出生率) and a year in the report's own words (R2の調査).
      if (code === "plans" && ["4-7", "4-9"].includes(number)) return [];
      const text = readFileSync(join(city, path), "utf8");
      return faults(csvTable(text, columns.get(path))).map((fault) => `${path}: ${fault}`);
    });
    expect(found.slice(0, 20)).toEqual([]);
  });
});

test("the exemption from 4-5 is needed for the table that is for reading", () => {
  const path = join(folder, "142123/142123_indicator_comparison.csv");
  const rule = rules.find(({ number }) => number === "4-5");
  expect(rule?.faults(csvTable(readFileSync(path, "utf8")))).not.toEqual([]);
});

const columns: readonly CsvColumn[] = [
  { name: "全国地方公共団体コード", type: "string", required: true },
  { name: "ID", type: "string", required: true },
  { name: "指標名", type: "string", required: true },
  { name: "年度", type: "year", required: true },
  { name: "実績値", type: "number", required: false },
  { name: "単位", type: "string", required: false },
  { name: "値なしの理由", type: "string", required: false },
];

const header = columns.map(({ name }) => name);
const good = ["142123", "K0001FY2024", "交流件数", "2024", "25", "件", ""];

function written(...records: readonly (readonly string[])[]): string {
  return records.map((record) => `${record.map((cell) => `"${cell}"`).join(",")}\r\n`).join("");
}

function withCell(name: string, cell: string): string[] {
  return good.map((text, index) => (header[index] === name ? cell : text));
}

/** For each rule, files that break it. */
const bad: Readonly<Record<string, readonly string[]>> = {
  "4-1": [
    written(["指標の実績（令和6年度）"], header, good),
    written(good, good),
    written(["", ...header.slice(1)], good),
  ],
  "4-2": [
    written(header, withCell("実績値", "5、2")),
    written(header, withCell("ID", "K0001FY2024、K0002FY2024")),
  ],
  "4-3": [written(header, withCell("実績値", "1,234人")), written(header, withCell("実績値", "25件"))],
  "4-4": [
    written(header, withCell("指標名", "交流　件数")),
    written(header, withCell("指標名", "交流\n件数")),
    written(header, withCell("指標名", "交 流 件 数")),
    written(header, withCell("単位", " 件")),
  ],
  "4-5": [written([...header.slice(0, 4), "R5_件数", "R6_件数"], good)],
  "4-6": [written(header, good, withCell("指標名", "〃")), written(header, good, withCell("指標名", ""))],
  "4-7": [
    written(
      header.filter((name) => name !== "単位"),
      good.filter((_, index) => header[index] !== "単位"),
    ),
    written(header, withCell("単位", "")),
  ],
  "4-8": [
    written(header, withCell("指標名", "①交流件数")),
    written(header, withCell("指標名", "㈱との交流")),
    written(header, withCell("指標名", "第Ⅱ期")),
  ],
  "4-9": [
    written(header, withCell("年度", "令和6年度")),
    written(header, withCell("年度", "R6")),
    written([...header, "R6"], [...good, "1"]),
  ],
  "4-10": [written(header.slice(1), good.slice(1)), written(header, withCell("全国地方公共団体コード", ""))],
  "4-11": [
    written(header, withCell("実績値", "***")),
    written(header, withCell("実績値", "－")),
    written(header, withCell("実績値", "X")),
    written(header, withCell("実績値", "")),
  ],
  "4-12": [
    `${header.join(",")}\r\n${good.join(",")}\r\n`,
    written(header, good).replace('"25"', "25"),
    written(header, good).replaceAll("\r\n", "\n"),
  ],
  "4-13": [
    written(
      header,
      good,
      header.map(() => ""),
      good,
    ),
    written(header, good, good.slice(0, 3)),
  ],
  "4-14": [written(header, good, header, good)],
};

describe.each(rules)("$number $title", (rule) => {
  test("finds nothing in a good file", () => {
    expect(rule.faults(csvTable(written(header, good), columns))).toEqual([]);
  });

  test("catches every file that breaks it", () => {
    const files = bad[rule.number] ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const text of files) {
      expect(rule.faults(csvTable(text, columns)), text).not.toEqual([]);
    }
  });
});
