// The versions of the tables' layout, and what brings an older folder to the next one.

import { createIssue, type Issue } from "../check/issue.ts";
import type { Sheet } from "./table.ts";
import { toFormat3 } from "./to-format-3.ts";

/** The layout that this version writes; `format` in municipality.json. */
export const currentFormat = 3;

export interface Migration {
  /** The format that it leads to; it begins at the one before. */
  readonly to: number;
  /** The tables that this format adds; an older folder is read as if they were empty. */
  readonly addedTables: readonly string[];
  /** What else it changes: the tables as they then are. */
  readonly change?: (sheets: ReadonlyMap<string, Sheet>) => ReadonlyMap<string, Sheet>;
  readonly about: { readonly ja: string; readonly en: string };
}

/** Oldest first. */
export const migrations: readonly Migration[] = [
  {
    to: 2,
    addedTables: ["targets.csv", "acknowledgements.csv"],
    about: {
      ja: "目標の表 targets.csv と、確認済みの警告の表 acknowledgements.csv が加わりました（見出し行だけでもかまいません）",
      en: "the tables targets.csv (targets) and acknowledgements.csv (warnings that were looked into) were added; a header row alone will do",
    },
  },
  {
    to: 3,
    addedTables: [],
    change: toFormat3,
    about: {
      ja: "計画の段の表 levels.csv と、指標区分の表 indicator-kinds.csv が加わり、評価が別の表になりました",
      en: "the tables levels.csv (levels of the plan) and indicator-kinds.csv were added, and verdicts have a table of their own",
    },
  },
];

/** An older folder's tables as the current format has them. */
export function inCurrentFormat(
  sheets: ReadonlyMap<string, Sheet>,
  format: number,
): ReadonlyMap<string, Sheet> {
  return migrations.reduce(
    (found, { to, change }) => (to > format && change ? change(found) : found),
    sheets,
  );
}

/** The folder's format, and an issue where it is not the current one. */
export function readFormat(document: unknown): {
  readonly format: number;
  readonly issues: readonly Issue[];
} {
  const place = { file: "municipality.json", column: "format" };
  if (document === undefined) return { format: currentFormat, issues: [] };
  const found = (document as { readonly format?: unknown } | null)?.format ?? 1;
  if (typeof found !== "number" || !Number.isInteger(found) || found < 1) {
    const details = {
      field: "format",
      found: JSON.stringify(found),
      expected: String(currentFormat),
      expectedEn: String(currentFormat),
    };
    return { format: currentFormat, issues: [createIssue("field-invalid", place, details)] };
  }
  if (found > currentFormat) {
    return {
      format: found,
      issues: [createIssue("newer-format", place, { found, expected: currentFormat })],
    };
  }
  if (found === currentFormat) return { format: found, issues: [] };
  const steps = migrations.filter(({ to }) => to > found);
  const details = {
    found,
    expected: currentFormat,
    steps: steps.map(({ about }) => about.ja).join("；"),
    stepsEn: steps.map(({ about }) => about.en).join("; "),
  };
  return { format: found, issues: [createIssue("older-format", place, details)] };
}

/** The tables that a folder of that format may lack. */
export function tablesNotYetIn(format: number): ReadonlySet<string> {
  return new Set(migrations.filter(({ to }) => to > format).flatMap(({ addedTables }) => addedTables));
}
