// One card as an embed: what it shows, whose words it has and where it lies.

import type { IndicatorFileJson, IndicatorYearJson, Reader } from "@shihyo/core";

/** One card, and where it lies. */
export interface Embed {
  readonly base: string;
  /** Who runs the published folder. */
  readonly publisher: string;
  readonly file: IndicatorFileJson;
  readonly year: IndicatorYearJson;
  /** Whose words it has; the file's name says so where they are not Japanese: `card.en.svg`. */
  readonly reader: Reader;
  /** Whether it stays at its year: then it lies in a folder of its own below the indicator's. */
  readonly isPinned: boolean;
  /** `indicators/K0002/` or `indicators/K0002/FY2024/`. */
  readonly folder: string;
  /** The page of the indicator, at the year where it is pinned. */
  readonly page: string;
  /** 「海外友好都市との交流活動件数：22件（令和6年度）」. */
  readonly text: string;
}
