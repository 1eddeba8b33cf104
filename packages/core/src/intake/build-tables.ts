// From items to the city's tables: IDs given once and kept, units and kinds gathered, every value with where it stood.

import type { Account } from "./account.ts";
import type { Asking } from "./asking.ts";
import { keyOf } from "./cell-text.ts";
import {
  askBase,
  askBetweenSurveys,
  askDash,
  askEvaluationYear,
  askOwnYear,
  askReferenceYear,
  askTargets,
  evaluationOwners,
  surveyCycle,
  yearOfNote,
} from "./common-questions.ts";
import { addCosts } from "./cost-rows.ts";
import { type Material, TablesDraft } from "./draft.ts";
import { addEvaluation } from "./evaluation-rows.ts";
import { IndicatorRows } from "./indicator-rows.ts";
import type { Item } from "./items.ts";
import { saysNoIndicator } from "./no-indicator.ts";
import { PlanRows } from "./plan-rows.ts";
import { addReference } from "./reference-rows.ts";
import { Relisted } from "./relisted.ts";
import { agrees, entryKey, overlaps, settleUnit, valuesKey } from "./same-items.ts";
import { addTargets } from "./target-rows.ts";
import type { TableRow } from "./types.ts";
import { unitKey } from "./units.ts";
import { ValueRows } from "./value-rows.ts";

export interface Built {
  readonly tables: ReadonlyMap<string, readonly TableRow[]>;
  readonly source: { readonly id: string; readonly title: string };
  readonly indicators: number;
  readonly nodes: number;
  readonly relisted: number;
  readonly years: readonly number[];
  readonly targetYears: readonly number[];
}

/** The tables that a folder has whether or not there is a row for them, in the order in which they are written. */
const files = [
  "levels.csv",
  "nodes.csv",
  "placements.csv",
  "sections.csv",
  "units.csv",
  "breakdowns.csv",
  "indicator-kinds.csv",
  "indicators.csv",
  "listings.csv",
  "breaks.csv",
  "targets.csv",
  "evaluation-schemes.csv",
  "evaluations.csv",
  "references.csv",
  "costs.csv",
  "acknowledgements.csv",
  "corrections.csv",
  "releases.csv",
];

export function buildTables(given: Omit<Material, "without">, account: Account, asking: Asking): Built {
  const without = given.items.filter(saysNoIndicator);
  const said = given.items.filter((item) => !saysNoIndicator(item));
  const material: Material = { ...given, items: said, without };
  const draft = new TablesDraft(material, account, asking);
  const planRows = new PlanRows(draft);
  const indicators = new IndicatorRows(draft, planRows);
  const values = new ValueRows(draft);
  const relisted = new Relisted(asking);
  const indicatorIds = new Map<Item, string>();
  let repeats = 0;
  for (const file of files) draft.table(file);
  planRows.askUnits();
  const items = withoutRepeats();
  planRows.levels([...items, ...without]);
  for (const { plan, path, ...facts } of material.nodes) planRows.place(plan, path, facts);
  for (const { plan, path, section } of [...items, ...without]) planRows.place(plan, path, { section });
  values.ownYear = askOwnYear(items, asking);
  const cycles = new Map(
    items.flatMap((item) => {
      const cycle = surveyCycle(item);
      return cycle === undefined ? [] : [[item, cycle] as const];
    }),
  );
  const usualDash = askDash(
    items.filter((item) => !cycles.has(item)),
    asking,
    material.notes,
  );
  const between = askBetweenSurveys(cycles, asking);
  for (const [item, cycle] of cycles)
    if (between === "調査年でない" && cycle === 2) indicators.everySecondYear.add(item);
  const baseIsValue = askBase(items, asking);
  const scope = askTargets(items, asking);
  const evaluationYear = askEvaluationYear(items, asking, material.nodes);
  const referenceYear = askReferenceYear(items, asking);
  const owners = evaluationOwners(items);
  indicators.settle(items);
  relisted.askSame(items, draft.material.existing.get("indicators.csv") ?? []);
  for (const item of items) indicator(item, cycles.has(item) ? between : usualDash);
  for (const { plan, path, costs, evaluations } of material.nodes) {
    const node = planRows.place(plan, path, {});
    addCosts(draft, planRows, node, costs);
    for (const entry of evaluations) addEvaluation(draft, node, entry, evaluationYear);
  }
  indicators.listNone(without);
  return done();

  function withoutRepeats(): Item[] {
    const joined = new Map<string, Item>();
    const all: Item[] = [];
    for (const item of material.items) {
      const key = [
        item.plan,
        ...item.path.map(({ name }) => name),
        item.kind,
        item.name,
        unitKey(item.unit),
        item.code,
      ]
        .map(keyOf)
        .join("|");
      const before = joined.get(key);
      if (before && !overlaps(before, item)) before.entries.push(...item.entries);
      else if (before && agrees(before, item)) {
        // A list and a form of the same, or this year's report and the last: what both say stands once.
        const said = new Set(before.entries.map(entryKey));
        for (const entry of item.entries) {
          if (!said.has(entryKey(entry))) before.entries.push(entry);
          else if (entry.value.number !== undefined) draft.keep(entry, "再掲（同じ値）");
        }
        if (before.note === "") before.note = item.note;
      } else if (before && valuesKey(before) === valuesKey(item)) {
        for (const entry of item.entries) draft.keep(entry, "再掲（同じ値）");
      } else {
        joined.set(key, item);
        all.push(item);
      }
    }
    return all;
  }

  function indicator(item: Item, dash: string): void {
    const node = planRows.place(item.plan, item.path, { section: item.section });
    settleUnit(item);
    const original = relisted.original(item);
    const known = original ? indicatorIds.get(original) : undefined;
    const id = known ?? indicators.idOf(item, node);
    indicatorIds.set(item, id);
    if (known === undefined) relisted.tellTwin(item);
    relisted.remember(item);
    indicators.list(item, node, id, known !== undefined);
    if (known !== undefined) {
      repeats++;
      for (const entry of item.entries) {
        if (entry.kind === "evaluation" && owners.has(entry.scheme ?? ""))
          addEvaluation(draft, node, entry, evaluationYear);
        else if (entry.value.number !== undefined) draft.keep(entry, "再掲（同じ値）");
      }
      return;
    }
    values.add(item, id, dash, baseIsValue);
    addTargets(draft, item, id, scope);
    for (const entry of item.entries) {
      if (entry.kind === "evaluation" || entry.kind === "rate")
        addEvaluation(draft, owners.has(entry.scheme ?? "") ? node : id, entry, evaluationYear);
      else if (entry.kind === "reference")
        addReference(draft, id, entry, yearOfNote(item.note) ?? referenceYear);
    }
  }

  function done(): Built {
    const years = new Set<number>();
    const targetYears = new Set<number>();
    for (const file of draft.tables.keys()) {
      const match = /^observations\/([0-9]{4})\.csv$/.exec(file);
      if (match) years.add(Number(match[1]));
    }
    for (const row of draft.table("targets.csv").rows)
      if (row.目標年度) targetYears.add(Number(row.目標年度));
    if (years.size === 0) {
      // A folder without any results still has the table of one year, to be filled.
      const year =
        items
          .flatMap(({ entries }) =>
            entries.flatMap((entry) => (entry.kind === "base" ? (entry.year ?? []) : [])),
          )
          .sort()
          .at(-1) ?? material.year;
      draft.table(`observations/${year}.csv`);
      years.add(year);
    }
    return {
      tables: new Map([...draft.tables].map(([file, { rows }]) => [file, rows])),
      source: draft.source,
      indicators: draft.table("indicators.csv").rows.length,
      nodes: draft.table("nodes.csv").rows.length,
      relisted: repeats,
      years: [...years].sort(),
      targetYears: [...targetYears].sort(),
    };
  }
}
