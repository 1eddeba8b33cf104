// The rules of what happened to the data: corrections agree with the tables and with one another, releases follow one another.

import type { Correction } from "../model/correction.ts";
import { groupBy } from "../model/group-by.ts";
import { observationId } from "../model/observation.ts";
import type { Release } from "../model/release.ts";
import { targetId } from "../model/target.ts";
import type { Issue } from "./issue.ts";
import { at, type CheckedTables, type Context, type Rule } from "./rule.ts";
import { isSameCell } from "./same-cell.ts";

/** What a correction may be about: the rows that bear that ID (several, where a value was printed again). */
interface Subject {
  readonly rows: readonly object[];
  /** The unit of its number, so that 「48.5%」 is understood as 48.5. */
  readonly unit?: string | undefined;
}

/** A number, and words in its place, are two columns of one value. */
const valueColumns: readonly string[] = ["実績値", "進捗状況"];
/** What was counted, aimed at or graded does not change but by a correction; names and notes do. */
const resultColumns: readonly string[] = [
  ...valueColumns,
  "値の状態",
  "値なしの理由",
  "目標値",
  "目標状況",
  "基準値",
  "評価",
];

function* correctionsAreTrue(tables: CheckedTables, context: Context): Iterable<Issue> {
  const { corrections, releases } = tables;
  if (corrections.length === 0) return;
  const newest =
    releases
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? "";
  for (const correction of corrections) {
    const { date, from, to } = correction;
    if (from === to)
      yield at(context, correction, "correction-changes-nothing", "訂正後", { found: orDash(to) });
    // Without a release there is nothing to be before; that is told on its own.
    if (newest !== "" && date > newest) {
      yield at(context, correction, "correction-after-release", "日付", { found: date, newest });
    }
  }
  const subjects = subjectsOf(tables);
  const places = groupBy(corrections, ({ subject, property }) => `${subject} ${property}`);
  for (const ofPlace of places.values()) {
    const inOrder = ofPlace.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const last = inOrder.at(-1);
    const subject = last && subjects.get(last.subject);
    yield* chainHolds(inOrder, subject?.unit, context);
    if (last && subject) yield* standsInTheTables(last, subject, tables, context);
  }
}

/** Each correction of one place begins where the one before it ended. */
function* chainHolds(
  inOrder: readonly Correction[],
  unit: string | undefined,
  context: Context,
): Iterable<Issue> {
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder[index - 1];
    if (!earlier || isSameCell(earlier.to, later.from, unit)) continue;
    const details = { found: orDash(later.from), before: orDash(earlier.to), earlier: earlier.id };
    yield at(context, later, "correction-chain-broken", "訂正前", details);
  }
}

/** What the newest correction of a place says stands there now. */
function* standsInTheTables(
  correction: Correction,
  subject: Subject,
  tables: CheckedTables,
  context: Context,
): Iterable<Issue> {
  const { property, to } = correction;
  const present = subject.rows.flatMap((row) => textsOf(row, property, tables, context));
  const [shown] = present;
  if (shown === undefined) {
    const file = context.places.get(subject.rows[0] ?? {})?.file ?? "";
    yield at(context, correction, "correction-column-unknown", "項目", { found: property, table: file });
    return;
  }
  if (present.some((text) => isSameCell(text, to, subject.unit))) return;
  // A number that gave way to words, or words to a number, was corrected in the other column as well.
  const isTakenUp = tables.corrections.some(
    (other) =>
      valueColumns.includes(property) &&
      valueColumns.includes(other.property) &&
      other.property !== property &&
      other.subject === correction.subject &&
      other.date >= correction.date &&
      isSameCell(other.from, to, subject.unit),
  );
  if (isTakenUp) return;
  const code = resultColumns.includes(property)
    ? "correction-contradicts-value"
    : "correction-differs-from-text";
  yield at(context, correction, code, "訂正後", {
    found: orDash(to),
    now: orDash(shown),
    id: correction.subject,
  });
}

/**
 * What a row's cell may be called in a correction; nothing where its table has no such column. Of a column of
 * IDs (単位ID) the name does as well, and so does the column's name without ID.
 */
function textsOf(row: object, property: string, tables: CheckedTables, { cell }: Context): readonly string[] {
  const found = cell(row, property) ?? cell(row, `${property}ID`);
  if (found === undefined) return [];
  if (!valueColumns.includes(property)) {
    const isId = property.endsWith("ID") || cell(row, property) === undefined;
    const name = isId ? nameOf(found, tables) : undefined;
    return name === undefined ? [found] : [found, name];
  }
  const shown = valueColumns.map((column) => cell(row, column) ?? "").filter((text) => text !== "");
  if (shown.length > 0) return shown;
  // Of a value that was withdrawn, a correction may say nothing, or why there is none.
  const reason = cell(row, "値なしの理由") ?? "";
  return ["", "—", "値なし", reason, `値なし（${reason}）`];
}

function nameOf(id: string, { units, nodes, sections, breakdowns }: CheckedTables): string | undefined {
  return [...units, ...nodes, ...sections, ...breakdowns].find((item) => item.id === id)?.name.ja;
}

/** An empty cell, in a sentence. */
function orDash(text: string): string {
  return text === "" ? "—" : text;
}

function subjectsOf(tables: CheckedTables): ReadonlyMap<string, Subject> {
  const { observations, activities, targets, nodes, indicators, listings, units, breakdowns } = tables;
  const unitNames = new Map(units.map(({ id, name }) => [id, name.ja]));
  const unitOf = new Map(indicators.map(({ id, unit }) => [id, unitNames.get(unit ?? "")]));
  const subjects = new Map<string, Subject>();
  for (const [id, rows] of groupBy(observations, observationId)) {
    subjects.set(id, { rows, unit: unitOf.get(rows[0]?.indicator ?? "") });
  }
  for (const target of targets) {
    subjects.set(targetId(target), { rows: [target], unit: unitOf.get(target.indicator) });
  }
  for (const activity of activities) {
    subjects.set(activity.id, { rows: [activity], unit: unitNames.get(activity.unit ?? "") });
  }
  for (const row of [...nodes, ...indicators, ...listings, ...units, ...breakdowns]) {
    subjects.set(row.id, { rows: [row] });
  }
  return subjects;
}

/** A release is one version, named once, not before the one above it, with a name that comes after it. */
function* releasesFollow({ releases }: CheckedTables, context: Context): Iterable<Issue> {
  const first = new Map<string, Release>();
  for (const [index, release] of releases.entries()) {
    const { version, date } = release;
    const same = first.get(version);
    if (same) {
      const row = context.places.get(same)?.row ?? 0;
      yield at(context, release, "duplicate-release", "版", { found: version, first: row });
      continue;
    }
    first.set(version, release);
    const above = releases[index - 1];
    if (!above) continue;
    if (date < above.date) {
      yield at(context, release, "release-before-earlier", "日付", { found: date, before: above.date });
    } else if (compareVersions(version, above.version) <= 0) {
      const details = { found: version, before: above.version };
      yield at(context, release, "release-version-falls", "版", details);
    }
  }
}

/** Part by part, numbers as numbers: 1.10 comes after 1.9, and 2025-08-01-2 after 2025-08-01. */
function compareVersions(a: string, b: string): number {
  const [one, other] = [a, b].map((version) => version.match(/[0-9]+|[A-Za-z]+/g) ?? []);
  for (const [index, part] of (one ?? []).entries()) {
    const against = other?.[index];
    if (against === undefined) return 1;
    if (part === against) continue;
    const difference = Number(part) - Number(against);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (Number.isNaN(difference)) return part < against ? -1 : 1;
  }
  return (one?.length ?? 0) - (other?.length ?? 0);
}

export const historyRules: readonly Rule[] = [correctionsAreTrue, releasesFollow];
