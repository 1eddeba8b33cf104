// Finds values that differ from what was published although no correction says so.

import {
  type Correction,
  type Dataset,
  type DatasetJson,
  type FiscalYear,
  formatDecimal,
  isSameCell,
  observationId,
  type StatusMeaning,
  statusMeaning,
  statusMeaningWords,
} from "@shihyo/core";

/** One value, as it stood or stands. */
interface StatedValue {
  /** `K0001FY2024`, `K0140FY2024B0001`. */
  readonly id: string;
  readonly year: FiscalYear;
  /** The number as printed, or the words; empty where there is none. */
  readonly text: string;
  /** The unit's name, which a correction may write after the number. */
  readonly unit: string | undefined;
  /** Its state, or why there is none. */
  readonly meaning: StatusMeaning | undefined;
}

/** A state of a city's data: its values by ID, and its corrections in the order of their table. */
export interface StatedData {
  readonly values: ReadonlyMap<string, StatedValue>;
  readonly corrections: readonly Pick<Correction, "id" | "subject" | "property" | "from" | "to">[];
}

export interface Uncorrected {
  /** `correction`: there is one, but it begins with another value than was published. */
  readonly kind: "changed" | "gone" | "correction";
  readonly before: StatedValue;
  /** Absent where it is gone. */
  readonly now?: StatedValue;
  /** The ID of the correction that does not fit. */
  readonly correction?: string;
}

/** A value that was told to be unfinished is finished, not corrected: 集計中, 速報, 推計. */
const unfinished: ReadonlySet<StatusMeaning | undefined> = new Set<StatusMeaning>([
  "pending",
  "provisional",
  "estimated",
]);
const valueColumns: readonly string[] = ["実績値", "進捗状況"];

export function uncorrected(before: StatedData, now: StatedData): Uncorrected[] {
  const known = new Set(before.corrections.map(({ id }) => id));
  const since = now.corrections.filter(
    ({ id, property }) => !known.has(id) && valueColumns.includes(property),
  );
  return [...before.values.values()].flatMap((old): Uncorrected[] => {
    const value = now.values.get(old.id);
    if (unfinished.has(old.meaning)) return [];
    if (!value) return [{ kind: "gone", before: old }];
    if (isSameCell(old.text, value.text)) return [];
    const own = since.filter(({ subject }) => subject === old.id);
    const [first] = own;
    if (!first) return [{ kind: "changed", before: old, now: value }];
    const isRight = own.some(({ from }) => isSameCell(from, old.text, old.unit)) || old.text === "";
    return isRight ? [] : [{ kind: "correction", before: old, now: value, correction: first.id }];
  });
}

/** What a published folder, or its JSON, states. */
export function statedInJson({ indicators, statuses, units, corrections }: DatasetJson): StatedData {
  const names = new Map(statuses.map(({ id, name }) => [id, name.ja]));
  const unitNames = new Map(units.map(({ id, name }) => [id, name.ja]));
  const values = indicators.flatMap(({ unit, years }) =>
    years.flatMap(({ year, observations }) =>
      observations.map(({ id, printed, words, status }): StatedValue => {
        const meaning = statusMeaningWords[names.get(status) ?? ""];
        return { id, year, text: printed ?? words ?? "", unit: unitNames.get(unit ?? ""), meaning };
      }),
    ),
  );
  return { values: new Map(values.map((value) => [value.id, value])), corrections };
}

/** What a city's tables state. */
export function statedInTables(dataset: Dataset): StatedData {
  const values = new Map<string, StatedValue>();
  for (const observation of dataset.observations()) {
    const { year, value, status } = observation;
    const id = observationId(observation);
    const text =
      value.kind === "number" ? formatDecimal(value.number) : value.kind === "words" ? value.words : "";
    const unit = dataset.units.get(dataset.indicators.get(observation.indicator)?.unit ?? "")?.name.ja;
    values.set(id, { id, year, text, unit, meaning: statusMeaning(value, status) });
  }
  return { values, corrections: dataset.corrections };
}
