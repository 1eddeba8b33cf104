// LibreOffice opens the published CSV as a person would: no letter is garbled, no cell becomes a date.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { publish, publishedTables, tableFile } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { recordsOf } from "../support/csv-records.ts";
import { atsugi, cityData } from "../support/places.ts";
import { put, workplace } from "../support/workplace.ts";

const hasLibreOffice = spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;

/** Comma, quotation mark, UTF-8, from the first line: headless, the mark alone is not heeded. */
const asUtf8 = "CSV:44,34,76,1";
/** The same set to Japanese, and looking for dates and the like in every cell, quoted or not. */
const lookingForDates = `${asUtf8},,1041,false,true`;

/** Opens CSV files and saves what the sheet then shows. */
function throughLibreOffice(files: readonly string[], filter: string): Map<string, string[][]> {
  const folder = workplace();
  const shown = join(folder, "shown");
  mkdirSync(shown);
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      `--infilter=${filter}`,
      "--convert-to",
      // The same, every text quoted, cells as they are shown.
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true",
      "--outdir",
      shown,
      ...files,
    ],
    { stdio: "pipe" },
  );
  return new Map(files.map((file) => [file, recordsOf(readFileSync(join(shown, file.split("/").at(-1)!)))]));
}

// Each start of it takes seconds, and many more on a busy machine.
describe.skipIf(!hasLibreOffice)(
  "LibreOffice (skipped where there is no soffice)",
  { timeout: 240_000 },
  () => {
    test.each([
      ["Atsugi", "as UTF-8", atsugi, asUtf8],
      ["Atsugi", "looking for dates", atsugi, lookingForDates],
      ["words", "looking for dates", cityData("words"), lookingForDates],
      ["parts", "looking for dates", cityData("parts"), lookingForDates],
    ])("shows the tables of %s as they are, opened %s", async (_name, _way, data, filter) => {
      const out = join(workplace(), "published");
      const { dataset } = await publish(data, out);
      const path = (table: (typeof publishedTables)[number]) =>
        join(out, tableFile(dataset!.municipality.code, table));
      const shown = throughLibreOffice(publishedTables.map(path), filter);
      let cells = 0;
      for (const table of publishedTables) {
        const records = recordsOf(readFileSync(path(table)));
        const found = shown.get(path(table))!;
        // Columns follow the names of the city's levels.
        const { columns } = table.of?.(dataset!) ?? table;
        expect(found).toHaveLength(records.length);
        expect(found[0]).toEqual(records[0]);
        for (const [row, record] of records.slice(1).entries()) {
          for (const [index, { name, type }] of columns.entries()) {
            const [before, after] = [record[index]!, found[row + 1]![index]!];
            const place = `${table.name} ${record[1]} ${name}`;
            const isNumber = type === "decimal" || type === "integer" || type === "gYear";
            cells += 1;
            // A spreadsheet shows 90.0 as 90: the number is the same.
            if (isNumber && before !== "") expect(Number(after), place).toBe(Number(before));
            else expect(after, place).toBe(before);
          }
        }
      }
      expect(cells).toBeGreaterThan(100);
    });

    test("would turn 1-1 into a date, so that the test above can fail", () => {
      const file = put(workplace(), "dates.csv", '\uFEFF"番号","名称"\r\n"1-1","厚木"\r\n');
      const [, [first, second] = []] = throughLibreOffice([file], lookingForDates).get(file)!;
      expect(first).not.toBe("1-1");
      expect(second).toBe("厚木");
    });
  },
);
