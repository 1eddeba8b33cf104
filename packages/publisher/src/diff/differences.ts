// What changed from one state of a dataset to another: values, names, units, directions, breaks, targets.

import type {
  DatasetJson,
  IndicatorJson,
  NodeJson,
  ObservationJson,
  TargetJson,
  TextJson,
} from "@shihyo/core";

type DifferenceKind =
  | "value"
  | "indicator"
  | "name"
  | "unit"
  | "direction"
  | "definition"
  | "break"
  | "target"
  | "node";

export interface Difference {
  readonly kind: DifferenceKind;
  readonly change: "added" | "changed" | "removed";
  /** `K0001FY2024`, `K0001`, `K0001T2026`, `J0001`. */
  readonly id: string;
  /** What it is called, in its newer state. */
  readonly label: string;
  readonly year?: number;
  /** In words for people; absent where there was, or is, nothing. */
  readonly from?: string;
  readonly to?: string;
  /** Why, where corrections.csv says so. */
  readonly reason?: string;
}

/** In the order of the report's indicators; values of one indicator stand together. */
export function differences(before: DatasetJson, after: DatasetJson): Difference[] {
  return [
    ...pairs(before.indicators, after.indicators).flatMap(([old, now]) =>
      indicatorDifferences(before, after, old, now),
    ),
    ...pairs(before.nodes, after.nodes).flatMap(([old, now]) => nodeDifferences(old, now)),
  ];
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
  before: DatasetJson,
  after: DatasetJson,
  old: IndicatorJson | undefined,
  now: IndicatorJson | undefined,
): Difference[] {
  const one = now ?? old;
  if (!one) return [];
  const { id } = one;
  const label = one.label.ja;
  if (!old || !now) {
    const whole = { kind: "indicator", change: old ? "removed" : "added", id, label } as const;
    return [whole, ...valueDifferences(before, after, old, now, label)];
  }
  const of = (kind: DifferenceKind, from: string | undefined, to: string | undefined): Difference[] =>
    difference({ kind, id, label, from, to, reason: reasonOf(after, id, to) });
  return [
    ...of("name", old.name.ja, now.name.ja),
    ...of("unit", unitName(before, old), unitName(after, now)),
    ...of("direction", directionWords(old), directionWords(now)),
    ...of("definition", old.definition?.ja, now.definition?.ja),
    ...breakDifferences(old, now, label),
    ...targetDifferences(old, now, label, unitName(after, now) ?? ""),
    ...valueDifferences(before, after, old, now, label),
  ];
}

function valueDifferences(
  before: DatasetJson,
  after: DatasetJson,
  old: IndicatorJson | undefined,
  now: IndicatorJson | undefined,
  label: string,
): Difference[] {
  return pairs(observationsOf(old), observationsOf(now)).flatMap(([was, is]) => {
    const { id, year, breakdown } = (is ?? was)!;
    // A unit that was renamed is told once, at the indicator, and not again for each of its values.
    if (was && is && was.printed === is.printed && was.words === is.words && was.status === is.status)
      return [];
    const part = [...after.breakdowns, ...before.breakdowns].find((item) => item.id === breakdown)?.name.ja;
    return difference({
      kind: "value",
      id,
      label: part === undefined ? label : `${label} ${part}`,
      year,
      from: was && valueWords(before, old, was),
      to: is && valueWords(after, now, is),
      reason: reasonOf(after, id, is?.printed ?? is?.words),
    });
  });
}

function observationsOf(
  indicator: IndicatorJson | undefined,
): (ObservationJson & { readonly year: number })[] {
  return (indicator?.years ?? []).flatMap(({ year, observations }) =>
    observations.map((observation) => ({ ...observation, year })),
  );
}

function breakDifferences(old: IndicatorJson, now: IndicatorJson, label: string): Difference[] {
  const breaksOf = ({ breaks = [] }: IndicatorJson) =>
    breaks.map((item) => ({ ...item, id: `${now.id} ${item.before}/${item.after}` }));
  return pairs(breaksOf(old), breaksOf(now)).flatMap(([was, is]) => {
    const { after: year } = (is ?? was)!;
    return difference({
      kind: "break",
      id: now.id,
      label,
      year,
      from: was?.reason.ja,
      to: is?.reason.ja,
      reason: undefined,
    });
  });
}

function targetDifferences(
  old: IndicatorJson,
  now: IndicatorJson,
  label: string,
  unit: string,
): Difference[] {
  const words = (target: TargetJson | undefined) =>
    target && (target.printed === undefined ? target.words : `${grouped(target.printed)}${unit}`);
  return pairs(old.targets ?? [], now.targets ?? []).flatMap(([was, is]) => {
    const { id, year } = (is ?? was)!;
    return difference({
      kind: "target",
      id,
      label,
      year,
      from: words(was),
      to: words(is),
      reason: undefined,
    });
  });
}

function nodeDifferences(old: NodeJson | undefined, now: NodeJson | undefined): Difference[] {
  const { id, name } = (now ?? old)!;
  const kind = old && now ? "name" : "node";
  return difference({
    kind,
    id,
    label: (name as TextJson).ja,
    from: old?.name.ja,
    to: now?.name.ja,
    reason: undefined,
  });
}

interface Compared {
  readonly kind: DifferenceKind;
  readonly id: string;
  readonly label: string;
  readonly year?: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly reason: string | undefined;
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

function unitName({ units }: DatasetJson, { unit }: IndicatorJson): string | undefined {
  return units.find(({ id }) => id === unit)?.name.ja;
}

const directions = { increase: "増加", decrease: "減少", keep: "維持", none: "判断しない" } as const;

function directionWords({ direction, directionBasis }: IndicatorJson): string {
  const basis = directionBasis === "city" ? "（市）" : directionBasis === "estimated" ? "（推定）" : "";
  return `${directions[direction]}${basis}`;
}

/** `1,234人`, 「実施設計」, 「値なし（集計中）」; with its state where that is not final. */
function valueWords(
  dataset: DatasetJson,
  indicator: IndicatorJson | undefined,
  { printed, words, status }: ObservationJson,
): string {
  const state = dataset.statuses.find(({ id }) => id === status)?.name.ja ?? status;
  if (words !== undefined) return words;
  if (printed === undefined) return `値なし（${state}）`;
  const unit = (indicator && unitName(dataset, indicator)) ?? "";
  return `${grouped(printed)}${unit}${state === "確定" ? "" : `（${state}）`}`;
}

/** A comma every three digits, left of the point. */
function grouped(printed: string): string {
  const [whole = "", fraction] = printed.split(".");
  const shown = whole.replace(/\B(?=([0-9]{3})+$)/g, ",");
  return fraction === undefined ? shown : `${shown}.${fraction}`;
}
