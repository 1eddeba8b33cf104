// What a project does year after year: activities of the same words and unit are one, so that its figures are a series.

import type { Activity } from "./activity.ts";
import type { Dataset } from "./dataset.ts";
import { nodePath } from "./iri.ts";
import { once } from "./once.ts";

/** The older of two IDs: A9999 before A10000. */
const byAge = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/**
 * By an activity's ID the lowest ID among the rows that are the same: rows are never numbered again, so it stays when a
 * year is added, earlier ones too. What is printed twice in one year is two, told apart by their order.
 */
const recurring = once(({ activities }: Dataset): ReadonlyMap<string, string> => {
  const groups = new Map<string, string[]>();
  const times = new Map<string, number>();
  for (const activity of activities.toSorted((a, b) => a.year - b.year || a.order - b.order)) {
    const { project, what, breakdown, unit, year, id } = activity;
    // What cannot be read is nothing that could be known again.
    const words = /…/.test(what.ja) ? `${what.ja} ${id}` : what.ja;
    const key = [project, words, breakdown?.ja ?? "", unit ?? ""].join("\u0000");
    const inYear = `${year} ${key}`;
    const time = (times.get(inYear) ?? 0) + 1;
    times.set(inYear, time);
    const group = groups.get(`${key} ${time}`) ?? [];
    group.push(id);
    groups.set(`${key} ${time}`, group);
  }
  return new Map(
    [...groups.values()].flatMap((ids) => {
      const [first = ""] = ids.toSorted(byAge);
      return ids.map((id) => [id, first] as const);
    }),
  );
});

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
