// A city's folder to the model: every table read, every issue met on the way, the checks included.

import { acknowledge } from "../check/acknowledge.ts";
import { checkTables } from "../check/check-tables.ts";
import { createIssue, type Issue, isError } from "../check/issue.ts";
import { createDataset, type Dataset, type Tables } from "../model/dataset.ts";
import { firstYear, lastYear } from "../model/fiscal-year.ts";
import { besideFinals } from "../model/target.ts";
import { acknowledgementsTable } from "./acknowledgements.ts";
import { activitiesFolder, activitiesTable, leftOutTable } from "./activities.ts";
import { correctionsTable } from "./corrections.ts";
import { readMunicipality, readSources } from "./document.ts";
import { costsTable, evaluationsTable, gradesTable, referencesTable } from "./evaluations.ts";
import { breakdownsTable, indicatorsTable, listingsTable, unitsTable } from "./indicators.ts";
import { indicatorKindsTable, levelsTable } from "./levels.ts";
import { inCurrentFormat, readFormat, tablesNotYetIn } from "./migrations.ts";
import { breaksTable, observationsTable } from "./observations.ts";
import { nodesTable, placementsTable, sectionsTable } from "./plan.ts";
import { releasesTable } from "./releases.ts";
import { statusesTable, statusScheme } from "./statuses.ts";
import { type RecordPlaces, readTable, type Sheet, type Table } from "./table.ts";
import { targetsTable } from "./targets.ts";

/** A folder's files, taken apart but not yet understood. */
export interface CityFolder {
  /** By file below the folder: `nodes.csv`, `observations/2024.csv`. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** `municipality.json`, `sources.json`, parsed. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** What went wrong while taking them apart; those files stand in neither map. */
  readonly issues: readonly Issue[];
}

export interface ReadResult {
  /** Absent where any issue is an error. */
  readonly dataset?: Dataset;
  readonly issues: readonly Issue[];
  /** How many warnings stand in acknowledgements.csv and are not told again. */
  readonly acknowledged: number;
  /** Where each record of the dataset stood, for whoever finds something about it later. */
  readonly places: RecordPlaces;
}

/** Tables with fixed names; observations have one file a year beside them. */
export const fixedTables: readonly Table<object>[] = [
  levelsTable,
  nodesTable([]),
  placementsTable,
  sectionsTable,
  unitsTable,
  breakdownsTable,
  indicatorKindsTable,
  statusesTable,
  indicatorsTable([]),
  listingsTable,
  breaksTable,
  targetsTable(() => undefined),
  gradesTable,
  evaluationsTable,
  referencesTable,
  costsTable,
  acknowledgementsTable,
  correctionsTable,
  releasesTable,
];

export const documentFiles: readonly string[] = ["municipality.json", "sources.json"];

export function readTables(given: CityFolder): ReadResult {
  const format = readFormat(given.documents.get("municipality.json"));
  const folder = { ...given, sheets: inCurrentFormat(given.sheets, format.format) };
  const issues: Issue[] = [...folder.issues];
  const places: RecordPlaces = new Map();
  const known = new Map<string, Set<string>>();
  const failed = new Set<object>();
  const broken = new Set(folder.issues.map(({ file }) => file));

  const read = <T extends object>(table: Table<T>): readonly T[] => {
    const sheet = folder.sheets.get(table.file);
    if (!sheet) {
      if (table.isOptional && !broken.has(table.file)) known.set(table.file, new Set());
      else if (!broken.has(table.file) && !notYet.has(table.file))
        issues.push(createIssue("file-missing", { file: table.file }));
      return [];
    }
    const reading = readTable(table, sheet, places);
    for (const issue of reading.issues) issues.push(issue);
    // A table without its IDs knows nothing; that is told once, and not again for every row that refers to it.
    const hasIds = table.idColumn === undefined || sheet.header.includes(table.idColumn);
    if (sheet.header.length > 0 && hasIds) known.set(table.file, new Set(reading.ids));
    for (const record of reading.failed) failed.add(record);
    return reading.records;
  };
  const document = (file: string): unknown => {
    if (!folder.documents.has(file) && !broken.has(file)) issues.push(createIssue("file-missing", { file }));
    return folder.documents.get(file);
  };

  const municipalityDocument = document("municipality.json");
  const sourcesDocument = document("sources.json");
  issues.push(...format.issues);
  const notYet = tablesNotYetIn(format.format);
  const municipality =
    municipalityDocument === undefined ? undefined : readMunicipality(municipalityDocument, issues);
  const sources = sourcesDocument === undefined ? [] : readSources(sourcesDocument, issues, places);
  // Of a document that cannot be read, nobody knows which sources it names.
  if (sourcesDocument !== undefined) known.set("sources.json", new Set(sources.map(({ id }) => id)));

  const levels = read(levelsTable);
  const indicatorKinds = read(indicatorKindsTable);
  const indicators = read(indicatorsTable(indicatorKinds));
  const decimals = new Map(indicators.map((indicator) => [indicator.id, indicator.decimals]));
  const years = observationYears(folder, issues);
  const observations = years.flatMap((year) => read(observationsTable(year, (id) => decimals.get(id))));
  const givenStatuses = read(statusesTable);
  for (const status of givenStatuses) {
    const first = givenStatuses.find(({ meaning }) => meaning === status.meaning);
    if (!first || first === status || failed.has(status)) continue;
    const place = { file: statusesTable.file, ...places.get(status), column: "名称" };
    const details = { found: status.name.ja, first: first.id, second: status.id };
    issues.push(createIssue("duplicate-status", place, details));
  }
  const rest = {
    sources,
    levels,
    nodes: read(nodesTable(levels)),
    placements: read(placementsTable),
    sections: read(sectionsTable),
    indicatorKinds,
    indicators,
    units: read(unitsTable),
    breakdowns: read(breakdownsTable),
    statuses: statusScheme(givenStatuses, observations),
    listings: read(listingsTable),
    observations,
    breaks: read(breaksTable),
    activities: yearsOf(folder, activitiesFolder, ".csv", issues).flatMap((year) =>
      read(activitiesTable(year)),
    ),
    leftOut: yearsOf(folder, activitiesFolder, leftOutEnding, issues).flatMap((year) =>
      read(leftOutTable(year)),
    ),
    targets: besideFinals(read(targetsTable((id) => decimals.get(id)))),
    grades: read(gradesTable),
    evaluations: read(evaluationsTable),
    references: read(referencesTable),
    costs: read(costsTable),
    acknowledgements: read(acknowledgementsTable),
    corrections: read(correctionsTable),
    releases: read(releasesTable),
  } satisfies Omit<Tables, "municipality">;

  const cell = cellsOf(folder, places);
  for (const issue of checkTables(rest, { places, known, years, cell, failed })) issues.push(issue);
  const { issues: left, acknowledged } = acknowledge(issues, rest.acknowledgements, places);
  const sorted = sortIssues(left);
  if (!municipality || sorted.some(isError)) return { issues: sorted, acknowledged, places };
  return { dataset: createDataset({ municipality, ...rest }), issues: sorted, acknowledged, places };
}

/** The cells of a record's row as they stand in its file. */
function cellsOf(
  { sheets }: CityFolder,
  places: RecordPlaces,
): (record: object, column: string) => string | undefined {
  const rowsOf = new Map<Sheet, ReadonlyMap<number, readonly string[]>>();
  const rowOf = (sheet: Sheet, row: number | undefined) => {
    const rows = rowsOf.get(sheet) ?? new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
    rowsOf.set(sheet, rows);
    return rows.get(row ?? 0);
  };
  return (record, column) => {
    const place = places.get(record);
    const sheet = sheets.get(place?.file ?? "");
    const index = sheet?.header.indexOf(column) ?? -1;
    if (!sheet || index < 0) return undefined;
    return rowOf(sheet, place?.row)?.[index] ?? "";
  };
}

/** The years of the files in observations/, oldest first. */
function observationYears(folder: CityFolder, issues: Issue[]): number[] {
  const isThere = [...folder.sheets.keys()].some((file) => file.startsWith("observations/"));
  if (!isThere) issues.push(createIssue("file-missing", { file: "observations/2024.csv" }));
  return yearsOf(folder, "observations/", ".csv", issues);
}

const leftOutEnding = "-left-out.csv";

/** The years of a folder's files `2024.csv` (or `2024-left-out.csv`), oldest first. */
function yearsOf({ sheets }: CityFolder, folder: string, ending: string, issues: Issue[]): number[] {
  return [...sheets.keys()]
    .filter((file) => file.startsWith(folder) && file.endsWith(ending))
    .filter((file) => ending === leftOutEnding || !file.endsWith(leftOutEnding))
    .flatMap((file) => {
      const name = file.slice(folder.length, -ending.length);
      if (!/^[0-9]{4}$/.test(name)) {
        issues.push(createIssue("not-a-year", { file }, { found: name }));
        return [];
      }
      const year = Number.parseInt(name, 10);
      if (year < firstYear || year > lastYear) {
        const expected = `${firstYear}〜${lastYear}`;
        issues.push(createIssue("year-out-of-range", { file }, { found: name, expected }));
      }
      return [year];
    })
    .toSorted((a, b) => a - b);
}

/** By file, then row; what concerns a whole file first. */
function sortIssues(issues: readonly Issue[]): Issue[] {
  return issues.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.row ?? 0) - (b.row ?? 0),
  );
}
