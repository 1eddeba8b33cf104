// What a cell of a number column becomes: exactly that number, or an issue that says what is wrong with it.

import { formatDecimal, observationsTable, readTables } from "@shihyo/core";
import { readCity } from "@shihyo/publisher";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cityData } from "../support/places.ts";

/** Reads one row of observations/2024.csv whose 実績値 is the cell, beside nothing else. */
function read(cell: string) {
  const columns = observationsTable(2024, () => undefined).columns.map(({ header }) => header);
  const row: Record<string, string> = {
    指標ID: "K0001",
    実績値: cell,
    値の状態: cell === "" ? "値なし" : "確定",
    値なしの理由: cell === "" ? "不明" : "",
    読取状況: "確定",
    出典ID: "SR01",
  };
  const sheet = {
    file: "observations/2024.csv",
    header: columns,
    rows: [{ number: 2, cells: columns.map((name) => row[name] ?? "") }],
  };
  return readTables({
    sheets: new Map([[sheet.file, sheet]]),
    documents: new Map(),
    issues: [],
  }).issues.filter(({ column }) => column === "実績値" || column === "値なしの理由" || column === "値の状態");
}

describe("any text in a number column", () => {
  const right = /^-?[0-9]+(?:\.[0-9]+)?$/;
  const lookalikes = fc.stringMatching(/^[-+−0-9０-９.,，． 　%人A-Ee\t"']{0,12}$/);

  test("is a number of at most 15 digits, or empty, or told", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), lookalikes), (cell) => {
        const issues = read(cell);
        const digits = cell.replace(/[^0-9]/g, "").replace(/^0+/, "").length;
        if (cell === "") expect(issues).toEqual([]);
        else if (!right.test(cell)) {
          expect(issues).toMatchObject([{ level: "error", row: 2, column: "実績値" }]);
          // What no cell of any table may hold is told as that, and not again as a number that is none.
          expect(["not-a-number", "invisible-character", "error-word"]).toContain(issues[0]?.code);
        } else if (digits > 15) expect(issues).toMatchObject([{ code: "number-too-long", level: "error" }]);
        else expect(issues).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("is never shown in a sentence with control characters, or at length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (cell) => {
        for (const { message } of read(cell)) {
          for (const sentence of [message.ja, message.en]) {
            // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
            expect(sentence).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E]/u);
            expect(sentence.length).toBeLessThan(200);
          }
        }
      }),
    );
  });
});

describe("a number keeps what was printed", () => {
  test("decimals that a spreadsheet dropped are put back, and none are taken away", async () => {
    const { dataset } = await readCity(cityData("words"));
    const printed = (indicator: string, year: number) => {
      const found = [...dataset!.observations()].find(
        (one) => one.indicator === indicator && one.year === year,
      )!;
      return found.value.kind === "number" ? formatDecimal(found.value.number) : found.value.kind;
    };
    // 小数点以下桁数 is 1, and the table says 63.
    expect(printed("K0011", 2024)).toBe("63.0");
    // It is not given, and stays as it is.
    expect([printed("K0007", 2023), printed("K0007", 2024)]).toEqual(["90", "91.25"]);
  });

  test("of two sources that print one value, the later one counts", async () => {
    const { dataset } = await readCity(cityData("parts"));
    const found = [...dataset!.observations()].filter(
      (one) => one.indicator === "K0003" && one.year === 2023,
    );
    expect(found).toMatchObject([{ source: "SR02" }]);
    expect(found[0]!.value.kind === "number" && formatDecimal(found[0]!.value.number)).toBe("38");
  });
});
