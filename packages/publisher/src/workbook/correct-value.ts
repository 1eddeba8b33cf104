// A published value corrected, with the reason: the year's table, the row of corrections.csv, and the release that carries it.

import {
  type Dataset,
  fixedTables,
  formatDecimal,
  formatEnglishYear,
  formatJapaneseYear,
  type Observation,
  observationId,
  readPrintedNumber,
} from "@shihyo/core";
import { type CityFile, type CityRow, cityFileText, newCityFile } from "../formats/read/city-file-text.ts";
import { Refusal } from "../refusal.ts";
import { type CityTables, valueRows } from "./city-sheet/city-rows.ts";

export interface ValueCorrection {
  /** The value's ID: `K0001FY2024`, `K0140FY2024B0001`. */
  readonly subject: string;
  /** As people type it: a number, or words. */
  readonly to: string;
  readonly reason: string;
  /** YYYY-MM-DD, the day on which it is published. */
  readonly date: string;
}

/** The tables that change, whole. */
export function correctValue(
  dataset: Dataset,
  tables: CityTables,
  { subject, to, reason, date }: ValueCorrection,
): ReadonlyMap<string, string> {
  const observation = [...dataset.observations()].find((one) => observationId(one) === subject);
  if (!observation) {
    throw new Refusal({ ja: `${subject} という値はありません。`, en: `There is no value ${subject}.` });
  }
  if (observation.value.kind === "none" && observation.value.reason === "pending") {
    throw new Refusal({
      ja: "まだ集計中の値です。訂正ではないので、表に書いてください。",
      en: "This value is still being counted. It is no correction: write it into the table.",
    });
  }
  if (reason.trim() === "") {
    throw new Refusal({ ja: "訂正の理由を書いてください。", en: "Say why it is corrected." });
  }
  const { year, indicator, breakdown = "" } = observation;
  const file = `observations/${year}.csv`;
  const found = valueRows(dataset, tables, [year]).get(`${indicator} ${year} ${breakdown}`);
  const table = tables.get(file);
  if (!found || !table) throw new Error(`${subject} has no row in ${file}`);
  const now = typed(dataset, observation, to);
  if (observation.value.kind === "number" && now.実績値 === "") {
    const shown = formatDecimal(observation.value.number);
    throw new Refusal({
      ja: `今の値は数（${shown}）です。「${to}」は数として読めません。数で書いてください（例：1234、48.5）。値を言葉に変えるときは、表に書いてください。`,
      en: `The value is a number (${shown}), and “${to}” cannot be read as one. Write a number (such as 1234 or 48.5). To put words in its place, write them into the table.`,
    });
  }
  const before = { 実績値: found.row.実績値 ?? "", 進捗状況: found.row.進捗状況 ?? "" };
  const changed = (["実績値", "進捗状況"] as const).filter((column) => before[column] !== now[column]);
  if (changed.length === 0) {
    throw new Refusal({ ja: "今の値と同じです。", en: "It is what stands there already." });
  }
  const state = found.row.値の状態 === "値なし" ? { 値の状態: "確定", 値なしの理由: "" } : {};
  const rows = [...table.rows];
  rows[found.index] = { ...found.row, ...now, ...state };
  const corrections = tableOf(tables, "corrections.csv");
  const added = changed.map(
    (column, at): CityRow => ({
      ID: nextId(corrections.rows, at + 1),
      日付: date,
      対象ID: subject,
      項目: column,
      訂正前: before[column],
      訂正後: now[column],
      理由: reason.trim(),
    }),
  );
  return new Map([
    [file, cityFileText({ ...table, rows })],
    ["corrections.csv", cityFileText({ ...corrections, rows: [...corrections.rows, ...added] })],
    ...releaseOf(dataset, tables, observation, date),
  ]);
}

function typed(dataset: Dataset, { indicator }: Observation, to: string) {
  const unit = dataset.units.get(dataset.indicators.get(indicator)?.unit ?? "")?.name.ja;
  const read = readPrintedNumber(to, unit);
  if (read.kind === "number") return { 実績値: read.number, 進捗状況: "" };
  if (read.kind === "problem" && read.code === "cell-words-for-number")
    return { 実績値: "", 進捗状況: to.trim() };
  throw new Refusal({
    ja: `「${to}」がどの値なのか分かりません。数（例：1234、48.5）か、言葉を書いてください。`,
    en: `It cannot be told which value “${to}” is. Write a number (such as 1234 or 48.5), or words.`,
  });
}

/** Corrections of one day are one release; the first of them begins it. */
function releaseOf(
  dataset: Dataset,
  tables: CityTables,
  { indicator, year }: Observation,
  date: string,
): [string, string][] {
  const newest =
    dataset.releases
      .map((release) => release.date)
      .toSorted()
      .at(-1) ?? "";
  if (newest >= date) return [];
  const releases = tableOf(tables, "releases.csv");
  const label = dataset.labels.get(indicator);
  const row = {
    版: date,
    日付: date,
    内容: `${label?.ja ?? indicator}（${formatJapaneseYear(year)}）などの訂正`,
    内容_英語: `Corrections, among them ${label?.en ?? label?.ja ?? indicator} (${formatEnglishYear(year)})`,
  };
  return [["releases.csv", cityFileText({ ...releases, rows: [...releases.rows, row] })]];
}

function tableOf(tables: CityTables, file: string): CityFile {
  const columns = fixedTables.find((table) => table.file === file)?.columns ?? [];
  return tables.get(file) ?? newCityFile(columns.map(({ header }) => header));
}

function nextId(rows: readonly CityRow[], step: number): string {
  const numbers = rows.map(({ ID = "" }) => Number(/[0-9]+$/.exec(ID)?.[0] ?? 0));
  return `C${String(Math.max(0, ...numbers) + step).padStart(4, "0")}`;
}

/** A value that may be corrected, as a person looks for it. */
export interface CorrectableValue {
  readonly id: string;
  readonly label: string;
  readonly year: number;
  readonly shown: string;
}

/** Every value that is there, by indicator and year; what is still being counted is none. */
export function correctableValues(dataset: Dataset): CorrectableValue[] {
  return [...dataset.observations()].flatMap((observation) => {
    const { value, indicator, breakdown, year } = observation;
    if (value.kind === "none" && value.reason === "pending") return [];
    const part = dataset.breakdowns.get(breakdown ?? "")?.name.ja;
    const label = dataset.labels.get(indicator)?.ja ?? indicator;
    const shown =
      value.kind === "number" ? formatDecimal(value.number) : value.kind === "words" ? value.words : "";
    return [{ id: observationId(observation), label: part ? `${label} ${part}` : label, year, shown }];
  });
}
