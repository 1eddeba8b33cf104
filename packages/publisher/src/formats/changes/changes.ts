// What changed since the release before, as the published folder keeps it: worked out once a run, told in groups.

import {
  type ChangeCountJson,
  type ChangesJson,
  type Correction,
  type Dataset,
  datasetJson,
  dateWords,
  forReaders,
  type Phrase,
  pagePhrases,
  pageWords,
  type Reader,
  type Release,
  readsTranslation,
} from "@shihyo/core";
import type { Folders } from "../format.ts";
import { type Difference, differences, englishDifferences, narrowed } from "./differences.ts";
import { releaseBefore, releasedJson } from "./kept-dataset.ts";

/** `first`: nothing was published before. `unknown`: something was, but this folder does not hold it. */
export type Changes =
  | { readonly kind: "first" }
  | { readonly kind: "unknown" }
  | {
      readonly kind: "known";
      /** The release that is compared with the current one. */
      readonly before: Release;
      /** In the reader's words; those of the English alone are told to readers of English. */
      differences(reader: Reader): readonly Difference[];
      /** Those of the English alone. */
      readonly english: readonly Difference[];
      /** Years that have values for the first time. */
      readonly newYears: readonly number[];
      /** Corrections that were written down since. */
      readonly corrections: readonly Correction[];
    };

/** A run has one `Folders`, so what was compared once is not compared again. */
const compared = new WeakMap<Folders, Changes>();

export function changesSince(dataset: Dataset, folders: Folders | undefined): Changes {
  const known = folders && compared.get(folders);
  if (known) return known;
  const changes = compare(dataset, folders);
  if (folders) compared.set(folders, changes);
  return changes;
}

function compare(dataset: Dataset, folders: Folders | undefined): Changes {
  if (dataset.releases.length < 2) return { kind: "first" };
  const kept = folders && releaseBefore(dataset, folders.earlier);
  if (!folders || !kept) return { kind: "unknown" };
  const before = releasedJson(folders.earlier.text(kept.path));
  if (!before) return { kind: "unknown" };
  const after = datasetJson(dataset);
  const inJapanese = differences(before, after);
  const told = new Map<Reader, readonly Difference[]>([["ja", inJapanese]]);
  const english = englishDifferences(before, after);
  // What changed neither in Japanese nor in English is not compared again for the other readers.
  const changed = (reader: Reader) =>
    new Set([...inJapanese, ...(readsTranslation(reader) ? english : [])].map(({ subject }) => subject));
  const oldYears = new Set(before.years.map(({ year }) => year));
  const oldCorrections = new Set(before.corrections.map(({ id }) => id));
  return {
    kind: "known",
    before: kept.release,
    differences(reader) {
      const ids = changed(reader);
      const found = told.get(reader) ?? differences(narrowed(before, ids), narrowed(after, ids), reader);
      told.set(reader, found);
      return found;
    },
    english,
    newYears: dataset.years.filter((year) => !oldYears.has(year)),
    corrections: dataset.corrections.filter(({ id }) => !oldCorrections.has(id)),
  };
}

/** Differences of one kind, under one heading. */
export interface ChangeGroup {
  readonly title: Phrase;
  readonly items: readonly Difference[];
}

/** Values of a year that has none before; they are told by their number alone. */
export interface NewYear {
  readonly year: number;
  readonly title: Phrase;
  readonly count: number;
}

export interface ToldChanges {
  readonly newYears: readonly NewYear[];
  readonly groups: readonly ChangeGroup[];
  /** How many names, units and definitions changed in English alone; readers of English have them in the groups. */
  readonly english: number;
}

/** The differences as they are told: new years, then each kind that there is. */
export function tellChanges(changes: Extract<Changes, { kind: "known" }>, reader: Reader): ToldChanges {
  const found = changes.differences(reader);
  const years = new Set(changes.newYears);
  // The values of an indicator that came or went are told with it.
  const whole = new Set(found.flatMap(({ kind, subject }) => (kind === "indicator" ? [subject] : [])));
  const values = found.filter(({ kind }) => kind === "value");
  const single = values.filter(({ year, subject }) => !years.has(year ?? 0) && !whole.has(subject));
  const of = (kind: Difference["kind"], change?: Difference["change"]) =>
    (kind === "value" ? single : found).filter(
      (one) => one.kind === kind && (change === undefined || one.change === change),
    );
  return {
    newYears: changes.newYears.map((year) => ({
      year,
      title: newYearTitle(year),
      count: values.filter((one) => one.year === year).length,
    })),
    groups: [
      { title: titles.changed, items: of("value", "changed") },
      { title: titles.added, items: of("value", "added") },
      { title: titles.removed, items: of("value", "removed") },
      { title: titles.newIndicators, items: of("indicator", "added") },
      { title: titles.goneIndicators, items: of("indicator", "removed") },
      { title: titles.names, items: of("name") },
      { title: titles.units, items: of("unit") },
      { title: titles.definitions, items: of("definition") },
      { title: titles.directions, items: of("direction") },
      { title: titles.breaks, items: of("break") },
      { title: titles.targets, items: of("target") },
      { title: titles.nodes, items: of("node") },
      { title: titles.evaluations, items: of("evaluation") },
      { title: titles.references, items: of("reference") },
      { title: titles.costs, items: of("cost") },
    ].filter(({ items }) => items.length > 0),
    english: readsTranslation(reader) ? 0 : changes.english.length,
  };
}

/** 「2025-08-01版からの変更：令和6年度の実績値 257件、実績値の訂正 2件。」, for where there is one line. */
export function changesSentence(before: string, counts: readonly ChangeCountJson[]): string {
  if (counts.length === 0) return `${before}版から、実績値や名称に変わりはありません。`;
  return `${before}版からの変更：${counts.map(({ title, count }) => `${title} ${count}件`).join("、")}。`;
}

/** `releases/2026-08-01/changes.json`: what a release changed, kept with it. */
export function changesJson(version: string, changes: Extract<Changes, { kind: "known" }>): ChangesJson {
  const { newYears, groups, english } = tellChanges(changes, "ja");
  const count = (title: Phrase, number: number) => ({ title: title.ja, count: number });
  return {
    format: "shihyo-changes",
    formatVersion: 1,
    version,
    since: changes.before.version,
    counts: [
      ...newYears.map((one) => count(one.title, one.count)),
      ...groups.map(({ title, items }) => count(title, items.length)),
      ...(english > 0 ? [count(titles.english, english)] : []),
      ...(changes.corrections.length > 0 ? [count(titles.corrections, changes.corrections.length)] : []),
    ],
    differences: [...changes.differences("ja"), ...changes.english],
    corrections: changes.corrections.map(({ id }) => id),
  };
}

export const changesFile = "changes.json";

function newYearTitle(year: number): Phrase {
  return forReaders((reader) => pageWords[reader].changesFile.newYear(dateWords[reader].year(year)));
}

export const titles = pagePhrases((words) => words.changesFile.titles);
