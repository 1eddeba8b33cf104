// A break: two years between which an indicator may not be compared, and why.

import type { DetailsOf } from "./details.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Text } from "./text.ts";

export interface Break extends DetailsOf<"breaks"> {
  readonly indicator: string;
  /** The last year of the old series. */
  readonly before: FiscalYear;
  /** The first year of the new one. */
  readonly after: FiscalYear;
  readonly reason: Text;
}
