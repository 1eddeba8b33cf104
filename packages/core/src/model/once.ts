// Remembers what was worked out of a dataset, so that all outputs share it: a dataset never changes.

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
