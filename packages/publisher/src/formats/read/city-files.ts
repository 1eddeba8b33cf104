// The bytes of a city's files to a dataset, with every issue met on the way, wherever the files come from.

import {
  createIssue,
  documentFiles,
  fixedTables,
  type Issue,
  type ReadResult,
  readTables,
  type Sheet,
} from "@shihyo/core";
import { decodeText } from "./decode.ts";
import { deepestNesting, doubledKeys, jsonFault, nesting } from "./json-fault.ts";
import { readSheet } from "./sheet.ts";

/** Folders with a file for each year. */
export const yearlyFolders: readonly string[] = ["observations", "activities"];

/** Whether a path below a city's folder is one of its tables; Excel's and the system's own files are none. */
export function isTableFile(path: string): boolean {
  if (documentFiles.includes(path) || fixedTables.some(({ file }) => file === path)) return true;
  const [folder = "", file = "", ...rest] = path.split("/");
  return (
    rest.length === 0 && yearlyFolders.includes(folder) && file.endsWith(".csv") && !/^(\.|~\$)/.test(file)
  );
}

/**
 * What a file that is none of the tables should be called, where it was meant as one: `2025.CSV`, `2025.xlsx`, `breaks.xlsx` and
 * `Indicators.csv`; `undefined` for what has nothing to do with us.
 */
export function intendedTable(path: string): string | undefined {
  if (isTableFile(path)) return undefined;
  const lower = path.toLowerCase();
  const fixed = [...documentFiles, ...fixedTables.map(({ file }) => file)].find((file) => file === lower);
  if (fixed !== undefined) return fixed;
  const [, table] = /^([a-z-]+)\.(?:tsv|txt|xlsx|xlsm|xls|ods)$/.exec(lower) ?? [];
  const meant = fixedTables.find(({ file }) => file === `${table}.csv`);
  if (meant) return meant.file;
  const [, folder = "", name = ""] =
    /^([a-z]+)\/([0-9]{4}(?:-left-out)?)[^/]*\.(?:csv|tsv|txt|xlsx|xlsm|xls|ods)$/.exec(lower) ?? [];
  return yearlyFolders.includes(folder) ? `${folder}/${name}.csv` : undefined;
}

/** Text stands for what was changed and not yet saved. */
export function readCityFiles(files: ReadonlyMap<string, Uint8Array | string>): ReadResult {
  const sheets = new Map<string, Sheet>();
  const documents = new Map<string, unknown>();
  const issues: Issue[] = [];
  for (const [file, content] of files) {
    const expected = intendedTable(file);
    if (expected !== undefined) {
      issues.push(createIssue("file-misnamed", { file }, { found: file, expected }));
      continue;
    }
    const text = typeof content === "string" ? content : decodeText(content);
    if (text === undefined) issues.push(createIssue("bad-encoding", { file }));
    else if (file.endsWith(".json")) readDocument(file, text, documents, issues);
    else {
      const sheet = readSheet(file, text);
      if ("header" in sheet) sheets.set(file, sheet);
      else issues.push(sheet);
    }
  }
  return readTables({ sheets, documents, issues });
}

function readDocument(file: string, text: string, documents: Map<string, unknown>, issues: Issue[]): void {
  if (text.trim() === "") {
    issues.push(createIssue("file-empty", { file }, { expected: "{ … }" }));
    return;
  }
  if (nesting(text) > deepestNesting) {
    issues.push(createIssue("broken-json", { file, row: 1 }, { found: `${"[{".repeat(3)}…` }));
    return;
  }
  try {
    documents.set(file, JSON.parse(text));
    for (const field of doubledKeys(text)) {
      issues.push(createIssue("field-twice", { file, column: field }, { field }));
    }
  } catch {
    const { row, found } = jsonFault(text) ?? { row: 1, found: "" };
    issues.push(createIssue("broken-json", { file, row }, { found }));
  }
}
