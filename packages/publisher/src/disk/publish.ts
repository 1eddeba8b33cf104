// One run: read a city, check it, write every format.

import { type Dataset, type Issue, isError, withoutBegunYears } from "@shihyo/core";
import type { WrittenFiles } from "../formats/format.ts";
import { Refusal } from "../refusal.ts";
import { formats } from "../release/all-formats.ts";
import { lostLetterIssues, republishedIssues, uncorrectedIssues } from "../release/check-release.ts";
import { folderOnDisk } from "./earlier-folder.ts";
import { prepareForLength } from "./long-run.ts";
import { isInside, standsAt } from "./place.ts";
import { readCity } from "./read-city.ts";
import { forget, inputDigest, remember, upToDate } from "./up-to-date.ts";
import { type OnFile, recover, writeFiles } from "./write-files.ts";

export interface Publication {
  readonly issues: readonly Issue[];
  /** Absent where an issue stopped the run; the published folder is then as it was. */
  readonly dataset?: Dataset;
  readonly written?: WrittenFiles;
  /** True where the folder already was what would have been written, and was left as it is. */
  readonly unchanged?: boolean;
}

export interface PublishOptions {
  /** Takes the place of the base in municipality.json. */
  readonly base?: string;
  /** Warnings stop the run as well. */
  readonly strict?: boolean;
  /** Told of each file that is written: its format, and how many there are by now. */
  readonly onFile?: OnFile;
}

/** Writes nothing when any issue is an error, so a published folder is always whole. */
export async function publish(data: string, out: string, options: PublishOptions = {}): Promise<Publication> {
  refuseNesting(data, out);
  await recover(out);
  const { dataset: read, issues: inTables, places, digest } = await readCity(data);
  if (!read || inTables.some(isError) || (options.strict && inTables.length > 0)) return { issues: inTables };
  const earlier = folderOnDisk(out);
  const tables = { dataset: read, places };
  const uncorrected = [...uncorrectedIssues(tables, earlier), ...lostLetterIssues(tables, earlier)];
  const shown = withoutBegunYears(read);
  const dataset =
    options.base === undefined
      ? shown
      : { ...shown, municipality: { ...shown.municipality, base: options.base } };
  const input = inputDigest(digest, dataset.municipality.base);
  const present = upToDate(out, input);
  const republished = present ? [] : republishedIssues({ dataset, places }, earlier);
  const issues = [...inTables, ...uncorrected, ...republished];
  if (options.strict && issues.length > 0) return { issues };
  if (present) return { issues, dataset, written: present, unchanged: true };
  await forget(out);
  prepareForLength(valuesIn(dataset));
  const written = await writeFiles(dataset, formats, out, options.onFile);
  await remember(out, input);
  return { issues, dataset, written };
}

/** What is held and written of each year: results, and what the report says beside them. */
function valuesIn(dataset: Dataset): number {
  const { costs, evaluations, references, targets } = dataset;
  const results = [...dataset.observations()].length;
  return results + costs.length + evaluations.length + references.length + targets.length;
}

/** The published folder is replaced whole; the tables must not stand in it, by whatever link they are reached. */
function refuseNesting(data: string, out: string): void {
  const [from, to] = [standsAt(data), standsAt(out)];
  if (isInside(from, to) || isInside(to, from)) {
    throw new Refusal({
      ja: `書き出し先（${out}）と表のフォルダー（${data}）は、別々の場所にしてください。`,
      en: `The folder to write to (${out}) and the tables (${data}) must not lie in one another.`,
    });
  }
}
