// The tables' fixed choices (direction, period, aggregation) in words for each reader.

import {
  type Aggregation,
  type Direction,
  type DirectionBasis,
  type PeriodKind,
  type Phrase,
  pagePhrases,
} from "@shihyo/core";

export const directionPhrases: Readonly<Record<Direction, Phrase>> = pagePhrases(
  (words) => words.choices.directionPhrases,
);

/** Who says so; follows the direction. `{body}` is what the municipality is: 市, 県, 町; `town` in English. */
export const basisPhrases: Readonly<Record<DirectionBasis, Phrase>> = pagePhrases(
  (words) => words.choices.basisPhrases,
);

export const periodPhrases: Readonly<Record<PeriodKind, Phrase>> = pagePhrases(
  (words) => words.choices.periodPhrases,
);

export const aggregationPhrases: Readonly<Record<Aggregation, Phrase>> = pagePhrases(
  (words) => words.choices.aggregationPhrases,
);
