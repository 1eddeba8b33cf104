// A made-up city's tables printed in the layouts that cities use, as workbooks, CSV and PDF and taken in again: no value is wrong.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acceptAll, applyAnswers, type Grid, type Understanding, understand } from "@shihyo/core";
import { pageGrids, readGrids } from "@shihyo/publisher/pure";
import { describe, expect, test } from "vitest";
import { gridsInThread, pagesInThread } from "../../packages/publisher/src/disk/reading-thread.ts";
import { heldAgainst } from "../support/hold-against.ts";
import { converted, libreOffice } from "../support/libreoffice.ts";
import { csvOf, xlsxOf } from "../support/print-sheets.ts";
import { type PrintedLayout, printedLayouts } from "../support/printed-city.ts";
import { workplace } from "../support/workplace.ts";

function gridsOf(bytes: Uint8Array, file: string): readonly Grid[] {
  const read = readGrids(bytes, file);
  if ("refused" in read) throw new Error(read.refused.en);
  return read.grids;
}

function takenIn(grids: readonly Grid[], { answers }: PrintedLayout): Understanding {
  const first = understand(grids, { municipality: "みどり市" });
  return acceptAll(answers ? applyAnswers(first, new Map(Object.entries(answers))) : first);
}

function expectRight(known: Understanding, { told }: PrintedLayout): void {
  expect(known.refused).toBeUndefined();
  const { right, wrong, missing } = heldAgainst(known, told);
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  expect(right).toBeGreaterThan(77);
  expect(known.questions.length).toBeLessThanOrEqual(6);
}

describe.each(printedLayouts.map((layout) => [layout.name, layout] as const))("%s", (_, layout) => {
  test("as XLSX with merged cells", async () => {
    expectRight(takenIn(gridsOf(await xlsxOf(layout.sheets), "進捗.xlsx"), layout), layout);
  });

  test("as CSV", () => {
    for (const encoding of ["utf8", "cp932"] as const) {
      const grids = layout.sheets.flatMap((sheet, at) =>
        gridsOf(csvOf(sheet, encoding), `進捗${at + 1}.csv`),
      );
      expectRight(takenIn(grids, layout), layout);
    }
  });
});

test.skipIf(!libreOffice)(
  "all of them as LibreOffice prints them to PDF and saves them as XLS and ODS",
  async () => {
    const folder = workplace();
    const files: string[] = [];
    for (const [at, { sheets }] of printedLayouts.entries()) {
      files.push(join(folder, `${at}.xlsx`));
      writeFileSync(files.at(-1) ?? "", await xlsxOf(sheets));
    }
    const found: Record<string, unknown> = {};
    for (const form of ["pdf", "xls", "ods"]) {
      const out = converted(files, form);
      for (const [at, layout] of printedLayouts.entries()) {
        const file = `${at}.${form}`;
        const bytes = readFileSync(join(out, file));
        const grids =
          form === "pdf"
            ? pageGrids(await pagesInThread(bytes, file, true), file)
            : await gridsInThread(bytes, file);
        const known = takenIn(grids, layout);
        const { wrong, missing } = heldAgainst(known, layout.told);
        const asked = known.questions.length;
        if (wrong.length + missing.length > 0 || asked > 6)
          found[`${layout.name} (${form})`] = { wrong, missing, asked };
      }
    }
    expect(found).toEqual({});
  },
);
