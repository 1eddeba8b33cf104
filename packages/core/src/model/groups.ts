// What belongs to an indicator, a project or a node of the plan: the dataset's lists, grouped once.

import type { Activity } from "./activity.ts";
import type { Dataset } from "./dataset.ts";
import type { Evaluation } from "./evaluation.ts";
import { groupBy } from "./group-by.ts";
import { once } from "./once.ts";
import type { StatusMeaning } from "./status.ts";
import type { Target } from "./target.ts";

type Grouped<T> = (dataset: Dataset) => ReadonlyMap<string, readonly T[]>;

function grouped<K extends string, T extends { readonly [P in K]?: string | undefined }>(
  of: (dataset: Dataset) => readonly T[],
  key: K,
): Grouped<T> {
  return once((dataset) => groupBy(of(dataset), (item) => item[key]));
}

/** By indicator, in the report's order. */
export const listingsByIndicator = grouped(({ listings }) => listings, "indicator");

/** By the node that stands under others, in the order of the table. */
export const placementsByNode = grouped(({ placements }) => placements, "node");

/** By the node above, in the report's order. */
export const placementsByParent = grouped(
  ({ placements }) => placements.toSorted((a, b) => a.order - b.order),
  "parent",
);

const activitiesByProject = grouped(
  ({ activities }) => activities.toSorted((a, b) => a.year - b.year || a.order - b.order),
  "project",
);

/** A project's activities, oldest year first, each year in its own order. */
export function activitiesOf(dataset: Dataset, project: string): readonly Activity[] {
  return activitiesByProject(dataset).get(project) ?? [];
}

export const activitiesById: (dataset: Dataset) => ReadonlyMap<string, Activity> = once(
  ({ activities }) => new Map(activities.map((activity) => [activity.id, activity])),
);

/** By indicator, in the order of the table. */
export const breaksByIndicator = grouped(({ breaks }) => breaks, "indicator");

/** By indicator, the nearest goal year first. */
export const targetsByIndicator = grouped(({ targets }) => targets, "indicator");

/** The same, but of a year's own target and the plan's final one of that year the final one: one year, one aim. */
export const aimsByIndicator = grouped(
  ({ targets }) => targets.filter(({ besideFinal }) => !besideFinal),
  "indicator",
);

/** The ID of the concept that has a meaning, looked up here for every format; the first where two share one. */
export const statusIds: (dataset: Dataset) => ReadonlyMap<StatusMeaning, string> = once(({ statuses }) => {
  const ids = new Map<StatusMeaning, string>();
  for (const { id, meaning } of statuses.values()) if (!ids.has(meaning)) ids.set(meaning, id);
  return ids;
});
/** By indicator or node, oldest year first. */
export const evaluationsBySubject = grouped(({ evaluations }) => evaluations, "subject");

/** The city's verdict that belongs to a target: of its year; for the end of a plan that is yet to come, the newest. */
export function verdictFor(dataset: Dataset, target: Target): Evaluation | undefined {
  if (target.scope === "base") return undefined;
  const own = evaluationsBySubject(dataset).get(target.indicator);
  const ofItsYear = own?.findLast(({ year }) => year === target.year);
  if (ofItsYear || target.scope !== "final") return ofItsYear;
  // What another target of the indicator has in its own year was not said of the final one.
  const others = targetsByIndicator(dataset).get(target.indicator) ?? [];
  return own?.findLast(
    ({ year }) => !others.some((other) => other.scope === "yearly" && other.year === year),
  );
}

/** By indicator, oldest year first. */
export const referencesByIndicator = grouped(({ references }) => references, "indicator");

/** By node, oldest year first. */
export const costsByNode = grouped(({ costs }) => costs, "node");
