// The workbook: a sheet for each table, numbers as numbers with their decimals, codes as text.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedTables, tableFile } from "@shihyo/publisher";
import { strFromU8, unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { atsugiTables, csvCells, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
const atsugi = join(folder, "142123");
const sample = join(folder, sampleCode);

beforeAll(async () => {
  await publishInto(atsugi, atsugiTables);
  await publishInto(sample, sampleCity(join(folder, "data")));
});

type Sheets = { sheet: string; data: unknown[][] }[];

async function sheetsOf(city: string, code: string): Promise<Sheets> {
  return (await readExcelFile(join(city, `${code}_dataset.xlsx`))) as unknown as Sheets;
}

/** What a reader finds in a cell, as the CSV writes it. */
function asText(found: unknown): string {
  return found === null ? "" : String(found);
}

describe.each([
  ["142123", () => atsugi],
  [sampleCode, () => sample],
])("the workbook of %s", (code, city) => {
  test("has a sheet that explains, and one for each table with the same cells as its CSV", async () => {
    const [about, ...sheets] = await sheetsOf(city(), code);
    expect(about?.sheet).toBe("説明 About");
    expect(about?.data.flat()).toEqual(expect.arrayContaining(["読み方", "How to read it"]));
    // What was done has a coded table where anything was done.
    const done = join(city(), `${code}_activity_observation.csv`);
    expect(existsSync(done)).toBe(code === "142123");
    expect(sheets).toHaveLength(publishedTables.length + (existsSync(done) ? 1 : 0));
    if (existsSync(done)) expect(sheets.at(-1)?.data[0]).toEqual(csvCells(done).header);
    publishedTables.forEach((table, at) => {
      const { header, records } = csvCells(join(city(), tableFile(code, table)));
      const [first, ...rows] = sheets[at]?.data ?? [];
      expect(first).toEqual(header);
      const types = new Map(table.columns.map(({ name, type }) => [name, type as string]));
      // The numbers of the city's own levels (基本目標番号) are columns of the city, not of the table.
      const numeric = header.map((name) =>
        ["integer", "decimal", "gYear"].includes(types.get(name) ?? (name.endsWith("番号") ? "integer" : "")),
      );
      const plain = (cell: string, index: number) =>
        numeric[index] && cell !== "" && cell.length < 16 ? String(Number(cell)) : cell;
      expect(rows.map((row) => header.map((_, index) => asText(row[index])))).toEqual(
        records.map((record) => record.map(plain)),
      );
    });
  });

  test("has its header frozen on every sheet of a table", () => {
    const parts = unzipSync(readFileSync(join(city(), `${code}_dataset.xlsx`)));
    for (let at = 2; at < publishedTables.length + 2; at += 1) {
      expect(strFromU8(parts[`xl/worksheets/sheet${at}.xml`] ?? new Uint8Array())).toMatch(
        /<pane[^>]*ySplit="1"[^>]*state="frozen"/,
      );
    }
  });

  test("carries one fixed time in every entry", () => {
    const listed = execFileSync("unzip", ["-lv", join(city(), `${code}_dataset.xlsx`)], { encoding: "utf8" });
    const times = listed.match(/\d{4}-\d\d-\d\d \d\d:\d\d/g) ?? [];
    expect(times.length).toBeGreaterThan(5);
    expect(new Set(times)).toEqual(new Set(["1980-01-01 00:00"]));
  });
});

test("a number keeps its printed decimals, and a code its zeros", async () => {
  const sheets = await sheetsOf(sample, sampleCode);
  const results = sheets.find(({ sheet }) => sheet === "指標実績値")?.data ?? [];
  const at = (column: string) => (results[0] ?? []).indexOf(column);
  const row = results.find((cells) => cells[at("ID")] === "K0001FY2024") ?? [];
  expect(row[at("全国地方公共団体コード")]).toBe("000001");
  expect(row[at("実績値")]).toBe(90);
  expect(results.find((cells) => cells[at("ID")] === "K0002FY2024")?.[at("備考")]).toBe("001");
  expect(results.map((cells) => cells[at("実績値")])).toContain(123456789012345);

  const parts = unzipSync(readFileSync(join(sample, `${sampleCode}_dataset.xlsx`)));
  const styles = strFromU8(parts["xl/styles.xml"] ?? new Uint8Array());
  expect(styles).toContain('formatCode="#,##0.0"');
  expect(styles).toContain('formatCode="@"');
});

const libreOffice = spawnSync("soffice", ["--version"]).status === 0;

test.skipIf(!libreOffice)("LibreOffice (where present) opens it and shows 90.0 and 000001", () => {
  const to = scratchFolder();
  // The second sheet: of the filter's settings the twelfth is the sheet's number.
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,2";
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${to}/profile`,
      "--headless",
      "--convert-to",
      filter,
      "--outdir",
      to,
      join(sample, `${sampleCode}_dataset.xlsx`),
    ],
    { stdio: "ignore", env: { ...process.env, LC_ALL: "C.UTF-8" } },
  );
  const text = readFileSync(join(to, `${sampleCode}_dataset-指標実績値.csv`), "utf8");
  expect(text).toMatch(/^000001,K0001FY2024,.*,90\.0,/m);
});

function scratchFolder(): string {
  return join(folder, "libreoffice");
}
