// JSON-stat 2.0, which chart makers read: all numbers in one cube of indicators, breakdowns and years.

import {
  type Dataset,
  decimalToNumber,
  formatJapaneseYear,
  type Indicator,
  indicatorPath,
  nameMarksOf,
  notesOf,
  type Series,
  series,
  statusIds,
  statusMeaning,
  textIn,
  valueMarks,
} from "@shihyo/core";
import type { Format } from "./format.ts";
import { wholeCode } from "./rdf/iri.ts";

/** What is after `142123_`. */
const jsonStatFile = "dataset.json-stat.json";

/** Each indicator as a cube of its own, all of them in one collection: a file each would be 225 more files. */
const collectionFile = "indicators.json-stat.json";

export const jsonStatFormat: Format = {
  name: "json-stat",
  *files(dataset) {
    const { code } = dataset.municipality;
    const whole = jsonStat(dataset);
    yield { path: `${code}_${jsonStatFile}`, chunks: [`${JSON.stringify(whole)}\n`] };
    yield { path: `${code}_${collectionFile}`, chunks: collection(dataset) };
  },
};

/** One indicator a line, so that a difference between two releases is a few lines. */
function* collection(dataset: Dataset): Iterable<string> {
  const { municipality, releases } = dataset;
  const about = {
    version: "2.0",
    class: "collection",
    href: `${municipality.base}${municipality.code}_${collectionFile}`,
    label: textIn(municipality.title, "ja"),
    ...(releases.length > 0 ? { updated: releases.at(-1)?.date } : {}),
    note: cellNotes,
    extension: { status: statusNames(dataset) },
  };
  const links = JSON.stringify(linksOf(dataset)).slice(0, -1);
  yield `${JSON.stringify(about).slice(0, -1)},"link":${links},"item":[`;
  let between = "\n";
  for (const one of series(dataset)) {
    yield between + JSON.stringify(jsonStat(dataset, one));
    between = ",\n";
  }
  yield "\n]}}\n";
}

/** A cube of all indicators with every breakdown, or of one indicator alone with those that it has. */
function jsonStat(dataset: Dataset, alone?: Series): object {
  const { municipality, releases, breakdowns, labels, sources } = dataset;
  const all = alone ? [alone] : [...series(dataset)];
  const parts = alone
    ? [...new Set(alone.observations.map(({ breakdown }) => breakdown ?? wholeCode))]
    : [wholeCode, ...breakdowns.keys()];
  const years = alone ? [...new Set(alone.observations.map(({ year }) => year))] : dataset.years;
  const label = alone ? labels.get(alone.indicator.id) : undefined;
  const place = new Map(parts.map((id, index) => [id, index]));
  const value: Record<number, number> = {};
  const status: Record<number, string> = {};
  // What is less than sure of a value, and what the tables say beside it, by its place in the cube.
  const note: Record<number, string[]> = {};
  const ids = statusIds(dataset);
  for (const [at, { observations }] of all.entries()) {
    for (const observation of observations) {
      const part = place.get(observation.breakdown ?? wholeCode);
      if (part === undefined) continue;
      const index = (at * parts.length + part) * years.length + years.indexOf(observation.year);
      if (observation.value.kind === "number") value[index] = decimalToNumber(observation.value.number);
      const meaning = statusMeaning(observation.value, observation.status);
      const doubt = observation.reading === "doubtful" ? "?" : "";
      status[index] = (ids.get(meaning) ?? meaning) + doubt;
      const said = [...valueMarks([observation]).map(({ ja }) => ja), ...notesOf([observation])];
      if (said.length > 0) note[index] = said;
    }
  }
  return {
    version: "2.0",
    class: "dataset",
    href: `${municipality.base}${alone ? indicatorPath(alone.indicator.id) : `${municipality.code}_${jsonStatFile}`}`,
    label: label ? textIn(label, "ja") : textIn(municipality.title, "ja"),
    source: [...sources.values()].map(({ title }) => title.ja).join("；"),
    ...(releases.length > 0 ? { updated: releases.at(-1)?.date } : {}),
    // In a collection it is said once, of the whole.
    ...(alone ? {} : { note: cellNotes, link: linksOf(dataset) }),
    id: ["indicator", "breakdown", "year"],
    size: [all.length, parts.length, years.length],
    role: { time: ["year"], metric: ["indicator"] },
    dimension: {
      indicator: {
        label: "指標",
        category: {
          index: all.map(({ indicator }) => indicator.id),
          label: Object.fromEntries(
            all.map(({ indicator }) => [indicator.id, labels.get(indicator.id)?.ja ?? indicator.name.ja]),
          ),
          // JSON-stat 2.0 has notes of a category: here of a name that is restored or in doubt, and the table's own.
          note: Object.fromEntries(
            all.flatMap(({ indicator }) => {
              const said = indicatorNotes(indicator);
              return said.length > 0 ? [[indicator.id, said]] : [];
            }),
          ),
          unit: Object.fromEntries(all.map(({ indicator }) => [indicator.id, unitOf(dataset, indicator)])),
        },
      },
      breakdown: {
        label: "内訳",
        category: {
          index: parts,
          label: Object.fromEntries(parts.map((id) => [id, breakdowns.get(id)?.name.ja ?? "全体"])),
        },
      },
      year: {
        label: "年度",
        category: {
          index: years.map(String),
          label: Object.fromEntries(years.map((year) => [String(year), formatJapaneseYear(year)])),
        },
      },
    },
    value,
    status,
    extension: { note, ...(alone ? {} : { status: statusNames(dataset) }) },
  };
}

const cellNotes = [
  "空のセルは値がないことを示し、0とは違います。状態の記号の後の「?」は、読み取りに疑いがあることを示します。値ごとの復元・要確認・速報などと備考は、extension.note に、value と同じ番号で入れています。",
  "A missing cell is no value, never zero. A question mark after the status is a reading in doubt. What is less than sure about a value, and the notes on it (in Japanese), stand in extension.note under the same numbers as in value.",
];

function linksOf({ municipality }: Dataset): Record<string, object[]> {
  return {
    license: [{ href: municipality.licence.iri, label: municipality.licence.name }],
    describedby: [{ href: `${municipality.base}catalog/` }],
  };
}

function statusNames({ statuses }: Dataset): Record<string, string> {
  return Object.fromEntries([...statuses.values()].map(({ id, name }) => [id, name.ja]));
}

function indicatorNotes(indicator: Indicator): string[] {
  return [...nameMarksOf(indicator).map(({ ja }) => ja), ...(indicator.note ? [indicator.note] : [])];
}

function unitOf({ units }: Dataset, { unit, decimals }: Indicator): object {
  const label = units.get(unit ?? "")?.name.ja;
  return { ...(label === undefined ? {} : { label }), ...(decimals === undefined ? {} : { decimals }) };
}
