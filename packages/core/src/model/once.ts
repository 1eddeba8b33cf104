// What is worked out of a dataset once, however many outputs ask for it: a dataset never changes.

import type { Dataset } from "./dataset.ts";

/** The same work, done at the first call for a dataset and remembered as long as the dataset is. */
export function once<T>(work: (dataset: Dataset) => T): (dataset: Dataset) => T {
  const known = new WeakMap<Dataset, { readonly made: T }>();
  return (dataset) => {
    const found = known.get(dataset);
    if (found) return found.made;
    const made = work(dataset);
    known.set(dataset, { made });
    return made;
  };
}

/** Items under a key that several share, each group in the order of the items. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
