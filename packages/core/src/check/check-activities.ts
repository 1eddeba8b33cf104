// The rules of what was done: whose it is, that nothing stands twice, that parts add up, and that it agrees with the indicators.

import { alike, likeness } from "../intake/likeness.ts";
import type { Activity } from "../model/activity.ts";
import {
  compareDecimals,
  type Decimal,
  decimalToNumber,
  formatDecimal,
  subtract,
  sum,
} from "../model/decimal.ts";
import { groupBy } from "../model/group-by.ts";
import { formatInterval } from "../model/interval.ts";
import { isUnreadable, recurringIds } from "../model/recurring-activity.ts";
import { readingPartWords, wordFor } from "../tables/words.ts";
import type { Issue } from "./issue.ts";
import { nodesInPolicyFields, sensitiveFields } from "./policy-fields.ts";
import {
  at,
  type CheckedTables,
  type Context,
  type Rule,
  refers,
  repeats,
  rowOf,
  type Subject,
} from "./rule.ts";

/** What a warning is about, so that it can be acknowledged. */
function about({ id, year }: Activity): Subject {
  return { subject: id, year };
}

function* activitiesRefer({ activities, leftOut, nodes }: CheckedTables, context: Context): Iterable<Issue> {
  const files = [...context.known.keys()].filter((file) => file.startsWith("activities/"));
  const activityIds = new Set(files.flatMap((file) => [...(context.known.get(file) ?? [])]));
  const levelOf = new Map(nodes.map(({ id, level }) => [id, level]));
  function* project(record: Activity | CheckedTables["leftOut"][number]): Iterable<Issue> {
    yield* refers(context, record, "事業ID", record.project, "nodes.csv");
    if (levelOf.get(record.project) === 0) {
      yield at(context, record, "activity-without-project", "事業ID", { found: record.project });
    }
  }
  for (const figure of leftOut) yield* project(figure);
  for (const activity of activities) {
    yield* project(activity);
    yield* refers(context, activity, "単位ID", activity.unit, "units.csv");
    yield* refers(context, activity, "指標ID", activity.indicator, "indicators.csv");
    yield* refers(context, activity, "出典ID", activity.source, "sources.json");
    yield* refers(context, activity, "継続ID", activity.continues, "activities/", activityIds);
    yield* refers(
      context,
      activity,
      "合計ID",
      activity.partOf,
      `activities/${activity.year}.csv`,
      activityIds,
    );
    if (activity.value && activity.unit === undefined) {
      const found = formatDecimal(activity.value);
      yield at(context, activity, "activity-without-unit", "単位ID", { found });
    }
    const { reading, readingPart, value } = activity;
    if (readingPart && (reading === "certain" || (value === undefined && readingPart !== "what"))) {
      const found = wordFor(readingPartWords, readingPart);
      yield at(context, activity, "reading-part-idle", "読取箇所", { found });
    }
  }
}

function* activitiesAreUnique({ activities }: CheckedTables, context: Context): Iterable<Issue> {
  const sound = activities.filter((activity) => !context.failed.has(activity));
  const contentOf = ({ project, year, what, breakdown, qualifiers, asOf, interval }: Activity) => {
    const time = interval ? formatInterval(interval) : "";
    return [project, year, what.ja, breakdown?.ja, qualifiers.join(), asOf, time].join("\u0000");
  };
  const contents = new Map(repeats(sound, contentOf));
  const orders = new Map(repeats(sound, ({ project, year, order }) => [project, year, order].join(" ")));
  for (const activity of sound) {
    const { what, breakdown, order } = activity;
    const [earlier, occupant] = [contents.get(activity), orders.get(activity)];
    const found = breakdown ? `${what.ja}（${breakdown.ja}）` : what.ja;
    if (earlier)
      yield at(context, activity, "duplicate-activity", "内容", { found, first: rowOf(context, earlier) });
    if (occupant)
      yield at(context, activity, "duplicate-order", "順序", {
        found: order,
        first: rowOf(context, occupant),
      });
  }
}

function* activitiesContinue({ activities }: CheckedTables, context: Context): Iterable<Issue> {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const ids = recurringIds(activities);
  for (const activity of activities) {
    const before = byId.get(activity.continues ?? "");
    if (!before) continue;
    const isSame = before.unit === activity.unit && ids.get(before.id) === ids.get(activity.id);
    if (!isSame || before.year >= activity.year)
      yield at(context, activity, "continues-another", "継続ID", { found: before.id });
  }
}

/** In a project's year what is new beside what is gone from the year before, of one unit and part, each asked about once. */
function* activitiesKeepTheirWords({ activities }: CheckedTables, context: Context): Iterable<Issue> {
  const ids = recurringIds(activities);
  const yearsOf = new Map<string, Set<number>>();
  for (const activity of activities) {
    if (context.failed.has(activity)) continue;
    const id = ids.get(activity.id) ?? activity.id;
    yearsOf.set(id, (yearsOf.get(id) ?? new Set()).add(activity.year));
  }
  const sound = activities.filter((activity) => !context.failed.has(activity));
  const ofProject = groupBy(sound, ({ project }) => project);
  const isThere = (activity: Activity, wanted: (year: number) => boolean) =>
    [...(yearsOf.get(ids.get(activity.id) ?? activity.id) ?? [])].some(wanted);
  for (const its of ofProject.values()) {
    const years = [...new Set(its.map(({ year }) => year))].sort((a, b) => a - b);
    for (const [index, year] of years.entries()) {
      const last = years[index - 1];
      if (last === undefined) continue;
      const readable = its.filter((one) => !isUnreadable(one));
      const fresh = readable.filter((one) => one.year === year && !isThere(one, (other) => other < year));
      const gone = readable.filter((one) => one.year === last && !isThere(one, (other) => other >= year));
      yield* reworded(fresh, gone, context);
    }
  }
}

/** More new rows beside more that are gone are another list, and no rewording that somebody could go through. */
const mostPairs = 20_000;

function* reworded(fresh: readonly Activity[], gone: readonly Activity[], context: Context): Iterable<Issue> {
  if (fresh.length * gone.length > mostPairs) return;
  const pairs = fresh
    .flatMap((now) =>
      gone
        .filter(({ unit, breakdown }) => unit === now.unit && breakdown?.ja === now.breakdown?.ja)
        .map((before) => ({ now, before, likeness: likeness(now.what.ja, before.what.ja) })),
    )
    .filter((pair) => pair.likeness >= alike)
    .toSorted((a, b) => b.likeness - a.likeness);
  const taken = new Set<Activity>();
  for (const { now, before } of pairs) {
    if (taken.has(now) || taken.has(before)) continue;
    taken.add(now).add(before);
    const details = { found: now.what.ja, before: before.what.ja, id: before.id, year: before.year };
    yield at(context, now, "activity-reworded", "内容", details, about(now));
  }
}

function* partsAddUp({ activities }: CheckedTables, context: Context): Iterable<Issue> {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const parts = new Map<Activity, Activity[]>();
  for (const activity of activities) {
    const whole = byId.get(activity.partOf ?? "");
    if (!whole) continue;
    if (whole === activity || whole.project !== activity.project || whole.year !== activity.year) {
      yield at(context, activity, "part-of-another", "合計ID", { found: whole.id });
    } else parts.set(whole, [...(parts.get(whole) ?? []), activity]);
  }
  for (const [whole, its] of parts) {
    const values = its.flatMap(({ value }) => value ?? []);
    // A part that cannot be read leaves nothing to add up.
    if (!whole.value || values.length < its.length) continue;
    const found = total(values);
    if (compareDecimals(found, whole.value) !== 0) {
      const details = {
        found: formatDecimal(whole.value),
        parts: values.map(formatDecimal).join(" + "),
        sum: formatDecimal(found),
      };
      yield at(context, whole, "parts-differ-from-sum", "実績値", details, about(whole));
    }
  }
}

/** A cumulative indicator grows by what a year did; any other one is what the year did. */
function* activitiesAgreeWithIndicators(tables: CheckedTables, context: Context): Iterable<Issue> {
  const { activities, indicators, observations } = tables;
  const cumulative = new Set(
    indicators.flatMap(({ id, aggregation }) => (aggregation === "cumulative" ? [id] : [])),
  );
  // Of two prints of one year the later source counts, and sources stand in that order.
  const place = new Map(tables.sources.map(({ id }, index) => [id, index]));
  const values = new Map<string, Decimal>();
  const inOrder = observations.toSorted((a, b) => (place.get(a.source) ?? -1) - (place.get(b.source) ?? -1));
  for (const { indicator, year, breakdown, value } of inOrder) {
    if (breakdown !== undefined) continue;
    if (value.kind === "number") values.set(`${indicator} ${year}`, value.number);
    else values.delete(`${indicator} ${year}`);
  }
  const stating = groupBy(activities, ({ indicator, year, value }) =>
    indicator === undefined || !value ? undefined : `${indicator} ${year}`,
  );
  for (const [key, its] of stating) {
    const [first] = its;
    const value = values.get(key);
    if (!first?.indicator || !value) continue;
    const isCumulative = cumulative.has(first.indicator);
    const before = values.get(`${first.indicator} ${first.year - 1}`);
    if (isCumulative && !before) continue;
    const expected = isCumulative && before ? subtract(value, before) : value;
    const found = total(its.flatMap((activity) => activity.value ?? []));
    if (compareDecimals(found, expected) === 0) continue;
    const details = {
      found: formatDecimal(found),
      indicator: first.indicator,
      year: first.year,
      what: isCumulative ? "前年度からの増加" : "実績値",
      whatEn: isCumulative ? "increase over the year before" : "value",
      expected: formatDecimal(expected),
    };
    yield at(context, first, "activity-differs-from-indicator", "実績値", details, about(first));
  }
}

function total(values: readonly Decimal[]): Decimal {
  return values.reduce(sum, { digits: 0n, scale: 0 });
}

function* smallActivities(tables: CheckedTables, context: Context): Iterable<Issue> {
  const kinds = new Map(tables.units.map(({ id, kind }) => [id, kind]));
  const isIn = nodesInPolicyFields(tables, sensitiveFields);
  for (const activity of tables.activities) {
    const { value, unit = "", project } = activity;
    if (!value || kinds.get(unit) !== "persons" || !isIn(project)) continue;
    const number = decimalToNumber(value);
    if (number >= 1 && number <= 9) {
      const details = { found: formatDecimal(value) };
      yield at(context, activity, "small-number", "実績値", details, about(activity));
    }
  }
}

/** What stands where. */
export const activityPlaceRules: readonly Rule[] = [activitiesRefer, activitiesAreUnique, activitiesContinue];

/** What the figures mean. */
export const activityValueRules: readonly Rule[] = [
  partsAddUp,
  activitiesKeepTheirWords,
  activitiesAgreeWithIndicators,
  smallActivities,
];
