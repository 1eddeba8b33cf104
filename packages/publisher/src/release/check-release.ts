// What a run would publish held against what its folder holds: values changed without a correction, a release with another content.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import {
  createIssue,
  type Dataset,
  type DatasetJson,
  type Issue,
  observationId,
  type Place,
  type RecordPlaces,
} from "@shihyo/core";
import { publishedVersion, releaseFolder } from "../formats/changes/earlier-release.ts";
import { releaseBefore, releasedJson } from "../formats/changes/kept-dataset.ts";
import { checksumFile, listedSums } from "../formats/checksums.ts";
import { csvFormat } from "../formats/csv.ts";
import type { EarlierFolder, OutputFile } from "../formats/format.ts";
import {
  type StatedData,
  statedInJson,
  statedInTables,
  type Uncorrected,
  uncorrected,
} from "./uncorrected.ts";

/** What was read of a city's tables, and where each record stood. */
export interface ReadTables {
  readonly dataset: Dataset;
  readonly places: RecordPlaces;
}

/** The same of two folders, of which no rows are known. */
export function uncorrectedBetween(before: DatasetJson, after: DatasetJson): Issue[] {
  const now = statedInJson(after);
  return uncorrected(statedInJson(before), now).map((found) =>
    issueOf(found, before.release.version, now, () => undefined),
  );
}

/**
 * Values that are not what was published last, nor what the release before the current one says, with no row
 * in corrections.csv. A new year is none of them, nor is a value that was told to be unfinished.
 */
export function uncorrectedIssues({ dataset, places }: ReadTables, earlier: EarlierFolder): Issue[] {
  const now = statedInTables(dataset);
  const told = new Map<string, Issue>();
  const rowOf = rowsOf(dataset, places);
  for (const { version, json } of publishedStates(dataset, earlier)) {
    for (const found of uncorrected(statedInJson(json), now)) {
      const { id } = found.before;
      if (!told.has(id)) told.set(id, issueOf(found, version, now, rowOf));
    }
  }
  return [...told.values()];
}

/** The place of a value's or a correction's row, by its ID. */
type RowOf = (id: string) => Place | undefined;

function rowsOf({ observations, corrections }: Dataset, places: RecordPlaces): RowOf {
  let known: Map<string, Place | undefined> | undefined;
  return (id) => {
    known ??= new Map<string, Place | undefined>([
      ...[...observations()].map((one) => [observationId(one), places.get(one)] as const),
      ...corrections.map((one) => [one.id, places.get(one)] as const),
    ]);
    return known.get(id);
  };
}

interface PublishedState {
  readonly version: string;
  readonly json: DatasetJson;
}

/** What lies at the top of the folder, then the release before the current one. */
function* publishedStates(dataset: Dataset, earlier: EarlierFolder): Iterable<PublishedState> {
  const { code } = dataset.municipality;
  const file = `${code}_dataset.json`;
  const top = publishedVersion(code, earlier);
  if (top !== undefined && earlier.paths.includes(file)) {
    const json = releasedJson(earlier.text(file));
    if (json) yield { version: top, json };
  }
  const before = releaseBefore(dataset, earlier);
  if (!before || before.path === file) return;
  const json = releasedJson(earlier.text(before.path));
  if (json) yield { version: before.release.version, json };
}

function issueOf(
  { kind, before, now, correction }: Uncorrected,
  version: string,
  { corrections }: StatedData,
  rowOf: RowOf,
): Issue {
  const details = { id: before.id, version, before: before.text || "—", found: now?.text || "—" };
  const values = { file: `observations/${before.year}.csv` };
  if (kind === "gone") return createIssue("published-value-gone", values, details);
  if (correction !== undefined) {
    const place = { file: "corrections.csv", ...rowOf(correction), column: "訂正前" };
    const from = corrections.find(({ id }) => id === correction)?.from || "—";
    return createIssue("published-value-not-corrected", place, { ...details, found: from });
  }
  const column = now?.meaning === "progress" ? "進捗状況" : "実績値";
  const place = { ...values, ...rowOf(before.id), column };
  return createIssue("published-value-changed", place, { ...details, column });
}

/** Names that had other letters where they have `?` now: what an older encoding makes of a letter it lacks. */
export function lostLetterIssues({ dataset, places }: ReadTables, earlier: EarlierFolder): Issue[] {
  const named = [
    ["indicators.csv", dataset.indicators, "indicators"],
    ["nodes.csv", dataset.nodes, "nodes"],
    ["units.csv", dataset.units, "units"],
    ["breakdowns.csv", dataset.breakdowns, "breakdowns"],
    ["sections.csv", dataset.sections, "sections"],
  ] as const;
  const told = new Map<string, Issue>();
  for (const { version, json } of publishedStates(dataset, earlier)) {
    for (const [file, records, list] of named) {
      for (const { id, name } of json[list] ?? []) {
        const record = records.get(id);
        if (!record || told.has(file + id) || !hasLostLetters(name.ja, record.name.ja)) continue;
        const place = { file, ...places.get(record), column: "名称" };
        const details = { found: record.name.ja, before: name.ja, version };
        told.set(file + id, createIssue("published-letter-lost", place, details));
      }
    }
  }
  return [...told.values()];
}

/** A letter beyond the first 65,536 (𠮷) becomes two question marks. */
function hasLostLetters(before: string, now: string): boolean {
  if (!now.includes("?") || before === now) return false;
  const pieces = now.split(/\?+/).map((piece) => piece.replace(/[\\^$.*+()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${pieces.join("[^\\x20-\\x7e]{1,8}")}$`, "u").test(before);
}

/** Where the folder holds the current release already, and its tables would now be others. */
export function republishedIssues({ dataset, places }: ReadTables, earlier: EarlierFolder): Issue[] {
  const current = dataset.releases.at(-1);
  const { code } = dataset.municipality;
  if (!current) return [];
  const kept = releaseFolder(current.version);
  const isKept = earlier.paths.includes(kept + checksumFile);
  if (!isKept && publishedVersion(code, earlier) !== current.version) return [];
  const sums = listedSums(earlier.text(isKept ? kept + checksumFile : checksumFile));
  const others = [...csvFormat.files(dataset, new Map())].filter(
    // A table that this release did not have yet takes nothing from it.
    (file) => sums.has(file.path) && sums.get(file.path) !== hashOf(file),
  );
  if (others.length === 0) return [];
  const files = others.map(({ path }) => path);
  const details = { found: current.version, files: files.join("、"), filesEn: files.join(", ") };
  const place = { file: "releases.csv", ...places.get(current), column: "版" };
  return [createIssue("published-release-changed", place, details)];
}

function hashOf({ chunks }: OutputFile): string {
  const hash = sha256.create();
  for (const chunk of chunks as Iterable<string | Uint8Array>) {
    hash.update(typeof chunk === "string" ? utf8ToBytes(chunk) : chunk);
  }
  return bytesToHex(hash.digest());
}
