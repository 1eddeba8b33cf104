// `shihyo list DIR --append-to FILE`: our files as rows in the municipality's own list of open data.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "@shihyo/core";
import { largestTable, readGivenFile } from "../disk/read-file.ts";
import { inTurnAt, replaceFile } from "../disk/replace-file.ts";
import { settle } from "../disk/write-files.ts";
import { listFileEnding } from "../formats/data-files.ts";
import { type MergedList, mergeList } from "../formats/merge-list.ts";
import { Refusal } from "../refusal.ts";
import { type Command, neededOption } from "./commands.ts";
import { plural } from "./issue-lines.ts";
import { placeholderOption, refusePlaceholder } from "./placeholder.ts";

export const listCommand: Command = {
  name: "list",
  operands: ["DIR"],
  options: [
    neededOption("append-to", "FILE", [
      "市のオープンデータ一覧（CSV）",
      "The municipality's list of open data (CSV)",
    ]),
    placeholderOption,
  ],
  about: {
    ja: "公開したファイルを、市のオープンデータ一覧に加える（ほかの行には触れない）",
    en: "Put the published files into the municipality's own list of open data, leaving its other rows alone",
  },
  example: "shihyo list published/142123 --append-to 142123_open_data_list.csv",
  async run({ operands: [folder = ""], options, language }) {
    const file = String(options["append-to"]);
    const rows = await publishedRows(folder);
    await refusePlaceholder(folder, options);
    const merged = await inTurnAt(file, async () => {
      const before = await readList(file);
      const made = mergeList(before, rows, file);
      if (!Buffer.from(before).equals(made.bytes)) await replaceFile(file, made.bytes);
      return made;
    });
    const { bytes: _, ...told } = merged;
    return { status: 0, text: summary(file, merged, language), json: { file, ...told } };
  },
};

async function publishedRows(folder: string): Promise<Uint8Array> {
  await settle(folder);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new Refusal({
      ja: found ? `${folder} はフォルダーではなくファイルです。` : `フォルダー ${folder} がありません。`,
      en: found ? `${folder} is a file. Name a published folder.` : `There is no folder ${folder}.`,
    });
  }
  const name = (await readdir(folder)).find((one) => one.endsWith(listFileEnding));
  if (name === undefined) {
    throw new Refusal({
      ja: `${folder} に、オープンデータ一覧の行（…${listFileEnding}）がありません。shihyo publish で書き出したフォルダーを指定してください。`,
      en: `${folder} holds no rows for a list of open data (…${listFileEnding}). Name a folder that shihyo publish wrote.`,
    });
  }
  return readFile(join(folder, name));
}

async function readList(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    throw new Refusal({
      ja: found
        ? `${file} は普通のファイルではありません（フォルダー、パイプ、装置など）。CSVファイルを指定してください。`
        : `ファイル ${file} がありません。`,
      en: found
        ? `${file} is not a regular file (a folder, a pipe, a device). Name a CSV file.`
        : `There is no file ${file}.`,
    });
  }
  return (await readGivenFile(file, largestTable)).bytes;
}

function summary(file: string, merged: MergedList, language: Language): string {
  const { added, updated, unchanged, missingColumns, ownColumns, gone } = merged;
  const lines = {
    ja: [
      `${file}：追加 ${added}行、更新 ${updated}行、変更なし ${unchanged}行。`,
      missingColumns.length > 0 && `一覧にない列は書き込みませんでした：${missingColumns.join("、")}`,
      ownColumns.length > 0 && `一覧だけにある列はそのままです：${ownColumns.join("、")}`,
      gone.length > 0 && `もう公開していないファイルの行が残っています：${gone.join("、")}`,
    ],
    en: [
      `${file}: ${plural(added, "row")} added, ${updated} updated, ${unchanged} unchanged.`,
      missingColumns.length > 0 && `Columns that the list does not have: ${missingColumns.join(", ")}`,
      ownColumns.length > 0 && `Columns of the list's own, left alone: ${ownColumns.join(", ")}`,
      gone.length > 0 && `Rows remain of files that are no longer published: ${gone.join(", ")}`,
    ],
  }[language];
  return lines.flatMap((line) => (line === false ? [] : [`${line}\n`])).join("");
}
