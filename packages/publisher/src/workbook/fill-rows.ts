// The rows of the sheet to be filled: what is due in a year, by section, then in the report's order.

import {
  type Dataset,
  type FiscalYear,
  groupDecimal,
  type Observation,
  reasonWords,
  statusWords,
  type Value,
  wordFor,
} from "@shihyo/core";
import { numberCell, reasonCell, wordsCell } from "../formats/tables/cells.ts";
import { Refusal } from "../refusal.ts";

export interface FillRow {
  /** The indicator's ID, and the breakdown's where it is a part: `K0140B0001`. */
  readonly id: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly section: string;
  readonly project: string;
  readonly label: string;
  readonly part: string;
  readonly unit: string;
  /** Last year's value, in words for people. */
  readonly before: string;
  /** What the table holds already, by header; all empty while it is still to be counted. */
  readonly now: Readonly<Record<string, string>>;
}

export const notBegun = (year: FiscalYear): Refusal =>
  new Refusal({
    ja: `${year}年度はまだ始まっていません。先に shihyo year で始めてください。`,
    en: `${year} has not begun. Begin it with shihyo year first.`,
  });

/** The rows of a year that has begun; only one section's with `section` (its ID or its name). */
export function fillRows(dataset: Dataset, year: FiscalYear, section?: string): FillRow[] {
  if (!dataset.years.includes(year)) throw notBegun(year);
  const wanted = section === undefined ? undefined : sectionId(dataset, section);
  const listings = firstPlaces(dataset);
  const byKey = new Map([...dataset.observations()].map((item) => [keyOf(item), item]));
  const rows = [...dataset.observations()]
    .filter((observation) => observation.year === year)
    .map((observation): FillRow & { readonly order: number; readonly sectionOrder: number } => {
      const place = listings.get(observation.indicator);
      const project = dataset.nodes.get(place?.node ?? "");
      const section = dataset.sections.get(project?.section ?? "");
      const unit = dataset.units.get(dataset.indicators.get(observation.indicator)?.unit ?? "");
      return {
        id: `${observation.indicator}${observation.breakdown ?? ""}`,
        indicator: observation.indicator,
        breakdown: observation.breakdown ?? "",
        section: section?.name.ja ?? "",
        project: project?.name.ja ?? "",
        label: dataset.labels.get(observation.indicator)?.ja ?? observation.indicator,
        part: dataset.breakdowns.get(observation.breakdown ?? "")?.name.ja ?? "",
        unit: unit?.name.ja ?? "",
        before: valueForPeople(byKey.get(keyOf({ ...observation, year: year - 1 }))?.value),
        now: cellsOf(observation),
        order: place?.order ?? Number.MAX_SAFE_INTEGER,
        sectionOrder: section ? [...dataset.sections.keys()].indexOf(section.id) : Number.MAX_SAFE_INTEGER,
      };
    })
    .filter((row) => wanted === undefined || row.section === dataset.sections.get(wanted)?.name.ja);
  return rows
    .toSorted((a, b) => a.sectionOrder - b.sectionOrder || a.order - b.order)
    .map(({ order: _, sectionOrder: __, ...row }) => row);
}

function keyOf({ indicator, year, breakdown = "" }: Pick<Observation, "indicator" | "year" | "breakdown">) {
  return `${indicator} ${year} ${breakdown}`;
}

function firstPlaces(dataset: Dataset): Map<string, { node: string; order: number }> {
  const places = new Map<string, { node: string; order: number }>();
  for (const { indicator, node, order } of dataset.listings) {
    if (indicator !== undefined && !places.has(indicator)) places.set(indicator, { node, order });
  }
  return places;
}

function sectionId({ sections }: Dataset, said: string): string {
  const found = [...sections.values()].find(({ id, name }) => id === said || name.ja === said);
  if (found) return found.id;
  const known = [...sections.values()].map(({ name }) => name.ja).join("、");
  throw new Refusal(
    known === ""
      ? {
          ja: "sections.csv に所管課がないので、課ごとには分けられません。",
          en: "sections.csv holds no section, so the workbook cannot be split.",
        }
      : {
          ja: `「${said}」という所管課はありません。あるもの：${known}`,
          en: `There is no section “${said}”. There are: ${known}`,
        },
  );
}

/** What stands in the sheet for an observation; nothing for one that is still to be counted. */
export function cellsOf(observation: Observation): Record<string, string> {
  const { value, status, note = "" } = observation;
  const isPending = value.kind === "none" && value.reason === "pending";
  return {
    実績値: numberCell(observation),
    進捗状況: wordsCell(observation),
    値の状態: isPending ? "" : wordFor(statusWords, status),
    値なしの理由: isPending ? "" : reasonCell(observation),
    備考: note,
  };
}

function valueForPeople(value: Value | undefined): string {
  if (value === undefined) return "";
  if (value.kind === "number") return groupDecimal(value.number);
  return value.kind === "words" ? value.words : `値なし（${wordFor(reasonWords, value.reason)}）`;
}
