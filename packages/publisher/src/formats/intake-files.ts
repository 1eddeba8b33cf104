// What an intake leaves in a city's folder: its tables, its answers, and the documents of a city that only begins.

import {
  type Answers,
  type Question,
  sourceOf,
  type TableRow,
  tablesOf,
  type Understanding,
} from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { newCityFiles, partsOfName } from "./new-city.ts";
import { type CityFile, cityFileText, newCityFile, takeCityFile } from "./read/city-file-text.ts";
import { isTableFile } from "./read/city-files.ts";
import type { ListedMunicipality } from "./read/municipalities.ts";

/** The answers of an intake, kept with the tables and used again next year. */
export const answersFile = "intake-answers.csv";

/** What of a folder is the city's own work: its tables, and the answers beside them. */
export function isCityFile(path: string): boolean {
  return isTableFile(path) || path === answersFile;
}

/** The city that a report is taken into. */
export interface IntakeCity {
  /** `municipality.json` and `sources.json` as they stand; none for a city that is only beginning. */
  readonly documents: ReadonlyMap<string, string>;
  /** The answers as they stand beside the tables, if any. */
  readonly answers?: CityFile;
  /** Of a new city; refused where neither this nor a document says which city it is. */
  readonly code?: string;
  readonly name?: string;
  /** The date of the first release, YYYY-MM-DD. */
  readonly date: string;
  readonly listed: ReadonlyMap<string, ListedMunicipality>;
}

/** Every file by its path below the folder, whether or not it differs from what stands there. */
export function intakeFiles(known: Understanding, city: IntakeCity): Map<string, string> {
  const files = new Map(tablesOf(known).files);
  const { years, targetYears } = known.reading;
  const year = years.at(-1) ?? targetYears.at(-1) ?? Number(city.date.slice(0, 4)) - 1;
  if (!city.documents.has("municipality.json")) {
    const { code, name, date, listed } = city;
    if (code === undefined) {
      throw new Refusal({
        ja: "まだ市のフォルダーではありません。--code に全国地方公共団体コード（6桁）を指定してください。",
        en: "This is no city's folder yet. Give its six-digit code with --code.",
      });
    }
    const fresh = newCityFiles({ code, ...(name === undefined ? {} : { name }), year, date }, listed).files;
    for (const file of ["municipality.json", "releases.csv"]) files.set(file, fresh.get(file) ?? "");
  }
  const source = sourceOf(known);
  const sources = documentOf<{ id: string }[]>(city.documents, "sources.json") ?? [];
  if (source && !sources.some(({ id }) => id === source.id)) {
    const body = nameOfCity(city);
    const more = {
      id: source.id,
      title: { ja: source.title },
      ...(body ? { body: { ja: body } } : {}),
      year,
    };
    files.set("sources.json", `${JSON.stringify([...sources, more], undefined, 2)}\n`);
  }
  const answers = known.options.answers ?? new Map<string, string>();
  files.set(answersFile, answersText({ questions: known.questions, answers }, city.answers));
  return files;
}

/** The city's own name: of its document, else of its code, else of the name that was given; `undefined` where none tells. */
export function nameOfCity({
  documents,
  code,
  name,
  listed,
}: Pick<IntakeCity, "documents" | "code" | "name" | "listed">): string | undefined {
  const document = documentOf<{ name?: { ja?: string } }>(documents, "municipality.json");
  if (document) return document.name?.ja;
  const found = code === undefined ? undefined : listed.get(code);
  return found ? found.name || found.prefecture : partsOfName(name)?.name;
}

/** `sources.json` as rows, so that a document that was taken in before keeps its ID. */
export function sourceRows(documents: ReadonlyMap<string, string>): readonly TableRow[] {
  const sources = documentOf<{ id: string; title: { ja: string } }[]>(documents, "sources.json") ?? [];
  return sources.map(({ id, title }) => ({ id, title: title?.ja ?? "" }));
}

/** A document that is no JSON is refused: nothing may be written over it. */
function documentOf<T>(documents: ReadonlyMap<string, string>, file: string): T | undefined {
  const text = documents.get(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as T;
  } catch {
    throw new Refusal({
      ja: `${file} を読めません。shihyo check で確かめ、直してから取り込んでください。`,
      en: `${file} cannot be read. See shihyo check, and mend it before the intake.`,
    });
  }
}

/** The answers as a person left them; an empty cell is no answer, 「提案どおり」 is the proposal. */
export function answersIn(table: CityFile | undefined): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  for (const row of table?.rows ?? []) {
    const answer = (row.答え ?? "").trim();
    if (answer !== "" && row.質問ID)
      answers.set(row.質問ID, answer === "提案どおり" ? (row.提案 ?? "") : answer);
  }
  return answers;
}

/** Every question with its answer, in the order in which they were first asked; one that was not asked again stays. */
export function answersText(
  { questions, answers: said }: { readonly questions: readonly Question[]; readonly answers: Answers },
  before?: CityFile,
): string {
  const rows = new Map((before?.rows ?? []).map((row) => [row.質問ID ?? "", row]));
  for (const [id, answer] of said)
    if (!rows.has(id)) rows.set(id, { 質問ID: id, 質問: "", 選べる答え: "", 提案: "", 答え: answer });
  for (const { id, text, proposal, choices } of questions) {
    const answer = said.get(id) ?? "";
    rows.set(id, {
      質問ID: id,
      質問: text.ja,
      選べる答え: choices?.join("／") ?? "",
      提案: proposal,
      答え: answer,
    });
  }
  return cityFileText(newCityFile(["質問ID", "質問", "選べる答え", "提案", "答え"], [...rows.values()]));
}

/** Whether two texts of one file say the same: a table by its cells, however it is quoted, anything else by its letters. */
export function saysTheSame(file: string, before: Uint8Array | undefined, after: string): boolean {
  if (before === undefined) return false;
  const utf8 = new TextEncoder().encode(after);
  if (before.length === utf8.length && before.every((byte, at) => byte === utf8[at])) return true;
  if (!file.endsWith(".csv")) return false;
  const [one, other] = [takeCityFile(file, before), takeCityFile(file, utf8)];
  const headers = [...new Set([...one.header, ...other.header])];
  return (
    one.rows.length === other.rows.length &&
    one.rows.every((row, at) =>
      headers.every((header) => (row[header] ?? "") === (other.rows[at]?.[header] ?? "")),
    )
  );
}
