// Every rule that a city's tables must pass together, beyond what one row can tell.

import { begunYears } from "../model/dataset.ts";
import { decimalToNumber, formatDecimal } from "../model/decimal.ts";
import { costId, evaluationId, referenceId } from "../model/evaluation.ts";
import { yearInterval } from "../model/fiscal-year.ts";
import type { Level } from "../model/level.ts";
import type { PlanNode } from "../model/node.ts";
import { type Observation, observationId } from "../model/observation.ts";
import { targetId } from "../model/target.ts";
import { isUnequalQudt } from "../tables/qudt.ts";
import { carefulRules } from "./careful.ts";
import { activityPlaceRules, activityValueRules } from "./check-activities.ts";
import { historyRules } from "./check-history.ts";
import { createIssue, type Issue, type IssueDetails, placeInWords } from "./issue.ts";
import type { IssueCode } from "./issue-codes.ts";
import { nodesInPolicyFields, sensitiveFields } from "./policy-fields.ts";
import { printedResultRules } from "./printed-results.ts";
import { at, type CheckedTables, type Context, type Rule, refers, repeats, rowOf } from "./rule.ts";

/**
 * `tables` hold every row, as far as it could be read. What stands where is asked of them all, so that
 * everything wrong is told at once, and nothing is called missing that only has a slip in another cell;
 * what values mean is asked of the sound ones alone.
 */
export function checkTables(tables: CheckedTables, context: Context): Issue[] {
  const sound = soundTables(tables, context.failed);
  return [
    ...rulesOfPlaces.flatMap((rule) => [...rule(tables, context)]),
    ...rulesOfValues.flatMap((rule) => [...rule(sound, context)]),
  ];
}

function soundTables(tables: CheckedTables, failed: ReadonlySet<object>): CheckedTables {
  if (failed.size === 0) return tables;
  const entries = Object.entries(tables as Readonly<Record<string, readonly object[]>>);
  return Object.fromEntries(
    entries.map(([name, records]) => [name, records.filter((record) => !failed.has(record))]),
  ) as unknown as CheckedTables;
}

const levelEnglish = ({ level, levelName }: PlanNode): string =>
  level === 0 ? "a plan" : (levelName.en ?? levelName.ja);

function* uniqueIds(tables: CheckedTables, context: Context): Iterable<Issue> {
  const { sources, nodes, sections, indicators, units, breakdowns, statuses, listings } = tables;
  const { activities, corrections, grades } = tables;
  const places = [nodes, sections, indicators, units, breakdowns, statuses, listings];
  const all = [sources, ...places, activities, corrections, grades];
  for (const records of all)
    for (const [record, first] of repeats(
      records as readonly { readonly id: string }[],
      ({ id }) => id || undefined,
    ))
      yield at(context, record, "duplicate-id", "ID", { found: record.id, first: rowOf(context, first) });
}

const ofIndicator = ["指標ID", "indicator", "indicators.csv"] as const;
const ofSource = ["出典ID", "source", "sources.json"] as const;

/** The columns in which records name others by ID: header, property, and the table that has the others. */
function* known<K extends string>(
  records: readonly { readonly [P in K]?: string | undefined }[],
  context: Context,
  ...columns: readonly (readonly [header: string, property: K, table: string])[]
): Iterable<Issue> {
  for (const record of records)
    for (const [header, property, table] of columns)
      yield* refers(context, record, header, record[property], table);
}

function* knownReferences(tables: CheckedTables, context: Context): Iterable<Issue> {
  const { nodes, placements, levels } = tables;
  yield* known(nodes, context, ["計画ID", "plan", "nodes.csv"], ["所管ID", "section", "sections.csv"]);
  yield* known(placements, context, ["ID", "node", "nodes.csv"], ["親ID", "parent", "nodes.csv"]);
  yield* known(tables.indicators, context, ["単位ID", "unit", "units.csv"]);
  const listedAt = ["掲載先ID", "node", "nodes.csv"] as const;
  yield* known(tables.listings, context, listedAt, ["上位ID", "above", "nodes.csv"], ofIndicator);
  const ofPart = ["内訳ID", "breakdown", "breakdowns.csv"] as const;
  yield* known(tables.observations, context, ofIndicator, ofPart, ofSource);
  yield* known(tables.breaks, context, ofIndicator);
  yield* known(tables.targets, context, ofIndicator, ofSource);
  yield* known(levels, context, ["計画ID", "plan", "nodes.csv"]);
  for (const evaluation of tables.evaluations) {
    const isIndicator = context.known.get("indicators.csv")?.has(evaluation.subject) ?? true;
    if (!isIndicator) yield* refers(context, evaluation, "対象ID", evaluation.subject, "nodes.csv");
    yield* known([evaluation], context, ofSource);
  }
  yield* known(tables.references, context, ofIndicator, ofSource);
  const ofUnit = ["単位ID", "unit", "units.csv"] as const;
  yield* known(tables.costs, context, ["項目ID", "node", "nodes.csv"], ofUnit, ofSource);
  const correctable = new Set([
    ...tables.observations.map(observationId),
    ...tables.activities.map(({ id }) => id),
    ...tables.targets.map(targetId),
    ...["nodes.csv", "indicators.csv", "listings.csv", "units.csv", "breakdowns.csv"].flatMap((file) => [
      ...(context.known.get(file) ?? []),
    ]),
  ]);
  for (const correction of tables.corrections) {
    if (correction.subject !== "" && !correctable.has(correction.subject)) {
      const details = { found: correction.subject, table: "observations/, indicators.csv, nodes.csv" };
      yield at(context, correction, "unknown-id", "対象ID", details);
    }
  }
}

function* placementsFit({ nodes, placements }: CheckedTables, context: Context): Iterable<Issue> {
  const { failed } = context;
  // Of a node with an error, the kind may be what is wrong.
  const byId = new Map(nodes.filter((node) => !failed.has(node)).map((node) => [node.id, node]));
  const again = new Map(repeats(placements, ({ node, parent }) => `${node} ${parent}`));
  const placed = new Set<string>();
  for (const placement of placements) {
    placed.add(placement.node);
    const first = again.get(placement);
    if (first) {
      const details = { found: placement.node, first: rowOf(context, first) };
      yield at(context, placement, "duplicate-placement", "ID", details);
    }
    const node = byId.get(placement.node);
    const parent = byId.get(placement.parent);
    const isBelow = node && parent && node.level > parent.level;
    const isOfPlan =
      node && parent && (parent.level === 0 ? parent.id === node.plan : parent.plan === node.plan);
    if (node && parent && (!isBelow || !isOfPlan)) {
      yield at(context, placement, "wrong-level", "親ID", levelDetails(node, parent));
    }
  }
  for (const node of nodes) {
    if (node.level === 0 || placed.has(node.id) || failed.has(node)) continue;
    const details = {
      kind: node.levelName.ja,
      kindEn: levelEnglish(node),
      found: node.id,
    };
    yield at(context, node, "not-placed", "ID", details);
  }
}

function levelDetails(node: PlanNode, parent: PlanNode): IssueDetails {
  const isPlan = node.level === 0;
  return {
    found: node.id,
    kind: node.levelName.ja,
    kindEn: levelEnglish(node),
    parentKind: parent.levelName.ja,
    parentKindEn: levelEnglish(parent),
    expected: isPlan ? "なし（この行は要りません）" : "同じ計画の、より上の段の項目",
    expectedEn: isPlan ? "nothing (this row is not needed)" : "a node of a higher level of the same plan",
  };
}

function* listingsFit(tables: CheckedTables, context: Context): Iterable<Issue> {
  const sound = tables.nodes.filter((node) => !context.failed.has(node));
  const levelOf = new Map(sound.map((node) => [node.id, node.level]));
  const listed = new Set<string>();
  for (const listing of tables.listings) {
    if (listing.indicator) listed.add(listing.indicator);
    if (context.failed.has(listing)) continue;
    const own = levelOf.get(listing.node);
    const above = levelOf.get(listing.above ?? "");
    if (listing.node === "") {
      yield at(context, listing, "listing-without-project", "掲載先ID", { found: listing.node });
    } else if (own !== undefined && above !== undefined && above >= own) {
      yield at(context, listing, "listing-without-project", "上位ID", { found: listing.above ?? "" });
    }
  }
  for (const indicator of tables.indicators) {
    const isExcused = indicator.abolished !== undefined || context.failed.has(indicator);
    if (listed.has(indicator.id) || isExcused) continue;
    yield at(context, indicator, "not-listed", "ID", { found: indicator.id }, { subject: indicator.id });
  }
}

function* observationsAreUnique({ observations }: CheckedTables, context: Context): Iterable<Issue> {
  const keyOf = (one: Observation) =>
    one.indicator === "" ? undefined : `${observationId(one)} ${one.source}`;
  for (const [observation, earlier] of repeats(observations, keyOf)) {
    const place = context.places.get(earlier) ?? { file: "" };
    const [first, firstEn] = [placeInWords(place, "ja"), placeInWords(place, "en")];
    const details = { found: observationId(observation), first, firstEn };
    yield at(context, observation, "duplicate-observation", "指標ID", details);
  }
}

function* observationsAreWhole(tables: CheckedTables, context: Context): Iterable<Issue> {
  // Rows with errors count as there: their errors are told, and that is enough.
  const seen = new Set(tables.observations.map(({ indicator, year }) => `${indicator} ${year}`));
  const firstYear = new Map<string, number>();
  for (const { indicator, year } of tables.observations) {
    firstYear.set(indicator, Math.min(year, firstYear.get(indicator) ?? year));
  }
  for (const indicator of tables.indicators) {
    if (context.failed.has(indicator)) continue;
    const from = firstYear.get(indicator.id) ?? context.years.at(-1) ?? 0;
    for (const year of context.years) {
      const isDue = year >= from && (indicator.abolished === undefined || year < indicator.abolished);
      if (isDue && !seen.has(`${indicator.id} ${year}`)) {
        const details = { indicator: indicator.id, found: year };
        yield at(context, indicator, "observation-missing", "ID", details, { subject: indicator.id, year });
      }
    }
  }
}

function* yearsHaveBegun({ observations }: CheckedTables, context: Context): Iterable<Issue> {
  for (const year of begunYears(observations)) {
    const rows = observations.filter((observation) => observation.year === year);
    const [first] = rows;
    if (!first) continue;
    yield at(context, first, "year-begun", "値なしの理由", { found: year, count: rows.length });
  }
}

function* valuesFitTheirUnits(tables: CheckedTables, context: Context): Iterable<Issue> {
  const indicators = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]));
  const units = new Map(tables.units.map((unit) => [unit.id, unit]));
  for (const observation of tables.observations) {
    const { value } = observation;
    const indicator = indicators.get(observation.indicator);
    if (value.kind !== "number" || !indicator) continue;
    const found = formatDecimal(value.number);
    const unit = indicator.unit === undefined ? undefined : units.get(indicator.unit);
    if (unit?.kind === "share" && indicator.shareLimited && decimalToNumber(value.number) > 100) {
      yield at(context, observation, "share-over-limit", "実績値", { indicator: indicator.id, found });
    }
  }
}

/** What is counted from a day on has no value of a year that ended before it. */
function* countingHasBegun(tables: CheckedTables, context: Context): Iterable<Issue> {
  const indicators = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]));
  for (const observation of tables.observations) {
    const { value, year, interval } = observation;
    const indicator = indicators.get(observation.indicator);
    const { aggregation, cumulativeFrom: first, period } = indicator ?? {};
    if (value.kind === "none" || interval || aggregation !== "cumulative" || first === undefined) continue;
    if (first <= yearInterval(year, period === "calendar").end) continue;
    const subject = { subject: observation.indicator, year };
    yield at(context, observation, "counting-not-begun", "指標ID", { found: year, first }, subject);
  }
}

function* smallNumbers(tables: CheckedTables, context: Context): Iterable<Issue> {
  const units = new Map(tables.units.map((unit) => [unit.id, unit]));
  const indicators = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]));
  const isIn = nodesInPolicyFields(tables, sensitiveFields);
  const sensitive = new Set(
    tables.listings.flatMap(({ node, indicator }) =>
      indicator !== undefined && isIn(node) ? [indicator] : [],
    ),
  );
  for (const observation of tables.observations) {
    const { value } = observation;
    const unit = units.get(indicators.get(observation.indicator)?.unit ?? "");
    if (value.kind !== "number" || unit?.kind !== "persons" || !sensitive.has(observation.indicator))
      continue;
    const number = decimalToNumber(value.number);
    if (number >= 1 && number <= 9) {
      const about = {
        subject: `${observation.indicator}${observation.breakdown ?? ""}`,
        year: observation.year,
      };
      const details = { found: formatDecimal(value.number) };
      yield at(context, observation, "small-number", "実績値", details, about);
    }
  }
}

function* targetsAreUnique({ targets }: CheckedTables, context: Context): Iterable<Issue> {
  for (const [target, first] of repeats(targets, (one) => `${targetId(one)} ${one.source}`)) {
    const details = { found: targetId(target), first: rowOf(context, first) };
    yield at(context, target, "duplicate-target", "目標年度", details);
  }
}

/** Names, heights and folders tell the levels of a plan apart, and every verdict is one of its scheme. */
function* levelsAreApart({ levels, nodes }: CheckedTables, context: Context): Iterable<Issue> {
  for (const [column, keyOf] of [
    ["順序", ({ order }: Level) => `${order}`],
    ["名称", ({ name }: Level) => name.ja],
    ["フォルダー", ({ folder }: Level) => folder],
  ] as const) {
    const seen = new Set<string>();
    for (const level of levels) {
      if (context.failed.has(level)) continue;
      const key = `${level.plan} ${keyOf(level)}`;
      if (seen.has(key)) yield at(context, level, "duplicate-level", column, { found: keyOf(level) });
      seen.add(key);
    }
  }
  const plans = new Set(levels.map(({ plan }) => plan));
  for (const node of nodes) {
    if (node.level > 0 || plans.has(node.id) || context.failed.has(node)) continue;
    if (context.known.has("levels.csv") || levels.length > 0)
      yield at(context, node, "plan-without-levels", "ID", { found: node.id });
  }
}

function* verdictsFit(
  { evaluations, grades, references, costs }: CheckedTables,
  context: Context,
): Iterable<Issue> {
  const known = new Set(grades.map(({ scheme, name }) => `${scheme}\n${name.ja}`));
  for (const evaluation of evaluations) {
    const { scheme, grade } = evaluation;
    if (scheme === undefined || grade === undefined || context.failed.has(evaluation)) continue;
    if (!known.has(`${scheme}\n${grade}`))
      yield at(context, evaluation, "grade-unknown", "評価", { found: grade, scheme });
  }
  yield* onceEach(evaluations, evaluationId, "duplicate-evaluation", "対象ID", context);
  yield* onceEach(references, referenceId, "duplicate-evaluation", "指標ID", context);
  yield* onceEach(costs, costId, "duplicate-evaluation", "項目ID", context);
}

function* onceEach<T extends { readonly source: string }>(
  records: readonly T[],
  keyOf: (record: T) => string,
  code: IssueCode,
  column: string,
  context: Context,
): Iterable<Issue> {
  const sound = records.filter((record) => !context.failed.has(record));
  for (const [record, first] of repeats(sound, (one) => `${keyOf(one)} ${one.source}`))
    yield at(context, record, code, column, { found: keyOf(record), first: rowOf(context, first) });
}

function* hasRelease({ releases }: CheckedTables, { known }: Context): Iterable<Issue> {
  if (releases.length === 0 && known.has("releases.csv"))
    yield createIssue("no-release", { file: "releases.csv" });
}

function* qudtIsEqual({ units }: CheckedTables, context: Context): Iterable<Issue> {
  for (const unit of units) {
    if (isUnequalQudt(unit))
      yield at(context, unit, "unit-not-equal", "QUDT", { found: unit.qudt ?? "", unit: unit.name.ja });
  }
}

/** Told as one count: hundreds of the same sentence help nobody. */
function* counts({ indicators, nodes, observations, activities }: CheckedTables): Iterable<Issue> {
  for (const [file, records] of [
    ["nodes.csv", nodes],
    ["indicators.csv", indicators],
  ] as const) {
    const found = records.filter(({ name }) => name.ja.startsWith("（例）")).length;
    if (found > 0) yield createIssue("example-left", { file, column: "名称" }, { found });
  }
  const unsaid = indicators.filter(({ definition }) => definition === undefined).length;
  if (unsaid > 0) {
    yield createIssue("definition-unsaid", { file: "indicators.csv", column: "定義" }, { found: unsaid });
  }
  const files = new Map<string, number>();
  const count = (file: string, records: readonly { readonly reading: string }[]) => {
    const doubtful = records.filter(({ reading }) => reading === "doubtful").length;
    if (doubtful > 0) files.set(file, (files.get(file) ?? 0) + doubtful);
  };
  count("nodes.csv", nodes);
  count("indicators.csv", indicators);
  for (const year of new Set(observations.map((observation) => observation.year))) {
    count(
      `observations/${year}.csv`,
      observations.filter((observation) => observation.year === year),
    );
  }
  for (const year of new Set(activities.map((activity) => activity.year))) {
    count(
      `activities/${year}.csv`,
      activities.filter((activity) => activity.year === year),
    );
  }
  for (const [file, found] of files) {
    yield createIssue("reading-doubtful", { file, column: "読取状況" }, { found });
  }
}

const rulesOfPlaces: readonly Rule[] = [
  uniqueIds,
  knownReferences,
  placementsFit,
  listingsFit,
  observationsAreUnique,
  observationsAreWhole,
  yearsHaveBegun,
  targetsAreUnique,
  ...activityPlaceRules,
  levelsAreApart,
  verdictsFit,
  hasRelease,
];

const rulesOfValues: readonly Rule[] = [
  valuesFitTheirUnits,
  countingHasBegun,
  qudtIsEqual,
  smallNumbers,
  ...carefulRules,
  ...printedResultRules,
  ...activityValueRules,
  ...historyRules,
  counts,
];
