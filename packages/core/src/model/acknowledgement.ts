// An acknowledgement: a warning that somebody looked into and found to be right, with the reason.

import type { FiscalYear } from "./fiscal-year.ts";

export interface Acknowledgement {
  /** The warning's permanent code. */
  readonly code: string;
  /** What the warning is about: `K0001`, `K0140B0001`, `L0012`; absent for every warning of the kind in those years. */
  readonly subject?: string;
  /** The year of the value, where the warning is about one. */
  readonly year?: FiscalYear;
  /** The last of several years that begin with `year`, for history that was brought in at once. */
  readonly until?: FiscalYear;
  readonly reason: string;
}
