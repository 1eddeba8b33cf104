// A new city's folder: every table with its headers, and one example to be replaced, so that it publishes at once.

import {
  currentFormat,
  type FiscalYear,
  fixedTables,
  formatEnglishYear,
  formatJapaneseYear,
  isMunicipalityCode,
  municipalityCheckDigit,
  observationsTable,
} from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { type CityRow, cityFileText, newCityFile } from "./read/city-file-text.ts";
import type { ListedMunicipality } from "./read/municipalities.ts";

export interface NewCity {
  readonly code: string;
  /** 神奈川県茅ヶ崎市, or only the city's own name where the list knows the rest; may be left out then. */
  readonly name?: string;
  readonly year: FiscalYear;
  /** The date of the first release, YYYY-MM-DD. */
  readonly date: string;
}

/** The day on this machine's clock; it goes into releases.csv, where people can change it. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export interface NewCityFiles {
  /** With its prefecture. */
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A code or a name that is wrong is refused with what is right. */
export function newCityFiles(
  city: NewCity,
  municipalities: ReadonlyMap<string, ListedMunicipality>,
): NewCityFiles {
  const who = identify(city, municipalities);
  const files = new Map<string, string>();
  files.set("municipality.json", json(municipalityDocument(city, who)));
  files.set("sources.json", json(sourcesDocument(city, who)));
  const rows = exampleRows(city);
  // The states of values are our own list; a folder of an older format may still have its own.
  for (const table of fixedTables.filter(({ file }) => file !== "statuses.csv")) {
    const header = table.columns.map((column) => column.header);
    files.set(table.file, cityFileText(newCityFile(header, rows[table.file] ?? [])));
  }
  const observations = observationsTable(city.year, () => undefined);
  const header = observations.columns.map((column) => column.header);
  files.set(observations.file, cityFileText(newCityFile(header, [exampleObservation])));
  const { prefecture, name } = who;
  return { name: prefecture === name ? name : `${prefecture}${name}`, files };
}

/** The name that belongs to the code; a code or a name that is wrong is refused with what is right. */
function identify(
  { code, name }: NewCity,
  municipalities: ReadonlyMap<string, ListedMunicipality>,
): ListedMunicipality {
  if (!isMunicipalityCode(code)) {
    const isSix = /^[0-9]{6}$/.test(code);
    const right = isSix ? `${code.slice(0, 5)}${municipalityCheckDigit(code.slice(0, 5))}` : "";
    throw new Refusal({
      ja: isSix
        ? `コード ${code} は検査数字が合いません（${right} なら合います）。書き写し間違いを確かめてください。`
        : `コード ${code} は6桁の全国地方公共団体コードではありません（例：142077）。`,
      en: isSix
        ? `The check digit of ${code} is wrong (${right} would fit). Look for a slip of the pen.`
        : `${code} is no six-digit municipality code (such as 142077).`,
    });
  }
  const listed = municipalities.get(code);
  if (!listed) return ofName(code, name);
  const whole = `${listed.prefecture}${listed.name}`;
  if (name !== undefined && name !== whole && name !== listed.name) {
    throw new Refusal({
      ja: `コード ${code} は${whole}のものです（指定は「${name}」）。コードか名前を直してください。`,
      en: `The code ${code} belongs to ${whole}, not to “${name}”. Correct the code or the name.`,
    });
  }
  return listed.name === "" ? { ...listed, name: listed.prefecture, prefecture: "" } : listed;
}

/** 神奈川県茅ヶ崎市 as its prefecture and its own name. */
export function partsOfName(name = ""): { readonly prefecture: string; readonly name: string } | undefined {
  const match = /^(北海道|東京都|大阪府|京都府|[^都道府県]{2,3}県)(.+)$/u.exec(name.trim());
  return match ? { prefecture: match[1] ?? "", name: match[2] ?? "" } : undefined;
}

function ofName(code: string, name: string | undefined): ListedMunicipality {
  const parts = partsOfName(name);
  if (!parts) {
    throw new Refusal({
      ja: `コード ${code} は一覧にありません。都道府県からの名前（例：神奈川県茅ヶ崎市）も書いてください（コマンドでは --name）。`,
      en: `The code ${code} is not in our list. Give the name with its prefecture as well, such as 神奈川県茅ヶ崎市 (--name on the command line).`,
    });
  }
  return { code, ...parts, reading: "" };
}

function municipalityDocument({ code }: NewCity, { prefecture, name }: ListedMunicipality): unknown {
  return {
    format: currentFormat,
    code,
    name: { ja: name },
    prefecture: { ja: prefecture === "" ? name : prefecture },
    languages: ["ja"],
    base: `https://shihyo.example/${code}/`,
    official: false,
    publisher: { name: { ja: "（例）このフォルダーを公開する人や団体の名前" } },
    sourceBody: { name: { ja: name } },
    title: { ja: `${name} 計画の指標の実績` },
    description: {
      ja: `（例）${name}の計画の指標について、実績値を年度ごとにまとめたデータです。報告書に印刷された値を、印刷された桁のまま写しています。`,
    },
    attribution: { ja: `（例）「○○計画 実績報告書」（${name}）を加工して作成` },
    licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
  };
}

function sourcesDocument({ year }: NewCity, { name }: ListedMunicipality): unknown {
  const title = `（例）${formatJapaneseYear(year)} 実績報告書`;
  return [{ id: "SR01", title: { ja: title }, body: { ja: name }, year }];
}

/** What many plans are made of; a city with other levels changes the table. */
const exampleLevels = [
  ["政策", "Policy", "policies"],
  ["施策", "Measure", "measures"],
  ["事務事業", "Project", "projects"],
] as const;

const certain = { 読取状況: "確定" };

function exampleRows({ year, date }: NewCity): Readonly<Record<string, readonly CityRow[]>> {
  const node = (ID: string, 段: string, 計画ID = "P01"): CityRow => ({
    ID,
    段,
    名称: `（例）${段}`,
    計画ID,
    ...certain,
  });
  const placement = (ID: string, 親ID: string): CityRow => ({ ID, 親ID, 番号: "1", 順序: "1" });
  const unit = (ID: string, 名称: string, 種別: string, more: CityRow = {}): CityRow => ({
    ID,
    名称,
    種別,
    ...more,
  });
  return {
    "levels.csv": exampleLevels.map(([名称, 名称_英語, フォルダー], index) => ({
      計画ID: "P01",
      順序: `${index + 1}`,
      名称,
      名称_英語,
      英語_根拠: "仮訳",
      フォルダー,
    })),
    "indicator-kinds.csv": [
      { 名称: "活動指標", 名称_英語: "Activity indicator", 英語_根拠: "仮訳", 大区分: "活動" },
      { 名称: "成果指標", 名称_英語: "Outcome indicator", 英語_根拠: "仮訳", 大区分: "成果" },
    ],
    "nodes.csv": [
      { ...node("P01", "計画", ""), 分野: "行財政" },
      node("G01", "政策"),
      node("S001", "施策"),
      node("J0001", "事務事業"),
    ],
    "placements.csv": [placement("G01", "P01"), placement("S001", "G01"), placement("J0001", "S001")],
    "units.csv": [
      unit("U01", "件", "計数"),
      unit("U02", "人", "人数"),
      unit("U03", "%", "割合", { QUDT: "PERCENT", UCUM: "%", 増減の単位: "ポイント" }),
      unit("U04", "回", "計数"),
      unit("U05", "千円", "金額"),
    ],
    "indicators.csv": [
      {
        ID: "K0001",
        名称: "（例）相談件数",
        指標区分: "活動指標",
        単位ID: "U01",
        小数点以下桁数: "0",
        期間区分: "年度",
        集計区分: "単年度",
        望ましい方向: "判断しない",
        ...certain,
      },
    ],
    "listings.csv": [{ ID: "L0001", 掲載先ID: "J0001", 上位ID: "S001", 指標ID: "K0001", 順序: "1" }],
    "releases.csv": [
      {
        版: date,
        日付: date,
        内容: `${formatJapaneseYear(year)}の実績を公開`,
        内容_英語: `The results of ${formatEnglishYear(year)}`,
      },
    ],
  };
}

const exampleObservation: CityRow = {
  指標ID: "K0001",
  実績値: "120",
  値の状態: "確定",
  ...certain,
  出典ID: "SR01",
};

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
