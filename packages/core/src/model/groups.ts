// What belongs to an indicator, a project or a node of the plan: the dataset's lists, grouped once.

import type { Activity } from "./activity.ts";
import type { Break } from "./break.ts";
import type { Dataset } from "./dataset.ts";
import type { Cost, Evaluation, ReferenceValue } from "./evaluation.ts";
import type { Listing } from "./listing.ts";
import type { Placement } from "./node.ts";
import { groupBy, once } from "./once.ts";
import type { StatusMeaning } from "./status.ts";
import type { Target } from "./target.ts";

type Grouped<T> = (dataset: Dataset) => ReadonlyMap<string, readonly T[]>;

/** By indicator, in the report's order. */
export const listingsByIndicator: Grouped<Listing> = once(({ listings }) =>
  groupBy(listings, ({ indicator }) => indicator),
);

/** By the node that stands under others, in the order of the table. */
export const placementsByNode: Grouped<Placement> = once(({ placements }) =>
  groupBy(placements, ({ node }) => node),
);

/** By the node above, in the report's order. */
export const placementsByParent: Grouped<Placement> = once(({ placements }) =>
  groupBy(
    placements.toSorted((a, b) => a.order - b.order),
    ({ parent }) => parent,
  ),
);

const activitiesByProject: Grouped<Activity> = once(({ activities }) =>
  groupBy(
    activities.toSorted((a, b) => a.year - b.year || a.order - b.order),
    ({ project }) => project,
  ),
);

/** A project's activities, oldest year first, each year in its own order. */
export function activitiesOf(dataset: Dataset, project: string): readonly Activity[] {
  return activitiesByProject(dataset).get(project) ?? [];
}

export const activitiesById: (dataset: Dataset) => ReadonlyMap<string, Activity> = once(
  ({ activities }) => new Map(activities.map((activity) => [activity.id, activity])),
);

/** By indicator, in the order of the table. */
export const breaksByIndicator: Grouped<Break> = once(({ breaks }) =>
  groupBy(breaks, ({ indicator }) => indicator),
);

/** By indicator, the nearest goal year first. */
export const targetsByIndicator: Grouped<Target> = once(({ targets }) =>
  groupBy(targets, ({ indicator }) => indicator),
);

/** The same, but of a year's own target and the plan's final one of that year the final one: one year, one aim. */
export const aimsByIndicator: Grouped<Target> = once(({ targets }) =>
  groupBy(
    targets.filter(({ besideFinal }) => !besideFinal),
    ({ indicator }) => indicator,
  ),
);

/** The ID of the concept that has a meaning, looked up here for every format; the first where two share one. */
export const statusIds: (dataset: Dataset) => ReadonlyMap<StatusMeaning, string> = once(({ statuses }) => {
  const ids = new Map<StatusMeaning, string>();
  for (const { id, meaning } of statuses.values()) if (!ids.has(meaning)) ids.set(meaning, id);
  return ids;
});
/** By indicator or node, oldest year first. */
export const evaluationsBySubject: Grouped<Evaluation> = once(({ evaluations }) =>
  groupBy(evaluations, ({ subject }) => subject),
);

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
export const referencesByIndicator: Grouped<ReferenceValue> = once(({ references }) =>
  groupBy(references, ({ indicator }) => indicator),
);

/** By node, oldest year first. */
export const costsByNode: Grouped<Cost> = once(({ costs }) => groupBy(costs, ({ node }) => node));
