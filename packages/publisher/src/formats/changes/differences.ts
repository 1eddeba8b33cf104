// What changed from one state of a dataset to another: values, names, units, directions, breaks, targets.

import {
  amountText,
  bodyKind,
  bracketed,
  costId,
  type DatasetJson,
  type DifferenceJson,
  dateWords,
  doubtWords,
  type EvaluationJson,
  evaluationId,
  groupPrinted,
  type IndicatorJson,
  type NodeJson,
  noValueReasonText,
  type ObservationJson,
  pageWords,
  type Reader,
  type ReferenceJson,
  readingMarks,
  reasonWords,
  referenceId,
  sentences,
  type TargetJson,
  type TextJson,
  textFor,
  unitName as unitWord,
  writing,
} from "@shihyo/core";
import { basisPhrases, directionPhrases } from "./choice-words.ts";

/** One thing that changed, in the reader's words. */
export type Difference = Readonly<DifferenceJson>;

type DifferenceKind = Difference["kind"];

/** Two states of a dataset, and whom their differences are told to. */
interface States {
  readonly before: DatasetJson;
  readonly after: DatasetJson;
  readonly reader: Reader;
}

/** In the order of the report's indicators; values of one indicator stand together. */
export function differences(before: DatasetJson, after: DatasetJson, reader: Reader = "ja"): Difference[] {
  const states = { before, after, reader };
  return [
    ...pairs(before.indicators, after.indicators).flatMap(([old, now]) =>
      indicatorDifferences(states, old, now),
    ),
    ...pairs(before.nodes, after.nodes).flatMap(([old, now]) => nodeDifferences(states, old, now)),
    ...besideDifferences(states),
  ];
}

/** What readers of Japanese cannot see: the English of a name, a unit, a definition or a reason changed alone. */
export function englishDifferences(before: DatasetJson, after: DatasetJson): Difference[] {
  const found = onlyEnglish(before, after);
  const [old, now] = [narrowed(before, found), narrowed(after, found)];
  const keyOf = ({ kind, id, year }: Difference) => `${kind} ${id} ${year ?? ""}`;
  const inJapanese = new Set(differences(old, now).map(keyOf));
  return differences(old, now, "en")
    .filter((one) => !inJapanese.has(keyOf(one)))
    .map((one) => ({ ...one, language: "en" }));
}

/** The indicators and nodes, by ID, whose English is not what it was. */
function onlyEnglish(before: DatasetJson, after: DatasetJson): ReadonlySet<string> {
  const english = (dataset: DatasetJson) => {
    const units = new Map(dataset.units.map(({ id, name, singular }) => [id, [name.en, singular]]));
    return new Map([
      ...dataset.indicators.map(({ id, name, unit = "", definition, breaks = [] }) => {
        const texts = [name.en, definition?.en, units.get(unit), breaks.map(({ reason }) => reason.en)];
        return [id, JSON.stringify(texts)] as const;
      }),
      ...dataset.nodes.map(({ id, name }) => [id, JSON.stringify(name.en)] as const),
    ]);
  };
  const old = english(before);
  return new Set(
    [...english(after)].flatMap(([id, texts]) => (old.get(id) === texts || !old.has(id) ? [] : id)),
  );
}

/** A dataset with those indicators and nodes alone. */
export function narrowed(dataset: DatasetJson, ids: ReadonlySet<string>): DatasetJson {
  return {
    ...dataset,
    indicators: dataset.indicators.filter(({ id }) => ids.has(id)),
    nodes: dataset.nodes.filter(({ id }) => ids.has(id)),
    evaluations: dataset.evaluations?.filter(({ subject }) => ids.has(subject)) ?? [],
    references: dataset.references?.filter(({ indicator }) => ids.has(indicator)) ?? [],
    costs: dataset.costs?.filter(({ node }) => ids.has(node)) ?? [],
  };
}

/** Old and new by ID: what is new in its own order, then what is no more. */
function pairs<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): (readonly [T | undefined, T | undefined])[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.map((item) => [old.get(item.id), item] as const),
    ...before.filter(({ id }) => !now.has(id)).map((item) => [item, undefined] as const),
  ];
}

function indicatorDifferences(
  states: States,
  old: IndicatorJson | undefined,
  now: IndicatorJson | undefined,
): Difference[] {
  const one = now ?? old;
  if (!one) return [];
  const { before, after, reader } = states;
  const { id } = one;
  const label = textFor(one.label, reader);
  if (!old || !now) {
    const whole = { kind: "indicator", change: old ? "removed" : "added", id, subject: id, label } as const;
    return [whole, ...valueDifferences(states, old, now, label)];
  }
  const of = (kind: DifferenceKind, from: string | undefined, to: string | undefined): Difference[] =>
    difference({ kind, id, subject: id, label, from, to, reason: reasonOf(after, id, to) });
  const said = (text: TextJson | undefined) => text && textFor(text, reader);
  return [
    ...of("name", said(old.name), said(now.name)),
    ...of("unit", unitName(before, old, reader), unitName(after, now, reader)),
    ...of("direction", directionWords(before, old, reader), directionWords(after, now, reader)),
    ...of("definition", said(old.definition), said(now.definition)),
    ...breakDifferences(old, now, label, reader),
    ...targetDifferences(states, old, now, label),
    ...valueDifferences(states, old, now, label),
  ];
}

function valueDifferences(
  { before, after, reader }: States,
  old: IndicatorJson | undefined,
  now: IndicatorJson | undefined,
  label: string,
): Difference[] {
  const subject = (now ?? old)?.id ?? "";
  return pairs(observationsOf(old), observationsOf(now)).flatMap(([was, is]) => {
    const { id, year, breakdown } = (is ?? was)!;
    // A unit that was renamed is told once, at the indicator, and not again for each of its values; nor is a note.
    if (was && is && isSameValue(was, is)) return [];
    const part = [...after.breakdowns, ...before.breakdowns].find((item) => item.id === breakdown)?.name;
    return difference({
      kind: "value",
      id,
      subject,
      label: part === undefined ? label : `${label} ${textFor(part, reader)}`,
      year,
      from: was && valueWords(before, old, was, reader),
      to: is && valueWords(after, now, is, reader),
      reason: reasonOf(after, id, is?.printed ?? is?.words),
    });
  });
}

function isSameValue(was: ObservationJson, is: ObservationJson): boolean {
  return (["printed", "words", "status", "reading"] as const).every((key) => was[key] === is[key]);
}

function observationsOf(
  indicator: IndicatorJson | undefined,
): (ObservationJson & { readonly year: number })[] {
  return (indicator?.years ?? []).flatMap(({ year, observations }) =>
    observations.map((observation) => ({ ...observation, year })),
  );
}

function breakDifferences(
  old: IndicatorJson,
  now: IndicatorJson,
  label: string,
  reader: Reader,
): Difference[] {
  const breaksOf = ({ breaks = [] }: IndicatorJson) =>
    breaks.map((item) => ({ ...item, id: `${now.id} ${item.before}/${item.after}` }));
  return pairs(breaksOf(old), breaksOf(now)).flatMap(([was, is]) => {
    const { after: year } = (is ?? was)!;
    return difference({
      kind: "break",
      id: now.id,
      subject: now.id,
      label,
      year,
      from: was && textFor(was.reason, reader),
      to: is && textFor(is.reason, reader),
    });
  });
}

function targetDifferences(
  { before, after, reader }: States,
  old: IndicatorJson,
  now: IndicatorJson,
  label: string,
): Difference[] {
  return pairs(old.targets ?? [], now.targets ?? []).flatMap(([was, is]) => {
    const { id, year } = (is ?? was)!;
    return difference({
      kind: "target",
      id,
      subject: now.id,
      label,
      ...(year === undefined ? {} : { year }),
      from: was && targetWords(before, old, was, reader),
      to: is && targetWords(after, now, is, reader),
    });
  });
}

/** In the words of cards and pages: 「基準（令和2年度）：90人　目標（令和8年度）：20人以上」. */
function targetWords(
  dataset: DatasetJson,
  indicator: IndicatorJson,
  target: TargetJson,
  reader: Reader,
): string {
  const { printed, upper, words = "", bound } = target;
  const yearName = (year: number | undefined) =>
    year === undefined ? "" : dateWords[reader].year(year, indicator.period === "calendar");
  const amount = (number: string) => withUnit(number, dataset, indicator, reader);
  const range = printed !== undefined && upper !== undefined;
  const base = target.basePrinted === undefined ? (target.baseWords ?? "") : amount(target.basePrinted);
  return sentences[reader].target({
    year: yearName(target.year),
    amount: range
      ? groupPrinted(printed) + writing[reader].range + amount(upper)
      : printed === undefined
        ? words
        : amount(printed),
    bound,
    isRank: indicator.shape === "rank",
    base: base === "" ? undefined : { when: target.baseYearText ?? yearName(target.baseYear), amount: base },
  });
}

function nodeDifferences(
  { reader }: States,
  old: NodeJson | undefined,
  now: NodeJson | undefined,
): Difference[] {
  const { id, name } = (now ?? old)!;
  const kind = old && now ? "name" : "node";
  return difference({
    kind,
    id,
    subject: id,
    label: textFor(name, reader),
    from: old && textFor(old.name, reader),
    to: now && textFor(now.name, reader),
  });
}

/** What the report says beside the values: its verdicts, values of elsewhere and costs, of a year each. */
function besideDifferences({ before, after, reader }: States): Difference[] {
  const named = new Map(
    [before, after].flatMap(({ indicators, nodes }) => [
      ...nodes.map(({ id, name }) => [id, textFor(name, reader)] as const),
      ...indicators.map(({ id, label }) => [id, textFor(label, reader)] as const),
    ]),
  );
  const changed = <T extends { readonly year: number }>(
    kind: DifferenceKind,
    rowsOf: (dataset: DatasetJson) => readonly T[],
    about: {
      readonly id: (row: T) => string;
      readonly subject: (row: T) => string;
      readonly says: (dataset: DatasetJson, row: T) => string;
      /** What the row names beside its subject: 全国, 事業費. */
      readonly name?: (dataset: DatasetJson, row: T) => string;
    },
  ): Difference[] => {
    const of = (dataset: DatasetJson) => rowsOf(dataset).map((row) => ({ id: about.id(row), row, dataset }));
    return pairs(of(before), of(after)).flatMap(([was, is]) => {
      const { id, row, dataset } = (is ?? was)!;
      const subject = about.subject(row);
      const label = named.get(subject) ?? subject;
      return difference({
        kind,
        id,
        subject,
        label: [label, about.name?.(dataset, row)].filter(Boolean).join(" "),
        year: row.year,
        from: was && about.says(before, was.row),
        to: is && about.says(after, is.row),
      });
    });
  };
  return [
    ...changed("evaluation", ({ evaluations = [] }) => evaluations, {
      id: evaluationId,
      subject: ({ subject }) => subject,
      says: (dataset, row) => evaluationWords(dataset, row, reader),
    }),
    ...changed("reference", ({ references = [] }) => references, {
      id: referenceId,
      subject: ({ indicator }) => indicator,
      name: (_, { name }) => name,
      says: (dataset, row) => referenceWords(dataset, row, reader),
    }),
    ...changed("cost", ({ costs = [] }) => costs, {
      id: costId,
      subject: ({ node }) => node,
      name: (_, { item, stage }) => item + bracketed(pageWords[reader].cityOwn.stages[stage], reader),
      says: (dataset, { amount, unit }) => withUnit(amount, dataset, { unit }, reader),
    }),
  ];
}

/** 「市の評価：A（総合評価）」. */
function evaluationWords(
  dataset: DatasetJson,
  { grade, scheme, rate }: EvaluationJson,
  reader: Reader,
): string {
  const name = dataset.grades?.find((one) => one.scheme === scheme && one.name.ja === grade)?.name;
  const body = bodyKind({ name: dataset.municipality.name, code: dataset.municipality.code });
  return sentences[reader].verdict({ grade, gradeEn: name?.en, scheme, rate, body });
}

/** A rank has no unit. */
function referenceWords(
  dataset: DatasetJson,
  { indicator: id, kind, printed, words = "" }: ReferenceJson,
  reader: Reader,
): string {
  if (printed === undefined) return words;
  const indicator = dataset.indicators.find((one) => one.id === id);
  return withUnit(printed, dataset, kind === "rank" ? undefined : indicator, reader);
}

interface Compared {
  readonly kind: DifferenceKind;
  readonly id: string;
  readonly subject: string;
  readonly label: string;
  readonly year?: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly reason?: string | undefined;
}

/** Nothing where nothing changed. */
function difference({ from, to, reason, ...rest }: Compared): Difference[] {
  if (from === to) return [];
  const change = from === undefined ? "added" : to === undefined ? "removed" : "changed";
  return [
    {
      ...rest,
      change,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(reason === undefined ? {} : { reason }),
    },
  ];
}

/** The latest correction of that thing that led to what stands there now. */
function reasonOf({ corrections }: DatasetJson, id: string, to: string | undefined): string | undefined {
  return corrections.findLast((one) => one.subject === id && one.to === to)?.reason;
}

function unitName({ units }: DatasetJson, { unit }: IndicatorJson, reader: Reader): string | undefined {
  const found = units.find(({ id }) => id === unit);
  return found && textFor(found.name, reader);
}

function directionWords(
  { municipality }: DatasetJson,
  { direction, directionBasis }: IndicatorJson,
  reader: Reader,
): string {
  const kind = bodyKind(municipality);
  const basis = directionBasis === undefined ? "" : basisPhrases[directionBasis][reader];
  return directionPhrases[direction][reader] + basis.replace("{body}", textFor(kind, reader));
}

/** `1,234人`, 「実施設計」, 「値なし（集計中）」; with its state where that is not final, its doubt and its note. */
function valueWords(
  dataset: DatasetJson,
  indicator: IndicatorJson | undefined,
  { printed, words, status, reading, note }: ObservationJson,
  reader: Reader,
): string {
  const name = dataset.statuses.find(({ id }) => id === status)?.name;
  const state = name ? textFor(name, reader) : status;
  const hasState = printed !== undefined && name?.ja !== "確定";
  const marks = [hasState ? state : "", reading === "certain" ? "" : readingMarks[reading][reader]];
  const doubt = doubtWords(marks.filter(Boolean), note ? [note] : [], reader);
  const aside = doubt && bracketed(doubt, reader);
  if (words !== undefined) return words + aside;
  if (printed === undefined) {
    const reason = reasonWords[name?.ja ?? ""];
    // The city's own word, where the reader reads Japanese.
    const why = reason && !writing[reader].isMain ? noValueReasonText(reason)[reader] : state;
    return pageWords[reader].differences.noValue(why) + aside;
  }
  return withUnit(printed, dataset, indicator, reader) + aside;
}

/** `1,234人`, `1,234 persons`, `1 person`. */
function withUnit(
  printed: string,
  { units }: DatasetJson,
  indicator: Pick<IndicatorJson, "unit"> | undefined,
  reader: Reader,
): string {
  const found = units.find(({ id }) => id === indicator?.unit);
  return amountText(groupPrinted(printed), found ? unitWord(found, printed, reader) : "", reader);
}
