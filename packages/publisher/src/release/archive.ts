// The ZIP of a release: all data files, what describes them to machines, and a description in ja and en.

import { byCodeUnit, type Dataset, type Language, textIn, writing } from "@shihyo/core";
import { dataFiles, describesData } from "../formats/data-files.ts";
import type { Folders, Format, WrittenFiles } from "../formats/format.ts";
import { legend, provenance } from "../formats/read-me.ts";
import { type ZipEntry, zipped } from "../formats/zip.ts";

export const archiveFormat: Format = {
  name: "archive",
  *files(dataset, written, folders) {
    if (!folders) throw new Error("the ZIP packs files that a run has written to disk");
    yield {
      path: `${dataset.municipality.code}_dataset.zip`,
      chunks: zipped(entries(dataset, written, folders)),
    };
  },
};

/** In the order of code units, in one folder named as the archive. */
function entries(dataset: Dataset, written: WrittenFiles, { read }: Folders): ZipEntry[] {
  const folder = `${dataset.municipality.code}_dataset/`;
  const packed: ZipEntry[] = [...written.keys()].filter(isOfTheData(dataset, written)).map((path) => ({
    path: folder + path,
    chunks: read(path),
    stored: /\.(xlsx|parquet)$/.test(path),
  }));
  const told = (["ja", "en"] as const).map((language) => ({
    path: `${folder}README.${language}.txt`,
    chunks: [readMe(dataset, written, language)],
  }));
  return [...packed, ...told].sort((a, b) => byCodeUnit(a.path, b.path));
}

/** The data files, their metadata beside them, and the schemas; pages and widgets are no data. */
function isOfTheData(dataset: Dataset, written: WrittenFiles): (path: string) => boolean {
  const data = new Set(dataFiles(dataset, written).map(({ path }) => path));
  return (path) => data.has(path) || describesData(path) || data.has(path.replace(/-metadata\.json$/, ""));
}

/** With a BOM and CRLF, so that any editor on Windows shows it as it is. */
function readMe(dataset: Dataset, written: WrittenFiles, language: Language): string {
  const { municipality } = dataset;
  const title = textIn(municipality.title, language);
  const heading = {
    ja: { files: "ファイル", legend: "読み方" },
    en: { files: "Files", legend: "How to read" },
  };
  const lines = [
    title,
    "=".repeat(20),
    "",
    textIn(municipality.description, language),
    "",
    ...provenance(dataset).map((line) => textIn(line, language)),
    "",
    heading[language].files,
    "-".repeat(20),
    ...dataFiles(dataset, written).flatMap(({ path, title: name, description }) => [
      path,
      `    ${textIn(name, language)}${writing[language].stop}${writing[language].gap}${textIn(description, language)}`,
    ]),
    "datapackage.json",
    `    ${{ ja: "列の型、キー、大きさ、ハッシュ（Frictionless Data Package v2）。", en: "Types, keys, sizes and hashes (Frictionless Data Package v2)." }[language]}`,
    "",
    heading[language].legend,
    "-".repeat(20),
    ...legend.map((line) => textIn(line, language)),
    "",
  ];
  return `\uFEFF${lines.join("\r\n")}`;
}
