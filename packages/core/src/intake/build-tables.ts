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
import { CostRows } from "./cost-rows.ts";
import { type Material, TablesDraft } from "./draft.ts";
import type { Entry } from "./entries.ts";
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

export function buildTables(material: Omit<Material, "without">, account: Account, asking: Asking): Built {
  const items = material.items.filter((item) => !saysNoIndicator(item));
  const without = material.items.filter(saysNoIndicator);
  return new Builder(new TablesDraft({ ...material, items, without }, account, asking)).build();
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

class Builder {
  private readonly draft: TablesDraft;
  private readonly plan: PlanRows;
  private readonly indicators: IndicatorRows;
  private readonly values: ValueRows;
  private readonly costs: CostRows;
  private readonly relisted: Relisted;
  private readonly indicatorIds = new Map<Item, string>();
  private repeats = 0;

  constructor(draft: TablesDraft) {
    this.draft = draft;
    this.plan = new PlanRows(draft);
    this.indicators = new IndicatorRows(draft, this.plan);
    this.values = new ValueRows(draft);
    this.costs = new CostRows(draft, this.plan);
    this.relisted = new Relisted(draft.asking);
  }

  build(): Built {
    for (const file of files) this.draft.table(file);
    this.plan.askUnits();
    const items = this.withoutRepeats();
    const { without } = this.draft.material;
    this.plan.levels([...items, ...without]);
    const placed = this.plan.nodeSources([...items, ...without]);
    for (const { plan, path, section, description, startYear, code } of placed) {
      this.plan.place(plan, path, {
        section,
        description,
        ...(startYear === undefined ? {} : { startYear }),
        ...(code ? { code } : {}),
      });
    }
    this.values.ownYear = askOwnYear(items, this.draft.asking);
    const cycles = new Map(
      items.flatMap((item) => {
        const cycle = surveyCycle(item);
        return cycle === undefined ? [] : [[item, cycle] as const];
      }),
    );
    const usualDash = askDash(
      items.filter((item) => !cycles.has(item)),
      this.draft.asking,
      this.draft.material.notes,
    );
    const between = askBetweenSurveys(cycles, this.draft.asking);
    for (const [item, cycle] of cycles)
      if (between === "調査年でない" && cycle === 2) this.indicators.everySecondYear.add(item);
    const baseIsValue = askBase(items, this.draft.asking);
    const scope = askTargets(items, this.draft.asking);
    const evaluationYear = askEvaluationYear(items, this.draft.asking, this.draft.material.nodes);
    const referenceYear = askReferenceYear(items, this.draft.asking);
    const owners = evaluationOwners(items);
    this.indicators.settle(items);
    this.relisted.askSame(items);
    for (const item of items) {
      const dash = cycles.has(item) ? between : usualDash;
      this.indicator(item, { dash, baseIsValue, scope, evaluationYear, referenceYear, owners });
    }
    for (const { plan, path, costs, evaluations } of this.draft.material.nodes) {
      const node = this.plan.place(plan, path, {});
      this.costs.add(node, costs);
      for (const entry of evaluations) addEvaluation(this.draft, node, entry, evaluationYear);
    }
    this.indicators.listNone(without);
    return this.done(items);
  }

  private withoutRepeats(): Item[] {
    const joined = new Map<string, Item>();
    const all: Item[] = [];
    for (const item of this.draft.material.items) {
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
          else if (entry.value.number !== undefined) this.draft.keep(entry, "再掲（同じ値）");
        }
        if (before.note === "") before.note = item.note;
      } else if (before && valuesKey(before) === valuesKey(item)) {
        for (const entry of item.entries) this.draft.keep(entry, "再掲（同じ値）");
      } else {
        joined.set(key, item);
        all.push(item);
      }
    }
    return all;
  }

  private indicator(
    item: Item,
    how: {
      dash: string;
      baseIsValue: boolean;
      scope: (item: Item, entry: Entry) => "年度" | "最終";
      evaluationYear: string;
      referenceYear: string;
      owners: ReadonlySet<string>;
    },
  ): void {
    const node = this.plan.place(item.plan, item.path, { section: item.section });
    settleUnit(item);
    const original = this.relisted.original(item);
    const known = original ? this.indicatorIds.get(original) : undefined;
    const id = known ?? this.indicators.idOf(item, node);
    this.indicatorIds.set(item, id);
    if (known === undefined) this.relisted.tellTwin(item);
    this.relisted.remember(item);
    this.indicators.list(item, node, id, known !== undefined);
    if (known !== undefined) {
      this.repeats++;
      for (const entry of item.entries) {
        if (entry.kind === "evaluation" && how.owners.has(entry.scheme ?? ""))
          addEvaluation(this.draft, node, entry, how.evaluationYear);
        else if (entry.value.number !== undefined) this.draft.keep(entry, "再掲（同じ値）");
      }
      return;
    }
    this.values.add(item, id, how.dash, how.baseIsValue);
    addTargets(this.draft, item, id, how.scope);
    for (const entry of item.entries) {
      if (entry.kind === "evaluation" || entry.kind === "rate")
        addEvaluation(this.draft, how.owners.has(entry.scheme ?? "") ? node : id, entry, how.evaluationYear);
      else if (entry.kind === "reference")
        addReference(this.draft, id, entry, yearOfNote(item.note) ?? how.referenceYear);
    }
  }

  private done(items: readonly Item[]): Built {
    const years = new Set<number>();
    const targetYears = new Set<number>();
    for (const file of this.draft.tables.keys()) {
      const match = /^observations\/([0-9]{4})\.csv$/.exec(file);
      if (match) years.add(Number(match[1]));
    }
    for (const row of this.draft.table("targets.csv").rows)
      if (row.目標年度) targetYears.add(Number(row.目標年度));
    if (years.size === 0) {
      // A folder without any results still has the table of one year, to be filled.
      const year =
        items
          .flatMap(({ entries }) =>
            entries.flatMap((entry) => (entry.kind === "base" ? (entry.year ?? []) : [])),
          )
          .sort()
          .at(-1) ?? this.draft.material.year;
      this.draft.table(`observations/${year}.csv`);
      years.add(year);
    }
    return {
      tables: new Map([...this.draft.tables].map(([file, { rows }]) => [file, rows])),
      source: this.draft.source,
      indicators: this.draft.table("indicators.csv").rows.length,
      nodes: this.draft.table("nodes.csv").rows.length,
      relisted: this.repeats,
      years: [...years].sort(),
      targetYears: [...targetYears].sort(),
    };
  }
}
