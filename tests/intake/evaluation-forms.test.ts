// The evaluation forms that cities fill in for each project, as XLSX and printed to PDF: every number at its place or on the list.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acceptAll, type Grid, understand } from "@shihyo/core";
import { pageGrids, readGrids } from "@shihyo/publisher/pure";
import { describe, expect, test } from "vitest";
import { pagesInThread } from "../../packages/publisher/src/disk/reading-thread.ts";
import { type EvaluationForm, evaluationForms } from "../support/evaluation-forms.ts";
import { heldAgainst } from "../support/hold-against.ts";
import { converted, libreOffice } from "../support/libreoffice.ts";
import { xlsxOf } from "../support/print-sheets.ts";
import { workplace } from "../support/workplace.ts";

function expectRight(grids: readonly Grid[], { told }: EvaluationForm): void {
  const known = acceptAll(understand(grids, { municipality: "みどり市" }));
  expect(known.refused).toBeUndefined();
  const { right, wrong, missing } = heldAgainst(known, told);
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  expect(right).toBeGreaterThan(40);
  expect(known.questions.length).toBeLessThanOrEqual(4);
  for (const { keptAs, leftOut } of known.account)
    expect((keptAs === undefined) !== (leftOut === undefined)).toBe(true);
}

describe.each(evaluationForms.map((form) => [form.name, form] as const))("%s", (_, form) => {
  test("as XLSX", async () => {
    const read = readGrids(await xlsxOf(form.sheets), "評価シート.xlsx");
    if ("refused" in read) throw new Error(read.refused.en);
    expectRight(read.grids, form);
  });
});

test.skipIf(!libreOffice)("each of them as LibreOffice prints it to PDF", async () => {
  const folder = workplace();
  const files: string[] = [];
  for (const [at, { sheets }] of evaluationForms.entries()) {
    files.push(join(folder, `${at}.xlsx`));
    writeFileSync(files.at(-1) ?? "", await xlsxOf(sheets));
  }
  const out = converted(files, "pdf");
  for (const [at, form] of evaluationForms.entries()) {
    const file = `${at}.pdf`;
    expectRight(pageGrids(await pagesInThread(readFileSync(join(out, file)), file, true), file), form);
  }
});
