// A city's tables as one sheet: a row for each listing of an indicator (and each part of it), a column for each year and target.

import {
  type Dataset,
  formerLevels,
  formerUpperHeader,
  groupBy,
  reasonWords,
  statusWords,
} from "@shihyo/core";
import type { CityFile, CityRow } from "../../formats/read/city-file-text.ts";
import { choiceListName, type FactKey, factColumn, factKeys, factRow, factText } from "./city-facts.ts";
import { type CityTables, levelOf, type PlacedRow, rowsOf, type SheetColumn } from "./city-tables.ts";

export { type CityTables, levelOf, rowsOf, type SheetColumn } from "./city-tables.ts";

export interface SheetRow {
  readonly listing: string;
  readonly indicator: string;
  readonly breakdown: string;
  /** By header; what is not there is empty. */
  readonly cells: Readonly<Record<string, string>>;
  /** The nodes that it stands under, by level. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Listed before: its values stand in the row of the first listing. */
  readonly isAgain: boolean;
}

export interface TargetKey {
  readonly year: string;
  readonly scope: string;
}

export interface CitySheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** The names of the levels, from the top down, without the plan. */
  readonly levels: readonly string[];
  readonly years: readonly number[];
  readonly targets: readonly TargetKey[];
  /** Whether an indicator has a baseline. */
  readonly hasBase: boolean;
  /** Evaluations, values of elsewhere and costs. */
  readonly facts: readonly FactKey[];
  /** The words of each drop-down. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export const listingHeader = "掲載ID";
const indicatorHeader = "指標ID";
export const partIdHeader = "内訳ID";
export const nameHeader = "指標名";
export const partHeader = "内訳";
export const noteHeader = "指標の備考";
/** Columns of indicators.csv that the sheet shows under their own header. */
export const indicatorHeaders = ["指標区分", "望ましい方向"] as const;
export const unitHeader = "単位";

export const valueHeader = (year: number) => `${year}年度 実績`;
export const stateHeader = (year: number) => `${year}年度 状態`;
export const yearNoteHeader = (year: number) => `${year}年度 備考`;
export const baseHeader = "基準値";
export const baseYearHeader = "基準年度";
export const targetHeader = ({ year, scope }: TargetKey) => `${year}年度 目標（${scope}）`;

export const rowKey = (listing: string, breakdown: string) => `${listing} ${breakdown}`;

/** The parent under which a listing stands. */
export const upperHeader = (listings: CityFile | undefined) =>
  listings?.header.includes("上位ID") ? "上位ID" : formerUpperHeader;

export function citySheet(dataset: Dataset, tables: CityTables): CitySheet {
  const nodes = new Map(rowsOf(tables, "nodes.csv").map((node) => [node.ID ?? "", node]));
  const levels = levelNames(tables);
  const years = [...tables.keys()]
    .flatMap((file) => /^observations\/([0-9]{4})\.csv$/.exec(file)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
  const targets = targetKeys(tables);
  const facts = factKeys(tables);
  const units = new Map(rowsOf(tables, "units.csv").map((unit) => [unit.ID ?? "", unit.名称 ?? ""]));
  const parts = new Map(rowsOf(tables, "breakdowns.csv").map((part) => [part.ID ?? "", part.名称 ?? ""]));
  const indicators = new Map(rowsOf(tables, "indicators.csv").map((row) => [row.ID ?? "", row]));
  const parents = groupBy(rowsOf(tables, "placements.csv"), ({ ID = "" }) => ID);
  const upper = upperHeader(tables.get("listings.csv"));
  const values = valueRows(dataset, tables, years);
  const targetsThere = targetRows(tables);
  const bases = baseRows(tables);
  const partsOf = new Map<string, Set<string>>();
  for (const key of values.keys()) {
    const [indicator = "", , breakdown = ""] = key.split(" ");
    partsOf.set(indicator, (partsOf.get(indicator) ?? new Set()).add(breakdown));
  }
  const seen = new Set<string>();
  // A node's own facts stand in the first row below it.
  const said = new Set<string>();
  const factCells = (id: string, nodes: Readonly<Record<string, string>>) => {
    const cells = facts.flatMap((key): [string, string][] => {
      const subject = key.level === undefined ? id : (nodes[key.level] ?? "");
      if (subject === "" || (key.level !== undefined && said.has(subject))) return [];
      return [[key.header, factText(key, factRow(tables, key, subject)?.row)]];
    });
    for (const node of Object.values(nodes)) said.add(node);
    return Object.fromEntries(cells);
  };
  const rows = rowsOf(tables, "listings.csv").flatMap((listing): SheetRow[] => {
    const id = listing.指標ID ?? "";
    const indicator = indicators.get(id);
    if (!indicator) return [];
    const isAgain = seen.has(id);
    seen.add(id);
    const places = placesAbove(nodes, levels, parents, listing.掲載先ID ?? "", listing[upper] ?? "");
    const about = {
      ...places.names,
      [nameHeader]: indicator.名称 ?? "",
      [unitHeader]: units.get(indicator.単位ID ?? "") ?? "",
      ...Object.fromEntries(indicatorHeaders.map((header) => [header, indicator[header] ?? ""])),
    };
    const base = { listing: listing.ID ?? "", indicator: id, isAgain, nodes: places.nodes };
    if (isAgain) return [{ ...base, breakdown: "", cells: { ...about, [partHeader]: "再掲" } }];
    const breakdowns = [...new Set(["", ...(partsOf.get(id) ?? [])])];
    return breakdowns.map((breakdown) => ({
      ...base,
      breakdown,
      cells: {
        ...about,
        [partHeader]: parts.get(breakdown) ?? breakdown,
        ...Object.fromEntries(
          years.flatMap((year) => yearCells(year, values.get(`${id} ${year} ${breakdown}`)?.row)),
        ),
        ...(breakdown === ""
          ? {
              [noteHeader]: indicator.備考 ?? "",
              ...Object.fromEntries(
                targets.map((key) => [
                  targetHeader(key),
                  targetCell(targetsThere.get(sheetTargetKey(id, key))?.row),
                ]),
              ),
              ...baseCells(bases.get(id)?.row),
              ...factCells(id, places.nodes),
            }
          : {}),
      },
    }));
  });
  return {
    columns: columnsOf(levels, years, targets, bases.size > 0, facts),
    rows,
    levels,
    years,
    targets,
    hasBase: bases.size > 0,
    facts,
    lists: {
      units: [...units.values()],
      kinds: [...new Set([...indicators.values()].map((row) => row.指標区分 ?? "").filter(Boolean))],
      directions: ["増加", "減少", "維持", "判断しない"],
      states: [...Object.keys(statusWords).filter((word) => word !== "値なし"), ...Object.keys(reasonWords)],
      ...Object.fromEntries(
        facts.flatMap(({ header, choices }) =>
          choices === undefined ? [] : [[choiceListName(header), choices]],
        ),
      ),
    },
  };
}

function columnsOf(
  levels: readonly string[],
  years: readonly number[],
  targets: readonly TargetKey[],
  hasBase: boolean,
  facts: readonly FactKey[],
): SheetColumn[] {
  const locked = (header: string, width: number): SheetColumn => ({ header, width, open: false });
  const open = (header: string, width: number): SheetColumn => ({ header, width, open: true });
  return [
    locked(listingHeader, 9),
    locked(indicatorHeader, 9),
    locked(partIdHeader, 9),
    ...levels.map((level) => open(level, 22)),
    open(nameHeader, 34),
    locked(partHeader, 12),
    { ...open("指標区分", 12), list: "kinds" },
    { ...open(unitHeader, 9), list: "units", align: "center" },
    { ...open("望ましい方向", 12), list: "directions", align: "center" },
    ...years.flatMap((year): SheetColumn[] => [
      { ...open(valueHeader(year), 16), align: "right" },
      { ...open(stateHeader(year), 13), list: "states", align: "center" },
      open(yearNoteHeader(year), 24),
    ]),
    ...targets.map((key): SheetColumn => ({ ...open(targetHeader(key), 20), align: "right" })),
    ...(hasBase
      ? [
          { ...open(baseYearHeader, 11), align: "center" as const },
          { ...open(baseHeader, 16), align: "right" as const },
        ]
      : []),
    ...facts.map(factColumn),
    open(noteHeader, 30),
  ];
}

function levelNames(tables: CityTables): string[] {
  const said = rowsOf(tables, "levels.csv")
    .toSorted((a, b) => Number(a.順序) - Number(b.順序))
    .map((row) => row.名称 ?? "");
  const used = rowsOf(tables, "nodes.csv").map(levelOf);
  const known = said.length > 0 ? said : formerLevels.map(([name]) => name);
  return [...new Set([...known, ...used])].filter((name) => name !== "" && name !== "計画");
}

/** The nodes on the way up from where an indicator is listed and their names, by level. */
function placesAbove(
  nodes: ReadonlyMap<string, CityRow>,
  levels: readonly string[],
  parents: ReadonlyMap<string, readonly CityRow[]>,
  node: string,
  upper: string,
): { readonly names: Record<string, string>; readonly nodes: Record<string, string> } {
  const names: Record<string, string> = {};
  const found: Record<string, string> = {};
  const passed = new Set<string>();
  for (let at = node; at !== "" && !passed.has(at); ) {
    passed.add(at);
    const row = nodes.get(at);
    const level = row ? levelOf(row) : "";
    if (row && levels.includes(level)) {
      names[level] = row.名称 ?? "";
      found[level] = at;
    }
    const above = (parents.get(at) ?? []).map(({ 親ID = "" }) => 親ID);
    at = at === node && above.includes(upper) ? upper : (above[0] ?? "");
  }
  return { names, nodes: found };
}

/** By `indicator year breakdown`: the row of the print that counts. */
export function valueRows(
  dataset: Dataset,
  tables: CityTables,
  years: readonly number[],
): Map<string, PlacedRow> {
  const counted = new Map(
    [...dataset.observations()].map(({ indicator, year, breakdown = "", source }) => [
      `${indicator} ${year} ${breakdown}`,
      source,
    ]),
  );
  const found = new Map<string, PlacedRow>();
  for (const year of years) {
    for (const [index, row] of rowsOf(tables, `observations/${year}.csv`).entries()) {
      const key = `${row.指標ID ?? ""} ${year} ${row.内訳ID ?? ""}`;
      if (counted.get(key) === row.出典ID) found.set(key, { index, row });
    }
  }
  return found;
}

function yearCells(year: number, row: CityRow | undefined): [string, string][] {
  if (!row) return [];
  return [
    [valueHeader(year), row.実績値 || row.進捗状況 || ""],
    [stateHeader(year), row.値なしの理由 || row.値の状態 || ""],
    [yearNoteHeader(year), row.備考 ?? ""],
  ];
}

function targetKeys(tables: CityTables): TargetKey[] {
  const keys = new Map<string, TargetKey>();
  for (const { 目標年度: year = "", 目標区分: scope = "" } of rowsOf(tables, "targets.csv")) {
    if (scope !== "" && scope !== "基準") keys.set(`${year} ${scope}`, { year, scope });
  }
  return [...keys.values()].toSorted((a, b) => (targetHeader(a) < targetHeader(b) ? -1 : 1));
}

/** By indicator, year and scope: of several sources' targets the last, which counts. */
export function targetRows(tables: CityTables): Map<string, PlacedRow> {
  const found = new Map<string, PlacedRow>();
  for (const [index, row] of rowsOf(tables, "targets.csv").entries()) {
    const key = { year: row.目標年度 ?? "", scope: row.目標区分 ?? "" };
    found.set(sheetTargetKey(row.指標ID ?? "", key), { index, row });
  }
  return found;
}

/** By indicator: the row that holds its baseline; of several sources' the last. */
export function baseRows(tables: CityTables): Map<string, PlacedRow> {
  const found = new Map<string, PlacedRow>();
  for (const [index, row] of rowsOf(tables, "targets.csv").entries())
    if (row.基準値 || row.基準状況) found.set(row.指標ID ?? "", { index, row });
  return found;
}

function baseCells(row: CityRow | undefined): Readonly<Record<string, string>> {
  if (!row) return {};
  return { [baseYearHeader]: row.基準年度 ?? "", [baseHeader]: row.基準値 || row.基準状況 || "" };
}

export const sheetTargetKey = (indicator: string, { year, scope }: TargetKey) =>
  `${indicator} ${year} ${scope}`;

function targetCell(row: CityRow | undefined): string {
  return row?.目標値 || row?.目標状況 || "";
}
