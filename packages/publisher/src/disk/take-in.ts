// Takes a city's own files into its folder: grids read, answers kept beside the tables, and all tables put at once or none.

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  acceptAll,
  applyAnswers,
  type Grid,
  sourceOf,
  type TableRow,
  tablesOf,
  type Understanding,
  understand,
} from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { readGrids } from "../spreadsheet/read-grid.ts";
import { cityFileText, newCityFile, readCityFile } from "./edit/city-file.ts";
import { putFiles } from "./edit/put-files.ts";
import { newCityFiles } from "./init/init-city.ts";
import { listedMunicipalities } from "./municipality-list.ts";

/** The answers of an intake, kept with the tables and used again next year. */
export const answersFile = "intake-answers.csv";

export async function readFiles(files: readonly string[]): Promise<Grid[]> {
  const grids: Grid[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      const isFolder = error.code === "EISDIR";
      throw new Refusal({
        ja: isFolder
          ? `${file} はフォルダーです。ファイルを指定してください。`
          : `${file} を読めません（ファイルがないか、ほかで開かれています）。`,
        en: isFolder ? `${file} is a folder. Name a file.` : `${file} cannot be read.`,
      });
    });
    const read = readGrids(bytes, basename(file));
    if ("refused" in read) {
      const isPdf = bytes.subarray(0, 4).toString("latin1") === "%PDF";
      const more = {
        ja: isPdf ? "PDFからの取り込みはまだできません。元のExcelかCSVを指定してください。" : "",
        en: isPdf ? " It cannot be taken in yet; name the Excel or CSV that it was made from." : "",
      };
      throw new Refusal({ ja: `${read.refused.ja}${more.ja}`, en: `${read.refused.en}${more.en}` });
    }
    grids.push(...read.grids);
  }
  return grids;
}

/** The city's tables as they stand; empty for a folder that is not there yet. */
export async function existingTables(folder: string): Promise<ReadonlyMap<string, readonly TableRow[]>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new Refusal({
      ja: `${folder} をフォルダーとして開けません。`,
      en: `${folder} cannot be opened as a folder.`,
    });
  });
  const years = await readdir(join(folder, "observations")).catch(() => []);
  const files = [...names, ...years.map((name) => `observations/${name}`)].filter(
    (name) => name.endsWith(".csv") && name !== answersFile,
  );
  const tables = new Map<string, readonly TableRow[]>();
  for (const file of files) tables.set(file, (await readCityFile(folder, file))?.rows ?? []);
  const sources = await readFile(join(folder, "sources.json"), "utf8").catch(() => undefined);
  if (sources !== undefined) {
    const list = JSON.parse(sources) as readonly {
      readonly id: string;
      readonly title: { readonly ja: string };
    }[];
    tables.set(
      "sources.json",
      list.map(({ id, title }) => ({ id, title: title.ja })),
    );
  }
  return tables;
}

/** The answers as a person left them; an empty cell is no answer, 「提案どおり」 is the proposal. */
export async function readAnswers(folder: string, file: string): Promise<ReadonlyMap<string, string>> {
  const table = await readCityFile(folder, file);
  const answers = new Map<string, string>();
  for (const row of table?.rows ?? []) {
    const answer = (row.答え ?? "").trim();
    if (answer !== "" && row.質問ID)
      answers.set(row.質問ID, answer === "提案どおり" ? (row.提案 ?? "") : answer);
  }
  return answers;
}

export function answersText(known: Understanding): string {
  const said = known.options.answers ?? new Map<string, string>();
  const asked = new Set(known.questions.map(({ id }) => id));
  const rows = [
    ...known.questions.map(({ id, text, proposal, choices }) => ({
      質問ID: id,
      質問: text.ja,
      選べる答え: choices?.join("／") ?? "",
      提案: proposal,
      答え: said.get(id) ?? "",
    })),
    // An answer that this file did not need is kept for the next.
    ...[...said]
      .filter(([id]) => !asked.has(id))
      .map(([id, answer]) => ({ 質問ID: id, 質問: "", 選べる答え: "", 提案: "", 答え: answer })),
  ];
  return cityFileText(newCityFile(["質問ID", "質問", "選べる答え", "提案", "答え"], rows));
}

export { acceptAll, applyAnswers, understand };

export interface CityForIntake {
  readonly code?: string;
  readonly name?: string;
  readonly date: string;
}

/** The name of the city: of its folder, else of its code. */
export async function cityName(folder: string, code: string | undefined): Promise<string | undefined> {
  const document = await readFile(join(folder, "municipality.json"), "utf8").catch(() => undefined);
  if (document !== undefined) return (JSON.parse(document) as { name?: { ja?: string } }).name?.ja;
  const listed = code === undefined ? undefined : listedMunicipalities().get(code);
  return listed && (listed.name === "" ? listed.prefecture : listed.name);
}

/** Puts everything into the folder at once; what stood there and is the same stays as it is. */
export async function putTables(
  folder: string,
  known: Understanding,
  city: CityForIntake,
): Promise<readonly string[]> {
  const { files } = tablesOf(known);
  const all = new Map(files);
  const name = await cityName(folder, city.code);
  const document = await readFile(join(folder, "municipality.json"), "utf8").catch(() => undefined);
  const year =
    known.reading.years.at(-1) ?? known.reading.targetYears.at(-1) ?? Number(city.date.slice(0, 4)) - 1;
  if (document === undefined) {
    if (city.code === undefined) {
      throw new Refusal({
        ja: `${folder} はまだ市のフォルダーではありません。--code に全国地方公共団体コード（6桁）を指定してください。`,
        en: `${folder} is no city's folder yet. Give its six-digit code with --code.`,
      });
    }
    const fresh = newCityFiles(
      { code: city.code, ...(city.name === undefined ? {} : { name: city.name }), year, date: city.date },
      listedMunicipalities(),
    );
    const municipality = JSON.parse(fresh.files.get("municipality.json") ?? "{}") as Record<string, unknown>;
    all.set("municipality.json", `${JSON.stringify({ ...municipality, format: 3 }, undefined, 2)}\n`);
    all.set("releases.csv", fresh.files.get("releases.csv") ?? "");
  }
  const source = sourceOf(known);
  const sources = await readFile(join(folder, "sources.json"), "utf8").catch(() => "[]");
  const list = JSON.parse(sources) as { id: string }[];
  if (source && !list.some(({ id }) => id === source.id)) {
    const body = name === undefined ? {} : { body: { ja: name } };
    const more = [...list, { id: source.id, title: { ja: source.title }, ...body, year }];
    all.set("sources.json", `${JSON.stringify(more, undefined, 2)}\n`);
  }
  all.set(answersFile, answersText(known));
  const changed = new Map<string, string>();
  for (const [file, text] of all) {
    const before = await readFile(join(folder, ...file.split("/")), "utf8").catch(() => undefined);
    if (before !== text) changed.set(file, text);
  }
  if (changed.size > 0) await putFiles(folder, changed);
  return [...changed.keys()];
}
