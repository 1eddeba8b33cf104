// Remembers what was worked out of a dataset, so that all outputs share it: a dataset never changes.

import type { Dataset } from "./dataset.ts";

/** The same work, done at the first call for a dataset (or another thing) and remembered as long as that is. */
export function once<T, Of extends object = Dataset>(work: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly made: T }>();
  return (dataset) => {
    const found = known.get(dataset);
    if (found) return found.made;
    const made = work(dataset);
    known.set(dataset, { made });
    return made;
  };
}
