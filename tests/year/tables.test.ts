// A table that we write is read back equal, whatever stands in its cells.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cityFileText, newCityFile, readCityFile } from "@shihyo/publisher";
import fc from "fast-check";
import { expect, test } from "vitest";
import { workplace } from "../support/workplace.ts";

test("any table written is read back equal", async () => {
  const folder = workplace();
  // No cell of a city's table holds a lone half of a surrogate pair: a file cannot hold one.
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(..."a,\"'\n\r\t ①＝=-　1"), maxLength: 6 }),
  );
  const header = fc.uniqueArray(fc.stringMatching(/^[一-龠A-Z]{1,6}$/u), { minLength: 1, maxLength: 5 });
  const table = header.chain((names) =>
    fc.tuple(
      fc.constant(names),
      fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { maxLength: 6 }),
      fc.constantFrom("\n" as const, "\r\n" as const),
    ),
  );
  await fc.assert(
    fc.asyncProperty(table, async ([names, records, lineEnd]) => {
      const rows = records
        .filter((record) => record.some((text) => text !== ""))
        .map((record) => Object.fromEntries(names.map((name, at) => [name, record[at] ?? ""])));
      const written = { ...newCityFile(names, rows), lineEnd };
      writeFileSync(join(folder, "table.csv"), cityFileText(written));
      const read = await readCityFile(folder, "table.csv");
      expect(read?.header).toEqual(names);
      expect(read?.rows).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});
