// The published CSV, byte by byte: as e-Stat and Excel want it, and with no cell that a spreadsheet changes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publish, tableFile } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { publishedTablesOf } from "../../packages/publisher/src/formats/tables/published-tables.ts";
import { recordsOf } from "../support/csv-records.ts";
import { atsugi, cityData, cityNames } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";

const cities = [
  ...cityNames.map((name) => ({ name: name as string, data: cityData(name) })),
  { name: "Atsugi", data: atsugi },
];

/**
 * What Excel or LibreOffice may take for a date, a time or a power of ten, in any language they are set to:
 * `1-1`, `4/1`, `R6.4.1`, `令和6年4月1日`, `Mar-24`, `10:30`, `1E5`. Written anew here, beside core's own.
 */
const turnedIntoDate =
  /^(?:[0-9]{1,4}[-/][0-9]{1,4}|[A-Z]?[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}|.{0,2}(?:[0-9]{1,4}|元)年[0-9]{1,2}月.{0,3}|[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?:[0-9]{1,4}[-/ ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]?[0-9]{0,4}|[0-9]{1,2}:[0-9]{2}.*|[0-9.]+e[+-]?[0-9]+)$/i;

const isoDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

const platformDependent = /[①-⓿㈠-㏿Ⅰ-ↈ№℡ｦ-ﾟ\uE000-\uF8FF]/u;

describe.each(cities)("the CSV of $name", ({ data }) => {
  test("is UTF-8 with a mark, CRLF, a header, every field quoted, every row as long as the header", async () => {
    const out = join(workplace(), "published");
    const { dataset } = await publish(data, out);
    for (const table of publishedTablesOf(dataset!)) {
      const bytes = readFileSync(join(out, tableFile(dataset!.municipality.code, table)));
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).slice(1);
      expect(text).not.toContain("\uFEFF");
      expect(text.endsWith("\r\n")).toBe(true);
      const lines = text.slice(0, -2).split("\r\n");
      for (const line of lines) expect(line).toMatch(/^"(?:[^"\r\n]|"")*"(?:,"(?:[^"\r\n]|"")*")*$/);
      const [header, ...records] = recordsOf(bytes);
      expect(header).toEqual(table.columns.map(({ name }) => name));
      // A coded table is for machines and begins with the address of what its row is about.
      const leading = table.primaryKey.includes("uri")
        ? ["uri"]
        : ["全国地方公共団体コード", "ID", "地方公共団体名"];
      expect(header!.slice(0, leading.length)).toEqual(leading);
      expect(new Set(header).size).toBe(header!.length);
      for (const record of records) expect(record).toHaveLength(header!.length);
      expect(records).toHaveLength(lines.length - 1);
    }
  });

  test("holds in each column what the column says it holds", async () => {
    const out = join(workplace(), "published");
    const { dataset } = await publish(data, out);
    const forms = {
      string: /^/,
      anyURI: /^https?:\/\/\S+$/,
      integer: /^-?[0-9]+$/,
      decimal: /^-?[0-9]+(?:\.[0-9]+)?$/,
      boolean: /^(?:true|false)$/,
      date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
      gYear: /^[0-9]{4}$/,
    };
    for (const table of publishedTablesOf(dataset!)) {
      const [, ...records] = recordsOf(readFileSync(join(out, tableFile(dataset!.municipality.code, table))));
      const ids = new Set<string>();
      for (const record of records) {
        for (const [index, column] of table.columns.entries()) {
          const cell = record[index]!;
          const place = `${table.name} ${record[1]} ${column.name}`;
          if (cell === "")
            expect({ place, required: column.required ?? false }).toEqual({ place, required: false });
          else expect(cell, place).toMatch(forms[column.type]);
        }
        const key = table.primaryKey.map(
          (name) => record[table.columns.findIndex((one) => one.name === name)],
        );
        ids.add(key.join("\0"));
      }
      expect(ids.size).toBe(records.length);
    }
  });

  test("has no cell that is not a date and becomes one, runs as a formula, or is read differently elsewhere", async () => {
    const out = join(workplace(), "published");
    const { dataset } = await publish(data, out);
    for (const table of publishedTablesOf(dataset!)) {
      const [, ...records] = recordsOf(readFileSync(join(out, tableFile(dataset!.municipality.code, table))));
      for (const record of records) {
        for (const [index, { name, type }] of table.columns.entries()) {
          const cell = record[index]!;
          const place = `${table.name} ${record[1]} ${name}: ${cell}`;
          const isNumber = type === "decimal" || type === "integer";
          // A day is a day in any program; what is none must not become one.
          if (!isNumber && !isoDay.test(cell)) expect(turnedIntoDate.test(cell), place).toBe(false);
          if (!isNumber) expect(/^[=+\-@\t\r＝＋－＠]/.test(cell), place).toBe(false);
          expect(platformDependent.test(cell), place).toBe(false);
          expect(cell.trim(), place).toBe(cell);
        }
      }
    }
  });
});

test.each(["1-1", "4/1", "2024/04/01", "R6.4.1", "令和6年4月1日", "Mar-24", "2024年4月", "10:30", "1E5"])(
  "the check itself knows %s for a date",
  (cell) => {
    expect(turnedIntoDate.test(cell)).toBe(true);
  },
);
