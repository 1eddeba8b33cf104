// Workbooks as a clerk has them, each with what a reader of it knows: taken in as XLSX, XLS, ODS and CSV and held against that.

import { read, write } from "@e965/xlsx";
import { acceptAll, applyAnswers, type Grid, type Merge, type Understanding, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { describe, expect, test } from "vitest";
import { heldAgainst, type Told } from "./hold-against.ts";
import { csvOf, xlsxOf } from "./print-sheets.ts";
import type { PrintedSheet } from "./printed-city.ts";

export interface SheetCase {
  readonly name: string;
  readonly sheets: readonly PrintedSheet[];
  readonly told: readonly Told[];
  readonly answers?: Readonly<Record<string, string>>;
  /** Words of a notice that must be told. */
  readonly notice?: string;
  /** Set where a form cannot hold the case: merged cells that carry meaning are lost in a CSV. */
  readonly without?: readonly ("xls" | "ods" | "csv")[];
  /** The most questions that it may need. */
  readonly questions?: number;
}

/** Cells of one column joined from row to row. */
export const down = (left: number, ...runs: (readonly [number, number])[]): Merge[] =>
  runs.map(([top, bottom]) => ({ top, left, bottom, right: left }));

/** Cells of one row joined from column to column. */
export const across = (top: number, ...runs: (readonly [number, number])[]): Merge[] =>
  runs.map(([left, right]) => ({ top, left, bottom: top, right }));

function gridsOf(bytes: Uint8Array, file: string): readonly Grid[] {
  const found = readGrids(bytes, file);
  if ("refused" in found) throw new Error(found.refused.en);
  return found.grids;
}

async function gridsAs(form: string, sheets: readonly PrintedSheet[]): Promise<readonly Grid[]> {
  const isMarked = /[☑☐✓]/u.test(JSON.stringify(sheets));
  if (form.startsWith("csv"))
    return sheets
      .filter(({ hidden }) => !hidden)
      .flatMap((sheet, at) =>
        gridsOf(csvOf(sheet, form === "csv" || isMarked ? "utf8" : "cp932"), `進捗${at + 1}.csv`),
      );
  const bytes = await xlsxOf(sheets);
  if (form === "xlsx") return gridsOf(bytes, "進捗.xlsx");
  const book = read(bytes, { cellNF: true, cellStyles: true });
  const type = form === "xls" ? ("biff8" as const) : ("ods" as const);
  return gridsOf(new Uint8Array(write(book, { type: "array", bookType: type })), `進捗.${form}`);
}

/** A case taken in, every proposal taken where nothing was answered. */
export function takenIn(grids: readonly Grid[], answers?: Readonly<Record<string, string>>): Understanding {
  const first = understand(grids, { municipality: "みどり市" });
  return acceptAll(answers ? applyAnswers(first, new Map(Object.entries(answers))) : first);
}

/** Every case in every form: nothing wrong, nothing missing, few questions, every number accounted for. */
export function holdCases(
  cases: readonly SheetCase[],
  forms: readonly string[] = ["xlsx", "csv in Shift_JIS"],
): void {
  describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const own = forms.filter((form) => !one.without?.some((lost) => form.startsWith(lost)));
    test.each(own)("as %s", async (form) => {
      const grids = await gridsAs(form, one.sheets);
      const known = takenIn(grids, one.answers);
      expect(known.refused).toBeUndefined();
      const { wrong, missing } = heldAgainst(known, one.told);
      expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
      expect(known.questions.map(({ id }) => id).length).toBeLessThanOrEqual(one.questions ?? 6);
      const accounted = known.account.every(
        ({ keptAs, leftOut }) => (keptAs === undefined) !== (leftOut === undefined),
      );
      expect(accounted).toBe(true);
      if (one.notice) expect(known.notices.map(({ text }) => text.ja).join()).toContain(one.notice);
    });
  });
}
