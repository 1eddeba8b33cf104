// The observations of one indicator after another, in the dataset's order.

import type { Dataset } from "./dataset.ts";
import type { Indicator } from "./indicator.ts";
import type { Observation } from "./observation.ts";
import { once } from "./once.ts";

/** An indicator with its observations, oldest first. */
export interface Series {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
}

/**
 * The observations of one indicator after another: without holding more than one at a time where they are
 * read or made while they are walked, and the same again and again where they are in memory anyway.
 */
export function series(dataset: Dataset): Iterable<Series> {
  const isHeld = Array.isArray(dataset.observations());
  return isHeld ? heldSeries(dataset) : walkSeries(dataset);
}

const heldSeries = once((dataset): readonly Series[] => [...walkSeries(dataset)]);

function* walkSeries(dataset: Dataset): Iterable<Series> {
  let gathered: Observation[] = [];
  const whole = (): Series | undefined => {
    const indicator = gathered[0] && dataset.indicators.get(gathered[0].indicator);
    return indicator && { indicator, observations: gathered };
  };
  for (const observation of dataset.observations()) {
    if (gathered[0] && gathered[0].indicator !== observation.indicator) {
      const done = whole();
      if (done) yield done;
      gathered = [];
    }
    gathered.push(observation);
  }
  const last = whole();
  if (last) yield last;
}
