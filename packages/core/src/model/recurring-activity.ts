// What a project does year after year: activities of the same words and unit are one, so that its figures are a series.

import type { Activity } from "./activity.ts";
import type { Dataset } from "./dataset.ts";
import { nodePath } from "./iri.ts";
import { once } from "./once.ts";

/** The older of two IDs: A9999 before A10000. */
const byAge = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/**
 * By an activity's ID the lowest ID among the rows that are the same: rows are never numbered again, so it stays when a
 * year is added, earlier ones too. What is printed twice in one year is two, told apart by their order. A row that is
 * worded otherwise and names the row which it continues (継続ID) brings all that is worded as it is along.
 */
export function recurringIds(activities: readonly Activity[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Activity[]>();
  const times = new Map<string, number>();
  for (const activity of activities.toSorted((a, b) => a.year - b.year || a.order - b.order)) {
    const { project, what, breakdown, unit, year, id } = activity;
    // What cannot be read is nothing that could be known again.
    const words = isUnreadable(activity) ? `${what.ja} ${id}` : what.ja;
    const key = [project, words, breakdown?.ja ?? "", unit ?? ""].join("\u0000");
    const inYear = `${year} ${key}`;
    const time = (times.get(inYear) ?? 0) + 1;
    times.set(inYear, time);
    const group = groups.get(`${key} ${time}`) ?? [];
    group.push(activity);
    groups.set(`${key} ${time}`, group);
  }
  const groupOf = new Map(
    [...groups.values()].flatMap((group) => group.map(({ id }) => [id, group] as const)),
  );
  for (const { id, project, continues } of activities) {
    const group = groupOf.get(id);
    const before = continues === undefined ? undefined : groupOf.get(continues);
    if (!group || !before || group === before || before[0]?.project !== project) continue;
    // One activity has one row a year, or it would be no series.
    if (before.some((one) => group.some(({ year }) => year === one.year))) continue;
    before.push(...group);
    for (const one of group) groupOf.set(one.id, before);
  }
  const firsts = new Map<readonly Activity[], string>();
  return new Map(
    [...groupOf].map(([id, group]) => {
      const first = firsts.get(group) ?? group.map((one) => one.id).toSorted(byAge)[0] ?? id;
      firsts.set(group, first);
      return [id, first];
    }),
  );
}

/** Letters of its words are lost. */
export function isUnreadable({ what }: Pick<Activity, "what">): boolean {
  return what.ja.includes("…");
}

const recurring = once(({ activities }: Dataset) => recurringIds(activities));

/** The ID under which an activity is the same in every year. */
export function recurringId(dataset: Dataset, { id }: Pick<Activity, "id">): string {
  return recurring(dataset).get(id) ?? id;
}

/** `projects/J0010/#every-A0001`: what is done there year after year. */
export function recurringPath(dataset: Dataset, activity: Pick<Activity, "id" | "project">): string {
  const node = dataset.nodes.get(activity.project);
  return `${node ? nodePath(node) : `${activity.project}/`}#every-${recurringId(dataset, activity)}`;
}

/** One row for each, in the order of the tables. */
export function recurringActivities(dataset: Dataset): Activity[] {
  return dataset.activities.filter((activity) => recurringId(dataset, activity) === activity.id);
}
