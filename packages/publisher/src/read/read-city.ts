// A city's folder on disk to a dataset, with every issue met on the way.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  createIssue,
  documentFiles,
  fixedTables,
  type Issue,
  type ReadResult,
  readTables,
  type Sheet,
} from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { decodeText } from "./decode.ts";
import { jsonFault } from "./json-fault.ts";
import { readSheet } from "./sheet.ts";

export async function readCity(folder: string): Promise<ReadResult> {
  const files = await tableFiles(folder);
  const sheets = new Map<string, Sheet>();
  const documents = new Map<string, unknown>();
  const issues: Issue[] = [];
  for (const file of files) {
    const text = decodeText(await bytesOf(join(folder, file)));
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

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      {
        ja: `${path} を読めません（${code}）。ほかのプログラムが開いていないか、読む権限があるかを確かめてください。`,
        en: `${path} cannot be read (${code}). See whether another program holds it open, and who may read it.`,
      },
      3,
    );
  }
}

/** The files of ours that are there. A place that is no folder, or holds none of them, is refused. */
async function tableFiles(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found)
    throw new Refusal({ ja: `フォルダー ${folder} がありません。`, en: `There is no folder ${folder}.` });
  if (!found.isDirectory()) {
    throw new Refusal({
      ja: `${folder} はフォルダーではなくファイルです。表の入ったフォルダーを指定してください。`,
      en: `${folder} is a file. Name the folder that holds the tables.`,
    });
  }
  const names = new Set(await readdir(folder));
  const fixed = [...documentFiles, ...fixedTables.map(({ file }) => file)].filter((file) => names.has(file));
  const years = names.has("observations") ? await readdir(join(folder, "observations")).catch(() => []) : [];
  const observations = years
    .filter((name) => name.endsWith(".csv") && !name.startsWith(".") && !name.startsWith("~$"))
    .map((name) => `observations/${name}`)
    .sort();
  if (fixed.length === 0 && observations.length === 0) {
    throw new Refusal({
      ja: `${folder} に表（municipality.json、indicators.csv など）が1つもありません。`,
      en: `${folder} holds none of the tables (municipality.json, indicators.csv …).`,
    });
  }
  return [...fixed, ...observations];
}

function readDocument(file: string, text: string, documents: Map<string, unknown>, issues: Issue[]): void {
  if (text.trim() === "") {
    issues.push(createIssue("file-empty", { file }, { expected: "{ … }" }));
    return;
  }
  try {
    documents.set(file, JSON.parse(text));
  } catch {
    const { row, found } = jsonFault(text) ?? { row: 1, found: "" };
    issues.push(createIssue("broken-json", { file, row }, { found }));
  }
}
